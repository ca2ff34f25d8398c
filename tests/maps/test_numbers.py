import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.maps.numbers import to_points, to_quarters


@pytest.mark.parametrize(
    ("text", "quarters"),
    [("0", 0), ("32", 4), ("-8", -1), ("3.9", 0), ("4.1", 1), ("1e-05", 0), ("100.25", 13)],
)
def test_pixels_become_the_nearest_quarter_tile(text: str, quarters: int) -> None:
    assert to_quarters(text, 32) == quarters


@pytest.mark.parametrize(
    "text", ["", " 1", "1 ", "+1", "nan", "inf", "1e9", "0x10", "1_0", "١", "1.", ".5", "12345678"]
)
def test_other_forms_are_no_numbers(text: str) -> None:
    assert to_quarters(text, 32) is None


@given(st.integers(-9999, 9999), st.integers(-500, 500))
def test_rounding_moves_with_the_drawing(pixels: int, tiles: int) -> None:
    here, there = to_quarters(str(pixels), 32), to_quarters(str(pixels + 32 * tiles), 32)

    assert here is not None
    assert there == here + 4 * tiles


@given(st.integers(-9999, 9999))
def test_a_quarter_stays_a_quarter_wide(pixels: int) -> None:
    left, right = to_quarters(str(pixels), 32), to_quarters(str(pixels + 8), 32)

    assert left is not None
    assert right == left + 1


def test_points_are_rounded_after_adding_the_origin() -> None:
    assert to_points("3,0 -3,8", 32, ("3", "0")) == ((1, 0), (0, 1))


@pytest.mark.parametrize("text", ["1", "1,", ",1", "1,2 3", "1,2,3", "a,b"])
def test_broken_points_are_none(text: str) -> None:
    assert to_points(text, 32, ("0", "0")) is None


def test_a_broken_origin_spoils_all_points() -> None:
    assert to_points("0,0", 32, ("nan", "0")) is None
