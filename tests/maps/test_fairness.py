import pytest

from game.maps.fairness import figures, spreads, steps
from game.rules.city import City, DistrictPlan, Start
from game.rules.ids import District, Wealth


def _row(people: tuple[int, ...], homes: tuple[int, int]) -> City:
    """Districts in a row, each linked to the next."""
    last = len(people) - 1
    plans = tuple(
        DistrictPlan(
            key=f"d{index}",
            title="",
            population=count,
            wealth=Wealth.MIXED,
            need=40,
            lean=0,
            unrest=1,
            slots=2,
            quarter=1,
            landmark=None,
            links=tuple(District(there) for there in (index - 1, index + 1) if 0 <= there <= last),
        )
        for index, count in enumerate(people)
    )
    starts = tuple(Start(seat, District(home), "any") for seat, home in enumerate(homes, 1))
    return City("row", "", plans, starts, 24)


def test_steps_count_links() -> None:
    assert steps(_row((1, 1, 1, 1), (0, 3)), District(1)) == [1, 0, 1, 2]


def test_figures_of_a_row() -> None:
    first, second = figures(_row((4, 2, 2, 8), (0, 3)))

    assert (first.home, first.near, first.share, first.rival, first.exits) == (4, 6.5, 6 / 16, 3, 1)
    assert (second.home, second.near, second.share, second.rival, second.exits) == (8, 10.0, 10 / 16, 3, 1)


def test_what_lies_in_the_middle_is_nobody_s() -> None:
    first, second = figures(_row((3, 4, 3), (0, 2)))

    assert first.share == second.share == 0.3


def test_a_mirrored_city_has_no_spread() -> None:
    found = spreads(figures(_row((3, 5, 5, 3), (0, 3))))

    assert (found.home, found.near, found.share, found.rival, found.exits) == (0, 0, 0, 0, 0)


def test_spread_is_the_range_over_the_mean() -> None:
    assert spreads(figures(_row((4, 2, 2, 8), (0, 3)))).home == pytest.approx(4 / 6)
