"""Which district each cell belongs to: seeds that grow, move to their middles and grow again (Lloyd's rounds)."""

from collections import Counter, deque
from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from random import Random
from typing import Final

from game.maps.generating.canvas import Canvas, Cell, pieces
from game.maps.generating.terrain import Land

Owners = dict[Cell, int]
"""The district of every cell that has one."""

_ROUNDS = 12
_LEAST_CELLS = 30
_STEPS: Final = ((1, 0, 5), (-1, 0, 5), (0, 1, 5), (0, -1, 5), (1, 1, 7), (1, -1, 7), (-1, 1, 7), (-1, -1, 7))
"""Steps to the cells around, each with its length in fifths of a tile."""


def owners_of(style: str, canvas: Canvas, land: Land, count: int, draw: Random) -> Owners | None:
    """Districts 0..count - 1, each in one piece without holes; None if this ground does not allow it.

    District d of the drawn part has its copies at d + k * count / copies.
    """
    own = count // canvas.copies
    part = [cell for cell in canvas.part() if cell in land]
    drawn = _lots(part, own, draw) if style == "grid" else _grown(canvas, part, own, draw)
    if drawn is None:
        return None
    owners: Owners = {}
    for cell, district in drawn.items():
        for turn, place in enumerate(canvas.turned(cell)):
            owners[place] = district + turn * own
    return owners if _whole(canvas, owners, count) else None


def grown_from(canvas: Canvas, land: Land, seeds: Sequence[Sequence[Cell]]) -> Owners:
    """District n has every cell of the land that a walk from one of its seeds reaches before any other's.

    A step across a corner counts as seven fifths of one along a side, so borders run nearly straight. Land that
    no seed reaches stays nobody's. Seeds off the land are left out.
    """
    waiting = [(0, cell, n) for n, own in enumerate(seeds) for cell in own if cell in land]
    heapify(waiting)
    owners: Owners = {}
    while waiting:
        far, cell, own = heappop(waiting)
        if cell in owners:
            continue
        owners[cell] = own
        x, y = cell
        for i, j, step in _STEPS:
            # Across a corner only where both sides are land: no district slips through a crack.
            if {(x + i, y), (x, y + j), (x + i, y + j)} <= land:
                heappush(waiting, (far + step, (x + i, y + j), own))
    return _joined(canvas, owners, len(seeds))


def _joined(canvas: Canvas, owners: Owners, count: int) -> Owners:
    """Crumbs that hang on their district by a corner only go to the neighbour they touch most."""
    for cells in cells_of(owners, count):
        for crumb in pieces(cells, canvas)[1:]:
            around = Counter(
                owners[beside]
                for cell in crumb
                for beside in canvas.around(cell)
                if owners.get(beside, owners[crumb[0]]) != owners[crumb[0]]
            )
            for cell in crumb:
                if around:
                    owners[cell] = max(sorted(around), key=lambda n: around[n])
                else:
                    del owners[cell]
    return owners


def cells_of(owners: Owners, count: int) -> list[list[Cell]]:
    """Each district's cells."""
    cells: list[list[Cell]] = [[] for _ in range(count)]
    for cell, district in owners.items():
        cells[district].append(cell)
    return cells


def middle_cell(cells: Sequence[Cell]) -> Cell:
    """The cell nearest to the middle of a district's cells."""
    x = sum(cell[0] for cell in cells) / len(cells)
    y = sum(cell[1] for cell in cells) / len(cells)
    return min(cells, key=lambda cell: ((cell[0] - x) ** 2 + (cell[1] - y) ** 2, cell))


def _lots(part: Sequence[Cell], count: int, draw: Random) -> Owners | None:
    """Straight streets: the part is cut in two again and again, each half in proportion to its districts."""
    owners: Owners = {}
    waiting = [(list(part), 0, count)]
    while waiting:
        cells, first, own = waiting.pop()
        if own == 1:
            owners.update(dict.fromkeys(cells, first))
            continue
        half = own // 2 if own % 2 == 0 or draw.random() < 0.5 else own - own // 2
        columns = {x for x, _ in cells}
        rows = {y for _, y in cells}
        axis = 0 if len(columns) >= len(rows) else 1
        lines = sorted(columns if axis == 0 else rows)
        cut = lines[round(len(lines) * half / own)]
        low = [cell for cell in cells if cell[axis] < cut]
        high = [cell for cell in cells if cell[axis] >= cut]
        waiting.extend([(low, first, half), (high, first + half, own - half)])
    return owners


def _grown(canvas: Canvas, part: Sequence[Cell], count: int, draw: Random) -> Owners | None:
    """Districts on every piece of ground in proportion to its size; pieces too small for one are left wild."""
    grounds = [piece for piece in pieces(part, canvas) if len(piece) >= 2 * _LEAST_CELLS]
    shares = _shares([len(ground) for ground in grounds], count)
    if shares is None:
        return None
    owners: Owners = {}
    first = 0
    for ground, share in zip(grounds, shares, strict=True):
        owners.update({cell: first + own for cell, own in _lloyd(ground, share, draw).items()})
        first += share
    return owners


def _shares(sizes: Sequence[int], count: int) -> list[int] | None:
    """How many districts each ground gets: at least one, in all `count`; the largest remainders first."""
    if not sizes or len(sizes) > count:
        return None
    whole = sum(sizes)
    shares = [max(1, count * size // whole) for size in sizes]
    while sum(shares) != count:
        step = 1 if sum(shares) < count else -1
        ranked = sorted(range(len(sizes)), key=lambda n: (-step * sizes[n] / shares[n], n))
        chosen = next(n for n in ranked if shares[n] + step >= 1)
        shares[chosen] += step
    return shares


def _lloyd(ground: Sequence[Cell], count: int, draw: Random) -> Owners:
    seeds = draw.sample(ground, count)
    owners = _grow(ground, seeds)
    for _ in range(_ROUNDS):
        seeds = [middle_cell(cells) for cells in cells_of(owners, count)]
        owners = _grow(ground, seeds)
    return owners


def _grow(ground: Sequence[Cell], seeds: Sequence[Cell]) -> Owners:
    """Every cell goes to the seed that reaches it first, so each district is in one piece.

    What lies outside the canvas is no ground, so nobody has to ask whether a cell lies inside: this is done very often.
    """
    free = set(ground) - set(seeds)
    owners = {seed: number for number, seed in enumerate(seeds)}
    edge = deque(seeds)
    while edge:
        x, y = edge.popleft()
        owner = owners[x, y]
        for beside in ((x + 1, y), (x, y + 1), (x - 1, y), (x, y - 1)):
            if beside in free:
                free.remove(beside)
                owners[beside] = owner
                edge.append(beside)
    return owners


def _whole(canvas: Canvas, owners: Owners, count: int) -> bool:
    """Whether every district is large enough, in one piece, and encloses nothing."""
    districts = cells_of(owners, count)
    return all(
        len(cells) >= _LEAST_CELLS and len(pieces(cells, canvas)) == 1 for cells in districts
    ) and not any(_encloses(set(cells)) for cells in districts)


def _encloses(cells: set[Cell]) -> bool:
    """Whether somewhere inside lies what is not the district's; corners count as openings."""
    low_x, high_x = min(x for x, _ in cells) - 1, max(x for x, _ in cells) + 1
    low_y, high_y = min(y for _, y in cells) - 1, max(y for _, y in cells) + 1
    outside = {(low_x, low_y)}
    edge = [(low_x, low_y)]
    for x, y in edge:
        for cell in ((x + i, y + j) for i in (-1, 0, 1) for j in (-1, 0, 1)):
            inside_box = low_x <= cell[0] <= high_x and low_y <= cell[1] <= high_y
            if inside_box and cell not in outside and cell not in cells:
                outside.add(cell)
                edge.append(cell)
    box = (high_x - low_x + 1) * (high_y - low_y + 1)
    return len(outside) + len(cells) != box
