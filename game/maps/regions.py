"""Districts painted cell by cell in the tile layer `regions`, instead of drawn as shapes."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from game.maps.districts import Area
from game.maps.faults import Faults, Place, quoted
from game.maps.ground import Links
from game.maps.layers import TileLayer, plain_gid
from game.maps.numbers import SUBDIVISION
from game.maps.schema import REGIONS
from game.maps.shapes import Point
from game.maps.tilesets import Tileset


class Regions(Struct, frozen=True):
    """The key painted in each cell, `rows[y][x]`, "" where nobody's."""

    place: Place
    rows: tuple[tuple[str, ...], ...]


def read_regions(
    layers: Sequence[TileLayer], tilesets: Sequence[Tileset], file: Place, faults: Faults
) -> Regions | None:
    """Return what the layer `regions` holds, or None if the map has none. Notes M035 and M317."""
    found = [layer for layer in layers if layer.name == REGIONS]
    if not found:
        return None
    place = Place(file.file, 0, REGIONS)
    if len(found) > 1:
        faults.add("M035", place, f"{len(found)} layers of this name", "one")
    keys = {0: ""}
    for gid in sorted(set(found[0].gids) - {0}):
        keys[gid] = _key(plain_gid(gid), tilesets)
        if not keys[gid]:
            faults.add(
                "M317", place, f"tile {plain_gid(gid)} without a property district", "a district's key"
            )
    cells = [keys[gid] for gid in found[0].gids]
    width = found[0].width
    return Regions(place, tuple(tuple(cells[start : start + width]) for start in range(0, len(cells), width)))


def _key(gid: int, tilesets: Sequence[Tileset]) -> str:
    tileset = max((entry for entry in tilesets if entry.first <= gid), key=lambda entry: entry.first)
    return tileset.districts.get(gid - tileset.first, "")


def outlines(regions: Regions, faults: Faults) -> dict[str, tuple[Point, ...]]:
    """Return the outline of every painted district in quarter tiles, by key (M316 if it is not one piece)."""
    cells: dict[str, set[Point]] = {}
    for y, row in enumerate(regions.rows):
        for x, key in enumerate(row):
            if key:
                cells.setdefault(key, set()).add((x, y))
    found = {}
    for key, own in sorted(cells.items()):
        outline, rest = _outline(own)
        if rest:
            faults.add(
                "M316", regions.place, f"{quoted(key)} with a hole or in pieces", "one piece without holes"
            )
        found[key] = tuple((SUBDIVISION * x, SUBDIVISION * y) for x, y in outline)
    return found


def _outline(cells: Collection[Point]) -> tuple[list[Point], int]:
    """Return the first closed outline of some cells, and how many of their corners it leaves over.

    The cells are to the right of each step (y grows downwards).
    """
    ways: dict[Point, list[Point]] = {}
    for x, y in cells:
        square = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1), (x, y)]
        beyond = ((x, y - 1), (x + 1, y), (x, y + 1), (x - 1, y))
        for (start, end), other in zip(pairwise(square), beyond, strict=True):
            if other not in cells:
                ways.setdefault(start, []).append(end)
    first = min(ways)
    loop = [first, _leave(ways, first, (0, 0))]
    while loop[-1] != first:
        before, here = loop[-2:]
        loop.append(_leave(ways, here, (here[0] - before[0], here[1] - before[1])))
    return loop[:-1], len(ways)


def _leave(ways: dict[Point, list[Point]], here: Point, direction: Point) -> Point:
    """Take a way out of a corner and return where it leads.

    Where two cells meet only in a corner, turning right stays with the cell one came along.
    """
    right = (here[0] - direction[1], here[1] + direction[0])
    ends = ways[here]
    end = right if right in ends else ends[0]
    ends.remove(end)
    if not ends:
        del ways[here]
    return end


class Painted:
    """Districts painted as cells: borders are exact, a point belongs to its cell's district."""

    def __init__(self, areas: Sequence[Area], regions: Regions) -> None:
        self.areas = areas
        places = {area.key: index for index, area in enumerate(areas)}
        self._rows = [[places.get(key, -1) for key in row] for row in regions.rows]

    def containing(self, point: Point) -> int | None:
        """Return the district of the cell a point lies in."""
        x, y = (place // SUBDIVISION for place in point)
        if not (0 <= y < len(self._rows) and 0 <= x < len(self._rows[0])) or self._rows[y][x] < 0:
            return None
        return self._rows[y][x]

    def nearest(self, point: Point) -> int | None:
        """Return the same as `containing`: cells leave no doubt."""
        return self.containing(point)

    def borders(self, least: int) -> Links:
        """Return the pairs whose cells lie side by side for `least` quarters or more."""
        sides: Counter[tuple[int, int]] = Counter()
        for line in [*self._rows, *zip(*self._rows, strict=True)]:
            sides.update((min(pair), max(pair)) for pair in pairwise(line) if pair[0] != pair[1])
        return {pair for pair, count in sides.items() if pair[0] >= 0 and count * SUBDIVISION >= least}

    def near_misses(self, _least: int) -> Links:
        """Return no pair: painted cells touch or do not."""
        return set()


def check_keys(painted: Mapping[str, object], areas: Sequence[Area], place: Place, faults: Faults) -> None:
    """Note M317 for every key that is painted and no district's."""
    keys = {area.key for area in areas}
    for key in sorted(painted.keys() - keys):
        faults.add("M317", place, f"the painted key {quoted(key)}", "a district of that key")
