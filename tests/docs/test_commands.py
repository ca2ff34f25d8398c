"""Every command the documentation shows is tried, in an empty folder, without a display."""

import contextlib
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)

GOES_ON = ("play", "host", "join")
"""Commands of `neo-sanctum` that go on until the player or the match ends them."""

pytestmark = [pytest.mark.docs, pytest.mark.slow]


SPEAKS_WITHIN, GOES_ON_FOR = 5.0, 1.0
"""Seconds until a command that goes on has said something, and how long it is listened to after that."""

FRIENDS = re.compile(r" (join|watch) \d")
"""A command that asks somebody else's server."""

ELSEWHERE = re.compile(r"^(\.venv/bin/)?")
"""A readme's reader has not activated the environment; it is the same command."""


def commands() -> list[tuple[str, str]]:
    """(page, command) for each line of each shell block, continued lines joined, comments left out.

    One that several pages show is tried once.
    """
    found: dict[str, tuple[str, str]] = {}
    for page in PAGES:
        for block in BLOCK.findall(page.read_text(encoding="utf-8")):
            for line in block.replace("\\\n", " ").splitlines():
                command = line.split(" #", 1)[0].strip()
                if command and not command.startswith("#"):
                    found.setdefault(ELSEWHERE.sub("", command), (page.name, command))
    return list(found.values())


@pytest.fixture
def folder(tmp_path):
    """An empty folder where `.venv` is the environment these tests run in."""
    (tmp_path / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    return tmp_path


def environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    own = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
    path = f"{Path(sys.prefix) / 'bin'}{os.pathsep}{os.environ['PATH']}"
    silent = {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    return {**kept, **own, **silent, "HOME": str(home), "PATH": path}


def goes_on(command: str) -> bool:
    words = shlex.split(command)
    program = Path(words[0]).name
    if program == "neo-sanctum-server" or words[1:3] == ["-m", "server"]:
        return "--help" not in words
    return program == "neo-sanctum" and (len(words) == 1 or words[1] in GOES_ON)


@pytest.mark.parametrize(("page", "command"), commands(), ids=lambda value: value)
def test_a_shown_command_works(page, command, folder):
    words = shlex.split(command)
    if words[0] == "make":
        dry = subprocess.run(
            ["make", "--dry-run", *words[1:]],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert dry.returncode == 0, dry.stderr
        return
    if words[0] in ("sudo", "apt-get", "systemctl"):
        pytest.skip(f"{page} asks the administrator: {command}")
    said = folder / "said"
    with said.open("w") as sink:
        running = subprocess.Popen(
            words,
            cwd=folder,
            env=environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=sink,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    try:
        told_to_end = goes_on(command) and not ends(running, said)
        if told_to_end:
            running.send_signal(signal.SIGTERM)
        running.wait(timeout=240)
    finally:
        running.kill()
    output = said.read_text("utf-8")
    assert "Traceback" not in output, output
    # Nobody listens where the readme's friend hosts: that may end, but with a sentence and not a traceback.
    assert told_to_end or running.returncode == 0 or FRIENDS.search(command), output


def ends(running: subprocess.Popen, said: Path) -> bool:
    """Whether a command that may go on ends by itself, soon after its first words."""
    deadline = time.monotonic() + SPEAKS_WITHIN
    while not said.stat().st_size and running.poll() is None and time.monotonic() < deadline:
        time.sleep(0.1)
    with contextlib.suppress(subprocess.TimeoutExpired):
        running.wait(timeout=GOES_ON_FOR)
    return running.poll() is not None


def test_the_pages_show_commands():
    assert len(commands()) >= 8


def test_links_between_the_pages_lead_somewhere():
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name} links to {target}, which is not there"
