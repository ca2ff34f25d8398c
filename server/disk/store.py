"""The journal in one SQLite file. One writer; what many rooms ask at the same time shares one commit."""

import asyncio
import contextlib
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec

from game.protocol.messages import OVER, PLAYING, Turned
from server.disk.folder_lock import hold
from server.disk.journal import Kept, StaleEpochError, StorageError
from server.disk.schema import prepare
from server.meters import Meters
from server.room.image import Abandoned, Image, Record, Resolved

FILE_NAME = "journal.sqlite"
MOST_IN_A_COMMIT = 512
MOST_SETTLED_AT_ONCE = 16
"""Of those who waited for one commit; each may now play a turn, and the loop must get its turns between."""

_ENCODER: Final = msgspec.msgpack.Encoder()
_RECORD: Final[msgspec.msgpack.Decoder[Record]] = msgspec.msgpack.Decoder(Record)
_IMAGE: Final = msgspec.msgpack.Decoder(Image)

_Row = tuple[int | None, bytes]
_Result = TypeVar("_Result")
_Work = Callable[[sqlite3.Connection], Any]


class _Job:
    """Something to do with the database, and who waits for it."""

    def __init__(self, work: _Work, done: asyncio.Future[Any]) -> None:
        self.work = work
        self.done = done
        self.result: Any = None
        self.error: Exception | None = None


class SqliteJournal:
    """Made by `open_journal`; every verb runs on one thread of its own, in the order asked."""

    def __init__(
        self,
        database: sqlite3.Connection,
        lock: sqlite3.Connection,
        thread: ThreadPoolExecutor,
        meters: Meters | None = None,
    ) -> None:
        self._database = database
        self._lock = lock
        self._thread = thread
        self._meters = meters or Meters()
        self._jobs: list[_Job] = []
        self._wake = asyncio.Event()
        self._closing = False
        self._writer = asyncio.create_task(self._write(), name="journal")

    async def claim(self, room: str) -> int:
        """See `Journal.claim`."""
        return await self._do(lambda database: _claim(database, room))

    async def append(self, room: str, epoch: int, records: tuple[Record, ...], image: Image | None) -> None:
        """See `Journal.append`."""
        rows = [_row(record) for record in records]
        body = None if image is None else _ENCODER.encode(image)
        phase = _phase(records, image)
        await self._do(lambda database: _append(database, (room, epoch), rows, body, phase))

    async def load(self, room: str) -> Kept | None:
        """See `Journal.load`."""
        return await self._do(lambda database: _load(database, room))

    async def running(self) -> tuple[str, ...]:
        """See `Journal.running`."""
        return await self._do(_running)

    async def ledgers(self, room: str, after: int) -> tuple[Turned, ...]:
        """See `Journal.ledgers`."""
        return await self._do(lambda database: _ledgers(database, room, after))

    async def played(self, room: str) -> tuple[Resolved, ...]:
        """See `Journal.played`."""
        return await self._do(lambda database: _resolved(database, room, -1))

    async def check(self) -> None:
        """See `Journal.check`."""
        await self._do(_write_again)

    async def pragmas(self, *names: str) -> tuple[Any, ...]:
        """What the live connection says to these PRAGMAs."""
        return await self._do(lambda db: tuple(db.execute(f"PRAGMA {name}").fetchone()[0] for name in names))

    async def close(self) -> None:
        """See `Journal.close`."""
        if self._closing:
            return
        self._closing = True
        self._wake.set()
        await self._writer
        await asyncio.get_running_loop().run_in_executor(self._thread, self._database.close)
        self._lock.close()
        self._thread.shutdown(wait=False)

    async def _do(self, work: Callable[[sqlite3.Connection], _Result]) -> _Result:
        if self._closing:
            raise StorageError("the journal is closed")
        job = _Job(work, asyncio.get_running_loop().create_future())
        self._jobs.append(job)
        self._wake.set()
        result: _Result = await job.done
        return result

    async def _write(self) -> None:
        """Commit together whatever came in while the last commit ran."""
        loop = asyncio.get_running_loop()
        while self._jobs or not self._closing:
            self._wake.clear()
            if not self._jobs:
                await self._wake.wait()
                continue
            batch, self._jobs = self._jobs[:MOST_IN_A_COMMIT], self._jobs[MOST_IN_A_COMMIT:]
            began = loop.time()
            is_safe = await loop.run_in_executor(self._thread, _commit, self._database, batch)
            self._count(len(batch), loop.time() - began, is_safe=is_safe)
            for number, job in enumerate(batch, start=1):
                _settle(job)
                if number % MOST_SETTLED_AT_ONCE == 0:
                    await asyncio.sleep(0)

    def _count(self, jobs: int, seconds: float, *, is_safe: bool) -> None:
        self._meters.committed.observe(seconds)
        self._meters.shared.observe(jobs)
        if not is_safe:
            self._meters.commits_failed += 1


def _settle(job: _Job) -> None:
    if job.done.done():
        return
    if job.error is not None:
        job.done.set_exception(job.error)
    else:
        job.done.set_result(job.result)


async def open_journal(folder: Path, meters: Meters | None = None) -> SqliteJournal:
    """Open the journal in this folder, which is made if need be, and keep every other server out.

    Commits are counted in `meters`.

    Raises StorageError, also when another server has it open.
    """
    thread = ThreadPoolExecutor(1, thread_name_prefix="journal")
    loop = asyncio.get_running_loop()
    try:
        database, lock = await loop.run_in_executor(thread, _connect, folder)
    except (OSError, sqlite3.Error) as error:
        thread.shutdown(wait=False)
        raise StorageError(f"cannot open {folder / FILE_NAME}: {error}") from error
    except StorageError:
        thread.shutdown(wait=False)
        raise
    return SqliteJournal(database, lock, thread, meters)


def _connect(folder: Path) -> tuple[sqlite3.Connection, sqlite3.Connection]:
    folder.mkdir(parents=True, exist_ok=True)
    lock = hold(folder)
    database = sqlite3.connect(folder / FILE_NAME, isolation_level=None, check_same_thread=False)
    try:
        prepare(database)
    except (sqlite3.Error, StorageError):
        database.close()
        lock.close()
        raise
    return database, lock


def _commit(database: sqlite3.Connection, batch: list[_Job]) -> bool:
    """Do the jobs in one transaction; returns whether it was committed.

    One that fails is undone alone; a failed commit fails them all.
    """
    try:
        database.execute("BEGIN IMMEDIATE")
        for job in batch:
            _attempt(database, job)
        database.execute("COMMIT")
    except sqlite3.Error as error:
        with contextlib.suppress(sqlite3.Error):
            database.execute("ROLLBACK")
        for job in batch:
            job.error = StorageError(f"the journal could not be written: {error}")
        return False
    return True


def _attempt(database: sqlite3.Connection, job: _Job) -> None:
    database.execute("SAVEPOINT job")
    try:
        job.result = job.work(database)
    except (StorageError, msgspec.DecodeError) as error:
        database.execute("ROLLBACK TO job")
        job.error = error if isinstance(error, StorageError) else _unreadable(error)
    database.execute("RELEASE job")


def _unreadable(error: msgspec.DecodeError) -> StorageError:
    return StorageError(
        f"what is stored cannot be read: {error}; a match under older rules needs the server it began on"
    )


def _row(record: Record) -> _Row:
    number = record.number if isinstance(record, Resolved) else None
    return number, _ENCODER.encode(record)


def _phase(records: tuple[Record, ...], image: Image | None) -> str:
    """The room's phase after the append, or nothing where it stays as it was."""
    if any(isinstance(record, Abandoned) for record in records):
        return OVER
    return "" if image is None else image.phase


def _claim(database: sqlite3.Connection, room: str) -> int:
    row = database.execute(
        "INSERT INTO rooms (id, epoch) VALUES (?, 1)"
        " ON CONFLICT (id) DO UPDATE SET epoch = epoch + 1 RETURNING epoch",
        (room,),
    ).fetchone()
    return int(row[0])


def _append(
    database: sqlite3.Connection, owner: tuple[str, int], rows: list[_Row], image: bytes | None, phase: str
) -> None:
    room = database.execute(
        "UPDATE rooms SET last = last + ? WHERE id = ? AND epoch = ? RETURNING made, last, image IS NULL",
        (len(rows), *owner),
    ).fetchone()
    if room is None:
        raise StaleEpochError(f"room {owner[0]} is no longer owned under epoch {owner[1]}")
    made, last, is_first = room
    if is_first and image is None:
        raise StorageError(f"the first append of room {owner[0]} has no image")
    at = time.time_ns() // 1_000_000
    first = last - len(rows) + 1
    database.executemany(
        "INSERT INTO records VALUES (?, ?, ?, ?, ?)",
        [(made, place, at, *row) for place, row in enumerate(rows, start=first)],
    )
    if phase:
        database.execute("UPDATE rooms SET phase = ? WHERE made = ?", (phase, made))
    if image is not None:
        turn_at = at if phase == PLAYING else 0
        database.execute(
            "UPDATE rooms SET image = ?, image_at = ?, turn_at = ? WHERE made = ?",
            (image, last, turn_at, made),
        )


def _load(database: sqlite3.Connection, room: str) -> Kept | None:
    head = database.execute(
        "SELECT made, image, image_at, turn_at FROM rooms WHERE id = ? AND image IS NOT NULL", (room,)
    ).fetchone()
    if head is None:
        return None
    made, image, image_at, turn_at = head
    rows = database.execute(
        "SELECT body FROM records WHERE room = ? AND place > ? ORDER BY place", (made, image_at)
    ).fetchall()
    return Kept(_IMAGE.decode(image), tuple(_RECORD.decode(body) for (body,) in rows), turn_at)


def _write_again(database: sqlite3.Connection) -> None:
    """SQLite writes the page even where the number stays the same."""
    version = database.execute("PRAGMA user_version").fetchone()[0]
    database.execute(f"PRAGMA user_version = {int(version)}")


def _running(database: sqlite3.Connection) -> tuple[str, ...]:
    rows = database.execute(
        "SELECT id FROM rooms WHERE phase <> ? AND image IS NOT NULL ORDER BY made", (OVER,)
    ).fetchall()
    return tuple(room for (room,) in rows)


def _ledgers(database: sqlite3.Connection, room: str, after: int) -> tuple[Turned, ...]:
    return tuple(Turned(turn.turn, turn.entries) for turn in _resolved(database, room, after))


def _resolved(database: sqlite3.Connection, room: str, after: int) -> tuple[Resolved, ...]:
    rows = database.execute(
        "SELECT body FROM records JOIN rooms ON rooms.made = records.room"
        " WHERE rooms.id = ? AND records.number > ? ORDER BY records.place",
        (room, after),
    ).fetchall()
    found = [_RECORD.decode(body) for (body,) in rows]
    return tuple(record for record in found if isinstance(record, Resolved))
