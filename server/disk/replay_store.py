"""The archive of finished matches in the server's SQLite file, each replay deflated."""

import sqlite3
import zlib
from typing import Final

import msgspec

from game.protocol.messages import ArchivedMatch
from server.disk.database import Database
from server.disk.replays import MOST_LISTED, KeptReplay, ReplayBytes, Unkept

_ENCODER: Final = msgspec.msgpack.Encoder()
_ABOUT: Final = msgspec.msgpack.Decoder(ArchivedMatch)


class SqliteReplays:
    """See `Replays`. Lives as long as its database, which others use, too."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def keep(self, replay: KeptReplay) -> None:
        """See `Replays.keep`."""
        await self._database.do(lambda db: _keep(db, replay))

    async def cannot(self, unkept: Unkept) -> None:
        """See `Replays.cannot`."""
        values = (unkept.room, unkept.ended_at)
        statement = "INSERT OR IGNORE INTO replays VALUES (?, ?, 0, NULL, NULL)"
        await self._database.do_soon(lambda db: db.execute(statement, values))

    async def unkept(self) -> tuple[Unkept, ...]:
        """See `Replays.unkept`."""
        return await self._database.do(_unkept)

    async def listed(self, person: int) -> tuple[ArchivedMatch, ...]:
        """See `Replays.listed`."""
        return await self._database.do(lambda db: _listed(db, person))

    async def may_have(self, room: str, person: int) -> bool:
        """See `Replays.may_have`."""
        return await self._database.do_soon(lambda db: _may_have(db, room, person))

    async def part(self, room: str, offset: int, length: int) -> ReplayBytes | None:
        """See `Replays.part`."""
        return await self._database.do(lambda db: _part(db, room, offset, length))


def _keep(database: sqlite3.Connection, replay: KeptReplay) -> None:
    about = replay.about
    values = (
        about.room,
        about.ended_at,
        int(replay.is_public),
        _ENCODER.encode(about),
        zlib.compress(replay.body),
    )
    database.execute("INSERT OR REPLACE INTO replays VALUES (?, ?, ?, ?, ?)", values)
    persons = [(person, about.room) for person in replay.persons]
    database.executemany("INSERT INTO replay_persons VALUES (?, ?)", persons)


def _unkept(database: sqlite3.Connection) -> tuple[Unkept, ...]:
    rows = database.execute(
        "SELECT id, ifnull((SELECT max(at) FROM records WHERE room = made AND number NOTNULL), 0) / 1000"
        " FROM rooms JOIN matches ON matches.room = made"
        " WHERE phase = 'over' AND id NOT IN (SELECT room FROM replays) ORDER BY made"
    ).fetchall()
    return tuple(Unkept(room, ended_at) for room, ended_at in rows)


def _listed(database: sqlite3.Connection, person: int) -> tuple[ArchivedMatch, ...]:
    rows = database.execute(
        "SELECT room, about FROM (SELECT room, ended_at, about FROM replays JOIN replay_persons USING (room)"
        " WHERE person = ? ORDER BY ended_at DESC LIMIT ?)"
        " UNION SELECT room, about FROM (SELECT room, ended_at, about FROM replays"
        " WHERE public ORDER BY ended_at DESC LIMIT ?)",
        (person, MOST_LISTED, MOST_LISTED),
    ).fetchall()
    found = [_ABOUT.decode(about) for _, about in rows]
    return tuple(sorted(found, key=lambda one: (-one.ended_at, one.room)))


def _may_have(database: sqlite3.Connection, room: str, person: int) -> bool:
    row = database.execute(
        "SELECT public OR EXISTS (SELECT * FROM replay_persons WHERE replay_persons.room = replays.room"
        " AND person = ?) FROM replays WHERE room = ? AND body NOTNULL",
        (person, room),
    ).fetchone()
    return row is not None and bool(row[0])


def all_kept(database: sqlite3.Connection) -> tuple[ArchivedMatch, ...]:
    """Every match in the archive, for whoever may read the file."""
    found = database.execute("SELECT about FROM replays WHERE body NOTNULL ORDER BY ended_at")
    return tuple(_ABOUT.decode(about) for (about,) in found)


def kept_body(database: sqlite3.Connection, room: str) -> bytes | None:
    """The replay of a room, None if it has none."""
    row = database.execute("SELECT body FROM replays WHERE room = ? AND body NOTNULL", (room,)).fetchone()
    return None if row is None else zlib.decompress(row[0])


def _part(database: sqlite3.Connection, room: str, offset: int, length: int) -> ReplayBytes | None:
    body = kept_body(database, room)
    return None if body is None else ReplayBytes(body[offset : offset + length], len(body))
