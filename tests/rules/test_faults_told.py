"""Every fault in full: which order, which part of it, and what fills its words."""

import pytest
from msgspec.structs import replace

from game.rules.errors import WHOLE_SLATE, Code
from game.rules.ids import District, Leader, Seat
from game.rules.legality import faults
from game.rules.orders import Ballot, Build, Campaign, Care, Close, Gift, Motion, Pledge, Travel, Unique
from game.rules.state import Bill, Ending, Facility, Outcome, Site
from tests.support.matches import CA, OCC, SRA, district, line, public, seat

D = District
ALOK, JUNO, CARMEN, KAI, VICTOR = (Leader(n) for n in range(5))
NOBODYS = Leader(12)
FAR = D(5)
FACILITIES = "community_clinic, organising_hub, free_school"
PARTS = "consent, technique, art"


def position():
    """Turn 2: the Alliance may pay for anything and holds one law."""
    board, state = line()
    state = seat(state, SRA, credits=40, voice=20, hand=("open_clinics", "smile_levy"))
    return board, public(state, turn=2)


def told(board, state, slate):
    return [
        (fault.code, fault.order, fault.field, dict(fault.parameters))
        for fault in faults(board, state.public, SRA, slate)
    ]


@pytest.mark.parametrize(
    ("slate", "expected"),
    [
        (
            (Campaign(ALOK, D(0)), Campaign(JUNO, FAR)),
            (Code.UNKNOWN_DISTRICT, 1, "district", {"found": 5, "most": 4}),
        ),
        ((Campaign(NOBODYS, D(0)),), (Code.UNKNOWN_LEADER, 0, "leader", {"found": 12, "most": 11})),
        ((Campaign(VICTOR, D(2)),), (Code.NOT_YOUR_LEADER, 0, "leader", {"leader": "victor_lennox"})),
        ((Campaign(KAI, D(0)),), (Code.LEADER_NOT_HERE, 0, "leader", {"leader": "kai_harper", "turn": 7})),
        (
            (Campaign(ALOK, D(2)),),
            (Code.OUT_OF_REACH, 0, "district", {"leader": "alok_dsouza", "district": "d02", "here": "d00"}),
        ),
        (
            (Travel(ALOK, D(0)),),
            (Code.ALREADY_THERE, 0, "district", {"leader": "alok_dsouza", "district": "d00", "here": "d00"}),
        ),
        (
            (Campaign(ALOK, D(0)), Travel(ALOK, D(1))),
            (Code.LEADER_TWICE, 1, "leader", {"leader": "alok_dsouza"}),
        ),
        (
            (Unique(ALOK, D(1)), Unique(JUNO, D(1))),
            (Code.VERB_TWICE, 1, "verb", {"verb": "unique", "district": "d01"}),
        ),
        (
            (Build(ALOK, D(1), "mural"),),
            (Code.UNKNOWN_FACILITY, 0, "facility", {"found": "mural", "known": FACILITIES}),
        ),
        (
            (Build(ALOK, D(0), "community_clinic"),),
            (Code.FACILITY_STANDS, 0, "facility", {"facility": "community_clinic", "district": "d00"}),
        ),
        (
            (Pledge(ALOK, D(1), "marble"),),
            (Code.UNKNOWN_PART, 0, "kind", {"found": "marble", "known": PARTS}),
        ),
        (
            (Motion(ALOK, D(0), "mural_fund"),),
            (Code.NOT_IN_HAND, 0, "law", {"found": "mural_fund", "known": "open_clinics, smile_levy"}),
        ),
        (
            (Motion(ALOK, D(0), "smile_levy"), Motion(JUNO, D(0), "smile_levy")),
            (Code.LAW_TWICE, 1, "law", {"law": "smile_levy"}),
        ),
        ((Ballot("open_clinics", True, 0),), (Code.NO_COUNCIL_NOW, 0, "turn", {"found": 2})),
        ((Gift(Seat(3), 1, 0),), (Code.UNKNOWN_SEAT, 0, "to", {"found": 3, "most": 2})),
        ((Gift(SRA, 1, 0),), (Code.GIFT_TO_SELF, 0, "to", {})),
        ((Gift(OCC, 0, 0),), (Code.EMPTY_GIFT, 0, "credits", {})),
        ((Gift(OCC, 1, 0), Gift(OCC, 0, 1)), (Code.GIFT_TWICE, 1, "to", {"seat": OCC})),
        (
            (Close(D(1), "free_school"),),
            (Code.NOT_YOUR_FACILITY, 0, "facility", {"facility": "free_school", "district": "d01"}),
        ),
        (
            (Close(FAR, "free_school"),),
            (Code.NOT_YOUR_FACILITY, 0, "facility", {"facility": "free_school", "district": "5"}),
        ),
        (
            (Gift(OCC, 41, 0),),
            (Code.TOO_FEW_CREDITS, WHOLE_SLATE, "credits", {"price": 41, "purse": 40}),
        ),
        (
            (Gift(OCC, 0, 21),),
            (Code.TOO_LITTLE_VOICE, WHOLE_SLATE, "voice", {"price": 21, "purse": 20}),
        ),
    ],
    ids=lambda value: str(value[0]) if isinstance(value, tuple) and isinstance(value[0], Code) else "",
)
def test_a_fault_is_told_in_full_and_alone(slate, expected):
    board, state = position()
    assert told(board, state, slate) == [expected]


def test_a_leader_nobody_knows_is_named_by_number():
    board, state = position()
    assert told(board, state, (Campaign(NOBODYS, D(0)), Care(NOBODYS, D(0))))[-1] == (
        Code.LEADER_TWICE,
        1,
        "leader",
        {"leader": "12"},
    )


def test_an_unknown_district_is_told_of_and_nothing_else_there():
    board, state = position()
    slate = (
        Pledge(ALOK, FAR, "consent"),
        Pledge(JUNO, FAR, "art"),
        Build(CARMEN, FAR, "free_school"),
    )
    assert [code for code, *_ in told(board, state, slate)] == [Code.UNKNOWN_DISTRICT] * 3


def test_what_comes_after_a_fault_is_looked_at_too():
    board, state = position()
    slate = (Travel(ALOK, D(1)), Unique(JUNO, D(1)), Unique(CARMEN, D(1)))
    assert [code for code, *_ in told(board, state, slate)] == [Code.VERB_TWICE]
    motions = (Campaign(ALOK, D(1)), Motion(JUNO, D(0), "mural_fund"))
    assert [code for code, *_ in told(board, state, motions)] == [Code.NOT_IN_HAND]
    builds = (Build(ALOK, D(1), "mural"), Build(JUNO, D(0), "community_clinic"))
    assert [(code, order) for code, order, *_ in told(board, state, builds)] == [
        (Code.UNKNOWN_FACILITY, 0),
        (Code.FACILITY_STANDS, 1),
    ]


def test_a_full_district_names_its_slots():
    board, state = position()
    full = district(state, 1, facilities=(Facility("mural", CA, 1), Facility("smile_guild", CA, 1)))
    assert told(board, full, (Build(ALOK, D(1), "free_school"),)) == [
        (Code.NO_FREE_SLOT, 0, "slot", {"district": "d01", "slots": 2})
    ]
    assert [code for code, *_ in told(board, full, (Build(ALOK, D(1), "mural"),))] == [Code.UNKNOWN_FACILITY]


def test_only_an_own_closure_there_makes_room():
    board, state = position()
    own, others = Facility("organising_hub", SRA, 1), Facility("free_school", CA, 1)
    full = district(district(state, 1, facilities=(own, others)), 0, facilities=(own, own))
    build = Build(ALOK, D(1), "free_school")
    assert told(board, full, (build, Close(D(1), "organising_hub"))) == []
    assert [code for code, *_ in told(board, full, (build, Close(D(0), "organising_hub")))] == [
        Code.NO_FREE_SLOT
    ]

    crowded = district(state, 1, facilities=(own, replace(own, seat=CA), others))
    assert [code for code, *_ in told(board, crowded, (build, Close(D(1), "organising_hub")))] == [
        Code.NO_FREE_SLOT
    ]


def test_an_angry_district_begins_no_sanctuary():
    board, state = position()
    pledge = (Pledge(ALOK, D(1), "consent"),)
    assert told(board, district(state, 1, unrest=4), pledge) == []
    assert told(board, district(state, 1, unrest=5), pledge) == [
        (Code.TOO_ANGRY, 0, "site", {"district": "d01", "found": 5, "most": 4})
    ]


def test_a_sanctuary_takes_only_what_is_missing():
    board, state = position()
    full = district(state, 1, site=Site((6, 5, 0), (11, 0, 0), 0))
    assert told(board, full, (Pledge(ALOK, D(1), "technique"),)) == []
    assert told(board, full, (Pledge(ALOK, D(1), "consent"),)) == [
        (Code.NO_PART_MISSING, 0, "kind", {"district": "d01", "kind": "consent"})
    ]
    done = district(state, 1, site=Site((6, 6, 6), (18, 0, 0), 1))
    assert told(board, done, (Pledge(ALOK, D(1), "consent"),)) == [
        (Code.SANCTUARY_FINISHED, 0, "site", {"district": "d01"})
    ]


def test_nobody_enters_a_barred_district():
    board, state = position()
    torn = public(district(state, 1, unrest=9), fracture=75)
    assert told(board, torn, (Campaign(ALOK, D(1)),)) == [
        (Code.BARRED, 0, "district", {"leader": "alok_dsouza", "district": "d01", "here": "d00"})
    ]


def test_no_motions_in_the_last_seasons():
    board, state = position()
    assert told(board, public(state, turn=19), (Motion(ALOK, D(0), "smile_levy"),)) == [
        (Code.NO_MOTIONS_NOW, 0, "turn", {"found": 19})
    ]


def test_a_ballot_is_for_a_law_on_the_docket_once_and_not_too_loud():
    board, state = position()
    docket = (Bill("open_clinics", SRA, 2), Bill("mural_fund", CA, 2))
    sitting = public(state, turn=3, docket=docket)
    assert told(board, sitting, (Ballot("smile_levy", True, 5),)) == [
        (Code.NOT_ON_DOCKET, 0, "law", {"found": "smile_levy", "known": "open_clinics, mural_fund"})
    ]
    assert told(board, sitting, (Ballot("mural_fund", True, 6), Ballot("mural_fund", False, 0))) == [
        (Code.TOO_MUCH_VOICE_BEHIND, 0, "voice", {"found": 6, "most": 5}),
        (Code.BALLOT_TWICE, 1, "law", {"law": "mural_fund"}),
    ]


def test_a_facility_is_closed_once():
    board, state = position()
    close = Close(D(0), "community_clinic")
    assert told(board, state, (close, close)) == [
        (Code.NOT_YOUR_FACILITY, 1, "facility", {"facility": "community_clinic", "district": "d00"})
    ]


def test_nothing_is_legal_after_the_end():
    board, state = position()
    over = public(state, outcome=Outcome(Ending.PLAYED, (1, 2, 3)))
    assert told(board, over, ()) == [(Code.MATCH_OVER, WHOLE_SLATE, "turn", {"found": 2})]
