"""The server as it ships survives what strangers send, and honest players beside them notice nothing."""

import asyncio
import itertools
import logging
import statistics
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AsyncExitStack, suppress
from pathlib import Path

import pytest

from game.link.address import Address
from game.link.happenings import Connected, Disconnected, MatchBegun
from game.link.match_client import MatchClient
from game.protocol import messages as say
from tests.support import malformed
from tests.support.loops import in_one_loop
from tests.support.servers import a_room, client_at, own_campaign, server_process, until
from tests.support.sockets import RawSocket, frame

_LOG = logging.getLogger(__name__)

HANDSHAKES, FRAMES, PAYLOADS = 3400, 3300, 3300
AT_ONCE = 4
"""Strangers at a time; each address may have a few more without a hello."""

PAYLOADS_A_CONNECTION = 30
"""A few less than are allowed at once."""

CALM_SECONDS = 4.0
PACE = 0.08
"""Seconds from one save of an honest player to the next: as fast as is allowed, almost."""


class Honest:
    """A player who saves a slate over and over, and wants an answer each time."""

    def __init__(self, client: MatchClient) -> None:
        self.client = client
        self.waits: list[float] = []

    async def play(self) -> None:
        while True:
            began = time.perf_counter()
            answer = await self.client.save_slate(own_campaign(self.client))
            self.waits.append(time.perf_counter() - began)
            assert isinstance(answer, say.Done), answer
            await asyncio.sleep(PACE)


async def honest_players(stack: AsyncExitStack, address: Address, rooms: int) -> list[Honest]:
    """Two in each room, whose matches have begun."""
    honest = []
    for _ in range(rooms):
        first, second = [await stack.enter_async_context(client_at(address)) for _ in range(2)]
        seated = await first.create(a_room(say.YOU, say.OPEN, map_id="core"))
        assert isinstance(seated, say.Seated)
        assert isinstance(await second.join(seated.room.id, "Bob"), say.Seated)
        assert isinstance(await second.set_lobby_ready(ready=True), say.Done)
        assert isinstance(await first.start(), say.Done)
        for client in (first, second):
            await until(client, MatchBegun)
            honest.append(Honest(client))
    return honest


async def answered(raw: RawSocket) -> None:
    """Read what the server has to say to it, if that comes soon."""
    with suppress(TimeoutError, ConnectionError):
        async with asyncio.timeout(0.01):
            while await raw.reader.read(65536):
                pass


async def many(count: int, stranger: Callable[[], Awaitable[None]]) -> None:
    """So many strangers, some at a time."""
    left = itertools.repeat(None, count)

    async def one_after_another() -> None:
        for _ in left:
            with suppress(ConnectionError):
                await stranger()

    await asyncio.gather(*(one_after_another() for _ in range(AT_ONCE)))


async def bad_handshakes(address: Address, source: Iterator[bytes]) -> None:
    async def stranger() -> None:
        async with RawSocket(address, "127.0.0.2") as raw:
            raw.writer.write(next(source))
            await answered(raw)

    await many(HANDSHAKES, stranger)


async def bad_frames(address: Address, source: Iterator[bytes]) -> None:
    async def stranger() -> None:
        async with RawSocket(address, "127.0.0.3") as raw:
            await raw.opened()
            raw.writer.write(next(source))
            await answered(raw)

    await many(FRAMES, stranger)


async def bad_payloads(address: Address, source: Iterator[bytes]) -> None:
    numbers = itertools.count()

    async def stranger() -> None:
        async with RawSocket(address, "127.0.0.4") as raw:
            await raw.greeted(f"{next(numbers):032d}")
            for payload in itertools.islice(source, PAYLOADS_A_CONNECTION):
                raw.writer.write(frame(payload))
            await answered(raw)

    await many(PAYLOADS // PAYLOADS_A_CONNECTION, stranger)


async def wait_99(honest: list[Honest]) -> float:
    """The time in which 99 of 100 of their saves were answered since the last look, in seconds."""
    waits = [wait for each in honest for wait in each.waits]
    for each in honest:
        each.waits.clear()
    return statistics.quantiles(waits, n=100)[98]


@in_one_loop
@pytest.mark.slow
async def test_ten_thousand_bad_things_hurt_nobody(tmp_path: Path) -> None:
    async with server_process(tmp_path / "data") as server, AsyncExitStack() as stack:
        address = server.address
        honest = await honest_players(stack, address, rooms=3)
        playing = [asyncio.create_task(each.play()) for each in honest]
        await asyncio.sleep(CALM_SECONDS)
        calm = await wait_99(honest)
        await bad_handshakes(address, malformed.handshakes(1, address))
        await bad_frames(address, malformed.frames(2, address))
        await bad_payloads(address, malformed.payloads(3))
        storm = await wait_99(honest)
        _LOG.info(
            "99 of 100 saves answered within %.1f ms in calm, %.1f in the storm", calm * 1e3, storm * 1e3
        )
        assert not any(task.done() for task in playing)
        for task in playing:
            task.cancel()
        for each in honest:
            assert isinstance(await each.client.list_rooms(), say.Rooms)
            assert drops(each.client) == []
        assert await server.stop() == 0
    assert "Traceback" not in server.errors.read_text()


def drops(client: MatchClient) -> list[object]:
    """What the client was told of lost connections."""
    told = iter(client.poll, None)
    return [happening for happening in told if isinstance(happening, Connected | Disconnected)]
