from io import StringIO

import pytest
from rich.console import Console

from game.content import ruleset
from game.lab.matches import MatchResult, MatchSetup, play_match
from game.lab.seats import parse_seats
from game.lab.use import Use, summary, use_of, use_tables
from tests.support.cities import grid_city


@pytest.fixture(scope="module")
def results() -> list[MatchResult]:
    seats = parse_seats("random,random,random", ("ca", "occ", "sra"), 3)
    return [play_match(MatchSetup(grid_city(), seats, "short"), seed) for seed in range(4)]


@pytest.fixture(scope="module")
def use(results: list[MatchResult]) -> Use:
    return use_of(ruleset(), results)


def test_whatever_the_ruleset_has_stands_there_used_or_not(use: Use) -> None:
    rules = ruleset()
    kinds = {rule.key for faction in rules.factions.values() for rule in faction.facilities}
    assert set(use.facilities) == kinds
    assert set(use.laws) == set(rules.laws)
    assert set(use.events) == set(rules.events)
    assert set(use.mandates) == set(rules.mandates)


def test_verbs_are_summed_over_seats_and_matches(use: Use, results: list[MatchResult]) -> None:
    care = sum(seat.orders.get("care", 0) for result in results for seat in result.seats)
    assert use.verbs["care"] == care > 0


def test_every_ending_is_counted(use: Use) -> None:
    assert sum(use.endings.values()) == 4


def test_laws_add_up(use: Use, results: list[MatchResult]) -> None:
    assert sum(law.moved for law in use.laws.values()) == sum(sum(r.tally.moved.values()) for r in results)
    assert all(law.passed_of_moved <= min(law.moved, law.passed) for law in use.laws.values())


def test_an_opportunity_cannot_be_answered(use: Use) -> None:
    assert not use.events["holographic_unveiling"].answerable
    assert use.events["dry_taps"].answerable


def test_people_read_all_of_it(use: Use) -> None:
    page = Console(file=StringIO(), width=120)
    page.print(summary(use), *use_tables(use))
    assert isinstance(page.file, StringIO)
    printed = page.file.getvalue()
    for key in (*use.laws, *use.events, *use.mandates, *use.facilities, *use.verbs):
        assert key in printed
