"""Pressure: base times affinity times freshness and the rest, multiplied first, divided once (rule 6)."""

from typing import Final

from msgspec import Struct

from game.rules.change import ANY_FACILITY, ANY_ORDER, PRESSURE
from game.rules.ground import is_stakeholder
from game.rules.ids import District, Leader, Seat
from game.rules.ledger import Factor, Pressed
from game.rules.orders import PRESSING
from game.rules.turn import NO_LEADER, Line, Turn

_PLACES: Final = {verb: place for place, verb in enumerate(PRESSING)}


class Push(Struct):
    """One source of pressure in one district; each factor is in percent.

    `base` is in hundredths before it is shared by `shared_by`; with `verb` the audience's freshness counts
    and the audience tires.
    """

    seat: Seat
    leader: Leader
    district: District
    cause: str
    base: int = 0
    shared_by: int = 1
    verb: str | None = None
    together: int = 100
    thanked: int = 1


def press(turn: Turn, push: Push) -> int:
    """Add the pressure to its district and write it down; gives back the amount in hundredths."""
    seat, district = push.seat, push.district
    parts: tuple[Factor, ...] = ()
    if turn.ledger is None:
        affinity = turn.affinity(district, seat, push.leader)
    else:
        parts = affinity_parts(turn, push)
        affinity = sum([part.value for part in parts])
    product = push.base * affinity
    divisor = 100 * push.shared_by
    lines = _lines(turn, push)
    for _, percent in lines:
        product *= percent
        divisor *= 100
    amount = product // divisor
    turn.pressure[district][seat] += amount
    if turn.ledger is not None:
        factors = (Factor("affinity", affinity, parts), *[Factor(name, value) for name, value in lines])
        base = push.base // push.shared_by
        turn.ledger.append(Pressed(seat, push.leader, district, push.cause, base, factors, amount))
    return amount


def _hear(turn: Turn, seat: Seat, district: District, verb: str) -> int:
    """The freshness of this verb here, in percent; remembers that it was heard (rule 5)."""
    place = _PLACES[verb]
    turn.heard[seat].add((district, place))
    return turn.board.ruleset.contest.freshness[turn.tired[seat][district][place]]


def _lines(turn: Turn, push: Push) -> list[Line]:
    """What counts besides affinity, in percent each: in the end what laws, landmarks, events and traits make of it."""
    lines: list[Line] = []
    if push.verb is not None:
        freshness = _hear(turn, push.seat, push.district, push.verb)
        if freshness != 100:
            lines.append(("freshness", freshness))
    if push.together != 100:
        lines.append(("together", push.together))
    if push.thanked != 1:
        lines.append(("thanks", 100 * push.thanked))
    if turn.limelight == push.seat:
        lines.append(("limelight", turn.board.ruleset.contest.limelight_percent))
    pressed = turn.levers.pressed
    group = ANY_FACILITY if push.leader == NO_LEADER else ANY_ORDER
    for cause in (push.cause, group):
        if cause in pressed:
            lines += turn.lines(f"{PRESSURE}:{cause}", push.district, push.leader)
    return lines


def affinity_parts(turn: Turn, push: Push) -> tuple[Factor, ...]:
    """The lines whose sum is the affinity, those that are 0 left out."""
    district, seat = push.district, push.seat
    rule = turn.board.factions[seat].affinity
    lean = turn.lean[district]
    lines = [("start", rule.base), ("wealth", rule.by_wealth[turn.board.wealth[district]])]
    if rule.need_divisor:
        lines.append(("need", turn.need[district] // rule.need_divisor))
    if rule.lean_divisor:
        lines.append(("lean", lean // rule.lean_divisor))
    if rule.off_middle_divisor:
        lines.append(("off_middle", -(abs(lean) // rule.off_middle_divisor)))
    if is_stakeholder(turn.sites[district], seat):
        lines.append(("sanctuary", turn.board.ruleset.sanctuary.affinity))
    lines += turn.lines("affinity", district, push.leader)
    return tuple([Factor(name, value) for name, value in lines if value])
