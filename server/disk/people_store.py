"""People in the server's SQLite file."""

import secrets
import sqlite3
import time
from collections.abc import Callable, Iterable
from typing import Final

import msgspec
from msgspec.structs import replace

from server.disk.database import Database
from server.people.ban import AddressBan, Ban, ban_of, network_of
from server.people.keys import digest, is_same
from server.people.letters import Draw, code, typed
from server.people.people import CODE_LENGTH, CODE_VALID, MOST_KEYS, NAME_KEPT, Taken
from server.people.person import Person
from server.people.rating import Rated, counts, moved
from server.people.report import Report
from server.room.effects import Complaint
from server.room.names import skeleton
from server.room.result import Result

_ENCODER: Final = msgspec.msgpack.Encoder()
_COMPLAINT: Final = msgspec.msgpack.Decoder(Complaint)
_SEEN_EVERY: Final = 3600 * 1000
"""Milliseconds between two notes of somebody being seen."""


def _now() -> int:
    return time.time_ns() // 1_000_000


class SqlitePeople:
    """See `People`. Lives as long as its database, which others use, too."""

    def __init__(
        self, database: Database, wall: Callable[[], int] = _now, draw: Draw = secrets.randbelow
    ) -> None:
        """`wall` gives milliseconds since 1970."""
        self._database = database
        self._wall = wall
        self._draw = draw
        self._bans: tuple[AddressBan, ...] | None = None

    async def known(self, key: str) -> Person | None:
        """See `People.known`."""
        now, own = self._wall(), digest(key)
        return await self._database.do_soon(lambda db: _known(db, own, now))

    async def claim(self, key: str, name: str) -> Person | Taken:
        """See `People.claim`."""
        now, own = self._wall(), digest(key)
        return await self._database.do_soon(lambda db: _claim(db, own, name, now))

    async def is_free(self, name: str) -> bool:
        """See `People.is_free`."""
        since = self._wall() - NAME_KEPT
        return await self._database.do_soon(lambda db: holder(db, name, since) is None)

    async def new_code(self, person: int) -> str:
        """See `People.new_code`."""
        fresh, expires = code(self._draw, CODE_LENGTH), self._wall() + CODE_VALID
        await self._database.do_soon(lambda db: put_code(db, digest(fresh), person, expires))
        return fresh

    async def use_code(self, code: str, key: str) -> Person | None:
        """See `People.use_code`."""
        now, meant, own = self._wall(), digest(typed(code)), digest(key)
        return await self._database.do_soon(lambda db: _use_code(db, meant, own, now))

    async def finished(self, result: Result) -> bool:
        """See `People.finished`."""
        now = self._wall()
        return await self._database.do_soon(lambda db: _finished(db, result, now))

    async def uncounted(self) -> tuple[str, ...]:
        """See `People.uncounted`."""
        return await self._database.do(_uncounted)

    async def keep(self, complaint: Complaint) -> None:
        """See `People.keep`."""
        body = _ENCODER.encode(complaint)
        await self._database.do_soon(lambda db: db.execute("INSERT INTO reports (body) VALUES (?)", (body,)))

    async def reports(self, *, handled: bool = False) -> tuple[Report, ...]:
        """See `People.reports`."""
        return await self._database.do(lambda db: _reports(db, handled=handled))

    async def handle(self, report: int) -> bool:
        """See `People.handle`."""
        statement = "UPDATE reports SET handled = 1 WHERE id = ? AND handled = 0"
        return await self._changed(statement, (report,))

    async def find(self, who: str) -> Person | None:
        """See `People.find`."""
        return await self._database.do_soon(lambda db: _find(db, who))

    async def ban(self, who: int | str, ban: Ban) -> bool:
        """See `People.ban`."""
        if isinstance(who, int):
            return await self._ban_person(who, ban)
        network = network_of(who)
        if network is None:
            return False
        values = (network, ban.until, ban.reason)
        return await self._changed("INSERT OR REPLACE INTO bans VALUES (?, ?, ?)", values)

    async def pardon(self, who: int | str) -> bool:
        """See `People.pardon`."""
        if isinstance(who, int):
            statement = (
                "UPDATE players SET banned_until = 0, ban_reason = '' WHERE id = ? AND banned_until > 0"
            )
            return await self._changed(statement, (who,))
        return await self._changed("DELETE FROM bans WHERE network = ?", (network_of(who) or "",))

    async def address_bans(self) -> tuple[AddressBan, ...]:
        """See `People.address_bans`."""
        if self._bans is None:
            self._bans = await self._database.do(_address_bans)
        return self._bans

    async def is_banned(self, address: str, person: int) -> Ban | None:
        """See `People.is_banned`."""
        now = self._wall()
        by_address = ban_of(address, await self.address_bans(), now)
        if by_address is not None or not person:
            return by_address
        return await self._database.do_soon(lambda db: _ban_of(db, person, now))

    async def _ban_person(self, person: int, ban: Ban) -> bool:
        statement = "UPDATE players SET banned_until = ?, ban_reason = ? WHERE id = ?"
        return await self._changed(statement, (ban.until, ban.reason, person))

    async def _changed(self, statement: str, values: tuple[int | str, ...]) -> bool:
        is_changed = await self._database.do_soon(lambda db: db.execute(statement, values).rowcount > 0)
        self._bans = None
        return is_changed


# --- who it is --------------------------------------------------------------------------------------


def _known(database: sqlite3.Connection, own: bytes, now: int) -> Person | None:
    row = database.execute(
        "SELECT player, seen_at, digest FROM keys JOIN players ON players.id = player WHERE digest = ?",
        (own,),
    ).fetchone()
    if row is None or not is_same(row[2], own):
        return None
    if now - row[1] >= _SEEN_EVERY:
        database.execute("UPDATE players SET seen_at = ? WHERE id = ?", (now, row[0]))
    return _person(database, row[0])


def _person(database: sqlite3.Connection, number: int) -> Person | None:
    row = database.execute(
        "SELECT id, name, matches, turns_due, turns_missed FROM players WHERE id = ?", (number,)
    ).fetchone()
    if row is None:
        return None
    ratings = database.execute(
        "SELECT mode, mu, sigma, matches FROM ratings WHERE player = ? ORDER BY mode", (number,)
    ).fetchall()
    number, name, matches, due, missed = row
    return Person(number, name, matches, due, missed, tuple(Rated(*rating) for rating in ratings))


def _claim(database: sqlite3.Connection, own: bytes, name: str, now: int) -> Person | Taken:
    held_by = holder(database, name, now - NAME_KEPT)
    person = _known(database, own, now)
    if held_by is not None and (person is None or held_by != person.id):
        return Taken(name)
    if person is not None and person.name == name:
        return person
    # Whoever else is called so was not seen for long, and is called nothing from now on.
    database.execute(
        "UPDATE players SET name = '', skeleton = NULL WHERE skeleton = ? AND id <> ?",
        (skeleton(name), 0 if person is None else person.id),
    )
    if person is None:
        number = made(database, name, now)
        database.execute("INSERT INTO keys VALUES (?, ?, ?)", (own, number, now))
        return Person(number, name)
    values = (name, skeleton(name), person.id)
    database.execute("UPDATE players SET name = ?, skeleton = ? WHERE id = ?", values)
    return replace(person, name=name)


def made(database: sqlite3.Connection, name: str, now: int) -> int:
    """A new person's id; `name` is free, or empty for one without. Somebody has to get a key or a code for it."""
    statement = "INSERT INTO players (name, skeleton, made_at, seen_at) VALUES (?, ?, ?, ?) RETURNING id"
    return int(database.execute(statement, (name, skeleton(name) or None, now, now)).fetchone()[0])


def holder(database: sqlite3.Connection, name: str, since: int) -> int | None:
    """The id of who holds a name of this look and was seen since then, in milliseconds since 1970."""
    row = database.execute(
        "SELECT id FROM players WHERE skeleton = ? AND seen_at > ?", (skeleton(name), since)
    ).fetchone()
    return None if row is None else int(row[0])


def _find(database: sqlite3.Connection, who: str) -> Person | None:
    if who.startswith("#"):
        return _person(database, int(who[1:])) if who[1:].isdecimal() else None
    number = holder(database, who, 0)
    return None if number is None else _person(database, number)


# --- devices ----------------------------------------------------------------------------------------


def put_code(database: sqlite3.Connection, fresh: bytes, person: int, expires: int) -> None:
    """Keep the digest of a person's fresh code, in place of any before, until then in milliseconds since 1970."""
    database.execute("INSERT OR REPLACE INTO device_codes VALUES (?, ?, ?)", (person, fresh, expires))


def _use_code(database: sqlite3.Connection, meant: bytes, own: bytes, now: int) -> Person | None:
    row = database.execute(
        "DELETE FROM device_codes WHERE digest = ? RETURNING player, expires, digest", (meant,)
    ).fetchone()
    if row is None or row[1] <= now or not is_same(row[2], meant):
        return None
    number = int(row[0])
    database.execute("INSERT OR REPLACE INTO keys VALUES (?, ?, ?)", (own, number, now))
    database.execute(
        "DELETE FROM keys WHERE player = ? AND digest NOT IN"
        " (SELECT digest FROM keys WHERE player = ? ORDER BY made_at DESC LIMIT ?)",
        (number, number, MOST_KEYS),
    )
    database.execute(
        "UPDATE players SET name = '', skeleton = NULL"
        " WHERE skeleton NOTNULL AND id NOT IN (SELECT player FROM keys)"
        " AND id NOT IN (SELECT player FROM device_codes)"
    )
    return _known(database, own, now)


# --- matches ----------------------------------------------------------------------------------------


def _finished(database: sqlite3.Connection, result: Result, now: int) -> bool:
    fresh = database.execute("INSERT INTO counted VALUES (?, ?) ON CONFLICT DO NOTHING", (result.room, now))
    if fresh.rowcount == 0:
        return False
    for seat in result.seats:
        database.execute(
            "UPDATE players SET matches = matches + 1, turns_due = turns_due + ?, turns_missed = turns_missed + ?"
            " WHERE id = ?",
            (seat.turns_due, seat.turns_missed, seat.person),
        )
    if counts(result):
        _rate(database, result)
    return True


def _rate(database: sqlite3.Connection, result: Result) -> None:
    persons = [_person(database, seat.person) for seat in result.seats if seat.person]
    before = {person.id: person.rated(result.mode) for person in persons if person is not None}
    if len(before) == len(persons):
        _put_ratings(database, moved(result, before).items())


def _put_ratings(database: sqlite3.Connection, ratings: Iterable[tuple[int, Rated]]) -> None:
    database.executemany(
        "INSERT OR REPLACE INTO ratings VALUES (?, ?, ?, ?, ?)",
        [(number, now.mode, now.mu, now.sigma, now.matches) for number, now in ratings],
    )


def _uncounted(database: sqlite3.Connection) -> tuple[str, ...]:
    rows = database.execute(
        "SELECT id FROM rooms JOIN matches ON matches.room = made"
        " WHERE phase = 'over' AND id NOT IN (SELECT room FROM counted) ORDER BY made"
    ).fetchall()
    return tuple(room for (room,) in rows)


# --- order ------------------------------------------------------------------------------------------


def _reports(database: sqlite3.Connection, *, handled: bool) -> tuple[Report, ...]:
    rows = database.execute(
        "SELECT id, body FROM reports WHERE handled = ? ORDER BY id", (int(handled),)
    ).fetchall()
    return tuple(Report(number, _COMPLAINT.decode(body), handled) for number, body in rows)


def _address_bans(database: sqlite3.Connection) -> tuple[AddressBan, ...]:
    rows = database.execute("SELECT network, until, reason FROM bans ORDER BY network").fetchall()
    return tuple(AddressBan(network, Ban(until, reason)) for network, until, reason in rows)


def _ban_of(database: sqlite3.Connection, person: int, now: int) -> Ban | None:
    row = database.execute(
        "SELECT banned_until, ban_reason FROM players WHERE id = ? AND banned_until > ?", (person, now)
    ).fetchone()
    return None if row is None else Ban(*row)
