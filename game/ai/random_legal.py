"""The weakest player: for every leader an order drawn from those that are legal."""

from collections.abc import Sequence

from game.ai.options import orders_in, present
from game.rules import chance
from game.rules.board import Board
from game.rules.ids import District, Leader
from game.rules.legality import faults, in_reach
from game.rules.orders import NO_ORDERS, Order, Slate, Travel, verb_of
from game.rules.state import Public
from game.rules.view import View


class RandomLegal:
    """Draws the verb first, then the place, so that no verb is rare because it has few places."""

    def decide(self, board: Board, view: View, seed: int) -> Slate:
        """A legal slate with one order for each leader who can be given one."""
        slate: Slate = NO_ORDERS
        if view.public.outcome is not None:
            return slate
        for leader in present(board, view.public, view.viewer):
            for order in _drawn(board, view, leader, seed):
                if not faults(board, view.public, view.viewer, (*slate, order)):
                    slate = (*slate, order)
                    break
        return slate


def _drawn(board: Board, view: View, leader: Leader, seed: int) -> Sequence[Order]:
    """Every order the leader could be given, in drawn order."""
    turn = view.public.turn
    key = board.leaders[leader].key
    by_name = {_name(order): order for order in _orders(board, view.public, leader)}
    verbs = chance.shuffled(seed, turn, f"{key}:verb", {verb_of(order) for order in by_name.values()})
    names = chance.shuffled(seed, turn, f"{key}:order", by_name)
    return sorted((by_name[name] for name in names), key=lambda order: verbs.index(verb_of(order)))


def _orders(board: Board, public: Public, leader: Leader) -> list[Order]:
    seat = board.leaders[leader].seat
    here = public.leaders[leader]
    orders = [
        order
        for district in in_reach(board, public, leader)
        for order in orders_in(board, public, seat, leader, district)
    ]
    elsewhere = (District(where) for where in range(board.districts) if where != here)
    orders.extend(Travel(leader, district) for district in elsewhere)
    return orders


def _name(order: Order) -> str:
    return f"{verb_of(order)}:{order.district}:{getattr(order, 'facility', '')}"
