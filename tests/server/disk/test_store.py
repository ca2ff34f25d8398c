import asyncio
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from game.protocol.messages import PLAYING
from game.rules.ids import Seat
from game.rules.orders import NO_ORDERS
from server.disk.journal import Journal, StaleEpochError, StorageError
from server.disk.memory_store import MemoryJournal
from server.disk.schema import STEPS
from server.disk.store import FILE_NAME, MOST_SETTLED_AT_ONCE, open_journal
from server.room.image import Abandoned, Image, Readied, Resolved, Saved
from tests.support.rooms import begun

SAVED = Saved(Seat(0), 1, NO_ORDERS)
READIED = Readied(Seat(1), 1, ready=True)


def image() -> Image:
    return begun().room.image


def turn(number: int) -> Resolved:
    return Resolved(number, number, (NO_ORDERS, NO_ORDERS), (), b"p" * 32, b"s" * 32)


@pytest.fixture(params=["memory", "sqlite"])
async def journal(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Journal]:
    made: Journal = MemoryJournal() if request.param == "memory" else await open_journal(tmp_path)
    yield made
    await made.close()


async def test_what_is_stored_comes_back(journal: Journal) -> None:
    epoch = await journal.claim("r1")
    await journal.append("r1", epoch, (SAVED,), image())
    await journal.append("r1", epoch, (SAVED, READIED), None)
    await journal.append("r1", epoch, (READIED,), None)
    kept = await journal.load("r1")
    assert kept is not None
    assert kept.image == image()
    assert kept.records == (SAVED, READIED, READIED)
    assert kept.now().ready == (False, True)


async def test_a_new_image_holds_what_came_before_it(journal: Journal) -> None:
    epoch = await journal.claim("r1")
    await journal.append("r1", epoch, (), image())
    await journal.append("r1", epoch, (SAVED,), None)
    await journal.append("r1", epoch, (turn(1),), image())
    kept = await journal.load("r1")
    assert kept is not None
    assert kept.records == ()


async def test_an_owner_under_an_old_epoch_is_refused(journal: Journal) -> None:
    old = await journal.claim("r1")
    await journal.append("r1", old, (), image())
    new = await journal.claim("r1")
    assert new > old
    with pytest.raises(StaleEpochError):
        await journal.append("r1", old, (SAVED,), None)
    await journal.append("r1", new, (READIED,), None)
    kept = await journal.load("r1")
    assert kept is not None
    assert kept.records == (READIED,)


async def test_the_first_append_has_an_image(journal: Journal) -> None:
    epoch = await journal.claim("r1")
    with pytest.raises(StorageError):
        await journal.append("r1", epoch, (SAVED,), None)
    assert await journal.load("r1") is None


async def test_rooms_that_are_over_are_not_running(journal: Journal) -> None:
    for room in ("r1", "r2", "r3"):
        await journal.append(room, await journal.claim(room), (), image())
    await journal.append("r2", await journal.claim("r2"), (Abandoned(),), None)
    await journal.claim("r4")
    assert await journal.running() == ("r1", "r3")


async def test_every_turn_that_was_played_is_recalled_whole(journal: Journal) -> None:
    epoch = await journal.claim("r1")
    await journal.append("r1", epoch, (SAVED,), image())
    await journal.append("r1", epoch, (turn(1), SAVED), image())
    await journal.append("r1", epoch, (turn(2),), None)
    assert await journal.played("r1") == (turn(1), turn(2))
    assert await journal.played("r2") == ()


async def test_the_ledgers_after_a_number_are_recalled(journal: Journal) -> None:
    for room in ("r1", "r2"):
        epoch = await journal.claim(room)
        await journal.append(room, epoch, (), image())
        for number in (1, 2, 3):
            await journal.append(room, epoch, (turn(number),), image())
    assert [turned.turn for turned in await journal.ledgers("r1", 1)] == [2, 3]
    assert await journal.ledgers("r1", 3) == ()
    assert await journal.ledgers("nowhere", 0) == ()


async def test_one_that_fails_does_not_take_others_of_the_same_commit_along(journal: Journal) -> None:
    epoch = await journal.claim("r1")
    await journal.append("r1", epoch, (), image())
    results = await asyncio.gather(
        journal.append("r1", epoch, (SAVED,), None),
        journal.append("r1", epoch - 1, (READIED,), None),
        journal.append("r1", epoch, (SAVED,), None),
        return_exceptions=True,
    )
    assert [type(result) for result in results] == [type(None), StaleEpochError, type(None)]
    kept = await journal.load("r1")
    assert kept is not None
    assert kept.records == (SAVED, SAVED)


async def test_the_live_connection_writes_ahead_and_syncs_fully(tmp_path: Path) -> None:
    journal = await open_journal(tmp_path)
    assert await journal.pragmas("journal_mode", "synchronous", "foreign_keys") == ("wal", 2, 1)
    await journal.close()


async def test_the_next_server_finds_what_was_stored(tmp_path: Path) -> None:
    first = await open_journal(tmp_path)
    epoch = await first.claim("r1")
    await first.append("r1", epoch, (), image())
    await first.close()
    second = await open_journal(tmp_path)
    assert await second.running() == ("r1",)
    newer = await second.claim("r1")
    with pytest.raises(StaleEpochError):
        await second.append("r1", epoch, (SAVED,), None)
    await second.append("r1", newer, (SAVED,), None)
    kept = await second.load("r1")
    assert kept is not None
    assert kept.turn_at > 0
    assert kept.image.phase == PLAYING
    await second.close()


async def test_a_folder_takes_one_server_at_a_time(tmp_path: Path) -> None:
    first = await open_journal(tmp_path)
    with pytest.raises(StorageError, match="another server is using"):
        await open_journal(tmp_path)
    await first.close()
    await (await open_journal(tmp_path)).close()


async def test_a_closed_journal_takes_nothing(tmp_path: Path) -> None:
    journal = await open_journal(tmp_path)
    await journal.close()
    await journal.close()
    with pytest.raises(StorageError):
        await journal.claim("r1")


async def test_a_file_of_a_later_version_is_explained(tmp_path: Path) -> None:
    await (await open_journal(tmp_path)).close()
    with sqlite3.connect(tmp_path / FILE_NAME) as database:
        database.execute("UPDATE schema_version SET version = ?", (len(STEPS) + 1,))
    database.close()
    with pytest.raises(StorageError, match="newer server"):
        await open_journal(tmp_path)


async def test_a_file_that_is_no_journal_is_explained(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"this is no database" * 100)
    with pytest.raises(StorageError, match="cannot open"):
        await open_journal(tmp_path)


async def test_a_disk_that_fails_fails_everyone_who_waits(tmp_path: Path) -> None:
    journal = await open_journal(tmp_path)
    epoch = await journal.claim("r1")
    await journal.append("r1", epoch, (), image())
    await journal._do(lambda database: database.execute("PRAGMA query_only = ON"))
    with pytest.raises(StorageError, match="could not be written"):
        await journal.append("r1", epoch, (SAVED,), None)
    await journal.close()


async def test_those_who_waited_for_one_commit_go_on_a_few_at_a_time(tmp_path: Path) -> None:
    journal = await open_journal(tmp_path)
    turns = 0
    went_on: Counter[int] = Counter()

    async def count() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    async def claim(room: int) -> None:
        await journal.claim(f"r{room}")
        went_on[turns] += 1

    counting = asyncio.create_task(count())
    await asyncio.gather(*(claim(room) for room in range(5 * MOST_SETTLED_AT_ONCE)))
    counting.cancel()
    assert went_on.total() == 5 * MOST_SETTLED_AT_ONCE
    assert max(went_on.values()) <= MOST_SETTLED_AT_ONCE
    await journal.close()
