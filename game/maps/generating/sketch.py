"""A city drawn in full, before it is written down."""

from msgspec import Struct

from game.maps.generating.canvas import Cell
from game.maps.generating.looks import Looks
from game.maps.generating.owners import Owners
from game.maps.generating.request import Request
from game.maps.generating.streets import Way
from game.rules.city import City


class Sketch(Struct, frozen=True):
    """A request and what came of it. Districts are counted as in `city.districts`, which is not sorted yet."""

    request: Request
    city: City
    owners: Owners
    middles: tuple[Cell, ...]
    ways: tuple[Way, ...]
    looks: Looks
