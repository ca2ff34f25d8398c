"""Who lives where: wealth, need, lean, numbers of people, quarters, landmarks, and starts that are worth the same."""

import math
from collections.abc import Sequence
from itertools import combinations
from random import Random
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from game.maps.fairness import Spreads, figures, spreads, steps
from game.maps.generating.canvas import Canvas, Cell
from game.maps.generating.streets import Pair
from game.maps.generating.words import titles
from game.rules.city import City, DistrictPlan, Start
from game.rules.ids import ANY_FACTION, District, Wealth

Known = Sequence[Sequence[int]]
"""How many links lie between any two districts."""

BOUND: Final = 0.15
"""How far the starts of a generated map may lie apart in value near home and in share of the city."""

_UNDERSERVED, _MIXED = 3 / 8, 6 / 8
_NEED: Final = (55, 40, 25)
_LEAN: Final = (-40, 0, 45)
_UNREST: Final = (3, 1, 0)
_LEAST_PEOPLE, _MOST_PEOPLE = 3, 9
_TRIES: Final = 6
_NUDGES: Final = 500


class Ground(Struct, frozen=True):
    """What the people settle on: the canvas, each district's middle cell, and which districts are linked."""

    canvas: Canvas
    middles: Sequence[Cell]
    linked: set[Pair]


def city_of(empty: City, ground: Ground, seats: int, draw: Random) -> City:
    """The city with everything but landmarks; the copies of a district are like it in all the rules see."""
    city = replace(empty, districts=_plans(ground, draw))
    known = [steps(city, District(n)) for n in range(len(city.districts))]
    city = _with_starts(city, ground.canvas, seats, known, draw)
    city = _nudged(city, ground.canvas, known, draw)
    return _with_quarters(city, ground.middles, ground.canvas)


def _plans(ground: Ground, draw: Random) -> tuple[DistrictPlan, ...]:
    copies = ground.canvas.copies
    count = len(ground.middles)
    wealths = _wealths(count // copies, ground.linked, draw)
    facts = [_facts(wealth, draw) for wealth in wealths] * copies
    wealths *= copies
    names = titles(wealths, draw)
    ways: list[list[District]] = [[] for _ in range(count)]
    for one, other in sorted(ground.linked):
        ways[one].append(District(other))
        ways[other].append(District(one))
    return tuple(
        DistrictPlan(
            key=names[n].lower().replace(" ", "_"),
            title=names[n],
            population=facts[n][0],
            wealth=Wealth(wealths[n]),
            need=facts[n][1],
            lean=facts[n][2],
            unrest=_UNREST[wealths[n]],
            slots=_slots(facts[n][0]),
            quarter=1,
            landmark=None,
            links=tuple(sorted(ways[n])),
        )
        for n in range(count)
    )


def is_fair(city: City) -> bool:
    """Whether the starts are worth the same within the bound."""
    return _unfairness(spreads(figures(city))) <= BOUND


def _unfairness(found: Spreads) -> float:
    return max(found.near, found.share)


def _slope(found: Spreads) -> float:
    """Unfairness with a little of the smaller spread, so that a step that helps either is seen to help."""
    return _unfairness(found) + (found.near + found.share) / 4


def _wealths(count: int, linked: set[Pair], draw: Random) -> list[int]:
    """Like lives beside like: chance, evened out with the neighbours, then three eighths, three eighths, the rest."""
    level = [draw.random() for _ in range(count)]
    for _ in range(2):
        around: list[list[float]] = [[mine, mine] for mine in level]
        for one, other in linked:
            if one < count and other < count:
                around[one].append(level[other])
                around[other].append(level[one])
        level = [sum(values) / len(values) for values in around]
    ranked = sorted(range(count), key=lambda n: (level[n], n))
    wealths = [0] * count
    for rank, n in enumerate(ranked):
        part = (rank + 0.5) / count
        wealths[n] = 0 if part < _UNDERSERVED else 1 if part < _MIXED else 2
    return wealths


def _facts(wealth: int, draw: Random) -> tuple[int, int, int]:
    """People, need and lean."""
    people = draw.randint(_LEAST_PEOPLE, _MOST_PEOPLE)
    return people, _NEED[wealth] + draw.randint(-8, 8), _LEAN[wealth] + draw.randint(-25, 25)


def _slots(people: int) -> int:
    return 3 if people >= 6 else 2


def _with_starts(city: City, canvas: Canvas, seats: int, known: Known, draw: Random) -> City:
    """The best of several draws, each bettered by moving one home at a time while that helps.

    As far from each other as can be, three steps being enough; then as equal as can be.
    """
    own = len(city.districts) // canvas.copies
    best, best_rank = city, (math.inf, math.inf)
    for _ in range(_TRIES):
        chosen = draw.sample(range(own), seats // canvas.copies)
        tried, rank = _settled(city, chosen, canvas, known)
        if rank < best_rank:
            best, best_rank = tried, rank
    return best


def _settled(city: City, chosen: list[int], canvas: Canvas, known: Known) -> tuple[City, tuple[float, float]]:
    """Homes moved until no single move makes them better."""
    own = len(city.districts) // canvas.copies
    city, rank = _ranked(city, _homes(chosen, canvas, own), known)
    better = True
    while better:
        better = False
        for place in range(len(chosen)):
            for home in set(range(own)) - set(chosen):
                moved = [*chosen[:place], home, *chosen[place + 1 :]]
                homes = _homes(moved, canvas, own)
                if -_apart(homes, known) > rank[0]:
                    continue
                tried, then = _ranked(city, homes, known)
                if then < rank:
                    city, rank, chosen, better = tried, then, moved, True
                    break
    return city, rank


def _homes(chosen: Sequence[int], canvas: Canvas, own: int) -> list[int]:
    """The homes in every part of the city; `own` districts are in each."""
    return sorted(n + turn * own for n in chosen for turn in range(canvas.copies))


def _apart(homes: Sequence[int], known: Known) -> int:
    """The least steps between two homes, of which three are enough."""
    return min(3, *(known[one][other] for one, other in combinations(homes, 2)))


def _ranked(city: City, homes: Sequence[int], known: Known) -> tuple[City, tuple[float, float]]:
    """The less the better."""
    starts = tuple(Start(seat, District(home), ANY_FACTION) for seat, home in enumerate(homes, start=1))
    tried = replace(city, starts=starts)
    return tried, (-_apart(homes, known), _slope(spreads(figures(tried, known))))


def _nudged(city: City, canvas: Canvas, known: Known, draw: Random) -> City:
    """One person more or less in a district and its copies, kept when the starts come nearer to each other."""
    own = len(city.districts) // canvas.copies
    now = spreads(figures(city, known))
    for _ in range(_NUDGES):
        if _unfairness(now) <= BOUND * 0.9:
            break
        tried = _with_people(city, draw.randrange(own), draw.choice((-2, -1, 1, 2)), own)
        if tried is None:
            continue
        then = spreads(figures(tried, known))
        if _slope(then) < _slope(now):
            city, now = tried, then
    return city


def _with_people(city: City, n: int, more: int, own: int) -> City | None:
    """The city with more people in a district and its copies; None if they were too many or too few."""
    people = city.districts[n].population + more
    if not _LEAST_PEOPLE <= people <= _MOST_PEOPLE:
        return None
    plans = list(city.districts)
    for copy in range(n, len(plans), own):
        plans[copy] = replace(plans[copy], population=people, slots=_slots(people))
    return replace(city, districts=tuple(plans))


def _with_quarters(city: City, middles: Sequence[Cell], canvas: Canvas) -> City:
    """Four quarters around the middle, of about as many people each."""

    def angle(n: int) -> float:
        x, y = middles[n]
        return math.atan2(y - canvas.middle + 0.5, x - canvas.middle + 0.5)

    around = sorted(range(len(middles)), key=lambda n: (angle(n), n))
    whole = sum(plan.population for plan in city.districts)
    plans = list(city.districts)
    before = 0
    for n in around:
        people = plans[n].population
        plans[n] = replace(plans[n], quarter=min(4, 1 + 4 * (2 * before + people) // (2 * whole)))
        before += people
    return replace(city, districts=tuple(plans))
