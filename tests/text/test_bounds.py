import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content import ruleset
from game.rules.basics import Place
from game.text.bounds import bounds, bounds_of_place, districts_words, is_everywhere
from game.text.catalog import Catalog
from game.text.terms import Terms

TERMS = Terms(Catalog(strict=True), ruleset())
SCALE = (0, 10)


@pytest.mark.parametrize(
    ("least", "most", "kind"),
    [
        (-100_000, 100_000, "any"),
        (0, 10, "any"),
        (3, 100_000, "least"),
        (-100_000, 3, "most"),
        (3, 5, "between"),
        (3, 3, "exactly"),
        (10, 100_000, "exactly"),
        (5, 3, "none"),
        (11, 12, "none"),
    ],
)
def test_bounds_say_only_what_bounds(least: int, most: int, kind: str) -> None:
    assert bounds(least, most, SCALE).kind == kind


@given(least=st.integers(-20, 20), most=st.integers(-20, 20), value=st.integers(*SCALE))
def test_a_value_keeps_the_bounds_in_words_if_it_keeps_them_in_numbers(
    least: int, most: int, value: int
) -> None:
    found = bounds(least, most, SCALE)
    low = found.low if found.kind in ("least", "exactly", "between") else SCALE[0]
    high = found.high if found.kind in ("most", "exactly", "between") else SCALE[1]
    assert (least <= value <= most) == (found.kind != "none" and low <= value <= high)


def test_a_place_of_every_value_is_everywhere() -> None:
    assert is_everywhere(bounds_of_place(Place("unrest", most=10)))
    assert not is_everywhere(bounds_of_place(Place("unrest", most=9)))


@pytest.mark.parametrize(
    ("place", "one", "more"),
    [
        (None, "district", "districts"),
        (Place("wealth", most=0), "underserved district", "underserved districts"),
        (Place("need", least=40), "district with need 40 or more", "districts with need 40 or more"),
        (
            Place("off_middle", most=20),
            "district with lean within 20 of the middle",
            "districts with lean within 20 of the middle",
        ),
        (
            Place("off_middle", least=30, most=30),
            "district with lean 30 off the middle",
            "districts with lean 30 off the middle",
        ),
        (
            Place("finished", most=0),
            "district without a finished Sanctuary",
            "districts without a finished Sanctuary",
        ),
        (
            Place("facilities", least=1),
            "district with 1 or more facilities",
            "districts with 1 or more facilities",
        ),
    ],
)
def test_districts_are_counted_in_words(place: Place | None, one: str, more: str) -> None:
    assert [districts_words(TERMS, place, count) for count in (1, 2)] == [one, more]
