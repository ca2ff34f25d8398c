"""The plain draw items: text, icons, boxes, lines, pictures and groups of them. All lengths are pixels."""

from typing import Literal

import msgspec

from game.client.geometry import Rect, Spot
from game.client.theme import Colour, Face
from game.client.units import Units

Anchor = Literal["tl", "mt", "tr", "ml", "c", "mr", "bl", "mb", "br"]
"""Which point of a thing is given: top, middle, bottom; left, middle, right; `c` is the centre."""


class Text(msgspec.Struct, frozen=True, cache_hash=True):
    """One line of text with its anchor at x, y. `shadow` sets it off from a bright ground."""

    x: int
    y: int
    text: str
    face: Face
    colour: Colour
    anchor: Anchor = "tl"
    shadow: bool = False


class Icon(msgspec.Struct, frozen=True, cache_hash=True):
    """A picture sign in one colour, `size` pixels high and wide, centred at x, y."""

    x: int
    y: int
    name: str
    size: int
    colour: Colour


class Fill(msgspec.Struct, frozen=True, cache_hash=True):
    """A box with round corners. Alpha 0..255; `border` is a line of `width` just inside."""

    rect: Rect
    colour: Colour
    alpha: int = 255
    radius: int = 0
    border: Colour | None = None
    width: int = 1


class CutBox(msgspec.Struct, frozen=True, cache_hash=True):
    """A box with its top left and bottom right corners cut: buttons, plates, rows."""

    rect: Rect
    cut: int
    colour: Colour
    alpha: int = 255
    border: Colour | None = None
    width: float = 1.0


class Panel(msgspec.Struct, frozen=True, cache_hash=True):
    """A panel's ground: lighter in its top fifth, hairline, and an accent bracket at the cut corner.

    `accent` is the colour of what the panel is about; `bracket` leaves the accent away if False.
    """

    rect: Rect
    accent: Colour
    fill: Colour
    line: Colour
    cut: int = 10
    alpha: int = 245
    bracket: bool = True


class Dotted(msgspec.Struct, frozen=True, cache_hash=True):
    """The row of dots under a number that opens, from x, y over `length`."""

    x: int
    y: int
    length: int
    colour: Colour


class Line(msgspec.Struct, frozen=True, cache_hash=True):
    """A line through `spots`, `width` pixels thick, smooth at its edges. `dash` is stroke and gap, or nothing."""

    spots: tuple[Spot, ...]
    colour: Colour
    width: float = 1.0
    closed: bool = False
    dash: tuple[float, float] | None = None
    casing: Colour | None = None


class Polygon(msgspec.Struct, frozen=True, cache_hash=True):
    """A filled area, smooth at its edges."""

    spots: tuple[Spot, ...]
    colour: Colour
    alpha: int = 255
    border: Colour | None = None
    width: float = 1.0


class Disc(msgspec.Struct, frozen=True, cache_hash=True):
    """A circle, filled with `colour` if given, with a `border` if given."""

    x: int
    y: int
    radius: float
    colour: Colour | None = None
    border: Colour | None = None
    width: float = 1.0


class Image(msgspec.Struct, frozen=True, cache_hash=True):
    """A shipped picture scaled into `rect`; `path` is relative to the assets, `light` dims it (0..1)."""

    rect: Rect
    path: str
    light: float = 1.0


class Glow(msgspec.Struct, frozen=True, cache_hash=True):
    """Light that a box throws around itself, `reach` pixels wide. Only the call and the selection may have one."""

    rect: Rect
    colour: Colour
    reach: int


class Shadow(msgspec.Struct, frozen=True, cache_hash=True):
    """The soft dark that a raised box leaves on what lies under it, `reach` pixels wide."""

    rect: Rect
    reach: int


class Veil(msgspec.Struct, frozen=True, cache_hash=True):
    """Dims everything drawn so far inside `rect` to `light` (0..1) of itself."""

    rect: Rect
    light: float


class Gradient(msgspec.Struct, frozen=True, cache_hash=True):
    """An opaque ground from `top` to `bottom`."""

    rect: Rect
    top: Colour
    bottom: Colour


class Clip(msgspec.Struct, frozen=True, cache_hash=True):
    """Items of which only what lies in `rect` shows. Drawn afresh each time."""

    rect: Rect
    items: tuple[msgspec.Struct, ...]


class Scaled(msgspec.Struct, frozen=True):
    """Items of a screen that is drawn at a smaller scale than the player's own, for want of room: so are their strokes."""

    units: Units
    items: tuple[msgspec.Struct, ...]


class Group(msgspec.Struct, frozen=True, cache_hash=True):
    """Items kept as one picture: drawn once, then only copied. What lies outside `rect` is cut off.

    `shift` moves the finished picture and `opacity` (0..1) fades it, without drawing it anew: for movement.
    """

    rect: Rect
    items: tuple[msgspec.Struct, ...]
    shift: tuple[int, int] = (0, 0)
    opacity: float = 1.0


Item = msgspec.Struct
"""Anything the drawing layer has a painter for; it refuses what it has none for, by name."""
