"""The draw items with a meaning of the game: emblems, portraits, bars, pins, signs, the small map."""

from typing import Literal

import msgspec

from game.client.geometry import Rect, Spot
from game.client.theme import Banner, Colour, Stroke

Badge = Literal["none", "given", "waiting"]
"""At a leader's portrait: an order is given (tick), or none yet (three dots)."""

SignKind = Literal["tick", "cross", "up", "down", "left", "right", "dots", "diamond", "caret"]


class Emblem(msgspec.Struct, frozen=True, cache_hash=True):
    """A faction's shape and glyph around x, y; `radius` is the shape's. Unfilled is an outline on dark."""

    x: int
    y: int
    banner: Banner
    radius: int
    filled: bool = True
    light: float = 1.0


class Portrait(msgspec.Struct, frozen=True, cache_hash=True):
    """A leader's bust in its faction's shape. `picture` is a key of the portraits; `ring` replaces the line's colour."""

    x: int
    y: int
    picture: str
    banner: Banner
    radius: int
    ring: Colour | None = None
    badge: Badge = "none"
    light: float = 1.0


class Marker(msgspec.Struct, frozen=True, cache_hash=True):
    """A faction's bare shape: a point of a chart, a seat in the hall, a dot on the small map."""

    x: int
    y: int
    banner: Banner
    radius: float
    ringed: bool = True


class Bar(msgspec.Struct, frozen=True, cache_hash=True):
    """Shares side by side, hatched: (banner, parts) in seat order, residents last. `muted` is for now beside then.

    The parts may add up to anything above 0; the widths add up to the bar.
    """

    rect: Rect
    parts: tuple[tuple[Banner, int], ...]
    muted: float = 0.0
    gap: int = 2


class Meter(msgspec.Struct, frozen=True, cache_hash=True):
    """A level, 0..1, with a mark where something changes and a ghost of the level before."""

    rect: Rect
    level: float
    colour: Colour
    mark: float | None = None
    ghost: float | None = None
    hatched: bool = False


class LeanBar(msgspec.Struct, frozen=True, cache_hash=True):
    """A knob left or right of the middle: -1..1."""

    rect: Rect
    lean: float


class Whisker(msgspec.Struct, frozen=True, cache_hash=True):
    """Floor and ceiling with the expected value as a diamond; all three are 0..1 of the width of `rect`."""

    rect: Rect
    floor: float
    ceiling: float
    expected: float


class Sign(msgspec.Struct, frozen=True, cache_hash=True):
    """A small drawn sign, centred at x, y; `size` is half its height."""

    x: int
    y: int
    kind: SignKind
    size: int
    colour: Colour


class Pin(msgspec.Struct, frozen=True, cache_hash=True):
    """The stem and foot a token stands on: x, y is the place on the ground it means."""

    x: int
    y: int
    colour: Colour
    height: int


class Rings(msgspec.Struct, frozen=True, cache_hash=True):
    """Rings on the ground under the selected leader; `swell` 0..1 is where the pulse stands."""

    x: int
    y: int
    colour: Colour
    radius: int
    swell: float = 0.0


class ChartLine(msgspec.Struct, frozen=True, cache_hash=True):
    """A line of a chart in its faction's stroke."""

    spots: tuple[Spot, ...]
    colour: Colour
    stroke: Stroke
    width: float


class MiniDistrict(msgspec.Struct, frozen=True, cache_hash=True):
    """A district on the small map: its colour, the second colour where contested, whether in reach."""

    colour: Colour
    second: Colour | None = None
    lit: bool = True


class MiniMap(msgspec.Struct, frozen=True, cache_hash=True):
    """The city as a small diamond. `cells` holds rows of district numbers (-1: none), `width` cells a row.

    `view` is the camera's frame in pixels of the window, if it is to be shown; `dots` are x, y, colour.
    """

    rect: Rect
    cells: tuple[int, ...]
    width: int
    districts: tuple[MiniDistrict, ...]
    selected: int | None = None
    view: Rect | None = None
    dots: tuple[tuple[int, int, Colour], ...] = ()
