from collections import Counter

import pytest
from msgspec.structs import replace

from game.rules.ids import District, Seat
from game.rules.ledger import Ended, Joined, Pressed
from game.rules.orders import Campaign
from game.rules.state import NOT_ARRIVED, Ending, Outcome, Secret
from tests.support.matches import CA, OCC, SRA, district, leader, line, match, of, played, public, seat

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
    without_mandates = replace(state, secret=Secret(state.secret.seed, ((), (), ())))
    return played(board, public(without_mandates, turn=24, spotlight=((1,),) * 8))


def test_after_the_last_turn_places_are_given():
    _, state = line()
    ahead = seat(seat(state, CA, legacy=90_000), OCC, legacy=50_000)
    after, ledger = last(ahead)
    assert after.public.outcome == Outcome(Ending.PLAYED, (3, 2, 1), ((), (), ()))
    assert of(ledger, Ended) == [Ended(after.public.outcome)]
    assert after.public.turn == 24


def test_equal_legacy_is_decided_by_support():
    _, state = line()
    nobody = state
    for where in range(5):
        held = {"support": (200, 150, 150), "facilities": ()}
        nobody = district(nobody, where, need=90, lean=90, unrest=0, **held)
    after, _ = last(nobody)
    assert after.public.seats[Seat(0)].legacy == after.public.seats[Seat(1)].legacy == 0
    assert after.public.outcome == Outcome(Ending.PLAYED, (1, 2, 2), ((), (), ()))


@pytest.mark.parametrize(("length", "joins"), [("short", 4), ("standard", 7), ("epic", 10)])
def test_what_is_dated_by_turn_scales_with_the_length(length, joins):
    board, state = match(length=length)
    kai = leader(board, "kai_harper")
    early, _ = played(board, public(state, turn=joins - 2))
    assert early.public.leaders[kai] == NOT_ARRIVED
    joined, _ = played(board, public(state, turn=joins - 1))
    assert joined.public.leaders[kai] == board.homes[SRA]
    for turn, hard in ((joins - 1, False), (joins, True)):
        ahead = seat(public(state, turn=turn), SRA, legacy=100)
        _, ledger = played(board, ahead, Campaign(leader(board, "alok_dsouza"), board.homes[SRA]))
        (spoken,) = of(ledger, Pressed, cause="campaign")
        assert any(factor.name == "limelight" for factor in spoken.factors) == hard


@pytest.mark.parametrize(
    ("length", "acts", "weight"),
    [("short", [0, 1, 1, 2], 7), ("standard", [0] * 3 + [1] * 3 + [2] * 2, 7), ("epic", None, 9)],
)
def test_acts_and_spotlight_of_each_length(length, acts, weight):
    board, state = match(length=length)
    seasons = board.length.turns // board.length.season_turns
    expected = acts or [0] * 4 + [1] * 5 + [2] * 3
    assert [board.act(3 * season + 1) for season in range(seasons)] == expected
    lit = zip(board.length.gala_weights, state.public.spotlight, strict=True)
    shone = Counter[int]()
    for gala, quarters in lit:
        shone.update(dict.fromkeys(quarters, gala))
    assert shone == dict.fromkeys((1, 2, 3, 4), weight)
    parts = 3 if length == "epic" else 2
    for part in range(parts):
        each = state.public.spotlight[seasons // parts * part : seasons // parts * (part + 1)]
        assert sorted(quarter for quarters in each for quarter in quarters) == [1, 2, 3, 4]
