"""A city drawn in full, before it is written down."""

from msgspec import Struct

from game.maps.generating.canvas import Cell
from game.maps.generating.cover import Cover
from game.maps.generating.looks import Looks
from game.maps.generating.owners import Owners
from game.maps.generating.streets import Way
from game.rules.city import City

SHEETS = ("neon", "landmarks")
"""The sheets every map has."""


class Mark(Struct, frozen=True):
    """An object of the layer `scenario`: its class, its name, its properties, and the district it lies in."""

    of_class: str
    name: str
    facts: dict[str, str | int]
    district: int = 0


class Sketch(Struct, frozen=True):
    """A map to be written. Districts are counted as in `city.districts`, which need not be sorted yet.

    `side` is the length of the map's sides in tiles, `facts` are the map's own properties, `sheets` the
    official maps' tilesets it draws with.
    """

    cover: Cover
    side: int
    facts: dict[str, str | int]
    city: City
    owners: Owners
    middles: tuple[Cell, ...]
    ways: tuple[Way, ...]
    looks: Looks
    sheets: tuple[str, ...] = SHEETS
    scenario: tuple[Mark, ...] = ()
