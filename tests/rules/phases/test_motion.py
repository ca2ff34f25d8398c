from game.rules.ids import District
from game.rules.ledger import Earned, Moved, Pressed, Proposed
from game.rules.orders import Motion
from game.rules.state import Bill, Happening
from tests.support.matches import OCC, SRA, leader, line, of, played, public, seat

D = District


def holding(state):
    state = seat(state, SRA, hand=("festival_charter", "open_clinics"))
    return seat(public(state, turn=2), OCC, hand=("mural_fund",), voice=4)


def test_a_law_leaves_its_hand_and_waits():
    board, state = line()
    alok = leader(board, "alok_dsouza")
    after, ledger = played(board, holding(state), Motion(alok, D(1), "open_clinics"))
    assert after.public.seats[SRA].hand == ("festival_charter",)
    assert after.public.moved == (Bill("open_clinics", SRA, 2),)
    assert of(ledger, Proposed) == [Proposed(SRA, alok, "open_clinics")]
    assert of(ledger, Moved, leader=alok)
    assert not of(ledger, Pressed, leader=alok)


def test_motions_wait_by_law_whoever_moved_them():
    board, state = line()
    given = (
        Motion(leader(board, "alok_dsouza"), D(0), "open_clinics"),
        Motion(leader(board, "zara_lin"), D(2), "mural_fund"),
        Motion(leader(board, "juno_armitage"), D(0), "festival_charter"),
    )
    after, _ = played(board, holding(state), *given)
    assert [bill.law for bill in after.public.moved] == ["festival_charter", "mural_fund", "open_clinics"]


def test_what_counts_for_all_orders_counts_for_a_motion():
    board, state = line()
    morning = public(holding(state), events=(Happening("lip_dance_morning", D(0), 2, answered=False),))
    _, ledger = played(board, morning, Motion(leader(board, "alok_dsouza"), D(0), "open_clinics"))
    assert of(ledger, Earned, cause="lip_dance_morning")[0].amount == 1
