import pytest

from game.cli.title import open_title


def test_with_a_display_the_window_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr("game.cli.title.has_display", lambda: True)
    monkeypatch.setattr("game.cli.window.open_window", opened.append)
    open_title()
    assert len(opened) == 1


def test_without_one_a_match_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    tables: list[object] = []

    async def watch(table: object, *rest: object) -> None:
        tables.append(table)

    monkeypatch.setattr("game.cli.title.has_display", lambda: False)
    monkeypatch.setattr("game.cli.playing.watch", watch)
    open_title()
    assert len(tables) == 1
    assert "no display" in capsys.readouterr().err
