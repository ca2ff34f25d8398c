import asyncio
import sqlite3
from pathlib import Path

import pytest

from server.disk import backup
from server.disk.backup import back_up, look_at, restore
from server.disk.database import FILE_NAME
from server.disk.journal import StorageError
from server.disk.people_store import SqlitePeople
from server.disk.schema import STEPS
from server.disk.store import SqliteJournal, open_journal
from server.room.image import Readied
from tests.support.many_rooms import fill
from tests.support.rooms import begun

READIED = Readied(begun().room.image.owner, 1, ready=True)


async def filled(folder: Path) -> SqliteJournal:
    """A journal, still open, with three rooms and a player."""
    await fill(folder, 3)
    journal = await open_journal(folder)
    await SqlitePeople(journal.database).claim("k" * 43, "Ann")
    return journal


def names_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


async def test_a_copy_beside_a_running_server_holds_what_was_there_at_its_beginning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "_PAGES", 1)
    monkeypatch.setattr(backup, "_REST", 0.002)
    journal = await filled(tmp_path / "data")
    epoch = await journal.claim("room0")
    copying = asyncio.create_task(asyncio.to_thread(back_up, tmp_path / "data", tmp_path / "copy.sqlite"))
    written = 0
    while not copying.done():
        await journal.append("room0", epoch, (READIED,), None)
        written += 1
        await asyncio.sleep(0)
    found = await copying
    assert (found.version, found.rooms, found.players) == (len(STEPS), 3, 1)
    assert written > 1
    await journal.close()
    restore(tmp_path / "copy.sqlite", tmp_path / "again")
    again = await open_journal(tmp_path / "again")
    kept = await again.load("room0")
    assert kept is not None
    assert len([record for record in kept.records if record == READIED]) < written
    assert await again.running() == ("room0", "room1", "room2")
    assert (await SqlitePeople(again.database).find("Ann")) is not None
    await again.close()


async def test_a_copy_is_one_file(tmp_path: Path) -> None:
    await (await filled(tmp_path / "data")).close()
    found = back_up(tmp_path / "data", tmp_path / "copy.sqlite")
    assert names_in(tmp_path) == ["copy.sqlite", "data"]
    assert found.bytes == (tmp_path / "copy.sqlite").stat().st_size
    assert look_at(tmp_path / "copy.sqlite") == found


async def test_nothing_is_written_over(tmp_path: Path) -> None:
    await (await filled(tmp_path / "data")).close()
    (tmp_path / "copy.sqlite").write_bytes(b"mine")
    with pytest.raises(StorageError, match="exists already"):
        back_up(tmp_path / "data", tmp_path / "copy.sqlite")
    assert (tmp_path / "copy.sqlite").read_bytes() == b"mine"
    back_up(tmp_path / "data", tmp_path / "other.sqlite")
    with pytest.raises(StorageError, match="move it away"):
        restore(tmp_path / "other.sqlite", tmp_path / "data")


async def test_a_folder_in_use_is_not_restored_into(tmp_path: Path) -> None:
    journal = await filled(tmp_path / "data")
    back_up(tmp_path / "data", tmp_path / "copy.sqlite")
    with pytest.raises(StorageError, match="another server is using"):
        restore(tmp_path / "copy.sqlite", tmp_path / "data")
    await journal.close()


def test_a_folder_without_a_journal_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="found no journal"):
        back_up(tmp_path, tmp_path / "copy.sqlite")
    with pytest.raises(StorageError, match="found no file"):
        restore(tmp_path / "copy.sqlite", tmp_path / "data")


async def test_a_broken_copy_is_told_and_not_restored(tmp_path: Path) -> None:
    await (await filled(tmp_path / "data")).close()
    file = tmp_path / "copy.sqlite"
    back_up(tmp_path / "data", file)
    whole = file.read_bytes()
    for broken in (whole[: len(whole) // 2], b"no database" * 1000, _scratched(whole)):
        file.write_bytes(broken)
        with pytest.raises(StorageError, match=r"copy\.sqlite"):
            restore(file, tmp_path / "again")
        assert not (tmp_path / "again" / FILE_NAME).exists()


def _scratched(whole: bytes) -> bytes:
    """Every page but the first two is something else."""
    return whole[:8192] + bytes(len(whole) - 8192)


async def test_a_copy_with_rows_that_belong_nowhere_is_told(tmp_path: Path) -> None:
    await (await filled(tmp_path / "data")).close()
    file = tmp_path / "copy.sqlite"
    back_up(tmp_path / "data", file)
    with sqlite3.connect(file) as database:
        database.execute("DELETE FROM rooms WHERE id = 'room1'")
    database.close()
    with pytest.raises(StorageError, match="belongs to none of rooms"):
        look_at(file)


async def test_a_copy_of_a_later_version_is_told(tmp_path: Path) -> None:
    await (await filled(tmp_path / "data")).close()
    file = tmp_path / "copy.sqlite"
    back_up(tmp_path / "data", file)
    with sqlite3.connect(file) as database:
        database.execute("UPDATE schema_version SET version = ?", (len(STEPS) + 1,))
    database.close()
    with pytest.raises(StorageError, match="newer server"):
        look_at(file)


@pytest.mark.parametrize("version", range(1, len(STEPS)))
async def test_a_copy_of_an_older_version_is_good_and_moved_on_by_the_server(
    tmp_path: Path, version: int
) -> None:
    kept = Path(__file__).parent / "journals" / f"version-{version}.sqlite"
    assert restore(kept, tmp_path / "again").version == version
    await (await open_journal(tmp_path / "again")).close()


async def test_nothing_is_put_beside_a_copy(tmp_path: Path) -> None:
    kept = Path(__file__).parent / "journals" / "version-1.sqlite"
    (tmp_path / "copies").mkdir()
    copy = tmp_path / "copies" / "copy.sqlite"
    copy.write_bytes(kept.read_bytes())
    restore(copy, tmp_path / "data")
    assert names_in(tmp_path / "copies") == ["copy.sqlite"]


async def test_files_copied_by_hand_with_their_log_are_read_with_it(tmp_path: Path) -> None:
    journal = await filled(tmp_path / "data")
    (tmp_path / "hand").mkdir()
    for name in (FILE_NAME, f"{FILE_NAME}-wal"):
        (tmp_path / "hand" / name).write_bytes((tmp_path / "data" / name).read_bytes())
    await journal.close()
    assert look_at(tmp_path / "hand" / FILE_NAME).players == 1
