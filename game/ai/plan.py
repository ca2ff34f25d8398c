"""One turn of one seat being thought about: leaders first, then what needs no leader."""

from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from game.ai import papers
from game.ai.laws import motion_worths
from game.ai.options import motions_of, present
from game.ai.prices import Prices
from game.ai.promises import Promise, Promises
from game.ai.rivals import expected, sites_in_sight
from game.ai.worth import Worth
from game.ai.yields import Yields
from game.rules import chance
from game.rules.board import Board
from game.rules.ids import District, Leader
from game.rules.legality import faults
from game.rules.orders import NO_ORDERS, Led, Motion, Pledge, Slate, Travel, verb_of
from game.rules.reach import in_reach, is_barred
from game.rules.resolve import BEFORE_COUNCIL, begin
from game.rules.view import View, state_of

Chosen = dict[Leader, Led]

ALIKE = 3
"""So many orders of one verb are weighed for a leader."""


class Plan:
    """What a seat could do this turn, and what it would be worth."""

    def __init__(self, board: Board, view: View, own_prices: Prices, seed: int) -> None:
        self._board = board
        self._view = view
        self._public = view.public
        self._seat = view.viewer
        self._prices = own_prices
        self._seed = seed
        self._leaders = present(board, view.public, view.viewer)
        sites = sites_in_sight(board, view.public)
        self._rivals = self._expected(sites)
        self._motions = motion_worths(board, view.public, view.viewer, own_prices)
        self._known: dict[Slate, int] = {}
        self._yields = Yields(board, view.public, own_prices)
        found = Promises(board, view, self._rivals, sites, self._yields, own_prices)
        self._promises = [sorted(there, key=self._rank) for there in found.in_districts(self._leaders[0])]

    def slate(self) -> Slate:
        """Leader by leader, those with most to gain first; then again while it gets better; then the rest."""
        chosen = self._choose_all()
        self._send_the_idle(chosen)
        self._ask_for_partners(chosen)
        return papers.added(self._board, self._view, _slate(chosen), self._prices, self.worth)

    def worth(self, slate: Slate) -> int:
        """What the city is worth after the turn with this slate, the rivals doing what is expected."""
        if slate not in self._known:
            self._known[slate] = self._worth_against(slate, self._rivals)
        return self._known[slate]

    # --- choosing -------------------------------------------------------------------------------

    def _choose_all(self) -> Chosen:
        menus = {leader: self._menu(leader) for leader in self._leaders}
        queue = sorted(self._leaders, key=lambda leader: -menus[leader][0].gain if menus[leader] else 0)
        chosen: Chosen = {}
        for _ in range(1 + self._prices.rounds):
            before = dict(chosen)
            for leader in queue:
                self._choose(leader, menus[leader], chosen)
            if chosen == before:
                break
        return chosen

    def _menu(self, leader: Leader) -> list[Promise]:
        """The orders of most promise for the leader: in its reach, and the laws it could move."""
        near = in_reach(self._board, self._public, leader)
        open_to = [promise for district in near for promise in self._promises[district] if promise.gain > 0]
        best = _varied(sorted(open_to, key=self._rank), self._prices.choices)
        menu = [Promise(replace(promise.order, leader=leader), promise.gain) for promise in best]
        moved = [
            Promise(motion, self._motions[motion.law])
            for motion in motions_of(self._board, self._public, self._seat, leader)
            if self._motions.get(motion.law, 0) > 0
        ]
        return sorted([*menu, *moved], key=self._rank)

    def _rank(self, promise: Promise) -> tuple[int, int]:
        """Best first; equals in an order drawn by the player's own seed."""
        label = f"{verb_of(promise.order)}:{promise.order.district}"
        return (-promise.gain, chance.draw(self._seed, self._public.turn, label))

    def _choose(self, leader: Leader, menu: Sequence[Promise], chosen: Chosen) -> None:
        """Give the leader what makes the whole slate worth most, or nothing."""
        others = {by: order for by, order in chosen.items() if by != leader}
        best, best_worth = None, self.worth(_slate(others))
        for promise in menu:
            slate = _slate({**others, leader: promise.order})
            if faults(self._board, self._public, self._seat, slate):
                continue
            value = self.worth(slate)
            if value > best_worth:
                best, best_worth = promise.order, value
        chosen.pop(leader, None)
        if best is not None:
            chosen[leader] = best

    def _send_the_idle(self, chosen: Chosen) -> None:
        """Whoever gains much less here than another place promises goes there; one leader to a place."""
        whole = self.worth(_slate(chosen))
        taken = {order.district for order in chosen.values()}
        for leader in self._leaders:
            others = {by: order for by, order in chosen.items() if by != leader}
            gain = whole - self.worth(_slate(others))
            goal = self._goal(leader, taken)
            if goal is not None and goal.gain * 100 > max(gain, 1) * self._prices.travel:
                chosen[leader] = Travel(leader, goal.order.district)
                taken.add(goal.order.district)
                whole = self.worth(_slate(chosen))

    def _goal(self, leader: Leader, taken: set[District]) -> Promise | None:
        """The best that waits out of the leader's reach, where no other goes."""
        near = in_reach(self._board, self._public, leader)
        firsts = [
            promises[0]
            for where, promises in enumerate(self._promises)
            if promises and where not in near and where not in taken and self._may_enter(District(where))
        ]
        return min(firsts, key=self._rank, default=None)

    def _may_enter(self, district: District) -> bool:
        return not is_barred(self._board, self._public, district)

    def _ask_for_partners(self, chosen: Chosen) -> None:
        """A pledge that is worth little alone is given only if others pledge too (rule 7)."""
        pledges = [leader for leader, order in chosen.items() if isinstance(order, Pledge)]
        if not pledges:
            return
        alone = self._expected(())
        for leader in pledges:
            others = _slate({by: order for by, order in chosen.items() if by != leader})
            whole = _slate(chosen)
            gain = self.worth(whole) - self.worth(others)
            lonely = self._worth_against(whole, alone) - self._worth_against(others, alone)
            if 4 * lonely < gain:
                chosen[leader] = replace(chosen[leader], if_others=1)

    # --- what it comes to -----------------------------------------------------------------------

    def _expected(self, sites: Sequence[District]) -> list[Slate]:
        return [
            NO_ORDERS if seat == self._seat else expected(self._board, self._public, seat, sites)
            for seat in self._board.all_seats
        ]

    def _worth_against(self, slate: Slate, rivals: Sequence[Slate]) -> int:
        slates = [slate if seat == self._seat else rival for seat, rival in enumerate(rivals)]
        turn = begin(self._board, state_of(self._public), slates)
        for phase in BEFORE_COUNCIL:
            phase(turn)
        moved = sum(self._motions.get(order.law, 0) for order in slate if isinstance(order, Motion))
        return Worth(turn, self._prices, self._yields).to(self._seat, self._view.mandates) + moved


def _varied(promises: Sequence[Promise], count: int) -> list[Promise]:
    """The first so many, but of one verb no more than a few: what costs the same cannot all be paid."""
    chosen: list[Promise] = []
    verbs: Counter[str] = Counter()
    for promise in promises:
        verb = verb_of(promise.order)
        if len(chosen) < count and verbs[verb] < ALIKE:
            verbs[verb] += 1
            chosen.append(promise)
    return chosen


def _slate(chosen: Mapping[Leader, Led]) -> tuple[Led, ...]:
    return tuple(chosen[leader] for leader in sorted(chosen))
