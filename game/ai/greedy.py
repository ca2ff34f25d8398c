"""One turn ahead: plays every likely order with the real rules and keeps the slate that is worth most."""

from game.ai.options import present
from game.ai.plan import Plan
from game.ai.prices import Prices, prices
from game.rules.board import Board
from game.rules.orders import NO_ORDERS, Slate
from game.rules.view import View


class Greedy:
    """Chooses leader by leader, then goes over its choices again; a leader with little to do travels."""

    def __init__(self, own_prices: Prices | None = None) -> None:
        self._prices = own_prices

    def decide(self, board: Board, view: View, seed: int) -> Slate:
        """The slate of most worth that was found."""
        if view.public.outcome is not None or not present(board, view.public, view.viewer):
            return NO_ORDERS
        return Plan(board, view, self._prices or prices(), seed).slate()
