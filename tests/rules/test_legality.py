import pytest

from game.rules.basics import Price
from game.rules.errors import WHOLE_SLATE, Code
from game.rules.ids import District, Leader
from game.rules.legality import faults
from game.rules.orders import Build, Campaign, Care, Festival, Travel, Unique
from game.rules.prices import slate_price
from game.rules.reach import in_reach
from game.rules.state import Ending, Facility, Outcome
from tests.support.matches import CA, OCC, SRA, district, leader, line, public, seat

D = District
ALOK, JUNO, CARMEN, KAI, VICTOR = (Leader(n) for n in range(5))


def codes(state, slate, who=SRA, board=None):
    board = board or line()[0]
    return [(fault.code, fault.order, fault.field) for fault in faults(board, state.public, who, slate)]


def test_a_legal_slate_has_no_faults():
    _, state = line()
    slate = (Campaign(ALOK, D(1)), Care(JUNO, D(0)), Travel(CARMEN, D(4)))
    assert codes(state, slate) == []


def test_an_empty_slate_is_legal():
    assert codes(line()[1], ()) == []


@pytest.mark.parametrize(
    ("slate", "expected"),
    [
        ((Campaign(Leader(99), D(0)),), (Code.UNKNOWN_LEADER, 0, "leader")),
        ((Campaign(VICTOR, D(2)),), (Code.NOT_YOUR_LEADER, 0, "leader")),
        ((Campaign(KAI, D(0)),), (Code.LEADER_NOT_HERE, 0, "leader")),
        ((Campaign(ALOK, D(0)), Care(ALOK, D(0))), (Code.LEADER_TWICE, 1, "leader")),
        ((Campaign(ALOK, D(99)),), (Code.UNKNOWN_DISTRICT, 0, "district")),
        ((Campaign(ALOK, D(2)),), (Code.OUT_OF_REACH, 0, "district")),
        ((Travel(ALOK, D(0)),), (Code.ALREADY_THERE, 0, "district")),
        ((Unique(ALOK, D(0)), Unique(JUNO, D(0))), (Code.VERB_TWICE, 1, "verb")),
        ((Build(ALOK, D(1), "mural"),), (Code.UNKNOWN_FACILITY, 0, "facility")),
        ((Build(ALOK, D(0), "community_clinic"),), (Code.FACILITY_STANDS, 0, "facility")),
        (
            (Build(ALOK, D(1), "free_school"), Build(JUNO, D(1), "organising_hub")),
            (Code.VERB_TWICE, 1, "verb"),
        ),
    ],
)
def test_each_fault_is_named(slate, expected):
    assert expected in codes(line()[1], slate)


def test_a_leader_that_nobody_knows_is_named_by_number_and_told_twice():
    board, state = line()
    nobody = Leader(len(board.leaders))
    found = faults(board, state.public, SRA, (Campaign(nobody, D(0)), Care(nobody, D(0))))
    assert [fault.code for fault in found] == [Code.UNKNOWN_LEADER, Code.UNKNOWN_LEADER, Code.LEADER_TWICE]
    assert dict(found[0].parameters) == {"found": 12, "most": 11}
    assert dict(found[2].parameters) == {"leader": "12"}


def test_leaders_may_travel_together_and_build_apart():
    _, state = line()
    rich = seat(state, SRA, credits=40)
    assert not codes(rich, (Travel(ALOK, D(4)), Travel(JUNO, D(4))))
    assert not codes(rich, (Build(ALOK, D(0), "free_school"), Build(JUNO, D(1), "free_school")))


def test_a_full_district_takes_no_more():
    _, state = line()
    full = district(state, 1, facilities=(Facility("mural", CA, 1), Facility("command_center", OCC, 1)))
    assert (Code.NO_FREE_SLOT, 0, "slot") in codes(full, (Build(ALOK, D(1), "free_school"),))


def test_too_dear_a_slate_says_price_and_purse():
    board, state = line()
    poor = seat(state, SRA, credits=3, voice=2)
    slate = (Care(ALOK, D(0)), Festival(JUNO, D(0)))
    found = faults(board, poor.public, SRA, slate)
    assert [(fault.code, fault.order) for fault in found] == [
        (Code.TOO_FEW_CREDITS, WHOLE_SLATE),
        (Code.TOO_LITTLE_VOICE, WHOLE_SLATE),
    ]
    assert dict(found[0].parameters) == {"price": 4, "purse": 3}


def test_all_faults_at_once():
    slate = (Campaign(VICTOR, D(99)), Build(ALOK, D(4), "mural"))
    assert {code for code, _, _ in codes(line()[1], slate)} == {
        Code.UNKNOWN_DISTRICT,
        Code.NOT_YOUR_LEADER,
        Code.OUT_OF_REACH,
        Code.UNKNOWN_FACILITY,
    }


def test_nothing_is_legal_after_the_end():
    _, state = line()
    over = public(state, outcome=Outcome(Ending.PLAYED, (1, 2, 3)))
    assert codes(over, ()) == [(Code.MATCH_OVER, WHOLE_SLATE, "turn")]


def test_prices_follow_the_faction():
    board, state = line()
    juno, victor = leader(board, "juno_armitage"), leader(board, "victor_lennox")
    assert slate_price(board, state.public, SRA, (Festival(juno, D(0)),)) == Price(2, 3)
    assert slate_price(board, state.public, OCC, (Festival(victor, D(2)),)) == Price(2, 2)
    assert slate_price(board, state.public, OCC, (Build(victor, D(2), "nanobot_lab"),)) == Price(7, 0)


def test_reach_is_here_and_next_door():
    board, state = line()
    assert in_reach(board, state.public, VICTOR) == (D(1), D(2), D(3))
    assert in_reach(board, state.public, KAI) == ()
