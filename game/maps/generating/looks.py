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

Built = tuple[tuple[tuple[str, ...], int], ...]
"""Kinds of buildings, each group with how many of a hundred cells it takes; the rest stays open."""

_TREES: Final = ("park2", "park3")
_LOW: Final = ("low0", "low1", "low2")
_MID: Final = ("mid0", "mid1", "mid2")
_TOWERS: Final = ("tower0", "tower1", "tower2")
BUILDINGS: Final[tuple[Built, ...]] = (
    ((_LOW, 62), (("fact0",), 12), (("mid0", "mid1"), 6), (("mark0", "mark1"), 5)),
    ((_LOW, 42), (_MID, 34), (("tower0",), 2), (("mark0", "step0"), 5)),
    ((_MID, 42), (_TOWERS, 26), (("step0",), 10), (("bill0", "low2"), 6)),
)
"""What is built by wealth, where nothing else is asked for."""

LANDMARK_TILES: Final = {
    "council_dome": ("dome", 3),
    "gala_hall": ("gala", 3),
    "smile_commons": ("commons", 3),
    "holo_plaza": ("holo", 3),
    "transit_hub": ("transit", 3),
    "clinic_campus": ("clinic", 2),
    "aesthetic_sanctuary": ("atelier", 3),
    "night_market": ("bazaar", 3),
    "old_observatory": ("observatory", 3),
    "founders_garden": ("founders", 3),
}
"""The tile of each landmark that has one, and how many cells its ground is long."""


class Looks(Struct, frozen=True):
    """Ground and buildings, and the middle of each landmark's ground in tiles, by district."""

    ground: Tiles
    buildings: Tiles
    sites: dict[int, tuple[float, float]]


class Texture(Struct, frozen=True):
    """How a district is built: what stands in it, and a street every so many cells (0: one each way)."""

    built: Built
    streets: int = 0


class Hand(Struct, frozen=True):
    """What is set by hand, before chance has its say.

    `ground` and `buildings` stay as they are wherever they are given; with `backdrop` the ground is given for
    every cell outside the districts that shall have any. `textures` and `sites`, where a landmark shall stand,
    are by district. With `greens` off, no green is laid out but those in `ground`.
    """

    ground: Tiles = {}
    buildings: Tiles = {}
    textures: dict[int, Texture] = {}
    sites: dict[int, Cell] = {}
    backdrop: bool = False
    greens: bool = True


def looks_of(
    canvas: Canvas, owners: Owners, city: City, ways: Sequence[Way], draw: Random, hand: Hand | None = None
) -> Looks:
    """Draw the city. Landmarks come first, then streets, parks and houses around them."""
    hand = hand or Hand()
    districts = cells_of(owners, len(city.districts))
    buildings: Tiles = {}
    sites: dict[int, tuple[float, float]] = {}
    kept: set[Cell] = set()
    for n, plan in enumerate(city.districts):
        if plan.landmark in LANDMARK_TILES:
            sites[n] = _stand(plan.landmark, districts[n], hand.sites.get(n), buildings, kept)
    given = set(hand.ground)
    roads = _roads(owners, districts, hand.textures) - kept - given
    parks = _parks(city, districts, roads | kept | given, draw) if hand.greens else set()
    ground = {} if hand.backdrop else {cell: f"water{draw.randrange(3)}" for cell in canvas.cells()}
    ground.update({cell: f"plaza{draw.randrange(3)}" for cell in owners})
    ground.update({cell: f"park{draw.choice((0, 1))}" for cell in parks})
    ground.update({cell: _road(cell, roads) for cell in roads})
    ground.update({cell: kind for cell, kind in hand.ground.items() if cell not in kept})
    for way in ways:
        ground.update(_bridge(way))
    taken = roads | kept | given | set(hand.buildings)
    for n, plan in enumerate(city.districts):
        built = hand.textures[n].built if n in hand.textures else BUILDINGS[plan.wealth]
        for cell in districts[n]:
            if cell not in taken:
                kind = _tree(draw) if cell in parks else _building(built, draw)
                if kind.startswith("park"):
                    ground[cell] = kind
                elif kind:
                    buildings[cell] = f"{kind}:res"
    buildings.update({cell: kind for cell, kind in hand.buildings.items() if cell not in kept})
    return Looks(ground, buildings, sites)


def _stand(
    kind: str, cells: Sequence[Cell], wanted: Cell | None, buildings: Tiles, kept: set[Cell]
) -> tuple[float, float]:
    """Put a landmark on free ground near where it is wanted, else the middle; what stands before it stays open."""
    tile, size = LANDMARK_TILES[kind]
    own = set(cells)
    middle = wanted or middle_cell(cells)
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


def _roads(owners: Owners, districts: Sequence[Sequence[Cell]], textures: dict[int, Texture]) -> set[Cell]:
    """A street along every border, on the side of the lower district, and more across each district both ways."""
    roads = {cell for cell, own in owners.items() for beside in _four(cell) if owners.get(beside, own) > own}
    for n, cells in enumerate(districts):
        x, y = middle_cell(cells)
        gap = textures[n].streets if n in textures and textures[n].streets else max(x, y) + len(cells)
        roads |= {cell for cell in cells if (cell[0] - x) % gap == 0 or (cell[1] - y) % gap == 0}
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


def _building(built: Built, draw: Random) -> str:
    """A building by chance, or nothing."""
    throw = draw.randrange(100)
    for kinds, percent in built:
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
