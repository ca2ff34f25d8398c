from game.rules.ids import District
from game.rules.ledger import Earned, Happened, Shifted, SwitchedOff
from game.rules.orders import Care, Forum
from game.rules.state import Happening
from tests.support.matches import CA, OCC, SRA, everyone_at, leader, line, of, played, public

D = District


def with_event(state, key, where=0, turn=2, *, answered=False):
    return public(state, turn=2, events=(Happening(key, D(where), turn, answered),))


def test_an_event_begins_in_its_turn_and_in_no_other():
    board, state = line()
    for turn, begun in ((1, 0), (2, 1), (3, 0)):
        _, ledger = played(board, with_event(state, "protest_march", turn=turn))
        assert len(of(ledger, Happened)) == begun


def test_whoever_answers_is_told_once_by_number():
    board, state = line()
    there = everyone_at(board, with_event(state, "waiting_list_leak"), 0)
    first, second = board.leaders_of(SRA)[:2]
    given = (Forum(first, D(0)), Care(second, D(0)), Forum(leader(board, "lyra_valerian"), D(0)))
    after, ledger = played(board, there, *given)
    assert of(ledger, Happened) == [Happened("waiting_list_leak", D(0), True, (SRA, CA))]
    assert [entry.seat for entry in of(ledger, Earned, cause="waiting_list_leak")] == [SRA, CA]
    assert after.public.events == ()


def test_answered_stays_answered_as_long_as_it_is_at_work():
    board, state = line()
    march = with_event(state, "janus_intrusion")
    answered, _ = played(board, march, Forum(leader(board, "alok_dsouza"), D(0)))
    assert answered.public.events == (Happening("janus_intrusion", D(0), 2, True),)
    ignored, ledger = played(board, march)
    assert ignored.public.events == (Happening("janus_intrusion", D(0), 2, False),)
    assert of(ledger, SwitchedOff) == [SwitchedOff("janus_intrusion", D(0))]


def test_what_is_to_come_switches_nothing_off():
    board, state = line()
    _, ledger = played(board, with_event(state, "janus_intrusion", turn=3))
    assert not of(ledger, SwitchedOff)


def test_only_orders_in_its_district_answer():
    board, state = line()
    near = everyone_at(board, with_event(state, "protest_march", where=1), 0)
    _, ledger = played(board, near, Forum(leader(board, "zara_lin"), D(0)))
    assert of(ledger, Happened)[0].seats == ()
    _, ledger = played(board, near, Forum(leader(board, "zara_lin"), D(1)))
    assert of(ledger, Happened)[0].seats == (OCC,)
    assert not of(ledger, Shifted, cause="protest_march")
