"""What an order would do by itself, read off the ledger of a forecast: parts given, upkeep saved."""

from game.client.model.planning import Planning
from game.rules.forecast import forecast
from game.rules.ledger import Earned, Ledger, Pledged
from game.rules.orders import Order, Pledge, Slate


def parts_given(planning: Planning, order: Pledge) -> Pledged | None:
    """What a pledge would give with the slate as it is and no rival at work; None where it is not legal."""
    if planning.faults_of(order):
        return None
    ledger = _ledger(planning, planning.with_order(order))
    return next((e for e in ledger if isinstance(e, Pledged) and e.leader == order.leader), None)


def upkeep(planning: Planning, order: Order | None = None) -> int:
    """What the seat's facilities cost this turn with the slate as it is, and with one order more if it is legal."""
    legal = order is not None and not planning.faults_of(order)
    slate = planning.with_order(order) if order is not None and legal else planning.slate
    own = (e for e in _ledger(planning, slate) if isinstance(e, Earned) and e.seat == planning.seat)
    return -sum(entry.amount for entry in own if entry.cause == "upkeep")


def _ledger(planning: Planning, slate: Slate) -> Ledger:
    return forecast(planning.board, planning.public, {planning.seat: slate}).ledger
