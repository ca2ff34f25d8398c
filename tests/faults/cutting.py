"""Players whose lines are cut at any byte while they play on a real server, and what became of their orders."""

import asyncio
import random
import signal
import time
from collections import Counter
from collections.abc import Callable, Coroutine, Iterable
from pathlib import Path
from typing import Any

from msgspec import Struct

from game.lab.load.figures import Spread, spread
from game.link import happenings as tell
from game.link.address import Address
from game.link.link import Arrived, LinkEvent
from game.link.match_client import LinkClosedError, MatchClient
from game.link.match_copy import MatchCopy
from game.link.websocket import WebSocketLink
from game.protocol import messages as say
from game.protocol.refusals import Refused
from game.rules.ids import Seat
from game.rules.legality import faults
from game.rules.orders import NO_ORDERS, SPOKEN, Slate
from game.rules.reach import in_reach
from server.disk.archive import read_only
from server.room.image import Readied, Saved
from tests.faults.books import Books, Order
from tests.faults.proxy import CuttingProxy
from tests.support.servers import a_room, server_process

PATIENCE = 60.0
"""Seconds after which whoever waits for an answer or a turn will wait for ever."""

LONGEST_THOUGHT = 0.1
"""Seconds between two orders of a player, who keeps below what a connection may say."""

MOST_SAVES = 5
"""Slates a player saves in a turn before the one that counts."""

_PASSING = frozenset({Refused.BUSY, Refused.TOO_FAST, Refused.ID_REUSED})
"""Refusals that are not remembered as the answer: the same command may come again."""


class Toll(Struct, frozen=True):
    """What was seen. `broken` says which promises were; times in milliseconds.

    `resumes` take from the beginning of a connection to the match in hand, `with_ledgers` those of them
    that brought turns the player had missed.
    """

    orders: int
    acknowledged: int
    turns: int
    rooms: int
    cuts: dict[str, int]
    resumes: Spread
    with_ledgers: Spread
    refusals: dict[str, int]
    stopping: float
    """Seconds from SIGTERM to the end."""
    broken: tuple[str, ...]


class Witness:
    """What all players see together."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.books = Books()
        self.orders = 0
        self.turns = 0
        self.resumes: list[tuple[float, int]] = []
        """Milliseconds until the match was in hand again, and the missed turns that came with it."""
        self.refusals: Counter[str] = Counter()
        self.broken: list[str] = []


class WatchedLink(WebSocketLink):
    """Takes the time of each resume, and sees that each command has one answer."""

    def __init__(self, address: Address, witness: Witness) -> None:
        super().__init__(address)
        self._witness = witness
        self._began: float | None = None
        self._comes_back = False
        self._answers: dict[int, say.Answer] = {}

    async def _connection(self) -> str:
        self._began, self._comes_back = time.perf_counter(), False
        return await super()._connection()

    async def receive(self) -> LinkEvent:
        """See `Link.receive`."""
        event = await super().receive()
        if isinstance(event, Arrived):
            self._see(event.message)
        return event

    def _see(self, message: say.Downward) -> None:
        if isinstance(message, say.Answer) and message.re:
            self._answered(message)
        if isinstance(message, say.Seated):
            self._comes_back = message.room.phase == say.PLAYING
        elif isinstance(message, say.Begin) and self._began is not None:
            if self._comes_back:
                taken = (time.perf_counter() - self._began) * 1000
                self._witness.resumes.append((taken, len(message.missed)))
            self._began = None

    def _answered(self, answer: say.Answer) -> None:
        if isinstance(answer, say.Declined):
            codes = {one.code for one in answer.refusals}
            self._witness.refusals.update(codes)
            if codes & _PASSING:
                return
        if self._answers.setdefault(answer.re, answer) != answer:
            self._witness.broken.append(f"two answers to one command: {self._answers[answer.re]}, {answer}")


class Player:
    """One person in one seat after another. `client` is the one of the program that runs."""

    def __init__(self, name: str, address: Address, witness: Witness) -> None:
        self.name = name
        self.client: MatchClient
        self._address = address
        self._witness = witness
        self._dice = random.Random(witness.dice.random())
        self._news = asyncio.Event()
        self._listener: asyncio.Task[None]

    async def open(self) -> None:
        """Start the program."""
        self.client = await MatchClient(WatchedLink(self._address, self._witness)).__aenter__()
        self._listener = asyncio.create_task(self._listen(self.client))

    async def close(self) -> None:
        """End it; whatever has no answer will never have one."""
        await self.client.__aexit__(None, None, None)
        await self._listener

    async def _listen(self, client: MatchClient) -> None:
        while True:
            try:
                happening = await client.happening()
            except LinkClosedError:
                return
            if isinstance(happening, tell.Resynced | tell.SeatLost | tell.Displaced | tell.Scolded):
                self._witness.broken.append(f"{self.name} hears {happening}")
            self._news.set()

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for something to be so."""
        async with asyncio.timeout(PATIENCE):
            while not is_so():
                self._news.clear()
                await self._news.wait()

    @property
    def copy(self) -> MatchCopy | None:
        """The match, while it is played."""
        copy = self.client.copy
        return None if copy is None or copy.view.public.outcome is not None else copy

    async def start_again(self) -> None:
        """The program ends in the middle of the match and is started anew: it knows the room and the token alone."""
        room, token = self.client.room, self.client.token
        assert room is not None
        await self.close()
        await self.open()
        async with asyncio.timeout(PATIENCE):
            back = await self.client.resume(room.id, token)
        if isinstance(back, say.Declined):
            self._witness.broken.append(f"{self.name} is locked out: {back}")
        await self.until(self.has_begun)

    def has_begun(self) -> bool:
        """Whether the match is in hand."""
        return self.client.copy is not None

    # --- a turn ---------------------------------------------------------------------------------

    async def play(self) -> None:
        """Save and save again, be ready, and see the turn played."""
        copy, turn = self._copy(), self._copy().turn
        slates = self._slates(copy)
        while slates:
            together = self._dice.choice((1, 1, 1, 3))
            some, slates = slates[:together], slates[together:]
            await asyncio.gather(*(self._save(turn, slate) for slate in some))
            await asyncio.sleep(self._dice.uniform(0, LONGEST_THOUGHT))
        if self._dice.random() < 0.1:
            await self._ready(turn, ready=True)
            await self._ready(turn, ready=False)
        late = [self._save(turn, NO_ORDERS)] if self._dice.random() < 0.1 else []
        await asyncio.gather(self._ready(turn, ready=True), *late)
        await self.until(lambda: self.copy is None or self.copy.turn > turn)

    def _copy(self) -> MatchCopy:
        assert self.client.copy is not None
        return self.client.copy

    def _slates(self, copy: MatchCopy) -> list[Slate]:
        """Slates of one or two orders, no two alike: a record can come from one of them alone."""
        wanted = self._dice.randint(1, MOST_SAVES)
        found: dict[Slate, None] = {}
        for _ in range(3 * wanted):
            slate = NO_ORDERS
            for leader in copy.board.leaders_of(copy.seat)[: self._dice.randint(1, 3)]:
                near = in_reach(copy.board, copy.view.public, leader)
                more = (self._dice.choice(SPOKEN)(leader, self._dice.choice(near)),) if near else ()
                if not faults(copy.board, copy.view.public, copy.seat, (*slate, *more)):
                    slate = (*slate, *more)
            if slate and len(found) < wanted:
                found[slate] = None
        return list(found)

    async def _save(self, turn: int, slate: Slate) -> None:
        room, seat = self._place()
        await self._ask(say.SaveSlate(room, turn, slate), Saved(seat, turn, slate))

    async def _ready(self, turn: int, *, ready: bool) -> None:
        room, seat = self._place()
        await self._ask(say.SetReady(room, turn, ready), Readied(seat, turn, ready))

    def _place(self) -> tuple[str, Seat]:
        assert self.client.room is not None
        assert self.client.seat is not None
        return self.client.room.id, self.client.seat

    async def _ask(self, act: say.SaveSlate | say.SetReady, order: Order) -> None:
        entered = self._witness.books.enter(act.room, order)
        self._witness.orders += 1
        async with asyncio.timeout(PATIENCE):
            entered.answer = await self.client.ask(act)


class Table:
    """Three players, or two and a computer, who meet in one room after another until there were enough orders."""

    def __init__(self, number: int, address: Address, witness: Witness) -> None:
        self._has_computer = number % 2 == 1
        names = ("Ann", "Bob") if self._has_computer else ("Ann", "Bob", "Cat")
        self._players = [Player(f"{name} {number}", address, witness) for name in names]
        self._witness = witness
        self._dice = random.Random(witness.dice.random())

    async def play(self, is_enough: Callable[[], bool]) -> None:
        """Raises TimeoutError where something never comes."""
        await _all(player.open() for player in self._players)
        try:
            while not is_enough():
                await self._meet()
                while not is_enough() and all(player.copy for player in self._players):
                    await self._turn()
                await _all(player.client.leave() for player in self._players)
        finally:
            await _all(player.close() for player in self._players)

    async def _meet(self) -> None:
        ann, *others = self._players
        async with asyncio.timeout(PATIENCE):
            third = "greedy" if self._has_computer else say.OPEN
            wanted = a_room(say.YOU, say.OPEN, third, map_id="core", player=ann.name)
            made = await ann.client.create(wanted)
            assert isinstance(made, say.Seated), made
            self._witness.books.rooms.append(made.room.id)
            await _all(self._join(player, made.room.id) for player in others)
            answer = await ann.client.start()
            assert isinstance(answer, say.Done), answer
            await _all(player.until(player.has_begun) for player in self._players)

    async def _join(self, player: Player, room: str) -> None:
        assert isinstance(await player.client.join(room, player.name), say.Seated)
        assert isinstance(await player.client.set_lobby_ready(ready=True), say.Done)

    async def _turn(self) -> None:
        for player in self._players:
            if self._dice.random() < 0.05:
                await player.start_again()
        await _all(player.play() for player in self._players)
        self._witness.turns += 1


async def _all(works: Iterable[Coroutine[Any, Any, object]]) -> None:
    async with asyncio.TaskGroup() as group:
        for work in works:
            group.create_task(work)


async def cut_often(data: Path, orders: int, cuts: int, *, tables: int = 4, seed: int = 7) -> Toll:
    """Play until there were so many orders and cuts, then hold the journal of the server against what was told."""
    witness = Witness(seed)
    async with server_process(data) as server:
        async with CuttingProxy(server.address, witness.dice, cuts) as proxy:

            def is_enough() -> bool:
                return witness.orders >= orders and proxy.cuts >= cuts

            around = [Table(number, proxy.address, witness) for number in range(tables)]
            await _all(table.play(is_enough) for table in around)
        began = time.perf_counter()
        if await server.stop(signal.SIGTERM) != 0:
            witness.broken.append("the server did not stop in good order")
        stopping = time.perf_counter() - began
        log = server.errors.read_text("utf-8")
        witness.broken += [log] if "Traceback" in log else []
    with read_only(data) as database:
        witness.broken += witness.books.faults(database)
    return _toll(witness, proxy, stopping)


def _toll(witness: Witness, proxy: CuttingProxy, stopping: float) -> Toll:
    return Toll(
        witness.orders,
        witness.books.acknowledged,
        witness.turns,
        len(witness.books.rooms),
        {manner.name.lower(): count for manner, count in proxy.broken.items()},
        spread([taken for taken, _ in witness.resumes]),
        spread([taken for taken, missed in witness.resumes if missed]),
        dict(witness.refusals),
        stopping,
        tuple(witness.broken),
    )
