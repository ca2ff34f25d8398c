import io
import os
import signal
import subprocess
import sys

import pytest

from game import __version__
from game.cli.main import run


def test_run_gives_back_the_exit_status(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert run(["play", "--map", "nowhere"]) == 2
    captured = capsys.readouterr()
    assert captured.out == f"neo-sanctum {__version__}\n"
    assert "nowhere" in captured.err


def test_without_arguments_the_window_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("game.cli.main.has_display", lambda: True)
    monkeypatch.setattr("game.cli.title.open_title", lambda: opened.append("title"))
    assert run([]) == 0
    assert opened == ["title"]


def test_what_ends_the_program_is_its_status(monkeypatch: pytest.MonkeyPatch) -> None:
    def end() -> None:
        raise SystemExit(130)

    monkeypatch.setattr("game.cli.main.has_display", lambda: True)
    monkeypatch.setattr("game.cli.title.open_title", end)
    assert run([]) == 130


def test_a_terminal_without_the_letter_shows_a_question_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = io.BytesIO()
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(shown, encoding="ascii"))
    monkeypatch.setattr("game.cli.main._do", lambda _given: sys.stdout.write("Caf\u00e9"))
    assert run(["watch"]) == 0
    sys.stdout.flush()
    assert shown.getvalue() == b"Caf?"


def test_ctrl_c_before_the_command_began_is_status_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_given: list[str]) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("game.cli.main._do", interrupt)
    assert run(["play"]) == 130


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "sign"),
    [
        (("watch", "--delay", "60"), "Turn 1."),
        (("lab", "run", "--games", "40", "--workers", "2"), ""),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is sent in another way on Windows")
def test_ctrl_c_ends_cleanly(arguments: tuple[str, ...], sign: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "game", *arguments],
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    if sign:
        while sign not in process.stdout.readline():
            assert process.poll() is None
    else:
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(3)
    process.send_signal(signal.SIGINT)
    _, complaint = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "Traceback" not in complaint
