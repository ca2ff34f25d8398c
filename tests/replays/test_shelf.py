from pathlib import Path

import pytest
from msgspec.structs import replace

from game.replays import shelf
from game.replays.codec import decode
from game.replays.errors import Broken, ReplayError
from game.replays.shelf import ReplayShelf, own_folder, read, read_brief, write
from tests.support.replays import ENDED, finished, replay, written


def dated(after: int, title: str = "Grid") -> bytes:
    found = replay()
    return written(replace(found, header=replace(found.header, ended_at=ENDED + after, title=title)))


def test_a_file_is_read_as_it_was_written(tmp_path: Path) -> None:
    write(tmp_path / "a.nsreplay", finished())
    assert read(tmp_path / "a.nsreplay").chain == replay().chain
    assert read_brief(tmp_path / "a.nsreplay").header == replay().header
    assert [path.name for path in tmp_path.iterdir()] == ["a.nsreplay"]


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a.nsreplay", b"old")

    def full(path: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write(tmp_path / "a.nsreplay", b"new")
    assert (tmp_path / "a.nsreplay").read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.nsreplay"]


def test_what_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (tmp_path / "nowhere.nsreplay", tmp_path):
        with pytest.raises(ReplayError) as error:
            read(path)
        assert (error.value.code, error.value.where) == (Broken.UNREADABLE, path.name)
    monkeypatch.setattr(shelf, "MOST_BYTES", 100)
    write(tmp_path / "a.nsreplay", finished())
    with pytest.raises(ReplayError) as error:
        read(tmp_path / "a.nsreplay")
    assert error.value.code is Broken.TOO_LARGE


def test_a_match_is_kept_once_under_a_name_that_tells_it(tmp_path: Path) -> None:
    kept = ReplayShelf(tmp_path / "replays")
    path = kept.keep(finished())
    assert kept.keep(finished()) == path
    assert path.name == f"match-20260921-141320-grid-{replay().chain[-4:].hex()}.nsreplay"
    assert [entry.path for entry in kept.listed()] == [path]


def test_a_map_cannot_name_another_folder(tmp_path: Path) -> None:
    found = replay()
    data = written(replace(found, header=replace(found.header, map="../../Etc/pass wd")))
    path = ReplayShelf(tmp_path / "replays").keep(data)
    assert path.parent == tmp_path / "replays"
    assert "-etc-pass-wd-" in path.name


def test_what_is_no_replay_is_not_kept(tmp_path: Path) -> None:
    with pytest.raises(ReplayError):
        ReplayShelf(tmp_path).keep(b"hello")
    assert list(tmp_path.iterdir()) == []


def test_the_oldest_make_room_and_what_a_player_named_stays(tmp_path: Path) -> None:
    kept = ReplayShelf(tmp_path, most=3)
    first = kept.keep(dated(0))
    first.rename(tmp_path / "my best.nsreplay")
    paths = [kept.keep(dated(10 * number)) for number in range(1, 6)]
    assert {path.name for path in tmp_path.iterdir()} == {"my best.nsreplay", *(p.name for p in paths[2:])}


def test_an_old_match_that_is_kept_late_is_not_thrown_away_at_once(tmp_path: Path) -> None:
    kept = ReplayShelf(tmp_path, most=2)
    for number in (10, 20, 0):
        path = kept.keep(dated(number))
    assert path.exists()
    assert len(list(tmp_path.iterdir())) == 2


def test_the_list_has_the_latest_first_and_the_broken_last(tmp_path: Path) -> None:
    kept = ReplayShelf(tmp_path)
    for number in (10, 30, 20):
        kept.keep(dated(number))
    (tmp_path / "broken.nsreplay").write_bytes(b"hello")
    (tmp_path / "notes.txt").write_bytes(b"hello")
    (tmp_path / "folder.nsreplay").mkdir()
    *sound, last = kept.listed()
    assert [entry.brief.header.ended_at - ENDED for entry in sound if entry.brief] == [30, 20, 10]
    assert last.brief is None
    assert last.error is not None
    assert last.error.code is Broken.NO_REPLAY


def test_a_shelf_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert ReplayShelf(tmp_path / "nowhere").listed() == ()


def test_replays_lie_in_the_players_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *names, **options: str(tmp_path))
    assert own_folder() == tmp_path / "replays" == ReplayShelf().folder


def test_a_long_file_comes_in_pieces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "_PIECE", 1000)
    write(tmp_path / "a.nsreplay", finished())
    assert read(tmp_path / "a.nsreplay") == decode([finished()])
