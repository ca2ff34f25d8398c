import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from game.protocol.messages import OVER, PLAYING
from server.disk import rows
from server.disk.database import FILE_NAME
from server.disk.store import open_journal
from server.room.image import Resolved
from tests.support.replays import played_room

IMAGE, TURNS = played_room(3)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[sqlite3.Connection]:
    journal = await open_journal(tmp_path)
    for room in ("r1", "r2"):
        epoch = await journal.claim(room)
        await journal.append(room, epoch, (), IMAGE)
        await journal.append(room, epoch, TURNS, None)
    await journal.close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as opened:
        yield opened


def test_a_room_is_found_by_its_id(database: sqlite3.Connection) -> None:
    found = rows.room(database, "r2")
    assert found is not None
    assert (found.id, found.made, found.image()) == ("r2", 2, IMAGE)
    assert rows.room(database, "r9") is None


def test_rooms_are_found_by_what_they_are(database: sqlite3.Connection) -> None:
    assert [room.id for room in rows.rooms(database, "phase = ?", PLAYING)] == ["r1", "r2"]
    assert list(rows.rooms(database, "phase = ?", OVER)) == []


def test_turns_and_records_come_in_order(database: sqlite3.Connection) -> None:
    assert rows.turns_after(database, "r2", -1) == TURNS
    assert [turn.number for turn in rows.turns_after(database, "r2", 1)] == [2, 3]
    found = rows.room(database, "r2")
    assert found is not None
    after = rows.records_after(database, found.made, found.held)
    assert after == TURNS
    assert all(isinstance(record, Resolved) for record in after)


def test_the_last_turn_has_its_time(database: sqlite3.Connection) -> None:
    assert rows.last_turn_at(database, 2) > 1_700_000_000_000
    assert rows.last_turn_at(database, 9) == 0


def test_an_image_that_cannot_be_read_says_so(database: sqlite3.Connection) -> None:
    database.execute("UPDATE images SET body = x'80' WHERE room = 1")
    found = rows.room(database, "r1")
    assert found is not None
    with pytest.raises(msgspec.DecodeError):
        found.image()
