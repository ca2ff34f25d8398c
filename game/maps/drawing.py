"""From a checked map to its looks, the tile layers read by pytmx from a canonical tree of our own."""

from collections.abc import Sequence
from pathlib import Path
from typing import cast
from xml.etree.ElementTree import Element, SubElement

from pytmx import TiledMap

from game.maps import shapes
from game.maps.art import ArtLandmark, ArtLayer, ArtTile, ArtTileset, MapArt, TileRows
from game.maps.districts import Area
from game.maps.document import Document
from game.maps.layers import TileLayer
from game.maps.meaning import Meaning
from game.maps.numbers import SUBDIVISION
from game.maps.schema import REGIONS
from game.maps.tilesets import Tileset


def draw(document: Document, meaning: Meaning, root: Path) -> MapArt:
    """Return the looks of a checked map; `root` is its folder, for the paths of pictures."""
    layers = [
        layer
        for layer in document.layers
        if layer.is_visible and layer.name != REGIONS and layer.name[:1] != "_"
    ]
    tiled = TiledMap()
    tiled.parse_xml(_canonical(document, layers))
    tiles, places = _tiles(tiled, document.tilesets)
    return MapArt(
        orientation=document.orientation,
        width=document.size[0],
        height=document.size[1],
        tile_width=document.tile[0],
        tile_height=document.tile[1],
        tilesets=tuple(_tileset(tileset, root) for tileset in document.tilesets),
        tiles=tiles,
        layers=tuple(
            ArtLayer(layer.name, tuple(tuple(places[gid] for gid in row) for row in read.data))
            for layer, read in zip(layers, tiled.layers, strict=True)
        ),
        district_of=_districts(meaning.areas, document.size),
        outlines=tuple(tuple(_in_tiles(point) for point in area.outline) for area in meaning.areas),
        landmarks=tuple(
            ArtLandmark(mark.kind, mark.district, _in_tiles(mark.at)) for mark in meaning.landmarks
        ),
    )


def _canonical(document: Document, layers: Sequence[TileLayer]) -> Element:
    """Return a map that holds nothing but numbers we checked: no names, no paths, csv only."""
    width, height = (str(side) for side in document.size)
    tile = {"tilewidth": str(document.tile[0]), "tileheight": str(document.tile[1])}
    root = Element("map", {"orientation": document.orientation, "width": width, "height": height, **tile})
    for number, layer in enumerate(layers):
        node = SubElement(root, "layer", {"name": f"layer{number}", "width": width, "height": height})
        SubElement(node, "data", {"encoding": "csv"}).text = ",".join(map(str, layer.gids))
    return root


def _tiles(tiled: TiledMap, tilesets: Sequence[Tileset]) -> tuple[tuple[ArtTile, ...], dict[int, int]]:
    """Return the tiles in use, and the place of each by pytmx's own number (0, an empty cell, at -1)."""
    tiles: list[ArtTile] = []
    places = {0: -1}
    for gid, flipped in tiled.gidmap.items():
        index = max(index for index, tileset in enumerate(tilesets) if tileset.first <= gid)
        local = gid - tilesets[index].first
        for number, flags in flipped:
            places[number] = len(tiles)
            flips = (flags.flipped_horizontally, flags.flipped_vertically, flags.flipped_diagonally)
            kind = tilesets[index].kinds.get(local, "")
            tiles.append(
                ArtTile(index, local, kind, cast("tuple[bool, bool, bool]", tuple(map(bool, flips))))
            )
    return tuple(tiles), places


def _tileset(tileset: Tileset, root: Path) -> ArtTileset:
    return ArtTileset(
        image=root / tileset.image,
        tile_width=tileset.tile_width,
        tile_height=tileset.tile_height,
        columns=tileset.columns,
        spacing=tileset.spacing,
        margin=tileset.margin,
        offset=tileset.offset,
        kinds=tileset.kinds,
    )


def _districts(areas: Sequence[Area], size: tuple[int, int]) -> TileRows:
    width, height = size
    rows = [[-1] * width for _ in range(height)]
    middle = SUBDIVISION // 2
    for index, area in enumerate(areas):
        spans = shapes.row_spans(area.outline, 0, SUBDIVISION * height)[middle::SUBDIVISION]
        for row, row_spans in zip(rows, spans, strict=True):
            for left, right in row_spans:
                # The first and last tile whose middle quarter cell lies in the span.
                start, end = -((middle - left) // SUBDIVISION), -((middle - right) // SUBDIVISION)
                row[start:end] = [index] * (end - start)
    return tuple(map(tuple, rows))


def _in_tiles(point: tuple[int, int]) -> tuple[float, float]:
    return point[0] / SUBDIVISION, point[1] / SUBDIVISION
