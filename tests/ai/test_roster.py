import pytest

from game.ai.roster import LEVELS, decide
from game.rules.ids import Seat
from game.rules.legality import faults
from game.rules.view import view_of
from tests.support import matches


def test_the_weakest_comes_first() -> None:
    assert LEVELS == ("random", "greedy")


@pytest.mark.parametrize("level", LEVELS)
def test_every_level_gives_a_legal_slate(level: str) -> None:
    board, state = matches.match()
    for seat in board.all_seats:
        slate = decide(level, board, view_of(state, seat), 11)
        assert slate
        assert faults(board, state.public, seat, slate) == ()


def test_an_unknown_level_is_refused_with_those_there_are() -> None:
    board, state = matches.match()
    with pytest.raises(LookupError, match="'boss'; there are random, greedy"):
        decide("boss", board, view_of(state, Seat(0)), 1)
