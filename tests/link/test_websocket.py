import asyncio
import itertools

import pytest
from websockets.asyncio.server import ServerConnection, serve

from game.link import websocket
from game.link.address import Address
from game.link.link import Closed, Dropped, Opened
from game.link.websocket import LONGEST_DELAY, WebSocketLink, delays
from tests.support.servers import PATIENCE, address_of, local_host


async def test_nobody_there_is_dropped_again_and_again_then_closed() -> None:
    async with local_host() as host:
        nobody = address_of(host)
    link = WebSocketLink(nobody, patience=0.5)
    async with asyncio.timeout(PATIENCE):
        first = await link.receive()
        assert isinstance(first, Dropped)
        assert str(nobody.port) in first.reason
        while not isinstance(await link.receive(), Closed):
            pass
    await link.close()


async def test_closing_ends_it_even_while_it_waits() -> None:
    link = WebSocketLink(Address("127.0.0.1", 1))
    await link.receive()
    await link.close()
    await link.close()
    assert await link.receive() == Closed("closed here")


async def test_it_connects_again_after_a_drop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(websocket, "FIRST_DELAY", 0.01)
    async with local_host() as host:
        link = WebSocketLink(address_of(host))
        async with asyncio.timeout(PATIENCE):
            assert await link.receive() == Opened()
            for guest in tuple(host.host.board.guests.values()):
                guest.peer.end(1001, "go away")
            assert isinstance(await link.receive(), Dropped)
            assert await link.receive() == Opened()
        await link.close()


def test_waits_double_up_to_a_limit() -> None:
    waits = list(itertools.islice(delays(), 12))
    assert waits[0] < 1
    assert all(wait <= LONGEST_DELAY * 1.25 for wait in waits)
    assert waits[-1] > LONGEST_DELAY / 2


async def hang_up(socket: ServerConnection) -> None:
    await socket.close()


async def test_a_server_that_hangs_up_at_once_is_given_up_like_one_that_is_not_there() -> None:
    async with serve(hang_up, "127.0.0.1", 0) as server, asyncio.timeout(PATIENCE):
        link = WebSocketLink(Address("127.0.0.1", server.sockets[0].getsockname()[1]), patience=0.5)
        while not isinstance(await link.receive(), Closed):
            pass
        await link.close()


async def test_closing_ends_it_even_in_the_moment_in_which_the_server_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ending = asyncio.Event()

    async def slow(link: WebSocketLink, socket: object, outbox: object) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ending.set()
            await asyncio.sleep(0.05)

    monkeypatch.setattr(WebSocketLink, "_write", slow)
    async with serve(hang_up, "127.0.0.1", 0) as server:
        link = WebSocketLink(Address("127.0.0.1", server.sockets[0].getsockname()[1]))
        await ending.wait()
        closing = asyncio.create_task(link.close())
        await asyncio.wait({closing}, timeout=PATIENCE)
        assert closing.done()
