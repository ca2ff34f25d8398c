from game.ai.sides import mates, rivals, standing
from game.content import ruleset
from game.rules.board import Board
from game.rules.ids import FactionKey, Seat
from game.rules.setup import Setting, new_match
from game.rules.state import Sitting
from tests.support import matches
from tests.support.cities import grid_city

BOARD, _ = matches.match()


def board_of(setting: Setting, *factions: str) -> Board:
    seating = [Sitting(FactionKey(faction), 1) for faction in factions]
    return Board(new_match(ruleset(), grid_city(), seating, "standard", 1, setting)[0])


def test_in_a_free_match_everybody_else_is_a_rival() -> None:
    assert mates(BOARD, Seat(1)) == (1,)
    assert rivals(BOARD, Seat(1)) == (0, 2)


def test_in_common_cause_nobody_is() -> None:
    board = board_of(Setting(mode="common_cause"), "sra", "occ", "ca")
    assert mates(board, Seat(1)) == (0, 1, 2)
    assert rivals(board, Seat(1)) == ()


def test_who_cannot_win_is_no_rival() -> None:
    board = board_of(Setting(unranked=(Seat(2),)), "sra", "occ", "ca")
    assert rivals(board, Seat(0)) == (1,)
    assert rivals(board, Seat(2)) == (0, 1)


def test_a_gain_counts_beside_the_rivals_mean() -> None:
    assert standing([10, 4, 6], [Seat(0)], [Seat(1), Seat(2)]) == 5
    assert standing([10, 4, 6, 0], [Seat(0), Seat(1)], [Seat(2), Seat(3)]) == 8
    assert standing([10, 4, 6], [Seat(0), Seat(1), Seat(2)], []) == 20
