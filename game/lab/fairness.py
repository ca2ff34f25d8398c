"""Whether a city's starts win alike: every faction begins at every start, and the laboratory plays it out."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle, islice

from msgspec import Struct
from msgspec.structs import replace

from game.content import ruleset
from game.lab.matches import MatchResult, MatchSetup, run_matches
from game.protocol.messages import SeatPlan
from game.rules.city import City
from game.rules.ids import Seat

_Z = 1.96
"""Standard deviations to either side that hold 95% of a normal distribution."""


class Rate(Struct, frozen=True):
    """How often something won: wins (a shared win counts in parts) of games, and where the true rate lies.

    `least` and `most` bound 95% of what such a count can mean; all are shares of 1.
    """

    name: str
    wins: float
    games: int
    rate: float
    least: float
    most: float


class Fairness(Struct, frozen=True):
    """The outcome of self-play: win rates by start (seat numbers of the map) and by faction, and broken cities."""

    games: int
    sundered: int
    fair: float
    starts: tuple[Rate, ...]
    factions: tuple[Rate, ...]


class Turned(Struct, frozen=True):
    """One turn of the factions around the starts: the setup, and who sits at each start of the map."""

    setup: MatchSetup
    factions: tuple[str, ...]


def rotations(city: City, level: str, length: str) -> tuple[Turned, ...]:
    """As many setups as factions: in each every start has another faction than in the others.

    Each start asks for its faction, so nobody is drawn to another; seat n of a setup sits at start n.
    """
    keys = tuple(ruleset().factions)
    turned = []
    for turn in range(len(keys)):
        factions = tuple(islice(cycle(keys), turn, turn + len(city.starts)))
        starts = tuple(replace(start, faction=own) for start, own in zip(city.starts, factions, strict=True))
        seats = tuple(SeatPlan(faction, level) for faction in factions)
        turned.append(Turned(MatchSetup(replace(city, starts=starts), seats, length), factions))
    return tuple(turned)


def play_fairness(
    turned: Sequence[Turned], games: int, seed: int, done: Callable[[MatchResult], None], workers: int
) -> Fairness:
    """Play so many matches in all, shared out over the rotations, and count who wins where."""
    seeds = [range(seed + place, seed + games, len(turned)) for place in range(len(turned))]
    played = [
        (turn, run_matches(turn.setup, tuple(own), done, workers))
        for turn, own in zip(turned, seeds, strict=True)
        if own
    ]
    return count_wins(played)


def count_wins(played: Sequence[tuple[Turned, Sequence[MatchResult]]]) -> Fairness:
    """Win rates from matches played; a match nobody won counts as a game for all and a win for none."""
    at_start: dict[int, float] = defaultdict(float)
    by_faction: dict[str, float] = defaultdict(float)
    sat: Counter[str] = Counter()
    games = sundered = 0
    for turn, results in played:
        for result in results:
            games += 1
            sundered += result.sundered
            sat.update(turn.factions)
            for seat, share in _wins(result):
                at_start[seat] += share
                by_faction[turn.factions[seat]] += share
    starts = len(played[0][0].factions) if played else 0
    return Fairness(
        games,
        sundered,
        1 / starts if starts else 0.0,
        tuple(_rate(str(start + 1), at_start[start], games) for start in range(starts)),
        tuple(_rate(faction, by_faction[faction], sat[faction]) for faction in sorted(sat)),
    )


def _wins(result: MatchResult) -> Iterator[tuple[Seat, float]]:
    winners = [Seat(seat) for seat, own in enumerate(result.seats) if own.place == 1 and not result.sundered]
    return ((seat, 1 / len(winners)) for seat in winners)


def _rate(name: str, wins: float, games: int) -> Rate:
    least, most = wilson(wins, games)
    return Rate(name, wins, games, wins / games if games else 0.0, least, most)


def wilson(wins: float, games: int) -> tuple[float, float]:
    """Wilson's interval of 95% for a rate; everything is possible where nothing was played."""
    if not games:
        return 0.0, 1.0
    rate, square = wins / games, _Z * _Z
    middle = rate + square / (2 * games)
    reach = _Z * math.sqrt(rate * (1 - rate) / games + square / (4 * games * games))
    whole = 1 + square / games
    return max(0.0, (middle - reach) / whole), min(1.0, (middle + reach) / whole)
