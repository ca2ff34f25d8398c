import asyncio
import itertools
import random
import sqlite3
from pathlib import Path

import pytest
from msgspec.structs import replace

from game.link.happenings import ClockSeen, Connected, MatchBegun, PinsSeen, RoomSeen, TurnPlayed, VotesSeen
from game.link.match_client import MatchClient
from game.protocol import messages as say
from game.protocol.codec import encode
from game.protocol.refusals import Refused
from game.protocol.session import MOST_REMEMBERED
from game.rules.ids import District
from game.rules.state import Ending
from server.disk.database import FILE_NAME
from server.disk.store import open_journal
from server.host import switchboard
from server.limits import ROOMS_PER_CONNECTION
from tests.support.logs import logged
from tests.support.peers import KEYS, FakePeer
from tests.support.servers import a_room, begun, local_host, own_campaign, until


async def test_a_restart_brings_rooms_back_with_slates_and_clocks(tmp_path: Path) -> None:
    async with (
        local_host(journal=await open_journal(tmp_path), listen=False) as host,
        MatchClient(host.link()) as client,
    ):
        seated = await begun(client)
        slate = own_campaign(client)
        await client.save_slate(slate)
    async with (
        local_host(journal=await open_journal(tmp_path), listen=False) as host,
        MatchClient(host.link()) as client,
    ):
        assert isinstance(await client.resume(seated.room.id, seated.token), say.Seated)
        assert (await until(client, MatchBegun)).begin.slate == slate
        await until(client, ClockSeen)
        left = client.seconds_left()
        assert left is not None
        assert 3000 < left <= 3600
        await client.set_ready(ready=True)
        assert (await until(client, TurnPlayed)).turn == 1


async def test_a_match_that_is_over_can_still_be_looked_at(tmp_path: Path) -> None:
    async with local_host(journal=await open_journal(tmp_path), listen=False) as host:
        async with MatchClient(host.link()) as client:
            seated = await begun(client)
            assert client.copy is not None
            while client.copy.view.public.outcome is None:
                await client.set_ready(ready=True)
                await until(client, TurnPlayed)
            turns = client.copy.count.number
            keeper = host.host.rooms._keepers[seated.room.id]
        await asyncio.wait([keeper._ended])
        assert seated.room.id not in host.host.rooms._keepers
        async with MatchClient(host.link()) as first, MatchClient(host.link()) as second:
            await asyncio.gather(*(c.resume(seated.room.id, seated.token) for c in (first, second)))
            begin = (await until(second, MatchBegun)).begin
            assert len(begin.missed) == turns
            assert len(host.host.rooms._keepers) == 1


async def test_a_connection_makes_only_so_many_rooms() -> None:
    async with local_host(listen=False) as host, MatchClient(host.link()) as client:
        for _ in range(ROOMS_PER_CONNECTION):
            assert isinstance(await client.create(a_room(say.YOU, say.OPEN)), say.Seated)
        answer = await client.create(a_room(say.YOU, say.OPEN))
        assert isinstance(answer, say.Declined)
        assert answer.refusals[0].code == Refused.TOO_MANY_ROOMS
        assert isinstance(await client.leave(), say.Done)
        assert isinstance(await client.create(a_room(say.YOU, say.OPEN)), say.Seated)


async def test_a_server_keeps_only_so_many_rooms() -> None:
    async with (
        local_host(listen=False) as host,
        MatchClient(host.link()) as ann,
        MatchClient(host.link()) as bob,
    ):
        host.host._desk.most_rooms = 1
        assert isinstance(await ann.create(a_room(say.YOU, say.OPEN)), say.Seated)
        answer = await bob.create(a_room(say.YOU, say.OPEN))
        assert isinstance(answer, say.Declined)
        assert answer.refusals[0].code == Refused.TOO_MANY_ROOMS


async def test_what_can_be_joined_is_listed_first_then_what_can_be_watched_and_nothing_private() -> None:
    async with (
        local_host(listen=False) as host,
        MatchClient(host.link()) as ann,
        MatchClient(host.link()) as bob,
    ):
        running = await begun(ann)
        public = await ann.create(a_room(say.YOU, say.OPEN))
        assert isinstance(public, say.Seated)
        private = a_room(say.YOU, say.OPEN)
        seated = await ann.create(
            say.CreateRoom(private.player, "Hidden", private.map, private.seats, "short", public=False)
        )
        assert isinstance(seated, say.Seated)
        listed = await bob.list_rooms()
        assert isinstance(listed, say.Rooms)
        assert [(room.id, room.phase) for room in listed.rooms] == [
            (public.room.id, say.LOBBY),
            (running.room.id, say.PLAYING),
        ]
        looked = await bob.list_rooms(seated.room.code.lower())
        assert isinstance(looked, say.Rooms)
        assert [(room.id, room.code) for room in looked.rooms] == [(seated.room.id, "")]
        unknown = await bob.list_rooms("nowhere")
        assert isinstance(unknown, say.Declined)
        assert unknown.refusals[0].code == Refused.UNKNOWN_ROOM


async def test_a_room_with_too_much_to_do_is_busy_and_the_command_may_come_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("server.host.keeper.MOST_ASKS_QUEUED", 0)
    async with local_host(listen=False) as host, MatchClient(host.link()) as client:
        seated = await client.create(a_room(say.YOU, say.OPEN))
        assert isinstance(seated, say.Seated)
        answer = await client.set_lobby_ready(ready=True)
        assert isinstance(answer, say.Declined)
        assert answer.refusals[0].code == Refused.BUSY
        monkeypatch.setattr("server.host.keeper.MOST_ASKS_QUEUED", 9)
        (known,) = host.host.board._clients.values()
        assert MOST_REMEMBERED > len(known.session._acts) == 1


async def test_lists_are_not_remembered_and_looked_up_again_for_who_asks_again() -> None:
    async with local_host(listen=False) as host:
        peer = FakePeer(host.host)
        peer.hello(KEYS["Anna"])
        assert isinstance(await peer.asked(say.MyMatches()), say.Matches | say.Declined)
        assert isinstance(await peer.asked(say.AskArchive()), say.Archive)
        assert isinstance(await peer.asked(say.ListRooms()), say.Rooms)
        (known,) = host.host.board._clients.values()
        assert not known.session._acts
        assert not peer.guest.under_way


async def test_only_so_many_clients_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(switchboard, "MOST_SESSIONS", 2)
    async with local_host(listen=False) as host:
        for _ in itertools.repeat(None, 4):
            async with MatchClient(host.link()) as client:
                await until(client, Connected)
        assert len(host.host.board._clients) == 2


async def test_the_welcome_names_modes_and_tempers() -> None:
    async with local_host(listen=False) as host, MatchClient(host.link()) as client:
        welcome = (await until(client, Connected)).welcome
        modes = {offer.key: offer for offer in welcome.modes}
        assert modes["teams"] == say.ModeOffer("teams", False, 2, True)
        assert welcome.tempers == ("gentle", "standard", "harsh")


async def test_a_room_that_cannot_be_made_names_every_mend() -> None:
    async with local_host(listen=False) as host, MatchClient(host.link()) as client:
        await until(client, Connected)
        room = replace(a_room(say.YOU, say.OPEN), mode="teams", temper="mild")
        answer = await client.create(room)
        assert isinstance(answer, say.Declined)
        assert [refusal.code for refusal in answer.refusals] == [Refused.UNKNOWN_TEMPER, Refused.WRONG_TEAMS]
        assert all(refusal.text and refusal.mend for refusal in answer.refusals)


async def test_two_play_with_a_neutral_third_pin_vote_and_resign(tmp_path: Path) -> None:
    async with (
        local_host(journal=await open_journal(tmp_path), listen=False) as host,
        MatchClient(host.link()) as ann,
        MatchClient(host.link()) as bob,
    ):
        room = await two_begun(ann, bob)
        assert [chair.ranked for chair in room.seats] == [True, True, False]
        pin = say.Pin("festival", District(3))
        await ann.set_pins((pin,))
        assert (await until(bob, PinsSeen)).pins == (pin,)
        await bob.set_vote("end", agree=True)
        assert (await until(ann, VotesSeen)).agree == (False, True, False)
        await bob.set_vote("end", agree=False)
        assert isinstance(await bob.resign(), say.Done)
        for client in (ann, bob):
            while not (await until(client, RoomSeen)).room.seats[1].resigned:
                pass
        await ann.set_ready(ready=True)
        for client in (ann, bob):
            assert (await until(client, TurnPlayed)).turn == 1
        await ann.resign()
        end = await until(ann, TurnPlayed)
        assert end.after.public.outcome is not None
        assert end.after.public.outcome.ending is Ending.AGREED
        kept = await host.host.journal.load(room.id)
        assert kept is not None
        assert kept.now().phase == say.OVER


async def two_begun(ann: MatchClient, bob: MatchClient) -> say.RoomInfo:
    for client in (ann, bob):
        await until(client, Connected)
    seated = await ann.create(a_room(say.YOU, say.OPEN))
    assert isinstance(seated, say.Seated)
    assert isinstance(await bob.join(seated.room.code, "Bob"), say.Seated)
    await bob.set_lobby_ready(ready=True)
    assert isinstance(await ann.start(), say.Done)
    for client in (ann, bob):
        await until(client, MatchBegun)
    return seated.room


async def test_two_thousand_bad_frames_hurt_nobody_else() -> None:
    draw = random.Random(7)
    pins = (say.Pin("care", District(3)),)
    acts: tuple[say.Act, ...] = (
        say.SaveSlate("r1", 1, ()),
        say.SetPins("r1", 1, pins),
        say.SetVote("r1", 1, "end", agree=True),
        a_room(say.YOU, say.OPEN),
    )
    good = [encode(say.Command(1, act)) for act in acts]
    async with local_host(listen=False) as host, MatchClient(host.link()) as honest:
        await begun(honest)
        for number in range(200):
            link = host.link()
            link.send(say.Hello(say.VERSION, "bad", f"{number:032d}"))
            (guest,) = (g for g in host.host.board.guests.values() if g.rooms == set())
            for _ in range(10):
                frame = bytearray(draw.choice(good))
                for _ in range(draw.randint(0, 5)):
                    frame[draw.randrange(len(frame))] = draw.randrange(256)
                host.host.receive(guest, bytes(frame[: draw.randint(0, len(frame))]))
            await link.close()
        assert isinstance(await honest.set_ready(ready=True), say.Done)
        assert (await until(honest, TurnPlayed)).turn == 1
        assert len(host.host.board.guests) == 1


async def test_a_room_that_cannot_be_read_is_left_out_and_named(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    rooms = []
    async with local_host(journal=await open_journal(tmp_path), listen=False) as host:
        for _ in range(2):
            async with MatchClient(host.link()) as client:
                rooms.append(await begun(client))
    with sqlite3.connect(tmp_path / FILE_NAME) as database:
        database.execute(
            "UPDATE images SET body = x'c1' WHERE room = (SELECT made FROM rooms WHERE id = ?)",
            (rooms[0].room.id,),
        )
    database.close()
    async with (
        local_host(journal=await open_journal(tmp_path), listen=False) as host,
        MatchClient(host.link()) as client,
    ):
        assert rooms[0].room.id in logged(caplog)
        assert isinstance(await client.resume(rooms[1].room.id, rooms[1].token), say.Seated)
        lost = await client.resume(rooms[0].room.id, rooms[0].token)
        assert isinstance(lost, say.Declined)
        assert lost.refusals[0].code == Refused.UNKNOWN_ROOM


async def test_a_room_that_never_was_leaves_nothing_on_disk(tmp_path: Path) -> None:
    async with (
        local_host(journal=await open_journal(tmp_path), listen=False) as host,
        MatchClient(host.link()) as client,
    ):
        await until(client, Connected)
        lost = await client.resume("nowhere", "t" * 43)
        assert isinstance(lost, say.Declined)
        assert lost.refusals[0].code == Refused.UNKNOWN_ROOM
    with sqlite3.connect(tmp_path / FILE_NAME) as database:
        assert database.execute("SELECT count(*) FROM rooms").fetchone() == (0,)
    database.close()
