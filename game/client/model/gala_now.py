"""What the coming Gala would score if it were held now, by the rules themselves."""

from game.rules.board import Board
from game.rules.ids import District, Seat
from game.rules.ledger import Entry, Scored
from game.rules.orders import NO_ORDERS
from game.rules.phases import gala
from game.rules.resolve import begin
from game.rules.state import Public
from game.rules.view import state_of


class GalaNow:
    """The score of the coming Gala as things stand; worked out once for each state of the match."""

    def __init__(self) -> None:
        self._known: tuple[Public, tuple[Scored, ...]] | None = None

    def scored(self, board: Board, public: Public) -> tuple[Scored, ...]:
        """Every entry the Gala of this season would make now; none once the match is over."""
        if self._known is None or self._known[0] is not public:
            self._known = (public, _held(board, public))
        return self._known[1]

    def stakes(self, board: Board, public: Public, district: District) -> dict[Seat, int]:
        """What the stakes in a Sanctuary would pay each seat, in hundredths."""
        return {
            entry.seat: entry.amount
            for entry in self.scored(board, public)
            if entry.cause == "stakes" and entry.district == district
        }


def _held(board: Board, public: Public) -> tuple[Scored, ...]:
    if public.outcome is not None:
        return ()
    ledger: list[Entry] = []
    turn = begin(board, state_of(public), [NO_ORDERS] * board.seats, ledger)
    gala.hold(turn, board.season(public.turn))
    return tuple(entry for entry in ledger if isinstance(entry, Scored))
