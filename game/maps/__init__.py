"""City maps: reading and checking folders that Tiled opens, from anybody, safely."""

from game.maps.art import ArtLandmark, ArtLayer, ArtTile, ArtTileset, MapArt
from game.maps.faults import Fault, MapRefused, Place
from game.maps.manifest import Manifest
from game.maps.reader import LoadedMap, load
from game.maps.shelf import find, official

__all__ = [
    "ArtLandmark",
    "ArtLayer",
    "ArtTile",
    "ArtTileset",
    "Fault",
    "LoadedMap",
    "Manifest",
    "MapArt",
    "MapRefused",
    "Place",
    "find",
    "load",
    "official",
]
