"""Where a leader may act (rules 3, 5, 10)."""

from game.rules.board import Board
from game.rules.ground import PublicGround, fits
from game.rules.ids import District, Leader
from game.rules.state import NOT_ARRIVED, Public


def in_reach(board: Board, public: Public, leader: Leader) -> tuple[District, ...]:
    """Where a leader may act this turn: its district and the linked ones, farther from some landmarks.

    Nowhere before it joins; never a district that is barred. `leader` is a leader of the board.
    """
    here = public.leaders[leader]
    if here == NOT_ARRIVED:
        return ()
    near = linked(board, public, leader)
    return tuple(district for district in near if district == here or not is_barred(board, public, district))


def linked(board: Board, public: Public, leader: Leader) -> tuple[District, ...]:
    """The leader's district and those within its steps, whether barred or not. The leader has joined."""
    here = public.leaders[leader]
    found = {here, *board.links[here]}
    for _ in range(_steps_more(board, public, leader)):
        found = {other for district in found for other in (district, *board.links[district])}
    return tuple(sorted(found))


def is_linked(board: Board, public: Public, leader: Leader, district: District) -> bool:
    """Whether a district is one of `linked`, for which the nearest are told without the others."""
    here = public.leaders[leader]
    return district == here or district in board.links[here] or district in linked(board, public, leader)


def is_barred(board: Board, public: Public, district: District) -> bool:
    """Whether no leader may enter a district, so angry is it in a city so torn (rule 10)."""
    rule = board.ruleset.fracture
    return public.fracture >= rule.barred_at and public.districts[district].unrest >= rule.barred_unrest


def _steps_more(board: Board, public: Public, leader: Leader) -> int:
    here = public.leaders[leader]
    found = board.levers(public).find("reach", here, leader)
    if not found:
        return 0
    ground = PublicGround(board, public)
    return sum(lever.value for lever in found if fits(ground, lever.where, here))
