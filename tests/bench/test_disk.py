"""What the journal costs: a save alone, many at once, and a turn, beside a bare commit of the same disk.

Times are of the wall where they say how long a player waits, and of the process's CPU where they say `cpu`.
A hundred and fifty rooms save at once, as in the load that the server is built for.
"""

import asyncio
import itertools
import sqlite3
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import pytest

from server.disk.store import SqliteJournal, open_journal
from server.room.image import Image, Record, Saved
from tests.support.replays import played_room

ROOMS = [f"room {number}" for number in range(150)]


class Bench:
    """An open journal with a running match in each of the rooms, and the loop that it lives in."""

    def __init__(self, folder: Path) -> None:
        self._runner = asyncio.Runner()
        self.image, self.records = played_room(12)
        turn = self.records[-1]
        self.save = Saved(self.image.owner, turn.turn, turn.slates[0])
        self.run(self._open(folder))

    async def _open(self, folder: Path) -> None:
        self.journal: SqliteJournal = await open_journal(folder)
        self._epochs = {room: await self.journal.claim(room) for room in ROOMS}
        await self.together([self.append(room, (), self.image) for room in ROOMS])

    def run(self, work: Awaitable[object]) -> None:
        async def wait() -> None:
            await work

        self._runner.run(wait())

    async def together(self, works: list[Awaitable[None]]) -> None:
        await asyncio.gather(*works)

    async def append(self, room: str, records: tuple[Record, ...], image: Image | None = None) -> None:
        await self.journal.append(room, self._epochs[room], records, image)

    def close(self) -> None:
        self.run(self.journal.close())
        self._runner.close()


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(tmp_path)
    yield bench
    bench.close()


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Callable[[], None]]:
    """A commit of one small row by a connection with the same PRAGMAs and nothing around it."""
    database = sqlite3.connect(tmp_path / "bare.sqlite", isolation_level=None)
    for pragma in ("journal_mode = WAL", "synchronous = FULL"):
        database.execute(f"PRAGMA {pragma}")
    database.execute("CREATE TABLE rows (number INTEGER PRIMARY KEY, body BLOB)")
    yield lambda: _commit(database, b"x" * 60)
    database.close()


def _commit(database: sqlite3.Connection, body: bytes) -> None:
    database.execute("BEGIN IMMEDIATE")
    database.execute("INSERT INTO rows (body) VALUES (?)", (body,))
    database.execute("COMMIT")


def test_a_bare_commit(benchmark, bare):
    benchmark(bare)


def test_one_save(benchmark, bench):
    benchmark(lambda: bench.run(bench.append(ROOMS[0], (bench.save,))))


@pytest.mark.parametrize("clock", [time.perf_counter, time.process_time], ids=["wall", "cpu"])
def test_a_save_in_each_of_150_rooms(benchmark, bench, clock):
    benchmark._timer = clock
    benchmark(lambda: bench.run(bench.together([bench.append(room, (bench.save,)) for room in ROOMS])))


@pytest.mark.parametrize("clock", [time.perf_counter, time.process_time], ids=["wall", "cpu"])
def test_a_turn_in_each_of_10_rooms(benchmark, bench, clock):
    benchmark._timer = clock
    turn, rooms = bench.records[-1], itertools.cycle(ROOMS)
    benchmark(
        lambda: bench.run(
            bench.together([bench.append(next(rooms), (turn,), bench.image) for _ in range(10)])
        )
    )
