"""What is promised of the port, in the times and sizes that are promised, over real sockets."""

import asyncio
import logging
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path

import pytest

from game.link.address import Address, parse
from game.protocol import messages as say
from game.protocol.codec import encode
from server.local import LocalHost
from tests.support.loops import in_one_loop
from tests.support.servers import PATIENCE, ROOT, address_of, local_host, server_process
from tests.support.sockets import RawSocket, frame, request

_LOG = logging.getLogger(__name__)

FREED_WITHIN = 15
"""Seconds in which a half-open connection is freed."""

SLOW_FREED_WITHIN = 10 + 1
"""The same of one that does not read, and a second for a machine that has much to do."""

ENDED_WITHIN = 1
"""Seconds in which one that abuses the server is closed."""

SLOW_READERS = 500
MOST_BYTES_OF_SLOW_READERS = 256 << 20
MOST_BYTES_LEFT_OF_THEM = 64 << 20
MOST_BYTES_IDLE = 64 << 10


def memory_of(pid: int) -> int:
    """Bytes of a process in memory."""
    lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmRSS:"))


in_proc = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")


async def freed(host: LocalHost) -> None:
    while host.host.board.guests:  # noqa: ASYNC110 - nothing tells it
        await asyncio.sleep(0.05)


@in_one_loop
@pytest.mark.slow
async def test_whoever_is_gone_without_a_word_is_freed() -> None:
    async with local_host() as host, RawSocket(address_of(host)) as raw:
        await raw.greeted()
        assert len(host.host.board.guests) == 1
        async with asyncio.timeout(FREED_WITHIN):
            await freed(host)
        assert host.host.meters.cuts == {"dead": 1}


@in_one_loop
@pytest.mark.slow
async def test_whoever_asks_and_does_not_read_the_answers_is_freed() -> None:
    async with local_host() as host, RawSocket(address_of(host), receive_buffer=4096) as raw:
        await raw.greeted()
        (guest,) = host.host.board.guests.values()
        for _ in range(40):
            guest.peer.push(bytes(10_000))
        async with asyncio.timeout(SLOW_FREED_WITHIN):
            for number in range(1, 1000):
                raw.send(encode(say.Command(number, say.ListRooms())))
                guest.peer.push(bytes(1))
                await asyncio.sleep(0.1)
                if not host.host.board.guests:
                    break
        assert host.host.meters.cuts == {"slow": 1}


@in_one_loop
@pytest.mark.slow
async def test_whoever_says_nothing_is_freed_before_and_after_the_handshake() -> None:
    async with local_host() as host, AsyncExitStack() as stack, asyncio.timeout(6):
        address = address_of(host)
        quiet, half, silent = [await stack.enter_async_context(RawSocket(address)) for _ in range(3)]
        half.writer.write(request(address)[:-2])
        await silent.opened()
        await asyncio.gather(*(raw.closed() for raw in (quiet, half, silent)))
        assert host.host.meters.cuts == {"silent": 3}


async def flood(raw: RawSocket, *pieces: bytes) -> None:
    """The pieces over and over, as fast as they are taken."""
    with suppress(ConnectionError):
        while True:
            for piece in pieces:
                raw.writer.write(piece)
            await raw.writer.drain()
            await asyncio.sleep(0)


@pytest.mark.parametrize(
    "pieces",
    [
        [frame(encode(say.Command(1, say.ListRooms())))],
        [frame(b"\xc1")],
        [frame(b"text", 1)],
        [frame(b"?", 9)],
        [frame(b"!", 10)],
        [frame(b"", 2, fin=False), *[frame(b"", 0, fin=False)] * 50],
    ],
    ids=["commands", "rubbish", "text", "pings", "pongs", "parts"],
)
async def test_an_offender_is_closed_at_once(pieces: list[bytes]) -> None:
    async with local_host() as host, RawSocket(address_of(host)) as raw:
        await raw.greeted()
        flooding = asyncio.create_task(flood(raw, *pieces))
        try:
            async with asyncio.timeout(ENDED_WITHIN):
                await asyncio.gather(freed(host), raw.closed())
        finally:
            flooding.cancel()


@in_proc
@in_one_loop
@pytest.mark.slow
async def test_an_idle_connection_takes_little_memory(tmp_path: Path) -> None:
    connections = 400
    async with server_process(tmp_path / "data") as server, AsyncExitStack() as stack:
        # What the first ones need is needed once.
        await many(stack, server.address, 50)
        before = memory_of(server.process.pid)
        await many(stack, server.address, connections)
        each = (memory_of(server.process.pid) - before) / connections
        _LOG.info("an idle connection takes %.1f KiB", each / 1024)
        assert each <= MOST_BYTES_IDLE


async def many(
    stack: AsyncExitStack, address: Address, count: int, receive_buffer: int | None = None
) -> list[RawSocket]:
    """So many connections that have said hello."""
    sockets = []
    for number in range(count):
        raw = await stack.enter_async_context(RawSocket(address, receive_buffer=receive_buffer))
        await raw.greeted(f"{number:032d}")
        sockets.append(raw)
    return sockets


@asynccontextmanager
async def pushing() -> AsyncIterator[tuple[Address, int]]:
    """A server that sends everybody half a megabyte a second."""
    command = (sys.executable, "-m", "tests.support.pushing")
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE, cwd=ROOT)
    assert process.stdout is not None
    try:
        async with asyncio.timeout(PATIENCE):
            line = (await process.stdout.readline()).decode()
        yield parse(line.removeprefix("listening ").strip()), process.pid
    finally:
        process.kill()
        await process.communicate()


@in_proc
@in_one_loop
@pytest.mark.slow
async def test_hundreds_of_slow_readers_take_bounded_memory_and_are_freed() -> None:
    async with pushing() as (address, pid), AsyncExitStack() as stack:
        before = memory_of(pid)
        sockets = await many(stack, address, SLOW_READERS, receive_buffer=4096)
        for raw in sockets:
            raw.writer.transport.pause_reading()  # type: ignore[attr-defined]
        watching = asyncio.create_task(highest(pid))
        try:
            async with asyncio.timeout(60):
                await asyncio.gather(*(told_that_it_ended(raw) for raw in sockets))
                while memory_of(pid) - before > MOST_BYTES_LEFT_OF_THEM:  # noqa: ASYNC110 - nothing tells it
                    await asyncio.sleep(0.5)
        finally:
            watching.cancel()
        added, left = await watching - before, memory_of(pid) - before
        _LOG.info("%d slow readers: %.1f MiB more, %.1f once gone", SLOW_READERS, added / 2**20, left / 2**20)
        assert added <= MOST_BYTES_OF_SLOW_READERS


async def highest(pid: int) -> int:
    """The most memory the process had, once nobody wants to know more."""
    most = 0
    with suppress(asyncio.CancelledError):
        while True:
            most = max(most, memory_of(pid))
            await asyncio.sleep(0.05)
    return most


async def told_that_it_ended(raw: RawSocket) -> None:
    """Without reading: a server that has cut the connection answers what is sent with a reset."""
    with suppress(ConnectionError):
        while not raw.writer.is_closing():
            raw.writer.write(frame(b"", 10))
            await asyncio.sleep(1)
