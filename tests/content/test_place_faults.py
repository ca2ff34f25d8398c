from typing import get_args

import pytest

from game.content.place_faults import place_faults
from game.rules.basics import TRAIT_RANGES, Place, PlaceTrait


def test_every_trait_has_its_range() -> None:
    assert set(TRAIT_RANGES) == set(get_args(PlaceTrait))


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (Place("need", 60, 40), "no district it could fit"),
        (Place("unrest", least=11), "no district it could fit"),
        (Place("lean", most=-101), "no district it could fit"),
        (Place("wealth"), "nothing it leaves out"),
        (Place("finished", 0, 1), "nothing it leaves out"),
    ],
)
def test_a_place_that_fits_nothing_or_everything_is_told(place: Place, found: str) -> None:
    assert [fault.found for fault in place_faults("laws.toml", "here", place)] == [found]


@pytest.mark.parametrize(
    "place", [None, Place("need", least=40), Place("finished", 1, 1), Place("lean", -5, 5)]
)
def test_a_place_that_tells_districts_apart_is_taken(place: Place | None) -> None:
    assert list(place_faults("laws.toml", "here", place)) == []
