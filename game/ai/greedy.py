"""One turn ahead: plays every likely order with the real rules and keeps the slate that is worth most."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from game.ai.options import orders_in, present
from game.ai.prices import Prices, prices
from game.ai.worth import worth
from game.rules import chance
from game.rules.board import Board
from game.rules.ids import District, Leader, Seat
from game.rules.legality import faults, in_reach, price_of
from game.rules.orders import NO_ORDERS, Campaign, Forum, Order, Slate, Travel, verb_of
from game.rules.resolve import PLAYED, begin
from game.rules.state import Public
from game.rules.view import View, state_of

BEFORE_GALA = PLAYED[:-1]


class Promise(Struct, frozen=True):
    """What one order in one district would gain if it were the only one."""

    order: Order
    gain: int


class Greedy:
    """Chooses leader by leader, then goes over its choices again; a leader with little to do travels."""

    def __init__(self, own_prices: Prices | None = None) -> None:
        self._prices = own_prices

    def decide(self, board: Board, view: View, seed: int) -> Slate:
        """The slate of most worth that was found."""
        if view.public.outcome is not None or not present(board, view.public, view.viewer):
            return NO_ORDERS
        return _Plan(board, view, self._prices or prices(), seed).slate()


class _Plan:
    """One turn of one seat being thought about."""

    def __init__(self, board: Board, view: View, own_prices: Prices, seed: int) -> None:
        self._board = board
        self._public = view.public
        self._seat = view.viewer
        self._prices = own_prices
        self._seed = seed
        self._rivals = [
            NO_ORDERS if seat == view.viewer else expected(board, view.public, seat)
            for seat in board.all_seats
        ]
        self._known: dict[Slate, int] = {}
        self._leaders = present(board, view.public, view.viewer)
        self._idle = self._worth(view.public, NO_ORDERS)
        self._promises = self._all_promises()

    def slate(self) -> Slate:
        """Leader by leader, those with most to gain first; then again while it gets better; then travel."""
        menus = {leader: self._menu(leader) for leader in self._leaders}
        queue = sorted(self._leaders, key=lambda leader: -menus[leader][0].gain if menus[leader] else 0)
        chosen: dict[Leader, Order] = {}
        for _ in range(1 + self._prices.rounds):
            before = dict(chosen)
            for leader in queue:
                self._choose(leader, menus[leader], chosen)
            if chosen == before:
                break
        self._send_the_idle(chosen)
        return _slate(chosen)

    # --- what one order would gain --------------------------------------------------------------

    def _all_promises(self) -> list[list[Promise]]:
        """Per district every order that can be paid, best first. Any leader is as good as another."""
        return [self._promises_in(District(where)) for where in range(self._board.districts)]

    def _promises_in(self, district: District) -> list[Promise]:
        board, seat, leader = self._board, self._seat, self._leaders[0]
        placed = list(self._public.leaders)
        placed[leader] = district
        public = replace(self._public, leaders=tuple(placed))
        promises = [
            Promise(order, self._worth(public, (order,)) - self._idle)
            for order in orders_in(board, public, seat, leader, district)
            if self._affordable(order)
        ]
        return sorted(promises, key=self._rank)

    def _rank(self, promise: Promise) -> tuple[int, int]:
        """Best first; equals in an order drawn by the player's own seed."""
        label = f"{verb_of(promise.order)}:{promise.order.district}"
        return (-promise.gain, chance.draw(self._seed, self._public.turn, label))

    def _affordable(self, order: Order) -> bool:
        price = price_of(self._board, self._seat, order)
        purse = self._public.seats[self._seat]
        return price.credits <= purse.credits and price.voice <= purse.voice

    def _menu(self, leader: Leader) -> list[Promise]:
        """The orders of most promise in the leader's reach."""
        near = in_reach(self._board, self._public, leader)
        reachable = [promise for district in near for promise in self._promises[district] if promise.gain > 0]
        best = sorted(reachable, key=self._rank)[: self._prices.choices]
        return [Promise(replace(promise.order, leader=leader), promise.gain) for promise in best]

    # --- choosing -------------------------------------------------------------------------------

    def _choose(self, leader: Leader, menu: Sequence[Promise], chosen: dict[Leader, Order]) -> None:
        """Give the leader what makes the whole slate worth most, or nothing."""
        others = {by: order for by, order in chosen.items() if by != leader}
        best, best_worth = None, self._worth(self._public, _slate(others))
        for promise in menu:
            slate = _slate({**others, leader: promise.order})
            if faults(self._board, self._public, self._seat, slate):
                continue
            value = self._worth(self._public, slate)
            if value > best_worth:
                best, best_worth = promise.order, value
        chosen.pop(leader, None)
        if best is not None:
            chosen[leader] = best

    def _send_the_idle(self, chosen: dict[Leader, Order]) -> None:
        """Whoever gains much less here than another place promises goes there; one leader to a place."""
        whole = self._worth(self._public, _slate(chosen))
        taken = {order.district for order in chosen.values()}
        for leader in self._leaders:
            others = {by: order for by, order in chosen.items() if by != leader}
            gain = whole - self._worth(self._public, _slate(others))
            goal = self._goal(leader, taken)
            if goal is not None and goal.gain * 100 > max(gain, 1) * self._prices.travel:
                chosen[leader] = Travel(leader, goal.order.district)
                taken.add(goal.order.district)
                whole = self._worth(self._public, _slate(chosen))

    def _goal(self, leader: Leader, taken: set[District]) -> Promise | None:
        """The best that waits out of the leader's reach, where no other goes."""
        near = in_reach(self._board, self._public, leader)
        firsts = [
            promises[0]
            for where, promises in enumerate(self._promises)
            if promises and where not in near and where not in taken
        ]
        return min(firsts, key=self._rank, default=None)

    def _worth(self, public: Public, slate: Slate) -> int:
        """What the city is worth after the turn with this slate."""
        key = slate if public is self._public else ()
        if key and key in self._known:
            return self._known[key]
        slates = [slate if seat == self._seat else rival for seat, rival in enumerate(self._rivals)]
        turn = begin(self._board, state_of(public), slates)
        for phase in BEFORE_GALA:
            phase(turn)
        value = worth(turn, self._seat, self._prices)
        if key:
            self._known[key] = value
        return value


def _slate(chosen: dict[Leader, Order]) -> Slate:
    return tuple(chosen[leader] for leader in sorted(chosen))


def expected(board: Board, public: Public, seat: Seat) -> Slate:
    """What a rival might well do: campaign where its leaders stand, a forum where two stand together."""
    slate: list[Order] = []
    verbs: dict[District, int] = {}
    for leader in present(board, public, seat):
        here = public.leaders[leader]
        rank = verbs.get(here, 0)
        verbs[here] = rank + 1
        if rank < 2:
            slate.append((Campaign, Forum)[rank](leader, here))
    return tuple(slate)
