import asyncio

import pytest

from game.link.address import Address
from game.link.happenings import Connected
from game.link.match_client import MatchClient
from game.link.seeking import Sought, seek
from game.link.websocket import WebSocketLink
from game.protocol import messages as say
from server.config import Config
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
            assert (await seek(code, seconds=PATIENCE, interfaces=LOOPBACK)).place == address_of(host)


async def test_the_server_played_on_last_is_asked_too() -> None:
    async with local_host() as host, MatchClient(host.link()) as client:
        code = await code_on(host, client)
        nobody = Address("127.0.0.1", 9)
        found = await seek(code.lower(), (nobody, address_of(host)), seconds=PATIENCE, interfaces=LOOPBACK)
        assert found == Sought(address_of(host))


async def test_a_code_that_nobody_knows_is_nowhere() -> None:
    async with local_host() as host:
        found = await seek("NOSUCH", (address_of(host),), seconds=0.5, interfaces=LOOPBACK)
        assert found == Sought(answered=1)


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
        place = Address("127.0.0.1", port)
        assert await seek("NOSUCH", (place,), seconds=0.5, interfaces=LOOPBACK) == Sought()
        await asyncio.wait_for(gone.wait(), PATIENCE)
    finally:
        silent.close()


class Opens:
    """Knows a password, and remembers whom it was told."""

    def __init__(self, password: str) -> None:
        self.password = password
        self.told: list[Address] = []

    def __call__(self, place: Address, locked: bool) -> MatchClient | None:
        if locked and not self.password:
            return None
        self.told += [place] if locked else []
        return MatchClient(WebSocketLink(place, patience=0), password=self.password if locked else "")


async def test_a_server_behind_a_password_is_asked_with_it_and_nobody_else_is_told() -> None:
    async with (
        local_host(Config(password="sesame")) as host,
        local_host() as other,
        MatchClient(host.link()) as client,
    ):
        code = await code_on(host, client)
        opens = Opens("sesame")
        places = (address_of(other), address_of(host))
        found = await seek(code, places, opens, seconds=PATIENCE, interfaces=LOOPBACK)
        assert found == Sought(address_of(host), by_password=True)
        assert opens.told == [address_of(host)]


@pytest.mark.parametrize("password", ["", "wrong"])
async def test_a_server_that_wants_another_password_is_named(password: str) -> None:
    async with local_host(Config(password="sesame")) as host, MatchClient(host.link()) as client:
        code = await code_on(host, client)
        found = await seek(code, (address_of(host),), Opens(password), seconds=1.0, interfaces=LOOPBACK)
        assert found == Sought(locked=(address_of(host),))


async def test_one_that_announces_its_password_is_not_asked_without_one() -> None:
    async with local_host(Config(password="sesame")) as host, MatchClient(host.link()) as client:
        code = await code_on(host, client)
        told = Announcement("One", Address("0.0.0.0", address_of(host).port), locked=True)
        opens = Opens("")
        async with Announcing(told, LOOPBACK):
            found = await seek(code, (), opens, seconds=3.0, interfaces=LOOPBACK)
        assert [place.port for place in found.locked] == [address_of(host).port]
        assert found.place is None
