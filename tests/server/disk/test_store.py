import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.protocol.messages import LOBBY, PLAYING
from game.rules.ids import Seat
from game.rules.orders import NO_ORDERS
from server.disk import store
from server.disk.database import FILE_NAME
from server.disk.journal import Journal, StaleEpochError, StorageError
from server.disk.memory_store import MemoryJournal
from server.disk.schema import STEPS
from server.disk.store import open_journal
from server.room.image import (
    Abandoned,
    Began,
    Image,
    Readied,
    Resolved,
    Saved,
    SeatChanged,
    SeatImage,
    Substitute,
)
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


async def test_the_rooms_of_a_person_are_those_they_sit_or_sat_in_and_that_are_not_over(
    journal: Journal,
) -> None:
    anna = SeatChanged(Seat(0), SeatImage("sra", "person", "Anna", person=7))
    instead = SeatImage("sra", "person", "Bert", person=8, substitute=Substitute("Anna", person=7))
    for room, records in (
        ("r1", (anna,)),
        ("r2", ()),
        ("r3", (SeatChanged(Seat(1), instead),)),
        ("r4", (anna,)),
    ):
        epoch = await journal.claim(room)
        await journal.append(room, epoch, (), image())
        await journal.append(room, epoch, records, None)
    await journal.append("r4", epoch, (Abandoned(),), None)
    assert await journal.rooms_of(7) == ("r3", "r1")
    assert await journal.rooms_of(8) == ("r3",)
    assert await journal.rooms_of(9) == ()


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
    await journal.database.do(lambda database: database.execute("PRAGMA query_only = ON"))
    with pytest.raises(StorageError, match="could not be written"):
        await journal.append("r1", epoch, (SAVED,), None)
    await journal.close()


async def test_places_of_undone_records_stay_empty_and_nothing_is_lost(tmp_path: Path) -> None:
    journal = await open_journal(tmp_path)
    epoch = await journal.claim("r1")
    await journal.append("r1", epoch, (), image())
    failing = journal.database.do_soon(lambda database: database.execute("SELECT nothing"))
    results = await asyncio.gather(
        journal.append("r1", epoch, (SAVED,), None), failing, return_exceptions=True
    )
    assert isinstance(results[1], StorageError)
    await journal.append("r1", epoch, (READIED,), None)
    kept = await journal.load("r1")
    assert kept is not None
    assert kept.records == (SAVED, READIED)
    await journal.close()


async def test_a_first_image_that_was_not_committed_does_not_count(tmp_path: Path) -> None:
    journal = await open_journal(tmp_path)
    epoch = await journal.claim("r1")
    await journal.database.do(lambda database: database.execute("PRAGMA query_only = ON"))
    with pytest.raises(StorageError):
        await journal.append("r1", epoch, (), image())
    journal.database._connection.execute("PRAGMA query_only = OFF")
    with pytest.raises(StorageError, match="has no image"):
        await journal.append("r1", epoch, (SAVED,), None)
    await journal.close()


async def test_of_many_rooms_those_longest_unused_are_looked_up_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "MOST_OWNERS_KNOWN", 2)
    journal = await open_journal(tmp_path)
    epochs = {room: await journal.claim(room) for room in ("r1", "r2", "r3", "r4")}
    for records in ((), (SAVED,), (READIED,)):
        for room, epoch in epochs.items():
            await journal.append(room, epoch, records, None if records else image())
    assert len(journal._owners) == 2
    for room in epochs:
        kept = await journal.load(room)
        assert kept is not None
        assert kept.records == (SAVED, READIED)
    await journal.close()


async def test_a_ruleset_that_many_play_by_is_stored_once(tmp_path: Path) -> None:
    journal = await open_journal(tmp_path)
    for room in ("r1", "r2"):
        await journal.append(room, await journal.claim(room), (), image())
    with sqlite3.connect(tmp_path / FILE_NAME) as database:
        assert database.execute("SELECT count(*) FROM rules").fetchone() == (1,)
    database.close()
    kept = [await journal.load(room) for room in ("r1", "r2")]
    assert [one and one.image.match for one in kept] == [image().match] * 2
    await journal.close()


async def test_a_match_that_begins_in_a_lobby_comes_back_with_it(tmp_path: Path) -> None:
    match = image().match
    assert match is not None
    lobby = replace(image(), match=None, state=None, phase=LOBBY)
    journal = await open_journal(tmp_path)
    epoch = await journal.claim("r1")
    await journal.append("r1", epoch, (), lobby)
    await journal.append("r1", epoch, (Began(match, 7),), image())
    await journal.append("r1", epoch, (SAVED,), None)
    kept = await journal.load("r1")
    assert kept is not None
    assert (kept.image, kept.records) == (image(), (SAVED,))
    await journal.close()
