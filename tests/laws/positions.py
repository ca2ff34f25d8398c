"""Positions that random play reaches, for laws that must hold in all of them."""

from functools import cache

from hypothesis import note, settings
from hypothesis import strategies as st

from game.rules.board import Board
from game.rules.notation import slate_text
from game.rules.orders import Slate
from game.rules.resolve import resolve
from game.rules.state import State
from tests.support.matches import match, random_slates

positions = st.tuples(st.integers(0, 23), st.integers(0, 60))
"""How many turns are played, and the seed of match and play. Matches are few enough to be played once for all laws."""

few = settings(max_examples=25, deadline=None)


def reached(turns: int, seed: int) -> tuple[Board, State, list[Slate]]:
    """A position that random play reaches, still open, and legal slates for it."""
    board, states = _played(seed)
    while len(states) <= turns and states[-1].public.outcome is None:
        last = states[-1]
        states.append(resolve(board, last, random_slates(board, last.public, seed)))
    still_open = [state for state in states[: turns + 1] if state.public.outcome is None]
    slates = random_slates(board, still_open[-1].public, seed + 1)
    for slate in slates:
        note(slate_text(board, slate))
    return board, still_open[-1], slates


@cache
def _played(seed: int) -> tuple[Board, list[State]]:
    """A match and its states so far, to be played on."""
    board, state = match(seed=seed)
    return board, [state]
