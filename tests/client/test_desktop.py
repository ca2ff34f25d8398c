import os
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


def test_the_players_key_is_made_once_and_is_the_players_alone(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    key = Desktop(folder).identity_key()
    assert key is not None
    assert len(key) == 32
    assert Desktop(folder).identity_key() == key
    assert Desktop(tmp_path / "another").identity_key() != key
    assert [path.name for path in folder.iterdir()] == ["identity.key"]
    if os.name == "posix":
        assert (folder / "identity.key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("error", [FileExistsError, PermissionError])
def test_a_key_is_made_on_a_disk_without_second_names_and_beside_another_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[OSError]
) -> None:
    def link(_half: str, file: Path) -> None:
        if error is FileExistsError:
            file.write_text("ab" * 32, "ascii")
        raise error

    monkeypatch.setattr(os, "link", link)
    key = Desktop(tmp_path).identity_key()
    assert key is not None
    assert (key == b"\xab" * 32) is (error is FileExistsError)
    assert [path.name for path in tmp_path.iterdir()] == ["identity.key"]


@pytest.mark.parametrize("written", [b"", b"ab" * 31, b"no key", b"\xff"])
def test_a_broken_key_is_told_and_left(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, written: bytes
) -> None:
    (tmp_path / "identity.key").write_bytes(written)
    assert Desktop(tmp_path).identity_key() is None
    assert "identity.key" in caplog.text
    assert (tmp_path / "identity.key").read_bytes() == written
    if written:
        assert written.decode("latin-1") not in caplog.text.replace("identity.key", "")


def test_where_nothing_can_be_kept_one_is_a_guest(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert Desktop(tmp_path / "file").identity_key() is None
    assert "guest" in caplog.text
