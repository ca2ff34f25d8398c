"""The sign inside each faction's emblem: open smile, molar, two masks, house.

Each glyph is an alpha mask (mode L) drawn at four times its size on a square; unit coordinates run from -1 to 1.
"""

import math
from collections.abc import Callable

import numpy as np
from canvas import SCALE, Point
from PIL import Image, ImageDraw


class Stencil:
    """A square mask in which shapes are added or cut out."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.image = Image.new("L", (size * SCALE, size * SCALE), 0)
        self._draw = ImageDraw.Draw(self.image)

    def polygon(self, points: list[Point], fill: int = 255) -> None:
        """Fill a polygon; 0 cuts out."""
        self._draw.polygon([self._place(point) for point in points], fill=fill)

    def disc(self, centre: Point, radii: Point, fill: int = 255) -> None:
        """Fill an ellipse; 0 cuts out."""
        (left, top) = self._place((centre[0] - radii[0], centre[1] - radii[1]))
        (right, bottom) = self._place((centre[0] + radii[0], centre[1] + radii[1]))
        self._draw.ellipse((left, top, right, bottom), fill=fill)

    def stroke(self, points: list[Point], width: float, fill: int = 255) -> None:
        """Draw a line with round ends; `width` in units."""
        placed = [self._place(point) for point in points]
        self._draw.line(placed, fill=fill, width=round(width * self.size * SCALE / 2), joint="curve")
        for end in (points[0], points[-1]):
            self.disc(end, (width / 2, width / 2), fill)

    def finish(self) -> Image.Image:
        """The mask at its final size."""
        return self.image.resize((self.size, self.size), Image.Resampling.BOX)

    def _place(self, point: Point) -> Point:
        half = self.size * SCALE / 2
        return half + point[0] * half, half + point[1] * half


def glyph(owner: str, size: int) -> Image.Image:
    """The glyph of `owner` as a mask of `size` pixels a side."""
    stencil = Stencil(size)
    GLYPHS[owner](stencil)
    return stencil.finish()


def _curve(centre: Point, radii: Point, start: float, end: float, count: int = 40) -> list[Point]:
    angles = np.radians(np.linspace(start, end, count))
    return [(centre[0] + radii[0] * math.cos(a), centre[1] + radii[1] * math.sin(a)) for a in angles]


def _smile(stencil: Stencil) -> None:
    """An open, speaking mouth with its upper teeth, and two eyes."""
    stencil.polygon(_curve((0, 0.04), (0.62, 0.62), 0, 180))
    for side in (-1, 1):
        stencil.disc((side * 0.56, 0.08), (0.09, 0.09))
        stencil.disc((side * 0.28, -0.34), (0.13, 0.17))
    stencil.polygon([(-0.46, 0.14), (0.46, 0.14), (0.36, 0.27), (-0.36, 0.27)], 0)


def _molar(stencil: Stencil) -> None:
    """A tooth with two cusps and two roots."""
    right: list[Point] = [
        (0, -0.4), (0.12, -0.5), (0.3, -0.57), (0.48, -0.5), (0.57, -0.33), (0.56, -0.12), (0.49, 0.1),
        (0.44, 0.34), (0.37, 0.58), (0.29, 0.64), (0.21, 0.58), (0.16, 0.36), (0.1, 0.2), (0, 0.14),
    ]  # fmt: skip
    left = [(-x, y) for x, y in reversed(right)]
    stencil.polygon(_smooth(right + left))
    stencil.stroke(_curve((0.24, -0.2), (0.16, 0.18), -80, 10), 0.09, 0)


def _masks(stencil: Stencil) -> None:
    """One mask that laughs before one that muses."""
    _mask(stencil, (0.25, -0.14), glad=False)
    _mask(stencil, (-0.2, 0.08), glad=True, moat=True)


def _mask(stencil: Stencil, at: Point, *, glad: bool, moat: bool = False) -> None:
    def face(grow: float) -> list[Point]:
        half: list[Point] = [(0, -0.4), (0.24, -0.46), (0.42, -0.4), (0.42, 0.0), (0.3, 0.34), (0, 0.54)]
        ring = half + [(-x, y) for x, y in reversed(half[1:-1])]
        return [(at[0] + x * grow, at[1] + y * grow) for x, y in _smooth(ring)]

    if moat:
        stencil.polygon(face(1.2), 0)
    stencil.polygon(face(1.0))
    for side in (-1, 1):
        brow = _curve((at[0] + side * 0.19, at[1] - 0.13), (0.12, 0.1), 190, 350)
        stencil.polygon(brow, 0)
    radii = (0.22, 0.24) if glad else (0.18, 0.16)
    span = (0, 180) if glad else (180, 360)
    stencil.polygon(_curve((at[0], at[1] + (0.08 if glad else 0.3)), radii, *span), 0)


def _house(stencil: Stencil) -> None:
    stencil.polygon(
        [
            (0, -0.62),
            (0.66, -0.04),
            (0.44, -0.04),
            (0.44, 0.52),
            (-0.44, 0.52),
            (-0.44, -0.04),
            (-0.66, -0.04),
        ]
    )
    stencil.polygon([(-0.13, 0.52), (-0.13, 0.16), (0.13, 0.16), (0.13, 0.52)], 0)


def _smooth(points: list[Point], rounds: int = 3) -> list[Point]:
    """Round a closed outline off by cutting its corners."""
    for _ in range(rounds):
        following = [*points[1:], points[0]]
        points = [
            (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
            for a, b in zip(points, following, strict=True)
            for share in (0.25, 0.75)
        ]
    return points


GLYPHS: dict[str, Callable[[Stencil], None]] = {"sra": _smile, "occ": _molar, "ca": _masks, "res": _house}
