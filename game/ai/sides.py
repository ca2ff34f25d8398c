"""Who stands with whom, and what a sum for every seat is worth to one of them (rule 11)."""

from collections.abc import Sequence

from game.rules.board import Board
from game.rules.ids import Seat


def mates(board: Board, seat: Seat) -> tuple[Seat, ...]:
    """The seats that win with this one, itself among them."""
    teams = board.match.teams
    return tuple(other for other in board.all_seats if teams[other] == teams[seat])


def rivals(board: Board, seat: Seat) -> tuple[Seat, ...]:
    """The seats that it has to stay ahead of: all who are ranked and not its mates; nobody in Common Cause."""
    teams = board.match.teams
    return tuple(other for other in board.ranked if teams[other] != teams[seat])


def standing(values: Sequence[int], own: Sequence[Seat], against: Sequence[Seat]) -> int:
    """What so much for every seat is worth to a side: its own sum, less as many times the rivals' mean."""
    gained = sum(values[seat] for seat in own)
    if not against:
        return gained
    return gained - sum(values[seat] for seat in against) * len(own) // len(against)
