"""What is kept how long: matches that are over go when their replay is kept, in small steps beside play."""

import asyncio
import functools
import sqlite3
import time
from collections.abc import Callable
from typing import Final

from msgspec import Struct

from game.protocol.messages import OVER
from server.disk.database import Database

DAY: Final = 24 * 3600 * 1000
_AT_ONCE: Final = 10
"""Rooms that go in one commit: some hundred rows each."""

_REST: Final = 0.1
"""Seconds between two commits, which are the players'."""


class Terms(Struct, frozen=True):
    """Days after which a room that is over goes from the journal, and a replay from the archive; 0 for never."""

    rooms: int = 30
    replays: int = 0


class Swept(Struct, frozen=True):
    """How much has gone."""

    rooms: int = 0
    replays: int = 0


def _now() -> int:
    return time.time_ns() // 1_000_000


class Retention:
    """Sweeps when it is told to. `wall` gives milliseconds since 1970."""

    def __init__(self, database: Database, terms: Terms, wall: Callable[[], int] = _now) -> None:
        self._database = database
        self.terms = terms
        """May be changed; they count from the next sweep on."""
        self._wall = wall

    async def sweep(self, is_open: Callable[[str], bool]) -> Swept:
        """Let go of what is old enough, but for the rooms that are open in memory. Raises StorageError.

        A match whose replay is still to be made stays, whatever its age.
        """
        rooms = await self._sweep_rooms(is_open) if self.terms.rooms else 0
        replays = await self._sweep_replays() if self.terms.replays else 0
        return Swept(rooms, replays)

    async def _sweep_rooms(self, is_open: Callable[[str], bool]) -> int:
        before = self._wall() - self.terms.rooms * DAY
        old = [
            room for room in await self._database.do(lambda db: _old_rooms(db, before)) if not is_open(room)
        ]
        for first in range(0, len(old), _AT_ONCE):
            some = old[first : first + _AT_ONCE]
            await self._database.do(functools.partial(_let_go, rooms=some))
            await asyncio.sleep(_REST)
        await self._database.do(_let_go_of_rules)
        return len(old)

    async def _sweep_replays(self) -> int:
        before = (self._wall() - self.terms.replays * DAY) // 1000
        return await self._database.do(lambda db: _let_go_of_replays(db, before))


def _old_rooms(database: sqlite3.Connection, before: int) -> list[str]:
    """Those over whose last record is older, and that were counted and archived if there was a match."""
    rows = database.execute(
        "SELECT id FROM rooms LEFT JOIN matches ON matches.room = made WHERE phase = ?"
        " AND ifnull((SELECT at FROM records WHERE records.room = made ORDER BY place DESC LIMIT 1), 0) < ?"
        " AND (matches.room IS NULL OR (id IN (SELECT room FROM replays) AND id IN (SELECT room FROM counted)))"
        " ORDER BY made",
        (OVER, before),
    ).fetchall()
    return [room for (room,) in rows]


def _let_go(database: sqlite3.Connection, rooms: list[str]) -> None:
    for room in rooms:
        database.execute("DELETE FROM rooms WHERE id = ?", (room,))
        database.execute("DELETE FROM counted WHERE room = ?", (room,))
        database.execute("DELETE FROM replays WHERE room = ? AND body IS NULL", (room,))


def _let_go_of_rules(database: sqlite3.Connection) -> None:
    database.execute("DELETE FROM rules WHERE id NOT IN (SELECT rules FROM matches)")


def _let_go_of_replays(database: sqlite3.Connection, before: int) -> int:
    """A room that is still in the journal keeps its row, so that its replay is not made again."""
    statement = "DELETE FROM replays WHERE ended_at < ? AND room NOT IN (SELECT id FROM rooms)"
    return database.execute(statement, (before,)).rowcount
