"""A copy of everything the server keeps, made beside a running server or without one, and put back.

For commands: `back_up(folder, file)` and `restore(file, folder)` wait and are for a thread or a process of their own.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct

from server.crash_points import Point, reach
from server.disk.database import FILE_NAME
from server.disk.folder_lock import OWNERS_ALONE, hold
from server.disk.journal import StorageError
from server.disk.schema import STEPS

_PAGES: Final = 256
"""Pages copied at a time: 1 MiB."""

_REST: Final = 0.01
"""Seconds between two such steps, in which the disk is the players'."""


class BackUp(Struct, frozen=True):
    """What a good copy holds: its bytes, the version of its tables, and how many rooms and players."""

    bytes: int
    version: int
    rooms: int
    players: int


def back_up(folder: Path, file: Path) -> BackUp:
    """Copy the journal of a data folder as it is at this moment into a new file, and look whether the copy is good.

    A server may run on the folder: it goes on writing meanwhile, and what it writes is not in the copy. The file
    appears under its name when it is whole. Raises StorageError, also where the file exists already.
    """
    source = folder / FILE_NAME
    if not source.is_file():
        raise StorageError(f"found no {FILE_NAME} in {folder}, expected a server's data folder")
    if file.exists():
        raise StorageError(f"{file} exists already; name another file, or move that one away")
    half = file.with_name(f"{file.name}.part")
    with _told(file):
        half.unlink(missing_ok=True)
        try:
            _copy(source, half)
            reach(Point.COPYING)
            found = look_at(half)
            half.replace(file)
        finally:
            half.unlink(missing_ok=True)
    return found


def _copy(source: Path, target: Path) -> None:
    with (
        contextlib.closing(_opened(source, "mode=ro")) as original,
        contextlib.closing(sqlite3.connect(target, isolation_level=None)) as copy,
    ):
        # While this transaction is open, what it reads stays as it is, and the copy need not begin anew.
        original.execute("BEGIN")
        original.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        original.backup(copy, pages=_PAGES, sleep=_REST)
        # One file, and nothing beside it.
        copy.execute("PRAGMA journal_mode = DELETE")
    descriptor = os.open(target, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def look_at(file: Path) -> BackUp:
    """Whether a copy is good, and what it holds. Raises StorageError where it is broken or of a newer server."""
    if not file.is_file():
        raise StorageError(f"found no file {file}, expected a copy that this server made")
    with _told(file), contextlib.closing(_opened(file, _alone(file))) as database:
        faults = [fault for (fault,) in database.execute("PRAGMA integrity_check(3)") if fault != "ok"]
        faults += [
            f"a row of {row[0]} belongs to none of {row[2]}"
            for row in database.execute("PRAGMA foreign_key_check")
        ]
        if faults:
            raise StorageError(f"{file} is broken: {'; '.join(faults[:3])}; use another copy")
        version = int(database.execute("SELECT version FROM schema_version").fetchone()[0])
        if version > len(STEPS):
            raise StorageError(
                f"{file} is of version {version}, this server knows up to {len(STEPS)}; use a newer server"
            )
        rooms = database.execute("SELECT count(*) FROM rooms").fetchone()[0]
        has_players = database.execute(
            "SELECT count(*) FROM sqlite_schema WHERE name = 'players'"
        ).fetchone()[0]
        players = database.execute("SELECT count(*) FROM players").fetchone()[0] if has_players else 0
    return BackUp(file.stat().st_size, version, rooms, players)


def restore(file: Path, folder: Path) -> BackUp:
    """Put a copy into a data folder that has no journal, for a server to start on.

    Raises StorageError where the copy is not good, where a server uses the folder, or where it has a journal: that
    one is moved away by hand, so that nothing is lost by a slip.
    """
    found = look_at(file)
    target = folder / FILE_NAME
    with _told(target):
        folder.mkdir(OWNERS_ALONE, parents=True, exist_ok=True)
        with contextlib.closing(hold(folder)):
            if target.exists():
                raise StorageError(
                    f"{target} exists already; move it away first, with {FILE_NAME}-wal beside it"
                )
            half = folder / f"{FILE_NAME}.part"
            half.unlink(missing_ok=True)
            with (
                contextlib.closing(_opened(file, _alone(file))) as copy,
                contextlib.closing(sqlite3.connect(half)) as made,
            ):
                copy.backup(made)
            half.replace(target)
    return found


def _opened(file: Path, how: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.resolve().as_uri()}?{how}", uri=True, isolation_level=None)


def _alone(file: Path) -> str:
    """How to read a copy that nobody writes: nothing is put beside it. What was copied with its log is read with it."""
    return "mode=ro" if file.with_name(f"{file.name}-wal").exists() else "mode=ro&immutable=1"


@contextlib.contextmanager
def _told(file: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        raise StorageError(f"{file} cannot be read or written: {error}") from error
