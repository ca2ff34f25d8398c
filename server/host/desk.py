"""What is asked of the server rather than of one room: lists, new rooms, maps, rooms that sleep in the journal."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from game.protocol import messages as say
from game.protocol.refusals import Refused, refusal
from server.disk.journal import StorageError
from server.host.guest import Guest
from server.host.library import Library
from server.host.lobby import setup_of
from server.host.lounge import Lounge
from server.host.outside import Outside
from server.host.parcels import Parcels
from server.host.rooms import Rooms
from server.host.switchboard import Switchboard
from server.limits import ROOMS_PER_CONNECTION
from server.logs import about
from server.room.effects import Ask
from server.room.image import Setup

_LOG = logging.getLogger(__name__)


class Desk:
    """Carries out commands. What takes time is an errand of its own, so that nobody waits for another's."""

    def __init__(
        self,
        board: Switchboard,
        rooms: Rooms,
        library: Library,
        parcels: Parcels,
        outside: Outside,
        most_rooms: int,
    ) -> None:
        self._board = board
        self._rooms = rooms
        self._library = library
        self._parcels = parcels
        self._outside = outside
        self._most_rooms = most_rooms
        self._lounge = Lounge(board, rooms, outside.wall)
        self._errands: set[asyncio.Task[None]] = set()

    def carry_out(self, guest: Guest, ask: Ask) -> None:
        """Answer the command now or soon, or give it to the room it names."""
        match ask.act:
            case say.ListRooms(room=room):
                self._list_rooms(ask, room)
                self._board.forget(guest, ask)
            case say.CreateRoom():
                self._create(guest, ask, ask.act)
            case say.AskMap():
                self._ask_map(guest, ask, ask.act)
            case say.Speak() | say.Report() if not guest.talk.take(self._board.now()):
                self._board.not_now(guest, ask, refusal(Refused.TALKS_TOO_FAST))
            case say.Speak(room=None, text=text):
                self._lounge.speak(guest, ask, text)
            case say.VisitLobby(here=here):
                self._lounge.visit(guest, ask, here=here)
            case say.ResumeSeat(room=room) if room not in self._rooms:
                self._errand(self._fetch(guest, ask, room))
            case _:
                self._to_named_room(guest, ask)

    def gone(self, guest: Guest) -> None:
        """The connection is gone; its seats are held."""
        self._lounge.leave(guest.member)
        for keeper in self._rooms.of(guest.rooms):
            keeper.dropped(guest.member)

    @property
    def is_full(self) -> bool:
        """Whether no further room fits into memory."""
        return len(self._rooms) >= self._most_rooms

    def stop(self) -> None:
        """Drop the errands that are under way."""
        for errand in tuple(self._errands):
            errand.cancel()

    def _errand(self, errand: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(errand)
        self._errands.add(task)
        task.add_done_callback(self._errands.discard)

    # --- rooms ----------------------------------------------------------------------------------

    def _to_named_room(self, guest: Guest, ask: Ask) -> None:
        room = getattr(ask.act, "room", None)
        if isinstance(room, str):
            self._to_room(guest, ask, room)
        else:
            self._board.decline(ask, Refused.WRONG_FIELD, "act.t")

    def _to_room(self, guest: Guest, ask: Ask, name: str) -> None:
        keeper = self._rooms.named(name)
        if keeper is None:
            self._board.decline(ask, Refused.UNKNOWN_ROOM, "room")
        elif keeper.id not in guest.rooms and self._seats_held(guest) >= ROOMS_PER_CONNECTION:
            self._board.decline(ask, Refused.TOO_MANY_ROOMS, "room")
        else:
            guest.rooms.add(keeper.id)
            if not keeper.ask(ask):
                self._board.busy(guest, ask)
            if not self._board.is_here(guest):
                # Gone while the room was fetched: nobody else would tell the room.
                keeper.dropped(guest.member)

    def _seats_held(self, guest: Guest) -> int:
        """In how many rooms the connection sits; rooms that are gone are forgotten on the way."""
        keepers = self._rooms.of(guest.rooms)
        guest.rooms = {keeper.id for keeper in keepers}
        return sum(guest.member in keeper.room.members for keeper in keepers)

    def _list_rooms(self, ask: Ask, name: str | None) -> None:
        """All that are open, or a look at one without sitting down in it."""
        keeper = None if name is None else self._rooms.named(name)
        if name is None:
            self._board.post((ask.member,), say.Rooms(ask.re, self._rooms.open()))
        elif keeper is None:
            self._board.decline(ask, Refused.UNKNOWN_ROOM, "room")
        else:
            self._board.post((ask.member,), say.Rooms(ask.re, (keeper.room.info(with_code=False),)))

    def _create(self, guest: Guest, ask: Ask, act: say.CreateRoom) -> None:
        if self.is_full or self._seats_held(guest) >= ROOMS_PER_CONNECTION:
            self._board.decline(ask, Refused.TOO_MANY_ROOMS)
            return
        setup = setup_of(act, self._library, self._outside.draw)
        if isinstance(setup, Setup):
            self._errand(self._open(guest, ask, setup, act.player))
        else:
            self._board.post((ask.member,), say.Declined(ask.re, setup))

    async def _open(self, guest: Guest, ask: Ask, setup: Setup, player: str) -> None:
        try:
            keeper = await self._rooms.make(setup)
        except StorageError as error:
            _LOG.error("a room could not be made", extra=about("room_not_made", why=str(error)))
            self._board.decline(ask, Refused.STORAGE)
            return
        if keeper is None:
            self._board.decline(ask, Refused.UNKNOWN_MAP, "map")
            return
        guest.rooms.add(keeper.id)
        _LOG.info("a room is made", extra=about("room_made", room=keeper.id, member=guest.member))
        keeper.open(ask, player)
        self._errand(self._parcels.keep(keeper.room.identity))
        if not self._board.is_here(guest):
            keeper.dropped(guest.member)

    async def _fetch(self, guest: Guest, ask: Ask, room: str) -> None:
        """A seat of a room that is not in memory: over, or let go after a failure."""
        await self._rooms.fetch(room)
        self._to_room(guest, ask, room)

    # --- maps -----------------------------------------------------------------------------------

    def _ask_map(self, guest: Guest, ask: Ask, act: say.AskMap) -> None:
        """Parts are too large to be remembered: who did not get one asks again."""
        self._board.forget(guest, ask)
        if self._may_have(guest, act.package):
            self._errand(self._send_part(guest, ask, act))
        else:
            self._board.decline(ask, Refused.UNKNOWN_PACKAGE, "package")

    def _may_have(self, guest: Guest, package: str) -> bool:
        """Whether the map is offered here, or played in a room the guest sits in."""
        rooms = [keeper.room for keeper in self._rooms.of(guest.rooms)]
        played = [room.identity for room in rooms if guest.member in room.members]
        own = {identity.package for identity in played if identity is not None}
        return package in self._library.sources or package in own

    async def _send_part(self, guest: Guest, ask: Ask, act: say.AskMap) -> None:
        self._board.post((ask.member,), await self._parcels.answer(guest, ask.re, act))
