from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from game.ai.random_legal import RandomLegal
from game.rules.ids import Seat
from game.rules.legality import faults
from game.rules.notation import slate_text
from game.rules.orders import verb_of
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
    assert len(slate) == len(present)


def test_every_verb_comes_up() -> None:
    board, state = matches.match()
    view = view_of(state, Seat(2))
    verbs = Counter(verb_of(order) for seed in range(60) for order in RandomLegal().decide(board, view, seed))
    assert set(verbs) == {"campaign", "care", "festival", "forum", "unique", "build", "travel"}
