"""How a map looks, as plain data for whoever draws it; no picture is opened here."""

from pathlib import Path

from msgspec import Struct

TileRows = tuple[tuple[int, ...], ...]


class ArtTileset(Struct, frozen=True):
    """A sheet of tiles. Lengths are pixels; `kinds` is by local id.

    A tile is drawn with its lower left corner on that of its cell's box, moved by `offset`.
    """

    image: Path
    tile_width: int
    tile_height: int
    columns: int
    spacing: int
    margin: int
    offset: tuple[int, int]
    kinds: dict[int, str]


class ArtTile(Struct, frozen=True):
    """A tile as it is used: its place in `MapArt.tilesets`, local id, kind (or ""), and how it is turned.

    `flips` are horizontal, vertical and diagonal, the diagonal done first, as in Tiled.
    """

    tileset: int
    local: int
    kind: str
    flips: tuple[bool, bool, bool]


class ArtLayer(Struct, frozen=True):
    """A visible layer: for each cell its place in `MapArt.tiles`, or -1; `rows[y][x]`."""

    name: str
    rows: TileRows


class ArtLandmark(Struct, frozen=True):
    """A landmark of the city: where it stands in tiles, and its district's place in `City.districts`."""

    kind: str
    district: int
    at: tuple[float, float]


class MapArt(Struct, frozen=True):
    """A map's looks. Width and height are tiles, tile width and height pixels.

    `layers` are in the order of drawing. `district_of[y][x]` is the district of a cell's middle, or -1.
    `outlines` are the districts' corners in tiles. Districts are counted as in `City.districts`.
    """

    orientation: str
    width: int
    height: int
    tile_width: int
    tile_height: int
    tilesets: tuple[ArtTileset, ...]
    tiles: tuple[ArtTile, ...]
    layers: tuple[ArtLayer, ...]
    district_of: TileRows
    outlines: tuple[tuple[tuple[float, float], ...], ...]
    landmarks: tuple[ArtLandmark, ...]
