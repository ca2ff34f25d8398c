"""What the selected leader may do in the selected district: every verb with its price, or why not."""

from msgspec import Struct

from game.client.model.planning import NAMING_VERBS, VERBS, Planning, make_order
from game.rules.basics import Price
from game.rules.errors import Code, Fault
from game.rules.faction import FacilityRule
from game.rules.ground import PublicGround, fits, reading
from game.rules.ids import District, Leader
from game.rules.orders import PRESSING, Led, Motion

_FIRST = (
    Code.MATCH_OVER,
    Code.BARRED,
    Code.NO_MOTIONS_NOW,
    Code.OUT_OF_REACH,
    Code.ALREADY_THERE,
    Code.NO_FREE_SLOT,
    Code.FACILITY_STANDS,
    Code.SANCTUARY_FINISHED,
    Code.TOO_ANGRY,
    Code.NO_PART_MISSING,
    Code.NOT_IN_HAND,
    Code.VERB_TWICE,
    Code.TOO_FEW_CREDITS,
    Code.TOO_LITTLE_VOICE,
)
"""Which of several faults is told first."""

_OF_ONE_THING = (Code.FACILITY_STANDS, Code.NO_PART_MISSING, Code.LAW_TWICE)
"""Faults of one facility, kind of parts or law: the last reason to tell why a whole verb is off."""


class Offer(Struct, frozen=True):
    """A verb as the strip shows it. `heard` is the audience's freshness in percent; `fault` says why it is off.

    `given` marks the order that the leader already has.
    """

    verb: str
    order: Led | None
    price: Price
    heard: int
    fault: Fault | None
    given: bool


class ThingOffer(Struct, frozen=True):
    """One thing that a verb could name, a facility, a kind of parts or a law: the order, its price, or why not."""

    thing: str
    order: Led
    price: Price
    fault: Fault | None
    given: bool


class FacilityOffer(Struct, frozen=True):
    """A facility that could be built: its rule, whether the district is the kind it is made for, or why not."""

    rule: FacilityRule
    order: Led
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


def thing_offers(planning: Planning, verb: str) -> tuple[ThingOffer, ...]:
    """What a verb that names a thing could name for the selection; none without a leader and a district."""
    leader, district = planning.selected.leader, planning.selected.district
    if leader is None or district is None:
        return ()
    orders = ((thing, make_order(verb, leader, district, thing)) for thing in _things(planning, verb))
    return tuple(
        ThingOffer(
            thing,
            order,
            planning.price(order),
            _first_fault(planning.faults_of(order)),
            given=planning.order_of(leader) == order,
        )
        for thing, order in orders
        if order is not None
    )


def facility_offers(planning: Planning) -> tuple[FacilityOffer, ...]:
    """The faction's facilities for the selection; none without a leader and a district."""
    rules = planning.board.facility_rules[planning.seat]
    ground = PublicGround(planning.board, planning.public)
    return tuple(
        FacilityOffer(
            rules[offer.thing],
            offer.order,
            rules[offer.thing].place is not None
            and fits(ground, rules[offer.thing].place, offer.order.district),
            offer.fault,
            offer.given,
        )
        for offer in thing_offers(planning, "build")
    )


def usual_part(planning: Planning) -> str | None:
    """The kind of parts a pledge would give unless said otherwise: the own speciality while some of it is missing."""
    if planning.seat < 0:
        return None
    own = planning.board.factions[planning.seat].speciality
    free = [offer.thing for offer in thing_offers(planning, "pledge") if offer.fault is None]
    return own if own in free or not free else free[0]


def _things(planning: Planning, verb: str) -> tuple[str, ...]:
    if verb == "build":
        return tuple(planning.board.facility_rules[planning.seat])
    if verb == "pledge":
        return planning.board.ruleset.part_kinds
    return planning.public.seats[planning.seat].hand


def heard_percent(planning: Planning, district: District, verb: str) -> int:
    """How fresh the audience of a district is for a verb of this seat, in percent (rule 5)."""
    if verb not in PRESSING:
        return 100
    level = planning.public.seats[planning.seat].tired[district][PRESSING.index(verb)]
    return planning.board.ruleset.contest.freshness[level]


def _offer(planning: Planning, verb: str, leader: Leader, district: District) -> Offer:
    heard = heard_percent(planning, district, verb)
    order = make_order(verb, leader, district)
    if order is None:
        return _naming_offer(planning, verb, heard)
    fault = _first_fault(planning.faults_of(order))
    given = planning.order_of(leader) == order
    return Offer(verb, order, planning.price(order), heard, fault, given)


def _naming_offer(planning: Planning, verb: str, heard: int) -> Offer:
    """A verb that names a thing is off when it can name none."""
    choices = thing_offers(planning, verb)
    if not choices:
        return _empty_hand(planning, heard)
    free = [choice for choice in choices if choice.fault is None]
    of_all_first = sorted(choices, key=lambda c: c.fault is not None and c.fault.code in _OF_ONE_THING)
    shown = min(free, key=lambda c: (c.price.credits, c.price.voice)) if free else of_all_first[0]
    leader = shown.order.leader
    given = planning.order_of(leader)
    is_given = given is not None and isinstance(given, NAMING_VERBS[verb])
    is_here = given is not None and given.district == shown.order.district
    own = given if is_given and is_here else None
    return Offer(verb, own, shown.price, heard, None if own else shown.fault, given=own is not None)


def _empty_hand(planning: Planning, heard: int) -> Offer:
    """Motion without a law to move."""
    leader, district = planning.selected.leader, planning.selected.district
    if leader is None or district is None:
        raise ValueError("an offer needs a leader and a district")
    nothing = Motion(leader, district, "none")
    fault = _first_fault(planning.faults_of(nothing))
    return Offer("motion", None, planning.price(nothing), heard, fault, given=False)


def _usual_price(planning: Planning, verb: str) -> Price:
    if planning.seat < 0:
        return Price()
    faction = planning.board.match.seating[planning.seat].faction
    if verb == "build":
        rules = planning.board.facility_rules[planning.seat].values()
        return Price(credits=min(rule.credits for rule in rules))
    return planning.board.ruleset.price(faction, verb)


def trait_of(planning: Planning, district: District, trait: str) -> int:
    """How a district stands in a trait that kinds of places are told by."""
    return reading(PublicGround(planning.board, planning.public), trait, district)


def _first_fault(found: tuple[Fault, ...]) -> Fault | None:
    rank = {code: place for place, code in enumerate(_FIRST)}
    return min(found, key=lambda fault: rank.get(fault.code, len(rank)), default=None)
