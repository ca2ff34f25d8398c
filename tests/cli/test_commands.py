import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from game import __version__
from game.cli.commands import app

RUNNER = CliRunner()


def ended(*arguments: str) -> tuple[int, str, str]:
    """Exit status, output and errors of a command run in this process."""
    result = RUNNER.invoke(app, list(arguments))
    return result.exit_code, result.stdout, result.stderr


def in_a_process(*arguments: str) -> subprocess.CompletedProcess[str]:
    """A command as a shell runs it, without any display."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    return subprocess.run(
        [sys.executable, "-m", "game", *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.cli.playing.has_display", lambda: False)
    monkeypatch.setattr("game.cli.playing.PAUSE", 0.0)


def test_version() -> None:
    assert ended("--version") == (0, f"neo-sanctum {__version__}\n", "")


@pytest.mark.parametrize("command", ["play", "host", "join", "watch", "shots", "lab run", "lab load"])
def test_every_command_helps_with_an_example(command: str) -> None:
    status, told, _ = ended(*command.split(), "--help")
    assert status == 0
    assert f"Example: neo-sanctum {command}" in " ".join(told.split())


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("play", "--map", "nowhere"), "no map 'nowhere'"),
        (("play", "--seats", "you,boss"), "found player 'boss'"),
        (("play", "--seats", "greedy,greedy"), "found 0 for 'you'"),
        (("play", "--seats", "you,open"), "neo-sanctum host"),
        (("play", "--length", "endless"), "length 'endless': expected one of"),
        (("play", "--seed", "-1"), "seed -1: expected 0 to"),
        (("host", "--seats", "you,you"), "found 2 for 'you'"),
        (("host", "--timer", "1"), "timer 1: expected 5 to"),
        (("host", "--timer", "9" * 23), "expected 5 to"),
        (("play", "--mode", "chess"), "mode 'chess': expected one of"),
        (("host", "--temper", "mild"), "temper 'mild': expected one of"),
        (("watch", "--mode", "teams"), "expected at least two teams of 2"),
        (("lab", "run", "--mode", "gala_night", "--length", "epic"), "found length epic, expected short"),
        (("map", "explain", "M999"), "no code 'M999'"),
        (("map", "check", "nowhere"), "no map 'nowhere'"),
        (("watch", "--seats", "you,greedy"), "expected a computer player"),
        (("watch", "127.0.0.1/KX7P2M", "--seed", "3"), "is somebody's match"),
        (("watch", "--whole"), "none is named"),
        (("lab", "run", "--seats", "open,greedy"), "expected a computer player"),
    ],
)
def test_what_was_typed_wrongly_is_one_line_and_status_2(arguments: tuple[str, ...], words: str) -> None:
    status, told, complaint = ended(*arguments)
    assert (status, told) == (2, "")
    assert words in complaint
    assert "Mend: " in complaint or "give one of" in complaint or "use `" in complaint
    assert complaint.count("\n") == 1


def test_an_unknown_option_is_status_2() -> None:
    status, _, complaint = ended("play", "--bogus")
    assert status == 2
    assert "--bogus" in complaint


@pytest.mark.usefixtures("no_display")
@pytest.mark.parametrize(("here", "status"), [(True, 0), (False, 2)])
def test_joining_without_a_window_looks_at_the_maps(
    monkeypatch: pytest.MonkeyPatch, here: bool, status: int
) -> None:
    asked: list[tuple[str, bool]] = []

    async def see(_launcher: object, address: str, *, accept: bool, tell: object) -> bool:
        asked.append((address, accept))
        return here

    monkeypatch.setattr("game.cli.playing.see_to_maps", see)
    found, _, complaint = ended("join", "127.0.0.1", "--accept-maps")
    assert (found, asked) == (status, [("127.0.0.1", True)])
    assert "xvfb-run" in complaint
    assert ("--accept-maps" in complaint) is not here


@pytest.mark.usefixtures("no_display")
def test_hosting_without_a_window_needs_an_open_seat() -> None:
    status, _, complaint = ended("host", "--seats", "you,greedy")
    assert status == 2
    assert "leave a seat open" in complaint


@pytest.mark.usefixtures("no_display")
def test_playing_without_a_display_says_so_and_tells_a_match() -> None:
    status, told, complaint = ended("play", "--length", "short", "--seats", "you,random", "--seed", "3")
    assert status == 0
    assert complaint.count("\n") == 1
    assert "xvfb-run" in complaint
    assert told.startswith("Core: a match of sra:greedy, occ:random, seed 3")
    assert "Turn 1. Fracture" in told


def test_a_map_is_checked_and_its_codes_are_explained(tmp_path: Path) -> None:
    status, told, _ = ended("map", "check", "core")
    assert (status, told.splitlines()[0][:5]) == (0, "Core:")
    status, told, _ = ended("map", "check", str(tmp_path))
    assert status == 2
    assert "neo-sanctum map explain M002" in told
    status, told, _ = ended("map", "explain", "m002")
    assert status == 0
    assert "Every map has a map.tmx and a manifest.json." in told
    assert "Mend: add the file" in told


def test_the_laboratory_prints_a_table_and_writes_json(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    status, told, _ = ended(
        *("lab", "run", "--seats", "random,random,random", "--length", "short"),
        *("--games", "3", "--seed", "5", "--workers", "1", "--json", str(out)),
    )
    assert status == 0
    assert "core, short: 3 matches" in told
    assert "sra:random" in told
    read = json.loads(out.read_text(encoding="utf-8"))
    assert [match["seed"] for match in read["matches"]] == [5, 6, 7]


def test_the_laboratory_says_where_it_cannot_write(tmp_path: Path) -> None:
    status, told, complaint = ended(
        *("lab", "run", "--seats", "random,random", "--length", "short", "--games", "1"),
        *("--json", str(tmp_path / "missing" / "out.json")),
    )
    assert (status, told) == (2, ""), "it plays nothing whose outcome it could not keep"
    assert "out.json: No such file or directory. Mend: " in complaint


@pytest.mark.slow
def test_help_in_a_process_has_examples() -> None:
    done = in_a_process("--help")
    assert done.returncode == 0
    assert "neo-sanctum play --map core --seats you,greedy,greedy --length short" in done.stdout


@pytest.mark.slow
def test_lab_run_in_a_process() -> None:
    done = in_a_process("lab", "run", "--seats", "random,random", "--length", "short", "--games", "2")
    assert done.returncode == 0, done.stderr
    assert "core, short: 2 matches" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_watch_in_a_process_tells_a_whole_match() -> None:
    seats = ("--seats", "sra:random,occ:greedy,ca:random")
    done = in_a_process("watch", *seats, "--length", "short", "--seed", "7", "--delay", "0")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[0].startswith(
        "Core: a match of sra:random, occ:greedy, ca:random, seed 7, over ws://127.0.0.1:"
    )
    turns = [line for line in lines if line.startswith("Turn ")]
    assert len(turns) <= 12
    assert any(line.startswith(("The match ends.", "The city is sundered.")) for line in lines)


def test_the_same_seed_is_the_same_story() -> None:
    arguments = ("watch", "--seats", "random,random", "--length", "short", "--seed", "9", "--delay", "0")
    stories = [ended(*arguments)[1].splitlines()[1:] for _ in range(2)]
    assert stories[0] == stories[1]
    assert len(stories[0]) > 12
