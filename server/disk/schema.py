"""The tables of the journal's file, and the steps from each older version to the next."""

import sqlite3

from server.disk.journal import StorageError

STEPS: tuple[str, ...] = (
    """
    CREATE TABLE rooms (
        made     INTEGER PRIMARY KEY,
        id       TEXT NOT NULL UNIQUE,
        epoch    INTEGER NOT NULL,
        last     INTEGER NOT NULL DEFAULT 0,
        phase    TEXT NOT NULL DEFAULT '',
        turn_at  INTEGER NOT NULL DEFAULT 0,
        image    BLOB,
        image_at INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE records (
        room   INTEGER NOT NULL REFERENCES rooms (made) ON DELETE CASCADE,
        place  INTEGER NOT NULL,
        at     INTEGER NOT NULL,
        number INTEGER,
        body   BLOB NOT NULL,
        PRIMARY KEY (room, place)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX records_by_number ON records (room, number) WHERE number IS NOT NULL;
    """,
    "",  # Records may speak of modes, votes and resigning from here on, which an older server cannot read.
    "",  # Images name the map's hashes from here on, which an older server cannot read.
)
"""`STEPS[n]` leads from version n to n + 1. A step that was released never changes."""


def prepare(database: sqlite3.Connection) -> None:
    """Set the connection up and bring the file to the present version.

    The connection is in autocommit mode. Raises StorageError for a file of a later version, and
    sqlite3.Error for one that is no journal.
    """
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("PRAGMA foreign_keys = ON")
    database.execute("PRAGMA busy_timeout = 5000")
    database.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL) STRICT")
    row = database.execute("SELECT version FROM schema_version").fetchone()
    version = 0 if row is None else int(row[0])
    if version > len(STEPS):
        raise StorageError(
            f"the journal is of version {version}, this server knows up to {len(STEPS)}; use a newer server"
        )
    for target, step in enumerate(STEPS[version:], start=version + 1):
        database.executescript(f"BEGIN IMMEDIATE; {step}")
        database.execute("DELETE FROM schema_version")
        database.execute("INSERT INTO schema_version VALUES (?)", (target,))
        database.execute("COMMIT")
