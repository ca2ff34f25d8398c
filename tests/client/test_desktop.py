from pathlib import Path

import pytest

from game.client.desktop import Desktop


def test_settings_are_kept_whole(tmp_path: Path) -> None:
    desktop = Desktop(tmp_path / "config")
    assert desktop.load_settings() is None
    desktop.save_settings(b"{}")
    desktop.save_settings(b'{"name": "Ada"}')
    assert desktop.load_settings() == b'{"name": "Ada"}'
    assert [path.name for path in (tmp_path / "config").iterdir()] == ["settings.json"]


def test_settings_that_cannot_be_read_are_told_and_left(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "settings.json").mkdir()
    assert Desktop(tmp_path).load_settings() is None
    assert "settings.json" in caplog.text


def test_a_folder_that_cannot_be_written_is_the_callers_to_know(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OSError, match="file"):
        Desktop(tmp_path / "file").save_settings(b"{}")


async def test_frames_never_go_back(tmp_path: Path) -> None:
    desktop = Desktop(tmp_path)
    times = [await desktop.next_frame() for _ in range(4)]
    assert times == sorted(times)


def test_the_players_maps_lie_in_the_players_folder(tmp_path: Path) -> None:
    assert Desktop(tmp_path).maps_folder() == tmp_path / "maps"


def test_the_players_seats_lie_in_the_players_folder(tmp_path: Path) -> None:
    assert Desktop(tmp_path).seats_file() == tmp_path / "seats.json"
