"""The tables of the journal's file, and the steps from each older version to the next."""

import hashlib
import sqlite3
from collections.abc import Callable
from typing import TypeAlias

import msgspec

from server.crash_points import Point, reach
from server.disk.journal import StorageError

Step: TypeAlias = str | Callable[[sqlite3.Connection], None]
"""SQL, or what SQL cannot say."""


_NO_MATCH = b"\x90"


def _apart(database: sqlite3.Connection) -> None:
    """Records in the order of their coming, images and matches in tables of their own, each ruleset once."""
    _run(database, _MADE_APART)
    for made, body in database.execute("SELECT made, image FROM rooms WHERE image IS NOT NULL"):
        image, rules, own = _image_rules_own(body)
        database.execute("INSERT INTO images VALUES (?, ?)", (made, image))
        if rules:
            number = rules_number(database, rules)
            database.execute("INSERT INTO matches VALUES (?, ?, ?)", (made, number, own))
    for column in ("image", "image_at", "last"):
        database.execute(f"ALTER TABLE rooms DROP COLUMN {column}")


_MADE_APART = """
    CREATE TABLE rules (
        id     INTEGER PRIMARY KEY,
        digest BLOB NOT NULL UNIQUE,
        body   BLOB NOT NULL
    ) STRICT;
    CREATE TABLE matches (
        room  INTEGER PRIMARY KEY REFERENCES rooms (made) ON DELETE CASCADE,
        rules INTEGER NOT NULL REFERENCES rules (id),
        own   BLOB NOT NULL
    ) STRICT;
    CREATE TABLE images (
        room INTEGER PRIMARY KEY REFERENCES rooms (made) ON DELETE CASCADE,
        body BLOB NOT NULL
    ) STRICT;
    CREATE TABLE numbered (
        room  INTEGER NOT NULL,
        place INTEGER NOT NULL,
        now   INTEGER NOT NULL,
        PRIMARY KEY (room, place)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO numbered SELECT room, place, row_number() OVER (ORDER BY room, place) FROM records;
    ALTER TABLE rooms ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
    UPDATE rooms SET held =
        ifnull((SELECT max(now) FROM numbered WHERE room = made AND place <= image_at), 0);
    DROP INDEX records_by_number;
    ALTER TABLE records RENAME TO old_records;
    CREATE TABLE records (
        place  INTEGER PRIMARY KEY,
        room   INTEGER NOT NULL REFERENCES rooms (made) ON DELETE CASCADE,
        at     INTEGER NOT NULL,
        number INTEGER,
        body   BLOB NOT NULL
    ) STRICT;
    INSERT INTO records
        SELECT now, room, at, number, body FROM old_records JOIN numbered USING (room, place) ORDER BY now;
    CREATE INDEX records_by_room ON records (room);
    CREATE INDEX records_by_number ON records (room, number) WHERE number IS NOT NULL;
    DROP TABLE old_records;
    DROP TABLE numbered;
"""
"""Rows that arrive together lie together: a commit for many rooms writes few pages. `held` is the place of the
last record that a room's image holds."""


def _image_rules_own(body: bytes) -> tuple[bytes, bytes, bytes]:
    """An image without its match, and the match in two parts; the image as it was where it cannot be read.

    Whatever rules it was played by, it is read as plain maps and arrays.
    """
    try:
        image = msgspec.msgpack.decode(body, type=dict[str, msgspec.Raw])
        rules, *own = msgspec.msgpack.decode(image.pop("match", _NO_MATCH), type=list[msgspec.Raw])
    except (msgspec.DecodeError, ValueError):
        return body, b"", b""
    return msgspec.msgpack.encode(image), bytes(rules), msgspec.msgpack.encode(own)


STEPS: tuple[Step, ...] = (
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
    _apart,
    """
    CREATE TABLE players (
        id           INTEGER PRIMARY KEY,
        name         TEXT NOT NULL DEFAULT '',
        skeleton     TEXT UNIQUE,
        made_at      INTEGER NOT NULL,
        seen_at      INTEGER NOT NULL,
        matches      INTEGER NOT NULL DEFAULT 0,
        turns_due    INTEGER NOT NULL DEFAULT 0,
        turns_missed INTEGER NOT NULL DEFAULT 0,
        banned_until INTEGER NOT NULL DEFAULT 0,
        ban_reason   TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE TABLE keys (
        digest  BLOB PRIMARY KEY,
        player  INTEGER NOT NULL REFERENCES players (id) ON DELETE CASCADE,
        made_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX keys_by_player ON keys (player);
    CREATE TABLE ratings (
        player  INTEGER NOT NULL REFERENCES players (id) ON DELETE CASCADE,
        mode    TEXT NOT NULL,
        mu      REAL NOT NULL,
        sigma   REAL NOT NULL,
        matches INTEGER NOT NULL,
        PRIMARY KEY (player, mode)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE device_codes (
        player  INTEGER PRIMARY KEY REFERENCES players (id) ON DELETE CASCADE,
        digest  BLOB NOT NULL UNIQUE,
        expires INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE reports (
        id      INTEGER PRIMARY KEY,
        body    BLOB NOT NULL,
        handled INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE bans (
        network TEXT PRIMARY KEY,
        until   INTEGER NOT NULL,
        reason  TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE counted (
        room TEXT PRIMARY KEY,
        at   INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO counted SELECT id, 0 FROM rooms WHERE phase = 'over';
    CREATE TABLE sitters (
        person INTEGER NOT NULL,
        room   INTEGER NOT NULL REFERENCES rooms (made) ON DELETE CASCADE,
        PRIMARY KEY (person, room)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sitters_by_room ON sitters (room);
    CREATE TABLE replays (
        room     TEXT PRIMARY KEY,
        ended_at INTEGER NOT NULL,
        public   INTEGER NOT NULL,
        about    BLOB,
        body     BLOB
    ) STRICT;
    CREATE INDEX replays_public ON replays (ended_at) WHERE public;
    CREATE TABLE replay_persons (
        person INTEGER NOT NULL,
        room   TEXT NOT NULL REFERENCES replays (room) ON DELETE CASCADE,
        PRIMARY KEY (person, room)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX replay_persons_by_room ON replay_persons (room);
    ALTER TABLE rooms DROP COLUMN turn_at;
    """,
    "",  # Seats name the command that took them, lobbies those who are waited for: an older server cannot read it.
)
"""`STEPS[n]` leads from version n to n + 1. A step that was released never changes."""


def rules_number(database: sqlite3.Connection, body: bytes) -> int:
    """The number of a packed ruleset in the table of them, where it is put if need be."""
    digest = hashlib.sha256(body).digest()
    database.execute("INSERT INTO rules (digest, body) VALUES (?, ?) ON CONFLICT DO NOTHING", (digest, body))
    return int(database.execute("SELECT id FROM rules WHERE digest = ?", (digest,)).fetchone()[0])


def prepare(database: sqlite3.Connection) -> None:
    """Set the connection up and bring the file to the present version.

    The connection is in autocommit mode. Raises StorageError for a file of a later version, and
    sqlite3.Error for one that is no journal.
    """
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("PRAGMA foreign_keys = ON")
    database.execute("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL) STRICT")
    row = database.execute("SELECT version FROM schema_version").fetchone()
    version = 0 if row is None else int(row[0])
    if version > len(STEPS):
        raise StorageError(
            f"the journal is of version {version}, this server knows up to {len(STEPS)}; use a newer server"
        )
    for target, step in enumerate(STEPS[version:], start=version + 1):
        _take(database, step, target)


def _take(database: sqlite3.Connection, step: Step, target: int) -> None:
    database.execute("BEGIN IMMEDIATE")
    if isinstance(step, str):
        _run(database, step)
    else:
        step(database)
    reach(Point.MIGRATING)
    database.execute("DELETE FROM schema_version")
    database.execute("INSERT INTO schema_version VALUES (?)", (target,))
    database.execute("COMMIT")


def _run(database: sqlite3.Connection, script: str) -> None:
    """Several statements in the transaction that is open; `executescript` would commit it."""
    for statement in script.split(";"):
        if statement.strip():
            database.execute(statement)
