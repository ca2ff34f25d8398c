"""All faults of a slate at once, judged on the view of the one who asks (rules 5, 16)."""

from collections.abc import Iterator

from game.rules.basics import Price
from game.rules.board import Board
from game.rules.errors import WHOLE_SLATE, Code, Fault, Parameters
from game.rules.ids import District, Leader, Seat
from game.rules.orders import Build, Order, Slate, Travel, verb_of
from game.rules.state import NOT_ARRIVED, Public


def faults(board: Board, public: Public, seat: Seat, slate: Slate) -> tuple[Fault, ...]:
    """Every reason why this slate cannot be this seat's; empty when it is legal.

    Needs nothing but what the seat sees. A slate is valid or refused as a whole.
    """
    if public.outcome is not None:
        return (Fault(Code.MATCH_OVER, WHOLE_SLATE, "turn", {"found": public.turn}),)
    return (
        *(fault for index, order in enumerate(slate) for fault in _order(board, public, seat, index, order)),
        *_repeats(board, slate),
        *_builds(board, public, seat, slate),
        *_dearness(board, public, seat, slate),
    )


def price_of(board: Board, seat: Seat, order: Order) -> Price:
    """What an order costs this seat; an unknown facility costs nothing (and is refused elsewhere)."""
    if isinstance(order, Build):
        rule = board.facility_rules[seat].get(order.facility)
        return Price(credits=rule.credits) if rule else Price()
    return board.ruleset.price(board.match.seating[seat].faction, verb_of(order))


def slate_price(board: Board, seat: Seat, slate: Slate) -> Price:
    """What a slate costs in all."""
    prices = [price_of(board, seat, order) for order in slate]
    return Price(sum(p.credits for p in prices), sum(p.voice for p in prices))


def in_reach(board: Board, public: Public, leader: Leader) -> tuple[District, ...]:
    """Where a leader may act this turn: its district and the linked ones; nowhere before it joins.

    `leader` is a leader of the board.
    """
    here = public.leaders[leader]
    if here == NOT_ARRIVED:
        return ()
    return tuple(sorted((here, *board.links[here])))


def _order(board: Board, public: Public, seat: Seat, index: int, order: Order) -> Iterator[Fault]:
    known_place = order.district < board.districts
    if not known_place:
        found = {"found": order.district, "most": board.districts - 1}
        yield Fault(Code.UNKNOWN_DISTRICT, index, "district", found)
    if order.leader >= len(board.leaders):
        found = {"found": order.leader, "most": len(board.leaders) - 1}
        yield Fault(Code.UNKNOWN_LEADER, index, "leader", found)
    elif board.leaders[order.leader].seat != seat:
        name = board.leaders[order.leader].key
        yield Fault(Code.NOT_YOUR_LEADER, index, "leader", {"leader": name})
    elif public.leaders[order.leader] == NOT_ARRIVED:
        plan = board.leaders[order.leader]
        yield Fault(Code.LEADER_NOT_HERE, index, "leader", {"leader": plan.key, "turn": plan.joins})
    elif known_place:
        yield from _reach(board, public, index, order)


def _reach(board: Board, public: Public, index: int, order: Order) -> Iterator[Fault]:
    here = public.leaders[order.leader]
    where = {
        "leader": board.leaders[order.leader].key,
        "district": board.city.districts[order.district].key,
        "here": board.city.districts[here].key,
    }
    if isinstance(order, Travel):
        if order.district == here:
            yield Fault(Code.ALREADY_THERE, index, "district", where)
    elif order.district != here and order.district not in board.links[here]:
        yield Fault(Code.OUT_OF_REACH, index, "district", where)


def _repeats(board: Board, slate: Slate) -> Iterator[Fault]:
    leaders: set[int] = set()
    verbs: set[tuple[str, int]] = set()
    for index, order in enumerate(slate):
        if order.leader in leaders:
            known = order.leader < len(board.leaders)
            name = board.leaders[order.leader].key if known else str(order.leader)
            yield Fault(Code.LEADER_TWICE, index, "leader", {"leader": name})
        leaders.add(order.leader)
        if isinstance(order, Travel):
            continue
        key = (verb_of(order), order.district)
        if key in verbs and order.district < board.districts:
            place = board.city.districts[order.district].key
            yield Fault(Code.VERB_TWICE, index, "district", {"verb": key[0], "district": place})
        verbs.add(key)


def _builds(board: Board, public: Public, seat: Seat, slate: Slate) -> Iterator[Fault]:
    for index, order in enumerate(slate):
        if not isinstance(order, Build) or order.district >= board.districts:
            continue
        if order.facility not in board.facility_rules[seat]:
            known = ", ".join(board.facility_rules[seat])
            unknown = {"found": order.facility, "known": known}
            yield Fault(Code.UNKNOWN_FACILITY, index, "facility", unknown)
            continue
        place = board.city.districts[order.district].key
        standing = public.districts[order.district].facilities
        if any(f.seat == seat and f.kind == order.facility for f in standing):
            twice = {"facility": order.facility, "district": place}
            yield Fault(Code.FACILITY_STANDS, index, "facility", twice)
        if len(standing) >= board.slots[order.district]:
            slots = board.slots[order.district]
            full: Parameters = {"district": place, "slots": slots}
            yield Fault(Code.NO_FREE_SLOT, index, "district", full)


def _dearness(board: Board, public: Public, seat: Seat, slate: Slate) -> Iterator[Fault]:
    price = slate_price(board, seat, slate)
    purse = public.seats[seat]
    if price.credits > purse.credits:
        short = {"price": price.credits, "purse": purse.credits}
        yield Fault(Code.TOO_FEW_CREDITS, WHOLE_SLATE, "credits", short)
    if price.voice > purse.voice:
        quiet = {"price": price.voice, "purse": purse.voice}
        yield Fault(Code.TOO_LITTLE_VOICE, WHOLE_SLATE, "voice", quiet)
