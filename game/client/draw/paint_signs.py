"""Painters of the small drawn signs and of bare faction shapes."""

from collections.abc import Callable
from typing import Final

import pygame

from game.client.draw import shapes
from game.client.draw.canvas import Canvas, Painter
from game.client.scene.marks import Marker, Sign, SignKind
from game.client.theme import Colour, mix, signs_of

_Draw = Callable[[pygame.Surface, float, Colour], None]


def _tick(s: pygame.Surface, w: float, colour: Colour) -> None:
    shapes.stroke(
        s, [(0.15 * w, 0.52 * w), (0.42 * w, 0.78 * w), (0.88 * w, 0.22 * w)], colour, w * 0.15, closed=False
    )


def _cross(s: pygame.Surface, w: float, colour: Colour) -> None:
    for a, b in (((0.2, 0.2), (0.8, 0.8)), ((0.8, 0.2), (0.2, 0.8))):
        shapes.stroke(s, [(a[0] * w, a[1] * w), (b[0] * w, b[1] * w)], colour, w * 0.13, closed=False)


def _dots(s: pygame.Surface, w: float, colour: Colour) -> None:
    for x in (0.14, 0.5, 0.86):
        pygame.draw.circle(s, colour, (x * w, 0.5 * w), 0.12 * w)


def _shape(*corners: tuple[float, float]) -> _Draw:
    def draw(s: pygame.Surface, w: float, colour: Colour) -> None:
        pygame.draw.polygon(s, colour, [(x * w, y * w) for x, y in corners])

    return draw


_SIGNS: Final[dict[SignKind, _Draw]] = {
    "tick": _tick,
    "cross": _cross,
    "dots": _dots,
    "up": _shape((0.5, 0.08), (0.96, 0.86), (0.04, 0.86)),
    "down": _shape((0.5, 0.92), (0.96, 0.14), (0.04, 0.14)),
    "right": _shape((0.92, 0.5), (0.14, 0.04), (0.14, 0.96)),
    "left": _shape((0.08, 0.5), (0.86, 0.04), (0.86, 0.96)),
    "diamond": _shape((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
    "caret": _shape((0.5, 0.72), (0.94, 0.28), (0.06, 0.28)),
}


def _sign(c: Canvas, item: Sign) -> None:
    side = 2 * item.size
    key = (Sign, item.kind, item.size, item.colour)
    picture = c.kept(
        key, lambda: shapes.smooth(side, side, lambda s, k: _SIGNS[item.kind](s, side * k, item.colour))
    )
    c.put(picture, item.x - item.size, item.y - item.size)


def _marker(c: Canvas, item: Marker) -> None:
    reach = int(item.radius * 1.4) + 3
    colour = c.palette.of(item.banner)
    shape = signs_of(item.banner).shape

    def paint(s: pygame.Surface, k: int) -> None:
        middle = reach * k
        if item.ringed:
            ground = shapes.outline(shape, middle, middle, (item.radius + 1.6 * c.u.scale) * k)
            pygame.draw.polygon(s, c.palette.ink, ground)
        spots = shapes.outline(shape, middle, middle, item.radius * k)
        pygame.draw.polygon(s, colour, spots)
        shapes.stroke(s, spots, mix(colour, (255, 255, 255), 0.35), k * 0.8, closed=True)

    key = (Marker, item.banner, item.radius, item.ringed)
    c.put(c.kept(key, lambda: shapes.smooth(2 * reach, 2 * reach, paint)), item.x - reach, item.y - reach)


PAINTERS: Final[dict[type, Painter]] = {Sign: _sign, Marker: _marker}
