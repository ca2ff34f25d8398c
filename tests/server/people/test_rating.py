import pytest
from openskill.models import PlackettLuce

from server.people.rating import UNRATED, Rated, counts, moved
from server.room.result import Result
from tests.support.results import result, seat

MET = {number: UNRATED.of("free") for number in range(1, 5)}


def values(after: dict[int, Rated]) -> list[int]:
    return [after[number].value for number in sorted(after)]


def test_everybody_begins_with_what_the_model_takes_of_strangers() -> None:
    assert (UNRATED.mu, UNRATED.sigma) == (PlackettLuce().mu, PlackettLuce().sigma)


def test_who_wins_rises_and_who_loses_falls() -> None:
    after = moved(result(seat(1, 2), seat(2, 1), seat(3, 3)), MET)
    assert after[2].value > after[1].value > after[3].value
    assert after[2].value > 1500 > after[3].value
    assert all(rated.spread < 500 and rated.matches == 1 and rated.mode == "free" for rated in after.values())


def test_equals_move_alike() -> None:
    first, second, third = values(moved(result(seat(1, 1), seat(2, 1), seat(3, 3)), MET))
    assert first == second > third


def test_teams_move_as_teams() -> None:
    teams = result(seat(1, 1, 0), seat(2, 2, 1), seat(3, 1, 0), seat(4, 2, 1))
    first, second, third, fourth = values(moved(teams, MET))
    assert first == third > 1500 > second == fourth


def test_computers_guests_and_the_neutral_third_are_left_out() -> None:
    mixed = result(seat(1, 2), seat(0, 1), seat(2, 3), seat(3, 4, ranked=False))
    assert sorted(moved(mixed, MET)) == [1, 2]
    assert values(moved(mixed, MET)) == values(moved(result(seat(1, 1), seat(2, 2)), MET))


def test_who_gave_up_comes_last_however_the_seat_fared() -> None:
    after = moved(result(seat(1, 1, resigned=True), seat(2, 2), seat(3, 3)), MET)
    assert after[2].value > after[3].value > after[1].value


@pytest.mark.parametrize(
    "over",
    [
        result(),
        result(seat(1, 1)),
        result(seat(1, 1), seat(0, 2)),
        result(seat(1, 1), seat(2, 2), seeded=True),
        result(seat(1, 1), seat(2, 1)),
        result(seat(1, 0), seat(2, 0)),
        result(seat(1, 0, resigned=True), seat(2, 0)),
        result(seat(1, 1), seat(2, 2, ranked=False)),
        result(seat(1, 1), seat(1, 2, 7), seat(2, 3)),
        result(seat(1, 1, 0), seat(2, 1, 0)),
        result(seat(1, 1, 0), seat(2, 1, 0, resigned=True), seat(3, 1, 1), seat(4, 1, 1)),
    ],
    ids=[
        "nobody", "alone", "computer", "seeded", "together", "all lost", "all lost, one gave up", "unranked",
        "twice", "one team", "equal teams",
    ],
)  # fmt: skip
def test_a_match_that_tells_nothing_does_not_count(over: Result) -> None:
    assert not counts(over)


def test_a_match_of_two_persons_counts() -> None:
    assert counts(result(seat(1, 1), seat(2, 2), seat(0, 3)))


def test_many_matches_find_who_is_better() -> None:
    ratings = dict(MET)
    for number in range(40):
        winner = 1 if number % 4 else 2
        over = result(seat(1, 1 if winner == 1 else 2), seat(2, 1 if winner == 2 else 2))
        ratings.update(moved(over, ratings))
    assert ratings[1].value - ratings[2].value > ratings[1].spread
    assert ratings[1].matches == 40
