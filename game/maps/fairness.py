"""Whether the starts of a city are worth the same, measured on its graph of districts."""

from collections.abc import Sequence
from operator import truediv

from msgspec import Struct

from game.rules.city import City
from game.rules.ids import District


class StartFigures(Struct, frozen=True):
    """What a start has. Values are people; `share` is 0..1; `rival` and `exits` count links.

    `near` is the value of the whole city, halved with each step away from home. `share` is the part of
    the city's people who are nearer to this start than to any other.
    """

    seat: int
    home: int
    near: float
    share: float
    rival: int
    exits: int


class Spreads(Struct, frozen=True):
    """How far the starts lie apart in each figure: (most - least) / mean, 0 where all are equal."""

    home: float
    near: float
    share: float
    rival: float
    exits: float


def figures(city: City, known: Sequence[Sequence[int]] | None = None) -> tuple[StartFigures, ...]:
    """Return the figures of every start, in the order of `city.starts`. The city needs two or more.

    `known` holds `steps` from every district, for whoever asks often about cities with the same links.
    """
    ways = [known[start.district] if known else steps(city, start.district) for start in city.starts]
    people = [plan.population for plan in city.districts]
    total = sum(people)
    return tuple(
        StartFigures(
            seat=start.seat,
            home=people[start.district],
            near=sum(map(truediv, people, [1 << step for step in way])),
            share=nearest / total,
            rival=min(other[start.district] for place, other in enumerate(ways) if place != index),
            exits=len(city.districts[start.district].links),
        )
        for index, (start, way, nearest) in enumerate(
            zip(city.starts, ways, _nearest(people, ways), strict=True)
        )
    )


def _nearest(people: Sequence[int], ways: Sequence[Sequence[int]]) -> list[int]:
    """For each start, the people who are nearer to it than to any other. The generator asks very often."""
    found = [0] * len(ways)
    for count, here in zip(people, zip(*ways, strict=True), strict=True):
        least = min(here)
        if here.count(least) == 1:
            found[here.index(least)] += count
    return found


def spreads(starts: Sequence[StartFigures]) -> Spreads:
    """Return the spread of each figure over the starts."""
    return Spreads(
        home=_spread([start.home for start in starts]),
        near=_spread([start.near for start in starts]),
        share=_spread([start.share for start in starts]),
        rival=_spread([start.rival for start in starts]),
        exits=_spread([start.exits for start in starts]),
    )


def steps(city: City, home: District) -> list[int]:
    """Return for every district how many links lie between it and `home`."""
    known = {home: 0}
    edge = [home]
    while edge:
        here = edge.pop(0)
        fresh = [there for there in city.districts[here].links if there not in known]
        known.update(dict.fromkeys(fresh, known[here] + 1))
        edge.extend(fresh)
    return [known[District(index)] for index in range(len(city.districts))]


def _spread(values: Sequence[float]) -> float:
    mean = sum(values) / len(values)
    return (max(values) - min(values)) / mean if mean else 0.0
