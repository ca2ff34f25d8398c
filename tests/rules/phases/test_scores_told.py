"""Scores, ballots and measures with every line that counted, also where no card of the game adds one."""

from typing import Any

import pytest

from game.rules.change import Change
from game.rules.ids import District
from game.rules.ledger import Factor, Pressed, Scored, Voted
from game.rules.measure import Measure
from game.rules.orders import Ballot, Campaign
from game.rules.phases.reading import read
from game.rules.resolve import begin
from game.rules.state import Bill, Facility, Site, State
from tests.support.laws import under
from tests.support.matches import (
    CA,
    SRA,
    district,
    everyone_at,
    leader,
    of,
    played,
    played_slates,
    public,
)

D = District


def at_the_gala(board, state: State) -> State:
    """The first Gala, weight 2: nobody holds anything, nothing is lit."""
    for where in range(5):
        state = district(state, where, support=(0, 0, 0), facilities=(), need=60, lean=60, unrest=0)
    return public(state, turn=3, spotlight=((4,),) * 8)


def test_two_laws_scale_a_place_one_after_the_other():
    board, state = under((Change("leading", 150),), (Change("leading", 150),))
    _, ledger = played(board, district(at_the_gala(board, state), 1, support=(500, 0, 0)))
    lines = Factor("weight", 200), Factor("law0", 150), Factor("law1", 150)
    assert of(ledger, Scored, cause="leading") == [Scored(SRA, "leading", D(1), 100, lines, 450)]


def test_a_law_may_scale_an_agenda():
    board, state = under((Change("agenda", 150),))
    liked = district(at_the_gala(board, state), 1, lean=0, support=(0, 0, 300))
    _, ledger = played(board, liked)
    lines = Factor("districts", 100), Factor("weight", 200), Factor("law0", 150)
    assert of(ledger, Scored, cause="agenda") == [Scored(CA, "agenda", D(-1), 19, lines, 57)]


@pytest.mark.parametrize(
    ("changes", "factors", "amount"),
    [
        ({}, (("weight", 200),), 200),
        ({"unrest": 7}, (("weight", 200), ("turmoil", 50)), 100),
        ({"lit": True}, (("weight", 200), ("spotlight", 200)), 400),
        ({"lit": True, "unrest": 9}, (("weight", 200), ("spotlight", 200), ("turmoil", 50)), 200),
    ],
)
def test_a_place_is_told_with_what_counted(changes, factors, amount):
    board, state = under(())
    lit = changes.pop("lit", False)
    held = district(at_the_gala(board, state), 1, support=(500, 0, 0), **changes)
    if lit:
        held = public(held, spotlight=((2,),) * 8)
    _, ledger = played(board, held)
    told = tuple(Factor(*factor) for factor in factors)
    assert of(ledger, Scored, cause="leading") == [Scored(SRA, "leading", D(1), 100, told, amount)]


def test_stakes_are_told_with_what_counted():
    board, state = under((Change("stakes", 150),))
    quiet = at_the_gala(board, state)
    own = district(quiet, 1, site=Site((6, 3, 0), (9, 0, 0), 0))
    _, ledger = played(board, own)
    lines = Factor("stake", 50), Factor("completion", 50), Factor("weight", 200), Factor("law0", 150)
    # 250 x 9/18 x 9/18 x 2 x 150%
    assert of(ledger, Scored, cause="stakes") == [Scored(SRA, "stakes", D(1), 250, lines, 187)]
    shared = district(quiet, 1, site=Site((6, 3, 0), (8, 1, 0), 0))
    _, ledger = played(board, shared)
    (most, least) = of(ledger, Scored, cause="stakes")
    assert most.factors == (
        Factor("stake", 44),
        Factor("completion", 50),
        Factor("joint", 130),
        Factor("weight", 200),
        Factor("law0", 150),
    )
    assert (most.amount, least.amount) == (216, 27)


def test_a_ballot_is_told_by_what_it_weighs_and_no_more():
    board, state = under(())
    at = public(state, turn=3, docket=(Bill("open_clinics", SRA, 2),))
    for where in range(5):
        at = district(at, where, support=(500, 0, 0), facilities=())
    _, ledger = played_slates(board, at, [(Ballot("open_clinics", True, 0),), (), ()])
    (cast,) = of(ledger, Voted, seat=SRA)
    assert cast.factors == (Factor("support", 494),)


def test_a_whole_sanctuary_of_ones_own_is_told_as_such():
    board, state = under(())
    own = district(at_the_gala(board, state), 1, site=Site((6, 6, 6), (18, 0, 0), 1))
    _, ledger = played(board, own)
    lines = Factor("stake", 100), Factor("completion", 100), Factor("weight", 200)
    assert of(ledger, Scored, cause="stakes") == [Scored(SRA, "stakes", D(1), 250, lines, 500)]


@pytest.mark.parametrize(
    ("reads", "found"),
    [
        ("sanctuaries", 2),
        ("joint_sanctuaries", 2),
        ("stewards", 2),
        ("stakes", 34),
        ("turmoil", 2),
        ("all_facilities", 2),
        ("facilities", 2),
        ("kinds", 2),
        ("leads", 2),
        ("presence", 2),
        ("quarters", 2),
    ],
)
def test_measures_read_the_first_district_and_the_last(reads: Any, found: int) -> None:
    board, state = under(())
    state = at_the_gala(board, state)
    for where, kind in ((0, "free_school"), (4, "organising_hub")):
        state = district(
            state,
            where,
            support=(400, 0, 0),
            unrest=7,
            facilities=(Facility(kind, SRA, 1),),
            site=Site((6, 6, 6), (17, 1, 0), 1),
        )
    turn = begin(board, state, [()] * 3, None)
    assert read(turn, Measure(reads), SRA) == found


@pytest.mark.parametrize("who", ["juno_armitage", "zara_lin", "lyra_valerian"])
@pytest.mark.parametrize("lean", [-31, 0, 45])
def test_the_lines_of_affinity_add_up_to_it(who: str, lean: int) -> None:
    board, state = under((Change("affinity", 3),))
    here = everyone_at(board, district(state, 1, lean=lean), 1)
    _, ledger = played(board, here, Campaign(leader(board, who), D(1)))
    (heard,) = of(ledger, Pressed, cause="campaign")
    affinity = heard.factors[0]
    assert affinity.value == sum(line.value for line in affinity.parts)
    assert affinity.parts[-1] == Factor("law0", 3)
    assert all(line.value for line in affinity.parts)
