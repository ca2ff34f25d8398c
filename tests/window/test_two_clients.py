"""Two windows and a server on one machine play a short match to its end, by keys alone."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TINY = ROOT / "tests" / "maps" / "cities" / "tiny"
PATIENCE = 60.0
"""Seconds after which a test that waits has failed; never a measure of speed."""

A_MOMENT = 2.0

MISSING = [tool for tool in ("Xvfb", "xdotool") if shutil.which(tool) is None]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.window,
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]


class Program:
    """A process of the game whose words are kept."""

    def __init__(self, folder: Path, display: str | None, *arguments: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._output = folder / "output.txt"
        self._display = display
        environment = {
            k: v for k, v in os.environ.items() if not k.startswith(("SDL_", "DISPLAY", "WAYLAND"))
        }
        environment |= {"XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder), "PYTHONUNBUFFERED": "1"}
        if display is not None:
            environment |= {"DISPLAY": display, "SDL_AUDIODRIVER": "dummy"}
        self._stream = self._output.open("w", encoding="utf-8")
        command = [sys.executable, "-m", "game", *arguments]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=self._stream, stderr=self._stream
        )

    @property
    def said(self) -> str:
        return self._output.read_text(encoding="utf-8")

    def until(self, words: str) -> str:
        """Wait for words; gives back everything said so far."""
        end = time.monotonic() + PATIENCE
        while words not in self.said:
            assert self.process.poll() is None, f"ended with {self.process.returncode}:\n{self.said}"
            assert time.monotonic() < end, f"never said {words!r}:\n{self.said}"
            time.sleep(0.05)
        return self.said

    def says(self, *words: str) -> bool:
        """Whether it says any of these now or soon: a key too many would do something else."""
        end = time.monotonic() + A_MOMENT
        while not (found := any(word in self.said for word in words)) and time.monotonic() < end:
            time.sleep(0.05)
        return found

    def press(self, *keys: str) -> None:
        assert self._display is not None
        for key in keys:
            subprocess.run(["xdotool", "key", key], env={**os.environ, "DISPLAY": self._display}, check=True)
            time.sleep(0.15)

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=20)
        self._stream.close()


def _display(number: int) -> subprocess.Popen[bytes]:
    screen = subprocess.Popen(
        ["Xvfb", f":{number}", "-screen", "0", "1280x720x24", "-nolisten", "tcp"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    socket, end = Path(f"/tmp/.X11-unix/X{number}"), time.monotonic() + PATIENCE
    while not socket.exists():
        assert screen.poll() is None, f"Xvfb :{number} ended with {screen.returncode}"
        assert time.monotonic() < end, f"Xvfb :{number} did not start"
        time.sleep(0.05)
    return screen


def _free_number(start: int) -> int:
    return next(n for n in range(start, start + 400) if not Path(f"/tmp/.X11-unix/X{n}").exists())


@pytest.fixture
def displays() -> Iterator[tuple[str, str]]:
    first = _free_number(120)
    one = _display(first)
    second = _free_number(first + 1)
    two = _display(second)
    yield f":{first}", f":{second}"
    for screen in (one, two):
        screen.terminate()
        screen.wait(timeout=20)


@pytest.fixture
def programs() -> Iterator[list[Program]]:
    started: list[Program] = []
    yield started
    for program in reversed(started):
        program.stop()


def _client(folder: Path, display: str, name: str, invite: str) -> Program:
    settings = folder / "neo-sanctum" / "settings.json"
    settings.parent.mkdir(parents=True)
    shutil.copytree(TINY, folder / "neo-sanctum" / "maps" / "tiny")
    settings.write_text(f'{{"name": "{name}", "narrate": true, "reduced_motion": true}}', encoding="utf-8")
    return Program(folder, display, "join", invite)


def _play_turn(client: Program, turn: int, last: int) -> None:
    """See the turn that was played to its end, and be back at planning the next."""
    client.until(f"Report of turn {turn}")
    after = "The match is over" if turn == last else f"Turn {turn + 1} begins"
    end = time.monotonic() + PATIENCE
    while not client.says(after, "The match is over"):
        assert time.monotonic() < end, client.said
        client.press("Escape")
    if "The match is over" not in client.said:
        client.press("Escape")


def test_two_clients_play_a_match_to_its_end(
    tmp_path: Path, displays: tuple[str, str], programs: list[Program]
) -> None:
    server = Program(
        tmp_path / "server",
        None,
        "host",
        "--port",
        "0",
        "--map",
        str(TINY),
        "--seats",
        "you,open",
        "--length",
        "short",
    )
    programs.append(server)
    said = server.until("join with:")
    invite = next(line for line in said.splitlines() if "join with:" in line).split()[-1]
    ada = _client(tmp_path / "ada", displays[0], "Ada", invite)
    programs.append(ada)
    server.until("theirs now")
    bea = _client(tmp_path / "bea", displays[1], "Bea", invite)
    programs.append(bea)
    time.sleep(4.0)
    while "Need" not in ada.said and "need" not in ada.said:
        bea.press("Return")
        ada.press("Return")
        time.sleep(1.0)
    bea.until("need")
    ada.press("1", "1")
    ada.until("Order given: Campaign")
    for turn in range(1, 13):
        for client in (ada, bea):
            client.press("Return", "Return")
        for client in (ada, bea):
            _play_turn(client, turn, 12)
        if "The match is over" in ada.said:
            break
    ada.until("The match is over")
    bea.until("The match is over")
    for client in (ada, bea):
        client.press("Escape")
        time.sleep(0.5)
        client.press("q")
        assert client.process.wait(timeout=PATIENCE) == 0, client.said
