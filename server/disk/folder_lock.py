"""One server per data folder: two would take each other's rooms."""

import sqlite3
from pathlib import Path
from typing import Final

from server.disk.journal import StorageError

FILE_NAME = "in-use.sqlite"
OWNERS_ALONE: Final = 0o700
"""What a data folder is made with: the journal holds the secrets of running matches."""


def hold(folder: Path) -> sqlite3.Connection:
    """Keep the folder to ourselves until the connection is closed or the process ends, however it ends.

    The folder exists. Raises StorageError if another server holds it, sqlite3.Error if the disk refuses.
    """
    # An open exclusive transaction is a lock that every platform has and that no killed process leaves behind.
    lock = sqlite3.connect(folder / FILE_NAME, isolation_level=None, check_same_thread=False, timeout=0)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
            raise
        raise StorageError(
            f"another server is using {folder}; stop it, or give this one a data folder of its own"
        ) from error
    return lock
