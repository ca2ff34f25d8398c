from typing import get_args

from game.rules.ids import District, Seat
from game.rules.ledger import (
    Contested,
    Decayed,
    Earned,
    Entry,
    Factor,
    Fractured,
    Moved,
    Paid,
    Pressed,
    Refunded,
    Scored,
    Shifted,
)
from game.rules.resolve import resolve
from game.rules.turn import NOBODY, NOWHERE
from game.text.catalog import Catalog
from game.text.explaining import Line, explain
from tests.support import matches
from tests.text.test_telling import TOLD

CATALOG = Catalog(strict=True)
BOARD = matches.match()[0]
ALOK = matches.leader(BOARD, "alok_dsouza")
SRA, D3 = Seat(0), District(3)


def rows(entry: Entry) -> list[tuple[str, str, str]]:
    return [(line.sign, line.value, line.name) for line in explain(CATALOG, BOARD, entry)]


def test_pressure_is_base_times_its_factors() -> None:
    affinity = Factor("affinity", 118, (Factor("start", 97), Factor("need", 27), Factor("off_middle", -6)))
    entry = Pressed(SRA, ALOK, D3, "festival", 2200, (affinity, Factor("freshness", 60)), 1557)
    assert rows(entry) == [
        ("", "22", "Festival"),
        ("x", "118%", "Affinity"),
        ("x", "60%", "Freshness"),
        ("=", "15.6", "Pressure"),
    ]
    inside = explain(CATALOG, BOARD, entry)[1].parts
    assert [(line.sign, line.value) for line in inside] == [("+", "97%"), ("+", "27%"), ("-", "6%")]


def test_legacy_is_a_place_times_weight_and_spotlight() -> None:
    factors = (Factor("weight", 300), Factor("spotlight", 200))
    assert rows(Scored(SRA, "leading", D3, 200, factors, 1200)) == [
        ("", "2", "District 3"),
        ("x", "300%", "Weight"),
        ("x", "200%", "Spotlight"),
        ("=", "12", "Legacy"),
    ]


def test_fracture_is_unrest_and_the_gap() -> None:
    entry = Fractured(20, 25, (Factor("unrest", 18), Factor("gap", 7)))
    assert rows(entry) == [("+", "18", "Unrest"), ("+", "7", "Gap in need"), ("=", "25", "Fracture")]


def test_a_contest_has_the_pressures_and_the_shares() -> None:
    entry = Contested(D3, (1500, 0, 0), (10, 0, 0), (400, 120, 0), (451, 120, 0))
    assert explain(CATALOG, BOARD, entry) == (
        Line("+", "15", "Smile Rights Alliance", "pressure"),
        Line("=", "45.1%", "Smile Rights Alliance", "was 40%, shield 10%"),
        Line("=", "12%", "Oral Command Centers", "was 12%, shield 0%"),
        Line("=", "42.9%", "Residents", "was 48%"),
    )


def test_plain_changes_are_one_row() -> None:
    assert rows(Shifted("need", D3, "care", SRA, -22)) == [("-", "22", "Care")]
    assert rows(Earned(SRA, "credits", "income", NOWHERE, 9)) == [("+", "9 credits", "income")]
    assert rows(Decayed(D3, (5, 0, 0))) == [("-", "0.5%", "Smile Rights Alliance")]


def test_a_price_has_a_row_for_each_currency() -> None:
    paid = Paid(SRA, ALOK, D3, "festival", 2, 3)
    assert rows(paid) == [("-", "2 credits", "Festival"), ("-", "3 voice", "Festival")]
    assert rows(Refunded(SRA, ALOK, D3, "build", "slot_taken", 5, 0)) == [("+", "5 credits", "Build")]


def test_a_move_has_no_sum() -> None:
    assert rows(Moved(ALOK, D3, District(4))) == []


def test_every_kind_of_entry_can_be_asked() -> None:
    for entry, _ in TOLD:
        assert all(isinstance(line, Line) for line in explain(CATALOG, BOARD, entry))
    assert {type(entry) for entry, _ in TOLD} == set(get_args(Entry))


def test_the_limit_of_a_scale_is_named() -> None:
    assert rows(Shifted("need", D3, "limit", NOBODY, 4)) == [("+", "4", "the limit of the scale")]


def test_everything_that_happens_in_random_matches_can_be_explained() -> None:
    board, state = matches.match(length="short")
    while state.public.outcome is None:
        ledger: list[Entry] = []
        state = resolve(board, state, matches.random_slates(board, state.public, 4), ledger)
        for entry in ledger:
            for line in explain(CATALOG, board, entry):
                assert line.value
                assert line.name
