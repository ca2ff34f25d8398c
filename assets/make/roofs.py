"""What stands on roofs and fronts: plant, tanks, masts, gardens, signs and awnings."""

from block import Block, Paint, square
from canvas import Ink, Point
from ground import Ground
from palette import WHITE, mix

BEACON = (255, 70, 84)


def mast(ground: Ground, place: tuple[float, float, float], height: float) -> None:
    """A thin mast with a red beacon."""
    x, y, z = place
    ground.trace([place, (x, y, z + height)], Ink((190, 200, 250), 0.85, light=True), 0.5)
    ground.lamp((x, y, z + height), Ink(BEACON, 1, light=True), 0.9)


def plant(ground: Ground, paint: Paint, place: Point, height: float, size: float = 0.06) -> None:
    """An air plant: a small blind box with a grille."""
    box = square(size, 3.2, height, place)
    box.build(ground, paint, None, 0)
    box.patch(ground, 1, (0.2, 0.25, 0.8, 0.7), Ink((12, 12, 30)))


def tank(ground: Ground, place: Point, height: float, radius: float = 2.6) -> None:
    """A round water tank on legs."""
    x, y = ground.at(*place, height)
    ground.line([(x - radius * 0.6, y), (x - radius * 0.6, y - 2)], Ink((50, 52, 92)), 0.5)
    ground.line([(x + radius * 0.6, y), (x + radius * 0.6, y - 2)], Ink((50, 52, 92)), 0.5)
    ground.polygon(
        [(x - radius, y - 2), (x + radius, y - 2), (x + radius, y - 7), (x - radius, y - 7)],
        Ink((44, 40, 78)),
    )
    ground.polygon([(x, y - 2), (x + radius, y - 2), (x + radius, y - 7), (x, y - 7)], Ink((58, 54, 98)))
    ground.polygon([(x - radius, y - 7), (x + radius, y - 7), (x, y - 9.4)], Ink((74, 68, 116)))


def garden(ground: Ground, low: Point, high: Point, height: float) -> None:
    """A lawn and shrubs on a roof."""
    ground.slab(low, high, Ink((14, 50, 52)), height)
    steps = ((0.2, 0.3), (0.5, 0.62), (0.8, 0.3), (0.3, 0.8), (0.75, 0.78))
    for across, down in steps:
        x, y = ground.at(low[0] + (high[0] - low[0]) * across, low[1] + (high[1] - low[1]) * down, height)
        ground.ellipse((x, y - 1), (1.5, 1.3), Ink((26, 96, 82)))
        ground.ellipse((x - 0.4, y - 1.5), (0.6, 0.5), Ink((60, 150, 116)))


def sign(
    ground: Ground, block: Block, paint: Paint, side: int, span: tuple[float, float, float, float]
) -> None:
    """A lit upright sign on a wall, with three marks instead of letters."""
    left, foot, right, top = span
    block.patch(ground, side, span, Ink(mix(paint.accent, (14, 0, 34), 0.45), 0.95, light=True))
    middle, step = (left + right) / 2, (top - foot) / 4
    half = (right - left) * 0.26
    for mark in range(3):
        low = foot + step * (mark + 0.72)
        patch = (middle - half, low, middle + half, low + step * 0.5)
        block.patch(ground, side, patch, Ink(mix(paint.accent, WHITE, 0.75), 0.9, light=True))


def shopfront(ground: Ground, block: Block, paint: Paint, rise: float = 4.5) -> None:
    """A lit ground floor on both walls under an awning line in the accent."""
    top = min(0.9, rise / block.rise)
    for side, strength in ((-1, 0.34), (1, 0.52)):
        for left, right in ((0.1, 0.42), (0.52, 0.9)):
            block.patch(
                ground, side, (left, 0.06, right, top * 0.8), Ink((255, 206, 132), strength, light=True)
            )
        block.patch(
            ground, side, (0.04, top * 0.88, 0.96, top), Ink(paint.accent, strength * 0.8, light=True)
        )


def helipad(ground: Ground, block: Block, paint: Paint) -> None:
    """A lit ring on a roof."""
    x, y = ((a + b) / 2 for a, b in zip(block.low, block.high, strict=True))
    radius = block.length(1) * 8
    centre = ground.at(x, y, block.top)
    ground.ring(centre, (radius, radius / 2), Ink(mix(paint.accent, WHITE, 0.3), 0.8, light=True), 0.6)
