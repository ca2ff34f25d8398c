from typing import Any, get_args

import pytest

from game.rules.ids import District, Seat
from game.rules.ledger import (
    Built,
    Contested,
    Decayed,
    Earned,
    Ended,
    Entry,
    Fractured,
    GalaHeld,
    Joined,
    Moved,
    Paid,
    Pressed,
    Refunded,
    Scored,
    Shifted,
    Stopped,
)
from game.rules.resolve import resolve
from game.rules.state import Outcome
from game.rules.turn import NO_LEADER, NOBODY, NOWHERE
from game.text.catalog import Catalog
from game.text.telling import tell
from tests.support import matches

CATALOG = Catalog(strict=True)
BOARD = matches.match()[0]
ALOK = matches.leader(BOARD, "alok_dsouza")
SRA, OCC, CA = Seat(0), Seat(1), Seat(2)
D3, D4 = District(3), District(4)

TOLD: list[tuple[Any, str]] = [
    (
        Shifted("lean", D3, "middle", NOBODY, -4),
        "District 3 leans 4 more Organic: nobody is drawn past the middle.",
    ),
    (
        Shifted("unrest", D3, "ceiling", NOBODY, -1),
        "Unrest in District 3 falls by 1: excitement goes no higher.",
    ),
    (
        Paid(SRA, ALOK, D3, "festival", 2, 3),
        "Smile Rights Alliance pays 2 credits, 3 voice for Festival in District 3.",
    ),
    (Moved(ALOK, D4, D3), "Alok D'Souza goes from District 4 to District 3."),
    (
        Built(SRA, ALOK, D3, "free_school", 8),
        "Alok D'Souza builds in District 3: Free School, at work from turn 8.",
    ),
    (
        Refunded(SRA, ALOK, D3, "build", "slot_taken", 5, 0),
        (
            "Smile Rights Alliance cannot go through with Build in District 3: the last slot went to "
            "someone with more support there, or ahead in Civic Priority. Refunded: 5 credits."
        ),
    ),
    (Pressed(SRA, ALOK, D3, "rally", 1200, (), 1560), "Alok D'Souza: Rally in District 3, pressure 15.6."),
    (
        Pressed(CA, NO_LEADER, D3, "mural", 500, (), 500),
        "Mural of Cultural Alliance in District 3: pressure 5.",
    ),
    (
        Pressed(OCC, NO_LEADER, D3, "echo", 2200, (), 275),
        "The festival of Oral Command Centers is heard in District 3: pressure 2.8.",
    ),
    (Shifted("need", D3, "care", SRA, -22), "Need in District 3 falls by 22: Care."),
    (Shifted("unrest", D3, "tension", NOBODY, 3), "Unrest in District 3 rises by 3: Tension of the season."),
    (Shifted("lean", D3, "showcase", OCC, 4), "District 3 leans 4 more Enhanced: Showcase."),
    (
        Shifted("need", D3, "limit", NOBODY, 4),
        "Need in District 3 is at its limit; 4 more would have gone past it.",
    ),
    (Earned(SRA, "voice", "rally", D3, 3), "Smile Rights Alliance earns 3 voice in District 3: Rally."),
    (Earned(SRA, "credits", "upkeep", NOWHERE, -1), "Smile Rights Alliance pays 1 credit: upkeep."),
    (
        Earned(SRA, "credits", "limit", NOWHERE, -2),
        "Smile Rights Alliance has no room in its purse for 2 credits.",
    ),
    (
        Contested(D3, (100, 0, 0), (0, 0, 0), (400, 120, 0), (451, 120, 0)),
        "District 3 listens. SRA 40 to 45.1%, OCC stays at 12%, Residents 48 to 42.9%.",
    ),
    (Decayed(D3, (5, 0, 1)), "Support fades in District 3: SRA by 0.5%, CA by 0.1%."),
    (
        Stopped(OCC, 2),
        "Oral Command Centers is 2 credits short of its upkeep; its facilities do not work next turn.",
    ),
    (Fractured(22, 25, ()), "Fracture rises from 22 to 25."),
    (Fractured(25, 22, ()), "Fracture falls from 25 to 22."),
    (Fractured(25, 25, ()), "Fracture stays at 25."),
    (GalaHeld(3, 3, (2, 4)), "Gala 3, weight 3: the Spotlight is on quarter 2, quarter 4."),
    (Scored(SRA, "leading", D3, 200, (), 600), "Smile Rights Alliance leads District 3: 6 Legacy."),
    (Scored(SRA, "second", D3, 50, (), 150), "Smile Rights Alliance is second in District 3: 1.5 Legacy."),
    (Scored(CA, "agenda", NOWHERE, 19, (), 57), "Cultural Alliance scores its agenda: 0.6 Legacy."),
    (Joined(ALOK, D4), "Alok D'Souza of Smile Rights Alliance joins in District 4."),
    (
        Ended(Outcome(sundered=False, places=(2, 1, 3))),
        "The match ends. 1. Oral Command Centers, 2. Smile Rights Alliance, 3. Cultural Alliance.",
    ),
    (Ended(Outcome(sundered=True, places=())), "The city is sundered. Everybody has lost."),
]


@pytest.mark.parametrize(("entry", "told"), TOLD)
def test_an_entry_is_told(entry: Entry, told: str) -> None:
    assert tell(CATALOG, BOARD, entry) == told


def test_every_kind_of_entry_is_told_here() -> None:
    assert {type(entry) for entry, _ in TOLD} == set(get_args(Entry))


def test_everything_that_happens_in_random_matches_can_be_told() -> None:
    board, state = matches.match(length="short")
    while state.public.outcome is None:
        ledger: list[Entry] = []
        state = resolve(board, state, matches.random_slates(board, state.public, 3), ledger)
        for entry in ledger:
            assert tell(CATALOG, board, entry)
