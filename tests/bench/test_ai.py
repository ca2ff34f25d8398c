"""What a computer player's turn costs: it must never be what people wait for.

Compare with the calibration loop of `test_rules.py` in the same run, not with another machine's medians.
"""

import pytest

from game import resources
from game.ai.roster import LEVELS, decide
from game.lab.matches import MatchSetup, play_match
from game.lab.seats import parse_seats
from game.maps import load
from game.rules.ids import Seat
from game.rules.view import view_of
from tests.support.matches import after, match


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("turns", [0, 9])
def test_decide(benchmark, level, turns):
    board, state = match(seed=3)
    view = view_of(after(board, state, turns, seed=2), Seat(0))
    benchmark(decide, level, board, view, 1)


@pytest.mark.parametrize("level", LEVELS)
def test_match(benchmark, level, measures):
    """A standard match of three on the first official map, with its ledger counted; only tried, by random players."""
    if not measures and level != LEVELS[0]:
        pytest.skip("whole matches of these players are played elsewhere in the suite")
    city = load(resources.maps_folder() / "core").city
    seats = parse_seats(",".join([level] * 3), ("ca", "occ", "sra"), 3)
    benchmark.pedantic(play_match, args=(MatchSetup(city, seats, "standard"), 1), rounds=2)
