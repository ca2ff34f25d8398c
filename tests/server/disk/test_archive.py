import shutil
import sqlite3
from pathlib import Path

import pytest

from game.replays.codec import decode
from game.replays.proof import prove
from game.replays.recording import NotRecordableError
from server.disk.archive import finished, replay_from
from server.disk.database import FILE_NAME
from server.disk.journal import StorageError
from server.disk.replay_store import SqliteReplays
from server.disk.replays import kept_replay
from server.disk.store import SqliteJournal, open_journal
from tests.support.replays import played_room
from tests.support.rooms import begun


async def filled(folder: Path) -> SqliteJournal:
    """A journal, still open, with a finished match in r1, one that runs in r2, and a lobby in r3."""
    journal = await open_journal(folder)
    for room, turns in (("r1", 99), ("r2", 3)):
        image, records = played_room(turns)
        epoch = await journal.claim(room)
        await journal.append(room, epoch, (), image)
        await journal.append(room, epoch, records, image)
    await journal.append("r3", await journal.claim("r3"), (), begun().room.image)
    return journal


async def test_finished_matches_are_listed_beside_a_running_server(tmp_path: Path) -> None:
    journal = await filled(tmp_path)
    (one,) = finished(tmp_path)
    assert (one.room, one.players, one.bytes) == ("r1", ("Ann", "Bob"), 0)
    assert one.ended_at > 1_700_000_000
    await journal.close()


async def test_a_finished_match_is_made_a_replay_beside_a_running_server(tmp_path: Path) -> None:
    journal = await filled(tmp_path)
    found = decode([replay_from(tmp_path, "r1")])
    assert prove(found).holds
    assert found.header.ended_at == finished(tmp_path)[0].ended_at
    await journal.close()


@pytest.mark.parametrize("room", ["r2", "r3"])
async def test_a_running_match_keeps_its_secrets(tmp_path: Path, room: str) -> None:
    await (await filled(tmp_path)).close()
    with pytest.raises(NotRecordableError, match="not over"):
        replay_from(tmp_path, room)


async def test_a_room_that_is_not_there_is_told(tmp_path: Path) -> None:
    await (await filled(tmp_path)).close()
    with pytest.raises(StorageError, match="found no room 'r9'"):
        replay_from(tmp_path, "r9")


def test_a_folder_without_a_journal_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="found no journal"):
        finished(tmp_path)


def test_a_file_that_is_no_journal_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"hello" * 1000)
    with pytest.raises(StorageError, match="cannot be read"):
        finished(tmp_path)


def test_a_journal_of_another_version_is_left_as_it_is(tmp_path: Path) -> None:
    shutil.copy(Path(__file__).parent / "journals" / "version-1.sqlite", tmp_path / FILE_NAME)
    with pytest.raises(StorageError, match="found version 1"):
        finished(tmp_path)
    with sqlite3.connect(tmp_path / FILE_NAME) as database:
        assert database.execute("SELECT version FROM schema_version").fetchone() == (1,)
    database.close()


async def test_matches_of_older_rules_are_left_out_and_explained(tmp_path: Path) -> None:
    await (await filled(tmp_path)).close()
    with sqlite3.connect(tmp_path / FILE_NAME) as database:
        database.execute("UPDATE images SET body = x'80' WHERE room = 1")
    database.close()
    assert finished(tmp_path) == ()
    with pytest.raises(StorageError, match="use the version of the server"):
        replay_from(tmp_path, "r1")


async def test_a_match_that_left_the_journal_is_still_in_the_archive(tmp_path: Path) -> None:
    journal = await filled(tmp_path)
    image, records = played_room(99)
    await SqliteReplays(journal.database).keep(kept_replay(image, records, 1_790_000_000))
    await journal.database.do(lambda db: db.execute("DELETE FROM rooms WHERE id = 'r1'"))
    (one,) = finished(tmp_path)
    assert (one.room, one.ended_at, one.bytes) == ("r1", 1_790_000_000, len(replay_from(tmp_path, "r1")))
    assert prove(decode([replay_from(tmp_path, "r1")])).holds
    await journal.close()
