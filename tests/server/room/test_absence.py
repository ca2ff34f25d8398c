from game.protocol import messages as say
from game.protocol.codec import encode
from game.protocol.refusals import Refused
from game.rules.orders import Slate
from server.room.effects import Member
from tests.server.room.test_timing import restarted, turn_timer
from tests.support.rooms import ANN, BOB, EVE, YOU_AND_COMPUTER, Bench, begun, code_of, own_campaign, seat_of

PASS = say.Absence(60, "pass")
CARETAKER = say.Absence(60, "caretaker")


def lost(bench: Bench, member: Member, held: int = 60_000) -> None:
    """The connection is gone for as long as its seat is held."""
    bench.carry_out(bench.room.dropped(member, bench.now))
    bench.now += held
    bench.fire([timer for timer in bench.timers if timer.name.startswith("absent")][-1])


def resolved(bench: Bench) -> tuple[Slate, ...]:
    """The slates of the turn that closed last."""
    return bench.turns[-1].slates


def token_of(bench: Bench, member: Member) -> str:
    return bench.heard(member, say.Seated)[-1].token


def test_nobody_waits_for_one_who_is_gone_for_long_and_what_they_saved_counts() -> None:
    bench = begun(absence=PASS)
    orders = own_campaign(bench, 1)
    bench.save(BOB, orders)
    bench.ready(ANN)
    assert bench.room.image.number == 0
    lost(bench, BOB)
    assert bench.room.info().seats[1].absent
    assert bench.room.image.number == 1
    assert bench.heard(ANN, say.Update)[-1].turn == 1


def test_who_is_back_before_the_seat_was_held_long_enough_is_not_absent() -> None:
    bench = begun(absence=PASS)
    bench.carry_out(bench.room.dropped(BOB, bench.now))
    bench.ask(EVE, say.ResumeSeat("r1", token_of(bench, BOB)))
    bench.now += 60_000
    bench.fire([timer for timer in bench.timers if timer.name.startswith("absent")][-1])
    assert not bench.room.info().seats[1].absent


def test_a_caretaker_plays_within_the_brief_until_the_owner_returns() -> None:
    bench = begun(absence=CARETAKER)
    brief = say.Brief(("care",))
    assert isinstance(bench.ask(BOB, say.SetBrief("r1", brief)), say.Done)
    orders = own_campaign(bench, 1)
    bench.ready(ANN)
    lost(bench, BOB)
    assert [think.seat for think in bench.thinks] == [1]
    bench.think(orders)
    assert bench.room.image.number == 1
    assert bench.image is not None
    answer = bench.ask(EVE, say.ResumeSeat("r1", token_of(bench, BOB)))
    assert seat_of(answer) == 1
    assert not bench.room.info().seats[1].absent
    assert bench.heard(EVE, say.Begin)[-1].brief == brief
    bench.ready(ANN, turn=2)
    assert bench.room.image.number == 1


def test_the_match_stands_still_without_anybody_and_goes_on_with_the_first_who_returns() -> None:
    bench = begun(timer=300, absence=PASS)
    lost(bench, ANN)
    lost(bench, BOB)
    assert bench.left() is None
    bench.now += 10**7
    bench.fire(turn_timer(bench))
    assert bench.room.image.number == 0
    bench.ask(EVE, say.ResumeSeat("r1", token_of(bench, ANN)))
    assert bench.left() == 300_000


def test_nobody_waits_for_a_second_no_show_in_a_row() -> None:
    bench = begun(timer=60, grace=0, absence=say.Absence(3600, "pass"))
    for turn in (1, 2):
        bench.ready(ANN, turn)
        bench.now += 60_000
        bench.fire(turn_timer(bench))
    assert bench.room.info().seats[1].absent
    bench.ready(ANN, 3)
    assert bench.room.image.number == 3
    seat = bench.room.image.seats[1]
    assert (seat.turns_due, seat.turns_missed) == (3, 3)
    assert isinstance(bench.save(BOB, (), 4), say.Done)
    assert not bench.room.info().seats[1].absent


def test_at_the_deadline_of_a_calendar_caretakers_think_first() -> None:
    bench = begun(calendar=say.Calendar(24), absence=CARETAKER)
    bench.ready(ANN)
    left = bench.left()
    assert left is not None
    bench.now += left
    bench.fire(turn_timer(bench))
    assert bench.room.image.number == 0
    assert [think.seat for think in bench.thinks] == [1]
    assert code_of(bench.save(BOB, ())) == Refused.LATE
    bench.think(own_campaign(bench, 1))
    assert bench.room.image.number == 1


def test_a_caretaker_that_does_not_answer_holds_nobody_up() -> None:
    bench = begun(calendar=say.Calendar(24), absence=CARETAKER)
    bench.ready(ANN)
    left = bench.left()
    assert left is not None
    bench.now += left
    bench.fire(turn_timer(bench))
    bench.now += 5_000
    bench.fire(next(timer for timer in bench.timers if timer.name.startswith("close")))
    assert bench.room.image.number == 1


def test_a_pause_is_nobodys_absence() -> None:
    bench = begun(timer=600, absence=PASS)
    bench.carry_out(bench.room.hold(bench.now, on=True))
    lost(bench, BOB)
    assert not bench.room.info().seats[1].absent
    bench.carry_out(bench.room.hold(bench.now, on=False))
    bench.now += 60_000
    bench.fire([timer for timer in bench.timers if timer.name.startswith("absent")][-1])
    assert bench.room.info().seats[1].absent


def test_nobody_is_missed_where_nobody_waits() -> None:
    bench = begun(YOU_AND_COMPUTER)
    bench.carry_out(bench.room.dropped(ANN, bench.now))
    assert not any(timer.name.startswith("absent") for timer in bench.timers)
    two = begun(absence=PASS)
    two.carry_out(two.room.dropped(ANN, two.now))
    lost(two, BOB)
    assert not two.room.info().seats[1].absent
    two.ask(EVE, say.ResumeSeat("r1", token_of(two, ANN)))
    two.now += 60_000
    two.fire([timer for timer in two.timers if timer.name.startswith("absent:1")][-1])
    assert two.room.info().seats[1].absent


def test_in_a_match_that_lasts_days_a_lost_connection_is_no_absence() -> None:
    bench = begun(calendar=say.Calendar(24), absence=PASS)
    bench.carry_out(bench.room.dropped(BOB, bench.now))
    assert not any(timer.name.startswith("absent") for timer in bench.timers)


def test_what_the_person_saved_counts_and_not_the_caretakers() -> None:
    bench = begun(absence=CARETAKER)
    orders = own_campaign(bench, 1)
    bench.save(BOB, orders)
    bench.ready(ANN)
    lost(bench, BOB)
    bench.think()
    assert resolved(bench)[1] == orders


def test_a_caretakers_slate_counts_where_nothing_was_saved() -> None:
    bench = begun(absence=CARETAKER)
    orders = own_campaign(bench, 1)
    bench.ready(ANN)
    lost(bench, BOB)
    bench.think(orders)
    assert resolved(bench)[1] == orders


def test_whoever_was_ready_without_orders_wanted_none() -> None:
    bench = begun(absence=CARETAKER)
    bench.ready(BOB)
    lost(bench, BOB)
    assert bench.thinks == []
    bench.ready(ANN)
    assert resolved(bench)[1] == ()


def test_whether_one_who_is_gone_had_saved_shows_in_no_byte() -> None:
    streams = []
    for saves in (False, True):
        bench = begun(absence=CARETAKER)
        if saves:
            bench.save(BOB, ())
        bench.number_from(50)
        bench.ready(ANN)
        lost(bench, BOB)
        bench.think()
        streams.append([encode(message) for message in bench.sent[ANN]])
    assert streams[0] == streams[1]


def test_what_comes_too_late_from_a_caretaker_changes_nothing() -> None:
    bench = begun(absence=CARETAKER)
    lost(bench, BOB)
    (think,) = bench.thinks
    bench.ask(EVE, say.ResumeSeat("r1", token_of(bench, BOB)))
    before = bench.room.image
    bench.carry_out(bench.room.thought(think.seat, think.turn, own_campaign(bench, 1), bench.now))
    assert bench.room.image == before


def test_a_caretaker_that_was_thinking_when_the_server_died_is_asked_again() -> None:
    bench = begun(absence=CARETAKER)
    lost(bench, BOB)
    back = restarted(bench, 1_000)
    assert [think.seat for think in back.thinks] == [1]


def test_a_restart_in_the_middle_of_closing_leaves_the_turn_open_for_a_while() -> None:
    bench = begun(calendar=say.Calendar(24), absence=CARETAKER)
    left = bench.left()
    assert left is not None
    bench.now += left
    bench.fire(turn_timer(bench))
    back = restarted(bench, 2_000)
    assert back.room.image.number == 0
    assert back.left() == 3_600_000


def test_an_absence_survives_a_restart() -> None:
    bench = begun(timer=300, absence=PASS)
    lost(bench, BOB)
    back = restarted(bench, 1_000)
    assert back.room.info().seats[1].absent
    assert seat_of(back.ask(EVE, say.ResumeSeat("r1", token_of(bench, BOB)))) == 1
    assert not back.room.info().seats[1].absent


def test_a_match_that_stood_still_still_does_after_a_restart() -> None:
    bench = begun(timer=300, absence=PASS)
    lost(bench, ANN)
    lost(bench, BOB)
    back = restarted(bench, 10**7)
    assert back.left() is None
    assert any(timer.name == "empty" for timer in back.timers)
