"""Matches under laws that no card has, for what changes could do."""

from msgspec.structs import replace

from game.rules.board import Board
from game.rules.cards import LawCard
from game.rules.change import Change
from game.rules.measure import Measure
from game.rules.state import Law, State
from tests.conformance.pin import pinned
from tests.support.cities import line_city
from tests.support.matches import SRA, match, public, seat

NEVER = 99
"""A turn after every last one."""


def under(*laws: tuple[Change, ...]) -> tuple[Board, State]:
    """A match in a row of five in which such laws are in force, `law0` first; full purses, nothing comes up."""
    cards = {
        f"law{n}": LawCard(f"law{n}", "care", changes, Measure("need"), ("sra",), ("occ",), 0)
        for n, changes in enumerate(laws)
    }
    board, state = match(line_city(), rules=replace(pinned(), laws={**pinned().laws, **cards}))
    for who in board.all_seats:
        state = seat(state, who, credits=20, voice=10)
    in_force = tuple(Law(key, NEVER, SRA) for key in cards)
    return board, public(state, events=(), docket=(), laws=in_force)
