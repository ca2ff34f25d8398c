import sqlite3

from game.lab.load.commits import bare_commits


def test_every_commit_is_on_disk_and_timed(tmp_path) -> None:
    times = [*bare_commits(tmp_path, 5), *bare_commits(tmp_path, 4)]
    assert len(times) == 9
    assert all(time > 0 for time in times)
    database = sqlite3.connect(tmp_path / "bare.sqlite")
    try:
        assert database.execute("SELECT count(*) FROM bare").fetchone() == (9,)
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    finally:
        database.close()
