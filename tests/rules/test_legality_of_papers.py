import pytest

from game.rules.errors import Code
from game.rules.ids import District, Seat
from game.rules.legality import faults
from game.rules.legality_of_papers import council_sits
from game.rules.orders import Ballot, Close, Gift
from game.rules.state import Bill
from tests.support.matches import CA, OCC, SRA, line, public, seat

D = District
NOBODY = Seat(-1)


def voting():
    """The third turn with a law on the docket, and a purse that is no hindrance."""
    board, state = line()
    docket = (Bill("open_clinics", NOBODY, 0), Bill("quiet_streets", NOBODY, 0))
    return board, seat(public(state, turn=3, docket=docket), SRA, credits=40, voice=20)


def codes(slate):
    board, state = voting()
    return [(fault.code, fault.order, fault.field) for fault in faults(board, state.public, SRA, slate)]


@pytest.mark.parametrize(
    "slate",
    [
        (Ballot("open_clinics", True, 5), Ballot("quiet_streets", False, 0)),
        (Gift(OCC, 1, 0), Gift(CA, 0, 1)),
        (Close(D(0), "community_clinic"),),
    ],
)
def test_papers_in_order(slate):
    assert codes(slate) == []


@pytest.mark.parametrize(
    ("slate", "expected"),
    [
        ((Ballot("mural_fund", True),), (Code.NOT_ON_DOCKET, 0, "law")),
        ((Ballot("open_clinics", True, 6),), (Code.TOO_MUCH_VOICE_BEHIND, 0, "voice")),
        ((Ballot("open_clinics", True), Ballot("open_clinics", False)), (Code.BALLOT_TWICE, 1, "law")),
        ((Gift(Seat(3), 1, 0),), (Code.UNKNOWN_SEAT, 0, "to")),
        ((Gift(SRA, 1, 0),), (Code.GIFT_TO_SELF, 0, "to")),
        ((Gift(OCC, 0, 0),), (Code.EMPTY_GIFT, 0, "credits")),
        ((Gift(OCC, 1, 0), Gift(OCC, 0, 1)), (Code.GIFT_TWICE, 1, "to")),
        ((Close(D(2), "command_center"),), (Code.NOT_YOUR_FACILITY, 0, "facility")),
        ((Close(D(0), "free_school"),), (Code.NOT_YOUR_FACILITY, 0, "facility")),
        ((Close(D(99), "free_school"),), (Code.NOT_YOUR_FACILITY, 0, "facility")),
        ((Close(D(0), "community_clinic"),) * 2, (Code.NOT_YOUR_FACILITY, 1, "facility")),
    ],
)
def test_each_fault_is_named(slate, expected):
    assert codes(slate) == [expected]


def test_what_was_found_and_expected_is_said():
    board, state = voting()
    (fault,) = faults(board, state.public, SRA, (Ballot("mural_fund", True),))
    assert dict(fault.parameters) == {"found": "mural_fund", "known": "open_clinics, quiet_streets"}


def test_the_council_sits_in_a_seasons_last_turn_if_there_is_something_to_vote_on():
    board, state = voting()
    assert council_sits(board, state.public)
    assert not council_sits(board, public(state, turn=2).public)
    assert not council_sits(board, public(state, docket=()).public)


def test_papers_and_orders_share_one_purse():
    board, state = voting()
    poor = seat(state, SRA, credits=2, voice=3)
    slate = (Gift(OCC, 3, 0), Ballot("open_clinics", True, 4))
    assert [fault.code for fault in faults(board, poor.public, SRA, slate)] == [
        Code.TOO_FEW_CREDITS,
        Code.TOO_LITTLE_VOICE,
    ]
