from game.client.model.outlook import Outlook
from game.client.model.planning import Planning
from game.rules.forecast import forecast
from game.rules.orders import Campaign, Care
from tests.support.matches import SRA, after, match
from tests.support.ranges import whole_range


def looked(turns: int = 3) -> tuple[Planning, Outlook]:
    board, state = match()
    planning = Planning(board, after(board, state, turns, seed=3).public, SRA)
    planning.step_leader(1)
    return planning, Outlook(planning)


def work(outlook: Outlook) -> int:
    outlook.refresh()
    pieces = 0
    while outlook.step():
        pieces += 1
    return pieces


def test_the_base_is_the_rules_forecast_of_the_slate() -> None:
    planning, outlook = looked()
    work(outlook)
    assert outlook.base == forecast(planning.board, planning.public, {SRA: ()})
    assert outlook.shown is outlook.base


def test_what_is_tried_is_forecast_with_and_without() -> None:
    planning, outlook = looked()
    planning.try_verb("campaign")
    work(outlook)
    order = planning.candidate()
    assert isinstance(order, Campaign)
    assert outlook.tried == forecast(planning.board, planning.public, {SRA: (order,)})
    assert outlook.without == forecast(planning.board, planning.public, {SRA: ()})


def test_the_bounds_are_the_rules_floor_and_ceiling() -> None:
    planning, outlook = looked()
    planning.try_verb("campaign")
    work(outlook)
    order, district = planning.candidate(), planning.selected.district
    assert order is not None
    assert district is not None
    expected = whole_range(planning.board, planning.public, SRA, (order,), district, {})
    assert outlook.bounds is not None
    assert (outlook.bounds.floor, outlook.bounds.ceiling) == (expected.floor, expected.ceiling)


def test_the_work_is_spread_over_pieces() -> None:
    planning, outlook = looked()
    planning.try_verb("campaign")
    assert work(outlook) >= 5


def test_nothing_is_dropped_while_nothing_changes() -> None:
    planning, outlook = looked()
    work(outlook)
    assert not outlook.refresh()
    planning.try_verb("care")
    assert outlook.refresh()
    assert outlook.base is not None, "the slate is the same, so its forecast stays"
    assert outlook.bounds is None


def test_a_given_order_drops_the_base() -> None:
    planning, outlook = looked(0)
    work(outlook)
    leader = planning.selected.leader
    assert leader is not None
    planning.give(Care(leader, planning.public.leaders[leader]))
    assert outlook.refresh()
    assert outlook.base is None


def test_an_order_with_a_fault_is_not_forecast() -> None:
    planning, outlook = looked(0)
    planning.try_verb("travel")
    work(outlook)
    assert outlook.subject is None
    assert outlook.tried is None
