"""A line carries all of it until it breaks, and nothing of what comes after."""

import asyncio
import contextlib
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from game.link.address import Address
from tests.faults import proxy as lines
from tests.faults.proxy import CuttingProxy, Fuse

SAID = bytes(range(256)) * 400
"""More than any line carries before it breaks."""


@asynccontextmanager
async def echo() -> AsyncIterator[Address]:
    """Says what it hears."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError):
            while data := await reader.read(4096):
                writer.write(data)
        writer.close()

    async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
        yield Address(*server.sockets[0].getsockname()[:2])


async def said(proxy: CuttingProxy, data: bytes) -> bytes:
    """What comes back of it, until all has or the line is cut."""
    reader, writer = await asyncio.open_connection(proxy.address.host, proxy.address.port)
    heard = b""
    try:
        writer.write(data)
        while len(heard) < len(data) and (more := await reader.read(4096)):
            heard += more
    except ConnectionError:
        pass
    finally:
        writer.transport.abort()
    return heard


async def test_a_line_that_holds_carries_everything() -> None:
    async with echo() as server, CuttingProxy(server, random.Random(1), cuts=0) as proxy:
        assert await said(proxy, SAID) == SAID
        assert proxy.cuts == 0


async def test_a_line_that_breaks_carries_only_the_beginning() -> None:
    async with echo() as server, CuttingProxy(server, random.Random(1), cuts=20) as proxy:
        heard = []
        async with asyncio.timeout(20):
            while proxy.cuts < 20:
                heard.append(await said(proxy, SAID))
        assert all(SAID.startswith(part) for part in heard)
        assert sum(len(part) < len(SAID) for part in heard) > 10, "some had said all before their time was up"
        assert await said(proxy, SAID) == SAID, "after that all is calm"


async def test_a_line_breaks_when_its_time_is_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CuttingProxy, "_fuse", lambda proxy: Fuse(seconds=0.05))
    monkeypatch.setattr(lines, "LONGEST_DEAF", 0.05)
    async with echo() as server, CuttingProxy(server, random.Random(1), cuts=1) as proxy:
        reader, writer = await asyncio.open_connection(proxy.address.host, proxy.address.port)
        async with asyncio.timeout(10):
            with pytest.raises((ConnectionError, asyncio.IncompleteReadError)):
                await reader.readexactly(1)
        writer.close()
        assert proxy.cuts == 1


def test_a_fuse_lets_so_many_bytes_through_one_way() -> None:
    fuse = Fuse(is_up=True, size=5)
    assert fuse.through(b"other way", is_up=False) == b"other way"
    assert (fuse.through(b"abc", is_up=True), fuse.is_burnt) == (b"abc", False)
    assert (fuse.through(b"def", is_up=True), fuse.is_burnt) == (b"de", True)
    assert (fuse.through(b"ghi", is_up=True), fuse.is_burnt) == (b"", True)
