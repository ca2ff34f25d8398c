"""One process of a load: connects, sits down, waits for the word, plays, and hands back what it measured."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from time import perf_counter, process_time
from typing import Any, Final

from msgspec import Struct

from game.content import ruleset
from game.lab.load.load import Load, LoadError
from game.lab.load.samples import Samples
from game.lab.load.script import written
from game.lab.load.seat import LoadSeat
from game.lab.load.table import LoadTable
from game.lab.matches import MatchSetup
from game.lab.seats import deal
from game.maps import check
from game.protocol.messages import ANY, SeatPlan

_SCRIPTS: Final = 4
"""Different matches that the rooms of a process play."""

_SITTING_DOWN: Final = 8
"""Rooms of a process that fill at the same time."""


class Reached(Struct, frozen=True):
    """A process came so far: `scripts`, `connected`, `seated`. It goes on when it is told to."""

    stage: str
    seconds: float


Report = Reached | Samples | LoadError


def drive(load: Load, url: str, pipe: Connection) -> None:
    """The whole life of the process; what it has to say goes into the pipe."""
    try:
        with asyncio.Runner(loop_factory=_loop_factory()) as runner:
            runner.run(_Driver(load, url, pipe).run())
    except (LoadError, OSError, TimeoutError) as error:
        pipe.send(error if isinstance(error, LoadError) else LoadError(f"{type(error).__name__}: {error}"))
    except (EOFError, KeyboardInterrupt):
        return  # whoever started this process is gone, or ends it


def _loop_factory() -> "type[asyncio.AbstractEventLoop] | None":
    try:
        import uvloop  # noqa: PLC0415 - not on every platform
    except ImportError:
        return None
    return uvloop.Loop


class _Driver:
    def __init__(self, load: Load, url: str, pipe: Connection) -> None:
        self._load = load
        self._url = url
        self._pipe = pipe
        self._samples = Samples()

    async def run(self) -> None:
        city = check(Path(self._load.map_folder)).city
        level = self._load.orders
        plans = deal([SeatPlan(ANY, level)] * self._load.seats, tuple(ruleset().factions))
        setup = MatchSetup(city, plans, self._load.length)
        saves = self._load.saves_per_turn
        seeds = range(self._load.seed, self._load.seed + min(_SCRIPTS, self._load.rooms))
        scripts = [written(setup, seed, level, saves) for seed in seeds]
        await self._reached("scripts", 0.0)
        async with asyncio.timeout(self._load.within):
            seats = [[LoadSeat(self._samples) for _ in plans] for _ in range(self._load.rooms)]
            everybody = [seat for room in seats for seat in room]
            await self._timed("connected", self._connect(everybody))
            tables = [
                LoadTable(
                    self._load,
                    setup,
                    scripts[n % len(scripts)],
                    room,
                    self._samples,
                    Random(f"{self._load.seed} {n}"),  # noqa: S311 - when somebody plays is no secret
                )
                for n, room in enumerate(seats)
            ]
            await self._timed("seated", _a_few_at_a_time(_SITTING_DOWN, [table.sit for table in tables]))
        await self._play(tables, everybody)

    async def _connect(self, seats: list[LoadSeat]) -> None:
        await _a_few_at_a_time(self._load.ungreeted, [partial(seat.open, self._url) for seat in seats])

    async def _timed(self, stage: str, work: Coroutine[Any, Any, None]) -> None:
        begin = perf_counter()
        await work
        await self._reached(stage, perf_counter() - begin)

    async def _reached(self, stage: str, seconds: float) -> None:
        self._pipe.send(Reached(stage, seconds))
        await asyncio.to_thread(self._pipe.recv)

    async def _play(self, tables: list[LoadTable], seats: list[LoadSeat]) -> None:
        samples = self._samples
        before = [seat.traffic for seat in seats]
        begin, cpu = perf_counter(), process_time()
        try:
            async with asyncio.timeout(self._load.within), asyncio.TaskGroup() as group:
                for number, table in enumerate(tables):
                    phase = self._load.seconds_per_turn * number / len(tables)
                    group.create_task(self._one(table, begin + phase))
        except TimeoutError:
            samples.out_of_time = True
        samples.seconds = perf_counter() - begin
        samples.cpu = process_time() - cpu
        for seat, (received, sent) in zip(seats, before, strict=True):
            samples.bytes_in += seat.traffic[0] - received
            samples.bytes_out += seat.traffic[1] - sent
            seat.close()
        self._pipe.send(samples)

    async def _one(self, table: LoadTable, begin: float) -> None:
        """A room that cannot go on is counted; the others play."""
        try:
            await table.play(begin)
        except LoadError as error:
            self._samples.failure(str(error))


async def _a_few_at_a_time(most: int, works: list[Callable[[], Awaitable[None]]]) -> None:
    """Do all of it, so many at a time. Raises what went wrong first, and ends the others."""
    gate = asyncio.Semaphore(most)

    async def one(work: Callable[[], Awaitable[None]]) -> None:
        async with gate:
            await work()

    try:
        async with asyncio.TaskGroup() as group:
            for work in works:
                group.create_task(one(work))
    except ExceptionGroup as errors:
        raise errors.exceptions[0] from errors
