import sys

import pytest

from tests.bench.paced_race import KINDS, Pace, Row, messages, middle, race, table


def test_each_figure_is_the_median_of_its_rounds() -> None:
    rounds = [
        Row(1, 9, 1, 5, 0, 0.1, 0.5, 3),
        Row(3, 8, 2, 4, 0, 0.2, 0.7, 2),
        Row(2, 7, 3, 6, 0.3, 0.3, 0.6, 1),
    ]
    assert middle(rounds) == Row(2, 8, 2, 5, 0, 0.2, 0.6, 2)


def test_the_table_never_shows_the_undisturbed_alone() -> None:
    heading, line = table({"bare": Row(1.25, 9, 0.75, 5, 0.125, 0.05, 0.5, 3)})
    assert heading.split() == [
        "p50",
        "p99",
        "undisturbed:",
        "p50",
        "p99",
        "left",
        "out",
        "stalled",
        "cores",
        "bare",
        "commit",
    ]
    assert line.split() == ["bare", "1.25", "9.00", "0.75", "5.00", "12.5%", "5.0%", "0.50", "3.00"]


def test_what_is_said_is_what_a_room_says_in_a_match() -> None:
    assert len(messages()) % (15 + 3) == 0
    assert len(set(messages())) == len(messages())


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the race needs Linux")
def test_a_short_race_is_run_by_all() -> None:
    rows = race(Pace(rate=60, seconds=1, rooms=3), rounds=1)
    assert tuple(rows) == KINDS
    for found in rows.values():
        assert 0 < found.p50 <= found.p99
        assert found.cpu > 0
        assert found.commit > 0
        assert 0 <= found.left_out <= 1
