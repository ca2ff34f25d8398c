"""What a position is worth to a seat: the Galas to come if they were held now, stakes, and what prices add."""

from collections.abc import Sequence

from game.ai import goals, sides, stakes
from game.ai.prices import Prices
from game.ai.yields import Yields
from game.rules.board import Board
from game.rules.ids import District, Seat
from game.rules.phases import gala, income
from game.rules.turn import Turn

SUNDERED = -(10**12)
"""A city that broke is the worst that can be; still, less angry is better: together it may yet be averted."""


class Worth:
    """The worth of a turn played up to its Council, which has not sat yet; more is better.

    In hundredths of a hundredth of Legacy. Uses the turn up: its ledger is None and nobody reads it
    afterwards.
    """

    def __init__(self, turn: Turn, prices: Prices, yields: Yields) -> None:
        self._turn = turn
        self._yields = yields
        self._prices = prices
        self._left = turn.board.length.turns - turn.number
        self._common = _mended(turn, prices, self._left) - _anger(turn, prices) - _hardship(turn, prices)
        if turn.outcome is None:
            self._look_ahead()
            self._shared = self._for_every_seat()

    def to(self, seat: Seat, mandates: Sequence[str] = ()) -> int:
        """What it is worth to a seat; `mandates` are its secret goals as far as they are known."""
        turn, prices = self._turn, self._prices
        if turn.outcome is not None:
            return SUNDERED + self._common
        board = turn.board
        together = sides.standing(self._shared, sides.mates(board, seat), sides.rivals(board, seat))
        wished = 100 * goals.of_mandates(turn, seat, mandates, prices) + prices.goal * goals.of_mode(
            turn, seat
        )
        return (
            together
            + self._common
            + wished
            + prices.ready * _near_trouble(turn, seat)
            + _purse(turn, seat, prices, self._left)
            + self._facilities(seat) * min(self._left, prices.horizon)
        )

    def _facilities(self, seat: Seat) -> int:
        """What facilities will do each turn, less their upkeep, and what support will earn."""
        turn, prices = self._turn, self._prices
        money = income.earned_credits(turn, seat) * prices.income - income.upkeep(turn, seat) * prices.upkeep
        if turn.before.seats[seat].credits > prices.plenty:
            # Who has more than plenty would not miss what comes in.
            money //= 4
        work = sum(
            self._yields.sum_of(seat, District(index), standing)
            for index, standing in enumerate(turn.facilities)
            if standing
        )
        # Who cannot pay the upkeep now will not be able to pay it every other turn.
        return money + (work if turn.works_next[seat] else work // 2)

    def _look_ahead(self) -> None:
        """The Galas to come see what works next turn, not what works now."""
        turn = self._turn
        if not turn.board.ends_season(turn.number):
            turn.number += 1
            turn.works = turn.works_next
            turn.switched_off = set()

    def _for_every_seat(self) -> list[int]:
        """Galas, stakes and people, per seat."""
        turn, prices = self._turn, self._prices
        gained = _galas(turn, prices)
        sites = stakes.open_sites(turn)
        for where, site in enumerate(turn.sites):
            if site is not None:
                coming = stakes.to_come(turn, District(where), sites, prices)
                gained = [so_far + prices.stakes * more for so_far, more in zip(gained, coming, strict=True)]
        people = _people(turn)
        return [so_far + heads * prices.support // 1000 for so_far, heads in zip(gained, people, strict=True)]


def worth(turn: Turn, seat: Seat, prices: Prices) -> int:
    """What a turn played up to its Council is worth to a seat. Uses the turn up."""
    return Worth(turn, prices, Yields(turn.board, turn.before, prices)).to(seat)


def _galas(turn: Turn, prices: Prices) -> list[int]:
    """Each seat's gain at the Galas to come, each as if it were held now; stakes are counted elsewhere."""
    board = turn.board
    first = (turn.before.turn - 1) // board.length.season_turns
    total = [0] * board.seats
    for place, percent in enumerate(percents(prices, turn.before.turn, board), start=first):
        if place >= len(board.length.gala_weights):
            break
        gala.hold(turn, place)
        for seat in board.all_seats:
            score = turn.galas[seat][-1]
            total[seat] += percent * (score.total - score.stakes)
    return total


def percents(prices: Prices, turn: int, board: Board) -> tuple[int, ...]:
    """What each coming Gala counts: the next one less the farther it is, for much can change until then."""
    away = board.length.season_turns - board.season_turn(turn)
    return (prices.galas[0] * max(0, 100 - prices.early * away) // 100, *prices.galas[1:])


def _people(turn: Turn) -> list[int]:
    """Support weighted with population, per seat, in people-permille."""
    held = [0] * turn.board.seats
    for population, support in zip(turn.board.population, turn.support, strict=True):
        for seat, share in enumerate(support):
            held[seat] += population * share
    return held


def _purse(turn: Turn, seat: Seat, prices: Prices, left: int) -> int:
    """What is in the purse; it is worth less towards the end, when little can be bought with it."""
    if not left:
        return 0
    purse = (
        _up_to(turn.credits[seat], prices) * prices.credits + _up_to(turn.voice[seat], prices) * prices.voice
    )
    return purse * min(left, 6) // 18


def _up_to(amount: int, prices: Prices) -> int:
    """An amount in thirds, of which what is over `plenty` counts one third."""
    enough = min(amount, prices.plenty)
    return 3 * enough + (amount - enough)


def _near_trouble(turn: Turn, seat: Seat) -> int:
    """How many crises of the next turn some own leader can reach, to answer them."""
    board = turn.board
    places = {turn.leaders[leader] for leader in board.leaders_of(seat)}
    return sum(
        event.district in places or not places.isdisjoint(board.links[event.district])
        for event in turn.events
        if event.turn == turn.before.turn + 1 and board.ruleset.events[event.key].answers
    )


def _mended(turn: Turn, prices: Prices, left: int) -> int:
    """What finished Sanctuaries will calm and relieve, for everybody."""
    finished = sum(site is not None and site.finished > 0 for site in turn.sites)
    return prices.finished * finished * min(left, prices.horizon)


def _anger(turn: Turn, prices: Prices) -> int:
    """The square of how far unrest lifts Fracture above the calm, in tenths so that nothing is lost."""
    over = max(0, tenths_of_anger(turn) - 10 * prices.calm)
    return prices.unrest * over * over // 100 + _strain(turn, prices)


def tenths_of_anger(turn: Turn) -> int:
    """The part of Fracture that unrest makes, in tenths."""
    weighted = sum(map(int.__mul__, turn.board.population, turn.unrest))
    return turn.board.ruleset.fracture.per_unrest * 10 * weighted // turn.board.total_population


def _strain(turn: Turn, prices: Prices) -> int:
    """A few angry districts are worse than many uneasy ones: anger spreads, and counts half at a Gala."""
    heads = 0
    for population, unrest in zip(turn.board.population, turn.unrest, strict=True):
        if unrest > prices.easy:
            heads += population * (unrest - prices.easy) ** 2
    return prices.strain * heads


def _hardship(turn: Turn, prices: Prices) -> int:
    """Need that nobody relieves becomes unrest."""
    heads = sum(
        population * max(0, need - prices.relieved)
        for population, need in zip(turn.board.population, turn.need, strict=True)
    )
    return prices.need * heads
