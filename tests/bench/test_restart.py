"""How long a server with many running matches takes from its command to its first word, and from SIGTERM to its end."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.many_rooms import fill
from tests.support.servers import ROOT


class Starts:
    """Starts `python -m server` on a folder, and ends it before the next start."""

    def __init__(self, folder: Path) -> None:
        self._command = [sys.executable, "-m", "server", "--port", "0", "--data", str(folder)]
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self._process = subprocess.Popen(
            self._command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline().startswith(b"listening")

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.communicate(timeout=20)
            assert self._process.returncode == 0


@pytest.mark.parametrize("rooms", [0, 200, 2000])
def test_a_start_with_so_many_running_matches(benchmark, tmp_path, rooms, measures):
    asyncio.run(fill(tmp_path, rooms if measures else rooms // 100))
    starts = Starts(tmp_path)
    benchmark.pedantic(starts.start, setup=starts.stop, rounds=5, warmup_rounds=1)
    starts.stop()


@pytest.mark.parametrize("rooms", [0, 200])
def test_a_stop_with_so_many_running_matches(benchmark, tmp_path, rooms, measures):
    asyncio.run(fill(tmp_path, rooms if measures else rooms // 100))
    starts = Starts(tmp_path)
    benchmark.pedantic(starts.stop, setup=starts.start, rounds=5)
