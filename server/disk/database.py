"""The server's one SQLite file, and its one writer: what is asked at the same time shares a commit."""

import asyncio
import contextlib
import itertools
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple, TypeAlias, TypeVar

import msgspec

from server.crash_points import Point, reach
from server.disk.commit_pace import CommitPace
from server.disk.folder_lock import OWNERS_ALONE, hold
from server.disk.journal import StorageError, UnreadableError
from server.disk.receipt import Receipt
from server.disk.schema import prepare
from server.meters import Meters

FILE_NAME = "journal.sqlite"
MOST_IN_A_COMMIT = 256
MOST_SETTLED_AT_ONCE = 16
"""Of those who waited for one commit; each may now play a turn, and the loop must get its turns between."""

PATIENCE = 5000
"""Milliseconds to wait for another program that is writing the file."""

MOST_COMMITTED_HERE = 8
"""Of those who wait for one commit where the loop makes it. With more there is more to do while a thread commits."""

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

Work: TypeAlias = Callable[[sqlite3.Connection], _Result]
Many: TypeAlias = Callable[[sqlite3.Connection, list[_Item]], Sequence[StorageError | None]]


_ForMany: TypeAlias = Callable[[sqlite3.Connection, list[Any]], Sequence[Any]]
"""Gives for each item its result, or a StorageError."""


class _Job:
    """Something to do with the database, and who waits for it. Jobs of the same `many` are done in one call."""

    __slots__ = ("done", "error", "is_short", "item", "many", "result")

    def __init__(
        self, many: _ForMany, item: Any, done: asyncio.Future[Any] | Receipt, *, is_short: bool
    ) -> None:
        self.many = many
        self.item = item
        self.done = done
        self.is_short = is_short
        self.result: Any = None
        self.error: Exception | None = None

    def settle(self) -> None:
        if isinstance(self.done, Receipt):
            self.done.settle(self.error)
            return
        if self.done.done():
            return
        if self.error is not None:
            self.done.set_exception(self.error)
        else:
            self.done.set_result(self.result)


class Database:
    """Made by `open_database`. Work is done in the order asked, and its result given once it is safe on disk.

    Work that raises is undone alone: StorageError and msgspec.DecodeError are raised as StorageError where it was
    asked for, and so is whatever the disk refuses. Work may be done twice, after the first attempt was undone: it
    must lean on nothing but the database.

    Short work, a few statements that touch few rows, is done right on the event loop: a thread must get the
    interpreter back after every statement. As long as commits are quick and few wait, the loop makes them, too, for to
    wake a thread and to be woken by it takes longer. Else a thread waits for the disk while the loop goes on.
    """

    def __init__(self, file: "_OpenFile", meters: Meters | None = None) -> None:
        self.folder = file.folder
        self._connection, self._lock, self._thread = file.connection, file.lock, file.thread
        self._meters = meters or Meters()
        self._pace = CommitPace()
        self._jobs: list[_Job] = []
        self._is_at_work = False
        """Whether a batch is under way, or will be before the loop waits again."""
        self._elsewhere: asyncio.Task[None] | None = None
        """What a thread does, and what comes of it; held here so that it is not forgotten."""
        self._finished: asyncio.Future[None] | None = None
        """Who closes the database waits for it."""
        self.settled: Callable[[], None] = _nothing
        """Called whenever some of those who waited have gone on."""
        self._loop = asyncio.get_running_loop()

    def do(self, work: Work[_Result]) -> asyncio.Future[_Result]:
        """Do work that may take a while."""
        return self._promise(work, is_short=False)

    def do_soon(self, work: Work[_Result]) -> asyncio.Future[_Result]:
        """Do short work."""
        return self._promise(work, is_short=True)

    def do_many(self, many: Many[_Item], item: _Item) -> Receipt:
        """Do short work that is cheaper by the dozen and has no result.

        `many` gets every item that waits for it, and returns for each in turn None, or a StorageError for one that is
        refused and has written nothing; it is raised here.
        """
        done = Receipt()
        self._ask(_Job(many, item, done, is_short=True))
        return done

    def _promise(self, work: Work[_Result], *, is_short: bool) -> asyncio.Future[_Result]:
        done: asyncio.Future[_Result] = self._loop.create_future()
        self._ask(_Job(_alone, work, done, is_short=is_short))
        return done

    def _ask(self, job: _Job) -> None:
        if self._finished is not None:
            raise StorageError("the journal is closed")
        self._jobs.append(job)
        if not self._is_at_work:
            self._is_at_work = True
            self._loop.call_soon(self._work)

    async def pragmas(self, *names: str) -> tuple[Any, ...]:
        """What the live connection says to these PRAGMAs."""
        return await self.do(lambda db: tuple(db.execute(f"PRAGMA {name}").fetchone()[0] for name in names))

    async def close(self) -> None:
        """Finish what is asked for already, then let go of the disk. More than once is no harm."""
        if self._finished is not None:
            return
        self._finished = self._loop.create_future()
        if self._is_at_work:
            await self._finished
        await self._on_thread(self._connection.close)
        self._lock.close()
        self._thread.shutdown(wait=False)

    # --- the writer -----------------------------------------------------------------------------

    def _work(self) -> None:
        """Commit together whatever came in by now."""
        if not self._jobs:
            self._is_at_work, self._elsewhere = False, None
            if self._finished is not None:
                self._finished.set_result(None)
            return
        batch = self._next_batch()
        if self._is_for_here(batch) and self._has_begun():
            self._commit_here(batch)
        else:
            self._elsewhere = self._loop.create_task(self._commit_elsewhere(batch), name="database")

    def _next_batch(self) -> list[_Job]:
        """As many as may share a commit, all of them short or none."""
        is_short = self._jobs[0].is_short
        alike = itertools.takewhile(lambda job: job.is_short == is_short, self._jobs)
        batch = list(itertools.islice(alike, MOST_IN_A_COMMIT))
        del self._jobs[: len(batch)]
        return batch

    def _is_for_here(self, batch: list[_Job]) -> bool:
        """Whether the loop does better to commit them itself than to do something else meanwhile."""
        return batch[0].is_short and len(batch) <= MOST_COMMITTED_HERE and self._pace.is_quick

    def _has_begun(self) -> bool:
        """Begin a transaction, unless another program is writing the file; what else is wrong shows elsewhere, too."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error:
            return False
        return True

    def _commit_here(self, batch: list[_Job]) -> None:
        """The transaction has begun: do the jobs in it."""
        began = perf_counter()
        try:
            _attempt_all(self._connection, batch)
            reach(Point.WRITTEN)
            self._pace.note(_commit(self._connection))
        except sqlite3.Error as error:
            _roll_back(self._connection)
            _fail(batch, error)
            self._conclude(batch, began, is_safe=False)
        else:
            self._conclude(batch, began, is_safe=True)

    async def _commit_elsewhere(self, batch: list[_Job]) -> None:
        """Do the jobs in one transaction while the loop goes on."""
        began = perf_counter()
        try:
            if batch[0].is_short:
                if not self._has_begun():
                    await self._on_thread(_begin_patiently, self._connection)
                _attempt_all(self._connection, batch)
                reach(Point.WRITTEN)
                self._pace.note(await self._on_thread(_commit, self._connection))
            else:
                await self._on_thread(_transact, self._connection, batch)
        except sqlite3.Error as error:
            await self._on_thread(_roll_back, self._connection)
            _fail(batch, error)
            self._conclude(batch, began, is_safe=False)
        else:
            self._conclude(batch, began, is_safe=True)

    async def _on_thread(self, work: Callable[..., _Result], *arguments: Any) -> _Result:
        return await self._loop.run_in_executor(self._thread, work, *arguments)

    def _conclude(self, batch: list[_Job], began: float, *, is_safe: bool) -> None:
        self._meters.committed.observe(perf_counter() - began)
        self._meters.shared.observe(len(batch))
        if not is_safe:
            self._meters.commits_failed += 1
        reach(Point.COMMITTED)
        self._settle(batch)

    def _settle(self, batch: list[_Job]) -> None:
        """Let some of those who waited go on, and then the others; whatever they do, the writer goes on."""
        rest = batch[MOST_SETTLED_AT_ONCE:]
        if rest:
            self._loop.call_soon(self._settle, rest)
        else:
            self._loop.call_soon(self._work)
        for job in batch[:MOST_SETTLED_AT_ONCE]:
            job.settle()
        self.settled()


class _OpenFile(NamedTuple):
    """The file, held open: `lock` keeps every other server out of its folder."""

    folder: Path
    connection: sqlite3.Connection
    lock: sqlite3.Connection
    thread: ThreadPoolExecutor


async def open_database(folder: Path, meters: Meters | None = None) -> Database:
    """Open the file in this folder, which is made if need be, and keep every other server out.

    Commits are counted in `meters`. Raises StorageError, also when another server has it open.
    """
    thread = ThreadPoolExecutor(1, thread_name_prefix="database")
    loop = asyncio.get_running_loop()
    try:
        connection, lock = await loop.run_in_executor(thread, _connect, folder)
    except (OSError, sqlite3.Error) as error:
        thread.shutdown(wait=False)
        raise StorageError(f"cannot open {folder / FILE_NAME}: {error}") from error
    except StorageError:
        thread.shutdown(wait=False)
        raise
    return Database(_OpenFile(folder, connection, lock, thread), meters)


def _connect(folder: Path) -> tuple[sqlite3.Connection, sqlite3.Connection]:
    folder.mkdir(OWNERS_ALONE, parents=True, exist_ok=True)
    lock = hold(folder)
    connection = sqlite3.connect(
        folder / FILE_NAME, isolation_level=None, check_same_thread=False, timeout=PATIENCE / 1000
    )
    try:
        prepare(connection)
        connection.execute("PRAGMA busy_timeout = 0")  # the event loop never waits for another program
    except (sqlite3.Error, StorageError):
        connection.close()
        lock.close()
        raise
    return connection, lock


@contextlib.contextmanager
def connected(folder: Path) -> Iterator[sqlite3.Connection]:
    """The file in this folder for a command that waits, with every server kept out as long as the block runs.

    What is not committed by then is undone. Raises StorageError, also for what the disk refuses inside the block.
    """
    try:
        connection, lock = _connect(folder)
        with contextlib.closing(lock), contextlib.closing(connection):
            yield connection
    except (OSError, sqlite3.Error) as error:
        raise StorageError(f"cannot use {folder / FILE_NAME}: {error}") from error


def _nothing() -> None:
    """Nobody wants to hear of it."""


def _alone(connection: sqlite3.Connection, works: list[Work[Any]]) -> list[Any]:
    return [work(connection) for work in works]


def _begin_patiently(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA busy_timeout = {PATIENCE}")
    try:
        connection.execute("BEGIN IMMEDIATE")
    finally:
        connection.execute("PRAGMA busy_timeout = 0")


def _commit(connection: sqlite3.Connection) -> float:
    """Make the transaction safe; returns the seconds it took."""
    began = perf_counter()
    connection.execute("COMMIT")
    return perf_counter() - began


def _fail(batch: list[_Job], error: sqlite3.Error) -> None:
    """Nothing of any of them is stored."""
    for job in batch:
        job.error = _told(error)


def _roll_back(connection: sqlite3.Connection) -> None:
    # After some errors SQLite has done so already.
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def _transact(connection: sqlite3.Connection, batch: list[_Job]) -> None:
    _begin_patiently(connection)
    _attempt_all(connection, batch)
    connection.execute("COMMIT")


def _attempt_all(connection: sqlite3.Connection, batch: list[_Job]) -> None:
    """Do the jobs. If one fails, all are done again one by one, and that one is undone alone."""
    try:
        if len(batch) == 1:
            _attempt(connection, batch[0].many, batch)
            return
        for many, jobs in itertools.groupby(batch, lambda job: job.many):
            _attempt(connection, many, list(jobs))
    except Exception:  # noqa: BLE001 - whichever of them it was is told so below; the writer must go on
        _roll_back(connection)
        connection.execute("BEGIN IMMEDIATE")
        for job in batch:
            _attempt_alone(connection, job)


def _attempt(connection: sqlite3.Connection, many: _ForMany, jobs: list[_Job]) -> None:
    results = many(connection, [job.item for job in jobs])
    for job, result in zip(jobs, results, strict=True):
        job.error = result if isinstance(result, StorageError) else None
        job.result = result


def _attempt_alone(connection: sqlite3.Connection, job: _Job) -> None:
    connection.execute("SAVEPOINT job")
    try:
        _attempt(connection, job.many, [job])
    except Exception as error:  # noqa: BLE001 - the one who asked hears of it, whatever it is
        job.error = _told(error)
        connection.execute("ROLLBACK TO job")
    connection.execute("RELEASE job")


def _told(error: Exception) -> Exception:
    """What the one who asked is told; a bug is told as it is."""
    match error:
        case sqlite3.Error():
            return StorageError(f"the journal could not be written: {error}")
        case msgspec.DecodeError():
            return UnreadableError(
                f"what is stored cannot be read: {error}; a match under older rules needs the server it began on"
            )
        case _:
            return error
