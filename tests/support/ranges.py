"""The range of a forecast, worked out in one go."""

from collections.abc import Generator, Mapping
from typing import TypeVar

from game.rules.board import Board
from game.rules.forecast import Range, strongest_slate, support_range
from game.rules.ids import District, Seat
from game.rules.orders import Slate
from game.rules.state import Public

Outcome = TypeVar("Outcome")


def whole_range(
    board: Board, public: Public, seat: Seat, slate: Slate, district: District, rivals: Mapping[Seat, Slate]
) -> Range:
    """All pieces of `support_range` after another."""
    return to_its_end(support_range(board, public, seat, slate, district, rivals))


def loudest(board: Board, public: Public, seat: Seat, district: District) -> Slate:
    """All pieces of `strongest_slate` after another."""
    return to_its_end(strongest_slate(board, public, seat, district))


def to_its_end(pieces: Generator[None, None, Outcome]) -> Outcome:
    """What a work in pieces gives in the end."""
    while True:
        try:
            next(pieces)
        except StopIteration as last:
            found: Outcome = last.value
            return found
