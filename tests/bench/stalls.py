"""`python -m tests.bench.stalls --seconds 60`: how long the server's event loop was held up by one piece of work.

The server runs in a process of its own, on the standard loop, whose every step is timed by the CPU of its thread: that
another process had the core is not the server's doing. Players, two rooms with computers, and strangers who send what
is malformed keep it busy. The greatest of all steps, and of each second, are what is told.
"""

import argparse
import asyncio
import random
import signal
import sys
import tempfile
import time
from asyncio import events
from collections.abc import Coroutine, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from game.link.address import Address, parse
from server import process
from tests.faults.cutting import Table, Witness
from tests.support import malformed
from tests.support.servers import PATIENCE, ROOT, environment
from tests.support.sockets import RawSocket, frame

FILE_NAME = "steps.json"
STRANGERS = 4
PAYLOADS_EACH = 30
TABLES = 6


class Steps(Struct):
    """Times in milliseconds of CPU. `longest` are the dearest steps with what they did, the dearest first."""

    steps: int = 0
    over_10: int = 0
    over_50: int = 0
    longest: list[tuple[float, str]] = []

    def note(self, taken: float, what: events.Handle) -> None:
        """One step of the loop took so long."""
        self.steps += 1
        self.over_10 += taken > 10
        self.over_50 += taken > 50
        if len(self.longest) < 10 or taken > self.longest[-1][0]:
            self.longest = sorted([*self.longest, (taken, repr(what)[:300])], reverse=True)[:10]


# --- the server ---------------------------------------------------------------------------------------


def serve(data: Path) -> int:
    """The server as it ships but for its loop, whose steps are timed once it listens; they are written at its end."""
    steps, run = Steps(), events.Handle._run

    def timed(handle: events.Handle) -> None:
        began = time.thread_time()
        run(handle)
        if told.is_listening:
            steps.note((time.thread_time() - began) * 1000, handle)

    told = _Told(sys.stdout)
    sys.stdout = told
    process._loop_factory = lambda: None
    events.Handle._run = timed  # type: ignore[method-assign, assignment]
    status = process.serve(["--port", "0", "--data", str(data), "--log-level", "warning"])
    (data / FILE_NAME).write_bytes(msgspec.json.encode(steps))
    return status


class _Told:
    """Standard output that knows when the server has said that it listens."""

    def __init__(self, output: Any) -> None:
        self._output = output
        self.is_listening = False

    def write(self, text: str) -> int:
        """See `io.TextIOBase`."""
        self.is_listening = True
        return int(self._output.write(text))

    def flush(self) -> None:
        """See `io.TextIOBase`."""
        self._output.flush()


# --- those who keep it busy ---------------------------------------------------------------------------


async def measured(data: Path, seconds: float) -> Steps:
    """Start a server, keep it busy, and have its steps."""
    command = (sys.executable, "-m", "tests.bench.stalls", "--serve", str(data))
    server = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, cwd=ROOT, env=environment()
    )
    assert server.stdout is not None
    try:
        async with asyncio.timeout(PATIENCE):
            line = (await server.stdout.readline()).decode()
        await _busy(parse(line.removeprefix("listening ").strip()), seconds)
        server.send_signal(signal.SIGTERM)
        async with asyncio.timeout(PATIENCE):
            assert await server.wait() == 0
    finally:
        if server.returncode is None:
            server.kill()
            await server.wait()
    return msgspec.json.decode((data / FILE_NAME).read_bytes(), type=Steps)


async def _busy(address: Address, seconds: float) -> None:
    end = time.monotonic() + seconds

    def is_enough() -> bool:
        return time.monotonic() > end

    witness, numbers = Witness(5), count()
    works: list[Coroutine[Any, Any, None]] = [
        Table(number, address, witness).play(is_enough) for number in range(TABLES)
    ]
    works += [_stranger(address, seed, numbers, end) for seed in range(STRANGERS)]
    async with asyncio.TaskGroup() as group:
        for work in works:
            group.create_task(work)


async def _stranger(address: Address, seed: int, numbers: Iterator[int], end: float) -> None:
    """Sends what is malformed, connection after connection, from an address of its own."""
    dice, source = random.Random(seed), malformed.payloads(seed)
    while time.monotonic() < end:
        with suppress(ConnectionError, TimeoutError):
            async with RawSocket(address, f"127.0.0.{10 + seed}") as raw, asyncio.timeout(1):
                await raw.greeted(f"{next(numbers):032d}")
                for _ in range(PAYLOADS_EACH):
                    raw.writer.write(frame(next(source)))
                await raw.reader.read(65536)
        await asyncio.sleep(dice.uniform(0, 0.1))


def main() -> int:
    """Returns 1 if a step took more than 50 ms."""
    flags = argparse.ArgumentParser(prog="python -m tests.bench.stalls", description=__doc__)
    flags.add_argument("--seconds", type=float, default=60.0)
    flags.add_argument("--serve", type=Path, metavar="DATA", help="be the server; used by the command itself")
    given = flags.parse_args()
    if given.serve is not None:
        return serve(given.serve)
    with tempfile.TemporaryDirectory() as folder:
        steps = asyncio.run(measured(Path(folder) / "data", given.seconds))
    sys.stdout.write(
        f"{steps.steps} steps of the loop: {steps.over_10} over 10 ms of CPU, {steps.over_50} over 50 ms\n"
        + "".join(f"{taken:8.1f} ms {what}\n" for taken, what in steps.longest)
    )
    return int(bool(steps.over_50))


if __name__ == "__main__":
    sys.exit(main())
