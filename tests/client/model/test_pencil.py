from game.client.model.outlook import Outlook
from game.client.model.pencil import Pencil
from game.client.model.planning import Planning
from game.rules.errors import Code
from game.rules.forecast import forecast
from game.rules.ids import District
from game.rules.orders import Campaign, Care, Pledge, Travel
from game.rules.state import NOT_ARRIVED
from tests.support.matches import CA, OCC, SRA, match, public, seat


def planning() -> Planning:
    board, state = match()
    return Planning(board, state.public, SRA)


def test_the_rivals_are_the_leaders_of_others_who_have_joined() -> None:
    plan = planning()
    rivals = Pencil(plan).rivals()
    assert {plan.board.leaders[leader].seat for leader in rivals} == {OCC, CA}
    assert all(plan.public.leaders[leader] != NOT_ARRIVED for leader in rivals)


def test_a_leader_has_one_pencilled_order() -> None:
    plan = planning()
    pencil = Pencil(plan)
    leader = pencil.rivals()[0]
    here = plan.public.leaders[leader]
    assert pencil.put(Campaign(leader, here)) == ()
    assert pencil.put(Care(leader, here)) == ()
    assert pencil.orders() == (Care(leader, here),)
    assert pencil.slates == {OCC: (Care(leader, here),)}


def test_the_rivals_own_rules_answer() -> None:
    board, state = match()
    poor = seat(state, OCC, credits=0)
    pencil = Pencil(Planning(board, poor.public, SRA))
    leader = pencil.rivals()[0]
    found = pencil.put(Care(leader, poor.public.leaders[leader]))
    assert [fault.code for fault in found] == [Code.TOO_FEW_CREDITS]
    assert pencil.orders() == ()


def test_who_travels_may_go_anywhere_but_where_it_stands() -> None:
    plan = planning()
    pencil = Pencil(plan)
    leader = pencil.rivals()[0]
    here = plan.public.leaders[leader]
    assert here in pencil.places(leader, "campaign")
    assert set(pencil.places(leader, "travel")) == set(range(plan.board.districts)) - {here}
    assert pencil.put(Travel(leader, pencil.places(leader, "travel")[0])) == ()


def test_rubbing_out_and_clearing_raise_the_version() -> None:
    plan = planning()
    pencil = Pencil(plan)
    orders = [Campaign(leader, plan.public.leaders[leader]) for leader in pencil.rivals()[:1]]
    other = next(n for n in pencil.rivals() if plan.board.leaders[n].seat == CA)
    orders.append(Campaign(other, plan.public.leaders[other]))
    for order in orders:
        pencil.put(order)
    before = pencil.version
    pencil.rub_out(orders[0])
    assert pencil.orders() == (orders[1],)
    pencil.clear()
    assert pencil.orders() == ()
    assert pencil.version == before + 2
    pencil.clear()
    assert pencil.version == before + 2, "nothing was there to clear"


def test_a_new_turn_forgets_what_was_pencilled_in() -> None:
    board, state = match()
    plan = Planning(board, state.public, SRA)
    pencil = Pencil(plan)
    leader = pencil.rivals()[0]
    pencil.put(Campaign(leader, plan.public.leaders[leader]))
    plan.renew(public(state, turn=2).public, ())
    assert pencil.orders() == ()


def test_the_forecast_reckons_with_it_and_the_own_slate_stays_as_it_is() -> None:
    plan = planning()
    outlook = Outlook(plan)
    leader = outlook.pencil.rivals()[0]
    order = Campaign(leader, plan.public.leaders[leader])
    outlook.refresh()
    while outlook.step():
        pass
    alone = outlook.base
    outlook.pencil.put(order)
    assert outlook.refresh()
    while outlook.step():
        pass
    assert outlook.base == forecast(plan.board, plan.public, {OCC: (order,)})
    assert outlook.base != alone
    assert plan.slate == ()


def test_a_conditional_pledge_is_met_by_a_pencilled_one() -> None:
    board, state = match()
    together = public(state, leaders=tuple(District(0) for _ in board.leaders))
    plan = Planning(board, together.public, SRA)
    mine, theirs = board.leaders_of(SRA)[0], board.leaders_of(OCC)[0]
    plan.give(Pledge(mine, District(0), "consent", 2))
    outlook = Outlook(plan)
    for pencilled, stakes in (((), None), ((Pledge(theirs, District(0), "technique"),), (3, 3, 0))):
        for order in pencilled:
            outlook.pencil.put(order)
        outlook.refresh()
        while outlook.step():
            pass
        assert outlook.base is not None
        site = outlook.base.public.districts[0].site
        assert (site and site.stakes) == stakes


def test_a_pin_is_pencilled_in_by_a_leader_that_can() -> None:
    plan = planning()
    pencil = Pencil(plan)
    first, second = [n for n in pencil.rivals() if plan.board.leaders[n].seat == OCC][:2]
    here = plan.public.leaders[first]
    assert pencil.put_pin(OCC, "campaign", here)
    assert pencil.put_pin(OCC, "build", here)
    orders = pencil.orders()
    assert [order.leader for order in orders] == [first, second]
    assert orders[0] == Campaign(first, here)


def test_a_pin_that_no_leader_can_follow_stays_out() -> None:
    plan = planning()
    pencil = Pencil(plan)
    leader = next(n for n in pencil.rivals() if plan.board.leaders[n].seat == OCC)
    far = next(d for d in range(plan.board.districts) if d not in pencil.places(leader, "campaign"))
    assert not pencil.put_pin(OCC, "campaign", District(far))
    assert pencil.orders() == ()
