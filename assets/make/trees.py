"""Trees for parks and squares."""

from canvas import Ink, Point
from ground import Ground
from palette import Colour, mix

LEAVES: tuple[Colour, Colour, Colour] = ((10, 56, 56), (20, 92, 80), (48, 142, 112))
BLOSSOM: tuple[Colour, Colour, Colour] = ((70, 36, 92), (136, 62, 134), (222, 124, 190))


def tree(ground: Ground, place: Point, radius: float, blossom: float = 0.0) -> None:
    """Plant a tree; `radius` in pixels; `blossom` 0..1 turns it from leaf green to cherry."""
    dark, middle, bright = (mix(a, b, blossom) for a, b in zip(LEAVES, BLOSSOM, strict=True))
    x, y = ground.at(*place)
    ground.ellipse((x + radius * 0.12, y + 0.4), (radius * 0.95, radius * 0.42), Ink((3, 12, 20), 0.6))
    ground.line([(x, y), (x, y - radius * 0.7)], Ink((44, 34, 46)), max(0.8, radius * 0.18))
    ground.ellipse((x, y - radius * 0.85), (radius, radius * 0.92), Ink(dark))
    for across, up, size in ((-0.3, 1.05, 0.62), (0.34, 0.9, 0.5), (0.02, 1.32, 0.5)):
        ground.ellipse(
            (x + radius * across, y - radius * up), (radius * size, radius * size * 0.9), Ink(middle)
        )
    for across, up, size in ((-0.42, 1.2, 0.26), (0.05, 1.5, 0.22), (0.36, 1.05, 0.16)):
        ground.ellipse(
            (x + radius * across, y - radius * up), (radius * size, radius * size * 0.8), Ink(bright)
        )
