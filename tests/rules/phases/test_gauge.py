from fractions import Fraction
from math import floor

from hypothesis import given
from hypothesis import strategies as st

from game.rules.ledger import Factor
from game.rules.phases.gauge import fracture, fracture_parts, need_gap
from tests.support.cities import line_city
from tests.support.matches import THREE, match

BOARD = match(line_city())[0]
GRID = match()[0]
needs = st.lists(st.integers(0, 100), min_size=5, max_size=5)
unrests = st.lists(st.integers(0, 10), min_size=5, max_size=5)


def test_unrest_is_weighted_and_counts_ten_times():
    assert fracture(BOARD, [0] * 5, [1, 0, 0, 0, 0]) == 2
    assert fracture(BOARD, [0] * 5, [10] * 5) == 100


def test_the_gap_counts_a_quarter_and_never_less_than_nothing():
    # Underserved is 0 alone (the third seat's home is laid over as mixed), affluent is 2.
    assert need_gap(BOARD, [80, 0, 20, 0, 0]) == 60
    assert fracture(BOARD, [80, 0, 20, 0, 0], [0] * 5) == 15
    assert need_gap(BOARD, [20, 0, 80, 0, 0]) == 0
    assert fracture(BOARD, [20, 0, 80, 0, 0], [0] * 5) == 0


def test_both_parts_stand_over_one_denominator():
    # 10 * 3 * 5 / 25 = 6 and 7 / 4 = 1.75.
    assert fracture(BOARD, [27, 0, 20, 0, 0], [3, 0, 0, 0, 0]) == 7
    assert fracture_parts(BOARD, [27, 0, 20, 0, 0], [3, 0, 0, 0, 0]) == (
        Factor("unrest", 6),
        Factor("gap", 1),
    )


def test_it_stops_at_a_hundred():
    assert fracture(BOARD, [100, 0, 0, 0, 0], [10] * 5) == 100


def test_where_nobody_is_rich_there_is_no_gap():
    without_centers = match(line_city(wealth=(0, 1, 1, 1, 0)), seating=(THREE[0], THREE[2]))[0]
    assert without_centers.affluent == ()
    assert need_gap(without_centers, [100, 0, 0, 0, 0]) == 0
    assert fracture(without_centers, [100, 0, 0, 0, 0], [1] * 5) == 10


@given(needs, unrests, st.integers(0, 4))
def test_more_unrest_never_means_less_fracture(need, unrest, where):
    angrier = [level + (place == where and level < 10) for place, level in enumerate(unrest)]
    assert 0 <= fracture(BOARD, need, unrest) <= fracture(BOARD, need, angrier) <= 100


@given(needs, unrests)
def test_the_parts_are_not_more_than_the_whole(need, unrest):
    parts = sum(part.value for part in fracture_parts(BOARD, need, unrest))
    assert parts <= fracture(BOARD, need, unrest) <= parts + 1 or fracture(BOARD, need, unrest) == 100


@given(
    st.lists(st.integers(0, 100), min_size=16, max_size=16),
    st.lists(st.integers(0, 10), min_size=16, max_size=16),
)
def test_it_is_the_exact_measure_rounded_down_once(need, unrest):
    board = GRID
    poor = Fraction(sum(need[d] for d in board.underserved), len(board.underserved))
    rich = Fraction(sum(need[d] for d in board.affluent), len(board.affluent))
    gap = max(Fraction(0), poor - rich)
    people = sum(board.population)
    anger = Fraction(
        sum(heads * level for heads, level in zip(board.population, unrest, strict=True)), people
    )
    assert need_gap(board, need) == floor(gap)
    assert fracture(board, need, unrest) == min(100, floor(10 * anger + gap / 4))
