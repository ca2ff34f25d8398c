import asyncio
from contextlib import AsyncExitStack, suppress
from typing import Any

import pytest
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

from game.protocol.codec import encode
from game.protocol.messages import SUBPROTOCOL, VERSION, Hello
from server.wire import front, sending
from tests.support.servers import PATIENCE, address_of, local_host
from tests.support.sockets import RawSocket

HALF_A_HANDSHAKE = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"


async def get(host: str, port: int, request: bytes) -> bytes:
    async with asyncio.timeout(PATIENCE):
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(request)
        answer = await reader.read()
        writer.close()
        await writer.wait_closed()
    return answer


async def test_a_browser_is_told_how_to_join() -> None:
    async with local_host() as host:
        address = address_of(host)
        answer = await get(address.host, address.port, b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 200")
        assert f"join {address.host}:{address.port}".encode() in answer


async def test_there_is_no_other_page() -> None:
    async with local_host() as host:
        address = address_of(host)
        answer = await get(address.host, address.port, b"GET /../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 404")


async def test_a_handshake_that_fails_is_answered_and_fills_no_log(caplog: pytest.LogCaptureFixture) -> None:
    async with local_host() as host:
        address = address_of(host)
        for _ in range(3):
            answer = await get(address.host, address.port, HALF_A_HANDSHAKE)
            assert answer.startswith(b"HTTP/1.1 400")
    assert [record for record in caplog.records if record.exc_info] == []


async def test_a_client_that_does_not_read_cannot_keep_the_server_from_stopping(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(front, "_CLOSED_WITHIN", 0.05)
    monkeypatch.setattr(sending, "MOST_BYTES_QUEUED", 2**30)
    async with asyncio.timeout(PATIENCE):
        async with local_host() as host:
            options: dict[str, Any] = {"proxy": None, "compression": None, "max_queue": 1}
            socket = await connect(host.url, subprotocols=[Subprotocol(SUBPROTOCOL)], **options)
            await socket.send(encode(Hello(VERSION, "test", "k" * 32)))
            await socket.recv()
            (guest,) = host.host.board.guests.values()
            for _ in range(32):
                guest.peer.push(bytes(2**20))
            await asyncio.sleep(0)
        assert host.host.board.guests == {}
        socket.transport.abort()
        await socket.wait_closed()


async def test_a_server_out_of_files_lets_nobody_in_until_somebody_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("server.wire.threshold.may_be_open", lambda: 4)
    async with local_host() as host, AsyncExitStack() as stack, asyncio.timeout(PATIENCE):
        address = address_of(host)
        kept = [await stack.enter_async_context(RawSocket(address)) for _ in range(3)]
        await kept[0].greeted()
        async with RawSocket(address) as late:
            await late.closed()
        assert host.host.meters.cuts == {"full": 1}
        kept[1].writer.transport.abort()
        await asyncio.sleep(0.05)
        async with RawSocket(address) as next_one:
            await next_one.greeted()


async def test_one_address_holds_only_so_many_connections_that_say_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("server.wire.threshold.SILENT_PER_ADDRESS", 3)
    async with local_host() as host, AsyncExitStack() as stack, asyncio.timeout(PATIENCE):
        assert host.address is not None
        place = (host.address.host, host.address.port)
        kept = [await asyncio.open_connection(*place) for _ in range(3)]
        reader, writer = await asyncio.open_connection(*place)
        stack.callback(writer.close)
        with suppress(ConnectionError):
            assert await reader.read() == b""
        assert not any(reader.at_eof() for reader, _ in kept)
        for _, writer in kept:
            writer.close()
            await writer.wait_closed()
        for _ in range(5):
            await stack.enter_async_context(
                connect(host.url, subprotocols=[Subprotocol(SUBPROTOCOL)], proxy=None)
            )
