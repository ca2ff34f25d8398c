"""A room that the server's disk did not take: the client comes back to it by itself."""

import asyncio

import pytest

from game.link import happenings as tell
from game.link.link import Closed, Dropped, Opened
from game.link.match_client import LinkClosedError, MatchClient
from game.protocol import messages as say
from game.protocol.refusals import Refusal, Refused, refusal
from game.rules.ids import Seat
from tests.support.scripted import BEGIN, ROOM, TOKEN, WELCOME, ScriptedLink, seated, told, watching

STORAGE = refusal(Refused.STORAGE, "room")
AWAY = say.RoomClosed("r1", STORAGE)
GONE = refusal(Refused.UNKNOWN_ROOM, "room")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.link.coming_back.PAUSES", (0.0,) * 3)


def resumes(link: ScriptedLink) -> int:
    return sum(isinstance(command.act, say.ResumeSeat) for command in link.commands())


async def next_try(link: ScriptedLink) -> say.Command:
    await asyncio.sleep(0.005)
    return link.commands()[-1]


@pytest.mark.usefixtures("quick")
async def test_the_seat_in_a_room_the_disk_refused_is_asked_for_until_it_is_back() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        told(client)
        await link.play(AWAY)
        assert (client.room, client.token, client.is_away) == (ROOM, TOKEN, True)
        assert told(client) == [tell.RoomAway((STORAGE,), 0.0)]
        for why in (STORAGE, GONE):
            command = await next_try(link)
            assert command.act == say.ResumeSeat("r1", TOKEN, 0)
            await link.play(say.Declined(command.id, (why,)))
            assert told(client) == [tell.RoomAway((why,), 0.0)]
        command = await next_try(link)
        await link.play(say.Seated(command.id, ROOM, Seat(0), "n" * 43), BEGIN)
        assert [type(one) for one in told(client)] == [tell.RoomSeen, tell.MatchBegun]
        assert (client.token, client.is_away) == ("n" * 43, False)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("whys", [(STORAGE,) * 3, (refusal(Refused.BAD_TOKEN, "token"),)])
async def test_a_seat_that_is_refused_otherwise_or_too_long_is_lost(whys: tuple[Refusal, ...]) -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        await link.play(AWAY)
        for why in whys:
            command = await next_try(link)
            await link.play(say.Declined(command.id, (why,)))
        assert told(client)[-1] == tell.SeatLost((whys[-1],))
        assert (client.room, client.is_away) == (None, False)
        assert (await next_try(link)).id == command.id


async def test_a_drop_while_the_room_is_away_leads_to_one_resume(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.link.coming_back.PAUSES", (0.02, 0.0))
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        await link.play(AWAY, Dropped("gone", 0.1), Opened(), WELCOME)
        await asyncio.sleep(0.04)
        assert resumes(link) == 1
        await link.play(say.Declined(link.commands()[-1].id, (GONE,)))
        assert client.is_away
        await asyncio.sleep(0.04)
        assert resumes(link) == 2


@pytest.mark.usefixtures("quick")
async def test_a_try_under_way_when_the_connection_drops_is_asked_anew_once() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        await link.play(AWAY)
        first = await next_try(link)
        await link.play(Dropped("gone", 0.1), Opened(), WELCOME)
        second = await next_try(link)
        assert resumes(link) == 2
        await link.play(say.Declined(first.id, (STORAGE,)), say.Seated(second.id, ROOM, Seat(0), TOKEN))
        assert not client.is_away


@pytest.mark.usefixtures("quick")
async def test_a_disk_that_fails_during_a_drop_takes_no_seat_either() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        await link.play(Dropped("gone", 0.1), Opened(), say.Declined(0, (STORAGE,)))
        await link.play(Dropped("gone", 0.1), Opened(), WELCOME)
        await link.play(say.Declined(link.commands()[-1].id, (STORAGE,)))
        assert client.is_away
        assert (await next_try(link)).act == say.ResumeSeat("r1", TOKEN, 0)


async def test_who_gets_up_is_not_brought_back() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        await link.play(AWAY)
        leaving = asyncio.create_task(client.leave())
        await link.play()
        command = link.commands()[-1]
        assert command.act == say.LeaveRoom("r1")
        await link.play(say.Declined(command.id, (STORAGE,)))
        assert await leaving == say.Done(command.id)
        assert (client.room, client.is_away) == (None, False)
        assert client._coming_back._timer is None
        assert resumes(link) == 0


@pytest.mark.usefixtures("quick")
async def test_who_gets_up_while_being_seated_again_gets_up_from_that_seat() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        await link.play(AWAY)
        trying = await next_try(link)
        leaving = asyncio.create_task(client.leave())
        await link.play(say.Seated(trying.id, ROOM, Seat(0), TOKEN), BEGIN)
        command = link.commands()[-1]
        assert command.act == say.LeaveRoom("r1")
        await link.play(say.Done(command.id))
        assert isinstance(await leaving, say.Done)
        assert client.room is None


@pytest.mark.usefixtures("quick")
async def test_who_was_getting_up_when_the_disk_failed_has_got_up() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        leaving = asyncio.create_task(client.leave())
        await link.play()
        told(client)
        await link.play(AWAY, say.Declined(2, (STORAGE,)))
        assert await leaving == say.Done(2)
        assert (client.room, told(client)) == (None, [])


@pytest.mark.usefixtures("quick")
async def test_who_watches_asks_to_watch_again() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await watching(link, client)
        await link.play(AWAY)
        command = await next_try(link)
        assert command.act == say.WatchRoom("r1", "sesame")
        await link.play(say.Watching(command.id, ROOM))
        assert (client.room, client.is_away) == (ROOM, False)


async def test_a_way_back_of_ones_own_that_is_refused_is_followed_by_the_next_try() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        await link.play(AWAY)
        asking = asyncio.create_task(client.resume("r1", TOKEN))
        await link.play(Dropped("gone", 0.1), Opened(), WELCOME)
        await link.play(say.Declined(link.commands()[-1].id, (STORAGE,)))
        assert isinstance(await asking, say.Declined)
        assert client._coming_back._timer is not None
        assert resumes(link) == 2


async def test_what_is_set_aside_while_away_stays_aside() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        await link.play(AWAY)
        client.set_aside()
        assert client._coming_back._timer is None
        assert resumes(link) == 0


async def test_several_who_resume_the_own_seat_do_so_one_after_the_other_each_with_the_newest_token() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        asking = [asyncio.create_task(client.resume("r1", TOKEN)) for _ in range(2)]
        await link.play(AWAY)
        assert resumes(link) == 1
        client._ask_again()
        assert resumes(link) == 1
        await link.play(say.Seated(2, ROOM, Seat(0), "n" * 43))
        await link.play()
        assert resumes(link) == 2
        assert link.commands()[-1].act == say.ResumeSeat("r1", "n" * 43, 0)
        await link.play(say.Seated(3, ROOM, Seat(0), "o" * 43))
        assert all(isinstance(answer, say.Seated) for answer in await asyncio.gather(*asking))
        assert client.token == "o" * 43


async def test_a_resume_that_waits_for_another_ends_with_the_link() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        asking = [asyncio.create_task(client.resume("r1", TOKEN)) for _ in range(2)]
        await link.play(Closed("gone"))
        for task in asking:
            with pytest.raises(LinkClosedError, match="gone"):
                await task
