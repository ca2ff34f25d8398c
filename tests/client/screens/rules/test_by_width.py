"""What is kept for a width is made once, and anew for another look."""

from game.client.look import Look
from game.client.screens.rules.by_width import MOST, ByWidth
from tests.support.looks import look


def noting(made: list[int]) -> ByWidth[int]:
    """Notes each width it is made for, and gives it back."""

    def make(_: Look, width: int) -> int:
        made.append(width)
        return width

    return ByWidth(make)


def test_each_width_is_made_once() -> None:
    made: list[int] = []
    kept = noting(made)
    one = look()
    assert [kept.get(one, width) for width in (10, 20, 10, 20)] == [10, 20, 10, 20]
    assert made == [10, 20]


def test_another_look_is_made_anew() -> None:
    made: list[Look] = []
    kept = ByWidth(lambda asked, _: made.append(asked))
    one, other = look(1.0), look(1.5)
    for asked in (one, one, other):
        kept.get(asked, 10)
    assert made == [one, other]


def test_no_more_is_kept_than_is_needed() -> None:
    made: list[int] = []
    kept = noting(made)
    one = look()
    for width in (*range(MOST + 1), MOST, 0):
        assert kept.get(one, width) == width
    assert made == [*range(MOST + 1), 0]
