import pytest

from game.cli import window
from game.cli.late_launcher import LateLauncher
from game.client.launcher import Opening


def test_a_display_that_cannot_be_used_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import pygame

    def refuse() -> None:
        raise pygame.error("no such display")

    monkeypatch.setattr("pygame.display.init", refuse)
    with pytest.raises(SystemExit) as ended:
        window.open_window(LateLauncher())
    assert ended.value.code == 2
    assert "the window cannot be opened: no such display" in capsys.readouterr().err


def test_the_window_gets_the_opening_and_closes_what_was_started(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[object] = []

    async def main(launcher: LateLauncher, opening: Opening) -> None:
        seen.extend([launcher, opening])

    async def close_all(launcher: LateLauncher) -> None:
        seen.append("closed")

    monkeypatch.setattr("game.client.app.main", main)
    monkeypatch.setattr(LateLauncher, "close_all", close_all)
    launcher, opening = LateLauncher(), Opening(join="127.0.0.1")
    window.open_window(launcher, opening)
    assert seen == [launcher, opening, "closed"]


def test_an_interrupt_ends_with_status_130(monkeypatch: pytest.MonkeyPatch) -> None:
    async def main(launcher: LateLauncher, opening: Opening) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("game.client.app.main", main)
    with pytest.raises(SystemExit) as ended:
        window.open_window(LateLauncher())
    assert ended.value.code == 130
