import asyncio
from collections.abc import Awaitable, Callable

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from game.link.happenings import Connected
from game.link.match_client import MatchClient
from game.protocol import messages as say
from server.local import LocalHost
from tests.support.servers import PATIENCE, local_host, until


def socket_to(host: LocalHost) -> connect:
    return connect(host.url, subprotocols=[Subprotocol(say.SUBPROTOCOL)], proxy=None, compression=None)


async def flood(socket: ClientConnection) -> None:
    for _ in range(10_000):
        await socket.ping()
        await asyncio.sleep(0)


async def in_fragments(socket: ClientConnection) -> None:
    await socket.send(b"x" for _ in range(1000))
    await socket.recv()


@pytest.mark.parametrize("nuisance", [flood, in_fragments])
async def test_frames_that_are_no_messages_are_cut_off_and_nobody_else_notices(
    nuisance: Callable[[ClientConnection], Awaitable[None]],
) -> None:
    async with local_host() as host, MatchClient(host.link()) as honest:
        await until(honest, Connected)
        async with socket_to(host) as socket, asyncio.timeout(PATIENCE):
            with pytest.raises(ConnectionClosed):
                await nuisance(socket)
            assert socket.close_code == 1006
        assert isinstance(await honest.list_rooms(), say.Rooms)


async def test_a_few_pings_are_answered() -> None:
    async with local_host() as host, socket_to(host) as socket, asyncio.timeout(PATIENCE):
        for _ in range(3):
            assert await (await socket.ping()) >= 0
