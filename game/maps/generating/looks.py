"""What a city looks like: ground and buildings, tile by tile, and where its landmarks stand."""

from collections.abc import Sequence
from random import Random
from typing import Final

from msgspec import Struct

from game.maps.generating.canvas import Canvas, Cell
from game.maps.generating.owners import Owners, cells_of, middle_cell
from game.maps.generating.streets import Way
from game.rules.city import City

Tiles = dict[Cell, str]
"""The kind of tile in each cell; none where nothing stands."""

_TREES: Final = ("park2", "park3")
_LOW: Final = ("low0", "low1", "low2")
_MID: Final = ("mid0", "mid1", "mid2")
_TOWERS: Final = ("tower0", "tower1", "tower2")
_BUILDINGS: Final[tuple[tuple[tuple[tuple[str, ...], int], ...], ...]] = (
    ((_LOW, 62), (("fact0",), 12), (("mid0", "mid1"), 6), (("mark0", "mark1"), 5)),
    ((_LOW, 42), (_MID, 34), (("tower0",), 2), (("mark0", "step0"), 5)),
    ((_MID, 42), (_TOWERS, 26), (("step0",), 10), (("bill0", "low2"), 6)),
)
"""By wealth: kinds of buildings, each group with how many of a hundred cells it takes; the rest stays open."""

LANDMARK_TILES: Final = {
    "council_dome": ("dome", 3),
    "gala_hall": ("gala", 3),
    "smile_commons": ("commons", 3),
    "holo_plaza": ("holo", 3),
    "transit_hub": ("transit", 3),
    "clinic_campus": ("clinic", 2),
}
"""The tile of each landmark that has one, and how many cells its ground is long."""


class Looks(Struct, frozen=True):
    """Ground and buildings, and the middle of each landmark's ground in tiles, by district."""

    ground: Tiles
    buildings: Tiles
    sites: dict[int, tuple[float, float]]


def looks_of(canvas: Canvas, owners: Owners, city: City, ways: Sequence[Way], draw: Random) -> Looks:
    """Draw the city. Landmarks come first, then streets, parks and houses around them."""
    districts = cells_of(owners, len(city.districts))
    buildings: Tiles = {}
    sites: dict[int, tuple[float, float]] = {}
    kept: set[Cell] = set()
    for n, plan in enumerate(city.districts):
        if plan.landmark in LANDMARK_TILES:
            sites[n] = _stand(plan.landmark, districts[n], buildings, kept)
    roads = _roads(owners, districts) - kept
    parks = _parks(city, districts, roads | kept, draw)
    ground = {cell: f"water{draw.randrange(3)}" for cell in canvas.cells()}
    ground.update({cell: f"plaza{draw.randrange(3)}" for cell in owners})
    ground.update({cell: f"park{draw.choice((0, 1))}" for cell in parks})
    ground.update({cell: _road(cell, roads) for cell in roads})
    for way in ways:
        ground.update(_bridge(way))
    for n, plan in enumerate(city.districts):
        for cell in districts[n]:
            if cell not in roads and cell not in kept:
                kind = _tree(draw) if cell in parks else _building(int(plan.wealth), draw)
                if kind.startswith("park"):
                    ground[cell] = kind
                elif kind:
                    buildings[cell] = f"{kind}:res"
    return Looks(ground, buildings, sites)


def _stand(kind: str, cells: Sequence[Cell], buildings: Tiles, kept: set[Cell]) -> tuple[float, float]:
    """Put a landmark on free ground near the district's middle; what stands before it stays open."""
    tile, size = LANDMARK_TILES[kind]
    own = set(cells)
    middle = middle_cell(cells)
    corners = sorted(
        own, key=lambda cell: ((cell[0] - middle[0] + 1) ** 2 + (cell[1] - middle[1] + 1) ** 2, cell)
    )
    for x, y in corners:
        square = {(x + i, y + j) for i in range(size) for j in range(size)}
        if square <= own:
            buildings[x + size - 1, y + size - 1] = tile
            kept.update(
                square | {(x + size, y + j) for j in range(size)} | {(x + j, y + size) for j in range(size)}
            )
            return x + size / 2, y + size / 2
    buildings[middle] = tile
    kept.add(middle)
    return middle[0] + 0.5, middle[1] + 0.5


def _roads(owners: Owners, districts: Sequence[Sequence[Cell]]) -> set[Cell]:
    """A street along every border, on the side of the lower district, and one across each district both ways."""
    roads = {cell for cell, own in owners.items() for beside in _four(cell) if owners.get(beside, own) > own}
    for cells in districts:
        x, y = middle_cell(cells)
        roads |= {cell for cell in cells if cell[0] == x or cell[1] == y}
    return roads


def _four(cell: Cell) -> tuple[Cell, Cell, Cell, Cell]:
    x, y = cell
    return (x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)


def _road(cell: Cell, roads: set[Cell]) -> str:
    east, west, south, north = (beside in roads for beside in _four(cell))
    along, across = east or west, south or north
    return "roadc" if along and across else "roady" if across else "roadx"


def _parks(city: City, districts: Sequence[Sequence[Cell]], taken: set[Cell], draw: Random) -> set[Cell]:
    """One green in most districts, larger where people are better off."""
    parks: set[Cell] = set()
    for plan, cells in zip(city.districts, districts, strict=True):
        if draw.random() < 0.3:
            continue
        x, y = draw.choice(list(cells))
        reach = 4 + 3 * int(plan.wealth)
        parks |= {
            cell for cell in cells if (cell[0] - x) ** 2 + (cell[1] - y) ** 2 <= reach and cell not in taken
        }
    return parks


def _tree(draw: Random) -> str:
    return draw.choice(_TREES) if draw.random() < 0.6 else ""


def _building(wealth: int, draw: Random) -> str:
    """A building by chance, or nothing."""
    throw = draw.randrange(100)
    for kinds, percent in _BUILDINGS[wealth]:
        if throw < percent:
            return draw.choice(kinds)
        throw -= percent
    return ""


def _bridge(way: Way) -> Tiles:
    if not way.cells:
        return {}
    along = len({y for _, y in way.cells}) == 1 and (len(way.cells) > 1 or way.kind == "bridge")
    kind = "bridgex" if along else "bridgey"
    return dict.fromkeys(way.cells, kind)
