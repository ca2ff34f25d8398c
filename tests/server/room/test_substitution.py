from msgspec.structs import replace

from game.protocol import messages as say
from game.protocol.refusals import Refused
from server.room.effects import Ask, Member
from server.room.tokens import digest
from tests.server.room.test_absence import PASS, lost, token_of
from tests.server.room.test_timing import restarted, turn_timer
from tests.support.rooms import ANN, BOB, EVE, Bench, begun, code_of, own_campaign, seat_of

SUBSTITUTE = say.Absence(60, "substitute")
DAN = Member(9)


def stood_in(**settings: object) -> Bench:
    """A match in which Eve plays Bob's seat."""
    bench = begun(absence=SUBSTITUTE, **settings)  # type: ignore[arg-type]
    lost(bench, BOB)
    assert seat_of(bench.join(EVE, "Eve", 1)) == 1
    return bench


def test_a_substitute_plays_until_the_owner_returns() -> None:
    bench = begun(absence=SUBSTITUTE)
    assert code_of(bench.join(EVE, "Eve", 1)) == Refused.NOT_ABSENT
    lost(bench, BOB)
    assert seat_of(bench.join(EVE, "Eve", 1)) == 1
    assert bench.room.info().seats[1].substitute == "Eve"
    bench.ready(ANN)
    assert bench.room.image.number == 0
    bench.ready(EVE)
    assert bench.room.image.number == 1
    other = Member(9)
    assert seat_of(bench.ask(other, say.ResumeSeat("r1", token_of(bench, BOB)))) == 1
    assert bench.heard(EVE, say.TakenOver)
    assert bench.room.info().seats[1].substitute == ""
    assert code_of(bench.ready(EVE, 2)) == Refused.NOT_SEATED


def test_a_substitute_comes_back_by_a_token_of_their_own_even_after_a_restart() -> None:
    bench = begun(absence=SUBSTITUTE)
    lost(bench, BOB)
    bench.join(EVE, "Eve", 1)
    back = restarted(bench, 1_000)
    other = Member(9)
    assert seat_of(back.ask(other, say.ResumeSeat("r1", token_of(bench, EVE)))) == 1
    assert back.room.info().seats[1].substitute == "Eve"


def test_a_substitute_cannot_give_the_seat_up_for_good() -> None:
    bench = begun(absence=SUBSTITUTE)
    lost(bench, BOB)
    bench.join(EVE, "Eve", 1)
    assert isinstance(bench.ask(EVE, say.Resign("r1")), say.Done)
    chair = bench.room.info().seats[1]
    assert (chair.name, chair.resigned, chair.substitute, chair.absent) == ("Bob", False, "", True)


def test_a_substitute_does_not_change_what_the_owner_allows_a_caretaker() -> None:
    bench = begun(absence=SUBSTITUTE)
    lost(bench, BOB)
    bench.join(EVE, "Eve", 1)
    assert code_of(bench.ask(EVE, say.SetBrief("r1", say.Brief(())))) == Refused.SUBSTITUTE


def test_a_room_without_substitutes_says_so() -> None:
    bench = begun(absence=PASS)
    lost(bench, BOB)
    assert code_of(bench.join(EVE, "Eve", 1)) == Refused.NO_SUBSTITUTES
    assert code_of(bench.join(EVE, "Eve")) == Refused.ALREADY_BEGUN


def test_a_substitute_gets_the_seat_as_it_stands() -> None:
    bench = begun(absence=SUBSTITUTE)
    bench.ask(BOB, say.SetBrief("r1", say.Brief(("care",))))
    lost(bench, BOB)
    bench.join(EVE, "Eve", 1)
    (begin,) = bench.heard(EVE, say.Begin)
    assert (begin.seat, begin.view.viewer, begin.brief) == (1, 1, say.CAREFUL_BRIEF)


def test_a_substitute_is_not_asked_and_cannot_vote() -> None:
    bench = stood_in(timer=600)
    for matter in ("end", "pause", "extend"):
        assert code_of(bench.ask(EVE, say.SetVote("r1", 1, matter, True))) == Refused.SUBSTITUTE
    bench.vote(ANN)
    assert bench.room.image.phase == say.OVER


def test_the_door_is_the_same_for_a_substitute() -> None:
    bench = begun(absence=SUBSTITUTE)
    lost(bench, BOB)
    image = bench.room.image
    bench.room._core.image = replace(image, setup=replace(image.setup, password=digest("sesame")))
    wrong = bench.ask(EVE, say.JoinRoom("Eve", "r1", 1, "open"))
    assert code_of(wrong) == Refused.WRONG_PASSWORD
    assert code_of(bench.ask(EVE, say.JoinRoom("Ann", "r1", 1, "sesame"))) == Refused.NAME_TAKEN
    assert code_of(bench.ask(EVE, say.JoinRoom("Eve", "r1", 7, "sesame"))) == Refused.NO_SUCH_SEAT
    assert seat_of(bench.ask(EVE, say.JoinRoom("Eve", "r1", 1, "sesame"))) == 1


def test_nobody_plays_two_seats() -> None:
    bench = begun(absence=SUBSTITUTE)
    lost(bench, BOB)
    assert code_of(bench.join(ANN, "Eve", 1)) == Refused.ALREADY_SEATED
    image = bench.room.image
    known = replace(image, seats=(replace(image.seats[0], person=5), image.seats[1]))
    bench.room._core.image = known
    bench.carry_out(bench.room.receive(Ask(DAN, 50, say.JoinRoom("Eve", "r1", 1), person=5), bench.now))
    assert code_of(bench.sent[DAN][-1]) == Refused.ALREADY_SEATED


def test_who_sat_there_without_playing_hears_that_the_seat_is_taken() -> None:
    bench = begun(timer=60, grace=0, absence=SUBSTITUTE)
    for turn in (1, 2):
        bench.ready(ANN, turn)
        bench.now += 60_000
        bench.fire(turn_timer(bench))
    assert seat_of(bench.join(EVE, "Eve", 1)) == 1
    assert bench.heard(BOB, say.TakenOver) == [say.TakenOver("r1")]
    assert code_of(bench.save(BOB, (), 3)) == Refused.NOT_SEATED


def test_a_substitute_who_leaves_is_forgotten_and_the_seat_passes() -> None:
    bench = stood_in()
    bench.ready(ANN)
    bench.ask(EVE, say.LeaveRoom("r1"))
    assert bench.room.image.number == 1
    assert code_of(bench.ask(EVE, say.ResumeSeat("r1", token_of(bench, EVE)))) == Refused.BAD_TOKEN
    assert not bench.room.image.seats[1].away


def test_a_substitute_whose_connection_is_gone_for_long_has_no_seat_any_more() -> None:
    bench = stood_in()
    lost(bench, EVE)
    assert (bench.room.info().seats[1].substitute, bench.room.info().seats[1].absent) == ("", True)
    assert seat_of(bench.join(DAN, "Dan", 1)) == 1


def test_a_substitute_who_misses_two_turns_goes_and_takes_no_word_of_theirs_along_to_the_next() -> None:
    bench = stood_in(timer=600, grace=0)
    bench.ask(ANN, say.Speak("for Eve alone", "r1", 1))
    for turn in (1, 2):
        bench.ready(ANN, turn)
        bench.now += 600_000
        bench.fire(turn_timer(bench))
    assert bench.heard(EVE, say.TakenOver)
    assert bench.room.image.seats[1].substitute is None
    assert bench.room.image.chat == ()
    assert bench.stored_image() == bench.room.image


def test_what_a_substitute_plays_is_no_turn_of_the_owner() -> None:
    bench = stood_in()
    bench.ready(ANN)
    bench.ready(EVE)
    seat = bench.room.image.seats[1]
    assert (seat.turns_due, seat.turns_missed, seat.missed) == (1, 1, 0)


def test_what_a_substitute_was_ready_with_is_for_the_owner_to_judge() -> None:
    bench = stood_in()
    orders = own_campaign(bench, 1)
    bench.save(EVE, orders)
    bench.ready(EVE)
    bench.ask(DAN, say.ResumeSeat("r1", token_of(bench, BOB)))
    begin = bench.heard(DAN, say.Begin)[-1]
    assert (begin.slate, begin.ready, begin.stood_in) == (orders, (False, False), "Eve")
    for member in (ANN, DAN):
        assert bench.heard(member, say.Readiness)[-1].ready == (False, False)
    assert bench.stored_image() == bench.room.image
    bench.ready(ANN)
    assert bench.room.image.number == 0, "the owner has not looked at it yet"
    bench.ready(DAN)
    assert bench.turns[-1].slates[1] == orders


def test_whoever_comes_back_to_their_own_seat_is_as_ready_as_they_were() -> None:
    bench = begun(absence=SUBSTITUTE)
    bench.ready(BOB)
    bench.ask(EVE, say.ResumeSeat("r1", token_of(bench, BOB)))
    begin = bench.heard(EVE, say.Begin)[-1]
    assert (begin.ready, begin.stood_in) == ((False, True), "")


def test_a_substitute_who_goes_takes_their_readiness_along() -> None:
    left, lost_again = stood_in(), stood_in()
    for bench in (left, lost_again):
        bench.ready(EVE)
    left.ask(EVE, say.LeaveRoom("r1"))
    lost(lost_again, EVE)
    for bench in (left, lost_again):
        bench.ask(DAN, say.ResumeSeat("r1", token_of(bench, BOB)))
        assert bench.heard(DAN, say.Begin)[-1].ready == (False, False)
        assert bench.heard(ANN, say.Readiness)[-1].ready == (False, False)


def test_a_substitute_who_joins_again_after_a_restart_has_the_seat_they_had() -> None:
    bench = begun(absence=SUBSTITUTE)
    lost(bench, BOB)
    join = Ask(EVE, 50, say.JoinRoom("Eve", "r1", 1), asked=b"eve:50")
    bench.carry_out(bench.room.receive(join, bench.now))
    back = restarted(bench, 1_000)
    back.carry_out(back.room.receive(join, back.now))
    assert seat_of(back.heard(EVE, say.Seated)[-1]) == 1
    chair = back.room.info().seats[1]
    assert (chair.name, chair.substitute) == ("Bob", "Eve")
