"""One seed, one story: the real host, rooms, sessions and clients in a world that only pretends to be one."""

import asyncio
import contextlib
import logging
import random
from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct

from game.protocol import messages as say
from server.host.outside import Outside
from tests.simulation.chronicle import EPOCH
from tests.simulation.disk import FULL_FOR, Disk
from tests.simulation.guests import StandIn, Watcher
from tests.simulation.network import Network
from tests.simulation.players import Player
from tests.simulation.referee import LogWatch, Referee
from tests.simulation.server import Server
from tests.simulation.virtual_loop import StandstillError, VirtualLoop
from tests.simulation.weather import drawn

LONGEST_STORM = 120.0
ANSWERED_WITHIN = 60.0
"""Seconds of calm in which whatever was asked in the storm must have its answer."""
WENT_ON_WITHIN = 240.0
"""Seconds of calm in which a match that goes on must have played another turn."""


class Report(Struct, frozen=True):
    """What came of a seed. `trace` is its story as lines, `broken` what was wrong."""

    seed: int
    broken: tuple[str, ...]
    trace: tuple[str, ...]
    turns: int
    acknowledged: int
    """Slates that were acknowledged and had to be there when their turn was played."""
    lives: int
    wires: int
    more: dict[str, int]
    """What else happened how often."""


class Simulation:
    """A `World`."""

    def __init__(self, seed: int, loop: VirtualLoop) -> None:
        self.weather = drawn(seed)
        self.room = ""
        self.calm = False
        self.asked: dict[object, tuple[float, say.Act]] = {}
        self.trace: list[tuple[float, str, tuple[object, ...]]] = []
        self._loop = loop
        self._dice = {name: random.Random(f"{name} {seed}") for name in ("net", "disk", "server", "host")}
        slack = 1.0 + 20 * self.weather.disk
        self.referee = Referee(self.note, loop.time, slack)
        outside = Outside(self._wall, self.referee.mint, self._dice["host"].randrange)
        self.disk = Disk(self.weather, self._dice["disk"], self.referee)
        self.server = Server(self.disk, self._dice["server"], outside, self.referee)
        self.net = Network(self.weather, self._dice["net"], self.server)
        self.players = [
            Player(self, f"P{number}", random.Random(f"player {number} {seed}"), owner=number == 0)
            for number in range(self.weather.people)
        ]
        watchers = [
            Watcher(self, f"W{n}", random.Random(f"watcher {n} {seed}")) for n in range(self.weather.watchers)
        ]
        stand_in = StandIn(self, "Sub", random.Random(f"substitute {seed}"))
        self.guests = [*watchers, *([stand_in] if self.weather.absentee == "substitute" else [])]

    def note(self, words: str, *details: object) -> None:
        """See `World.note`."""
        self.trace.append((self._loop.time(), words, details))

    def life(self) -> int:
        """See `World.life`."""
        return self.server.life

    def _wall(self) -> int:
        return EPOCH + int(self._loop.time() * 1000)

    def report(self, seed: int) -> Report:
        """What came of it."""
        return Report(
            seed,
            tuple(self.referee.broken),
            tuple(f"{at:9.3f} {words % details}" for at, words, details in self.trace),
            self._most_turns(),
            self.referee.attempts.acknowledged,
            self.server.life,
            self.net.count,
            dict(self.referee.counts),
        )

    async def run(self) -> None:
        """The storm, then calm; everything asked is answered, and the match goes on."""
        await self.server.start()
        lives = [asyncio.create_task(player.live(), name=player.name) for player in self.players]
        guests = [asyncio.create_task(guest.live(), name=guest.name) for guest in self.guests]
        mishaps = [asyncio.create_task(self._kill_now_and_then()), asyncio.create_task(self._fill_the_disk())]
        await self._storm(lives)
        for mishap in mishaps:
            mishap.cancel()
        await asyncio.wait(mishaps)
        await self._calm_down()
        await self._all_answered()
        await self._goes_on(lives)
        for life in (*lives, *guests):
            life.cancel()
        await asyncio.wait([*lives, *guests])
        for player in (*self.players, *self.guests):
            await player.close()
        await self.server.stop()

    async def _storm(self, lives: list[asyncio.Task[None]]) -> None:
        end = self._loop.time() + LONGEST_STORM
        while self._loop.time() < end and self._most_turns() < self.weather.turns:
            if self.referee.broken or all(life.done() for life in lives):
                return
            await asyncio.sleep(0.5)

    def _most_turns(self) -> int:
        return max((len(room.turns) for room in self.referee.rooms.values()), default=0)

    async def _kill_now_and_then(self) -> None:
        """Also brings the server back after it died by itself, or was told to stop."""
        dice, mean = self._dice["server"], self.weather.kill_every
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(dice.expovariate(1 / mean) if mean else None):
                    await self.server.has_died.wait()
            if dice.random() < 0.25:
                await self.server.stop()
            self.server.kill()
            await asyncio.sleep(dice.uniform(0, self.weather.down))
            await self.server.start()

    async def _fill_the_disk(self) -> None:
        mean = self.weather.disk_full_every
        while mean:
            await asyncio.sleep(self._dice["disk"].expovariate(1 / mean))
            self.disk.full_until = self._loop.time() + FULL_FOR
        await asyncio.Event().wait()

    async def _calm_down(self) -> None:
        self.note("calm")
        self.calm = self.net.calm = self.disk.calm = True
        if not self.server.is_up:
            self.server.kill()
            await self.server.start()

    async def _all_answered(self) -> None:
        since = self._loop.time()
        for _ in range(int(ANSWERED_WITHIN)):
            if not self._waiting(since):
                return
            await asyncio.sleep(1.0)
        for asked_at, act in self._waiting(since):
            self.referee.breaks("asked at %.3f s and never answered: %s", asked_at, act.__class__.__name__)

    def _waiting(self, since: float) -> list[tuple[float, say.Act]]:
        return [asked for asked in self.asked.values() if asked[0] <= since]

    async def _goes_on(self, lives: list[asyncio.Task[None]]) -> None:
        """While somebody plays, another turn is played."""
        before, end = self._most_turns(), self._loop.time() + WENT_ON_WITHIN
        while not self.referee.broken and self._somebody_plays() and self._most_turns() == before:
            if self._loop.time() > end:
                self.referee.breaks("nothing goes on")
            await asyncio.sleep(0.5)
        for life in lives:
            if life.done() and not life.cancelled() and life.exception() is not None:
                raise life.exception() or RuntimeError

    def _somebody_plays(self) -> bool:
        clients = [player.client for player in self.players if player.client is not None]
        rooms = [self.referee.of(client.room.id) for client in clients if client.room is not None]
        return any(room.states and not room.is_over for room in rooms)


@contextmanager
def _watched(referee: Referee) -> Iterator[None]:
    """What the server logs goes to the referee alone."""
    root, watch = logging.getLogger(), LogWatch(referee)
    before = root.handlers, root.level
    root.handlers, root.level = [watch], logging.INFO
    try:
        yield
    finally:
        root.handlers, root.level = before


def simulate(seed: int) -> Report:
    """Play one seed to its end. The same seed always makes the same story."""
    loop = VirtualLoop()
    asyncio.set_event_loop(loop)
    try:
        story = loop.run_until_complete(_begun(seed, loop))
        with _watched(story.referee):
            try:
                loop.run_until_complete(story.run())
            except StandstillError as error:
                story.referee.breaks("everything stands still: %s", error)
            else:
                loop.run_until_complete(_let_go())
        return story.report(seed)
    finally:
        asyncio.set_event_loop(None)
        loop.close()


async def _begun(seed: int, loop: VirtualLoop) -> Simulation:
    return Simulation(seed, loop)


async def _let_go() -> None:
    """Nothing of this seed runs on into the next."""
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    if others:
        await asyncio.wait(others)
