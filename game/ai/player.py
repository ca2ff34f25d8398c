"""What a computer player is."""

from typing import Protocol

from game.rules.board import Board
from game.rules.orders import Slate
from game.rules.view import View


class Player(Protocol):
    """Somebody who gives orders for a seat, knowing what the seat sees and nothing else."""

    def decide(self, board: Board, view: View, seed: int) -> Slate:
        """A legal slate for the viewer's seat; empty when the match is over.

        `view.viewer` is a seat of the board. `seed`, 0 .. 2**63 - 1, is for the player's own draws: the
        same board, view and seed give the same slate in every process.
        """
        ...
