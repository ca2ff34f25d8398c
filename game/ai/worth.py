"""What a position is worth to a seat: the Galas to come if they were held now, and what prices add."""

from game.ai.prices import Prices
from game.rules.ids import District, Seat
from game.rules.phases import gala, income
from game.rules.phases.facilities import in_place
from game.rules.turn import Turn

SUNDERED = -(10**12)
"""A city that broke is the worst that can be; still, less angry is better: together it may yet be averted."""


def worth(turn: Turn, seat: Seat, prices: Prices) -> int:
    """The worth of a turn played up to its Gala, which was not held yet; more is better for the seat.

    In hundredths of a hundredth of Legacy. Uses the turn up: its ledger is None and nobody reads it
    afterwards.
    """
    if turn.outcome is not None:
        return SUNDERED - _anger(turn, prices)
    left = turn.board.length.turns - turn.number
    return (
        _galas(turn, seat, prices)
        + _people(turn, seat) * prices.support // 1000
        + _purse(turn, seat, prices, left)
        + _facilities(turn, seat, prices, min(left, prices.horizon))
        - _anger(turn, prices)
        - _hardship(turn, prices)
    )


def _galas(turn: Turn, seat: Seat, prices: Prices) -> int:
    """The seat's Legacy at the Galas to come beside the mean of the others', each as if it were held now."""
    board = turn.board
    first = board.season(turn.number)
    total = 0
    for gala_place, percent in enumerate(prices.galas, start=first):
        if gala_place >= len(board.length.gala_weights):
            break
        before = list(turn.legacy)
        gala.hold(turn, gala_place)
        gained = [after - was for after, was in zip(turn.legacy, before, strict=True)]
        others = board.seats - 1
        total += percent * (gained[seat] * others - (sum(gained) - gained[seat])) // others
    return total


def _people(turn: Turn, seat: Seat) -> int:
    """Support weighted with population, the others' mean taken off, in people-permille."""
    own = everyone = 0
    for population, support in zip(turn.board.population, turn.support, strict=True):
        own += population * support[seat]
        everyone += population * sum(support)
    others = turn.board.seats - 1
    return (own * others - (everyone - own)) // others


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


def _facilities(turn: Turn, seat: Seat, prices: Prices, turns: int) -> int:
    """What facilities will do in the turns to come, less their upkeep, and what support will earn."""
    each_turn = -income.upkeep(turn, seat) * prices.upkeep
    each_turn += income.earned_credits(turn, seat) * prices.income
    for index, standing in enumerate(turn.facilities):
        for facility in standing:
            if facility.seat == seat:
                each_turn += _yield(turn, seat, District(index), facility.kind, prices)
    return each_turn * turns


def _yield(turn: Turn, seat: Seat, district: District, kind: str, prices: Prices) -> int:
    rule = turn.board.facility_rules[seat][kind]
    pressure = rule.pressure + (rule.pressure_in_place if in_place(turn, district, rule.place) else 0)
    earned = rule.earns_credits + rule.earns_credits_by_wealth * turn.board.wealth[district]
    return (
        prices.pressure * pressure * turn.affinity(district, seat) // 10_000
        + prices.yield_credits * earned
        + prices.yield_voice * rule.earns_voice
        - prices.care * rule.need
    )


def _anger(turn: Turn, prices: Prices) -> int:
    """The square of how far unrest lifts Fracture above the calm, in tenths so that nothing is lost."""
    weighted = sum(map(int.__mul__, turn.board.population, turn.unrest))
    tenths = turn.board.ruleset.fracture.per_unrest * 10 * weighted // turn.board.total_population
    over = max(0, tenths - 10 * prices.calm)
    return prices.unrest * over * over // 100 + _strain(turn, prices)


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
