"""The caretaker: a computer player in the seat of somebody who is gone, within what its person allows."""

from game.protocol.pace import Brief
from game.rules.board import Board
from game.rules.ids import Seat
from game.rules.orders import NO_ORDERS, Ballot, Close, Gift, Motion, Order, Slate, verb_of
from server.room import table
from server.room.image import Image


def within(board: Board, image: Image, seat: Seat, orders: Slate) -> Slate:
    """What the caretaker may do of what it would do, and what of that is still legal without the rest."""
    brief = image.seats[seat].brief
    slate = tuple(order for order in orders if _allows(brief, order))
    while slate:
        wrong = {fault.order for fault in table.slate_refusals(board, image, seat, slate)}
        if not wrong:
            return slate
        kept = tuple(order for number, order in enumerate(slate) if number not in wrong)
        slate = kept if len(kept) < len(slate) else NO_ORDERS
    return NO_ORDERS


def _allows(brief: Brief, order: Order) -> bool:
    """A ballot can always be cast: to stay away from the Council is a choice, too. Nothing is ever closed."""
    match order:
        case Ballot():
            return True
        case Close():
            return False
        case Gift():
            return brief.gifts
        case Motion():
            return brief.motions
        case _:
            return verb_of(order) in brief.verbs
