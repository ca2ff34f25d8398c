"""Self-play that tells starts apart from factions: each begins everywhere, and wins are counted where they fell."""

from collections import Counter

import pytest
from msgspec.structs import replace

from game.content import ruleset
from game.lab.fairness import count_wins, play_fairness, rotations, wilson
from game.lab.matches import MatchResult, play_match
from game.lab.seats import sittings
from game.maps import check, find
from game.rules.setup import new_match
from game.rules.state import Ending


@pytest.fixture(scope="module")
def city():
    return check(find("core")).city


def test_every_faction_begins_at_every_start(city):
    turned = rotations(city, "random", "short")
    for start in range(len(city.starts)):
        assert sorted(turn.factions[start] for turn in turned) == sorted(ruleset().factions)


def test_seat_n_of_a_rotation_sits_at_start_n(city):
    for turn in rotations(city, "random", "short"):
        setup = turn.setup
        for seed in (0, 5):
            match, _ = new_match(ruleset(), setup.city, sittings(setup.seats), setup.length, seed)
            assert match.homes == tuple(start.district for start in city.starts)


@pytest.fixture(scope="module")
def result(city):
    return play_match(rotations(city, "random", "short")[0].setup, 3)


def _won_by(result, *winners):
    seats = tuple(replace(own, place=1 if seat in winners else 2) for seat, own in enumerate(result.seats))
    return replace(result, seats=seats, ending=Ending.PLAYED)


def test_wins_count_for_start_and_faction(city, result):
    first, second, third = rotations(city, "random", "short")
    counted = count_wins(
        [(first, [_won_by(result, 0)]), (second, [_won_by(result, 0)]), (third, [_won_by(result, 1)])]
    )
    assert [rate.wins for rate in counted.starts] == [2, 1, 0]
    won = Counter([first.factions[0], second.factions[0], third.factions[1]])
    assert {rate.name: rate.wins for rate in counted.factions} == {
        key: won[key] for key in ruleset().factions
    }
    assert all(rate.games == 3 for rate in counted.factions)
    assert counted.fair == pytest.approx(1 / 3)


def test_a_shared_win_counts_in_parts(city, result):
    counted = count_wins([(rotations(city, "random", "short")[0], [_won_by(result, 0, 2)])])
    assert [rate.wins for rate in counted.starts] == [0.5, 0, 0.5]


def test_nobody_wins_a_sundered_city(city, result):
    broken = replace(_won_by(result, 0), ending=Ending.SUNDERED)
    counted = count_wins([(rotations(city, "random", "short")[0], [broken])])
    assert counted.sundered == 1
    assert [rate.wins for rate in counted.starts] == [0, 0, 0]


def test_matches_are_shared_out_and_told(city):
    told: list[MatchResult] = []
    played = play_fairness(rotations(city, "random", "short"), 4, 1, told.append, workers=1)
    assert (played.games, len(told)) == (4, 4)
    assert sorted(entry.seed for entry in told) == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("wins", "games", "low", "high"),
    [(0, 0, 0, 1), (0, 10, 0, 0.278), (5, 10, 0.237, 0.763), (10, 10, 0.722, 1)],
)
def test_wilsons_interval(wins, games, low, high):
    assert wilson(wins, games) == pytest.approx((low, high), abs=0.001)
