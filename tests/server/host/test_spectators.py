"""Spectators over real links: the match is looked up for them elsewhere, and the room never waits for them."""

import asyncio
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.link.happenings import Connected, MatchBegun, RoomAway, SeatLost, TurnPlayed
from game.link.match_client import MatchClient
from game.protocol import messages as say
from game.protocol.refusals import Refused
from game.rules.view import View
from server.disk.journal import StorageError
from server.disk.memory_store import MemoryJournal
from server.disk.store import open_journal
from server.host import desk
from server.limits import WATCHES
from server.room.image import Resolved
from tests.support.servers import a_room, local_host, until


def code_of(answer: say.Answer) -> str:
    assert isinstance(answer, say.Declined), answer
    return answer.refusals[0].code


async def begun(client: MatchClient, delay: int = 0) -> say.Seated:
    await until(client, Connected)
    seated = await client.create(replace(a_room(say.YOU, "greedy"), delay=delay))
    assert isinstance(seated, say.Seated)
    await client.start()
    await until(client, MatchBegun)
    return seated


async def play(client: MatchClient, turns: int) -> None:
    for _ in range(turns):
        await client.set_ready(ready=True)
        await until(client, TurnPlayed)


async def watching(client: MatchClient, room: str) -> View:
    """Begin to watch; the view one begins with."""
    answer = await client.watch(room)
    assert isinstance(answer, say.Watching), answer
    return (await until(client, MatchBegun)).begin.view


async def test_a_spectator_follows_a_match_to_its_end_and_hears_when_the_room_is_let_go() -> None:
    async with local_host(listen=False) as host, MatchClient(host.link()) as eve:
        async with MatchClient(host.link()) as ann:
            seated = await begun(ann)
            await play(ann, 2)
            view = await watching(eve, seated.room.code.lower())
            assert eve.copy is not None
            assert (view.viewer, view.public.turn, list(eve.copy.ledgers)) == (-1, 3, [1, 2])
            assert host.host.meters.watching == 1
            while ann.copy is not None and ann.copy.view.public.outcome is None:
                await play(ann, 1)
                assert (await until(eve, TurnPlayed)).after.public == ann.copy.view.public
        assert (await until(eve, SeatLost)).refusals[0].code == Refused.ENDED
        assert len(host.host.rooms) == host.host.meters.watching == 0


async def test_after_a_restart_a_spectator_is_as_late_as_before(tmp_path: Path) -> None:
    async with (
        local_host(journal=await open_journal(tmp_path), listen=False) as host,
        MatchClient(host.link()) as ann,
    ):
        seated = await begun(ann, delay=2)
        await play(ann, 4)
    async with (
        local_host(journal=await open_journal(tmp_path), listen=False) as host,
        MatchClient(host.link()) as ann,
        MatchClient(host.link()) as eve,
    ):
        await ann.resume(seated.room.id, seated.token)
        await until(ann, MatchBegun)
        assert (await watching(eve, seated.room.id)).public.turn == 3
        assert eve.copy is not None
        assert list(eve.copy.ledgers) == [1, 2]
        await play(ann, 1)
        assert (await until(eve, TurnPlayed)).turn == 3
        await ann.leave()
        assert len(host.host.rooms) == 1, "a match that was left is kept for a while"


class OneSlowRead(MemoryJournal):
    """Gives the turns of a match only when told, or never."""

    def __init__(self) -> None:
        super().__init__()
        self.may_read = asyncio.Event()
        self.is_broken = False

    async def played(self, room: str) -> tuple[Resolved, ...]:
        await self.may_read.wait()
        if self.is_broken:
            raise StorageError("cannot be read")
        return await super().played(room)


async def test_players_never_wait_for_what_spectators_want_to_see() -> None:
    journal = OneSlowRead()
    async with (
        local_host(journal=journal, listen=False) as host,
        MatchClient(host.link()) as ann,
        MatchClient(host.link()) as eve,
    ):
        seated = await begun(ann)
        assert isinstance(await eve.watch(seated.room.id), say.Watching)
        await play(ann, 2)
        assert eve.copy is None
        journal.may_read.set()
        assert (await until(eve, MatchBegun)).begin.number == 2


async def test_turns_that_cannot_be_read_are_left_out(caplog: pytest.LogCaptureFixture) -> None:
    journal = OneSlowRead()
    journal.is_broken = True
    journal.may_read.set()
    async with (
        local_host(journal=journal, listen=False) as host,
        MatchClient(host.link()) as ann,
        MatchClient(host.link()) as eve,
    ):
        seated = await begun(ann)
        await play(ann, 1)
        assert (await watching(eve, seated.room.id)).public.turn == 2
        assert "cannot be shown to its spectators" in caplog.text


async def test_a_spectator_in_a_failing_room_hears_of_it() -> None:
    async with (
        local_host(listen=False) as host,
        MatchClient(host.link()) as ann,
        MatchClient(host.link()) as eve,
    ):
        seated = await begun(ann)
        await watching(eve, seated.room.id)
        (keeper,) = host.host.rooms.of([seated.room.id])
        keeper.put(lambda _now: 1 // 0)  # type: ignore[arg-type,return-value]
        assert (await until(eve, RoomAway)).refusals[0].code == Refused.STORAGE


async def test_a_connection_begins_to_watch_only_so_often_and_a_server_has_only_so_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with (
        local_host(listen=False) as host,
        MatchClient(host.link()) as ann,
        MatchClient(host.link()) as eve,
        MatchClient(host.link()) as dan,
    ):
        seated = await begun(ann)
        for _ in range(WATCHES):
            assert isinstance(await eve.watch(seated.room.id), say.Watching)
        assert code_of(await eve.watch(seated.room.id)) == Refused.TOO_FAST
        monkeypatch.setattr(desk, "MOST_WATCHING", 1)
        assert code_of(await dan.watch(seated.room.id)) == Refused.BUSY
        assert isinstance(await eve.leave(), say.Done)
        assert isinstance(await dan.watch(seated.room.id), say.Watching)


async def test_who_hangs_up_watches_no_more() -> None:
    async with local_host(listen=False) as host, MatchClient(host.link()) as ann:
        seated = await begun(ann)
        (keeper,) = host.host.rooms.of([seated.room.id])
        async with MatchClient(host.link()) as eve:
            await watching(eve, seated.room.id)
            assert len(keeper.room.watchers) == 1
        await play(ann, 1)
        assert len(keeper.room.watchers) == host.host.meters.watching == 0
