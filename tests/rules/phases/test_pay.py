from game.rules.ids import District
from game.rules.ledger import Moved, Paid
from game.rules.orders import Campaign, Care, Festival, Travel
from tests.support.matches import OCC, SRA, leader, line, of, played

D = District


def test_orders_are_paid_for():
    board, state = line()
    alok, juno = leader(board, "alok_dsouza"), leader(board, "juno_armitage")
    _, ledger = played(board, state, Care(alok, D(0)), Festival(juno, D(1)))
    assert of(ledger, Paid, seat=SRA) == [
        Paid(SRA, alok, D(0), "care", 2, 0),
        Paid(SRA, juno, D(1), "festival", 2, 3),
    ]


def test_free_orders_are_not_told_as_payments():
    board, state = line()
    _, ledger = played(board, state, Campaign(leader(board, "zara_lin"), D(2)))
    assert not of(ledger, Paid, seat=OCC)


def test_a_leader_goes_where_it_acts():
    board, state = line()
    alok = leader(board, "alok_dsouza")
    after, ledger = played(board, state, Campaign(alok, D(1)))
    assert after.public.leaders[alok] == D(1)
    assert of(ledger, Moved) == [Moved(alok, D(0), D(1))]


def test_who_acts_at_home_does_not_move():
    board, state = line()
    _, ledger = played(board, state, Campaign(leader(board, "alok_dsouza"), D(0)))
    assert not of(ledger, Moved)


def test_travel_goes_any_distance():
    board, state = line()
    alok = leader(board, "alok_dsouza")
    after, _ = played(board, state, Travel(alok, D(4)))
    assert after.public.leaders[alok] == D(4)
