from collections.abc import Callable
from typing import Any

import pytest

from game.rules.errors import Code, Fault
from game.rules.ids import District, Leader, Seat
from game.rules.legality import faults
from game.rules.orders import (
    Ballot,
    Build,
    Campaign,
    Close,
    Gift,
    Motion,
    Pledge,
    Slate,
    Travel,
    Unique,
)
from game.rules.state import Ending, Facility, Outcome, Site, State
from game.text.catalog import Catalog
from game.text.refusing import refuse
from tests.support import matches

CATALOG = Catalog(strict=True)
BOARD, STATE = matches.match()
ALOK, JUNO, CARMEN, KAI = (Leader(n) for n in range(4))
SRA = Seat(0)

TOLD: list[tuple[Code, dict[str, str | int], str, str]] = [
    (
        Code.BARRED,
        {"leader": "alok_dsouza", "district": "d03", "here": "d04"},
        "Alok D'Souza cannot enter District 3: the city is torn, and people there let no leader in.",
        "Choose another district, or calm District 3 through a leader who is there already.",
    ),
    (
        Code.UNKNOWN_PART,
        {"found": "chrome", "known": "consent, technique, art"},
        "A Sanctuary has no parts of the kind chrome.",
        "Choose one of: Consent, Technique, Art.",
    ),
    (
        Code.NOT_IN_HAND,
        {"found": "quiet_streets", "known": "open_clinics"},
        "Quiet Streets is not in your hand.",
        "Move one of the laws in your hand: Open Clinics.",
    ),
    (
        Code.NOT_IN_HAND,
        {"found": "quiet_streets", "known": ""},
        "Quiet Streets is not in your hand.",
        "Move one of the laws in your hand: none.",
    ),
    (
        Code.VERB_TWICE,
        {"verb": "unique", "district": "d03"},
        "Rally is ordered twice in District 3.",
        "Keep one of the two, or move the other to another district.",
    ),
    (
        Code.GIFT_TWICE,
        {"seat": 2},
        "There are two gifts for Cultural Alliance.",
        "Make one gift of the two.",
    ),
    (
        Code.NOT_YOUR_FACILITY,
        {"facility": "palace", "district": "99"},
        "You have no palace in 99 to close, or close it twice.",
        "Close a facility of your own, and each of them once.",
    ),
    (
        Code.NO_PART_MISSING,
        {"district": "d03", "kind": "art"},
        "The Sanctuary in District 3 has all the Art it needs.",
        "Pledge parts of a kind that is still missing there.",
    ),
]


@pytest.mark.parametrize(("code", "parameters", "text", "mend"), TOLD)
def test_a_fault_is_told_with_names(code: Code, parameters: dict[str, Any], text: str, mend: str) -> None:
    key = {f"d{n:02}": plan.key for n, plan in enumerate(BOARD.city.districts)}
    named = {field: key.get(str(value), value) for field, value in parameters.items()}
    said = refuse(CATALOG, BOARD, SRA, Fault(code, 0, "", named))
    assert (said.text, said.mend) == (text, mend)


def angry(state: State) -> State:
    """A torn city, and one district so angry that no leader may enter it."""
    return matches.district(matches.public(state, fracture=80), 8, unrest=10)


def with_site(state: State, finished: int) -> State:
    """A Sanctuary at home that has all its Consent, or all there is."""
    parts = (6, 6, 6) if finished else (6, 0, 0)
    return matches.district(state, 4, site=Site(parts, (sum(parts), 0, 0), finished))


def as_it_is(state: State) -> State:
    return state


def voting(state: State) -> State:
    return matches.public(state, turn=3)


LAW = STATE.public.seats[SRA].hand[0]
DOCKET = STATE.public.docket[0].law
HOME = BOARD.homes[SRA]
NEXT = BOARD.links[HOME][0]
FAR = District(15)

REFUSED: list[tuple[Callable[[State], State], Slate]] = [
    (as_it_is, (Campaign(Leader(99), HOME), Campaign(Leader(5), HOME), Campaign(KAI, HOME))),
    (as_it_is, (Campaign(ALOK, District(200)), Campaign(ALOK, FAR), Travel(JUNO, HOME))),
    (as_it_is, (Unique(ALOK, HOME), Unique(JUNO, HOME))),
    (as_it_is, (Build(ALOK, HOME, "palace"), Build(JUNO, HOME, "community_clinic"))),
    (
        lambda state: matches.district(state, NEXT, facilities=(Facility("mural", Seat(2), 1),) * 4),
        (Build(ALOK, NEXT, "free_school"),),
    ),
    (angry, (Travel(ALOK, District(8)),)),
    (as_it_is, (Pledge(ALOK, HOME, "chrome"),)),
    (lambda state: with_site(state, 2), (Pledge(ALOK, HOME, "art"),)),
    (lambda state: with_site(state, 0), (Pledge(ALOK, HOME, "consent"),)),
    (lambda state: matches.district(state, HOME, unrest=5), (Pledge(ALOK, HOME, "art"),)),
    (as_it_is, (Motion(ALOK, HOME, "chrome"), Motion(JUNO, HOME, LAW), Motion(CARMEN, HOME, LAW))),
    (lambda state: matches.public(state, turn=23), (Motion(ALOK, HOME, LAW),)),
    (as_it_is, (Ballot(DOCKET, aye=True),)),
    (voting, (Ballot("chrome", aye=True), Ballot(DOCKET, aye=True, voice=9), Ballot(DOCKET, aye=False))),
    (as_it_is, (Gift(SRA, 1), Gift(Seat(9), 1), Gift(Seat(1), 1), Gift(Seat(1)))),
    (as_it_is, (Close(HOME, "mural"),)),
    (as_it_is, (Gift(Seat(1), 99, 99),)),
    (lambda state: matches.public(state, outcome=Outcome(Ending.AGREED, (1, 2, 3))), ()),
]


@pytest.mark.parametrize(("change", "slate"), REFUSED)
def test_faults_of_real_slates_are_told(change: Callable[[State], State], slate: Slate) -> None:
    found = faults(BOARD, change(STATE).public, SRA, slate)
    assert found
    for fault in found:
        said = refuse(CATALOG, BOARD, SRA, fault)
        assert said.text.endswith(".")
        assert said.mend.endswith(".")


def test_every_code_is_told_here() -> None:
    found = {
        fault.code for change, slate in REFUSED for fault in faults(BOARD, change(STATE).public, SRA, slate)
    }
    assert found == set(Code)
