from typing import Any, get_args

import pytest

from game.rules.ids import District, Seat
from game.rules.ledger import (
    Contested,
    Decayed,
    Decided,
    Earned,
    Entry,
    Factor,
    Finished,
    Fractured,
    GalaHeld,
    Moved,
    Paid,
    Pledged,
    Pressed,
    Scored,
    Shifted,
    Voted,
)
from game.rules.resolve import resolve
from game.rules.state import Law
from game.rules.turn import NO_LEADER, NOBODY, NOWHERE
from game.text.catalog import Catalog
from game.text.explaining import ExplanationLine, explain
from game.text.factors import FIXED
from game.text.telling import tell
from tests.support import matches

CATALOG = Catalog(strict=True)
BOARD = matches.match()[0]
ALOK = matches.leader(BOARD, "alok_dsouza")
SRA, OCC, CA = Seat(0), Seat(1), Seat(2)
D3 = District(3)


def shown(entry: Entry) -> list[tuple[int, str, str, str]]:
    """Indent, sign, value and name of every line."""
    lines = explain(CATALOG, BOARD, entry).flat()
    return [(line.indent, line.sign, line.value, line.name) for line in lines]


SHOWN: list[tuple[Any, list[tuple[int, str, str, str]]]] = [
    (
        Pressed(
            SRA,
            ALOK,
            D3,
            "rally",
            1200,
            (
                Factor(
                    "affinity", 120, (Factor("start", 97), Factor("need", 33), Factor("second_opinion", -10))
                ),
                Factor("freshness", 60),
                Factor("quiet_streets", 90),
            ),
            777,
        ),
        [
            (0, "", "12", "Rally"),
            (0, "×", "120%", "Affinity"),
            (1, "", "97%", "Start"),
            (1, "+", "33%", "Need"),
            (1, "-", "10%", "Second Opinion"),
            (0, "×", "60%", "Freshness"),
            (0, "×", "90%", "Quiet Streets"),
            (0, "=", "7.8", "Pressure, rounded down"),
        ],
    ),
    (
        Pressed(OCC, NO_LEADER, D3, "echo", 2200, (), 275),
        [(0, "", "22", "A festival next door"), (0, "=", "2.8", "Pressure, rounded down")],
    ),
    (
        Scored(
            SRA,
            "leading",
            D3,
            200,
            (Factor("weight", 300), Factor("turmoil", 50), Factor("gala_hall", 150)),
            450,
        ),
        [
            (0, "", "2", "Leading"),
            (0, "×", "3", "Weight"),
            (0, "×", "50%", "Turmoil"),
            (0, "×", "150%", "Gala Hall"),
            (0, "=", "4.5", "Legacy, rounded down"),
        ],
    ),
    (
        Scored(
            CA, "stakes", D3, 250, (Factor("stake", 33), Factor("completion", 100), Factor("joint", 130)), 108
        ),
        [
            (0, "", "2.5", "All the stakes of a finished Sanctuary"),
            (0, "×", "33%", "Stake"),
            (0, "×", "100%", "Completion"),
            (0, "×", "130%", "Joint"),
            (0, "=", "1.1", "Legacy, rounded down"),
        ],
    ),
    (
        Voted(
            "open_clinics",
            SRA,
            True,
            (Factor("support", 312), Factor("voice", 24), Factor("council_dome", 40)),
            376,
        ),
        [
            (0, "", "312", "Support"),
            (0, "+", "24", "Voice"),
            (0, "+", "40", "Council Dome"),
            (0, "=", "376", "Weight"),
        ],
    ),
    (
        Voted("open_clinics", NOBODY, True, (Factor("residents", 400),), 400),
        [(0, "", "400", "Residents"), (0, "=", "400", "Weight")],
    ),
    (
        Decided("open_clinics", SRA, 600, 400, True, 12),
        [(0, "", "600", "For"), (0, "", "400", "Against")],
    ),
    (
        Paid(SRA, ALOK, D3, "festival", 1, 3, (Factor("credits", -1, (Factor("open_preview", -1),)),)),
        [
            (0, "", "2", "Price as it is written"),
            (0, "-", "1", "Open Preview"),
            (0, "=", "1", "Credits paid"),
            (0, "=", "3", "Voice paid"),
        ],
    ),
    (
        Paid(SRA, ALOK, D3, "build", 4, 0, (Factor("credits", -1, (Factor("on_schedule", -1),)),)),
        [
            (0, "", "5", "Price as it is written"),
            (0, "-", "1", "On Schedule"),
            (0, "=", "4", "Credits paid"),
        ],
    ),
    (
        Pledged(SRA, ALOK, D3, "consent", (Factor("speciality", 3), Factor("travelling_atelier", 1)), 2),
        [
            (0, "", "3", "Speciality"),
            (0, "+", "1", "Travelling Atelier"),
            (0, "-", "2", "Too many"),
            (0, "=", "2", "Parts"),
        ],
    ),
    (
        Finished(D3, SRA, (9, 0, 6)),
        [(0, "", "9", "Smile Rights Alliance"), (0, "", "6", "Cultural Alliance")],
    ),
    (Shifted("need", D3, "hard_times", NOBODY, 2), [(0, "+", "2", "Hard times")]),
    (Earned(SRA, "credits", "upkeep", NOWHERE, -4), [(0, "-", "4", "Upkeep")]),
    (
        Contested(D3, (2100, 0, 300), (5, 0, 0), (400, 0, 100), (451, 0, 90)),
        [
            (0, "", "45.1%", "Smile Rights Alliance"),
            (1, "", "21", "Pressure"),
            (1, "", "5%", "Shield"),
            (0, "", "9%", "Cultural Alliance"),
            (1, "", "3", "Pressure"),
        ],
    ),
    (
        Decayed(D3, (5, 0, 1), (Factor("start", 12), Factor("old_observatory", -6))),
        [
            (0, "", "1.2%", "Fading"),
            (0, "-", "0.6%", "Old Observatory"),
            (0, "=", "0.6%", "Fading here"),
            (0, "-", "0.5%", "Smile Rights Alliance"),
            (0, "-", "0.1%", "Cultural Alliance"),
        ],
    ),
    (
        Fractured(22, 25, (Factor("unrest", 18), Factor("gap", 6))),
        [
            (0, "", "18", "Unrest"),
            (0, "+", "6", "Gap in need"),
            (0, "+", "1", "Rounding"),
            (0, "=", "25", "Fracture"),
        ],
    ),
    (GalaHeld(3, 3, (2,)), [(0, "", "3", "Weight")]),
]


@pytest.mark.parametrize(("entry", "lines"), SHOWN)
def test_an_entry_opens_into_its_lines(entry: Entry, lines: list[tuple[int, str, str, str]]) -> None:
    assert shown(entry) == lines
    assert explain(CATALOG, BOARD, entry).title == tell(CATALOG, BOARD, entry)


def test_every_entry_with_factors_is_shown_here() -> None:
    with_factors = {kind for kind in get_args(Entry) if "factors" in kind.__struct_fields__}
    assert with_factors <= {type(entry) for entry, _ in SHOWN}


def test_an_entry_that_is_no_sum_has_only_its_title() -> None:
    moved = Moved(ALOK, D3, District(4))
    assert explain(CATALOG, BOARD, moved).lines == ()
    assert explain(CATALOG, BOARD, moved).title == tell(CATALOG, BOARD, moved)


@pytest.mark.parametrize(
    ("group", "name"), [(group, name) for group, names in FIXED.items() for name in names]
)
def test_every_line_of_the_rules_says_where_it_comes_from(group: str, name: str) -> None:
    for ending in ("", "-why"):
        assert CATALOG.has(f"factors-{group}-{name}{ending}")


def test_a_card_is_told_by_its_kind() -> None:
    factors = tuple(Factor(key, 110) for key in ("quiet_streets", "dry_taps", "holo_plaza", "show_stopper"))
    entry = Pressed(SRA, ALOK, D3, "rally", 1200, factors, 1700)
    lines = explain(CATALOG, BOARD, entry, (Law("quiet_streets", 9, SRA),)).lines
    assert [line.why for line in lines[1:-1]] == [
        "law, through turn 9",
        "event here",
        "landmark here",
        "trait of Alok D'Souza",
    ]
    assert explain(CATALOG, BOARD, entry).lines[1].why == "law"


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (Shifted("need", D3, "smile_levy", NOBODY, -1), "law"),
        (Shifted("need", D3, "drift", NOBODY, 4), ""),
        (Shifted("need", D3, "care", SRA, -22), "SRA"),
        (Earned(SRA, "credits", "data_dividend", NOWHERE, 1), "law"),
        (Earned(SRA, "voice", "rally", D3, 3), "District 3"),
    ],
)
def test_a_change_says_where_it_comes_from(entry: Entry, why: str) -> None:
    assert explain(CATALOG, BOARD, entry).lines[0].why == why


def running(lines: tuple[ExplanationLine, ...]) -> int:
    """What the lines before the sum come to, worked out as the rules do."""
    product, divisor, total = 0, 1, 0
    for line in lines:
        if line.sign == "×":
            product, divisor = product * line.amount, divisor * 100
        elif line.sign != "=":
            total += line.amount
            product = total
    return product // divisor


def test_every_sum_of_random_matches_adds_up() -> None:
    board, state = matches.match(length="short")
    while state.public.outcome is None:
        ledger: list[Entry] = []
        state = resolve(board, state, matches.random_slates(board, state.public, 3), ledger)
        for entry in ledger:
            lines = explain(CATALOG, board, entry).lines
            if isinstance(entry, Voted | Pledged | Fractured):
                assert running(lines) == lines[-1].amount
            if isinstance(entry, Pressed) and entry.factors:
                # The base of what several share is itself rounded down.
                assert 0 <= lines[-1].amount - running(lines) <= 10
            for line in lines:
                assert not line.parts or isinstance(entry, Contested) or running(line.parts) == line.amount
