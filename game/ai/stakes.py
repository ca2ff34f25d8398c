"""What stakes in Technique Sanctuaries will pay at the Galas to come (rule 7)."""

from game.ai.prices import Prices
from game.rules.ids import District
from game.rules.state import Site
from game.rules.turn import Turn


def open_sites(turn: Turn) -> int:
    """How many Sanctuaries have been begun and are not finished."""
    return sum(site is not None and not site.finished for site in turn.sites)


def to_come(turn: Turn, district: District, sites: int, prices: Prices) -> list[int]:
    """Per seat, in hundredths of Legacy, what its stakes there will pay; its own later pledges left out.

    A site is expected to grow by `pace` tenths of a part a turn, or by `pace_alone` where one seat holds all
    of it; the growth is shared by so many open `sites`.
    """
    site = turn.sites[district]
    if site is None:
        return [0] * turn.board.seats
    rule = turn.board.ruleset.sanctuary
    whole = rule.parts * len(site.parts)
    joint = sum(stake > 0 for stake in site.stakes) >= rule.joint_from
    pace = (prices.pace if joint else prices.pace_alone) // max(1, sites)
    percent = rule.joint_percent if joint else 100
    product = rule.pay * percent * _weights(turn, site, whole, pace)
    divisor = whole * whole * 10 * 100
    for _, scaled in turn.lines("stakes", district):
        product *= scaled
        divisor *= 100
    return [product * stake // divisor for stake in site.stakes]


def _weights(turn: Turn, site: Site, whole: int, pace: int) -> int:
    """The sum of the Galas' weights, each times the parts given by then, in tenths."""
    length = turn.board.length
    given = 10 * sum(site.parts)
    total = 0
    for gala in range(turn.board.season(turn.number), turn.board.seasons):
        turns = (gala + 1) * length.season_turns - turn.number
        total += length.gala_weights[gala] * min(10 * whole, given + pace * turns)
    return total
