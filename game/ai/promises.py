"""What every order promises in every district, as a first guess: one verb is tried in all districts at once.

Orders act where they are given, so one turn played with the verb everywhere tells of all districts. What is
guessed here is only used to choose which orders are weighed in earnest.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from game.ai import sides, stakes
from game.ai.options import orders_in
from game.ai.prices import Prices
from game.ai.worth import percents, tenths_of_anger
from game.ai.yields import Yields
from game.rules.board import Board
from game.rules.ids import District, Leader
from game.rules.orders import Build, Forum, Led, Order, Pledge, Slate, Unique, verb_of
from game.rules.phases.gala import meets
from game.rules.phases.ranking import ranks
from game.rules.prices import price_of
from game.rules.resolve import BEFORE_COUNCIL, begin
from game.rules.state import Public
from game.rules.turn import Turn
from game.rules.view import View, state_of


class Promise(Struct, frozen=True):
    """What one order in one district would gain if it were the only one."""

    order: Led
    gain: int


class Promises:
    """The promises of one seat's orders in one position.

    `rivals` is what the others are thought to do, `sites` where Sanctuaries are in work or would be begun.
    """

    def __init__(
        self,
        board: Board,
        view: View,
        rivals: Sequence[Slate],
        sites: Sequence[District],
        yields: Yields,
        prices: Prices,
    ) -> None:
        self._board = board
        public, seat = view.public, view.viewer
        self._public = public
        self._seat = seat
        self._rivals = rivals
        self._fit = sites
        self._yields = yields
        self._prices = prices
        self._mates = sides.mates(board, seat)
        self._against = sides.rivals(board, seat)
        idle = self._played({})
        self._stage = _stage(board, public, prices)
        self._sites = stakes.open_sites(idle)
        # A tenth of what it is: with all of it whatever calms would leave no room for anything else.
        self._slope = 2 * max(0, tenths_of_anger(idle) - 10 * prices.calm) * prices.unrest // 10
        self._idle = [self._local(idle, District(d)) for d in range(board.districts)]

    def in_districts(self, leader: Leader) -> list[list[Promise]]:
        """Per district every order that can be paid, in the leader's name; any other does nearly as well."""
        found: list[list[Promise]] = [[] for _ in range(self._board.districts)]
        for orders in self._by_kind(leader):
            turn = self._played(orders)
            for district, order in orders.items():
                gain = self._local(turn, district) - self._idle[district] + self._purse(order)
                found[district].append(Promise(order, gain))
        return found

    def _by_kind(self, leader: Leader) -> list[dict[District, Led]]:
        """Orders of one kind in every district where they are possible, for each kind."""
        kinds: dict[tuple[str, str], dict[District, Led]] = {}
        purse = self._public.seats[self._seat]
        for index in range(self._board.districts):
            district = District(index)
            for order in orders_in(self._board, self._public, self._seat, leader, district):
                if isinstance(order, Pledge) and not self._is_welcome(district):
                    continue
                price = price_of(self._board, self._public, self._seat, order)
                if price.credits <= purse.credits and price.voice <= purse.voice:
                    kinds.setdefault(_kind(order), {})[district] = order
        return list(kinds.values())

    def _is_welcome(self, district: District) -> bool:
        """A Sanctuary that was begun takes parts; another is only begun where all would begin it."""
        return self._public.districts[district].site is not None or district in self._fit

    def _played(self, orders: Mapping[District, Order]) -> Turn:
        slates = [
            tuple(orders.values()) if seat == self._seat else rival for seat, rival in enumerate(self._rivals)
        ]
        turn = begin(self._board, state_of(self._public), slates)
        for phase in BEFORE_COUNCIL:
            phase(turn)
        return turn

    def _purse(self, order: Led) -> int:
        """What the order earns less what it costs."""
        price = price_of(self._board, self._public, self._seat, order)
        money, voice = -price.credits, -price.voice
        if isinstance(order, Unique):
            rule = self._board.factions[self._seat].unique
            wealth = self._board.wealth[order.district]
            money += rule.earns_credits + rule.earns_credits_by_wealth * wealth
            voice += rule.earns_voice
        elif isinstance(order, Forum):
            voice += self._board.ruleset.forum.earns_voice
        return money * self._prices.credits + voice * self._prices.voice

    def _local(self, turn: Turn, district: District) -> int:
        """The part of a position's worth that is seen in one district."""
        prices = self._prices
        heads = self._board.population[district]
        shares = self._shares(turn, district)
        value = sides.standing(shares, self._mates, self._against)
        unrest, need = turn.unrest[district], turn.need[district]
        value -= self._slope * heads * unrest // self._board.total_population
        value -= prices.strain * heads * max(0, unrest - prices.easy) ** 2
        value -= prices.need * heads * max(0, need - prices.relieved)
        return value + self._works(turn, district)

    def _shares(self, turn: Turn, district: District) -> list[int]:
        """Per seat what the district gives: people, places at the Galas, agenda, stakes."""
        board, prices = self._board, self._prices
        support = turn.support[district]
        heads = board.population[district]
        shares = [heads * held * prices.support // 1000 for held in support]
        rule = board.ruleset.gala
        base = rule.leading_large if heads >= rule.large_from else rule.leading
        site = turn.sites[district]
        if site is not None and site.finished:
            base += board.ruleset.sanctuary.leading
        first, second = ranks(board, support)
        for seat in first:
            shares[seat] += base * self._stage[district] // len(first)
        for seat in second:
            shares[seat] += base * self._stage[district] // (2 * len(second))
        for seat in board.all_seats:
            agenda = board.factions[seat].agenda
            if not agenda.served and meets(turn, agenda, seat, district):
                shares[seat] += agenda.pay * self._stage[-1]
        if site is not None:
            sites = max(1, self._sites + (self._public.districts[district].site is None))
            coming = stakes.to_come(turn, district, sites, prices)
            shares = [share + prices.stakes * more for share, more in zip(shares, coming, strict=True)]
        return shares

    def _works(self, turn: Turn, district: District) -> int:
        """What the seat's facilities here will do; a new one raises the upkeep of all."""
        turns = min(self._board.length.turns - self._public.turn, self._prices.horizon)
        own = [facility for facility in turn.facilities[district] if facility.seat == self._seat]
        value = self._yields.sum_of(self._seat, district, own)
        new = sum(facility.ready > self._public.turn for facility in own)
        held = 2 * turn.held(self._seat) + 1
        value -= new * held * self._prices.upkeep // self._board.ruleset.economy.upkeep_divisor
        return value * turns


def _kind(order: Led) -> tuple[str, str]:
    detail = order.facility if isinstance(order, Build) else order.kind if isinstance(order, Pledge) else ""
    return verb_of(order), detail


def _stage(board: Board, public: Public, prices: Prices) -> list[int]:
    """Per district what one hundredth of Legacy a Gala is worth there by weights and Spotlight; last, anywhere."""
    stage = [0] * (board.districts + 1)
    first = board.season(public.turn)
    for place, percent in enumerate(percents(prices, public.turn, board), start=first):
        if place >= board.seasons:
            break
        weight = percent * board.length.gala_weights[place]
        for district in range(board.districts):
            lit = board.quarter[district] in public.spotlight[place]
            stage[district] += weight * (board.ruleset.gala.spotlight_times if lit else 1)
        stage[-1] += weight
    return stage
