"""Phase 4: building, and who builds first where slots are few (rule 12.4)."""

from typing import cast

from game.rules.change import ANY_ORDER
from game.rules.ids import District
from game.rules.ledger import Built, Refunded
from game.rules.orders import Build
from game.rules.prices import price_of
from game.rules.side_effects import add_side_effects
from game.rules.state import Facility
from game.rules.turn import Act, Turn


def play(turn: Turn) -> None:
    """Build what was ordered; what finds no slot is refunded in full and told."""
    wanted: dict[District, list[Act]] = {}
    for act in turn.acts.get("build", ()):
        wanted.setdefault(act[2], []).append(act)
    for district, acts in wanted.items():
        free = turn.board.slots[district] - len(turn.facilities[district])
        queue = _queue(turn, acts)
        for act in queue[:free]:
            _build(turn, act)
        for act in queue[free:]:
            _refund(turn, act)
    turn.settle()


def _queue(turn: Turn, acts: list[Act]) -> list[Act]:
    """Higher support in the district first, then Civic Priority; a seat builds once in a district."""
    support = turn.support[acts[0][2]]
    rank = {seat: place for place, seat in enumerate(turn.priority)}
    return sorted(acts, key=lambda act: (-support[act[0]], rank[act[0]]))


def _build(turn: Turn, act: Act) -> None:
    seat, leader, district, order = act
    kind = cast("Build", order).facility
    ready = turn.number + 1
    standing = (*turn.facilities[district], Facility(kind, seat, ready))
    turn.facilities[district] = standing
    if turn.ledger is not None:
        turn.ledger.append(Built(seat, leader, district, kind, ready))
    anger = turn.board.factions[seat].unrest_by_building[turn.board.wealth[district]]
    turn.shift("unrest", district, "building", seat, anger)
    add_side_effects(turn, "build", ANY_ORDER, seat, (district, leader))


def _refund(turn: Turn, act: Act) -> None:
    seat, leader, district, order = act
    price = price_of(turn.board, turn.before, seat, order)
    turn.earn(seat, "credits", "refund", district, price.credits)
    turn.earn(seat, "voice", "refund", district, price.voice)
    if turn.ledger is not None:
        taken = Refunded(seat, leader, district, "build", "slot_taken", price.credits, price.voice)
        turn.ledger.append(taken)
