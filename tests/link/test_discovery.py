import asyncio
import socket
from typing import Any

import pytest
from zeroconf.asyncio import AsyncServiceInfo, AsyncZeroconf

from game import __version__
from game.link import discovery
from game.link.address import Address
from game.link.discovery import SERVICE, Discovery, FoundServer, server_of
from server.operations.announcing import Announcement, Announcing
from tests.support.servers import PATIENCE

pytestmark = pytest.mark.usefixtures("alone_on_the_network")

LOOPBACK = ["127.0.0.1"]
WORDS = {"name": "Our server", "version": "1.0", "locked": "0"}


def record(words: dict[str, Any], *hosts: str, port: int = 24145, label: str = "one") -> AsyncServiceInfo:
    addresses = [socket.inet_aton(host) for host in hosts or ("192.168.1.20",)]
    return AsyncServiceInfo(SERVICE, f"{label}.{SERVICE}", addresses=addresses, port=port, properties=words)


def test_a_record_is_a_server() -> None:
    assert server_of(record(WORDS)) == FoundServer(
        "Our server", "1.0", False, (Address("192.168.1.20", 24145),)
    )
    assert server_of(record(WORDS | {"locked": "1"})).locked  # type: ignore[union-attr]


def test_the_address_that_a_server_prefers_is_tried_first() -> None:
    server = server_of(record(WORDS | {"at": "192.168.1.20"}, "172.17.0.1", "192.168.1.20"))
    assert server is not None
    assert server.address == Address("192.168.1.20", 24145)


@pytest.mark.parametrize(
    "words",
    [
        {},
        {"name": "", "version": "1"},
        {"name": "a"},
        {"name": "x" * 65, "version": "1"},
        {"name": "a", "version": "1" * 33},
        {"name": "two\nlines", "version": "1"},
        {"name": "\u202eevil", "version": "1"},
        {"name": b"\xff\xfe", "version": "1"},
        {"name": "a", "version": "\x1b[31m"},
    ],
)
def test_a_record_that_makes_no_sense_is_none(words: dict[str, Any]) -> None:
    assert server_of(record(words)) is None


@pytest.mark.parametrize("host", ["8.8.8.8", "0.0.0.0", "224.0.0.251", "93.184.216.34"])
def test_an_address_elsewhere_is_left_out(host: str) -> None:
    assert server_of(record(WORDS, host)) is None
    near = server_of(record(WORDS, host, "10.0.0.5"))
    assert near is not None
    assert near.addresses == (Address("10.0.0.5", 24145),)


def test_a_port_of_zero_is_none() -> None:
    assert server_of(record(WORDS, port=0)) is None


def test_one_server_has_only_so_many_addresses() -> None:
    server = server_of(record(WORDS, *(f"10.0.0.{n}" for n in range(1, 20))))
    assert server is not None
    assert len(server.addresses) == discovery.MOST_ADDRESSES


async def until_found(found: Discovery, count: int) -> tuple[FoundServer, ...]:
    async with asyncio.timeout(PATIENCE):
        while len(found.servers) != count:
            await found.changed()
    return found.servers


async def test_a_server_is_found_while_it_says_that_it_is_there() -> None:
    async with Discovery(LOOPBACK) as found:
        told = Announcement("Neo.Sanctum: here", Address("0.0.0.0", 24145), locked=True)
        async with Announcing(told, LOOPBACK):
            (server,) = await until_found(found, 1)
            assert server == FoundServer(
                "Neo.Sanctum: here", __version__, True, (Address("127.0.0.1", 24145),)
            )
        assert await until_found(found, 0) == ()


async def test_two_servers_of_one_name_are_both_found() -> None:
    async with (
        Discovery(LOOPBACK) as found,
        Announcing(Announcement("Twin", Address("0.0.0.0", 1001)), LOOPBACK),
    ):
        # Two who ask in the same moment whether a name is free both hear that it is.
        await until_found(found, 1)
        async with Announcing(Announcement("Twin", Address("0.0.0.0", 1002)), LOOPBACK):
            servers = await until_found(found, 2)
            assert {server.address.port for server in servers} == {1001, 1002}


async def test_somebody_who_claims_to_be_many_servers_is_heard_only_so_far(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(discovery, "MOST_SERVERS", 3)
    network = AsyncZeroconf(LOOPBACK)
    try:
        for number in range(6):
            info = record(WORDS, "127.0.0.1", port=1000 + number, label=f"many{number}")
            await network.async_register_service(info, cooperating_responders=True)
        async with Discovery(LOOPBACK) as found:
            await until_found(found, 3)
            await asyncio.sleep(0.3)
            assert len(found._found) == 3
    finally:
        await network.async_close()


async def test_hostile_records_spoil_nothing() -> None:
    network = AsyncZeroconf(LOOPBACK)
    try:
        bad = record({"name": "\x1b[2J\n", "version": "1"}, "127.0.0.1", label="bad")
        await network.async_register_service(bad, cooperating_responders=True)
        async with (
            Discovery(LOOPBACK) as found,
            Announcing(Announcement("Good", Address("0.0.0.0", 1003)), LOOPBACK),
        ):
            (server,) = await until_found(found, 1)
            assert server.name == "Good"
    finally:
        await network.async_close()


async def test_where_nothing_can_be_listened_to_nothing_is_found(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("no network")

    monkeypatch.setattr("zeroconf.asyncio.AsyncZeroconf", fail)
    async with Discovery(LOOPBACK) as found:
        assert (found.servers, found.fault) == ((), "no network")
    assert "no network" in caplog.text
