"""City maps: reading and checking folders that Tiled opens, from anybody, safely."""

from game.maps.art import ArtLandmark, ArtLayer, ArtTile, ArtTileset, MapArt
from game.maps.faults import Fault, MapRefused, Place
from game.maps.manifest import Manifest
from game.maps.reader import CheckedMap, LoadedMap, check, load
from game.maps.shelf import find, official

__all__ = [
    "ArtLandmark",
    "ArtLayer",
    "ArtTile",
    "ArtTileset",
    "CheckedMap",
    "Fault",
    "LoadedMap",
    "Manifest",
    "MapArt",
    "MapRefused",
    "Place",
    "check",
    "find",
    "load",
    "official",
]
