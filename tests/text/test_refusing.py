from typing import Any

import pytest

from game.rules.errors import Code, Fault
from game.rules.ids import District, Seat
from game.rules.legality import faults
from game.rules.orders import Ballot, Build, Campaign, Gift, Motion, Pledge
from game.text.catalog import Catalog
from game.text.refusing import refuse
from tests.support import matches

CATALOG = Catalog(strict=True)
BOARD, STATE = matches.match()
ALOK = matches.leader(BOARD, "alok_dsouza")
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


@pytest.mark.parametrize(
    "slate",
    [
        (Build(ALOK, District(4), "palace"),),
        (Campaign(ALOK, District(200)),),
        (Pledge(ALOK, District(4), "chrome"),),
        (Motion(ALOK, District(4), "chrome"),),
        (Ballot("chrome", aye=True, voice=99),),
        (Gift(SRA),),
    ],
)
def test_faults_of_real_slates_can_be_told(slate: Any) -> None:
    found = faults(BOARD, STATE.public, SRA, slate)
    assert found
    for fault in found:
        said = refuse(CATALOG, BOARD, SRA, fault)
        assert said.text
        assert said.mend
