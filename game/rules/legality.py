"""All faults of a slate at once, judged on the view of the one who asks (rules 5, 16)."""

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from game.rules.board import Board
from game.rules.errors import WHOLE_SLATE, Code, Fault, Parameters
from game.rules.ids import District, Seat
from game.rules.legality_of_papers import paper_faults
from game.rules.orders import Build, Close, Led, Motion, Pledge, Slate, Travel, is_led, verb_of
from game.rules.prices import slate_price
from game.rules.reach import is_barred, is_linked
from game.rules.state import NOT_ARRIVED, Public

_Carried: TypeAlias = Sequence[tuple[int, Led]]
"""The orders of a slate that leaders carry out, each with its place."""

_NOWHERE_IN_PARTICULAR: Final = (Travel, Motion)
"""Orders of which several may name one district."""


def faults(board: Board, public: Public, seat: Seat, slate: Slate) -> tuple[Fault, ...]:
    """Every reason why this slate cannot be this seat's; empty when it is legal.

    Needs nothing but what the seat sees. A slate is valid or refused as a whole.
    """
    if public.outcome is not None:
        return (Fault(Code.MATCH_OVER, WHOLE_SLATE, "turn", {"found": public.turn}),)
    carried = [(index, order) for index, order in enumerate(slate) if is_led(order)]
    kinds = set(map(type, slate))
    found: list[Fault] = []
    for index, order in carried:
        found += _order(board, public, seat, index, order)
    found += _repeats(board, carried)
    if Build in kinds:
        found += _builds(board, public, seat, slate)
    if Pledge in kinds:
        found += _pledges(board, public, carried)
    if Motion in kinds:
        found += _motions(board, public, seat, carried)
    if len(carried) < len(slate):
        found += paper_faults(board, public, seat, slate)
    found += _dearness(board, public, seat, slate)
    return tuple(found)


def _order(board: Board, public: Public, seat: Seat, index: int, order: Led) -> Sequence[Fault]:
    leader, plans = order.leader, board.leaders
    known = leader < len(plans) and order.district < board.districts
    if known and plans[leader].seat == seat and public.leaders[leader] != NOT_ARRIVED:
        return _way(board, public, index, order)
    return tuple(_stranger(board, public, seat, index, order))


def _stranger(board: Board, public: Public, seat: Seat, index: int, order: Led) -> Iterator[Fault]:
    """What is wrong with a place or a leader that cannot be the seat's now."""
    if order.district >= board.districts:
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


def _way(board: Board, public: Public, index: int, order: Led) -> Sequence[Fault]:
    here = public.leaders[order.leader]
    found = []
    if isinstance(order, Travel):
        if order.district == here:
            found.append(_astray(board, here, Code.ALREADY_THERE, index, order))
    elif not is_linked(board, public, order.leader, order.district):
        found.append(_astray(board, here, Code.OUT_OF_REACH, index, order))
    if order.district != here and is_barred(board, public, order.district):
        found.append(_astray(board, here, Code.BARRED, index, order))
    return found


def _astray(board: Board, here: District, code: Code, index: int, order: Led) -> Fault:
    where: Parameters = {
        "leader": board.leaders[order.leader].key,
        "district": board.city.districts[order.district].key,
        "here": board.city.districts[here].key,
    }
    return Fault(code, index, "district", where)


def _repeats(board: Board, carried: _Carried) -> Sequence[Fault]:
    found = []
    leaders: set[int] = set()
    spoken: set[tuple[type[Led], int]] = set()
    for index, order in carried:
        if order.leader in leaders:
            known = order.leader < len(board.leaders)
            name = board.leaders[order.leader].key if known else str(order.leader)
            found.append(Fault(Code.LEADER_TWICE, index, "leader", {"leader": name}))
        leaders.add(order.leader)
        if isinstance(order, _NOWHERE_IN_PARTICULAR):
            continue
        said = (type(order), order.district)
        if said in spoken and order.district < board.districts:
            twice = {"verb": verb_of(order), "district": board.city.districts[order.district].key}
            found.append(Fault(Code.VERB_TWICE, index, "verb", twice))
        spoken.add(said)
    return found


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
        closing = {
            paper.facility for paper in slate if isinstance(paper, Close) and paper.district == order.district
        }
        standing = [
            facility
            for facility in public.districts[order.district].facilities
            if facility.seat != seat or facility.kind not in closing
        ]
        if any(facility.seat == seat and facility.kind == order.facility for facility in standing):
            twice = {"facility": order.facility, "district": place}
            yield Fault(Code.FACILITY_STANDS, index, "facility", twice)
        if len(standing) >= board.slots[order.district]:
            slots = board.slots[order.district]
            full: Parameters = {"district": place, "slots": slots}
            yield Fault(Code.NO_FREE_SLOT, index, "slot", full)


def _pledges(board: Board, public: Public, carried: _Carried) -> Iterator[Fault]:
    for index, order in carried:
        if isinstance(order, Pledge) and order.district < board.districts:
            yield from _pledge(board, public, index, order)


def _pledge(board: Board, public: Public, index: int, order: Pledge) -> Iterator[Fault]:
    kinds = board.ruleset.part_kinds
    rule = board.ruleset.sanctuary
    if order.kind not in kinds:
        unknown = {"found": order.kind, "known": ", ".join(kinds)}
        yield Fault(Code.UNKNOWN_PART, index, "kind", unknown)
        return
    here = public.districts[order.district]
    place = {"district": board.city.districts[order.district].key}
    if here.site is None:
        if here.unrest > rule.most_unrest_to_begin:
            angry: Parameters = {**place, "found": here.unrest, "most": rule.most_unrest_to_begin}
            yield Fault(Code.TOO_ANGRY, index, "site", angry)
    elif here.site.finished:
        yield Fault(Code.SANCTUARY_FINISHED, index, "site", place)
    elif here.site.parts[kinds.index(order.kind)] >= rule.parts:
        yield Fault(Code.NO_PART_MISSING, index, "kind", {**place, "kind": order.kind})


def _motions(board: Board, public: Public, seat: Seat, carried: _Carried) -> Iterator[Fault]:
    moved: set[str] = set()
    for index, order in carried:
        if not isinstance(order, Motion):
            continue
        if not board.takes_motions(public.turn):
            yield Fault(Code.NO_MOTIONS_NOW, index, "turn", {"found": public.turn})
        elif order.law in moved:
            yield Fault(Code.LAW_TWICE, index, "law", {"law": order.law})
        elif order.law not in public.seats[seat].hand:
            hand = ", ".join(public.seats[seat].hand)
            yield Fault(Code.NOT_IN_HAND, index, "law", {"found": order.law, "known": hand})
        moved.add(order.law)


def _dearness(board: Board, public: Public, seat: Seat, slate: Slate) -> Sequence[Fault]:
    price = slate_price(board, public, seat, slate)
    purse = public.seats[seat]
    found = []
    if price.credits > purse.credits:
        short = {"price": price.credits, "purse": purse.credits}
        found.append(Fault(Code.TOO_FEW_CREDITS, WHOLE_SLATE, "credits", short))
    if price.voice > purse.voice:
        quiet = {"price": price.voice, "purse": purse.voice}
        found.append(Fault(Code.TOO_LITTLE_VOICE, WHOLE_SLATE, "voice", quiet))
    return found
