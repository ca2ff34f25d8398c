"""The levels of computer players, weakest first."""

from collections.abc import Mapping

from game.ai.greedy import Greedy
from game.ai.player import Player
from game.ai.random_legal import RandomLegal
from game.rules.board import Board
from game.rules.orders import Slate
from game.rules.view import View

_PLAYERS: Mapping[str, Player] = {"random": RandomLegal(), "greedy": Greedy()}

LEVELS: tuple[str, ...] = tuple(_PLAYERS)
"""Their keys, as rooms, the command line and the laboratory name them."""


def decide(level: str, board: Board, view: View, seed: int) -> Slate:
    """The slate that a computer player of this level gives for the viewer's seat.

    Legal, and the same for the same arguments in every process. Raises LookupError for a level that is
    not in `LEVELS`.
    """
    player = _PLAYERS.get(level)
    if player is None:
        raise LookupError(f"no computer player {level!r}; there are {', '.join(LEVELS)}")
    return player.decide(board, view, seed)
