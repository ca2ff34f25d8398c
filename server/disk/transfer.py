"""Moving a match to another server: taken out of one journal, put into another under a fresh epoch.

For commands: `export_room(folder, room)` reads beside a running server or without one; `remove_room(folder, room)`
and `import_room(folder, data)` want the folder for themselves. All of them wait.
"""

import contextlib
import secrets
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from server.disk import rows
from server.disk.archive import read_only
from server.disk.database import FILE_NAME, connected
from server.disk.journal import Kept, StorageError
from server.disk.matches import halves
from server.disk.moved import Moved, PlayedTurn, packed, unpacked
from server.disk.people_store import holder, made, put_code
from server.disk.schema import rules_number
from server.disk.sitters import persons_in
from server.disk.store import SqliteJournal
from server.people.keys import digest
from server.people.letters import Draw, code
from server.people.people import CODE_LENGTH, DAY
from server.room.image import Image, SeatImage, Setup

CODES_VALID: Final = 14 * DAY
"""Milliseconds in which the codes of an imported match work."""

_ROOM_CODE_LENGTH: Final = 6
_ENCODER: Final = msgspec.msgpack.Encoder()


class SeatBrought(Struct, frozen=True):
    """Whose seat it is now. `code` makes its player known here, once; it is empty where they are known by name."""

    seat: int
    name: str
    code: str


class Brought(Struct, frozen=True):
    """A match that was imported: its room's id, its new invite code, and how its persons get their seats back."""

    room: str
    code: str
    seats: tuple[SeatBrought, ...]


# --- out --------------------------------------------------------------------------------------------


def export_room(folder: Path, room: str) -> bytes:
    """The file of a match as it stands, running or over, from the journal of a data folder.

    The file holds the match's secrets. Raises StorageError: no such room, no match in it, other rules.
    """
    with read_only(folder) as database:
        stored = rows.room(database, room)
        if stored is None:
            raise StorageError(f"found no room {room!r} in {folder}, expected the id of one with a match")
        try:
            kept = Kept(stored.image(), rows.records_after(database, stored.made, stored.held))
            turns = zip(
                rows.turn_times(database, stored.made), rows.turns_after(database, room, -1), strict=True
            )
            moved = Moved(kept.now(), tuple(PlayedTurn(at, turn) for at, turn in turns))
        except (msgspec.DecodeError, ValueError) as error:
            raise StorageError(
                f"room {room} cannot be read: {error}; export it with the version of the server it was played on"
            ) from error
    return packed(moved)


def remove_room(folder: Path, room: str) -> None:
    """Take a room out of the journal for good, so that it does not go on in two places.

    Raises StorageError where there is none, or while a server uses the folder.
    """
    with _own(folder) as database:
        if database.execute("DELETE FROM rooms WHERE id = ?", (room,)).rowcount == 0:
            raise StorageError(f"found no room {room!r} in {folder}")


# --- in ---------------------------------------------------------------------------------------------


def import_room(
    folder: Path, data: bytes, *, by_name: bool = False, draw: Draw = secrets.randbelow
) -> Brought:
    """Put a match into the journal of a data folder; a server that starts on it goes on with the match.

    Who sits in it is known here by nobody: each person gets a code, to be given to them by those who run the server
    and typed as that of another device. With `by_name` a seat goes to whoever has its name here already. Raises
    StorageError: a broken file, other rules, a room that is here already, or while a server uses the folder.
    """
    moved = unpacked(data)
    with _own(folder) as database:
        return _put(database, moved, _Manner(by_name, draw, time.time_ns() // 1_000_000))


async def bring_in(
    journal: SqliteJournal, data: bytes, *, by_name: bool = False, draw: Draw = secrets.randbelow
) -> Brought:
    """The same into the journal of the running server; then fetch the room, so that its clock goes on."""
    moved = unpacked(data)
    manner = _Manner(by_name, draw, time.time_ns() // 1_000_000)
    return await journal.apart(lambda database: _put(database, moved, manner))


class _Manner(Struct, frozen=True):
    """How it is put in; `now` is in milliseconds since 1970."""

    by_name: bool
    draw: Draw
    now: int


def _put(database: sqlite3.Connection, moved: Moved, manner: _Manner) -> Brought:
    room = moved.image.setup.id
    if database.execute("SELECT 1 FROM rooms WHERE id = ?", (room,)).fetchone():
        raise StorageError(f"room {room} is here already; a match is in one place only")
    seats = [_seated(database, number, seat, manner) for number, seat in enumerate(moved.image.seats)]
    setup = _setup_here(moved.image.setup, manner.draw)
    image = _image_here(moved.image, setup, tuple(seat for seat, _ in seats))
    _put_rows(database, replace(moved, image=image))
    return Brought(room, setup.code, tuple(brought for _, brought in seats if brought is not None))


def _seated(
    database: sqlite3.Connection, number: int, seat: SeatImage, manner: _Manner
) -> tuple[SeatImage, SeatBrought | None]:
    """The seat with its person as known here, if it has one; whoever played for them gives it back."""
    bare = replace(seat, person=0, standing=None, substitute=None)
    if not seat.is_person:
        return bare, None
    known = holder(database, seat.name, 0)
    if known is not None and manner.by_name:
        return replace(bare, person=known), SeatBrought(number, seat.name, "")
    person = made(database, "" if known is not None else seat.name, manner.now)
    fresh = code(manner.draw, CODE_LENGTH)
    put_code(database, digest(fresh), person, manner.now + CODES_VALID)
    return replace(bare, person=person), SeatBrought(number, seat.name, fresh)


def _setup_here(setup: Setup, draw: Draw) -> Setup:
    """Its code may be another room's here, and its news may be let out to nobody."""
    return replace(setup, code=code(draw, _ROOM_CODE_LENGTH), webhook="")


def _image_here(image: Image, setup: Setup, seats: tuple[SeatImage, ...]) -> Image:
    return replace(image, setup=setup, seats=seats, barred_persons=(), rematch="")


def _put_rows(database: sqlite3.Connection, moved: Moved) -> None:
    image, last = moved.image, rows.last_place(database)
    made_at = database.execute(
        "INSERT INTO rooms (id, epoch, phase, held) VALUES (?, 1, ?, ?) RETURNING made",
        (image.setup.id, image.phase, last + len(moved.turns)),
    ).fetchone()[0]
    body = _ENCODER.encode(replace(image, match=None))
    database.execute("INSERT INTO images VALUES (?, ?)", (made_at, body))
    if image.match is not None:
        parts = halves(image.match)
        number = rules_number(database, parts.rules)
        database.execute("INSERT INTO matches VALUES (?, ?, ?)", (made_at, number, parts.own))
    database.executemany(
        "INSERT INTO records VALUES (?, ?, ?, ?, ?)",
        [
            (last + place, made_at, played.at, played.turn.number, _ENCODER.encode(played.turn))
            for place, played in enumerate(moved.turns, start=1)
        ],
    )
    sitters = [(person, made_at) for person in persons_in((), image)]
    database.executemany("INSERT INTO sitters VALUES (?, ?)", sitters)


@contextlib.contextmanager
def _own(folder: Path) -> Iterator[sqlite3.Connection]:
    """The journal of a data folder, held against every server, in one transaction."""
    if not (folder / FILE_NAME).is_file():
        raise StorageError(f"found no {FILE_NAME} in {folder}, expected a server's data folder")
    with connected(folder) as database:
        database.execute("BEGIN IMMEDIATE")
        yield database
        database.execute("COMMIT")
