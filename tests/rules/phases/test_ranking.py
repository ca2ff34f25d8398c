import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.phases.ranking import ranks
from tests.support.matches import CA, OCC, SRA, line

supports = st.lists(st.integers(0, 333), min_size=3, max_size=3).map(tuple)


@pytest.mark.parametrize(
    ("support", "first", "second"),
    [
        ((249, 100, 0), [], []),
        ((250, 100, 0), [SRA], [OCC]),
        ((250, 99, 0), [SRA], []),
        ((300, 300, 200), [SRA, OCC], []),
        ((333, 333, 333), [SRA, OCC, CA], []),
        ((400, 150, 150), [SRA], [OCC, CA]),
        ((0, 0, 0), [], []),
    ],
)
def test_leading_takes_a_quarter_and_second_a_tenth(support, first, second):
    board, _ = line()
    assert ranks(board, support) == (first, second)


@given(supports)
def test_nobody_stands_twice_and_the_first_have_most(support):
    board, _ = line()
    first, second = ranks(board, support)
    assert not set(first) & set(second)
    assert all(support[seat] == max(support) for seat in first)
    assert all(support[seat] < max(support) for seat in second)
    assert first or not second
