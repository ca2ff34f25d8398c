"""The finished matches of a data folder, read beside a server that may be running."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec

from game.protocol.messages import OVER, ArchivedMatch
from game.replays.recording import NotRecordableError
from server.disk import rows
from server.disk.database import FILE_NAME
from server.disk.journal import StorageError
from server.disk.replay_store import all_kept, kept_body
from server.disk.replaying import is_finished, replay_of
from server.disk.replays import about_match
from server.disk.rows import StoredRoom
from server.disk.schema import STEPS


def finished(folder: Path) -> tuple[ArchivedMatch, ...]:
    """The matches of a data folder that are over, in its archive or still in its journal alone, the latest last.

    Those in the journal alone have no bytes yet; those of older rules among them are left out. Raises StorageError.
    """
    with read_only(folder) as database:
        found = {about.room: about for about in all_kept(database)}
        for room in rows.rooms(database, "phase = ?", OVER):
            about = None if room.id in found else _about(room, rows.last_turn_at(database, room.made))
            if about is not None:
                found[room.id] = about
    return tuple(sorted(found.values(), key=lambda about: about.ended_at))


def _about(room: StoredRoom, at: int) -> ArchivedMatch | None:
    try:
        image = room.image()
    except msgspec.DecodeError:
        return None
    return about_match(image, at // 1000) if is_finished(image) else None


def replay_from(folder: Path, room: str) -> bytes:
    """The replay of a finished match by its room's id, as the bytes of its file.

    Raises StorageError where there is none such, NotRecordableError for a match that still runs.
    """
    with read_only(folder) as database:
        kept = kept_body(database, room)
        return _from_journal(database, folder, room) if kept is None else kept


def _from_journal(database: sqlite3.Connection, folder: Path, room: str) -> bytes:
    stored = rows.room(database, room)
    if stored is None:
        raise StorageError(f"found no room {room!r} in {folder}, expected the id of one that is over")
    try:
        image = stored.image()
        turns = rows.turns_after(database, room, -1)
    except msgspec.DecodeError as error:
        raise StorageError(f"room {room}: {error}; use the version of the server it was played on") from error
    if not is_finished(image):
        raise NotRecordableError(f"room {room}: its match is not over; a replay would tell its secrets")
    return replay_of(image, turns, rows.last_turn_at(database, stored.made) // 1000)


@contextlib.contextmanager
def read_only(folder: Path) -> Iterator[sqlite3.Connection]:
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
