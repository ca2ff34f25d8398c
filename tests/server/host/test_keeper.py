import asyncio

import pytest

from game.link.happenings import Connected, MatchBegun, RoomAway, TurnPlayed
from game.link.match_client import MatchClient
from game.protocol import messages as say
from game.protocol.codec import encode
from game.protocol.refusals import Refused
from server.disk.journal import StorageError
from server.disk.memory_store import MemoryJournal
from server.room.image import Image, Record
from tests.support.servers import a_room, local_host, own_campaign, until


class FailingJournal(MemoryJournal):
    """A disk that is full when told."""

    full = False

    def append(
        self, room: str, epoch: int, records: tuple[Record, ...], image: Image | None
    ) -> asyncio.Future[None]:
        if self.full:
            raise StorageError("the disk is full")
        return super().append(room, epoch, records, image)


async def test_a_disk_that_fails_acknowledges_nothing_and_the_room_comes_back() -> None:
    journal = FailingJournal()
    async with local_host(journal=journal, listen=False) as host, MatchClient(host.link()) as client:
        await until(client, Connected)
        seated = await client.create(a_room(say.YOU, "greedy"))
        assert isinstance(seated, say.Seated)
        await client.start()
        await until(client, MatchBegun)
        kept = own_campaign(client)
        assert isinstance(await client.save_slate(kept), say.Done)
        journal.full = True
        answer = await client.save_slate(())
        assert isinstance(answer, say.Declined)
        assert answer.refusals[0].code == Refused.STORAGE
        assert (await until(client, RoomAway)).refusals[0].code == Refused.STORAGE
        journal.full = False
        assert isinstance(await client.resume(seated.room.id, seated.token), say.Seated)
        assert (await until(client, MatchBegun)).begin.slate == kept
        await client.set_ready(ready=True)
        await until(client, TurnPlayed)


async def test_a_room_that_somebody_else_claimed_is_let_go() -> None:
    journal = MemoryJournal()
    async with local_host(journal=journal, listen=False) as host, MatchClient(host.link()) as client:
        await until(client, Connected)
        seated = await client.create(a_room(say.YOU, "greedy"))
        assert isinstance(seated, say.Seated)
        await journal.claim(seated.room.id)
        answer = await client.start()
        assert isinstance(answer, say.Declined)
        assert seated.room.id not in host.host.rooms._keepers


async def test_a_fault_in_one_room_does_not_touch_another() -> None:
    async with (
        local_host(listen=False) as host,
        MatchClient(host.link()) as ann,
        MatchClient(host.link()) as bob,
    ):
        for client in (ann, bob):
            await until(client, Connected)
            await client.create(a_room(say.YOU, "greedy"))
        assert ann.room is not None
        keeper = host.host.rooms._keepers[ann.room.id]
        keeper.put(lambda _now: 1 // 0)  # type: ignore[arg-type,return-value]
        await until(ann, RoomAway)
        assert isinstance(await bob.start(), say.Done)


async def resumed(client: MatchClient) -> say.Begin:
    assert client.room is not None
    assert client.token is not None
    await client.resume(client.room.id, client.token)
    return (await until(client, MatchBegun)).begin


async def test_a_snapshot_leaves_out_the_oldest_ledgers_rather_than_grow_without_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with local_host(listen=False) as host, MatchClient(host.link()) as client:
        await until(client, Connected)
        await client.create(a_room(say.YOU, "greedy"))
        await client.start()
        await until(client, MatchBegun)
        for _ in range(4):
            await client.set_ready(ready=True)
            await until(client, TurnPlayed)
        whole = await resumed(client)
        assert [turned.turn for turned in whole.missed] == [1, 2, 3, 4]
        monkeypatch.setattr("server.host.keeper.MOST_BYTES_OF_BEGIN", len(encode(whole)) - 1)
        assert [turned.turn for turned in (await resumed(client)).missed] == [4]
        monkeypatch.setattr("server.host.keeper.MOST_BYTES_OF_BEGIN", 1)
        assert (await resumed(client)).missed == ()
