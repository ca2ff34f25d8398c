import asyncio

import pytest

from game.link.address import Address
from game.link.happenings import Connected
from game.link.match_client import MatchClient
from game.link.seeking import seek
from game.protocol import messages as say
from server.local import LocalHost
from server.operations.announcing import Announcement, Announcing
from tests.support.servers import PATIENCE, a_room, address_of, local_host, until

pytestmark = pytest.mark.usefixtures("alone_on_the_network")

LOOPBACK = ["127.0.0.1"]


async def code_on(host: LocalHost, client: MatchClient) -> str:
    await until(client, Connected)
    seated = await client.create(a_room(say.YOU, say.OPEN))
    assert isinstance(seated, say.Seated)
    return seated.room.code


async def test_the_room_of_a_code_is_found_on_the_local_network() -> None:
    async with local_host() as host, local_host() as other, MatchClient(host.link()) as client:
        code = await code_on(host, client)
        async with (
            Announcing(Announcement("One", Address("0.0.0.0", address_of(other).port)), LOOPBACK),
            Announcing(Announcement("Two", Address("0.0.0.0", address_of(host).port)), LOOPBACK),
        ):
            assert await seek(code, seconds=PATIENCE, interfaces=LOOPBACK) == address_of(host)


async def test_the_server_played_on_last_is_asked_too() -> None:
    async with local_host() as host, MatchClient(host.link()) as client:
        code = await code_on(host, client)
        nobody = Address("127.0.0.1", 9)
        found = await seek(code.lower(), (nobody, address_of(host)), seconds=PATIENCE, interfaces=LOOPBACK)
        assert found == address_of(host)


async def test_a_code_that_nobody_knows_is_nowhere() -> None:
    async with local_host() as host:
        assert await seek("NOSUCH", (address_of(host),), seconds=0.5, interfaces=LOOPBACK) is None


async def test_a_server_that_says_nothing_keeps_nobody_waiting() -> None:
    async def hang(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()
        await writer.wait_closed()
        gone.set()

    gone = asyncio.Event()
    silent = await asyncio.start_server(hang, "127.0.0.1", 0)
    port = silent.sockets[0].getsockname()[1]
    try:
        assert await seek("NOSUCH", (Address("127.0.0.1", port),), seconds=0.5, interfaces=LOOPBACK) is None
        await asyncio.wait_for(gone.wait(), PATIENCE)
    finally:
        silent.close()
