import sqlite3
from pathlib import Path

import pytest
from msgspec.structs import replace

from server.disk import retention
from server.disk.people_store import SqlitePeople
from server.disk.replay_store import SqliteReplays
from server.disk.replays import Unkept, kept_replay
from server.disk.retention import DAY, Retention, Swept, Terms
from server.disk.store import SqliteJournal, open_journal
from server.room.image import Abandoned
from tests.support.replays import played_room
from tests.support.results import result
from tests.support.rooms import begun

IMAGE, TURNS = played_room()


class Clock:
    """So many days after the last thing happened."""

    def __init__(self) -> None:
        self.days = 0.0

    def __call__(self) -> int:
        return retention._now() + int(self.days * DAY)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(autouse=True)
def without_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "_REST", 0)


async def finished(journal: SqliteJournal, room: str, *, archived: bool = True) -> None:
    """A room whose match is over, counted, and in the archive if it shall be."""
    over = replace(IMAGE, setup=replace(IMAGE.setup, id=room))
    epoch = await journal.claim(room)
    await journal.append(room, epoch, (), begun().room.image)
    await journal.append(room, epoch, TURNS, over)
    await SqlitePeople(journal.database).finished(result(room=room))
    if archived:
        ended_at = retention._now() // 1000
        await SqliteReplays(journal.database).keep(kept_replay(over, TURNS, ended_at))


async def rooms_in(journal: SqliteJournal) -> list[str]:
    return await journal.database.do(
        lambda db: [room for (room,) in db.execute("SELECT id FROM rooms ORDER BY made")]
    )


async def count(journal: SqliteJournal, table: str) -> int:
    def counted(database: sqlite3.Connection) -> int:
        return int(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    return await journal.database.do(counted)


def nothing_open(_room: str) -> bool:
    return False


async def test_rooms_that_are_over_go_after_their_days_with_all_that_is_theirs(
    tmp_path: Path, clock: Clock
) -> None:
    journal = await open_journal(tmp_path)
    await finished(journal, "r1")
    sweeper = Retention(journal.database, Terms(rooms=30), clock)
    clock.days = 29.9
    assert await sweeper.sweep(nothing_open) == Swept(0, 0)
    clock.days = 30.1
    assert await sweeper.sweep(nothing_open) == Swept(1, 0)
    for table in ("rooms", "records", "images", "matches", "rules", "counted"):
        assert await count(journal, table) == 0
    assert await SqliteReplays(journal.database).may_have("r1", 0)
    await journal.close()


async def test_what_runs_or_is_open_or_not_archived_stays(tmp_path: Path, clock: Clock) -> None:
    journal = await open_journal(tmp_path)
    await finished(journal, "open")
    await finished(journal, "not archived", archived=False)
    await journal.append("running", await journal.claim("running"), (), begun().room.image)
    await finished(journal, "old")
    clock.days = 1000
    swept = await Retention(journal.database, Terms(1, 1), clock).sweep(lambda room: room == "open")
    assert swept == Swept(1, 1)
    assert await rooms_in(journal) == ["open", "not archived", "running"]
    assert await count(journal, "rules") == 1
    await journal.close()


async def test_a_match_without_a_replay_goes_when_it_is_given_up(tmp_path: Path, clock: Clock) -> None:
    journal = await open_journal(tmp_path)
    await finished(journal, "r1", archived=False)
    await SqliteReplays(journal.database).cannot(Unkept("r1", 1))
    clock.days = 31
    assert await Retention(journal.database, Terms(), clock).sweep(nothing_open) == Swept(1, 0)
    assert await count(journal, "replays") == 0
    await journal.close()


async def test_a_lobby_that_everybody_left_goes_too(tmp_path: Path, clock: Clock) -> None:
    journal = await open_journal(tmp_path)
    epoch = await journal.claim("r1")
    lobby = replace(begun().room.image, phase="lobby", match=None, state=None)
    await journal.append("r1", epoch, (), lobby)
    await journal.append("r1", epoch, (Abandoned(),), None)
    clock.days = 31
    assert await Retention(journal.database, Terms(), clock).sweep(nothing_open) == Swept(1, 0)
    await journal.close()


async def test_many_go_a_few_at_a_time(tmp_path: Path, clock: Clock) -> None:
    journal = await open_journal(tmp_path)
    for number in range(2 * retention._AT_ONCE + 1):
        await finished(journal, f"r{number}")
    clock.days = 31
    swept = await Retention(journal.database, Terms(), clock).sweep(nothing_open)
    assert swept.rooms == 2 * retention._AT_ONCE + 1
    assert await rooms_in(journal) == []
    await journal.close()


async def test_replays_go_after_their_own_days(tmp_path: Path, clock: Clock) -> None:
    journal = await open_journal(tmp_path)
    await finished(journal, "r1")
    clock.days = 40
    sweeper = Retention(journal.database, Terms(rooms=30, replays=90), clock)
    assert await sweeper.sweep(nothing_open) == Swept(1, 0)
    clock.days = 91
    assert await sweeper.sweep(nothing_open) == Swept(0, 1)
    assert not await SqliteReplays(journal.database).may_have("r1", 0)
    await journal.close()


async def test_nothing_goes_where_everything_is_kept(tmp_path: Path, clock: Clock) -> None:
    journal = await open_journal(tmp_path)
    await finished(journal, "r1")
    clock.days = 10_000
    assert await Retention(journal.database, Terms(0, 0), clock).sweep(nothing_open) == Swept(0, 0)
    assert await rooms_in(journal) == ["r1"]
    await journal.close()
