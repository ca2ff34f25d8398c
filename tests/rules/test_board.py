import pytest

from game.rules.errors import RulesError
from game.rules.ids import Leader
from tests.support.matches import CA, OCC, SRA, line, match


def test_acts_of_a_standard_match():
    board, _ = match()
    acts = [board.act(turn) for turn in range(1, 25)]
    assert acts == [0] * 9 + [1] * 9 + [2] * 6


def test_there_is_no_act_after_the_end():
    board, _ = match()
    with pytest.raises(RulesError, match="past the end"):
        board.act(25)


def test_seasons_have_three_turns():
    board, _ = match()
    assert [board.season(turn) for turn in (1, 3, 4, 24)] == [0, 0, 1, 7]
    assert [board.season_turn(turn) for turn in (1, 2, 3, 4)] == [1, 2, 3, 1]
    assert [turn for turn in range(1, 25) if board.ends_season(turn)] == list(range(3, 25, 3))


def test_leaders_stand_by_seat():
    board, _ = line()
    assert board.leaders_of(OCC) == tuple(Leader(n) for n in range(4, 8))
    assert [plan.seat for plan in board.leaders] == [SRA] * 4 + [OCC] * 4 + [CA] * 4
