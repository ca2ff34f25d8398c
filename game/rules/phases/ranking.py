"""Who leads a district and who is second (rules 11, 16)."""

from game.rules.board import Board
from game.rules.ids import Seat


def ranks(board: Board, support: tuple[int, ...]) -> tuple[list[Seat], list[Seat]]:
    """Who leads a district and who is second; equals stand together, nobody need be either.

    Several in the first list share the first place and the second with it.
    """
    rule = board.ruleset.gala
    most = max(support)
    if most < rule.least_to_lead:
        return [], []
    first = [seat for seat in board.all_seats if support[seat] == most]
    if len(first) > 1:
        return first, []
    runners = [held for held in support if held != most]
    following = max(runners, default=0)
    if following < rule.least_to_follow:
        return first, []
    return first, [seat for seat in board.all_seats if support[seat] == following]
