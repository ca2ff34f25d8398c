"""map.tmx as a whole: size, tilesets, tile layers, objects and the map's own properties."""

from typing import Final

from msgspec import Struct

from game.maps import limits
from game.maps.faults import Faults, Place, quoted
from game.maps.files import MapFolder
from game.maps.layers import TileLayer, read_layers
from game.maps.numbers import Attributes
from game.maps.objects import Thing, read_objects
from game.maps.properties import given, read_properties
from game.maps.schema import MAP_PROPERTIES
from game.maps.tilesets import Tileset, read_tilesets
from game.maps.xmltree import Node, parse

FILE: Final = "map.tmx"
_ORIENTATIONS: Final = ("isometric", "orthogonal")


class Document(Struct, frozen=True):
    """A checked map file. `size` is in tiles, `tile` in pixels; nothing in it has a meaning yet."""

    orientation: str
    size: tuple[int, int]
    tile: tuple[int, int]
    tilesets: tuple[Tileset, ...]
    layers: tuple[TileLayer, ...]
    things: dict[str, list[Thing]]
    settings: dict[str, int | str]


def read_document(folder: MapFolder, faults: Faults) -> Document:
    """Return the map file of a folder. Raises `MapRefused` if it cannot be read (M02x..M04x); notes M2xx."""
    file = folder.place(FILE)
    root = parse(folder.read(FILE, limits.TMX_BYTES), "map", file, faults)
    orientation, size, tile = _frame(root, file, faults)
    faults.refuse_errors()
    tilesets = read_tilesets(root.all("tileset"), file, folder, faults)
    faults.refuse_errors()
    # Tiled counts both axes of an isometric map's objects in tile heights.
    unit = tile[1] if orientation == "isometric" else tile[0]
    return Document(
        orientation=orientation,
        size=size,
        tile=tile,
        tilesets=tilesets,
        layers=read_layers(root.all("layer"), size, tilesets, file, faults),
        things=read_objects(root.all("objectgroup"), unit, file, faults),
        settings=read_properties(given(root), MAP_PROPERTIES, Place(file.file, root.line), faults),
    )


def _frame(root: Node, file: Place, faults: Faults) -> tuple[str, tuple[int, int], tuple[int, int]]:
    place = Place(file.file, root.line)
    orientation = root.attributes.get("orientation", "")
    if orientation not in _ORIENTATIONS:
        faults.add("M030", place, f"orientation {quoted(orientation)}", " or ".join(_ORIENTATIONS))
    read = Attributes(root, place, faults)
    if not read.is_neutral("infinite", ("0",)):
        faults.add("M030", place, "an infinite map", "a finite one")
    size = (read.whole("width", 0, 1 << 20), read.whole("height", 0, 1 << 20))
    tile = (read.whole("tilewidth", 0, 1 << 20), read.whole("tileheight", 0, 1 << 20))
    _check_sides(size, (4, limits.MAP_SIDE_TILES), "tiles", place, faults)
    _check_sides(tile, (4, limits.TILE_SIDE_PIXELS), "pixels a tile", place, faults)
    if orientation == "orthogonal" and tile[0] != tile[1]:
        faults.add(
            "M031", place, f"tiles of {tile[0]} x {tile[1]} pixels", "square tiles in an orthogonal map"
        )
    return orientation, size, tile


def _check_sides(
    sides: tuple[int, int], allowed: tuple[int, int], unit: str, place: Place, faults: Faults
) -> None:
    if not all(allowed[0] <= side <= allowed[1] for side in sides):
        faults.add("M031", place, f"{sides[0]} x {sides[1]} {unit}", f"{allowed[0]}..{allowed[1]}")
