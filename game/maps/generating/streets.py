"""Which districts touch, and the bridges, ferries and lines that join the others."""

from collections.abc import Sequence
from itertools import pairwise
from random import Random

from msgspec import Struct

from game.maps.generating.canvas import Canvas, Cell
from game.maps.generating.owners import Owners, middle_cell

Pair = tuple[int, int]


class Way(Struct, frozen=True):
    """A link that is no border: between which districts, of which kind, along which water cells."""

    pair: Pair
    kind: str
    cells: tuple[Cell, ...] = ()


def borders(owners: Owners) -> set[Pair]:
    """The pairs of districts that share a border, the lower number first."""
    found = set()
    for (x, y), own in owners.items():
        for beside in ((x + 1, y), (x, y + 1)):
            other = owners.get(beside, own)
            if other != own:
                found.add((min(own, other), max(own, other)))
    return found


def ways(
    canvas: Canvas, owners: Owners, districts: Sequence[Sequence[Cell]], style: str, draw: Random
) -> list[Way]:
    """What joins the city into one: bridges over narrow water, else ferries; with copies in every part alike."""
    linked = borders(owners)
    found: list[Way] = []
    if style == "rivers":
        for way in _bridges(canvas, owners, draw):
            if way.pair not in linked:
                found.append(way)
                linked.add(way.pair)
    middles = [middle_cell(cells) for cells in districts]
    while True:
        groups = _groups(linked, len(districts))
        if len(groups) == 1:
            return found
        near = _nearest(middles, groups)
        for pair in _turned(near, canvas, len(districts)):
            if pair not in linked:
                linked.add(pair)
                found.append(Way(pair, "ferry"))


def _turned(pair: Pair, canvas: Canvas, count: int) -> list[Pair]:
    step = count // canvas.copies
    turned = [((pair[0] + k * step) % count, (pair[1] + k * step) % count) for k in range(canvas.copies)]
    return sorted({(min(pair), max(pair)) for pair in turned})


def _groups(linked: set[Pair], count: int) -> list[set[int]]:
    """The districts in groups that can be walked, the one with the first district first."""
    group = list(range(count))

    def top(district: int) -> int:
        while group[district] != district:
            district = group[district]
        return district

    for one, other in linked:
        group[max(top(one), top(other))] = min(top(one), top(other))
    tops = sorted({top(district) for district in range(count)})
    return [{district for district in range(count) if top(district) == head} for head in tops]


def _nearest(middles: Sequence[Cell], groups: Sequence[set[int]]) -> Pair:
    """The two districts nearest to each other of which one is in the first group."""
    others = set().union(*groups[1:])
    pairs = ((one, other) for one in sorted(groups[0]) for other in sorted(others))
    one, other = min(pairs, key=lambda pair: (_apart(middles[pair[0]], middles[pair[1]]), pair))
    return min(one, other), max(one, other)


def _apart(one: Cell, other: Cell) -> int:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _bridges(canvas: Canvas, owners: Owners, draw: Random) -> list[Way]:
    """The middle one of all straight runs of water between two districts, for most pairs of them."""
    runs: dict[Pair, list[tuple[Cell, ...]]] = {}
    side = range(canvas.side)
    for line in [[(x, y) for x in side] for y in side] + [[(x, y) for y in side] for x in side]:
        shores = [n for n, cell in enumerate(line) if cell in owners]
        for near, far in pairwise(shores):
            one, other = owners[line[near]], owners[line[far]]
            if 1 < far - near <= 7 and one != other:
                runs.setdefault((min(one, other), max(one, other)), []).append(tuple(line[near + 1 : far]))
    found = []
    for pair in sorted(runs):
        if draw.random() < 0.7:
            run = min(runs[pair], key=lambda cells: (len(cells), cells))
            same = [cells for cells in runs[pair] if len(cells) == len(run)]
            found.append(Way(pair, "bridge", same[len(same) // 2]))
    return found
