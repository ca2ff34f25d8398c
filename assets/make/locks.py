"""Tools for hair: areas that flow between guide curves, curls, and single locs."""

import random
from collections.abc import Sequence
from typing import TypeAlias

from bust import Bust, union
from canvas import Point
from painter import Mask, between
from palette import Colour, mix, scale

Guide: TypeAlias = Sequence[Point]


def lay(
    bust: Bust, outline: Sequence[Point], guides: Sequence[tuple[Guide, Guide]], depth: float = 1.0
) -> Mask:
    """Fill an outline with hair that flows between pairs of guides."""
    painter, colour = bust.painter, scale(bust.person.hair, depth)
    shape = painter.area(bust.all(list(outline)), 3)
    _tone(bust, shape, colour)
    for number, (first, second) in enumerate(guides):
        dice = random.Random(number + len(outline))
        dark: list[list[Point]] = []
        bright: list[list[Point]] = []
        for step in range(15):
            curve = bust.all(between(first, second, (step + dice.uniform(0.1, 0.9)) / 15))
            (bright if step % 3 == 1 else dark).append(curve)
        painter.fill(painter.strokes(dark, 0.75) * shape, scale(colour, 0.6), 0.6)
        painter.fill(painter.strokes(bright, 0.8) * shape, mix(colour, (255, 236, 220), 0.34), 0.6)
    return shape


def curls(bust: Bust, places: Sequence[tuple[float, float, float]], depth: float = 1.0) -> Mask:
    """Locks as overlapping rounds with a lit arc each."""
    painter, colour = bust.painter, scale(bust.person.hair, depth)
    shape = union(*[painter.disc(bust.at(x, y), (r, r)) for x, y, r in places])
    _tone(bust, shape, colour)
    arcs, pits = [], []
    for x, y, r in places:
        arcs.append(
            bust.all([(x - r * 0.55, y - r * 0.1), (x - r * 0.1, y - r * 0.62), (x + r * 0.52, y - r * 0.3)])
        )
        pits.append(bust.all([(x - r * 0.6, y + r * 0.4), (x, y + r * 0.78), (x + r * 0.66, y + r * 0.3)]))
    painter.fill(painter.strokes(pits, 1.0) * shape, scale(colour, 0.42), 0.8)
    painter.fill(painter.strokes(arcs, 0.8) * shape, mix(colour, (255, 226, 216), 0.3), 0.75)
    return shape


def loc(bust: Bust, curve: Guide, width: float, depth: float = 1.0) -> Mask:
    """One loc along a curve, lit on its right."""
    painter, colour = bust.painter, scale(bust.person.hair, depth)
    shape = painter.brush(bust.all(curve), width, (0.8, 0.6))
    painter.fill(shape, colour)
    painter.fill(painter.edge(shape, -1.2, 0.4, 0.3), scale(colour, 0.55), 0.8)
    painter.fill(painter.edge(shape, 1.0, -0.6, 0.3), mix(colour, (255, 220, 200), 0.3), 0.7)
    return shape


def _tone(bust: Bust, shape: Mask, colour: Colour) -> None:
    painter = bust.painter
    painter.fill(shape, colour)
    painter.fill(painter.edge(shape, -6, 2, 2.4), scale(colour, 0.55), 0.75)
    painter.fill(painter.edge(shape, 5, -6, 2.4), mix(colour, (255, 230, 220), 0.22), 0.6)
