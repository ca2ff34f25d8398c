import pytest

from game.rules.basics import Price
from game.rules.ids import District
from game.rules.ledger import Factor
from game.rules.orders import (
    Ballot,
    Build,
    Campaign,
    Care,
    Close,
    Festival,
    Gift,
    Motion,
    Pledge,
    Travel,
    Unique,
)
from game.rules.prices import base_price, cost_of, price_of, slate_price
from game.rules.state import Happening, Law
from tests.support.matches import CA, OCC, SRA, leader, line, public

D = District
BOARD, STATE = line()
JUNO, VICTOR, ZARA, KAI = (
    leader(BOARD, key) for key in ("juno_armitage", "victor_lennox", "zara_lin", "kai_torvyn")
)


@pytest.mark.parametrize(
    ("who", "order", "price"),
    [
        (SRA, Campaign(JUNO, D(0)), Price()),
        (SRA, Care(JUNO, D(0)), Price(2)),
        (SRA, Festival(JUNO, D(0)), Price(2, 3)),
        (OCC, Festival(ZARA, D(2)), Price(2, 2)),
        (CA, Festival(KAI, D(4)), Price(1, 3)),
        (SRA, Unique(JUNO, D(0)), Price()),
        (OCC, Unique(ZARA, D(2)), Price(2)),
        (SRA, Build(JUNO, D(0), "free_school"), Price(5)),
        (SRA, Build(JUNO, D(0), "castle"), Price()),
        (SRA, Pledge(JUNO, D(0), "art"), Price(1)),
        (OCC, Pledge(VICTOR, D(2), "art"), Price(0)),
        (SRA, Motion(JUNO, D(0), "open_clinics"), Price(0, 2)),
        (SRA, Travel(JUNO, D(3)), Price()),
        (SRA, Ballot("open_clinics", True, 4), Price(0, 4)),
        (SRA, Gift(OCC, 3, 1), Price(3, 1)),
        (SRA, Close(D(0), "community_clinic"), Price()),
    ],
)
def test_what_an_order_costs(who, order, price):
    assert price_of(BOARD, STATE.public, who, order) == price


def test_a_slate_costs_the_sum_of_its_orders():
    slate = (Care(JUNO, D(0)), Gift(OCC, 3, 1), Ballot("open_clinics", True, 4))
    assert slate_price(BOARD, STATE.public, SRA, slate) == Price(5, 5)
    assert slate_price(BOARD, STATE.public, SRA, ()) == Price()


def test_the_lines_of_a_changed_price_name_their_sources():
    events = (Happening("open_toolkit", D(0), 1, answered=False),)
    changed = public(STATE, laws=(Law("nanobot_safety_code", 9, SRA),), events=events).public
    cost = cost_of(BOARD, changed, SRA, Care(JUNO, D(0)))
    assert cost.price == Price(2 + 1 - 1)
    assert cost.factors == (
        Factor("credits", 1, (Factor("nanobot_safety_code", 1),)),
        Factor("credits", -1, (Factor("open_toolkit", -1),)),
    )
    assert base_price(BOARD, SRA, Care(JUNO, D(0))) == Price(2)


def test_a_price_never_falls_below_nothing():
    events = (Happening("rooftop_choir", D(2), 1, answered=False),)
    laws = (Law("festival_charter", 9, SRA), Law("quiet_streets", 9, SRA))
    cheap = public(STATE, laws=laws[:1], events=events).public
    assert price_of(BOARD, cheap, OCC, Festival(ZARA, D(2))) == Price(2, 0)
    one_more = public(STATE, laws=laws[:1], events=(*events, *events)).public
    assert price_of(BOARD, one_more, OCC, Festival(ZARA, D(2))).voice == 0


def test_in_an_unknown_district_nothing_changes_a_price():
    cheap = public(STATE, laws=(Law("open_clinics", 9, SRA),)).public
    assert price_of(BOARD, cheap, SRA, Care(JUNO, D(99))) == Price(2)


def test_an_event_changes_prices_in_its_district_only():
    toolkit = public(STATE, events=(Happening("open_toolkit", D(0), 1, answered=False),)).public
    assert price_of(BOARD, toolkit, SRA, Care(JUNO, D(0))) == Price(1)
    assert price_of(BOARD, toolkit, SRA, Care(JUNO, D(1))) == Price(2)
