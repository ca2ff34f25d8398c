from typing import Any, get_args

import pytest

from game.rules.ids import District, Seat
from game.rules.ledger import (
    Announced,
    Blamed,
    Built,
    Closed,
    Contested,
    Dealt,
    Decayed,
    Decided,
    Docketed,
    Earned,
    Ended,
    Entry,
    Factor,
    Finished,
    Founded,
    Fractured,
    Fulfilled,
    GalaHeld,
    Given,
    Happened,
    Joined,
    Lapsed,
    Moved,
    Paid,
    Pledged,
    Pressed,
    Proposed,
    Refunded,
    Scored,
    Shifted,
    Stopped,
    SwitchedOff,
    Voted,
)
from game.rules.resolve import resolve
from game.rules.setup import Setting
from game.rules.state import Ending, Outcome
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
    (Given(SRA, CA, 3, 0), "Smile Rights Alliance gives 3 credits to Cultural Alliance."),
    (
        Given(SRA, CA, 0, 0),
        "Smile Rights Alliance has a gift for Cultural Alliance, whose purse has no room for it.",
    ),
    (Closed(CA, D3, "mural"), "Cultural Alliance closes its Mural in District 3."),
    (Paid(SRA, NO_LEADER, NOWHERE, "ballot", 0, 2), "Smile Rights Alliance pays 2 voice for a Ballot."),
    (
        Happened("whistleblower", D3, answered=True, seats=(SRA, CA)),
        "Whistleblower begins in District 3, and is answered by Smile Rights Alliance, Cultural Alliance.",
    ),
    (
        Happened("dry_taps", D3, answered=False, seats=()),
        "Dry Taps begins in District 3, and nobody answers.",
    ),
    (Happened("open_toolkit", D3, answered=False, seats=()), "Open Toolkit begins in District 3."),
    (SwitchedOff("janus_intrusion", D3), "Janus Intrusion: no facility works in District 3 this turn."),
    (
        Announced("dry_taps", D3, 8),
        "Dry Taps is announced for turn 8 in District 3.",
    ),
    (
        Earned(CA, "voice", "dry_taps", D3, 1),
        "Cultural Alliance earns 1 voice in District 3: Dry Taps.",
    ),
    (
        Pledged(SRA, ALOK, D3, "consent", (), 3),
        "Alok D'Souza gives 3 parts Consent to the Sanctuary in District 3.",
    ),
    (Founded(D3), "A Technique Sanctuary is begun in District 3."),
    (
        Finished(D3, SRA, (9, 3, 6)),
        (
            "The Technique Sanctuary in District 3 is finished by Smile Rights Alliance with 9, Oral Command "
            "Centers with 3, Cultural Alliance with 6. Its steward is Smile Rights Alliance."
        ),
    ),
    (
        Finished(D3, NOBODY, (9, 0, 9)),
        (
            "The Technique Sanctuary in District 3 is finished by Smile Rights Alliance with 9, Cultural "
            "Alliance with 9. Nobody is its steward alone."
        ),
    ),
    (
        Shifted("unrest", D3, "sanctuary_next_door", NOBODY, -1),
        "Unrest in District 3 falls by 1: a Sanctuary next door.",
    ),
    (
        Refunded(SRA, ALOK, D3, "pledge", "condition_unmet", 0, 0),
        (
            "Smile Rights Alliance cannot go through with Pledge in District 3: the others pledged less than "
            "it asked for."
        ),
    ),
    (
        Refunded(SRA, NO_LEADER, NOWHERE, "motion", "docket_full", 0, 2),
        (
            "A motion of Smile Rights Alliance does not come on the docket: the docket is full. "
            "Refunded: 2 voice."
        ),
    ),
    (Proposed(SRA, ALOK, "open_clinics"), "Alok D'Souza moves Open Clinics for the next docket."),
    (
        Voted("open_clinics", SRA, aye=True, factors=(), weight=1312),
        "Smile Rights Alliance votes for Open Clinics, weight 1312.",
    ),
    (
        Voted("open_clinics", NOBODY, aye=False, factors=(), weight=400),
        "The residents vote against Open Clinics, weight 400.",
    ),
    (
        Decided("open_clinics", SRA, 600, 400, passed=True, until=12),
        "The Council passes Open Clinics, 600 to 400: in force until the end of turn 12.",
    ),
    (
        Decided("open_clinics", SRA, 400, 400, passed=False, until=0),
        "The Council rejects Open Clinics, 400 to 400.",
    ),
    (Lapsed("open_clinics", "sunset"), "Open Clinics is no longer in force: its time is up."),
    (
        Lapsed("open_clinics", "replaced"),
        "Open Clinics is no longer in force: another law takes its place.",
    ),
    (Docketed("open_clinics", SRA), "Open Clinics is on the docket, moved by Smile Rights Alliance."),
    (Docketed("open_clinics", NOBODY), "Open Clinics is on the docket, from the deck."),
    (Dealt(SRA, "open_clinics"), "Smile Rights Alliance draws Open Clinics."),
    (
        Scored(SRA, "law", NOWHERE, 2000, (Factor("open_clinics", 100),), 2000),
        "Smile Rights Alliance moved Open Clinics, which has passed: 20 Legacy.",
    ),
    (
        Scored(SRA, "stakes", D3, 250, (), 130),
        "Smile Rights Alliance has stakes in the Sanctuary in District 3: 1.3 Legacy.",
    ),
    (
        Blamed(SRA, "rally", D3, 100),
        "Smile Rights Alliance is blamed for 1 of unrest in District 3: Rally.",
    ),
    (Blamed(SRA, "forgotten", NOWHERE, -12), "0.1 of the blame of Smile Rights Alliance is forgotten."),
    (
        Fulfilled(SRA, "rainy_day", met=True, amount=3000),
        "Smile Rights Alliance has met its mandate, Rainy Day: 30 Legacy.",
    ),
    (
        Fulfilled(SRA, "rainy_day", met=False, amount=0),
        "Smile Rights Alliance has missed its mandate, Rainy Day.",
    ),
    (
        Ended(Outcome(Ending.PLAYED, (2, 1, 3))),
        "The match ends. 1. Oral Command Centers, 2. Smile Rights Alliance, 3. Cultural Alliance.",
    ),
    (
        Ended(Outcome(Ending.AGREED, (1, 1, 3))),
        (
            "All agree to end the match. 1. Smile Rights Alliance, 1. Oral Command Centers, "
            "3. Cultural Alliance."
        ),
    ),
    (
        Ended(Outcome(Ending.GOAL, (2, 1, 3))),
        (
            "The match ends with a goal that Oral Command Centers has met. 1. Oral Command Centers, "
            "2. Smile Rights Alliance, 3. Cultural Alliance."
        ),
    ),
    (Ended(Outcome(Ending.ACHIEVED, (1, 1, 1))), "Every goal is met. Everybody has won."),
    (Ended(Outcome(Ending.FAILED, ())), "The goals are not met. Everybody has lost."),
    (
        Ended(Outcome(Ending.SUNDERED, (2, 3, 1))),
        (
            "The city is sundered. Everybody has lost. The least blamed first: 1. Cultural Alliance, "
            "2. Smile Rights Alliance, 3. Oral Command Centers."
        ),
    ),
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


def test_every_ending_is_told_here() -> None:
    assert {entry.outcome.ending for entry, _ in TOLD if isinstance(entry, Ended)} == set(Ending)


def test_a_neutral_seat_has_no_place() -> None:
    board = matches.match(setting=Setting(unranked=(CA,)))[0]
    told = tell(CATALOG, board, Ended(Outcome(Ending.PLAYED, (2, 1, 0))))
    assert told.endswith("2. Smile Rights Alliance, Cultural Alliance (neutral).")
