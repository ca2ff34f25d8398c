"""What a bare commit to the disk takes here: SQLite, WAL, FULL, one small row, nothing else."""

import sqlite3
from contextlib import closing
from pathlib import Path
from time import perf_counter

_COMMITS = 400
_ROW = b"x" * 120
"""About what a saved slate is on disk."""


def bare_commits(folder: Path, count: int = _COMMITS) -> list[float]:
    """Milliseconds of each of so many commits, one after another, in a file of its own in the folder."""
    times = []
    with closing(sqlite3.connect(folder / "bare.sqlite", isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        database.execute("CREATE TABLE IF NOT EXISTS bare (place INTEGER PRIMARY KEY, body BLOB)")
        for _ in range(count):
            begin = perf_counter()
            database.execute("BEGIN IMMEDIATE")
            database.execute("INSERT INTO bare (body) VALUES (?)", (_ROW,))
            database.execute("COMMIT")
            times.append((perf_counter() - begin) * 1000)
    return times
