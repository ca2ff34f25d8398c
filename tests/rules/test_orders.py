import msgspec
import pytest

from game.rules.ids import District, Leader, Seat
from game.rules.orders import (
    MOST_ORDERS,
    PRESSING,
    Ballot,
    Build,
    Campaign,
    Close,
    Gift,
    Motion,
    Order,
    Pledge,
    Slate,
    Unique,
    led,
    papers,
    verb_of,
)

ALOK, D0 = Leader(0), District(0)
EDGES = (
    Campaign(Leader(255), District(255)),
    Build(ALOK, D0, "x" * 32),
    Pledge(ALOK, D0, "art", 99),
    Motion(ALOK, D0, "law"),
    Ballot("law", True, 99),
    Gift(Seat(15), 999, 999),
    Close(District(255), "mural"),
)


def test_orders_are_told_apart_by_whether_a_leader_carries_them_out():
    slate = (Gift(Seat(1), 1, 0), Campaign(ALOK, D0), Ballot("law", aye=False), Unique(ALOK, D0))
    assert led(slate) == (Campaign(ALOK, D0), Unique(ALOK, D0))
    assert papers(slate) == (Gift(Seat(1), 1, 0), Ballot("law", aye=False))


def test_every_order_says_its_verb():
    verbs = [verb_of(order) for order in EDGES]
    assert verbs == ["campaign", "build", "pledge", "motion", "ballot", "gift", "close"]
    assert PRESSING == ("campaign", "care", "festival", "forum", "unique", "pledge")


def test_what_is_left_out_asks_for_nothing():
    assert msgspec.json.decode(b'["ballot","law",true]', type=Order) == Ballot("law", True, 0)
    assert msgspec.json.decode(b'["pledge",0,0,"art"]', type=Order) == Pledge(ALOK, D0, "art", 0)
    assert msgspec.json.decode(b'["gift",1]', type=Order) == Gift(Seat(1), 0, 0)


@pytest.mark.parametrize("order", EDGES, ids=verb_of)
def test_the_greatest_numbers_are_read(order):
    assert msgspec.json.decode(msgspec.json.encode(order), type=Order) == order


@pytest.mark.parametrize(
    "wired",
    [
        ["campaign", 256, 0],
        ["campaign", -1, 0],
        ["campaign", 0, 256],
        ["campaign", 0, -1],
        ["build", 0, 0, ""],
        ["build", 0, 0, "x" * 33],
        ["pledge", 0, 0, "art", 100],
        ["pledge", 0, 0, "art", -1],
        ["ballot", "law", True, 100],
        ["ballot", "law", True, -1],
        ["ballot", "", True],
        ["gift", 16, 1, 0],
        ["gift", -1, 1, 0],
        ["gift", 1, 1000, 0],
        ["gift", 1, -1, 0],
        ["gift", 1, 0, 1000],
        ["gift", 1, 0, -1],
        ["close", 256, "mural"],
        ["sabotage", 0, 0],
        ["campaign", 0, 0, "loudly"],
        ["campaign", 0.5, 0],
    ],
    ids=str,
)
def test_what_no_order_can_be_is_not_read(wired):
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(wired, type=Order)


def test_a_slate_has_an_end():
    wired = [["campaign", 0, 0]] * MOST_ORDERS
    assert len(msgspec.convert(wired, type=Slate)) == MOST_ORDERS
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert([*wired, wired[0]], type=Slate)
