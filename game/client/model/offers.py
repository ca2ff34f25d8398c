"""What the selected leader may do in the selected district: every verb with its price, or why not."""

from msgspec import Struct

from game.client.model.planning import VERBS, Planning, make_order
from game.rules.basics import Price
from game.rules.errors import Code, Fault
from game.rules.faction import FacilityRule
from game.rules.ids import District, Leader
from game.rules.orders import PRESSING, Order

_FIRST = (
    Code.MATCH_OVER,
    Code.OUT_OF_REACH,
    Code.ALREADY_THERE,
    Code.NO_FREE_SLOT,
    Code.FACILITY_STANDS,
    Code.VERB_TWICE,
    Code.TOO_FEW_CREDITS,
    Code.TOO_LITTLE_VOICE,
)
"""Which of several faults is told first."""


class Offer(Struct, frozen=True):
    """A verb as the strip shows it. `heard` is the audience's freshness in percent; `fault` says why it is off.

    `given` marks the order that the leader already has.
    """

    verb: str
    order: Order | None
    price: Price
    heard: int
    fault: Fault | None
    given: bool


class FacilityOffer(Struct, frozen=True):
    """A facility that could be built: its rule, whether the district is the kind it is made for, or why not."""

    rule: FacilityRule
    order: Order
    fits: bool
    fault: Fault | None
    given: bool


def offers(planning: Planning) -> tuple[Offer, ...]:
    """Every verb for the selection; without a leader or a district none has an order and none is off."""
    leader, district = planning.selected.leader, planning.selected.district
    if leader is None or district is None:
        return tuple(
            Offer(verb, None, _usual_price(planning, verb), 100, None, given=False) for verb in VERBS
        )
    return tuple(_offer(planning, verb, leader, district) for verb in VERBS)


def facility_offers(planning: Planning) -> tuple[FacilityOffer, ...]:
    """The faction's facilities for the selection; none without a leader and a district."""
    leader, district = planning.selected.leader, planning.selected.district
    if leader is None or district is None:
        return ()
    found = []
    for rule in planning.board.facility_rules[planning.seat].values():
        order = make_order("build", leader, district, rule.key)
        if order is None:
            continue
        fault = _first_fault(planning.faults_of(order))
        given = planning.order_of(leader) == order
        found.append(FacilityOffer(rule, order, _suits(planning, district, rule), fault, given))
    return tuple(found)


def heard_percent(planning: Planning, district: District, verb: str) -> int:
    """How fresh the audience of a district is for a verb of this seat, in percent (rule 5)."""
    if verb not in PRESSING:
        return 100
    level = planning.public.seats[planning.seat].tired[district][PRESSING.index(verb)]
    return planning.board.ruleset.contest.freshness[level]


def _offer(planning: Planning, verb: str, leader: Leader, district: District) -> Offer:
    heard = heard_percent(planning, district, verb)
    if verb == "build":
        return _build_offer(planning, leader, heard)
    order = make_order(verb, leader, district)
    if order is None:
        raise ValueError(f"{verb!r} needs more than a leader and a district")
    fault = _first_fault(planning.faults_of(order))
    given = planning.order_of(leader) == order
    return Offer(verb, order, planning.price(order), heard, fault, given)


def _build_offer(planning: Planning, leader: Leader, heard: int) -> Offer:
    """Build is off when no facility can be built; that one stands already is the last reason to tell."""
    choices = facility_offers(planning)
    free = [choice for choice in choices if choice.fault is None]
    standing_last = sorted(
        choices, key=lambda c: c.fault is not None and c.fault.code is Code.FACILITY_STANDS
    )
    cheapest = min(free, key=lambda choice: choice.rule.credits) if free else standing_last[0]
    given = any(choice.given for choice in choices)
    price = Price(credits=cheapest.rule.credits)
    return Offer("build", planning.order_of(leader) if given else None, price, heard, cheapest.fault, given)


def _usual_price(planning: Planning, verb: str) -> Price:
    if planning.seat < 0:
        return Price()
    faction = planning.board.match.seating[planning.seat].faction
    if verb == "build":
        rules = planning.board.facility_rules[planning.seat].values()
        return Price(credits=min(rule.credits for rule in rules))
    return planning.board.ruleset.price(faction, verb)


def _suits(planning: Planning, district: District, rule: FacilityRule) -> bool:
    """Whether the district is the kind of place the facility is made for (rule 4)."""
    if rule.place is None:
        return False
    return rule.place.least <= trait_of(planning, district, rule.place.trait) <= rule.place.most


def trait_of(planning: Planning, district: District, trait: str) -> int:
    """How a district stands in what facilities are made for: the traits of `ruleset.Place`."""
    plan, now = planning.board.city.districts[district], planning.public.districts[district]
    return {
        "population": plan.population,
        "wealth": int(plan.wealth),
        "need": now.need,
        "lean": now.lean,
        "off_middle": abs(now.lean),
        "unrest": now.unrest,
    }[trait]


def _first_fault(found: tuple[Fault, ...]) -> Fault | None:
    rank = {code: place for place, code in enumerate(_FIRST)}
    return min(found, key=lambda fault: rank.get(fault.code, len(rank)), default=None)
