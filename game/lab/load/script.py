"""A match played beforehand: who plays it again with the same seed can give the same orders, all legal."""

from collections.abc import Sequence
from typing import TypeAlias

from msgspec import Struct

from game.content import ruleset
from game.lab.load.load import NO_ORDERS as EMPTY
from game.lab.matches import MatchSetup, thought_slates
from game.lab.seats import sittings
from game.rules.board import Board
from game.rules.ids import Seat
from game.rules.legality import faults
from game.rules.orders import NO_ORDERS, Slate
from game.rules.resolve import resolve
from game.rules.ruleset import ruleset_hash
from game.rules.setup import new_match
from game.rules.state import State
from game.rules.view import public_hash, view_of

Drafts: TypeAlias = tuple[Slate, ...]
"""The slates a seat saves in a turn, one after another; the last one is played."""


class ScriptTurn(Struct, frozen=True):
    """A turn: each seat's drafts, and the hash of the public view that comes of it."""

    drafts: tuple[Drafts, ...]
    public_hash: bytes


class Script(Struct, frozen=True):
    """A whole match of this seed under the rules of `rules_hash`, up to its end."""

    seed: int
    rules_hash: str
    turns: tuple[ScriptTurn, ...]


def written(setup: MatchSetup, seed: int, orders: str, saves: int) -> Script:
    """Play a match with computer players of the level `orders`, or without any orders for `none`.

    The drafts of all seats in a turn are `saves` together, at least one a seat.
    """
    match, state = new_match(ruleset(), setup.city, sittings(setup.seats), setup.length, seed, setup.setting)
    board = Board(match)
    turns = []
    while state.public.outcome is None:
        slates = [NO_ORDERS] * board.seats if orders == EMPTY else thought_slates(board, state, setup.seats)
        counts = _shared_out(saves, board.seats)
        drafts = tuple(_drafts(board, state, Seat(n), slate, counts[n]) for n, slate in enumerate(slates))
        state = resolve(board, state, slates, [])
        turns.append(ScriptTurn(drafts, public_hash(state.public)))
    return Script(seed, ruleset_hash(match.ruleset), tuple(turns))


def _shared_out(saves: int, seats: int) -> Sequence[int]:
    return [saves // seats + (seat < saves % seats) for seat in range(seats)]


def _drafts(board: Board, state: State, seat: Seat, slate: Slate, count: int) -> Drafts:
    """The slate as it grows, the whole of it last; a part that is against the rules is saved whole."""
    public = view_of(state, seat).public
    parts = [slate[: len(slate) * step // count] for step in range(1, count + 1)]
    return tuple(slate if faults(board, public, seat, part) else part for part in parts)
