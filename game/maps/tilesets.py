"""Tilesets: where a cell's picture and kind come from."""

from itertools import pairwise

from msgspec import Struct

from game.maps import limits
from game.maps.faults import Faults, Place, quoted
from game.maps.files import MapFolder
from game.maps.numbers import Attributes
from game.maps.pictures import png_size
from game.maps.properties import given
from game.maps.xmltree import Node, parse


class Tileset(Struct, frozen=True):
    """A checked tileset. `image` is a path inside the map; lengths are pixels.

    `kinds`, and `districts` (keys, in tiles for the layer regions), are by local id. A tile's picture
    stands with its lower left corner on that of its cell, moved by `offset`.
    """

    first: int
    name: str
    image: str
    tile_width: int
    tile_height: int
    columns: int
    count: int
    spacing: int
    margin: int
    offset: tuple[int, int]
    kinds: dict[int, str]
    districts: dict[int, str]


def read_tilesets(nodes: list[Node], file: Place, folder: MapFolder, faults: Faults) -> tuple[Tileset, ...]:
    """Return the tilesets of a map in order of their first gid, noting M035, M040..M042 and lesser faults."""
    if len(nodes) > limits.TILESETS:
        raise faults.fatal("M035", file, f"{len(nodes)} tilesets", f"at most {limits.TILESETS}")
    found = [_read(node, file, folder, faults) for node in nodes]
    tilesets = sorted((entry for entry in found if entry), key=lambda entry: entry.first)
    for one, other in pairwise(tilesets):
        if one.first + one.count > other.first:
            faults.add("M042", file, f"{one.name} reaching into {other.name}", "numbers of their own")
    return tuple(tilesets)


def _read(node: Node, file: Place, folder: MapFolder, faults: Faults) -> Tileset | None:
    place = Place(file.file, node.line)
    first = Attributes(node, place, faults).whole("firstgid", 1, 1 << 28)
    source = node.attributes.get("source")
    if source is None:
        return _body(node, first, file, folder, faults)
    name = folder.resolve(source, _inside(file, folder), place)
    if name is None:
        return None
    if not name.endswith(".tsx"):
        faults.add("M007", place, quoted(source), "a .tsx file")
        return None
    outer = folder.place(name)
    tree = parse(folder.read(name, limits.TSX_BYTES), "tileset", outer, faults)
    return _body(tree, first, outer, folder, faults)


def _inside(file: Place, folder: MapFolder) -> str:
    return file.file.removeprefix(f"{folder.root.name}/")


def _body(node: Node, first: int, file: Place, folder: MapFolder, faults: Faults) -> Tileset | None:
    place = Place(file.file, node.line)
    picture = node.first("image")
    if picture is None:
        faults.add("M027", place, "a tileset without an image", "one image for all its tiles")
        return None
    image_place = Place(file.file, picture.line)
    image = folder.resolve(picture.attributes.get("source", ""), _inside(file, folder), image_place)
    size = png_size(folder, image, image_place, faults) if image else None
    read = Attributes(node, place, faults)
    side = limits.TILE_SIDE_PIXELS
    tileset = Tileset(
        first=first,
        name=node.attributes.get("name", "")[:64],
        image=image or "",
        tile_width=read.whole("tilewidth", 1, side),
        tile_height=read.whole("tileheight", 1, side),
        columns=read.whole("columns", 1, limits.PNG_SIDE_PIXELS),
        count=read.whole("tilecount", 1, limits.TILES_PER_TILESET),
        spacing=read.whole("spacing", 0, side, 0),
        margin=read.whole("margin", 0, side, 0),
        offset=_offset(node.first("tileoffset"), file, faults),
        kinds=_labels(node, "kind", file, faults),
        districts=_labels(node, "district", file, faults),
    )
    if size is None:
        return None
    _check_fit(tileset, size, image_place, faults)
    return tileset


def _offset(node: Node | None, file: Place, faults: Faults) -> tuple[int, int]:
    if node is None:
        return 0, 0
    read = Attributes(node, Place(file.file, node.line), faults)
    side = limits.TILE_SIDE_PIXELS
    return read.whole("x", -side, side, 0), read.whole("y", -side, side, 0)


def _labels(node: Node, name: str, file: Place, faults: Faults) -> dict[int, str]:
    labels = {}
    for tile in node.all("tile"):
        place = Place(file.file, tile.line)
        number = Attributes(tile, place, faults).whole("id", 0, limits.TILES_PER_TILESET)
        label = given(tile).get(name)
        if label is not None:
            labels[number] = label.text[:64]
    return labels


def _check_fit(tileset: Tileset, size: tuple[int, int], place: Place, faults: Faults) -> None:
    rows = -(-tileset.count // tileset.columns)
    for length, across, there, axis in (
        (tileset.tile_width, tileset.columns, size[0], "wide"),
        (tileset.tile_height, rows, size[1], "high"),
    ):
        needed = 2 * tileset.margin + across * (length + tileset.spacing) - tileset.spacing
        if needed - tileset.margin > there:
            faults.add("M041", place, f"a picture {there} pixels {axis}", f"{needed} for {across} tiles")
