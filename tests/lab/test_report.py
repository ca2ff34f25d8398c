import json
from io import StringIO

from rich.console import Console

from game.lab.matches import MatchResult, MatchSetup, SeatResult
from game.lab.report import figures, report, table, to_json
from game.lab.seats import parse_seats
from game.lab.tally import TallyKeeper
from game.rules.state import Ending
from tests.support.cities import line_city

SETUP = MatchSetup(line_city(), parse_seats("sra:greedy,occ:random", ("occ", "sra"), 2), "short")


def result(seed: int, places: tuple[int, int], leads: tuple[int, ...], fracture: int = 30) -> MatchResult:
    seats = tuple(
        SeatResult(place, 10_000 * (3 - place), {"care": 10}, {"leading": 900, "other": 100})
        for place in places
    )
    ending = Ending.PLAYED if any(places) else Ending.SUNDERED
    curve = (fracture, fracture + 10, fracture + 20)
    return MatchResult(seed, ending, seats, curve, leads, TallyKeeper().tally(), "ab" * 32)


RESULTS = (
    result(1, (1, 2), (0, 0, 0, 0)),
    result(2, (2, 1), (1, 0, 0, 1)),
    result(3, (1, 1), (0, -1, 1, -1)),
    result(4, (0, 0), (), fracture=80),
)


def test_wins_are_shared_and_broken_cities_have_no_winner() -> None:
    found = figures(SETUP, RESULTS)
    assert [seat.wins for seat in found.seats] == [150, 150]
    assert [seat.fair for seat in found.seats] == [100, 100]
    assert (found.games, found.sundered) == (4, 1)


def test_the_curve_is_the_mean_over_those_that_got_so_far() -> None:
    assert figures(SETUP, RESULTS).fracture == (42, 52, 62)


def test_how_often_the_leader_won_leaves_ties_out() -> None:
    found = figures(SETUP, RESULTS)
    assert (found.half, found.three_quarters) == (50, 66)


def test_nobody_wins_where_every_city_broke() -> None:
    found = figures(SETUP, RESULTS[3:])
    assert [(seat.wins, seat.fair) for seat in found.seats] == [(0, 0), (0, 0)]
    assert (found.half, found.three_quarters) == (0, 0)


def test_the_table_names_seats_verbs_and_the_curve() -> None:
    page = Console(file=StringIO(), width=120)
    page.print(table(figures(SETUP, RESULTS)))
    assert isinstance(page.file, StringIO)
    printed = page.file.getvalue()
    assert "line, short: 4 matches" in printed
    assert "sra:greedy" in printed
    assert "care" in printed
    assert "leading" in printed
    assert "sundered 1 of 4" in printed
    assert "Fracture after turn 3: 62" in printed


def test_places_are_counted() -> None:
    assert [seat.places for seat in figures(SETUP, RESULTS).seats] == [(2, 1), (2, 1)]


def test_the_report_has_the_seats_and_what_was_used() -> None:
    page = Console(file=StringIO(), width=120)
    page.print(report(figures(SETUP, RESULTS)))
    assert isinstance(page.file, StringIO)
    printed = page.file.getvalue()
    for words in ("sra:greedy", "Sanctuaries a match", "open_clinics", "janus_intrusion", "stewardship"):
        assert words in printed


def test_json_has_the_figures_and_every_match() -> None:
    read = json.loads(to_json(figures(SETUP, RESULTS), RESULTS))
    assert read["figures"]["sundered"] == 1
    assert [match["seed"] for match in read["matches"]] == [1, 2, 3, 4]
