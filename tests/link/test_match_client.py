import asyncio

import pytest
from msgspec.structs import replace

from game.link import happenings as tell
from game.link.link import Closed, Dropped, Opened
from game.link.match_client import LinkClosedError, MatchClient
from game.protocol import messages as say
from game.protocol.refusals import Refused, refusal
from game.rules.ids import District, Seat
from tests.support.rooms import ANN, BOB, begun
from tests.support.scripted import BEGIN, ROOM, TOKEN, WELCOME, ScriptedLink, seated, told, watching

PIN = say.Pin("care", District(3))


async def test_it_greets_and_waits_for_the_welcome_before_it_asks() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        asking = asyncio.create_task(client.list_rooms())
        await link.play(Opened())
        assert [type(message) for message in link.sent] == [say.Hello]
        await link.play(WELCOME)
        assert link.commands() == [say.Command(1, say.ListRooms())]
        await link.play(say.Rooms(1, ()))
        assert await asking == say.Rooms(1, ())


async def test_a_resume_without_an_answer_is_asked_anew_over_the_next_connection() -> None:
    """The answer of the first would hold a token that the second makes void."""
    link = ScriptedLink()
    async with MatchClient(link) as client:
        asking = asyncio.create_task(client.resume("r1", TOKEN))
        await link.play(Opened(), WELCOME, Dropped("gone", 0.1), Opened(), WELCOME)
        act = say.ResumeSeat("r1", TOKEN, 0)
        assert link.commands() == [say.Command(1, act), say.Command(2, act)]
        await link.play(say.Seated(2, ROOM, Seat(0), "u" * 43))
        assert isinstance(await asking, say.Seated)
        assert client.token == "u" * 43


async def test_an_answer_from_before_the_drop_does_not_bring_back_an_older_token() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        sitting = asyncio.create_task(client.sit(Seat(1)))
        await link.play(Dropped("gone", 0.1), Opened(), WELCOME)
        newer, older = "n" * 43, "o" * 43
        await link.play(say.Seated(3, ROOM, Seat(1), newer), say.Seated(2, ROOM, Seat(1), older))
        assert isinstance(await sitting, say.Seated)
        assert client.token == newer
        assert len(link.commands()) == 4, "no further resume"


async def test_a_refused_resume_does_not_cost_a_seat_that_another_answer_gave() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        sitting = asyncio.create_task(client.sit(Seat(1)))
        await link.play(Dropped("gone", 0.1), Opened(), WELCOME)
        bad = refusal(Refused.BAD_TOKEN, "token")
        await link.play(say.Seated(2, ROOM, Seat(1), "u" * 43), say.Declined(3, (bad,)))
        assert isinstance(await sitting, say.Seated)
        assert client.token == "u" * 43
        assert link.commands()[-1].act == say.ResumeSeat("r1", "u" * 43, 0)


async def test_after_a_drop_it_resumes_first_and_sends_again_what_has_no_answer() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        saving = asyncio.create_task(client.save_slate(()))
        await link.play(Dropped("gone", 0.1))
        link.sent.clear()
        await link.play(Opened(), WELCOME)
        hello, *commands = link.sent
        assert isinstance(hello, say.Hello)
        assert commands == [
            say.Command(3, say.ResumeSeat("r1", TOKEN, 0)),
            say.Command(2, say.SaveSlate("r1", 1, ())),
        ]
        await link.play(say.Seated(3, ROOM, Seat(0), "n" * 43), BEGIN, say.Done(2))
        assert await saving == say.Done(2)
        assert client.token == "n" * 43


async def test_who_got_up_just_before_a_drop_gets_up_again_after_the_resume() -> None:
    """The resume goes first, and would seat for good one whose first leave was carried out."""
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        leaving = asyncio.create_task(client.leave())
        await link.play(Dropped("gone", 0.1))
        link.sent.clear()
        await link.play(Opened(), WELCOME)
        assert link.commands() == [
            say.Command(3, say.ResumeSeat("r1", TOKEN, 0)),
            say.Command(4, say.LeaveRoom("r1")),
        ]
        await link.play(say.Done(2), say.Seated(3, ROOM, Seat(0), "n" * 43), BEGIN, say.Done(4))
        assert await leaving == say.Done(4)
        assert client.room is None


async def test_who_gets_up_where_the_seat_is_gone_has_got_up() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        leaving = asyncio.create_task(client.leave())
        await link.play(Dropped("gone", 0.1), Opened(), WELCOME)
        told(client)
        bad, gone = refusal(Refused.BAD_TOKEN, "token"), refusal(Refused.NOT_SEATED, "room")
        await link.play(say.Declined(3, (bad,)), say.Declined(4, (gone,)))
        assert await leaving == say.Done(4)
        assert (client.room, told(client)) == (None, [])


async def test_a_resume_that_is_answered_late_does_not_bring_back_what_was_set_aside() -> None:
    link = ScriptedLink()
    tokens = []
    async with MatchClient(link) as client:
        client.on_seated = lambda seated: tokens.append(seated.token)
        await seated(link, client)
        await link.play(Dropped("gone", 0.1), Opened(), WELCOME)
        client.set_aside()
        await link.play(say.Seated(2, ROOM, Seat(0), "n" * 43), BEGIN)
        assert client.room is None
        assert tokens == [TOKEN, "n" * 43], "with the new token one can come back"


async def test_a_resume_that_got_no_answer_is_asked_anew_not_again() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        for number in (2, 3):
            await link.play(Dropped("gone", 0.1))
            link.sent.clear()
            await link.play(Opened(), WELCOME)
            assert link.commands() == [say.Command(number, say.ResumeSeat("r1", TOKEN, 0))]


async def test_a_seat_given_over_an_older_connection_is_resumed_over_this_one() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        asking = asyncio.create_task(client.join("r1", "Ann"))
        await link.play(Opened(), WELCOME, Dropped("gone", 0.1), Opened(), WELCOME)
        link.sent.clear()
        await link.play(say.Seated(1, ROOM, Seat(0), TOKEN))
        assert isinstance(await asking, say.Seated)
        assert link.commands() == [say.Command(2, say.ResumeSeat("r1", TOKEN, 0))]


async def test_the_key_is_the_same_over_every_connection() -> None:
    link = ScriptedLink()
    async with MatchClient(link):
        await link.play(Opened(), WELCOME, Dropped("gone", 0.1), Opened())
        keys = {message.key for message in link.sent if isinstance(message, say.Hello)}
        assert len(keys) == 1


async def test_a_server_of_another_version_ends_it_with_the_reason() -> None:
    link = ScriptedLink()
    other = refusal(Refused.OTHER_VERSION, "version")
    async with MatchClient(link) as client:
        await link.play(Opened(), say.Declined(0, (other,)))
        over = told(client)[-1]
        assert isinstance(over, tell.Over)
        assert over.refusals == (other,)
        assert link.events.get_nowait() == Closed("closed here"), "it does not knock again and again"
        with pytest.raises(LinkClosedError):
            await client.list_rooms()


async def test_a_closed_link_leaves_nobody_waiting() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        asking = asyncio.create_task(client.list_rooms())
        await link.play(Opened(), WELCOME, Closed("lost"))
        with pytest.raises(LinkClosedError, match="lost"):
            await asking
        told(client)
        with pytest.raises(LinkClosedError):
            await client.happening()


async def test_a_gap_means_one_resume() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        told(client)
        link.sent.clear()
        update = say.Update("r1", 4, 4, say.PackedLedger(()), {}, b"")
        await link.play(update, update)
        assert [type(command.act) for command in link.commands()] == [say.ResumeSeat]
        assert [type(happening) for happening in told(client)] == [tell.Resynced]


async def test_a_turn_is_told_with_the_view_before_and_after() -> None:
    bench = begun()
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        told(client)
        bench.ready(ANN)
        bench.ready(BOB)
        await link.play(*bench.heard(ANN, say.Readiness), *bench.heard(ANN, say.Update))
        ready, played = told(client)
        assert isinstance(ready, tell.ReadinessSeen)
        assert isinstance(played, tell.TurnPlayed)
        assert (played.before.public.turn, played.after.public.turn) == (1, 2)
        assert client.copy is not None
        assert client.copy.view == played.after


async def test_pins_and_votes_are_told_and_kept_until_the_turn_is_played() -> None:
    bench = begun()
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        assert client.copy is not None
        assert (client.copy.pins, client.copy.votes["end"]) == (((), ()), (False, False))
        told(client)
        await link.play(say.Pins("r1", 1, Seat(1), (PIN,)), say.Votes("r1", 1, "end", (False, True)))
        assert told(client) == [tell.PinsSeen(1, Seat(1), (PIN,)), tell.VotesSeen(1, "end", (False, True))]
        assert (client.copy.pins, client.copy.votes["end"]) == (((), (PIN,)), (False, True))
        bench.ready(ANN)
        bench.ready(BOB)
        await link.play(*bench.heard(ANN, say.Update))
        assert (client.copy.pins, client.copy.votes["end"]) == (((), ()), (False, False))


async def test_pins_votes_and_resigning_are_asked_for_this_turn() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        link.sent.clear()
        asked = [
            asyncio.create_task(client.set_pins((PIN,))),
            asyncio.create_task(client.set_vote("end", agree=True)),
            asyncio.create_task(client.resign()),
        ]
        await link.play()
        assert [command.act for command in link.commands()] == [
            say.SetPins("r1", 1, (PIN,)),
            say.SetVote("r1", 1, "end", agree=True),
            say.Resign("r1"),
        ]
        await link.play(*(say.Done(command.id) for command in link.commands()))
        assert all(isinstance(answer, say.Done) for answer in await asyncio.gather(*asked))
        assert client.seat == 0, "who resigned may watch"


async def test_who_watches_has_no_seat_and_watches_again_after_a_drop() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await watching(link, client)
        assert (client.seat, client.token) == (None, None)
        assert client.copy is not None
        assert client.copy.seat == -1
        link.sent.clear()
        await link.play(Dropped("gone", 0.1), Opened(), WELCOME)
        (command,) = link.commands()
        assert command.act == say.WatchRoom("r1", "sesame")
        await link.play(say.Declined(command.id, (refusal(Refused.UNKNOWN_ROOM),)))
        assert isinstance(told(client)[-1], tell.SeatLost)
        assert client.room is None


async def test_a_match_set_aside_is_not_heard_of_and_can_be_resumed() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        told(client)
        link.sent.clear()
        client.set_aside()
        await link.play(say.RoomChanged(ROOM))
        assert (client.room, told(client), link.sent) == (None, [], [])
        asking = asyncio.create_task(client.resume("r1"))
        await link.play(say.Seated(2, ROOM, Seat(0), TOKEN), BEGIN)
        assert isinstance(await asking, say.Seated)
        assert client.copy is not None


async def test_what_one_watches_is_no_match_of_before() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        asking = asyncio.create_task(client.watch("r2"))
        await link.play(say.Watching(2, replace(ROOM, id="r2")))
        await asking
        assert client.copy is None


async def test_a_takeover_is_not_fought_over() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        link.sent.clear()
        await link.play(say.TakenOver("r1"), Dropped("gone", 0.1), Opened(), WELCOME)
        assert isinstance(link.sent[0], say.Hello)
        assert link.commands() == []
        assert any(isinstance(happening, tell.Displaced) for happening in told(client))


async def test_a_seat_that_cannot_be_resumed_is_lost() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        bad = refusal(Refused.BAD_TOKEN, "token")
        await link.play(Dropped("gone", 0.1), Opened(), WELCOME, say.Declined(2, (bad,)))
        assert told(client)[-1] == tell.SeatLost((bad,))
        assert client.room is None


async def test_the_clock_counts_down() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        assert client.seconds_left() is None
        await link.play(say.Clock("r1", 1, 60_000))
        left = client.seconds_left()
        assert left is not None
        assert 0 < left <= 60
        await link.play(say.Clock("r1", 1, 0))
        assert client.seconds_left() == 0


async def test_acting_without_a_seat_or_a_match_is_a_bug_of_the_caller() -> None:
    async with MatchClient(ScriptedLink()) as client:
        with pytest.raises(LookupError):
            await client.start()
        with pytest.raises(LookupError):
            await client.save_slate(())


async def test_what_another_room_says_is_not_heard() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        told(client)
        await link.play(say.Clock("r2", 1, 5), say.TakenOver("r2"), say.Readiness("r2", 1, (True,)))
        assert told(client) == []
        assert client.token == TOKEN


async def test_a_seat_that_somebody_took_is_taken_back_by_its_token_or_else_by_who_one_is() -> None:
    link = ScriptedLink()
    async with MatchClient(link, identity="i" * 43) as client:
        await seated(link, client)
        await link.play(say.TakenOver("r1"))
        taking = asyncio.create_task(client.take_back("r1"))
        bad = refusal(Refused.BAD_TOKEN, "token")
        await link.play(say.Declined(2, (bad,)))
        await link.play(say.Seated(3, ROOM, Seat(0), "n" * 43))
        assert isinstance(await taking, say.Seated)
        acts = [command.act for command in link.commands()[1:]]
        assert acts == [say.ResumeSeat("r1", TOKEN), say.ResumeSeat("r1", None)]


async def test_a_guest_takes_a_seat_back_by_its_token_alone() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        await link.play(say.TakenOver("r1"))
        taking = asyncio.create_task(client.take_back("r1"))
        await link.play(say.Declined(2, (refusal(Refused.BAD_TOKEN, "token"),)))
        assert isinstance(await taking, say.Declined)
        assert [command.act for command in link.commands()[1:]] == [say.ResumeSeat("r1", TOKEN)]


async def test_of_another_room_no_token_is_told() -> None:
    link = ScriptedLink()
    async with MatchClient(link) as client:
        await seated(link, client)
        await link.play(say.TakenOver("r1"))
        taking = asyncio.create_task(client.take_back("r2"))
        await link.play(say.Seated(2, replace(ROOM, id="r2"), Seat(0), "n" * 43))
        assert isinstance(await taking, say.Seated)
        assert link.commands()[-1].act == say.ResumeSeat("r2", None)
