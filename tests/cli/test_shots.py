from pathlib import Path

import pytest

from game.cli.shots import draw_shots


def test_the_pictures_go_into_a_folder_that_is_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    drawn: list[Path] = []
    monkeypatch.setattr("game.client.shots.draw_all", drawn.append)
    draw_shots(tmp_path / "new" / "folder")
    assert drawn == [tmp_path / "new" / "folder"]
    assert drawn[0].is_dir()


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(SystemExit) as ended:
        draw_shots(tmp_path / "file" / "folder")
    assert ended.value.code == 2
    assert "Mend: " in capsys.readouterr().err
