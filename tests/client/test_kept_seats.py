from pathlib import Path

import pytest

from game.client.kept_seats import MOST, KeptSeat, KeptSeats

HERE = KeptSeat("example.org:4000", "KX7P2M", "room-1", "secret")


def test_a_seat_is_found_again_by_another_program(tmp_path: Path) -> None:
    KeptSeats(tmp_path / "own" / "seats.json").keep(HERE)
    kept = KeptSeats(tmp_path / "own" / "seats.json")
    assert kept.find(HERE.server, HERE.code) == HERE
    assert kept.find(HERE.server, "OTHER1") is None
    assert kept.find("elsewhere.org:4000", HERE.code) is None


def test_only_the_player_may_read_it(tmp_path: Path) -> None:
    KeptSeats(tmp_path / "seats.json").keep(HERE)
    assert (tmp_path / "seats.json").stat().st_mode & 0o077 == 0


def test_a_newer_token_takes_the_place_of_the_older(tmp_path: Path) -> None:
    kept = KeptSeats(tmp_path / "seats.json")
    newer = KeptSeat(HERE.server, HERE.code, HERE.room, "newer")
    kept.keep(HERE)
    kept.keep(newer)
    assert kept.find(HERE.server, HERE.code) == newer
    assert (tmp_path / "seats.json").read_bytes().count(b"room-1") == 1


def test_the_oldest_goes_first(tmp_path: Path) -> None:
    kept = KeptSeats(tmp_path / "seats.json")
    for number in range(MOST + 1):
        kept.keep(KeptSeat("server", f"code {number}", f"room {number}", "secret"))
    assert kept.find("server", "code 0") is None
    assert kept.find("server", "code 1") is not None


def test_a_broken_file_costs_the_seats_in_it_only(tmp_path: Path) -> None:
    file = tmp_path / "seats.json"
    file.write_text("[{")
    kept = KeptSeats(file)
    assert kept.find(HERE.server, HERE.code) is None
    kept.keep(HERE)
    assert kept.find(HERE.server, HERE.code) == HERE


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("")
    kept = KeptSeats(tmp_path / "file" / "seats.json")
    kept.keep(HERE)
    assert "this seat is lost if the program ends" in caplog.text
    assert kept.find(HERE.server, HERE.code) is None


def test_without_a_file_nothing_is_kept() -> None:
    kept = KeptSeats(None)
    kept.keep(HERE)
    assert kept.find(HERE.server, HERE.code) is None
