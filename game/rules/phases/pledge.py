"""Phase 3: pledges to Technique Sanctuaries (rules 7, 12.3)."""

from typing import cast

from msgspec import Struct
from msgspec.structs import replace

from game.rules.change import ANY_ORDER
from game.rules.ids import District, Leader, Seat
from game.rules.ledger import Factor, Finished, Founded, Pledged, Refunded
from game.rules.orders import Pledge
from game.rules.pressure import Push, press
from game.rules.prices import price_of
from game.rules.side_effects import add_side_effects
from game.rules.state import Site
from game.rules.turn import NOBODY, Act, Turn


class Offer(Struct, frozen=True):
    """A pledge with the parts it would give."""

    seat: Seat
    leader: Leader
    order: Pledge
    kind: int
    factors: tuple[Factor, ...]
    parts: int


def play(turn: Turn) -> None:
    """Take the pledges in, district by district; what cannot be taken is refunded and told."""
    here: dict[District, list[Act]] = {}
    for act in turn.acts.get("pledge", ()):
        here.setdefault(act[2], []).append(act)
    for district, acts in here.items():
        _pledge(turn, district, acts)
    turn.settle()


def steward_of(site: Site) -> Seat:
    """Whoever holds most stakes alone; nobody where two hold as many."""
    most = max(site.stakes)
    return Seat(site.stakes.index(most)) if most and site.stakes.count(most) == 1 else NOBODY


def _pledge(turn: Turn, district: District, acts: list[Act]) -> None:
    site = turn.sites[district]
    rule = turn.board.ruleset.sanctuary
    offers = [_offer(turn, act) for act in acts]
    kept = greatest_fixed_point(offers)
    if len(kept) < len(offers):
        _refund_all(turn, [offer for offer in offers if offer not in kept], "condition_unmet")
    if not kept:
        return
    if site is None:
        site = Site((0,) * len(turn.board.ruleset.part_kinds), (0,) * turn.board.seats, 0)
        if turn.ledger is not None:
            turn.ledger.append(Founded(district))
    for kind in range(len(site.parts)):
        offered = [offer for offer in kept if offer.kind == kind]
        if offered:
            site = _take(turn, site, offered)
    turn.sites[district] = site
    if all(given == rule.parts for given in site.parts):
        _finish(turn, district, site)


def greatest_fixed_point(offers: list[Offer]) -> list[Offer]:
    """All on; drop those whose condition is not met; repeat until nobody is dropped (rule 7).

    Conditions only ask for more, so every order of dropping ends at the same pledges.
    """
    kept = offers
    while True:
        staying = [
            offer
            for offer in kept
            if not offer.order.if_others or _parts_of_others(kept, offer) >= offer.order.if_others
        ]
        if len(staying) == len(kept):
            return kept
        kept = staying


def _parts_of_others(offers: list[Offer], own: Offer) -> int:
    return sum(offer.parts for offer in offers if offer.seat != own.seat)


def _offer(turn: Turn, act: Act) -> Offer:
    seat, leader, district, order = act
    pledge = cast("Pledge", order)
    rule = turn.board.ruleset.pledge
    kind = turn.board.ruleset.part_kinds.index(pledge.kind)
    speciality = turn.board.speciality[seat] == kind
    base = ("speciality", rule.parts_of_speciality) if speciality else ("start", rule.parts)
    more = turn.lines(f"parts:{pledge.kind}", district, leader) + turn.lines("parts:any", district, leader)
    lines = [base, *more]
    parts = max(0, sum([value for _, value in lines]))
    factors = tuple([Factor(name, value) for name, value in lines])
    return Offer(seat, leader, pledge, kind, factors, parts)


def _take(turn: Turn, site: Site, offers: list[Offer]) -> Site:
    """Parts of one kind: what is over is shared in proportion, the remainder by Civic Priority (rule 16)."""
    for offer, parts in _shared(turn, site, offers):
        if not parts:
            _refund_all(turn, [offer], "no_part_missing")
            continue
        seat, kind = offer.seat, offer.kind
        site = replace(
            site,
            parts=_more(site.parts, kind, parts),
            stakes=_more(site.stakes, seat, parts),
        )
        if turn.ledger is not None:
            given = Pledged(seat, offer.leader, offer.order.district, offer.order.kind, offer.factors, parts)
            turn.ledger.append(given)
        _press(turn, offer, parts)
    return site


def _shared(turn: Turn, site: Site, offers: list[Offer]) -> list[tuple[Offer, int]]:
    missing = turn.board.ruleset.sanctuary.parts - site.parts[offers[0].kind]
    offered = sum(offer.parts for offer in offers)
    if offered <= missing:
        return [(offer, offer.parts) for offer in offers]
    queue = sorted(offers, key=lambda offer: (turn.priority.index(offer.seat), offer.leader))
    shares = [missing * offer.parts // offered for offer in queue]
    left = missing - sum(shares)
    return [
        (offer, share + (rank < left)) for rank, (offer, share) in enumerate(zip(queue, shares, strict=True))
    ]


def _more(counts: tuple[int, ...], place: int, amount: int) -> tuple[int, ...]:
    return (*counts[:place], counts[place] + amount, *counts[place + 1 :])


def _press(turn: Turn, offer: Offer, parts: int) -> None:
    seat, leader, district = offer.seat, offer.leader, offer.order.district
    base = turn.board.ruleset.pledge.pressure_per_part * parts
    press(turn, Push(seat, leader, district, "pledge", base=base, verb="pledge"))
    add_side_effects(turn, "pledge", ANY_ORDER, seat, (district, leader))


def _refund_all(turn: Turn, offers: list[Offer], reason: str) -> None:
    for offer in offers:
        price = price_of(turn.board, turn.before, offer.seat, offer.order)
        district = offer.order.district
        turn.earn(offer.seat, "credits", "refund", district, price.credits)
        turn.earn(offer.seat, "voice", "refund", district, price.voice)
        if turn.ledger is not None:
            back = Refunded(offer.seat, offer.leader, district, "pledge", reason, price.credits, price.voice)
            turn.ledger.append(back)


def _finish(turn: Turn, district: District, site: Site) -> None:
    finished = replace(site, finished=turn.number)
    turn.sites[district] = finished
    turn.shift("unrest", district, "sanctuary", NOBODY, turn.board.ruleset.sanctuary.unrest_at_once)
    if turn.ledger is not None:
        turn.ledger.append(Finished(district, steward_of(finished), finished.stakes))
