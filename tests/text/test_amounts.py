import pytest

from game.text.amounts import percent, tenths


@pytest.mark.parametrize(
    ("hundredths", "shown"),
    [(2400, "24"), (2410, "24.1"), (2415, "24.2"), (2414, "24.1"), (4, "0"), (-4, "0"), (-2415, "-24.2")],
)
def test_hundredths_are_shown_to_one_decimal(hundredths: int, shown: str) -> None:
    assert tenths(hundredths) == shown


def test_permille_are_shown_as_percent() -> None:
    assert [percent(0), percent(407), percent(1000)] == ["0", "40.7", "100"]
