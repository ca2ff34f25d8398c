"""A picture drawn at four times its size in two layers: what is lit, and what gives light.

Both layers are premultiplied float32 of shape (height, width, 4), values 0..255. The light layer is laid over the
base after its own glow. Everything is composited through a mask, so that translucent shapes really mix.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from palette import Colour
from PIL import Image, ImageDraw, ImageFilter

Point: TypeAlias = tuple[float, float]
Plane: TypeAlias = NDArray[np.float32]

SCALE = 4


@dataclass(frozen=True)
class Ink:
    """A colour, how much it covers (0..1), and whether it gives light."""

    colour: Colour
    alpha: float = 1.0
    light: bool = False


class Canvas:
    """A drawing surface of `width` x `height` final pixels; all coordinates are final pixels."""

    def __init__(self, width: int, height: int, factor: int = SCALE) -> None:
        self.width, self.height, self.factor = width, height, factor
        shape = (height * factor, width * factor, 4)
        self.base: Plane = np.zeros(shape, np.float32)
        self.light: Plane = np.zeros(shape, np.float32)

    def polygon(self, points: Sequence[Point], ink: Ink) -> None:
        """Fill a polygon of three points or more."""
        scaled = [(x * self.factor, y * self.factor) for x, y in points]
        self._paint(_bounds(scaled, 1), ink, lambda draw, move: draw.polygon(move(scaled), fill=255))

    def line(self, points: Sequence[Point], ink: Ink, width: float = 0.8) -> None:
        """Draw a line through the points with round joints."""
        scaled = [(x * self.factor, y * self.factor) for x, y in points]
        pen = max(1, round(width * self.factor))
        self._paint(
            _bounds(scaled, pen + 1),
            ink,
            lambda draw, move: draw.line(move(scaled), fill=255, width=pen, joint="curve"),
        )

    def ellipse(self, centre: Point, radii: Point, ink: Ink) -> None:
        """Fill an ellipse."""
        box = self._box(centre, radii)
        self._paint(_bounds(box, 1), ink, lambda draw, move: draw.ellipse(_flat(move(box)), fill=255))

    def ring(self, centre: Point, radii: Point, ink: Ink, width: float = 0.8, span: Point = (0, 360)) -> None:
        """Draw an elliptic arc; `span` in degrees, clockwise from the right."""
        box, pen = self._box(centre, radii), max(1, round(width * self.factor))
        self._paint(
            _bounds(box, pen),
            ink,
            lambda draw, move: draw.arc(_flat(move(box)), span[0], span[1], fill=255, width=pen),
        )

    def finish(self, glow: float = 1.6, gain: float = 1.35) -> Image.Image:
        """Return the scaled-down picture as RGBA; `glow` is the radius of the light's bloom in final pixels."""
        bloom = _blur(self.light, glow * self.factor) * gain
        bloom += _blur(self.light, glow * 3 * self.factor) * (gain * 0.5)
        bloom = np.clip(bloom, 0, 255)
        bloom[..., 3] *= 0.7
        whole = self.base * (1 - bloom[..., 3:] / 255 * 0.6) + bloom
        whole = np.clip(whole * (1 - self.light[..., 3:] / 255) + self.light, 0, 255)
        return straight(shrink(whole, self.factor))

    def _box(self, centre: Point, radii: Point) -> list[Point]:
        (x, y), (across, down), factor = centre, radii, self.factor
        return [((x - across) * factor, (y - down) * factor), ((x + across) * factor, (y + down) * factor)]

    def _paint(
        self,
        bounds: tuple[int, int, int, int],
        ink: Ink,
        draw: Callable[[ImageDraw.ImageDraw, Callable[[Sequence[Point]], list[Point]]], None],
    ) -> None:
        high, wide = self.base.shape[:2]
        left, top, right, bottom = bounds
        left, top, right, bottom = max(0, left), max(0, top), min(wide, right), min(high, bottom)
        if right <= left or bottom <= top:
            return
        mask = Image.new("L", (right - left, bottom - top), 0)
        draw(ImageDraw.Draw(mask), lambda points: [(x - left, y - top) for x, y in points])
        cover = np.asarray(mask, np.float32)[..., None] * (ink.alpha / 255)
        layer = self.light if ink.light else self.base
        if not ink.light:
            # What is drawn later stands in front and hides the light behind it.
            self.light[top:bottom, left:right] *= 1 - cover
        window = layer[top:bottom, left:right]
        window *= 1 - cover
        window += cover * np.array([*ink.colour, 255], np.float32)


def shrink(plane: Plane, factor: int) -> Plane:
    """Average blocks of `factor` x `factor` values."""
    high, wide, depth = plane.shape
    blocks = plane.reshape(high // factor, factor, wide // factor, factor, depth)
    return np.asarray(blocks.mean(axis=(1, 3)), np.float32)


def straight(plane: Plane) -> Image.Image:
    """Turn premultiplied values into an ordinary RGBA picture."""
    alpha = np.clip(plane[..., 3:], 1, 255)
    colour = np.clip(plane[..., :3] * 255 / alpha, 0, 255)
    return Image.fromarray(np.concatenate([colour, plane[..., 3:]], axis=2).round().astype(np.uint8), "RGBA")


def arc_points(centre: Point, radii: Point, span: Point, count: int = 48) -> list[Point]:
    """Points along an elliptic arc; `span` in degrees, clockwise from the right."""
    angles = [math.radians(span[0] + (span[1] - span[0]) * step / count) for step in range(count + 1)]
    return [(centre[0] + radii[0] * math.cos(a), centre[1] + radii[1] * math.sin(a)) for a in angles]


def _flat(box: Sequence[Point]) -> tuple[float, float, float, float]:
    return box[0][0], box[0][1], box[1][0], box[1][1]


def _bounds(points: Sequence[Point], margin: float) -> tuple[int, int, int, int]:
    across, down = [x for x, _ in points], [y for _, y in points]
    return (
        math.floor(min(across) - margin),
        math.floor(min(down) - margin),
        math.ceil(max(across) + margin) + 1,
        math.ceil(max(down) + margin) + 1,
    )


def _blur(plane: Plane, radius: float) -> Plane:
    """Blur at a quarter of the resolution: the same look at a sixteenth of the work."""
    small = shrink(plane, 4)
    picture = Image.fromarray(np.clip(small, 0, 255).astype(np.uint8), "RGBA")
    soft = picture.filter(ImageFilter.GaussianBlur(radius / 4)).resize(
        (plane.shape[1], plane.shape[0]), Image.Resampling.BILINEAR
    )
    return np.asarray(soft).astype(np.float32)
