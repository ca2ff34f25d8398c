"""How large a map may be (maps format 1). Bytes unless a name says otherwise."""

from typing import Final

TMX_BYTES: Final = 8 << 20
TSX_BYTES: Final = 1 << 20
MANIFEST_BYTES: Final = 64 << 10
PNG_BYTES: Final = 16 << 20
FOLDER_BYTES: Final = 32 << 20
ZIP_BYTES: Final = 8 << 20
ENTRIES: Final = 200

XML_DEPTH: Final = 16
XML_ELEMENTS: Final = 65_536
TAG_BYTES: Final = 512 << 10
ATTRIBUTE_CHARACTERS: Final = 64 << 10

MAP_SIDE_TILES: Final = 256
TILE_SIDE_PIXELS: Final = 512
PNG_SIDE_PIXELS: Final = 4096
TILE_LAYERS: Final = 16
TILESETS: Final = 32
TILES_PER_TILESET: Final = 65_536
OBJECTS: Final = 2000
POLYGON_POINTS: Final = 400

CORNERS: Final = 2000
"""Corners of all districts together; keeps the check of a hostile drawing inside its second."""

DISTRICTS: Final = (2, 64)
OBJECTS_IN_LAYER: Final = {"districts": 64, "links": 256, "sites": 64, "starts": 64, "scenario": 200}
"""How many objects of a layer are read; each is compared with every corner of every district."""

SEATS: Final = 6
FAULTS: Final = 50

SHORTEST_SIDE_TILES: Final = 2
SMALLEST_DISTRICT_TILES: Final = 4
LARGEST_OVERLAP_TILES: Final = 1
