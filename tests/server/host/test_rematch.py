"""A match is played again with the same people, over real links and a real journal."""

import asyncio
from pathlib import Path

from msgspec.structs import replace

from game.link.happenings import Connected, MatchBegun, RoomSeen, TurnPlayed
from game.link.match_client import MatchClient
from game.protocol import messages as say
from game.protocol.refusals import Refused
from server.disk.store import open_journal
from tests.support.servers import a_room, local_host, until


async def over(ann: MatchClient, bob: MatchClient, *players: str) -> say.Seated:
    """A match of Ann and Bob that they ended by agreement; Ann's seat in it."""
    for client in (ann, bob):
        await until(client, Connected)
    room = replace(a_room(say.YOU, say.OPEN, *players), seed=None)
    seated = await ann.create(room)
    assert isinstance(seated, say.Seated)
    assert isinstance(await bob.join(seated.room.code, "Bob"), say.Seated)
    await bob.set_lobby_ready(ready=True)
    await ann.start()
    for client in (ann, bob):
        await until(client, MatchBegun)
        await client.set_vote("end", agree=True)
    for client in (ann, bob):
        await until(client, TurnPlayed)
    return seated


async def rematched(client: MatchClient) -> say.Seated:
    answer = await client.rematch()
    assert isinstance(answer, say.Seated), answer
    return answer


async def test_two_who_ask_at_once_meet_in_one_room_in_their_seats_and_play() -> None:
    async with (
        local_host(listen=False) as host,
        MatchClient(host.link()) as ann,
        MatchClient(host.link()) as bob,
    ):
        before = await over(ann, bob, "greedy")
        seats = [chair.faction for chair in ann.room.seats] if ann.room else []
        anns, bobs = await asyncio.gather(rematched(ann), rematched(bob))
        assert anns.room.id == bobs.room.id != before.room.id
        assert (anns.seat, bobs.seat, anns.room.owner) == (0, 1, 0)
        assert [chair.faction for chair in bobs.room.seats] == seats
        assert [chair.player for chair in bobs.room.seats] == ["person", "person", "greedy"]
        assert ann.copy is None
        await bob.set_lobby_ready(ready=True)
        assert isinstance(await ann.start(), say.Done)
        assert (await until(bob, MatchBegun)).begin.room == anns.room.id
        assert [keeper.id for keeper in host.host.rooms.of([before.room.id])] == []


async def test_the_others_hear_of_it_and_the_seed_is_another_one() -> None:
    async with (
        local_host(listen=False) as host,
        MatchClient(host.link()) as ann,
        MatchClient(host.link()) as bob,
    ):
        before = await over(ann, bob)
        (old,) = host.host.rooms.of([before.room.id])
        seated = await rematched(bob)
        (new,) = host.host.rooms.of([seated.room.id])
        assert new.room.image.setup.seed != old.room.image.setup.seed
        assert seated.room.owner == seated.seat == 1
        while (await until(ann, RoomSeen)).room.rematch != seated.room.id:
            pass
        assert (await rematched(ann)).seat == 0


async def test_a_room_that_the_first_one_left_again_is_made_anew() -> None:
    async with (
        local_host(listen=False) as host,
        MatchClient(host.link()) as ann,
        MatchClient(host.link()) as bob,
    ):
        await over(ann, bob)
        first = await rematched(ann)
        assert isinstance(await ann.leave(), say.Done)
        second = await rematched(bob)
        assert first.room.id != second.room.id
        assert second.seat == second.room.owner == 1


async def test_the_way_into_the_rematch_outlasts_a_restart(tmp_path: Path) -> None:
    async with (
        local_host(journal=await open_journal(tmp_path), listen=False) as host,
        MatchClient(host.link()) as ann,
        MatchClient(host.link()) as bob,
    ):
        before = await over(ann, bob)
        token = bob.token
        anns = await rematched(ann)
    async with (
        local_host(journal=await open_journal(tmp_path), listen=False) as host,
        MatchClient(host.link()) as bob,
    ):
        back = await bob.resume(before.room.id, token)
        assert isinstance(back, say.Seated)
        assert back.room.rematch == anns.room.id
        bobs = await rematched(bob)
        assert (bobs.room.id, bobs.seat, bobs.room.seats[0].name) == (anns.room.id, 1, "Ann")


async def test_a_full_server_plays_nothing_again_and_the_seat_stays() -> None:
    async with (
        local_host(listen=False) as host,
        MatchClient(host.link()) as ann,
        MatchClient(host.link()) as bob,
    ):
        await over(ann, bob)
        host.host._desk.most_rooms = 0
        answer = await ann.rematch()
        assert isinstance(answer, say.Declined)
        assert answer.refusals[0].code == Refused.TOO_MANY_ROOMS
        host.host._desk.most_rooms = 9
        assert (await rematched(ann)).seat == 0
