"""A wide picture in three planes: what is there, how much of the ground it covers, and what gives light.

Coordinates are those of a 1280 x 720 screen; planes are drawn at four times that and reduced by two.
"""

from collections.abc import Sequence

import numpy as np
from canvas import Plane, Point
from palette import Colour
from PIL import Image, ImageDraw, ImageFilter


class Scene:
    """A drawing of `width` x `height` screen units that comes out at twice that in pixels."""

    def __init__(self, width: int, height: int, factor: int = 4) -> None:
        self.width, self.height, self.factor = width, height, factor
        size = (width * factor, height * factor)
        self._solid, self._light = Image.new("RGB", size), Image.new("RGB", size)
        self._cover = Image.new("L", size)
        self._pens = tuple(ImageDraw.Draw(plane, "RGBA") for plane in (self._solid, self._light))
        self._cover_pen = ImageDraw.Draw(self._cover)

    def polygon(
        self, points: Sequence[Point], colour: Colour, alpha: float = 1.0, *, light: bool = False
    ) -> None:
        """Fill a polygon; a solid one hides the light behind it."""
        scaled, strength = self._scaled(points), round(alpha * 255)
        if light:
            self._pens[1].polygon(scaled, fill=(*colour, strength))
            return
        self._pens[0].polygon(scaled, fill=(*colour, strength))
        self._pens[1].polygon(scaled, fill=(0, 0, 0, strength))
        if strength == 255:
            self._cover_pen.polygon(scaled, fill=255)

    def box(
        self,
        span: tuple[float, float, float, float],
        colour: Colour,
        alpha: float = 1.0,
        *,
        light: bool = False,
    ) -> None:
        """Fill an upright rectangle given as left, top, right, bottom."""
        left, top, right, bottom = span
        self.polygon([(left, top), (right, top), (right, bottom), (left, bottom)], colour, alpha, light=light)

    def line(self, points: Sequence[Point], colour: Colour, width: float, alpha: float = 1.0) -> None:
        """Draw a line of light."""
        pen = max(1, round(width * self.factor))
        self._pens[1].line(self._scaled(points), fill=(*colour, round(alpha * 255)), width=pen, joint="curve")

    def disc(self, centre: Point, radius: float, colour: Colour, alpha: float = 1.0) -> None:
        """Draw a disc of light."""
        (x, y), factor = centre, self.factor
        box = [((x - radius) * factor, (y - radius) * factor), ((x + radius) * factor, (y + radius) * factor)]
        self._pens[1].ellipse(box, fill=(*colour, round(alpha * 255)))

    def solid(self) -> Plane:
        """The colours of what is there, float32 of shape (2 x height, 2 x width, 3), 0..255."""
        return _reduced(self._solid)

    def light(self) -> Plane:
        """The light, in the same shape."""
        return _reduced(self._light)

    def cover(self) -> Plane:
        """How much is covered, 0..1, of shape (2 x height, 2 x width, 1)."""
        return _reduced(self._cover)[..., None] / np.float32(255)

    def _scaled(self, points: Sequence[Point]) -> list[Point]:
        return [(x * self.factor, y * self.factor) for x, y in points]


def bloom(light: Plane, radii: Sequence[tuple[float, float]]) -> Plane:
    """The glow around light: for each (radius in pixels, gain) a blurred copy, added up."""
    total = np.zeros_like(light)
    high, wide = light.shape[:2]
    for radius, gain in radii:
        step = 8 if radius > 24 else 4
        small = picture(light).resize((wide // step, high // step), Image.Resampling.BOX)
        soft = small.filter(ImageFilter.GaussianBlur(radius / step)).resize(
            (wide, high), Image.Resampling.BICUBIC
        )
        total += np.asarray(soft, np.float32) * gain
    return total


def picture(plane: Plane) -> Image.Image:
    """The plane as an RGB picture."""
    return Image.fromarray(np.clip(plane, 0, 255).round().astype(np.uint8), "RGB")


def gradient(stops: Sequence[tuple[float, Colour]], length: int) -> Plane:
    """Colours along a line of `length`, through stops of (place 0..1, colour); shape (length, 3)."""
    places = np.linspace(0, 1, length)
    channels = [
        np.interp(places, [at for at, _ in stops], [colour[axis] for _, colour in stops]) for axis in range(3)
    ]
    return np.stack(channels, axis=1).astype(np.float32)


def clouds(size: tuple[int, int], seed: int, octaves: Sequence[tuple[int, float]]) -> Plane:
    """Soft noise of 0..1 for a (width, height), added up from (cells across, weight)."""
    dice = np.random.default_rng(seed)
    total = np.zeros((size[1], size[0]), np.float32)
    for cells, weight in octaves:
        rows = max(2, cells * size[1] // size[0] * 2)
        grain = Image.fromarray((dice.random((rows, cells)) * 255).astype(np.uint8), "L")
        total += np.asarray(grain.resize(size, Image.Resampling.BICUBIC), np.float32) * (weight / 255)
    return total / np.float32(sum(weight for _, weight in octaves))


def _reduced(image: Image.Image) -> Plane:
    return np.asarray(image.reduce(2), np.float32)
