import pytest

from game.rules.board import Board
from game.rules.ids import District
from game.rules.ledger import (
    Announced,
    Blamed,
    Contested,
    Dealt,
    Decided,
    Docketed,
    Ended,
    Entry,
    Finished,
    Founded,
    Fractured,
    Fulfilled,
    GalaHeld,
    Given,
    Happened,
    Joined,
    Lapsed,
    Refunded,
    Stopped,
    SwitchedOff,
    Voted,
)
from game.rules.orders import Build, Campaign, Close, Gift, Motion, Pledge, Travel
from game.rules.resolve import agree, resolve
from game.rules.setup import Setting
from game.rules.state import Ending, Outcome, State
from game.rules.turn import NO_LEADER, NOBODY, NOWHERE
from game.text.catalog import Catalog
from game.text.chronicle import chronicle
from game.text.naming import Names
from tests.support import matches
from tests.support.matches import CA, OCC, SRA, leader

D3, D4 = District(3), District(4)
CATALOG = Catalog(strict=True)


def story(entries: list[Entry], board: Board, state: State, turn: int) -> tuple[str, ...]:
    legacy = [seat.legacy for seat in state.public.seats]
    return chronicle(CATALOG, board, turn, entries, legacy)


def test_a_match_that_all_agreed_to_end_tells_mandates_and_places_and_no_turn() -> None:
    board, state = matches.match()
    ledger: list[Entry] = []
    after = agree(board, state, ledger)
    lines = story(ledger, board, after, 1)
    assert len(lines) == 2 * board.seats + 1
    assert all("mandate" in line for line in lines[:-1])
    assert lines[-1].startswith("All agree to end the match.")


def test_a_turn_tells_who_did_what_where() -> None:
    board, state = matches.match()
    after, ledger = matches.played(
        board,
        state,
        Campaign(leader(board, "alok_dsouza"), District(4)),
        Travel(leader(board, "juno_armitage"), District(11)),
        Build(leader(board, "zara_lin"), District(2), "nanobot_lab"),
    )
    lines = story(ledger, board, after, 1)
    assert lines[0].startswith("Turn 1. Fracture ")
    assert lines[1].startswith("Smile Rights Alliance: Alok D'Souza, Campaign in District 4 / pressure ")
    assert lines[1].endswith("; Juno Armitage, Travel to District 11.")
    assert lines[2] == "Oral Command Centers: Zara Lin, Build: Nanobot Lab in District 2."
    assert lines[3] == "Cultural Alliance gave no orders."


def test_the_biggest_step_is_told_where_no_district_changes_hands() -> None:
    board, state = matches.match()
    after, ledger = matches.played(board, state, Campaign(leader(board, "alok_dsouza"), District(4)))
    assert "The biggest step: Smile Rights Alliance in District 4" in "\n".join(
        story(ledger, board, after, 1)
    )


def test_a_district_that_changes_hands_is_told() -> None:
    board, state = matches.match()
    state = matches.district(state, 4, support=(250, 260, 0), facilities=())
    order = Campaign(leader(board, "alok_dsouza"), District(4))
    after, ledger = matches.played(board, state, order)
    told = "\n".join(story(ledger, board, after, 1))
    assert "District 4 turns to Smile Rights Alliance (" in told


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ((400, 300, 0), (350, 350, 0), "Oral Command Centers draws level in District 4 (35%)."),
        ((350, 350, 0), (360, 340, 0), "District 4 turns to Smile Rights Alliance (36%)."),
        ((240, 0, 0), (260, 0, 0), "District 4 turns to Smile Rights Alliance (26%)."),
        ((260, 0, 0), (249, 0, 0), "Nobody leads District 4 any more."),
    ],
)
def test_who_leads_is_told_as_it_changed(before, after, told) -> None:
    board, state = matches.match()
    contest = Contested(District(4), (0, 0, 0), (0, 0, 0), before, after)
    lines = story([Fractured(20, 20, ()), contest], board, state, 1)
    assert [line for line in lines if "District 4" in line] == [told]


def test_a_whole_match_is_told_with_its_galas_and_its_end() -> None:
    board, state = matches.match(length="short")
    told: list[str] = []
    while state.public.outcome is None:
        turn, ledger = state.public.turn, list[Entry]()
        state = resolve(board, state, matches.random_slates(board, state.public, 5), ledger)
        told.extend(story(ledger, board, state, turn))
    galas = [line for line in told if line.startswith("Gala ")]
    assert len(galas) == sum(len(seat.galas) for seat in state.public.seats) // 3
    assert any("joins in" in line for line in told)
    assert told[-1].startswith(("The match ends.", "The city is sundered."))


def test_a_turn_is_told_in_its_order() -> None:
    board, state = matches.match()
    entries: list[Entry] = [
        Fractured(20, 24, ()),
        Ended(Outcome(Ending.PLAYED, (1, 2, 3))),
        Fulfilled(SRA, "rainy_day", met=True, amount=3000),
        Joined(leader(board, "kai_harper"), D4),
        Announced("dry_taps", D3, 8),
        Dealt(OCC, "smile_levy"),
        Docketed("quiet_streets", CA),
        Docketed("mural_fund", NOBODY),
        Refunded(SRA, NO_LEADER, NOWHERE, "motion", "same_axis", 0, 2),
        Lapsed("elixir_trials", "sunset"),
        GalaHeld(2, 2, (1,)),
        Voted("open_clinics", SRA, aye=True, factors=(), weight=312),
        Voted("open_clinics", OCC, aye=False, factors=(), weight=300),
        Voted("open_clinics", NOBODY, aye=True, factors=(), weight=200),
        Decided("open_clinics", SRA, 512, 300, passed=True, until=15),
        Lapsed("investment_duty", "replaced"),
        Voted("data_dividend", NOBODY, aye=False, factors=(), weight=200),
        Decided("data_dividend", NOBODY, 0, 200, passed=False, until=0),
        Blamed(OCC, "building", D3, 100),
        Blamed(OCC, "showcase", D4, 50),
        Blamed(SRA, "forgotten", NOWHERE, -12),
        Stopped(OCC, 2),
        Refunded(SRA, leader(board, "alok_dsouza"), D3, "pledge", "no_part_missing", 1, 0),
        Finished(D3, SRA, (9, 3, 6)),
        Founded(D4),
        SwitchedOff("janus_intrusion", D4),
        Happened("dry_taps", D3, answered=True, seats=(SRA,)),
    ]
    assert list(story(entries, board, state, 6)) == [
        "Turn 6. Fracture rises from 20 to 24.",
        "Dry Taps begins in District 3, and is answered by Smile Rights Alliance.",
        "Janus Intrusion: no facility works in District 4 this turn.",
        "Smile Rights Alliance gave no orders.",
        "Oral Command Centers gave no orders.",
        "Cultural Alliance gave no orders.",
        "A Technique Sanctuary is begun in District 4.",
        (
            "The Technique Sanctuary in District 3 is finished by Smile Rights Alliance with 9, Oral Command "
            "Centers with 3, Cultural Alliance with 6. Its steward is Smile Rights Alliance."
        ),
        (
            "Smile Rights Alliance cannot go through with Pledge in District 3: others gave all the parts that "
            "were missing. Refunded: 1 credit."
        ),
        "Oral Command Centers is 2 credits short of its upkeep; its facilities do not work next turn.",
        "Blame for new unrest: OCC 1.5.",
        (
            "Council: Open Clinics passes, 512 to 300, until the end of turn 15, in place of Investment Duty. "
            "For: SRA 312, Residents 200. Against: OCC 300."
        ),
        "Council: Data Dividend fails, 0 to 200. Against: Residents 200.",
        "Gala 2, weight 2, quarter 1 in the Spotlight: SRA +30 = 0, OCC +0 = 0, CA +0 = 0.",
        "Elixir Trials is no longer in force: its time is up.",
        (
            "A motion of Smile Rights Alliance does not come on the docket: a law of the same axis stands on it "
            "already. Refunded: 2 voice."
        ),
        "On the next docket: Quiet Streets (CA), Mural Fund (from the deck).",
        "Drawn: Smile Levy by OCC.",
        "Dry Taps is announced for turn 8 in District 3.",
        "Kai Harper of Smile Rights Alliance joins in District 4.",
        "Smile Rights Alliance has met its mandate, Rainy Day: 30 Legacy.",
        "The match ends. 1. Smile Rights Alliance, 2. Oral Command Centers, 3. Cultural Alliance.",
    ]


def test_pledges_motions_gifts_and_closings_are_deeds() -> None:
    board, state = matches.match()
    law = state.public.seats[SRA].hand[0]
    clinic = state.public.districts[4].facilities[0].kind
    slate = (
        Pledge(leader(board, "alok_dsouza"), D4, "consent"),
        Motion(leader(board, "juno_armitage"), D4, law),
        Gift(CA, credits=2),
        Close(D4, clinic),
    )
    ledger: list[Entry] = []
    after = resolve(board, state, [slate, (), ()], ledger)
    own = story(ledger, board, after, 1)[1]
    assert own.startswith(
        "Smile Rights Alliance: Alok D'Souza, Pledge: 3 parts Consent in District 4 / pressure "
    )
    assert f"; Juno Armitage, Motion: {Names(CATALOG, board).terms.law(law)}; " in own
    assert own.endswith("; Community Clinic in District 4 closed; a gift of 2 credits to Cultural Alliance.")


def test_a_gift_that_found_no_room_is_no_deed() -> None:
    board, state = matches.match()
    lines = story([Fractured(20, 20, ()), Given(SRA, CA, 0, 0)], board, state, 1)
    assert lines[1] == "Smile Rights Alliance gave no orders."


def test_a_neutral_seat_is_marked_at_the_gala() -> None:
    board, state = matches.match(setting=Setting(unranked=(CA,)))
    lines = story([Fractured(20, 20, ()), GalaHeld(1, 2, (1,))], board, state, 3)
    assert lines[-1].endswith("OCC +0 = 0, CA (neutral) +0 = 0.")
