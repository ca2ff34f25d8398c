"""Phase 7, last: motions put laws on next season's docket (rules 8, 12.7)."""

from typing import cast

from game.rules.change import ANY_ORDER
from game.rules.ledger import Proposed
from game.rules.orders import Motion
from game.rules.prices import price_of
from game.rules.side_effects import add_side_effects
from game.rules.state import Bill
from game.rules.turn import Turn


def play(turn: Turn) -> None:
    """Every law that is moved leaves its hand and waits for the season's end."""
    for seat, leader, district, order in turn.acts.get("motion", ()):
        law = cast("Motion", order).law
        voice = price_of(turn.board, turn.before, seat, order).voice
        turn.hands[seat] = tuple(key for key in turn.hands[seat] if key != law)
        turn.moved = (*turn.moved, Bill(law, seat, voice))
        add_side_effects(turn, "motion", ANY_ORDER, seat, (district, leader))
        if turn.ledger is not None:
            turn.ledger.append(Proposed(seat, leader, law))
    if len(turn.moved) > len(turn.before.moved):
        # By law, so that the order of the seats leaves no trace.
        turn.moved = tuple(sorted(turn.moved, key=lambda bill: bill.law))
    turn.settle()
