"""What only the people on disk promise; the rest is in `tests/server/people/test_people.py`."""

import sqlite3
from pathlib import Path

from msgspec.structs import replace

from server.disk.database import FILE_NAME, open_database
from server.disk.people_store import SqlitePeople
from server.disk.store import open_journal
from server.people.ban import FOR_EVER, Ban
from server.people.person import Person
from server.room.result import result_of
from tests.support.replays import played_room
from tests.support.rooms import begun

KEY = "k" * 43


async def test_people_and_bans_outlive_the_server(tmp_path: Path) -> None:
    first = await open_database(tmp_path)
    ann = await SqlitePeople(first).claim(KEY, "Ann")
    assert isinstance(ann, Person)
    await SqlitePeople(first).ban("10.0.0.1", Ban(FOR_EVER, "noisy"))
    await first.close()
    second = await open_database(tmp_path)
    people = SqlitePeople(second)
    assert await people.known(KEY) == ann
    assert await people.is_banned("10.0.0.1", 0) == Ban(FOR_EVER, "noisy")
    await second.close()


async def test_no_secret_lies_in_the_file(tmp_path: Path) -> None:
    database = await open_database(tmp_path)
    people = SqlitePeople(database)
    ann = await people.claim(KEY, "Ann")
    assert isinstance(ann, Person)
    code = await people.new_code(ann.id)
    await database.close()
    written = (tmp_path / FILE_NAME).read_bytes()
    assert b"Ann" in written
    assert KEY.encode() not in written
    assert code.encode() not in written


async def test_a_match_that_ended_just_before_the_server_did_is_counted_by_the_next(tmp_path: Path) -> None:
    journal = await open_journal(tmp_path)
    people = SqlitePeople(journal.database)
    image, records = played_room()
    for room in ("r1", "r2"):
        over = replace(image, setup=replace(image.setup, id=room))
        await journal.append(room, await journal.claim(room), (), begun().room.image)
        await journal.append(room, await journal.claim(room), records, over)
    assert await people.uncounted() == ("r1", "r2")
    result = result_of(image)
    assert result is not None
    await people.finished(result)
    assert await people.uncounted() == ("r2",)
    await journal.close()


async def test_seeing_somebody_often_writes_seldom(tmp_path: Path) -> None:
    now = 1_790_000_000_000
    database = await open_database(tmp_path)
    people = SqlitePeople(database, lambda: now)
    await people.claim(KEY, "Ann")

    def seen(connection: sqlite3.Connection) -> int:
        return int(connection.execute("SELECT seen_at FROM players").fetchone()[0])

    now += 60_000
    await people.known(KEY)
    assert await database.do(seen) == now - 60_000
    now += 3_600_000
    await people.known(KEY)
    assert await database.do(seen) == now
    await database.close()
