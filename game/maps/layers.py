"""Tile layers: which tile lies in each cell."""

import base64
import binascii
import re
import struct
import zlib
from typing import Final

from msgspec import Struct

from game.maps import limits
from game.maps.faults import Faults, Place
from game.maps.numbers import Attributes
from game.maps.schema import REGIONS
from game.maps.tilesets import Tileset
from game.maps.xmltree import Node

_CSV: Final = re.compile(r"\s*\d{1,10}(\s*,\s*\d{1,10})*\s*", re.ASCII)
_WINDOWS: Final = {"zlib": 15, "gzip": 31}
_FLIPS: Final = 0xE0000000
_AS_DRAWN: Final = (
    ("opacity", ("1",)),
    ("offsetx", ("0",)),
    ("offsety", ("0",)),
    ("parallaxx", ("1",)),
    ("parallaxy", ("1",)),
    ("tintcolor", ("", "#ffffff")),
)


class TileLayer(Struct, frozen=True):
    """A tile layer as the file has it: `gids` row by row, 0 for an empty cell, with Tiled's flip bits."""

    name: str
    width: int
    is_visible: bool
    gids: tuple[int, ...]


def read_layers(
    nodes: list[Node], size: tuple[int, int], tilesets: tuple[Tileset, ...], file: Place, faults: Faults
) -> tuple[TileLayer, ...]:
    """Return the tile layers in the order of the file, every gid in a tileset (M032..M036)."""
    if len(nodes) > limits.TILE_LAYERS:
        raise faults.fatal("M035", file, f"{len(nodes)} tile layers", f"at most {limits.TILE_LAYERS}")
    found = [_read(node, size, layer_place(node, file), faults) for node in nodes]
    for node, layer in zip(nodes, found, strict=True):
        if layer:
            _check_gids(layer, tilesets, layer_place(node, file), faults)
    return tuple(layer for layer in found if layer)


def plain_gid(gid: int) -> int:
    """Return a gid without its flip bits."""
    return gid & ~_FLIPS


def layer_place(node: Node, file: Place) -> Place:
    """Place of a layer in a file."""
    return Place(file.file, node.line, node.attributes.get("name", "")[:64])


def check_as_drawn(node: Node, place: Place, faults: Faults) -> None:
    """Note M036 if Tiled shows the layer shifted, faded, tinted or with parallax."""
    read = Attributes(node, place, faults)
    odd = [name for name, neutral in _AS_DRAWN if not read.is_neutral(name, neutral)]
    if odd:
        faults.add("M036", place, ", ".join(odd), "none of it")


def _read(node: Node, size: tuple[int, int], place: Place, faults: Faults) -> TileLayer | None:
    read = Attributes(node, place, faults)
    own = (read.whole("width", 0, 10_000), read.whole("height", 0, 10_000))
    if own != size:
        faults.add("M032", place, f"{own[0]} x {own[1]} tiles", f"{size[0]} x {size[1]}")
        return None
    if place.layer != REGIONS:
        # Whoever paints regions looks through them; the game never draws them.
        check_as_drawn(node, place, faults)
    data = node.first("data")
    if data is None:
        faults.add("M027", place, "a layer without data", "data")
        return None
    gids = _gids(data, size[0] * size[1])
    if isinstance(gids, str):
        faults.add(
            "M033", Place(place.file, data.line, place.layer), gids, f"{size[0] * size[1]} tile numbers"
        )
        return None
    return TileLayer(place.layer, size[0], read.is_neutral("visible", ("1",)), gids)


def _gids(data: Node, count: int) -> tuple[int, ...] | str:
    """Return the numbers of a layer, or a phrase saying what was found instead."""
    encoding, packing = data.attributes.get("encoding"), data.attributes.get("compression", "")
    if encoding == "csv" and not packing:
        return _from_csv(data.text, count)
    if encoding == "base64" and packing in ("", *_WINDOWS):
        return _from_base64(data.text, packing, count)
    return f"encoding {encoding or 'XML'} with compression {packing or 'none'}"[:80]


def _from_csv(text: str, count: int) -> tuple[int, ...] | str:
    commas = text.count(",")
    if commas != count - 1:
        return f"{commas + 1} numbers"
    if not _CSV.fullmatch(text):
        return "text that is no list of numbers"
    gids = tuple(map(int, text.split(",")))
    return gids if max(gids) < 1 << 32 else "a number of more than 32 bits"


def _from_base64(text: str, packing: str, count: int) -> tuple[int, ...] | str:
    try:
        raw = base64.b64decode(text.strip(), validate=True)
        if packing:
            raw = zlib.decompressobj(_WINDOWS[packing]).decompress(raw, 4 * count + 1)
    except (binascii.Error, zlib.error, ValueError) as error:
        return f"data that cannot be unpacked ({error})"
    if len(raw) != 4 * count:
        return f"{len(raw)} bytes or more" if len(raw) > 4 * count else f"{len(raw)} bytes"
    return struct.unpack(f"<{count}I", raw)


def _check_gids(layer: TileLayer, tilesets: tuple[Tileset, ...], place: Place, faults: Faults) -> None:
    for gid in sorted(set(layer.gids) - {0}):
        plain = plain_gid(gid)
        if not any(tileset.first <= plain < tileset.first + tileset.count for tileset in tilesets):
            cell = layer.gids.index(gid)
            found = f"tile {plain} at {cell % layer.width},{cell // layer.width}"
            faults.add("M034", place, found, "a tile of the map's tilesets")
            return
