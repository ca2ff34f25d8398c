import asyncio
import sqlite3
import threading
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from server.disk import database as database_module
from server.disk.commit_pace import CommitPace
from server.disk.database import (
    FILE_NAME,
    MOST_COMMITTED_HERE,
    MOST_IN_A_COMMIT,
    MOST_SETTLED_AT_ONCE,
    Database,
    Work,
    open_database,
)
from server.disk.journal import StorageError
from server.disk.receipt import Receipt
from server.meters import Meters

_AS_FOUND = CommitPace.is_quick


@pytest.fixture(params=["quick", "slow"], autouse=True)
def disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """What kind of disk it seems to be: commits are made on the loop, or on a thread."""
    monkeypatch.setattr(CommitPace, "is_quick", request.param == "quick")
    return str(request.param)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """An open database with a table of words, each of which may stand in it once."""
    opened = await open_database(tmp_path)
    await opened.do(lambda db: db.execute("CREATE TABLE words (word TEXT NOT NULL UNIQUE) STRICT"))
    yield opened
    await opened.close()


def put(word: str) -> Work[int]:
    def work(database: sqlite3.Connection) -> int:
        database.execute("INSERT INTO words VALUES (?)", (word,))
        return len(word)

    return work


def put_and_fail(word: str, error: Exception) -> Work[int]:
    def work(database: sqlite3.Connection) -> int:
        database.execute("INSERT INTO words VALUES (?)", (word,))
        raise error

    return work


def put_many(database: sqlite3.Connection, words: list[str]) -> list[StorageError | None]:
    database.executemany("INSERT INTO words VALUES (?)", [(word,) for word in words if word])
    return [None if word else StorageError("no word") for word in words]


async def words_in(database: Database) -> list[str]:
    return await database.do(
        lambda db: [word for (word,) in db.execute("SELECT word FROM words ORDER BY rowid")]
    )


async def asked(database: Database, *works: Work[Any], short: bool) -> list[Any]:
    """All of them at the same time, so that they share a commit."""
    do = database.do_soon if short else database.do
    return await asyncio.gather(*(do(work) for work in works), return_exceptions=True)


async def test_the_live_connection_writes_ahead_syncs_fully_and_holds_to_its_keys(database: Database) -> None:
    assert await database.pragmas("journal_mode", "synchronous", "foreign_keys") == ("wal", 2, 1)


@pytest.mark.parametrize("short", [True, False])
async def test_the_result_is_given(database: Database, short: bool) -> None:
    assert await asked(database, put("one"), put("three"), short=short) == [3, 5]


async def test_what_is_asked_first_is_done_first(database: Database) -> None:
    await asyncio.gather(
        database.do(put("a")),
        database.do_soon(put("b")),
        database.do_many(put_many, "c"),
        database.do(put("d")),
    )
    assert await words_in(database) == ["a", "b", "c", "d"]


@pytest.mark.parametrize("short", [True, False])
@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (put_and_fail("b", StorageError("no")), StorageError),
        (put_and_fail("b", TypeError("a bug")), TypeError),
        (put("a"), StorageError),
    ],
    ids=["refused", "bug", "constraint"],
)
async def test_one_that_fails_is_undone_alone(
    database: Database, wrong: Work[int], told: type[Exception], short: bool
) -> None:
    results = await asked(database, put("a"), wrong, put("c"), short=short)
    assert (results[0], type(results[1]), results[2]) == (1, told, 1)
    assert await words_in(database) == ["a", "c"]


async def test_of_many_done_together_one_is_refused_alone(database: Database) -> None:
    results = await asyncio.gather(
        *(database.do_many(put_many, word) for word in ("a", "", "ccc")), return_exceptions=True
    )
    assert [type(result) for result in results] == [type(None), StorageError, type(None)]
    assert await words_in(database) == ["a", "ccc"]


async def test_many_are_done_in_one_call_and_share_a_commit(tmp_path: Path) -> None:
    calls, meters = [], Meters()

    def count(_database: sqlite3.Connection, items: list[int]) -> list[None]:
        calls.append(len(items))
        return [None] * len(items)

    database = await open_database(tmp_path, meters)
    numbers = range(MOST_IN_A_COMMIT + 1)
    await asyncio.gather(*(database.do_many(count, number) for number in numbers))
    assert calls == [MOST_IN_A_COMMIT, 1]
    assert meters.shared.count == meters.committed.count == 2
    await database.close()


@pytest.mark.parametrize("short", [True, False])
async def test_a_commit_that_fails_fails_everyone_who_waits(tmp_path: Path, short: bool) -> None:
    meters = Meters()
    database = await open_database(tmp_path, meters)

    def defer(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA defer_foreign_keys = ON")
        connection.execute("INSERT INTO images VALUES (99, x'')")

    results = await asked(database, lambda _: None, defer, short=short)
    assert [type(result) for result in results] == [StorageError, StorageError]
    assert "could not be written" in str(results[0])
    assert meters.commits_failed == 1
    assert await asked(database, lambda _: 1, short=short) == [1]
    await database.close()


@pytest.mark.parametrize("short", [True, False])
async def test_another_program_that_writes_is_waited_for_and_the_loop_goes_on(
    database: Database, short: bool
) -> None:
    with sqlite3.connect(database.folder / FILE_NAME, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        waiting = asyncio.create_task(asked(database, put("a"), short=short))
        for _ in range(20):
            await asyncio.sleep(0.001)
        assert not waiting.done()
        other.execute("ROLLBACK")
        assert await waiting == [1]
    other.close()


async def test_those_who_waited_for_one_commit_go_on_a_few_at_a_time(database: Database) -> None:
    turns = 0
    went_on: Counter[int] = Counter()

    async def count() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    async def wait(number: int) -> None:
        await database.do_soon(put(str(number)))
        went_on[turns] += 1

    counting = asyncio.create_task(count())
    await asyncio.gather(*(wait(number) for number in range(5 * MOST_SETTLED_AT_ONCE)))
    counting.cancel()
    assert went_on.total() == 5 * MOST_SETTLED_AT_ONCE
    assert max(went_on.values()) <= MOST_SETTLED_AT_ONCE


async def test_one_who_no_longer_waits_is_no_harm(database: Database) -> None:
    gone = database.do_soon(put("a"))
    await asyncio.sleep(0)
    gone.cancel()
    assert await database.do_soon(put("b")) == 1
    assert await words_in(database) == ["a", "b"]


async def test_closing_finishes_what_was_asked_and_takes_nothing_more(tmp_path: Path) -> None:
    database = await open_database(tmp_path)
    asked_before = database.do(lambda _: 1)
    await asyncio.sleep(0)
    await database.close()
    await database.close()
    assert await asked_before == 1
    with pytest.raises(StorageError, match="closed"):
        await database.do(lambda _: 1)


async def test_a_folder_takes_one_server_at_a_time(tmp_path: Path) -> None:
    first = await open_database(tmp_path)
    with pytest.raises(StorageError, match="another server is using"):
        await open_database(tmp_path)
    await first.close()
    await (await open_database(tmp_path)).close()


async def test_short_work_is_committed_on_the_loop_where_the_disk_is_quick(
    database: Database, disk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = []

    def commit(connection: sqlite3.Connection) -> float:
        threads.append(threading.current_thread())
        connection.execute("COMMIT")
        return 0.0

    monkeypatch.setattr(database_module, "_commit", commit)
    await database.do_soon(put("a"))
    assert [thread is threading.main_thread() for thread in threads] == [disk == "quick"]


async def test_commits_are_timed_wherever_they_are_made(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = []
    monkeypatch.setattr(CommitPace, "note", lambda _pace, took: noted.append(took))
    monkeypatch.setattr(database_module, "_commit", lambda db: (db.execute("COMMIT"), 0.25)[1])
    await database.do_soon(put("a"))
    assert noted == [0.25]


async def test_what_takes_long_is_never_done_on_the_loop(database: Database) -> None:
    assert await database.do(lambda _: threading.current_thread() is threading.main_thread()) is False


async def test_a_disk_that_becomes_slow_holds_the_loop_once(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds, here = 0.0, []

    def commit(connection: sqlite3.Connection) -> float:
        here.append(threading.current_thread() is threading.main_thread())
        connection.execute("COMMIT")
        return seconds

    monkeypatch.setattr(CommitPace, "is_quick", _AS_FOUND)
    monkeypatch.setattr(database_module, "_commit", commit)
    while not any(here):
        await database.do_soon(lambda _: None)
    here.clear()
    seconds = 0.1
    for _ in range(3):
        await database.do_soon(lambda _: None)
    assert here == [True, False, False]


async def test_those_who_waited_go_on_before_the_loop_turns_to_anything_else(database: Database) -> None:
    """And then it is told, so that what they say can be written at once."""
    loop, told = asyncio.get_running_loop(), asyncio.Queue[str]()

    def go_on(_receipt: Receipt) -> None:
        told.put_nowait("went on")
        loop.call_soon(told.put_nowait, "something else")

    database.settled = lambda: told.put_nowait("settled")
    for word in ("a", "b"):
        database.do_many(put_many, word).add_done_callback(go_on)
    order = [await told.get() for _ in range(5)]
    assert order == ["went on", "went on", "settled", "something else", "something else"]


async def test_a_thread_commits_what_many_wait_for(
    database: Database, disk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = []

    def commit(connection: sqlite3.Connection) -> float:
        here.append(threading.current_thread() is threading.main_thread())
        connection.execute("COMMIT")
        return 0.0

    monkeypatch.setattr(database_module, "_commit", commit)
    for count in (MOST_COMMITTED_HERE, MOST_COMMITTED_HERE + 1):
        await asked(database, *(put(f"{count} {number}") for number in range(count)), short=True)
    assert here == [disk == "quick", False]


async def test_what_fails_when_some_have_gone_on_does_not_stop_the_writer(
    database: Database, disk: str
) -> None:
    faults: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: faults.append(context["exception"]))

    def fail() -> None:
        raise ValueError("a bug")

    database.settled = fail
    async with asyncio.timeout(5):
        assert await database.do_soon(put("a")) == 1
        assert await database.do_soon(put("b")) == 1
        database.settled = lambda: None
        assert await words_in(database) == ["a", "b"]
    assert [str(fault) for fault in faults] == ["a bug", "a bug"]
