"""What the tables of the journal say, read back as rooms, matches and turns."""

import sqlite3
from collections.abc import Iterator
from typing import Final

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from server.disk.matches import whole
from server.room.image import Image, Record, Resolved

_RECORD: Final[msgspec.msgpack.Decoder[Record]] = msgspec.msgpack.Decoder(Record)
_IMAGE: Final = msgspec.msgpack.Decoder(Image)

_ROOM: Final = (
    "SELECT made, rooms.id, held, images.body, rules.body, matches.own FROM rooms"
    " JOIN images ON images.room = made LEFT JOIN matches ON matches.room = made"
    " LEFT JOIN rules ON rules.id = matches.rules"
)


class StoredRoom(Struct, frozen=True):
    """A row of the table of rooms and what belongs to it, not decoded yet.

    `held` is the place of the last record that the image holds.
    """

    made: int
    id: str
    held: int
    body: bytes
    rules: bytes | None
    own: bytes | None

    def image(self) -> Image:
        """The last image that was stored, with its match. Raises msgspec.DecodeError, for older rules, too."""
        image = _IMAGE.decode(self.body)
        if self.rules is None or self.own is None:
            return image
        return replace(image, match=whole(self.rules, self.own))


def room(database: sqlite3.Connection, key: str) -> StoredRoom | None:
    """The room of this id, if it has an image."""
    row = database.execute(f"{_ROOM} WHERE rooms.id = ?", (key,)).fetchone()
    return None if row is None else StoredRoom(*row)


def rooms(database: sqlite3.Connection, condition: str, *values: str | int) -> Iterator[StoredRoom]:
    """The rooms with an image that meet a condition in SQL, in the order they were made."""
    for row in database.execute(f"{_ROOM} WHERE {condition} ORDER BY made", values):
        yield StoredRoom(*row)


def records_after(database: sqlite3.Connection, made: int, held: int) -> tuple[Record, ...]:
    """The records of a room, by its number, after a place. Raises msgspec.DecodeError."""
    rows = database.execute(
        "SELECT body FROM records WHERE room = ? AND place > ? ORDER BY place", (made, held)
    ).fetchall()
    return tuple(_RECORD.decode(body) for (body,) in rows)


def turns_after(database: sqlite3.Connection, key: str, number: int) -> tuple[Resolved, ...]:
    """The turns of a room's match after update number `number`, in order. Raises msgspec.DecodeError."""
    rows = database.execute(
        "SELECT body FROM records JOIN rooms ON rooms.made = records.room"
        " WHERE rooms.id = ? AND records.number > ? ORDER BY records.number",
        (key, number),
    ).fetchall()
    found = [_RECORD.decode(body) for (body,) in rows]
    return tuple(record for record in found if isinstance(record, Resolved))


def last_turn_at(database: sqlite3.Connection, made: int) -> int:
    """When the last turn of a room, by its number, was resolved: milliseconds since 1970, 0 if none was."""
    row = database.execute(
        "SELECT at FROM records WHERE room = ? AND number IS NOT NULL ORDER BY number DESC LIMIT 1", (made,)
    ).fetchone()
    return 0 if row is None else int(row[0])


def turn_times(database: sqlite3.Connection, made: int) -> tuple[int, ...]:
    """When each turn of a room, by its number, was resolved, in order: milliseconds since 1970."""
    found = database.execute(
        "SELECT at FROM records WHERE room = ? AND number IS NOT NULL ORDER BY number", (made,)
    ).fetchall()
    return tuple(at for (at,) in found)


def last_place(database: sqlite3.Connection) -> int:
    """The last place in the journal that was ever given and is spoken of, where records were deleted, too."""
    row = database.execute(
        "SELECT max(ifnull((SELECT max(place) FROM records), 0), ifnull((SELECT max(held) FROM rooms), 0))"
    ).fetchone()
    return int(row[0])
