from msgspec.structs import replace

from game.client.model.offers import facility_offers, heard_percent, offers
from game.client.model.planning import VERBS, Planning
from game.rules.errors import Code
from game.rules.orders import Campaign
from tests.support.matches import SRA, match, played, seat


def planning(**purse: int) -> Planning:
    board, state = match()
    if purse:
        state = seat(state, SRA, **purse)
    plan = Planning(board, state.public, SRA)
    plan.step_leader(1)
    return plan


def test_every_verb_is_offered_in_the_order_of_its_key() -> None:
    assert tuple(offer.verb for offer in offers(planning())) == VERBS


def test_without_a_selection_prices_are_shown_and_nothing_is_off() -> None:
    plan = planning()
    plan.select_leader(None)
    plan.select_district(None)
    shown = {offer.verb: offer for offer in offers(plan)}
    assert shown["festival"].price.voice == 3
    assert all(offer.fault is None and offer.order is None for offer in shown.values())


def test_what_cannot_be_paid_says_so() -> None:
    shown = {offer.verb: offer for offer in offers(planning(credits=1))}
    care = shown["care"].fault
    assert care is not None
    assert care.code is Code.TOO_FEW_CREDITS
    build = shown["build"].fault
    assert build is not None
    assert build.code is Code.TOO_FEW_CREDITS


def test_a_place_out_of_reach_is_told_before_the_price() -> None:
    plan = planning(credits=0)
    far = next(d for d in range(plan.board.districts) if d not in plan.reach())
    plan.select_district(far)  # type: ignore[arg-type]
    shown = {offer.verb: offer for offer in offers(plan)}
    assert shown["care"].fault is not None
    assert shown["care"].fault.code is Code.OUT_OF_REACH
    assert shown["travel"].fault is None


def test_the_given_order_is_marked() -> None:
    plan = planning()
    leader = plan.selected.leader
    assert leader is not None
    plan.give(Campaign(leader, plan.public.leaders[leader]))
    assert [offer.verb for offer in offers(plan) if offer.given] == ["campaign"]


def test_a_tired_audience_is_told() -> None:
    board, state = match()
    plan = Planning(board, state.public, SRA)
    leader = plan.leaders()[0]
    here = plan.public.leaders[leader]
    after, _ = played(board, state, Campaign(leader, here))
    plan = Planning(board, after.public, SRA)
    assert heard_percent(plan, here, "campaign") == 60
    assert heard_percent(plan, here, "build") == 100


def test_a_full_district_takes_no_facility() -> None:
    plan = planning()
    district = plan.selected.district
    assert district is not None
    state = plan.public.districts[district]
    full = replace(state, facilities=state.facilities * plan.board.slots[district])
    districts = tuple(full if d == district else other for d, other in enumerate(plan.public.districts))
    plan.public = replace(plan.public, districts=districts)
    codes = {offer.fault.code for offer in facility_offers(plan) if offer.fault is not None}
    assert Code.NO_FREE_SLOT in codes
    build = next(offer for offer in offers(plan) if offer.verb == "build")
    assert build.fault is not None


def test_each_facility_says_whether_the_place_suits_it() -> None:
    plan = planning()
    district = plan.selected.district
    assert district is not None
    suits = {offer.rule.key: offer.fits for offer in facility_offers(plan)}
    now = plan.public.districts[district]
    assert suits["community_clinic"] == (now.need >= 40)
    assert suits["organising_hub"] == (plan.board.population[district] >= 6)
    assert suits["free_school"] == (plan.board.wealth[district] == 1)
