"""Smooth shapes: drawn four times as large, alpha multiplied in, scaled down once. All results are premultiplied."""

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

import pygame

from game.client.geometry import Rect, Spot, cut_corners
from game.client.theme import Colour, Hatch, Shape, mix

SAMPLES: Final = 4
_LARGE: Final = 250_000

Paint = Callable[[pygame.Surface, int], None]
"""Paints onto a surface that is enlarged by the whole factor given, in straight alpha."""


def smooth(width: int, height: int, paint: Paint) -> pygame.Surface:
    """A premultiplied picture of what `paint` draws. Large ones are enlarged by two only."""
    factor = SAMPLES if width * height < _LARGE else 2
    large = pygame.Surface((max(1, width) * factor, max(1, height) * factor), pygame.SRCALPHA)
    paint(large, factor)
    return pygame.transform.smoothscale(large.premul_alpha(), (max(1, width), max(1, height)))


def stroke(
    surface: pygame.Surface, spots: Sequence[Spot], colour: Colour, width: float, *, closed: bool
) -> None:
    """A thick line with round joints."""
    ends = [*spots, spots[0]] if closed else list(spots)
    for a, b in pairwise(ends):
        length = math.hypot(b[0] - a[0], b[1] - a[1])
        if length == 0:
            continue
        nx, ny = (b[1] - a[1]) / length * width / 2, (a[0] - b[0]) / length * width / 2
        quad = [
            (a[0] + nx, a[1] + ny),
            (b[0] + nx, b[1] + ny),
            (b[0] - nx, b[1] - ny),
            (a[0] - nx, a[1] - ny),
        ]
        pygame.draw.polygon(surface, colour, quad)
    joints = ends if closed else ends[1:-1]
    if width > 3:
        for x, y in joints:
            pygame.draw.circle(surface, colour, (x, y), width / 2)


def dashes(spots: Sequence[Spot], on: float, off: float) -> list[list[Spot]]:
    """The line through `spots` cut into strokes of `on` with gaps of `off` between them."""
    pieces: list[list[Spot]] = [[spots[0]]]
    left, drawing = on, True
    for a, b in pairwise(spots):
        length, done = math.dist(a, b), 0.0
        while length - done > left:
            done += left
            at = (a[0] + (b[0] - a[0]) * done / length, a[1] + (b[1] - a[1]) * done / length)
            if drawing:
                pieces[-1].append(at)
            else:
                pieces.append([at])
            drawing = not drawing
            left = on if drawing else off
        left -= length - done
        if drawing:
            pieces[-1].append(b)
    return [p for p in pieces if len(p) > 1]


def outline(shape: Shape, x: float, y: float, radius: float) -> list[Spot]:
    """Corners of a faction's shape around x, y. The diamond is a soft one: a superellipse of exponent 1.25."""
    if shape == "square":
        r = radius * 0.82
        return [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)]
    if shape == "hexagon":
        turns = [math.radians(60 * k - 90) for k in range(6)]
        return [(x + radius * 1.04 * math.cos(t), y + radius * 1.04 * math.sin(t)) for t in turns]
    turns = [k * math.tau / 64 for k in range(64)]
    if shape == "circle":
        return [(x + radius * math.cos(t), y + radius * math.sin(t)) for t in turns]
    return [(x + radius * 1.16 * _bent(math.cos(t)), y + radius * 1.16 * _bent(math.sin(t))) for t in turns]


def _bent(share: float) -> float:
    return math.copysign(abs(share) ** (2 / 1.25), share)


def hatch(
    width: int, height: int, kind: Hatch, colour: tuple[int, int, int, int], step: float
) -> pygame.Surface:
    """A faction's hatch over a box, `step` pixels from stroke to stroke, premultiplied."""
    return smooth(width, height, lambda s, k: _HATCHES[kind](s, colour, max(3, round(step * k))))


def _rising(s: pygame.Surface, colour: tuple[int, int, int, int], step: int) -> None:
    w, h = s.get_size()
    for x in range(-h, w + h, step):
        pygame.draw.line(s, colour, (x, h), (x + h, 0), max(1, int(step * 0.36)))


def _falling(s: pygame.Surface, colour: tuple[int, int, int, int], step: int) -> None:
    w, h = s.get_size()
    for x in range(-h, w + h, step):
        pygame.draw.line(s, colour, (x, 0), (x + h, h), max(1, int(step * 0.36)))


def _upright(s: pygame.Surface, colour: tuple[int, int, int, int], step: int) -> None:
    for x in range(step // 2, s.get_width(), step):
        s.fill(colour, (x, 0, max(1, int(step * 0.3)), s.get_height()))


def _level(s: pygame.Surface, colour: tuple[int, int, int, int], step: int) -> None:
    for y in range(step // 3, s.get_height(), max(2, step * 2 // 3)):
        s.fill(colour, (0, y, s.get_width(), max(1, int(step * 0.26))))


def _dots(s: pygame.Surface, colour: tuple[int, int, int, int], step: int) -> None:
    for x, y in _staggered(s, step):
        pygame.draw.circle(s, colour, (x, y), step * 0.24)


def _rings(s: pygame.Surface, colour: tuple[int, int, int, int], step: int) -> None:
    for x, y in _staggered(s, step):
        pygame.draw.circle(s, colour, (x, y), step * 0.32, max(1, step // 8))


def _none(s: pygame.Surface, colour: tuple[int, int, int, int], step: int) -> None:
    """Residents have no hatch."""


def _staggered(s: pygame.Surface, step: int) -> list[tuple[int, int]]:
    w, h = s.get_size()
    rows = enumerate(range(step // 2, h + step, max(2, int(step * 0.8))))
    return [(x, y) for row, y in rows for x in range(step // 2 * (row % 2), w + step, step)]


_HATCHES: Final[dict[Hatch, Callable[[pygame.Surface, tuple[int, int, int, int], int], None]]] = {
    "none": _none,
    "rising": _rising,
    "falling": _falling,
    "upright": _upright,
    "level": _level,
    "dots": _dots,
    "rings": _rings,
}


def glow(width: int, height: int, colour: Colour, reach: int) -> pygame.Surface:
    """Light around a box of width x height, as a picture larger by `reach` on each side; alpha 0, so it adds."""
    quarter = (max(4, (width + 2 * reach) // 4), max(4, (height + 2 * reach) // 4))
    small = pygame.Surface(quarter)
    pygame.draw.rect(small, mix((0, 0, 0), colour, 0.34), (reach // 4, reach // 4, width // 4, height // 4))
    soft = pygame.transform.box_blur(small, max(1, reach // 9))
    soft = pygame.transform.box_blur(soft, max(1, reach // 12))
    wide = pygame.transform.smoothscale(soft, (width + 2 * reach, height + 2 * reach))
    lit = pygame.Surface(wide.get_size(), pygame.SRCALPHA)
    lit.blit(wide, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    return lit


def shadow(width: int, height: int, reach: int) -> pygame.Surface:
    """Soft dark around a box, as a picture larger by `reach` on each side."""
    size = (width + 2 * reach, height + 2 * reach)
    small = pygame.Surface((max(4, size[0] // 4), max(4, size[1] // 4)), pygame.SRCALPHA)
    pygame.draw.rect(small, (0, 0, 0, 170), (reach // 4, reach // 4, width // 4, height // 4))
    soft = pygame.transform.box_blur(small, max(1, reach // 8))
    return pygame.transform.smoothscale(soft, size)


def gradient(width: int, height: int, top: Colour, bottom: Colour) -> pygame.Surface:
    """An opaque ground from `top` to `bottom`, dithered by rows so that no band shows."""
    column = pygame.Surface((1, height))
    for y in range(height):
        column.set_at((0, y), mix(top, bottom, (y / max(1, height - 1)) ** 0.8))
    return pygame.transform.scale(column, (width, height))


def cut_box(width: int, height: int, cut: int, fill: tuple[int, int, int, int]) -> Paint:
    """A painter of a box with two cut corners, without its line."""

    def paint(s: pygame.Surface, k: int) -> None:
        pygame.draw.polygon(s, fill, cut_corners(Rect(0, 0, width * k, height * k), cut * k))

    return paint


def cut_line(s: pygame.Surface, cut: float, colour: Colour, width: float) -> None:
    """The line of a cut box, just inside the surface's edge."""
    half = width / 2
    w, h = s.get_size()
    c = cut * 1.0
    spots = [
        (c + half * 0.4, half),
        (w - half, half),
        (w - half, h - c - half * 0.4),
        (w - c - half * 0.4, h - half),
        (half, h - half),
        (half, c + half * 0.4),
    ]
    stroke(s, spots, colour, width, closed=True)
