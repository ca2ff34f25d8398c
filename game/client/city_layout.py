"""The city as the renderer needs it: which cells are whose, where borders run, and what each district looks like now."""

from typing import Final

import msgspec

from game.client.camera import Camera, Plane
from game.client.geometry import Spot
from game.client.theme import RESIDENTS, Banner, Colour
from game.maps.art import MapArt

CHUNK: Final = 512
"""Pixels of a side of a chunk: the piece in which the city is drawn and kept."""


_SIDES: Final = ((1, 0), (-1, 0), (0, 1), (0, -1))
_CORNERS: Final[tuple[tuple[tuple[int, int], tuple[int, int]], ...]] = (
    ((1, 0), (1, 1)),
    ((0, 0), (0, 1)),
    ((1, 1), (0, 1)),
    ((1, 0), (0, 0)),
)


class DistrictLook(msgspec.Struct, frozen=True, cache_hash=True):
    """How a district is drawn: who leads, who contests, and the colour of a map mode that replaces the leader's."""

    leader: Banner = RESIDENTS
    rival: Banner | None = None
    tint: Colour | None = None


class CityState(msgspec.Struct, frozen=True, cache_hash=True):
    """How the city is drawn. `lit` are the districts in reach (None: all, and no outline), `selected` has a white one."""

    districts: tuple[DistrictLook, ...]
    lit: frozenset[int] | None = None
    selected: int | None = None

    def is_lit(self, district: int) -> bool:
        """Whether a district is drawn at full light; what is no district is dim as soon as anything is."""
        return self.lit is None or district in self.lit


class CityView(msgspec.Struct, frozen=True):
    """The draw item of the city: its looks, the camera, and how it is drawn now."""

    art: MapArt
    camera: Camera
    state: CityState


class Edge(msgspec.Struct, frozen=True):
    """A side of a cell where a district ends: the corners in cells, the district inside and the one beyond (or -1)."""

    start: Spot
    end: Spot
    inner: int
    outer: int
    cell: tuple[int, int]


class CityLayout:
    """What of a map never changes while it is played."""

    def __init__(self, art: MapArt) -> None:
        self.art = art
        self.plane = plane_of(art)
        self.edges = tuple(_edges(art))

    def district(self, x: int, y: int) -> int:
        """The district of a cell, or -1."""
        if 0 <= x < self.art.width and 0 <= y < self.art.height:
            return self.art.district_of[y][x]
        return -1


def plane_of(art: MapArt) -> Plane:
    """The plane a map lies on."""
    return Plane(art.width, art.height, art.tile_width, art.tile_height, art.orientation == "isometric")


def _edges(art: MapArt) -> list[Edge]:
    found = []
    for y, row in enumerate(art.district_of):
        for x, inner in enumerate(row):
            if inner < 0:
                continue
            for (dx, dy), (a, b) in zip(_SIDES, _CORNERS, strict=True):
                inside = 0 <= x + dx < art.width and 0 <= y + dy < art.height
                outer = art.district_of[y + dy][x + dx] if inside else -1
                if outer != inner:
                    ends = (x + a[0], y + a[1]), (x + b[0], y + b[1])
                    found.append(Edge(*ends, inner, outer, (x, y)))
    return found
