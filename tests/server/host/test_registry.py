import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from game.protocol import messages as say
from game.protocol.refusals import Refused
from game.rules.ids import Seat
from server.disk.people_store import SqlitePeople
from server.disk.store import SqliteJournal, open_journal
from server.host.host import Host
from server.limits import TRIES
from tests.support.peers import KEYS, FakePeer
from tests.support.servers import a_room, local_host


def code_of(answer: say.Answer) -> str:
    assert isinstance(answer, say.Declined), answer
    return answer.refusals[0].code


@pytest.fixture
async def journal(tmp_path: Path) -> AsyncIterator[SqliteJournal]:
    opened = await open_journal(tmp_path)
    yield opened
    await opened.close()


@pytest.fixture
async def host(journal: SqliteJournal) -> AsyncIterator[Host]:
    people = SqlitePeople(journal.database)
    async with local_host(journal=journal, people=people, listen=False) as local:
        yield local.host


async def came(host: Host, name: str | None = None, address: str = "10.0.0.1") -> FakePeer:
    """Somebody who said hello, with an identity of their own or as a guest."""
    peer = FakePeer(host, address)
    peer.hello(KEYS.get(name or ""), key=(name or "guest") * 8)
    await peer.hears(say.Welcome)
    return peer


async def seated(peer: FakePeer, name: str, *, public: bool = True) -> say.Seated:
    answer = await peer.asked(a_room(say.YOU, say.OPEN, player=name, public=public))
    assert isinstance(answer, say.Seated), answer
    return answer


# --- names ------------------------------------------------------------------------------------------


async def test_who_sits_down_is_known_by_that_name_from_then_on(host: Host) -> None:
    anna = await came(host, "Anna")
    await seated(anna, " Anna ")
    again = await came(host, "Anna")
    welcome = await again.hears(say.Welcome)
    assert welcome.you is not None
    assert welcome.you.name == anna.guest.name == "Anna"


@pytest.mark.parametrize("other", ["Bert", None], ids=["with an identity", "guest"])
async def test_the_name_of_somebody_else_is_taken(host: Host, other: str | None) -> None:
    room = await seated(await came(host, "Anna"), "Anna")
    peer = await came(host, other)
    for act in (say.JoinRoom("ANNA", room.room.id), a_room(say.YOU, say.OPEN, player="Ánna")):
        assert code_of(await peer.asked(act)) == Refused.NAME_TAKEN
    assert isinstance(await peer.asked(say.JoinRoom("Bert", room.room.id)), say.Seated)


async def test_two_guests_may_be_called_alike_in_different_rooms(host: Host) -> None:
    for key in ("a" * 32, "b" * 32):
        peer = FakePeer(host)
        peer.hello(key=key)
        await seated(peer, "Gast")
        assert peer.guest.name == ""


async def test_a_name_that_is_none_is_refused_by_the_room(host: Host) -> None:
    peer = await came(host, "Anna")
    assert code_of(await peer.asked(a_room(say.YOU, say.OPEN, player="!"))) == Refused.BAD_NAME
    assert peer.guest.person is None


async def test_what_is_asked_right_after_a_name_waits_for_it(host: Host) -> None:
    room = await seated(await came(host, "Anna"), "Anna")
    bert = await came(host, "Bert")
    join, ready = bert.do(say.JoinRoom("Bert", room.room.id)), bert.do(say.SetLobbyReady(room.room.id, True))
    done = await bert.hears(say.Done)
    assert done.re == ready
    assert next(told for told in bert.told if isinstance(told, say.Seated)).re == join


async def test_others_see_how_somebody_stands(host: Host) -> None:
    anna = await came(host, "Anna")
    room = await seated(anna, "Anna")
    assert room.room.seats[0].standing == say.Standing(None, 0, None)
    guest = await came(host)
    joined = await guest.asked(say.JoinRoom("Gast", room.room.id))
    assert isinstance(joined, say.Seated)
    assert joined.room.seats[1].standing is None


# --- devices ----------------------------------------------------------------------------------------


async def test_another_device_becomes_known_and_comes_back_to_the_seat_by_who_it_is(host: Host) -> None:
    anna = await came(host, "Anna")
    room = await seated(anna, "Anna")
    code = await anna.asked(say.AskDeviceCode())
    assert isinstance(code, say.DeviceCode)
    assert (len(code.code), code.seconds) == (8, 600)
    phone = await came(host, "Ella")
    known = await phone.asked(say.UseDeviceCode(code.code.lower()))
    assert isinstance(known, say.Known)
    assert known.you.name == phone.guest.name == "Anna"
    back = await phone.asked(say.ResumeSeat(room.room.id))
    assert isinstance(back, say.Seated)
    assert back.seat == room.seat
    assert await anna.hears(say.TakenOver) == say.TakenOver(room.room.id)


async def test_only_who_is_known_gets_a_code(host: Host) -> None:
    for name in ("Anna", None):
        peer = await came(host, name)
        assert code_of(await peer.asked(say.AskDeviceCode())) == Refused.NO_IDENTITY
        assert code_of(await peer.asked(say.MyMatches())) == Refused.NO_IDENTITY
    assert code_of(await peer.asked(say.UseDeviceCode("AAAAAAAA"))) == Refused.NO_IDENTITY


async def test_codes_are_not_guessed_for_long(host: Host) -> None:
    peer = await came(host, "Bert")
    for _ in range(TRIES):
        assert code_of(await peer.asked(say.UseDeviceCode("AAAAAAAA"))) == Refused.UNKNOWN_CODE
    assert code_of(await peer.asked(say.UseDeviceCode("AAAAAAAA"))) == Refused.TOO_FAST
    elsewhere = await came(host, "Ella", "10.0.0.2")
    assert code_of(await elsewhere.asked(say.UseDeviceCode("AAAAAAAA"))) == Refused.UNKNOWN_CODE


# --- matches ----------------------------------------------------------------------------------------


async def matches(peer: FakePeer) -> tuple[say.OwnMatch, ...]:
    answer = await peer.asked(say.MyMatches())
    assert isinstance(answer, say.Matches)
    return answer.matches


async def test_ones_own_matches_are_listed_those_that_wait_first(host: Host) -> None:
    anna, bert = await came(host, "Anna"), await came(host, "Bert")
    assert [await seated(bert, "Bert")]
    assert len(await matches(bert)) == 1
    rooms = []
    for _ in range(2):
        room = (await seated(anna, "Anna", public=False)).room
        await bert.asked(say.JoinRoom("Bert", room.code))
        await bert.asked(say.SetLobbyReady(room.id, True))
        assert isinstance(await anna.asked(say.StartMatch(room.id)), say.Done)
        rooms.append(room.id)
    await bert.asked(say.SetReady(rooms[1], 1, True))
    listed = await matches(bert)
    assert [
        (own.room.id, own.seat, own.is_due, own.room.phase) for own in listed if own.room.id in rooms
    ] == [
        (rooms[0], Seat(1), True, "playing"),
        (rooms[1], Seat(1), False, "playing"),
    ]
    assert listed[0].room.code


async def test_a_match_whose_clock_stands_still_loses_no_time_in_the_list(host: Host) -> None:
    anna = await came(host, "Anna")
    made = await anna.asked(a_room(say.YOU, "greedy", player="Anna", timer=600))
    assert isinstance(made, say.Seated)
    await anna.asked(say.StartMatch(made.room.id))
    await anna.asked(say.SetVote(made.room.id, 1, "pause", True))
    await anna.hears(say.Clock)
    keeper = host.rooms.named(made.room.id)
    assert keeper is not None
    async with asyncio.timeout(5):
        while keeper.room.image.paused_left is None:  # noqa: ASYNC110 - the room has no event for it
            await asyncio.sleep(0)
    first = (await matches(anna))[0].left
    await asyncio.sleep(0.02)
    second = (await matches(anna))[0].left
    assert first == second
    assert first is not None
    assert first <= 600_000


async def test_who_left_a_lobby_has_no_match_there(host: Host) -> None:
    anna, bert = await came(host, "Anna"), await came(host, "Bert")
    room = (await seated(anna, "Anna")).room
    await bert.asked(say.JoinRoom("Bert", room.id))
    await bert.asked(say.LeaveRoom(room.id))
    assert await matches(bert) == ()
    assert [own.room.id for own in await matches(anna)] == [room.id]


async def test_a_match_that_sleeps_in_the_journal_is_listed_too(host: Host) -> None:
    anna, bert = await came(host, "Anna"), await came(host, "Bert")
    room = (await seated(anna, "Anna")).room
    await bert.asked(say.JoinRoom("Bert", room.id))
    await bert.asked(say.SetLobbyReady(room.id, True))
    await anna.asked(say.StartMatch(room.id))
    keeper = host.rooms.named(room.id)
    assert keeper is not None
    await keeper.stop()
    assert room.id not in host.rooms
    assert [(own.room.id, own.is_due) for own in await matches(anna)] == [(room.id, True)]
    await asyncio.sleep(0)
    assert room.id not in host.rooms
    assert isinstance(await anna.asked(say.ResumeSeat(room.id)), say.Seated)


async def test_a_match_that_is_over_is_counted_and_no_longer_listed(host: Host) -> None:
    anna, bert = await came(host, "Anna"), await came(host, "Bert")
    room = (await seated(anna, "Anna")).room
    await bert.asked(say.JoinRoom("Bert", room.id))
    await bert.asked(say.SetLobbyReady(room.id, True))
    await anna.asked(say.StartMatch(room.id))
    for peer in (anna, bert):
        await peer.asked(say.SetVote(room.id, 1, "end", True))
    await anna.hears(say.Update)
    assert await matches(anna) == ()
    welcome = await (await came(host, "Anna")).hears(say.Welcome)
    assert welcome.you is not None
    assert welcome.you.matches == 1
    assert anna.guest.person is not None
    assert anna.guest.person.matches == 1
