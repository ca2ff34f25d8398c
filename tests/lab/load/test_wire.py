import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from websockets.asyncio.server import ServerConnection, serve
from websockets.typing import Subprotocol

from game.lab.load.load import LoadError
from game.lab.load.wire import Wire
from game.protocol.messages import SUBPROTOCOL
from tests.support.servers import PATIENCE


@asynccontextmanager
async def wired(handler, ended=lambda: None) -> AsyncIterator[tuple[Wire, asyncio.Queue[bytes], list[str]]]:
    """A wire to a server of the library's with this handler; what it heard, and why it ended."""
    heard: asyncio.Queue[bytes] = asyncio.Queue()
    lost: list[str] = []

    def lose(why: str) -> None:
        lost.append(why)
        ended()

    async with serve(
        handler, "127.0.0.1", 0, subprotocols=[Subprotocol(SUBPROTOCOL)], compression=None
    ) as server:
        port = server.sockets[0].getsockname()[1]
        url = f"ws://127.0.0.1:{port}"
        loop = asyncio.get_running_loop()
        _, wire = await loop.create_connection(lambda: Wire(url, heard.put_nowait, lose), "127.0.0.1", port)
        async with asyncio.timeout(PATIENCE):
            await wire.opened
            yield wire, heard, lost
        wire.close()


async def echo(socket: ServerConnection) -> None:
    async for message in socket:
        await socket.send(message)


async def test_messages_go_there_and_back() -> None:
    async with wired(echo) as (wire, heard, lost):
        messages = [b"", b"short", b"x" * 70_000]
        for message in messages:
            wire.send(message)
        assert [await heard.get() for _ in messages] == messages
        assert min(wire.bytes_in, wire.bytes_out) > 70_000
    assert lost == []


async def test_a_message_in_fragments_is_put_together() -> None:
    async def parts(socket: ServerConnection) -> None:
        await socket.send([b"one ", b"message"])
        await socket.wait_closed()

    async with wired(parts) as (_, heard, _lost):
        assert await heard.get() == b"one message"


async def test_a_ping_is_answered() -> None:
    ponged = asyncio.Event()

    async def ping(socket: ServerConnection) -> None:
        await (await socket.ping())
        ponged.set()
        await socket.wait_closed()

    async with wired(ping):
        await ponged.wait()


async def test_the_end_of_the_connection_is_told_once_with_its_code() -> None:
    """Here it comes in one piece with the answer to the handshake."""
    hung_up = asyncio.Event()

    async def close(socket: ServerConnection) -> None:
        await socket.close(4001, "enough")

    async with wired(close, hung_up.set) as (wire, _, lost):
        await hung_up.wait()
        wire.send(b"too late")
    assert lost == ["closed with code 4001 enough"]


async def test_a_server_that_knows_no_websockets_is_told() -> None:
    async def plain(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(plain, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        _, wire = await asyncio.get_running_loop().create_connection(
            lambda: Wire(f"ws://127.0.0.1:{port}", lambda _: None, lambda _: None), "127.0.0.1", port
        )
        with pytest.raises(LoadError, match=r"no websocket: .*404"):
            async with asyncio.timeout(PATIENCE):
                await wire.opened
        wire.close()
