"""Shapes of land and water, in cells."""

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from random import Random

from game.maps.generating.canvas import Cell
from game.maps.generating.looks import Tiles
from game.maps.generating.owners import Owners

Spot = tuple[float, float]
Cells = set[Cell]


def every(side: int) -> Cells:
    """All cells of a map."""
    return {(x, y) for x in range(side) for y in range(side)}


def at(middle: Spot, far: float, degrees: float) -> Cell:
    """The cell so far from a middle in a direction; 0 degrees is along x, 90 along y."""
    angle = math.radians(degrees)
    return round(middle[0] + far * math.cos(angle)), round(middle[1] + far * math.sin(angle))


def blob(cells: Iterable[Cell], middle: Spot, radius: float, rough: float = 0.0, seed: int = 0) -> Cells:
    """A disc whose rim swings in and out by up to `rough` of its radius."""
    dice = Random(seed)
    waves = [(count, dice.uniform(0, math.tau)) for count in (2, 3, 5, 7)]

    def rim(angle: float) -> float:
        return radius * (1 + rough * sum(math.sin(count * angle + phase) for count, phase in waves) / 2.5)

    def inside(cell: Cell) -> bool:
        x, y = cell[0] + 0.5 - middle[0], cell[1] + 0.5 - middle[1]
        return math.hypot(x, y) < rim(math.atan2(y, x))

    return {cell for cell in cells if inside(cell)}


def band(cells: Iterable[Cell], spots: Sequence[Spot], width: float) -> Cells:
    """The cells within half of `width` of a line through spots."""
    parts = list(pairwise(spots))
    return {
        cell
        for cell in cells
        if any(_away((cell[0] + 0.5, cell[1] + 0.5), *part) <= width / 2 for part in parts)
    }


def curve(spots: Sequence[Spot], steps: int = 12) -> list[Spot]:
    """A smooth line through spots."""
    ends = [spots[0], *spots, spots[-1]]
    found: list[Spot] = []
    for index in range(len(spots) - 1):
        a, b, c, d = ends[index : index + 4]
        for step in range(steps):
            t = step / steps
            x, y = (_blend((a[i], b[i], c[i], d[i]), t) for i in (0, 1))
            found.append((x, y))
    return [*found, spots[-1]]


def near(cells: Cells, others: Cells, far: int) -> Cells:
    """The cells of `cells` no farther than `far` from one of the others."""
    reach = [(i, j) for i in range(-far, far + 1) for j in range(-far, far + 1) if i * i + j * j <= far * far]
    wide = {(x + i, y + j) for x, y in others for i, j in reach}
    return cells & wide


def water(cells: Iterable[Cell], seed: int = 1) -> Tiles:
    """Water, its ripples by chance."""
    dice = Random(seed)
    return {cell: f"water{dice.randrange(3)}" for cell in sorted(cells)}


def park(cells: Iterable[Cell], seed: int = 2, trees: float = 0.6, blossom: float = 0.3) -> Tiles:
    """Lawns, paths and trees; `trees` 0..1 is how wooded it is, `blossom` how much of that is in flower."""
    dice = Random(seed)
    found: Tiles = {}
    for cell in sorted(cells):
        wooded = dice.random() < trees
        found[cell] = ("park3" if dice.random() < blossom else "park1") if wooded else "park2"
    return found


def crossing(owners: Owners, one: int, other: int, spot: Cell | None) -> tuple[Cell, ...]:
    """The cells of the shortest straight bridge between two districts; of equal ones the one nearest to `spot`.

    Raises ValueError where no straight line over at most 9 cells joins them.
    """
    found = []
    for (x, y), own in owners.items():
        if own not in (one, other):
            continue
        for i, j in ((1, 0), (0, 1)):
            run: list[Cell] = []
            cell = (x + i, y + j)
            while cell not in owners and len(run) < 9:
                run.append(cell)
                cell = (cell[0] + i, cell[1] + j)
            if run and {own, owners.get(cell)} == {one, other}:
                found.append(tuple(run))
    if not found:
        raise ValueError(f"no bridge can be built between the districts {one} and {other}; use a ferry")
    if spot is not None:
        return min(found, key=lambda run: (math.dist(run[len(run) // 2], spot) + 2 * len(run), run))
    return min(found, key=lambda run: (len(run), run))


def where(cells: Iterable[Cell], inside: Callable[[int, int], bool]) -> Cells:
    """The cells for which something holds."""
    return {cell for cell in cells if inside(*cell)}


def _away(spot: Spot, start: Spot, end: Spot) -> float:
    along = (end[0] - start[0], end[1] - start[1])
    whole = along[0] ** 2 + along[1] ** 2 or 1.0
    share = ((spot[0] - start[0]) * along[0] + (spot[1] - start[1]) * along[1]) / whole
    share = min(1.0, max(0.0, share))
    return math.hypot(spot[0] - start[0] - share * along[0], spot[1] - start[1] - share * along[1])


def _blend(values: tuple[float, float, float, float], t: float) -> float:
    a, b, c, d = values
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)
