"""A replay made from the journal's file by a process of its own.

Making one plays the whole match again. On a thread beside the loop that would take the interpreter from everybody who
plays, and its reading would keep the one writer from their slates.
"""

import contextlib
import sqlite3
from pathlib import Path

from server.disk import rows
from server.disk.database import FILE_NAME
from server.disk.journal import Kept, StorageError
from server.disk.replays import KeptReplay, kept_replay


def replay_from_file(folder: Path, room: str, ended_at: int) -> KeptReplay | None:
    """The replay of a room's match for the archive; None where there is no such room. It only reads.

    `ended_at` is in seconds since 1970. The server that owns the folder may write meanwhile. Raises
    NotRecordableError for a match that is not over, or that the rules of now play otherwise, StorageError where the
    file cannot be read, ValueError where what is in it cannot.
    """
    try:
        with contextlib.closing(_opened(folder / FILE_NAME)) as database:
            stored = rows.room(database, room)
            if stored is None:
                return None
            kept = Kept(stored.image(), rows.records_after(database, stored.made, stored.held))
            turns = rows.turns_after(database, room, -1)
    except sqlite3.Error as error:
        raise StorageError(f"cannot read {folder / FILE_NAME}: {error}") from error
    return kept_replay(kept.now(), turns, ended_at)


def _opened(file: Path) -> sqlite3.Connection:
    database = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    database.execute("BEGIN")  # image, records and turns as they were at one moment
    return database
