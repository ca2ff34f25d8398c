"""The finished matches in a server's journal, read beside a server that may be running."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct

from game.protocol.messages import OVER
from game.replays.recording import NotRecordableError
from server.disk import rows
from server.disk.database import FILE_NAME
from server.disk.journal import StorageError
from server.disk.replaying import is_finished, replay_of
from server.disk.rows import StoredRoom
from server.disk.schema import STEPS
from server.room.image import Image


class Finished(Struct, frozen=True):
    """A match that is over: its room, the image after it, and when it ended, in seconds since 1970."""

    room: str
    image: Image
    ended_at: int


def finished(folder: Path) -> tuple[Finished, ...]:
    """The finished matches in the journal of a data folder, the latest last.

    Those of older rules that can no longer be read are left out. Raises StorageError.
    """
    with _journal(folder) as database:
        over = rows.rooms(database, "phase = ?", OVER)
        found = [_finished(room, rows.last_turn_at(database, room.made)) for room in over]
    return tuple(sorted((one for one in found if one is not None), key=lambda one: one.ended_at))


def _finished(room: StoredRoom, at: int) -> Finished | None:
    try:
        image = room.image()
    except msgspec.DecodeError:
        return None
    return Finished(room.id, image, at // 1000) if is_finished(image) else None


def replay_from(folder: Path, room: str) -> bytes:
    """The replay of a finished match by its room's id, as the bytes of its file.

    Raises StorageError where there is none such, NotRecordableError for a match that still runs.
    """
    with _journal(folder) as database:
        stored = rows.room(database, room)
        if stored is None:
            raise StorageError(f"found no room {room!r} in {folder}, expected the id of one that is over")
        try:
            image = stored.image()
            turns = rows.turns_after(database, room, -1)
        except msgspec.DecodeError as error:
            told = f"room {room}: {error}; use the version of the server it was played on"
            raise StorageError(told) from error
        ended_at = rows.last_turn_at(database, stored.made) // 1000
    if not is_finished(image):
        raise NotRecordableError(f"room {room}: its match is not over; a replay would tell its secrets")
    return replay_of(image, turns, ended_at)


@contextlib.contextmanager
def _journal(folder: Path) -> Iterator[sqlite3.Connection]:
    """The journal, to be read only. Raises StorageError, also for a file of another version."""
    file = folder / FILE_NAME
    if not file.is_file():
        raise StorageError(f"found no {FILE_NAME} in {folder}, expected a server's data folder")
    try:
        with contextlib.closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as database:
            version = database.execute("SELECT version FROM schema_version").fetchone()[0]
            if version != len(STEPS):
                raise StorageError(
                    f"{file}: found version {version}, expected {len(STEPS)}; start the server once on it, "
                    "or use a newer one"
                )
            yield database
    except sqlite3.Error as error:
        raise StorageError(f"{file} cannot be read: {error}") from error
