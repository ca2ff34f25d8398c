"""Painting with soft masks: the tool behind the portraits.

A mask is a float32 plane of 0..1 over the whole picture; shapes are cut, joined and blurred as masks and then filled.
Coordinates are hundredths of the picture's side, y down.
"""

import math
from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from canvas import Point
from numpy.typing import NDArray
from palette import Colour
from PIL import Image, ImageDraw, ImageFilter

Mask: TypeAlias = NDArray[np.float32]


class Painter:
    """An opaque square picture of `size` final pixels, painted at `factor` times that."""

    def __init__(self, size: int, factor: int = 4) -> None:
        self.size, self.side = size, size * factor
        self.unit = self.side / 100
        self.plane = np.zeros((self.side, self.side, 3), np.float32)

    def area(self, points: Sequence[Point], rounds: int = 3) -> Mask:
        """The inside of a closed outline, its corners rounded off `rounds` times."""
        picture = self._blank()
        outline = [(x * self.unit, y * self.unit) for x, y in rounded(points, rounds)]
        ImageDraw.Draw(picture).polygon(outline, fill=255)
        return _plane(picture)

    def disc(self, centre: Point, radii: Point) -> Mask:
        """The inside of an ellipse."""
        picture, (x, y), (across, down) = self._blank(), centre, radii
        box = [
            (x - across) * self.unit,
            (y - down) * self.unit,
            (x + across) * self.unit,
            (y + down) * self.unit,
        ]
        ImageDraw.Draw(picture).ellipse(box, fill=255)
        return _plane(picture)

    def brush(self, points: Sequence[Point], width: float, taper: tuple[float, float] = (0.15, 0.0)) -> Mask:
        """A stroke along a smooth curve; `taper` is the share of the width left at its start and end."""
        return self.strokes([points], width, taper)

    def strokes(
        self, curves: Sequence[Sequence[Point]], width: float, taper: tuple[float, float] = (0.15, 0.0)
    ) -> Mask:
        """Several strokes of the same width in one mask."""
        picture = self._blank()
        draw = ImageDraw.Draw(picture)
        for curve in curves:
            outline = _ribbon(curve_through(curve), width, taper)
            draw.polygon([(x * self.unit, y * self.unit) for x, y in outline], fill=255)
        return _plane(picture)

    def soft(self, mask: Mask, radius: float) -> Mask:
        """The mask blurred by a radius in hundredths."""
        picture = Image.fromarray((mask * 255).astype(np.uint8), "L")
        return _plane(picture.filter(ImageFilter.GaussianBlur(radius * self.unit)))

    def moved(self, mask: Mask, across: float, down: float) -> Mask:
        """The mask shifted, empty where nothing comes in."""
        right, low = round(across * self.unit), round(down * self.unit)
        fresh = np.zeros_like(mask)
        high, wide = mask.shape
        fresh[max(0, low) : high + min(0, low), max(0, right) : wide + min(0, right)] = mask[
            max(0, -low) : high - max(0, low), max(0, -right) : wide - max(0, right)
        ]
        return fresh

    def edge(self, mask: Mask, across: float, down: float, soften: float = 0.5) -> Mask:
        """The part of the mask near the edge that looks towards (`across`, `down`), as wide as that is long."""
        inner = self.moved(mask, -across, -down)
        return np.asarray(self.soft(np.clip(mask - inner, 0, 1), soften) * mask, np.float32)

    def fill(self, mask: Mask, colour: Colour, alpha: float = 1.0) -> None:
        """Paint a colour through a mask."""
        high, wide = np.nonzero(mask.max(axis=1))[0], np.nonzero(mask.max(axis=0))[0]
        if not high.size:
            return
        rows, columns = slice(high[0], high[-1] + 1), slice(wide[0], wide[-1] + 1)
        cover = mask[rows, columns, None] * alpha
        window = self.plane[rows, columns]
        window += (np.array(colour, np.float32) - window) * cover

    def glow(self, mask: Mask, colour: Colour, alpha: float = 1.0) -> None:
        """Add light of a colour through a mask."""
        self.plane += mask[..., None] * np.array(colour, np.float32) * alpha

    def finish(self, frame: tuple[float, float, float, float] = (0, 0, 100, 100)) -> Image.Image:
        """The picture at its final size, cut to `frame`: left, top, right, bottom in hundredths, square."""
        whole = Image.fromarray(np.clip(self.plane, 0, 255).round().astype(np.uint8), "RGB")
        left, top, right, bottom = (round(edge * self.unit) for edge in frame)
        return whole.crop((left, top, right, bottom)).resize((self.size, self.size), Image.Resampling.LANCZOS)

    def _blank(self) -> Image.Image:
        return Image.new("L", (self.side, self.side), 0)


def rounded(points: Sequence[Point], rounds: int) -> list[Point]:
    """Round a closed outline off by cutting its corners again and again."""
    outline = list(points)
    for _ in range(rounds):
        following = [*outline[1:], outline[0]]
        outline = [
            (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
            for a, b in zip(outline, following, strict=True)
            for share in (0.25, 0.75)
        ]
    return outline


def curve_through(points: Sequence[Point], steps: int = 10) -> list[Point]:
    """A Catmull-Rom curve through open points."""
    if len(points) < 3:
        return list(points)
    ends = [points[0], *points, points[-1]]
    curve: list[Point] = []
    for index in range(len(points) - 1):
        a, b, c, d = ends[index : index + 4]
        for step in range(steps):
            t = step / steps
            x, y = (_blend(a[axis], b[axis], c[axis], d[axis], t) for axis in (0, 1))
            curve.append((x, y))
    return [*curve, points[-1]]


def between(first: Sequence[Point], second: Sequence[Point], share: float) -> list[Point]:
    """The curve that lies `share` of the way from one guide to another with as many points."""
    return [
        (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
        for a, b in zip(first, second, strict=True)
    ]


def _blend(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)


def _ribbon(curve: Sequence[Point], width: float, taper: tuple[float, float]) -> list[Point]:
    left: list[Point] = []
    right: list[Point] = []
    last = len(curve) - 1
    for index, (x, y) in enumerate(curve):
        before, after = curve[max(0, index - 1)], curve[min(last, index + 1)]
        length = math.hypot(after[0] - before[0], after[1] - before[1]) or 1.0
        normal = ((before[1] - after[1]) / length, (after[0] - before[0]) / length)
        share = index / max(1, last)
        swell = math.sin(math.pi * share)
        end = taper[0] * (1 - share) + taper[1] * share
        half = width / 2 * (end + (1 - end) * swell)
        left.append((x + normal[0] * half, y + normal[1] * half))
        right.append((x - normal[0] * half, y - normal[1] * half))
    return left + right[::-1]


def _plane(picture: Image.Image) -> Mask:
    return np.asarray(picture, np.float32) / np.float32(255)
