"""Players of the soak: they read of each frame no more than they need, so that the server is what takes the time."""

import asyncio
from typing import Any, Final

import msgspec

from game.ai.roster import decide
from game.protocol import messages as say
from game.protocol.codec import Unreadable, decode_downward, encode
from game.rules.ids import Seat
from game.rules.orders import Campaign, Slate
from game.rules.view import view_of
from server.host.guest import Guest
from server.host.host import Host
from server.room.room import Room
from server.room.table import state_in

PATIENCE: Final = 60.0
"""Seconds after which a match that does not go on has failed; never a measure of speed."""


class _Head(msgspec.Struct):
    """As much of a frame as tells what it is."""

    t: str
    re: int = 0


_HEAD: Final = msgspec.msgpack.Decoder(_Head)


class Player:
    """A `Peer` and the person behind it: one connection to the host, for one match."""

    def __init__(self, host: Host, name: str, key: str, identity: str | None = None) -> None:
        self.name = name
        self.address = "10.0.0.1"
        self.updates = 0
        """Turns it was told of."""
        self.declined = 0
        """Commands that were refused."""
        self._host = host
        self._asked: dict[int, asyncio.Future[say.Downward]] = {}
        self._news = asyncio.Event()
        self._number = 0
        self._hello = encode(say.Hello(say.VERSION, "soak", key, identity, ""))
        self.arrive()

    def arrive(self) -> None:
        """Come over a new connection."""
        self._welcomed: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._guest: Guest | None = self._host.attach(self)
        self._host.receive(self._guest, self._hello)

    # --- what the host asks ---------------------------------------------------------------------

    def push(self, frame: bytes) -> None:
        """See `Peer.push`."""
        head = _HEAD.decode(frame)
        if head.t == "welcome":
            self._welcomed.set_result(None)
        elif head.re:
            self.declined += head.t == "declined"
            asked = self._asked.pop(head.re, None)
            if asked is not None:
                asked.set_result(_read(frame))
        elif head.t == "update":
            self.updates += 1
            self._news.set()

    def greeted(self) -> None:
        """See `Peer.greeted`."""

    def end(self, code: int, reason: str) -> None:
        """See `Peer.end`."""
        self.leave()

    # --- what a match does ----------------------------------------------------------------------

    async def welcome(self) -> None:
        """Returns when the host has let it in."""
        async with asyncio.timeout(PATIENCE):
            await self._welcomed

    def tell(self, act: say.Act) -> "asyncio.Future[say.Downward]":
        """Ask for something; done with the answer."""
        self._number += 1
        asked = self._asked[self._number] = asyncio.get_running_loop().create_future()
        assert self._guest is not None, "the host has closed the connection"
        self._host.receive(self._guest, encode(say.Command(self._number, act)))
        return asked

    async def ask(self, act: say.Act) -> say.Downward:
        """Ask for something and wait for the answer."""
        async with asyncio.timeout(PATIENCE):
            return await self.tell(act)

    async def past(self, updates: int) -> None:
        """Returns when it was told of more turns than that."""
        async with asyncio.timeout(PATIENCE):
            while self.updates <= updates:
                self._news.clear()
                await self._news.wait()

    def leave(self) -> None:
        """The connection is gone, and with it what it held of the host."""
        guest, self._guest = self._guest, None
        if guest is not None:
            self._host.detach(guest)


def _read(frame: bytes) -> say.Downward:
    message = decode_downward(frame)
    assert not isinstance(message, Unreadable), message
    return message


def cheap_orders(room: Room, seat: Seat) -> Slate:
    """The first leader speaks at home."""
    board = room._core.board
    return (Campaign(board.leaders_of(seat)[0], board.homes[seat]),)


def drawn_orders(room: Room, seat: Seat, seed: int) -> Slate:
    """What the random player would do: laws are moved and passed, Sanctuaries begun."""
    view: Any = view_of(state_in(room.image), seat)
    return decide("random", room._core.board, view, seed)
