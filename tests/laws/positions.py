"""Positions that random play reaches, for laws that must hold in all of them."""

from typing import Any

from hypothesis import note, settings
from hypothesis import strategies as st

from game.rules.board import Board
from game.rules.notation import slate_text
from game.rules.orders import Slate
from game.rules.state import State
from tests.support.matches import after, match, random_slates

positions = st.tuples(st.integers(0, 23), st.integers(0, 2**31))
"""How many turns are played, and the seed of match and play."""

few = settings(max_examples=25, deadline=None)


def reached(turns: int, seed: int, **asked: Any) -> tuple[Board, State, list[Slate]]:
    """A position that random play reaches, still open, and legal slates for it."""
    board, state = match(seed=seed, **asked)
    for length in range(turns, -1, -1):
        candidate = after(board, state, length, seed)
        if candidate.public.outcome is None:
            slates = random_slates(board, candidate.public, seed + 1)
            for slate in slates:
                note(slate_text(board, slate))
            return board, candidate, slates
    raise AssertionError("a new match is over before it began")
