"""The journal in the server's SQLite file."""

import itertools
import sqlite3
import time
from pathlib import Path
from typing import Final, TypeAlias, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from game.protocol.messages import OVER, PackedLedger, Turned
from game.rules.state import Match
from server.disk import rows
from server.disk.database import Database, Work, open_database
from server.disk.journal import Kept, StaleEpochError, StorageError
from server.disk.matches import halves
from server.disk.receipt import Receipt
from server.disk.schema import rules_number
from server.disk.sitters import persons_in
from server.meters import Meters
from server.room.image import Abandoned, Began, Image, Readied, Record, Resolved, Saved

MOST_OWNERS_KNOWN: Final = 4096
"""Rooms whose epoch is known without looking it up; of more, those longest unused are looked up again."""

_INSERTS: Final = {
    size: "INSERT INTO records VALUES " + ", ".join(["(?, ?, ?, ?, ?)"] * size)  # noqa: S608 - no value in it
    for size in (64, 16, 4, 1)
}
"""The statement for so many rows at once; of few lengths, so that each is prepared once."""

_ENCODER: Final = msgspec.msgpack.Encoder()

_PLAIN: Final = (Saved, Readied)
"""Records that are far more than all others together, and change nothing but the room's records."""

_NOBODY: Final[frozenset[int]] = frozenset()

_Result = TypeVar("_Result")
_Row: TypeAlias = tuple[int, int, int, int | None, bytes]
"""A record as stored: its place in the journal, room, time in milliseconds, number if it is a turn's, and body."""


class _Append(Struct, frozen=True):
    """What to store of a room. `image` is packed without its `match`, which is stored when it `begins`."""

    room: str
    epoch: int
    records: tuple[tuple[int | None, bytes], ...]
    phase: str
    image: bytes | None
    match: Match | None
    begins: bool
    persons: frozenset[int]


class _Owner(Struct):
    """Who may write a room: its number, the epoch, and what is stored of it."""

    made: int
    epoch: int
    has_image: bool
    has_match: bool


class SqliteJournal:
    """Made by `open_journal`, or over a database that others use, too."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._owners: dict[str, _Owner] = {}
        self._last = 0

    async def claim(self, room: str) -> int:
        """See `Journal.claim`."""
        return await self.database.do_soon(lambda database: self._claim(database, room))

    def append(self, room: str, epoch: int, records: tuple[Record, ...], image: Image | None) -> Receipt:
        """See `Journal.append`."""
        if image is None and len(records) == 1 and isinstance(records[0], _PLAIN):
            body = (None, _ENCODER.encode(records[0]))
            return self.database.do_many(
                self._append, _Append(room, epoch, (body,), "", None, None, False, _NOBODY)
            )
        return self.database.do_many(self._append, _append_of(room, epoch, records, image))

    async def load(self, room: str) -> Kept | None:
        """See `Journal.load`."""
        return await self.database.do(lambda database: _load(database, room))

    async def running(self) -> tuple[str, ...]:
        """See `Journal.running`."""
        return await self.database.do(_running)

    async def rooms_of(self, person: int) -> tuple[str, ...]:
        """See `Journal.rooms_of`."""
        return await self.database.do_soon(lambda database: _rooms_of(database, person))

    async def ledgers(self, room: str, after: int) -> tuple[Turned, ...]:
        """See `Journal.ledgers`."""
        return await self.database.do(lambda database: _ledgers(database, room, after))

    async def played(self, room: str) -> tuple[Resolved, ...]:
        """See `Journal.played`."""
        return await self.database.do(lambda database: rows.turns_after(database, room, -1))

    async def check(self) -> None:
        """See `Journal.check`."""
        await self.database.do(_write_again)

    async def apart(self, work: Work[_Result]) -> _Result:
        """Do work on the journal's tables that is none of its verbs; what it knew of them is looked up again."""

        def then_forget(database: sqlite3.Connection) -> _Result:
            self._last = 0
            self._owners.clear()
            return work(database)

        return await self.database.do(then_forget)

    async def close(self) -> None:
        """See `Journal.close`; the database is closed, too."""
        await self.database.close()

    # --- in the database's transaction ----------------------------------------------------------

    def _claim(self, database: sqlite3.Connection, room: str) -> int:
        self._owners.pop(room, None)
        row = database.execute(
            "INSERT INTO rooms (id, epoch) VALUES (?, 1)"
            " ON CONFLICT (id) DO UPDATE SET epoch = epoch + 1 RETURNING epoch",
            (room,),
        ).fetchone()
        return int(row[0])

    def _append(self, database: sqlite3.Connection, wanted: list[_Append]) -> list[StorageError | None]:
        """Write the records of all of them with few statements: each one hands the interpreter over and back."""
        at = time.time_ns() // 1_000_000
        # A place that was given to a record that was undone stays empty; that does no harm.
        self._last = self._last or rows.last_place(database)
        written: list[_Row] = []
        results: list[StorageError | None] = []
        for append in wanted:
            owner = self._owner(database, append.room)
            refused = _refused(append, owner)
            results.append(refused)
            if owner is not None and refused is None:
                written += [(self._last + n, owner.made, at, *row) for n, row in enumerate(append.records, 1)]
                self._last += len(append.records)
                self._change(database, owner, append)
        _insert(database, written)
        return results

    def _owner(self, database: sqlite3.Connection, room: str) -> _Owner | None:
        known = self._owners.pop(room, None) or _look_up(database, room)
        if known is not None:
            self._owners[room] = known
        if len(self._owners) > MOST_OWNERS_KNOWN:
            del self._owners[next(iter(self._owners))]
        return known

    def _change(self, database: sqlite3.Connection, owner: _Owner, append: _Append) -> None:
        """Whatever else than records there is to be written."""
        if append.image is not None:
            changed = (append.phase, self._last, owner.made)
            database.execute("UPDATE rooms SET phase = ?, held = ? WHERE made = ?", changed)
            database.execute("INSERT OR REPLACE INTO images VALUES (?, ?)", (owner.made, append.image))
        elif append.phase:
            database.execute("UPDATE rooms SET phase = ? WHERE made = ?", (append.phase, owner.made))
        if append.persons:
            sitters = [(person, owner.made) for person in append.persons]
            database.executemany("INSERT OR IGNORE INTO sitters VALUES (?, ?)", sitters)
        if append.match is not None and (append.begins or not owner.has_match):
            _put_match(database, owner.made, append.match)
        if not (owner.has_image and owner.has_match):
            # What this append changed is not to be believed before it is committed: the next one looks it up.
            self._owners.pop(append.room, None)


async def open_journal(folder: Path, meters: Meters | None = None) -> SqliteJournal:
    """Open the journal in this folder; see `open_database`."""
    return SqliteJournal(await open_database(folder, meters))


def _append_of(room: str, epoch: int, records: tuple[Record, ...], image: Image | None) -> _Append:
    # All that a beginning tells is in the image that comes with it.
    bodies = tuple(_packed(record) for record in records if not isinstance(record, Began))
    phase, begins = _phase(records, image), len(bodies) < len(records)
    is_turn = any(number is not None for number, _ in bodies)
    persons = frozenset(persons_in(records, None if is_turn else image))
    if image is None:
        return _Append(room, epoch, bodies, phase, None, None, begins, persons)
    body = _ENCODER.encode(replace(image, match=None))
    return _Append(room, epoch, bodies, phase, body, image.match, begins, persons)


def _packed(record: Record) -> tuple[int | None, bytes]:
    number = record.number if isinstance(record, Resolved) else None
    return number, _ENCODER.encode(record)


def _phase(records: tuple[Record, ...], image: Image | None) -> str:
    """The room's phase after the append, or nothing where it stays as it was."""
    if any(isinstance(record, Abandoned) for record in records):
        return OVER
    return "" if image is None else image.phase


def _refused(append: _Append, owner: _Owner | None) -> StorageError | None:
    if owner is None or owner.epoch != append.epoch:
        return StaleEpochError(f"room {append.room} is no longer owned under epoch {append.epoch}")
    if append.image is None and not owner.has_image:
        return StorageError(f"the first append of room {append.room} has no image")
    return None


def _look_up(database: sqlite3.Connection, room: str) -> _Owner | None:
    row = database.execute(
        "SELECT made, epoch, images.room NOTNULL, matches.room NOTNULL FROM rooms"
        " LEFT JOIN images ON images.room = made LEFT JOIN matches ON matches.room = made WHERE id = ?",
        (room,),
    ).fetchone()
    return None if row is None else _Owner(row[0], row[1], bool(row[2]), bool(row[3]))


def _put_match(database: sqlite3.Connection, made: int, match: Match) -> None:
    parts = halves(match)
    number = rules_number(database, parts.rules)
    database.execute("INSERT OR REPLACE INTO matches VALUES (?, ?, ?)", (made, number, parts.own))


def _insert(database: sqlite3.Connection, written: list[_Row]) -> None:
    for size, statement in _INSERTS.items():
        while len(written) >= size:
            some, written = written[:size], written[size:]
            database.execute(statement, list(itertools.chain(*some)))


def _load(database: sqlite3.Connection, room: str) -> Kept | None:
    stored = rows.room(database, room)
    if stored is None:
        return None
    return Kept(stored.image(), rows.records_after(database, stored.made, stored.held))


def _write_again(database: sqlite3.Connection) -> None:
    """SQLite writes the page even where the number stays the same."""
    version = database.execute("PRAGMA user_version").fetchone()[0]
    database.execute(f"PRAGMA user_version = {int(version)}")


def _running(database: sqlite3.Connection) -> tuple[str, ...]:
    found = database.execute(
        "SELECT id FROM rooms JOIN images ON images.room = made WHERE phase <> ? ORDER BY made", (OVER,)
    ).fetchall()
    return tuple(room for (room,) in found)


def _rooms_of(database: sqlite3.Connection, person: int) -> tuple[str, ...]:
    found = database.execute(
        "SELECT id FROM sitters JOIN rooms ON rooms.made = sitters.room"
        " WHERE person = ? AND phase <> ? ORDER BY made DESC",
        (person, OVER),
    ).fetchall()
    return tuple(room for (room,) in found)


def _ledgers(database: sqlite3.Connection, room: str, after: int) -> tuple[Turned, ...]:
    return tuple(
        Turned(turn.turn, PackedLedger(turn.entries)) for turn in rows.turns_after(database, room, after)
    )
