from typing import Any

from msgspec.structs import replace

from game.client.model.offers import facility_offers, heard_percent, offers, thing_offers, usual_part
from game.client.model.planning import VERBS, Planning
from game.rules.errors import Code
from game.rules.orders import Campaign, Motion, Pledge
from game.rules.state import Site
from tests.support.matches import SRA, district, match, played, public, seat


def planning(**purse: Any) -> Planning:
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


def test_a_pledge_offers_every_kind_of_parts() -> None:
    plan = planning()
    found = thing_offers(plan, "pledge")
    assert [offer.thing for offer in found] == list(plan.board.ruleset.part_kinds)
    assert all(isinstance(offer.order, Pledge) and offer.price.credits == 1 for offer in found)


def test_a_kind_that_is_complete_is_off_but_the_verb_is_not() -> None:
    board, state = match()
    home = board.homes[SRA]
    state = district(state, home, site=Site((6, 2, 0), (6, 2, 0), 0), unrest=0)
    plan = Planning(board, state.public, SRA)
    plan.step_leader(1)
    faults = {offer.thing: offer.fault and offer.fault.code for offer in thing_offers(plan, "pledge")}
    assert faults == {"consent": Code.NO_PART_MISSING, "technique": None, "art": None}
    assert usual_part(plan) == "technique", "the own speciality is complete"
    pledge = next(offer for offer in offers(plan) if offer.verb == "pledge")
    assert pledge.fault is None


def test_too_much_anger_keeps_a_sanctuary_from_beginning() -> None:
    board, state = match()
    plan = Planning(board, district(state, board.homes[SRA], unrest=8).public, SRA)
    plan.step_leader(1)
    pledge = next(offer for offer in offers(plan) if offer.verb == "pledge")
    assert pledge.fault is not None
    assert pledge.fault.code is Code.TOO_ANGRY


def test_a_motion_offers_the_own_hand() -> None:
    plan = planning(hand=("open_clinics", "smile_levy"), voice=9)
    found = thing_offers(plan, "motion")
    assert [offer.thing for offer in found] == ["open_clinics", "smile_levy"]
    plan.give(found[1].order)
    motion = next(offer for offer in offers(plan) if offer.verb == "motion")
    assert motion.given
    assert isinstance(motion.order, Motion)


def test_an_empty_hand_and_the_last_seasons_say_so() -> None:
    empty = next(offer for offer in offers(planning(hand=())) if offer.verb == "motion")
    assert empty.fault is not None
    assert empty.fault.code is Code.NOT_IN_HAND
    board, state = match()
    late = Planning(board, public(state, turn=22).public, SRA)
    late.step_leader(1)
    motion = next(offer for offer in offers(late) if offer.verb == "motion")
    assert motion.fault is not None
    assert motion.fault.code is Code.NO_MOTIONS_NOW
