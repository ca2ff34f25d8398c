from msgspec.structs import replace

from game.protocol import messages as say
from game.rules.ids import Seat
from server.room import attendance
from server.room.image import Image, SeatChanged, SeatImage, Stood, Substitute, with_record
from tests.support.rooms import WITH_NEUTRAL, begun

SUBSTITUTE = Substitute("Eve")


def changed(image: Image, seat: int, **changes: object) -> Image:
    return with_record(image, SeatChanged(Seat(seat), replace(image.seats[seat], **changes)))


def match(then: say.Absentee = "pass") -> Image:
    """Ann and Bob, and a neutral third."""
    return begun(WITH_NEUTRAL, unranked=(Seat(2),), absence=say.Absence(60, then)).room.image


def test_a_seat_is_gone_without_its_person_or_a_substitute() -> None:
    person = SeatImage("sra", say.PERSON)
    assert not attendance.is_gone(person)
    assert attendance.is_gone(replace(person, away=True))
    assert attendance.is_gone(replace(person, absent=True))
    assert not attendance.is_gone(replace(person, absent=True, substitute=SUBSTITUTE))
    assert not attendance.is_gone(SeatImage("sra", "greedy", absent=True))


def test_people_play_until_they_are_gone_and_are_waited_for_until_ready() -> None:
    image = match()
    assert attendance.players(image) == attendance.waited_for(image) == (0, 1)
    assert attendance.waited_for(replace(image, ready=(True, False, False))) == (1,)
    assert attendance.players(changed(image, 1, absent=True)) == (0,)
    assert attendance.players(changed(image, 1, absent=True, substitute=SUBSTITUTE)) == (0, 1)


def test_only_ranked_people_who_are_there_themselves_are_asked() -> None:
    image = match()
    assert attendance.voters(image) == (0, 1)
    assert attendance.voters(changed(image, 1, away=True)) == (0,)
    assert attendance.voters(changed(image, 1, absent=True, substitute=SUBSTITUTE)) == (0,)
    assert attendance.agree(image, (True, True, False))
    assert not attendance.agree(image, (True, False, True))
    assert not attendance.agree(image, ())


def test_without_anybody_to_ask_nothing_is_agreed() -> None:
    nobody = changed(changed(match(), 0, absent=True), 1, absent=True)
    assert not attendance.is_agreed(replace(nobody, votes=(True, True, True)))


def test_a_turn_is_due_when_all_are_ready_who_play() -> None:
    image = match()
    assert not attendance.is_due(replace(image, ready=(True, False, True)))
    assert attendance.is_due(replace(image, ready=(True, True, True)))
    assert attendance.is_due(changed(replace(image, ready=(True, False, True)), 1, absent=True))
    assert not attendance.is_due(changed(replace(image, ready=(True, False, False)), 1, absent=True))


def test_a_turn_is_never_due_without_anybody() -> None:
    nobody = changed(changed(match(), 0, away=True), 1, absent=True)
    assert not attendance.is_due(replace(nobody, ready=(True, True, True)))


def test_a_caretaker_thinks_for_whoever_is_gone_before_the_turn_is_due() -> None:
    image = changed(replace(match("caretaker"), ready=(True, False, True)), 1, absent=True)
    assert attendance.to_care_for(image) == (1,)
    assert not attendance.is_due(image)
    thought = with_record(image, Stood(Seat(1), 1, ()))
    assert attendance.to_care_for(thought) == ()
    assert attendance.is_due(thought)


def test_at_a_deadline_it_thinks_for_all_who_are_not_ready_saved_or_not() -> None:
    image = replace(match("caretaker"), ready=(True, False, False), slates=(None, (), None))
    assert attendance.to_care_for(image) == ()
    assert attendance.to_care_for(image, missing=True) == (1,)
    assert attendance.to_care_for(replace(image, setup=match().setup), missing=True) == ()


def test_who_returns_is_there_as_before() -> None:
    image = changed(match(), 1, absent=True, missed=3, turns_missed=5)
    (record,) = attendance.back(image, Seat(1))
    assert record.now == replace(image.seats[1], absent=False, missed=0)
    assert attendance.back(image, Seat(0)) == ()


def test_what_a_substitute_does_brings_nobody_back() -> None:
    assert attendance.back(changed(match(), 1, absent=True, substitute=SUBSTITUTE), Seat(1)) == ()


def test_whoever_saves_or_is_ready_has_not_missed_a_turn() -> None:
    image = replace(match(), ready=(True, False, True), slates=(None, (), ()))
    ann, bob, third = attendance.after_turn(image)
    assert [(s.turns_due, s.turns_missed, s.missed) for s in (ann, bob)] == [(1, 0, 0), (1, 0, 0)]
    assert third == image.seats[2]


def test_two_turns_missed_in_a_row_are_a_no_show() -> None:
    image = match()
    once = replace(image, seats=attendance.after_turn(image))
    assert [seat.absent for seat in once.seats] == [False, False, False]
    bob = attendance.after_turn(once)[1]
    assert (bob.absent, bob.missed, bob.turns_missed) == (True, 2, 2)
    acted = attendance.after_turn(replace(once, slates=(None, (), None)))[1]
    assert (acted.absent, acted.missed, acted.turns_missed) == (False, 0, 1)
