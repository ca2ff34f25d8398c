import os
import subprocess
import sys

import pytest
from msgspec.structs import replace

from game.lab.matches import MatchResult, MatchSetup, play_match, run_matches
from game.lab.seats import SeatsError, parse_seats
from game.rules.errors import RulesError
from game.rules.ids import Seat
from game.rules.setup import Setting
from game.rules.state import Ending
from tests.support.cities import grid_city

FACTIONS = ("ca", "occ", "sra")
WHOLE_MATCH = """
from game.lab.matches import MatchSetup, play_match
from game.lab.seats import parse_seats
from tests.support.cities import grid_city
seats = parse_seats("greedy,greedy,greedy", ("ca", "occ", "sra"), 3)
print(play_match(MatchSetup(grid_city(), seats, "short"), 5).proof)
"""


def setup(seats: str, length: str = "short") -> MatchSetup:
    return MatchSetup(grid_city(), parse_seats(seats, FACTIONS, 3), length)


def test_a_match_is_played_to_its_end() -> None:
    result = play_match(setup("random,greedy,random"), 3)
    assert len(result.seats) == 3
    assert len(result.fracture) == 12 or result.sundered
    assert len(result.leads) == len(result.fracture) // 3
    assert sum(result.seats[1].orders.values()) > 30


def test_the_same_seed_is_the_same_match_and_another_is_another() -> None:
    first, again, other = (play_match(setup("random,random,random"), seed) for seed in (3, 3, 4))
    assert first == again
    assert first.proof != other.proof


def test_a_match_is_played_in_its_mode_and_temper() -> None:
    free = setup("random,random,random")
    together = replace(free, setting=Setting("common_cause", "gentle"))
    ending = play_match(together, 3).ending
    assert ending in (Ending.ACHIEVED, Ending.FAILED, Ending.SUNDERED)
    assert play_match(free, 3).proof != play_match(together, 3).proof


def test_a_seat_that_is_not_ranked_is_never_ahead_and_has_no_place() -> None:
    neutral = replace(setup("random,random,greedy"), setting=Setting("free", "gentle", unranked=(Seat(2),)))
    results = [play_match(neutral, seed) for seed in range(3)]
    assert all(2 not in result.leads and result.seats[2].place == 0 for result in results)
    assert any(result.seats[0].place for result in results)


def test_a_setting_the_rules_do_not_take_is_told() -> None:
    with pytest.raises(RulesError, match="teams of 2"):
        play_match(replace(setup("random,random,random"), setting=Setting("teams")), 1)


@pytest.mark.slow
def test_a_whole_greedy_match_is_the_same_in_every_process() -> None:
    proofs = {
        subprocess.run(
            [sys.executable, "-c", WHOLE_MATCH],
            env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.splitlines()[-1]
        for hash_seed in ("0", "123")
    }
    assert len(proofs) == 1
    assert len(proofs.pop()) == 64


def test_greedy_beats_random_nearly_always() -> None:
    results = [play_match(setup("random,greedy,random"), seed) for seed in range(6)]
    lived = [result for result in results if not result.sundered]
    assert lived
    assert all(result.seats[1].place == 1 for result in lived)


def test_results_come_in_the_order_of_the_seeds_and_are_told_as_they_end() -> None:
    told: list[MatchResult] = []
    results = run_matches(setup("random,random,random"), [5, 4, 6], told.append, workers=2)
    assert [result.seed for result in results] == [5, 4, 6]
    assert sorted(result.seed for result in told) == [4, 5, 6]
    assert results[1] == play_match(setup("random,random,random"), 4)


def test_one_process_is_enough() -> None:
    told: list[MatchResult] = []
    results = run_matches(setup("random,random,random"), [5, 4], told.append, workers=1)
    assert tuple(told) == results


def test_people_are_not_for_the_laboratory() -> None:
    with pytest.raises(SeatsError, match="'you'"):
        play_match(setup("you,greedy,greedy"), 1)
    with pytest.raises(SeatsError, match="'open'"):
        run_matches(setup("open,greedy,greedy"), [1], lambda result: None, workers=1)
