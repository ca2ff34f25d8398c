import pytest

from game.protocol.messages import Profile, Rating, Standing
from server.people.person import FEWEST_TURNS, Person
from server.people.rating import Rated

GOOD = Rated("free", 30.0, 2.0, 12)


@pytest.mark.parametrize(
    ("due", "missed", "told"),
    [(FEWEST_TURNS - 1, 0, None), (FEWEST_TURNS, 0, 100), (30, 1, 96), (30, 30, 0)],
)
def test_reliability_is_told_once_there_is_something_to_tell(due: int, missed: int, told: int | None) -> None:
    assert Person(1, "Ann", 3, due, missed).reliability == told


def test_standing_is_of_the_rooms_mode() -> None:
    ann = Person(1, "Ann", 12, 40, 2, (GOOD,))
    assert ann.standing("free") == Standing(1800, 120, 95)
    assert ann.standing("teams") == Standing(None, 0, 95)


def test_everybody_begins_alike() -> None:
    begun = Person(1, "Ann").rated("free")
    assert (begun.mode, begun.value, begun.spread, begun.matches) == ("free", 1500, 500, 0)


def test_a_profile_shows_all_ratings() -> None:
    ann = Person(1, "Ann", 12, 40, 2, (GOOD,))
    assert ann.profile() == Profile(1, "Ann", 12, 95, (Rating("free", 1800, 120, 12),))
