from game.rules.ids import District, Seat
from game.rules.ledger import Ended, Joined
from game.rules.state import NOT_ARRIVED, Outcome
from tests.support.matches import CA, OCC, SRA, leader, line, of, played, public, seat

D = District


def test_the_next_turn_opens_and_priority_rotates():
    board, state = line()
    start = public(state, priority=(OCC, CA, SRA))
    after, _ = played(board, start)
    assert after.public.turn == 2
    assert after.public.priority == (CA, SRA, OCC)


def test_the_fourth_leaders_come_after_turn_six():
    board, state = line()
    kai = leader(board, "kai_harper")
    five, _ = played(board, public(state, turn=5))
    assert five.public.leaders[kai] == NOT_ARRIVED
    six, ledger = played(board, public(state, turn=6))
    assert six.public.leaders[kai] == board.homes[SRA]
    assert len(of(ledger, Joined)) == 3


def last(state):
    board, _ = line()
    return played(board, public(state, turn=24, spotlight=((1,),) * 8))


def test_after_the_last_turn_places_are_given():
    _, state = line()
    ahead = seat(seat(state, CA, legacy=90_000), OCC, legacy=50_000)
    after, ledger = last(ahead)
    assert after.public.outcome == Outcome(sundered=False, places=(3, 2, 1))
    assert of(ledger, Ended) == [Ended(after.public.outcome)]
    assert after.public.turn == 24


def test_equal_legacy_is_decided_by_support():
    _, state = line()
    nobody = state
    for where in range(5):
        districts = list(nobody.public.districts)
        districts[where] = type(districts[where])(90, 90, 0, (200, 150, 150), ())
        nobody = public(nobody, districts=tuple(districts))
    after, _ = last(nobody)
    assert after.public.seats[Seat(0)].legacy == after.public.seats[Seat(1)].legacy == 0
    assert after.public.outcome == Outcome(sundered=False, places=(1, 2, 2))
