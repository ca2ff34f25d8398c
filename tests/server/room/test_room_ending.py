"""Ending before the last turn: by agreement, and by resigning."""

import pytest

from game.protocol import messages as say
from game.protocol.refusals import Refused
from game.rules.ids import Seat
from game.rules.ledger import Ended, Fulfilled
from game.rules.orders import NO_ORDERS
from game.rules.state import Ending, Outcome
from game.rules.view import apply, public_hash
from server.room.effects import Ask
from server.room.image import Record, Resolved, SeatChanged
from server.room.room import Room
from tests.support.rooms import (
    ANN,
    BOB,
    EVE,
    WITH_NEUTRAL,
    YOU_AND_COMPUTER,
    Bench,
    begun,
    code_of,
    content,
    own_campaign,
    seat_of,
    wall,
)


def outcome(bench: Bench) -> Outcome:
    assert bench.room.image.state is not None
    found = bench.room.image.state.public.outcome
    assert found is not None
    return found


# --- by agreement ---------------------------------------------------------------------------------


def test_votes_are_public_and_can_be_taken_back() -> None:
    bench = begun()
    bench.vote(ANN)
    bench.vote(ANN, agree=False)
    votes = [message.agree for message in bench.heard(BOB, say.Votes)]
    assert votes == [(True, False), (False, False)]
    bench.vote(BOB)
    assert bench.room.image.phase == say.PLAYING


def test_the_match_ends_when_every_person_agrees() -> None:
    bench = begun()
    bench.save(ANN, own_campaign(bench, 0))
    bench.vote(ANN)
    bench.vote(BOB)
    assert bench.room.image.phase == say.OVER
    assert outcome(bench).ending is Ending.AGREED
    for member in (ANN, BOB):
        (update,) = bench.heard(member, say.Update)
        (begin,) = bench.heard(member, say.Begin)
        view = apply(begin.view, update.patch)
        assert (update.number, update.turn) == (1, 1)
        assert public_hash(view.public) == update.public_hash
        assert view.public.outcome == outcome(bench)
        kinds = {type(entry) for entry in update.ledger.entries}
        assert {Ended, Fulfilled} <= kinds
        assert bench.heard(member, say.RoomChanged)[-1].room.phase == say.OVER
    assert code_of(bench.vote(ANN)) == Refused.ENDED


def test_an_end_by_agreement_is_recorded_as_one_and_plays_no_slate() -> None:
    bench = begun()
    bench.save(ANN, own_campaign(bench, 0))
    bench.vote(BOB)
    records: list[Record] = []
    for effect in bench.room.receive(Ask(ANN, 99, say.SetVote("r1", 1, "end", agree=True)), bench.now):
        records += getattr(effect, "records", ())
    resolved = records[-1]
    assert isinstance(resolved, Resolved)
    assert resolved.agreed
    assert resolved.slates == (NO_ORDERS, NO_ORDERS)
    assert {type(entry) for entry in resolved.entries} == {Fulfilled, Ended}


def test_votes_hold_for_one_turn() -> None:
    bench = begun()
    bench.vote(ANN)
    bench.ready(ANN)
    bench.ready(BOB)
    assert bench.room.image.votes == (False, False)
    bench.vote(BOB, turn=2)
    assert bench.room.image.phase == say.PLAYING
    assert code_of(bench.vote(ANN, turn=1)) == Refused.LATE


def test_who_is_only_cut_off_is_asked_too_and_who_left_is_not() -> None:
    bench = begun()
    bench.vote(ANN)
    bench.carry_out(bench.room.dropped(BOB, bench.now))
    assert bench.room.image.phase == say.PLAYING
    bench = begun()
    bench.vote(ANN)
    bench.ask(BOB, say.LeaveRoom("r1"))
    assert bench.room.image.phase == say.OVER


def test_a_match_everybody_left_does_not_end_by_that() -> None:
    bench = begun()
    bench.ask(ANN, say.LeaveRoom("r1"))
    bench.ask(BOB, say.LeaveRoom("r1"))
    assert bench.room.image.phase == say.PLAYING


def test_votes_come_back_from_the_journal_and_to_who_resumes() -> None:
    bench = begun()
    token = bench.heard(BOB, say.Seated)[0].token
    bench.vote(ANN)
    back = Bench(room=Room(bench.stored_image(), content(), bench.mint, wall))
    back.carry_out(back.room.restored(0))
    back.ask(BOB, say.ResumeSeat("r1", token))
    assert back.heard(BOB, say.Begin)[0].votes == (True, False)
    back.vote(BOB)
    assert back.room.image.phase == say.OVER


def test_an_agreement_that_was_not_carried_out_before_a_crash_is_after_it() -> None:
    bench = begun()
    bench.vote(ANN)
    effects = bench.room.receive(Ask(BOB, 99, say.SetVote("r1", 1, "end", agree=True)), bench.now)
    bench.carry_out(effects[:1])
    back = Bench(room=Room(bench.stored_image(), content(), bench.mint, wall))
    back.carry_out(back.room.restored(0))
    assert outcome(back).ending is Ending.AGREED


# --- resigning ------------------------------------------------------------------------------------


def test_a_computer_takes_the_seat_of_who_resigns_and_everybody_sees_it() -> None:
    bench = begun()
    assert isinstance(bench.resign(BOB), say.Done)
    chair = bench.heard(ANN, say.RoomChanged)[-1].room.seats[1]
    assert (chair.player, chair.name, chair.here, chair.resigned) == ("greedy", "Bob", True, True)
    (think,) = bench.thinks
    assert (think.seat, think.turn, think.level) == (1, 1, "greedy")
    bench.ready(ANN)
    bench.think(own_campaign(bench, 1))
    assert len(bench.heard(ANN, say.Update)) == 1
    assert bench.thinks[0].turn == 2


def test_the_computer_thinks_anew_of_a_turn_that_was_ready() -> None:
    bench = begun()
    bench.save(BOB, own_campaign(bench, 1))
    bench.ready(BOB)
    bench.vote(BOB)
    bench.resign(BOB)
    assert (bench.room.image.ready, bench.room.image.votes) == ((False, False), (False, False))
    bench.think(NO_ORDERS)
    assert bench.room.image.slates[1] == NO_ORDERS
    assert bench.room.image.ready == (False, True)


def test_who_resigned_watches_and_orders_nothing_more() -> None:
    bench = begun()
    bench.resign(BOB)
    acts: list[say.Act] = [
        say.SaveSlate("r1", 1, ()),
        say.SetReady("r1", 1, ready=True),
        say.SetPins("r1", 1, ()),
        say.SetVote("r1", 1, "end", agree=True),
        say.Resign("r1"),
        say.StartMatch("r1"),
        say.Sit("r1", 0),
    ]
    assert {code_of(bench.ask(BOB, act)) for act in acts} == {Refused.RESIGNED}
    bench.think()
    bench.ready(ANN)
    assert len(bench.heard(BOB, say.Update)) == 1
    assert isinstance(bench.ask(BOB, say.LeaveRoom("r1")), say.Done)
    assert not bench.room.image.seats[1].away


def test_who_resigned_may_come_back_to_watch_and_never_sees_the_computers_slate() -> None:
    bench = begun()
    token = bench.heard(BOB, say.Seated)[0].token
    bench.resign(BOB)
    bench.think(own_campaign(bench, 1))
    assert seat_of(bench.ask(EVE, say.ResumeSeat("r1", token))) == 1
    assert bench.heard(EVE, say.Begin)[0].slate == NO_ORDERS
    assert bench.room.image.slates[1] != NO_ORDERS


def test_who_resigned_is_not_asked_whether_the_match_ends() -> None:
    bench = begun()
    bench.vote(ANN)
    bench.resign(BOB)
    assert outcome(bench).ending is Ending.AGREED
    assert not bench.thinks


@pytest.mark.parametrize("plans", [YOU_AND_COMPUTER, WITH_NEUTRAL])
def test_the_match_ends_with_the_last_person_who_resigns(plans: tuple[say.SeatPlan, ...]) -> None:
    bench = begun(plans)
    if plans is WITH_NEUTRAL:
        bench.resign(BOB)
        assert bench.room.image.phase == say.PLAYING
    bench.resign(ANN)
    assert outcome(bench).ending is Ending.AGREED
    assert bench.heard(ANN, say.Update)[-1].patch


def test_a_resigned_seat_comes_back_from_the_journal_as_a_computers() -> None:
    bench = begun()
    bench.resign(BOB)
    assert any(isinstance(r, SeatChanged) and r.now.resigned for r in bench.records)
    back = Bench(room=Room(bench.stored_image(), content(), bench.mint, wall))
    back.carry_out(back.room.restored(0))
    assert [think.seat for think in back.thinks] == [Seat(1)]


# --- the neutral third ----------------------------------------------------------------------------


def test_the_neutral_third_plays_and_is_not_ranked() -> None:
    bench = begun(WITH_NEUTRAL, unranked=(Seat(2),))
    room = bench.room.info()
    assert [chair.ranked for chair in room.seats] == [True, True, False]
    assert room.neutral
    (begin,) = bench.heard(ANN, say.Begin)
    assert begin.match.unranked == (2,)
    assert [think.seat for think in bench.thinks] == [2]
    bench.vote(ANN)
    bench.vote(BOB)
    assert outcome(bench).places[2] == 0
    assert set(outcome(bench).places[:2]) <= {1, 2}


def test_the_neutral_third_is_waited_for_only_while_it_thinks() -> None:
    bench = begun(WITH_NEUTRAL, unranked=(Seat(2),))
    bench.ready(ANN)
    bench.ready(BOB)
    assert not bench.heard(ANN, say.Update)
    bench.think()
    assert bench.heard(ANN, say.Update)


def test_a_match_is_played_in_the_mode_and_temper_of_its_room() -> None:
    bench = begun(mode="common_cause", temper="harsh")
    (begin,) = bench.heard(BOB, say.Begin)
    assert (begin.match.mode.key, begin.match.temper, begin.match.teams) == ("common_cause", "harsh", (0, 0))
    room = bench.room.info()
    assert (room.mode, room.temper, room.neutral) == ("common_cause", "harsh", False)


def test_a_setting_the_rules_do_not_take_is_refused_at_the_start_and_the_room_goes_on() -> None:
    bench = Bench(mode="teams")
    bench.open()
    bench.join(BOB, "Bob")
    bench.ask(BOB, say.SetLobbyReady("r1", ready=True))
    answer = bench.ask(ANN, say.StartMatch("r1"))
    assert code_of(answer) == Refused.SETUP_IMPOSSIBLE
    assert isinstance(answer, say.Declined)
    assert "two teams of 2" in str(answer.refusals[0].parameters["detail"])
    assert bench.room.image.phase == say.LOBBY
