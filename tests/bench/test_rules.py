"""Resolution must stay fast: it is what forecasts, computer players and the laboratory spend their time on.

Compare the medians with the calibration loop of the same run, not with another machine's.
"""

import pytest

from game.ai.roster import decide
from game.rules.forecast import forecast
from game.rules.ids import District, FactionKey, Seat
from game.rules.legality import faults
from game.rules.resolve import resolve
from game.rules.state import Sitting
from game.rules.view import diff, view_of
from tests.support.cities import large_city
from tests.support.matches import after, match, public, random_slates
from tests.support.ranges import whole_range

SIX = tuple(Sitting(FactionKey(faction), chapter) for chapter in (1, 2) for faction in ("sra", "occ", "ca"))


@pytest.fixture(scope="module")
def position():
    """The middle of a match of three seats on sixteen districts, with every seat's orders given."""
    board, state = match(seed=3)
    middle = after(board, state, 9, seed=2)
    return board, middle, random_slates(board, middle.public, 4)


@pytest.fixture(scope="module")
def played(measures):
    """The same, but played by greedy players: with facilities, Sanctuaries and laws in force."""
    return _by_greedy(*match(seed=3), 12 if measures else 2)


@pytest.fixture(scope="module")
def large(measures):
    """Six seats on twenty-eight districts, played by greedy players."""
    return _by_greedy(*match(large_city(), SIX, seed=3), 9 if measures else 1)


def _by_greedy(board, state, turns):
    for turn in range(turns + 1):
        slates = [decide("greedy", board, view_of(state, seat), turn) for seat in board.all_seats]
        if turn < turns:
            state = resolve(board, state, slates)
    return board, state, slates


def calibration():
    """A fixed amount of plain work, to tell a slow machine from slow code."""
    total = 0
    for number in range(10_000):
        total += number * number % 7
    return total


def test_calibration(benchmark):
    benchmark(calibration)


def test_resolve_without_ledger(benchmark, position):
    benchmark(resolve, *position)


def test_resolve_with_ledger(benchmark, position):
    board, state, slates = position
    benchmark(lambda: resolve(board, state, slates, []))


def test_resolve_played_without_ledger(benchmark, played):
    benchmark(resolve, *played)


def test_resolve_played_with_ledger(benchmark, played):
    board, state, slates = played
    benchmark(lambda: resolve(board, state, slates, []))


def test_resolve_large_without_ledger(benchmark, large):
    benchmark(resolve, *large)


def test_resolve_large_with_ledger(benchmark, large):
    board, state, slates = large
    benchmark(lambda: resolve(board, state, slates, []))


def test_decide_large(benchmark, large):
    board, state, _ = large
    benchmark(decide, "greedy", board, view_of(state, Seat(0)), 1)


def test_forecast(benchmark, position):
    board, state, slates = position
    benchmark(forecast, board, state.public, {Seat(n): slate for n, slate in enumerate(slates)})


def test_legality(benchmark, position):
    board, state, slates = position
    benchmark(faults, board, state.public, Seat(0), slates[0])


def test_diff(benchmark, position):
    board, state, slates = position
    new = view_of(resolve(board, state, slates), Seat(0))
    benchmark(diff, view_of(state, Seat(0)), new)


def test_support_range_where_everybody_meets(benchmark, position):
    board, state, _ = position
    crowd = public(state, leaders=tuple(District(5) for _ in board.leaders)).public
    benchmark(whole_range, board, crowd, Seat(0), (), District(5), {})
