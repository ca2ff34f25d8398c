"""How things stand in a position, without playing on: measures, and what a vote would weigh (rules 8, 11)."""

from game.rules.board import Board
from game.rules.ids import Seat
from game.rules.measure import Measure
from game.rules.orders import NO_ORDERS
from game.rules.phases import council, reading
from game.rules.phases.council import Vote
from game.rules.state import Public
from game.rules.turn import NOBODY, Line, Turn
from game.rules.view import state_of

__all__ = ["Standing", "Vote"]


class Standing:
    """Reads one position as the rules do. It may be a forecast's, or of a match that is over."""

    def __init__(self, board: Board, public: Public) -> None:
        self._turn = Turn(board, state_of(public), [NO_ORDERS] * board.seats, None)

    def read(self, measure: Measure, seat: Seat = NOBODY) -> int:
        """The number a measure reads now; `seat` is whose, for readings of one seat."""
        return reading.read(self._turn, measure, seat)

    def holds(self, measure: Measure, seat: Seat = NOBODY) -> bool:
        """Whether a measure keeps its bounds now."""
        return reading.is_met(self._turn, measure, seat)

    def bounds(self, measure: Measure) -> tuple[int, int]:
        """Least and most a measure may read, with what every seat of the match adds."""
        return measure.least + measure.per_seat * self._turn.board.seats, measure.most

    def weight(self, seat: Seat, voice: int = 0) -> tuple[Line, ...]:
        """The lines of what a seat's ballot would weigh with so much voice behind it, in permille of the city."""
        return council.weight_lines(self._turn, seat, voice)

    def residents(self, law: str) -> Vote:
        """How the residents would vote on a law, and what their bloc would weigh."""
        return council.residents(self._turn, law)
