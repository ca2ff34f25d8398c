"""Pressure: base times affinity times freshness and the rest, multiplied first, divided once (rule 6)."""

from game.rules.change import ANY_FACILITY, ANY_ORDER
from game.rules.ground import is_stakeholder
from game.rules.ids import District, Leader, Seat
from game.rules.ledger import Factor, Pressed
from game.rules.orders import PRESSING
from game.rules.turn import NO_LEADER, Line, Turn


class Push:
    """One source of pressure in one district; each factor is in percent."""

    __slots__ = ("base", "cause", "district", "leader", "seat", "shared_by", "thanked", "together", "verb")

    def __init__(self, seat: Seat, leader: Leader, district: District, cause: str) -> None:
        self.seat = seat
        self.leader = leader
        self.district = district
        self.cause = cause
        self.base = 0
        self.shared_by = 1
        self.verb: str | None = None
        self.together = 100
        self.thanked = 1


def press(turn: Turn, push: Push) -> int:
    """Add the pressure to its district and write it down; gives back the amount in hundredths.

    `push.base` is in hundredths before it is shared by `push.shared_by`; with `push.verb` the
    audience's freshness counts and the audience tires.
    """
    seat, district = push.seat, push.district
    affinity = turn.affinity(district, seat, push.leader)
    product = push.base * affinity * push.together * push.thanked
    divisor = 10_000 * push.shared_by
    freshness = 100
    if push.verb is not None:
        freshness = _hear(turn, seat, district, push.verb)
        product *= freshness
        divisor *= 100
    if turn.limelight == seat:
        product *= turn.board.ruleset.contest.limelight_percent
        divisor *= 100
    changes = _changes(turn, push)
    for _, percent in changes:
        product *= percent
        divisor *= 100
    amount = product // divisor
    turn.pressure[district][seat] += amount
    if turn.ledger is not None:
        factors = (*_factors(turn, push, affinity, freshness), *(Factor(*line) for line in changes))
        base = push.base // push.shared_by
        turn.ledger.append(Pressed(seat, push.leader, district, push.cause, base, factors, amount))
    return amount


def _hear(turn: Turn, seat: Seat, district: District, verb: str) -> int:
    """The freshness of this verb here, in percent; remembers that it was heard (rule 5)."""
    place = PRESSING.index(verb)
    turn.heard[seat].add((district, place))
    return turn.board.ruleset.contest.freshness[turn.tired[seat][district][place]]


def _factors(turn: Turn, push: Push, affinity: int, freshness: int) -> tuple[Factor, ...]:
    factors = [Factor("affinity", affinity, affinity_parts(turn, push))]
    if freshness != 100:
        factors.append(Factor("freshness", freshness))
    if push.together != 100:
        factors.append(Factor("together", push.together))
    if push.thanked != 1:
        factors.append(Factor("thanks", 100 * push.thanked))
    if turn.limelight == push.seat:
        factors.append(Factor("limelight", turn.board.ruleset.contest.limelight_percent))
    return tuple(factors)


def _changes(turn: Turn, push: Push) -> list[Line]:
    """What laws, landmarks, events and traits make of the pressure, in percent each."""
    group = ANY_FACILITY if push.leader == NO_LEADER else ANY_ORDER
    here = push.district, push.leader
    return turn.lines(f"pressure:{push.cause}", *here) + turn.lines(f"pressure:{group}", *here)


def affinity_parts(turn: Turn, push: Push) -> tuple[Factor, ...]:
    """The lines whose sum is the affinity, those that are 0 left out."""
    district, seat = push.district, push.seat
    rule = turn.board.factions[seat].affinity
    lean = turn.lean[district]
    lines = (
        ("start", rule.base),
        ("wealth", rule.by_wealth[turn.board.wealth[district]]),
        ("need", turn.need[district] // rule.need_divisor if rule.need_divisor else 0),
        ("lean", lean // rule.lean_divisor if rule.lean_divisor else 0),
        ("off_middle", -(abs(lean) // rule.off_middle_divisor) if rule.off_middle_divisor else 0),
    )
    heard_better = turn.board.ruleset.sanctuary.affinity * is_stakeholder(turn.sites[district], seat)
    more = turn.lines("affinity", district, push.leader)
    return tuple(Factor(name, value) for name, value in (*lines, ("sanctuary", heard_better), *more) if value)
