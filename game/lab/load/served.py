"""The server under load: a child process with a folder of its own, and what the system says of it."""

import os
import queue
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from msgspec import Struct

from game.lab.load.load import LoadError

_STARTS_WITHIN = 60.0
_STOPS_WITHIN = 15.0
_LAST_WORDS = 400
"""Characters of what a broken server said last."""


class Usage(Struct, frozen=True):
    """CPU seconds a process has used, in user and system mode, and its memory in bytes; None where unknown."""

    cpu: float | None
    memory: int | None


def usage_of(pid: int | None) -> Usage:
    """What the process has used so far; unknown without a pid, and where there is no `/proc`."""
    if pid is None:
        return Usage(None, None)
    try:
        words = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        status = Path(f"/proc/{pid}/status").read_text("utf-8")
    except OSError:
        return Usage(None, None)
    ticks = int(words[11]) + int(words[12])
    resident = next((line for line in status.splitlines() if line.startswith("VmRSS:")), None)
    memory = None if resident is None else int(resident.split()[1]) * 1024
    return Usage(ticks / os.sysconf("SC_CLK_TCK"), memory)


class ServerChild:
    """`with ServerChild(flags) as server:` runs `python -m server`; `url` says where.

    `folder` is its data folder, deleted afterwards. Raises LoadError when it does not begin to listen.
    """

    def __init__(self, flags: tuple[str, ...] = (), program: tuple[str, ...] = ("-m", "server")) -> None:
        self.url = ""
        self._words = (sys.executable, *program, *flags)
        self._temporary = tempfile.TemporaryDirectory(prefix="neo-sanctum-load-")
        self.folder = Path(self._temporary.name)
        self._process: subprocess.Popen[str] | None = None

    @property
    def pid(self) -> int | None:
        """Its process, while it runs."""
        return None if self._process is None else self._process.pid

    def __enter__(self) -> Self:
        """Start it and wait for its address."""
        try:
            self.url = self._start()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop it as a host would, or kill it when it does not."""
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(_STOPS_WITHIN)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
            if self._process.stdout is not None:
                self._process.stdout.close()
        self._temporary.cleanup()

    def fault(self) -> str:
        """Why it is not there any more, with its last words; empty while it runs."""
        status = None if self._process is None else self._process.poll()
        return "" if status is None else f"the server ended with status {status}: {self._last_words()}"

    def _start(self) -> str:
        environment = {key: value for key, value in os.environ.items() if not key.startswith("NEO_SANCTUM_")}
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(  # noqa: S603 - this program's own server
                [*self._words, "--port", "0", "--data", str(self.folder / "data")],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
                env=environment,
            )
        line = _first_line(self._process.stdout)
        if not line.startswith("listening "):
            raise LoadError(f"the server does not begin to listen: {self._last_words()}")
        return line.removeprefix("listening ").strip()

    @property
    def _log(self) -> Path:
        return self.folder / "server.log"

    def _last_words(self) -> str:
        words = " ".join(self._log.read_text("utf-8", errors="replace").split())
        return words[-_LAST_WORDS:] or "it said nothing"


def _first_line(stream: IO[str] | None) -> str:
    """The first line, or nothing where none comes in time."""
    lines: queue.Queue[str] = queue.Queue()
    if stream is not None:
        threading.Thread(target=lambda: lines.put(stream.readline()), daemon=True).start()
    try:
        return lines.get(timeout=_STARTS_WITHIN)
    except queue.Empty:
        return ""
