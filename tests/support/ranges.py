"""The range of a forecast, worked out in one go."""

from collections.abc import Mapping

from game.rules.board import Board
from game.rules.forecast import Range, support_range
from game.rules.ids import District, Seat
from game.rules.orders import Slate
from game.rules.state import Public


def whole_range(
    board: Board, public: Public, seat: Seat, slate: Slate, district: District, rivals: Mapping[Seat, Slate]
) -> Range:
    """All pieces of `support_range` after another."""
    pieces = support_range(board, public, seat, slate, district, rivals)
    while True:
        try:
            next(pieces)
        except StopIteration as last:
            found: Range = last.value
            return found
