import asyncio
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from game.replays.recording import NotRecordableError
from server.disk.database import FILE_NAME
from server.disk.journal import StorageError
from server.disk.replay_file import replay_from_file
from server.disk.replays import KeptReplay, kept_replay
from server.disk.store import SqliteJournal, open_journal
from tests.support.replays import played_room
from tests.support.rooms import begun

IMAGE, RECORDS = played_room()


@pytest.fixture
async def journal(tmp_path: Path) -> SqliteJournal:
    """Open, as a server has it: with a room that is over and one that is not."""
    journal = await open_journal(tmp_path)
    room = IMAGE.setup.id
    await journal.append(room, await journal.claim(room), (), begun().room.image)
    await journal.append(room, await journal.claim(room), RECORDS, IMAGE)
    await journal.append("r2", await journal.claim("r2"), (), begun().room.image)
    return journal


async def made_here(journal: SqliteJournal) -> KeptReplay:
    kept = await journal.load(IMAGE.setup.id)
    assert kept is not None
    return kept_replay(kept.now(), await journal.played(IMAGE.setup.id), 7)


async def test_it_is_the_same_as_one_made_from_the_journal(tmp_path: Path, journal: SqliteJournal) -> None:
    assert replay_from_file(tmp_path, IMAGE.setup.id, 7) == await made_here(journal)
    await journal.close()


async def test_another_process_makes_it_while_the_server_writes(
    tmp_path: Path, journal: SqliteJournal
) -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        loop = asyncio.get_running_loop()
        making = loop.run_in_executor(pool, replay_from_file, tmp_path, IMAGE.setup.id, 7)
        while not making.done():
            await journal.check()
            await asyncio.sleep(0.01)
    assert making.result() == await made_here(journal)
    await journal.close()


async def test_a_match_that_runs_is_not_told_of(tmp_path: Path, journal: SqliteJournal) -> None:
    with pytest.raises(NotRecordableError):
        replay_from_file(tmp_path, "r2", 7)
    assert replay_from_file(tmp_path, "nowhere", 7) is None
    await journal.close()


def test_a_file_that_cannot_be_read_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot read"):
        replay_from_file(tmp_path, "r1", 7)
    (tmp_path / FILE_NAME).write_bytes(b"no database at all, and long enough to look like one" * 40)
    with pytest.raises(StorageError, match="cannot read"):
        replay_from_file(tmp_path, "r1", 7)
