"""A map goes from a real server to a client that does not have it, over drops, restarts and lies."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from game.link.address import Address
from game.link.happenings import Connected, MatchBegun
from game.link.map_fetch import FetchError, Trouble, fetch
from game.link.match_client import MatchClient
from game.maps import load
from game.maps.cache import MapCache
from game.protocol import messages as say
from game.protocol.refusals import Refused
from server.config import Config
from server.disk.store import open_journal
from server.host.library import read_library
from server.host.thinking import Thinker, pool_of_one_thread
from server.local import LocalHost
from server.room.content import EVERYTHING, Offered
from tests.support.servers import a_room, address_of, client_at, no_orders, server_process, until
from tests.support.travel import DRAWN, draw, identity_of, untold


def hosting(maps: Path, offered: Offered = EVERYTHING, **options: Any) -> LocalHost:
    thinker = Thinker(pool_of_one_thread, player=no_orders)
    library = read_library([maps], offered)
    return LocalHost(Config(port=0), thinker=thinker, library=library, **options)


def offered_to(client: MatchClient) -> say.MapIdentity:
    assert client.welcome is not None
    (offer,) = [offer for offer in client.welcome.maps if offer.id == DRAWN]
    assert offer.identity is not None
    return offer.identity


class Cutter:
    """Passes bytes between clients and a server, and cuts every connection when so many have gone down."""

    def __init__(self, server: Address, cut_after: int) -> None:
        self._server = server
        self._left = cut_after
        self.cuts = 0

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[Address]:
        listener = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        async with listener:
            yield Address("127.0.0.1", listener.sockets[0].getsockname()[1])

    async def _serve(self, up: asyncio.StreamReader, down: asyncio.StreamWriter) -> None:
        reader, writer = await asyncio.open_connection(self._server.host, self._server.port)
        upward = asyncio.create_task(self._copy(up, writer))
        await self._copy(reader, down, counts=True)
        upward.cancel()
        for end in (writer, down):
            end.transport.abort()

    async def _copy(
        self, source: asyncio.StreamReader, sink: asyncio.StreamWriter, *, counts: bool = False
    ) -> None:
        while data := await source.read(16 * 1024):
            sink.write(data)
            if counts:
                before, self._left = self._left, self._left - len(data)
                if self._left <= 0 < before:
                    self.cuts += 1
                    return


@pytest.mark.slow
async def test_a_client_without_the_map_fetches_it_over_a_drop_and_plays(tmp_path: Path) -> None:
    draw(tmp_path / "maps")
    async with server_process(tmp_path / "data", 0, "--maps", str(tmp_path / "maps")) as server:
        cutter = Cutter(server.address, cut_after=300_000)
        async with cutter.listening() as address, client_at(address) as client:
            seated = await client.create(a_room(say.YOU, "greedy", map_id=DRAWN))
            assert isinstance(seated, say.Seated)
            identity = seated.room.identity
            assert identity == identity_of(tmp_path / "maps" / DRAWN) == offered_to(client)
            seen: list[int] = []
            cache = MapCache(tmp_path / "cache")
            folder = await fetch(client, identity, cache, lambda arrived, total: seen.append(arrived))
            assert cutter.cuts == 1
            assert len(seen) == len(set(seen)) == -(-seen[-1] // say.MOST_BYTES_OF_PART)
            assert isinstance(await client.start(), say.Done)
            begin = (await until(client, MatchBegun)).begin
            assert begin.identity == identity
            loaded = load(folder)
            assert loaded.rules_hash == identity.rules
            assert [plan.key for plan in loaded.city.districts] == [p.key for p in begin.match.city.districts]


async def test_a_match_goes_on_with_its_own_map_when_the_host_has_another_by_its_id(tmp_path: Path) -> None:
    draw(tmp_path / "maps")
    stays: dict[str, Any] = {"packages": tmp_path / "packages", "listen": False}
    async with (
        hosting(tmp_path / "maps", journal=await open_journal(tmp_path), **stays) as host,
        MatchClient(host.link()) as client,
    ):
        await until(client, Connected)
        seated = await client.create(a_room(say.YOU, "greedy", map_id=DRAWN))
        assert isinstance(seated, say.Seated)
        await client.start()
        old = (await until(client, MatchBegun)).begin.identity
        assert old is not None
        await asyncio.gather(*host.host._desk._errands)
    shutil.rmtree(tmp_path / "maps")
    draw(tmp_path / "maps", seed=2)
    async with (
        hosting(tmp_path / "maps", journal=await open_journal(tmp_path), **stays) as host,
        MatchClient(host.link()) as client,
        MatchClient(host.link()) as stranger,
    ):
        await until(client, Connected)
        await until(stranger, Connected)
        assert offered_to(client).rules != old.rules
        back = await client.resume(seated.room.id, seated.token)
        assert isinstance(back, say.Seated)
        assert back.room.identity == old
        assert (await until(client, MatchBegun)).begin.identity == old
        folder = await fetch(client, old, MapCache(tmp_path / "cache"), untold)
        assert load(folder).rules_hash == old.rules
        with pytest.raises(FetchError) as refused:
            await fetch(stranger, old, MapCache(tmp_path / "other"), untold)
        assert refused.value.refusals[0].code == Refused.UNKNOWN_PACKAGE


async def test_only_what_is_offered_is_sent_and_the_words_come_with_it(tmp_path: Path) -> None:
    draw(tmp_path / "maps")
    async with hosting(tmp_path / "maps") as host, MatchClient(host.link()) as client:
        await until(client, Connected)
        answer = await client.map_part("0" * 64, 0)
        assert isinstance(answer, say.Declined)
        assert answer.refusals[0].code == Refused.UNKNOWN_PACKAGE
        assert answer.refusals[0].text
        package = offered_to(client).package
        assert package is not None
        beyond = await client.map_part(package, 2**30)
        assert isinstance(beyond, say.Declined)
        assert beyond.refusals[0].code == Refused.WRONG_OFFSET
        assert isinstance(await client.map_part(package, 0), say.MapPart)


@pytest.mark.parametrize("offered", [Offered(share_maps=False), Offered(map_bytes=1000)])
async def test_a_host_that_shares_no_maps_still_says_which_they_are(tmp_path: Path, offered: Offered) -> None:
    draw(tmp_path / "maps")
    async with hosting(tmp_path / "maps", offered) as host, MatchClient(host.link()) as client:
        await until(client, Connected)
        own = identity_of(tmp_path / "maps" / DRAWN)
        told = offered_to(client)
        assert (told.rules, told.package) == (own.rules, None)
        assert own.package is not None
        with pytest.raises(FetchError) as refused:
            await fetch(client, told, MapCache(tmp_path / "cache"), untold)
        assert refused.value.trouble is Trouble.NOT_SENT
        assert isinstance(await client.map_part(own.package, 0), say.Declined)


async def test_parts_are_not_remembered_as_answers(tmp_path: Path) -> None:
    draw(tmp_path / "maps")
    async with hosting(tmp_path / "maps") as host, MatchClient(host.link()) as client:
        await until(client, Connected)
        await fetch(client, offered_to(client), MapCache(tmp_path / "cache"), untold)
        (known,) = host.host.board._clients.values()
        assert not known.session._answers
        assert not known.session._acts


async def test_one_who_leaves_while_a_part_is_packed_harms_nobody(tmp_path: Path) -> None:
    draw(tmp_path / "maps")
    async with hosting(tmp_path / "maps", listen=True) as host:
        async with client_at(address_of(host)) as client:
            asking = asyncio.create_task(client.map_part(offered_to(client).package or "", 0))
            await asyncio.sleep(0)
            asking.cancel()
        async with client_at(address_of(host)) as other:
            assert isinstance(await other.map_part(offered_to(other).package or "", 0), say.MapPart)


async def test_a_flood_of_asks_gets_one_part_at_a_time_and_hurts_nobody(tmp_path: Path) -> None:
    draw(tmp_path / "maps")
    async with (
        hosting(tmp_path / "maps", listen=False) as host,
        MatchClient(host.link()) as flood,
        MatchClient(host.link()) as other,
    ):
        await until(flood, Connected)
        await until(other, Connected)
        package = offered_to(flood).package or ""
        asks = [asyncio.create_task(flood.map_part(package, 0)) for _ in range(50)]
        answers = await asyncio.gather(*asks)
        assert sum(isinstance(answer, say.MapPart) for answer in answers) == 1
        codes = [answer.refusals[0].code for answer in answers if isinstance(answer, say.Declined)]
        assert set(codes) == {Refused.PART_UNDER_WAY, Refused.TOO_FAST}
        assert isinstance(await other.map_part(package, 0), say.MapPart)
