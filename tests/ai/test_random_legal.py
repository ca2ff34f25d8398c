from collections import Counter
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from game.ai.random_legal import RandomLegal
from game.rules.ids import Seat
from game.rules.legality import faults
from game.rules.notation import slate_text
from game.rules.orders import Led, Order, Paper, Pledge, Slate, led, verb_of
from game.rules.view import view_of
from tests.support import matches

SEEDS = st.integers(0, 2**63 - 1)


@settings(deadline=None)
@given(turns=st.integers(0, 23), seat=st.integers(0, 2), seed=SEEDS)
def test_it_is_always_legal_and_leaves_nobody_idle(turns: int, seat: int, seed: int) -> None:
    board, state = matches.match()
    state = matches.after(board, state, turns, seed=turns)
    view = view_of(state, Seat(seat))
    slate = RandomLegal().decide(board, view, seed)
    if state.public.outcome is not None:
        assert slate == ()
        return
    assert faults(board, state.public, Seat(seat), slate) == (), slate_text(board, slate)
    present = [leader for leader in board.leaders_of(Seat(seat)) if state.public.leaders[leader] >= 0]
    assert len(led(slate)) == len(present)


def slates_before_a_council() -> list[Slate]:
    board, state = matches.match()
    view = view_of(matches.public(state, turn=3), Seat(2))
    return [RandomLegal().decide(board, view, seed) for seed in range(250)]


def test_every_kind_of_order_comes_up() -> None:
    verbs = Counter(verb_of(order) for slate in slates_before_a_council() for order in slate)
    kinds: tuple[type[Order], ...] = (*get_args(Led), *get_args(Paper))
    assert set(verbs) == {verb_of(kind) for kind in kinds}
    assert verbs["close"] < verbs["gift"] < verbs["pledge"]


def test_pledges_come_with_conditions_and_without() -> None:
    pledges = [order for slate in slates_before_a_council() for order in slate if isinstance(order, Pledge)]
    assert {pledge.if_others > 0 for pledge in pledges} == {True, False}
    assert len({pledge.kind for pledge in pledges}) == 3


def test_the_same_seed_draws_the_same() -> None:
    assert slates_before_a_council() == slates_before_a_council()
