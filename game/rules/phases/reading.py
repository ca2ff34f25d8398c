"""Measures read off a turn in work: the residents' conditions, mandates and goals (rules 8, 11)."""

from collections.abc import Callable, Iterator
from operator import itemgetter, mul

from game.rules.ground import fits, is_finished
from game.rules.ids import District, Seat
from game.rules.measure import Measure
from game.rules.phases.gauge import need_gap
from game.rules.phases.pledge import steward_of
from game.rules.phases.ranking import ranks
from game.rules.turn import Turn


def is_met(turn: Turn, measure: Measure, seat: Seat) -> bool:
    """Whether a measure keeps its bounds now; `seat` is whose, for readings of one seat."""
    least = measure.least + measure.per_seat * turn.board.seats
    return least <= read(turn, measure, seat) <= measure.most


def read(turn: Turn, measure: Measure, seat: Seat) -> int:
    """The number a measure reads now."""
    of_city = _CITY.get(measure.reads)
    return of_city(turn, measure) if of_city else _SEAT[measure.reads](turn, measure, seat)


def support_in_city(turn: Turn, seat: Seat) -> int:
    """A seat's support weighted with population, in permille of the city."""
    return people(turn, seat) // turn.board.total_population


def people(turn: Turn, seat: Seat) -> int:
    """A seat's support weighted with population, in people-permille."""
    in_all: int = sum(map(mul, turn.board.population, map(itemgetter(seat), turn.support)))
    return in_all


def _weighted(turn: Turn, scale: list[int], times: int = 1) -> int:
    in_all: int = sum(map(mul, turn.board.population, scale))
    return times * in_all // turn.board.total_population


def _places(turn: Turn, measure: Measure) -> Iterator[District]:
    return (District(d) for d in range(turn.board.districts) if fits(turn, measure.where, d))


def _turmoil(turn: Turn, measure: Measure) -> int:
    limit = turn.board.ruleset.gala.turmoil_from
    return sum(turn.unrest[district] >= limit for district in _places(turn, measure))


def _sanctuaries(turn: Turn, measure: Measure) -> int:
    return sum(is_finished(turn.sites[district]) for district in _places(turn, measure))


def _joint_sanctuaries(turn: Turn, measure: Measure) -> int:
    joint = turn.board.ruleset.sanctuary.joint_from
    finished = (turn.sites[d] for d in _places(turn, measure) if is_finished(turn.sites[d]))
    return sum(site is not None and sum(stake > 0 for stake in site.stakes) >= joint for site in finished)


def _all_facilities(turn: Turn, measure: Measure) -> int:
    return sum(len(turn.facilities[district]) for district in _places(turn, measure))


def _leads(turn: Turn, measure: Measure, seat: Seat) -> int:
    return sum(seat in ranks(turn.board, turn.support[district])[0] for district in _places(turn, measure))


def _presence(turn: Turn, measure: Measure, seat: Seat) -> int:
    least = turn.board.ruleset.gala.least_to_follow
    return sum(turn.support[district][seat] >= least for district in _places(turn, measure))


def _stewards(turn: Turn, measure: Measure, seat: Seat) -> int:
    sites = (turn.sites[district] for district in _places(turn, measure))
    return sum(site is not None and is_finished(site) and steward_of(site) == seat for site in sites)


def _stakes(turn: Turn, measure: Measure, seat: Seat) -> int:
    sites = (turn.sites[district] for district in _places(turn, measure))
    return sum(site.stakes[seat] for site in sites if site is not None)


def _facilities(turn: Turn, measure: Measure, seat: Seat) -> int:
    standing = (turn.facilities[district] for district in _places(turn, measure))
    return sum(facility.seat == seat for here in standing for facility in here)


def _kinds(turn: Turn, measure: Measure, seat: Seat) -> int:
    standing = (turn.facilities[district] for district in _places(turn, measure))
    return len({facility.kind for here in standing for facility in here if facility.seat == seat})


def _quarters(turn: Turn, measure: Measure, seat: Seat) -> int:
    led = (d for d in _places(turn, measure) if seat in ranks(turn.board, turn.support[d])[0])
    return len({turn.board.quarter[district] for district in led})


_CITY: dict[str, Callable[[Turn, Measure], int]] = {
    "fracture": lambda turn, _: turn.fracture,
    "need_gap": lambda turn, _: need_gap(turn.board, turn.need),
    "need": lambda turn, _: _weighted(turn, turn.need),
    "unrest": lambda turn, _: _weighted(turn, turn.unrest, 10),
    "lean": lambda turn, _: _weighted(turn, turn.lean),
    "sanctuaries": _sanctuaries,
    "joint_sanctuaries": _joint_sanctuaries,
    "turmoil": _turmoil,
    "all_facilities": _all_facilities,
}

_SEAT: dict[str, Callable[[Turn, Measure, Seat], int]] = {
    "leads": _leads,
    "presence": _presence,
    "stewards": _stewards,
    "stakes": _stakes,
    "facilities": _facilities,
    "kinds": _kinds,
    "support": lambda turn, _, seat: support_in_city(turn, seat),
    "credits": lambda turn, _, seat: turn.credits[seat],
    "voice": lambda turn, _, seat: turn.voice[seat],
    "laws": lambda turn, _, seat: turn.passed[seat],
    "quarters": _quarters,
    "legacy": lambda turn, _, seat: turn.legacy[seat],
    "blame": lambda turn, _, seat: turn.blame[seat],
}
