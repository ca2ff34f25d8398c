"""Beards, drawn between the skin and the mouth."""

import numpy as np
from bust import Bust
from canvas import Point
from painter import Mask
from palette import Colour, mix, scale


def paint_beard(bust: Bust) -> None:
    """The person's beard, if any: full, trim, grey, goatee or stubble."""
    kind = bust.person.beard
    if not kind:
        return
    painter = bust.painter
    silver = {"grey": 0.5, "trim": 0.6}.get(kind, 0.0)
    colour = mix(bust.person.hair, (152, 154, 168), silver)
    if kind == "stubble":
        painter.fill(painter.soft(_jaw(bust, 5), 1.4) * bust.head, mix(bust.tones.deep, colour, 0.5), 0.42)
        return
    shape = _goatee(bust) if kind == "goatee" else _jaw(bust, 4 if kind == "full" else 7)
    shape = np.asarray(shape * bust.painter.soft(np.maximum(bust.head, shape), 0.1), np.float32)
    painter.fill(painter.soft(shape, 0.6), colour, 0.95)
    painter.fill(painter.edge(shape, 4, -2, 1.6), mix(colour, (255, 220, 190), 0.16), 0.7)
    painter.fill(painter.edge(shape, -5, 3, 1.6), scale(colour, 0.6), 0.7)
    _bristles(bust, shape, colour)


def _jaw(bust: Bust, start: float) -> Mask:
    """The whole lower face with the moustache, free around the mouth."""
    chin, jaw, wide = 26.4 * bust.person.chin, 15.2 * bust.person.jaw, 19.4 * bust.person.wide
    half: list[Point] = [
        (wide * 1.02, start - 4), (wide * 1.0, 8), (jaw * 1.14, 17), (jaw * 0.76, chin * 0.95), (jaw * 0.3, chin * 1.12),
        (0, chin * 1.14),
    ]  # fmt: skip
    inner: list[Point] = [(wide * 0.84, start - 1), (13.4, 12.6), (8, 12.2), (3.2, 12.4), (0, 13.2)]
    ring = [
        *half,
        *[(-x, y) for x, y in reversed(half[:-1])],
        *[(-x, y) for x, y in inner],
        *reversed(inner[:-1]),
    ]
    return bust.painter.area(bust.all(ring), 3)


def _goatee(bust: Bust) -> Mask:
    chin = 26.4 * bust.person.chin
    half: list[Point] = [
        (0, 12.9),
        (4, 12.6),
        (9.4, 13.6),
        (11, 18),
        (8.6, chin * 0.98),
        (4, chin * 1.1),
        (0, chin * 1.1),
    ]
    ring = [*half, *[(-x, y) for x, y in reversed(half[1:-1])]]
    return bust.painter.area(bust.all(ring, feature=True), 3)


def _bristles(bust: Bust, shape: Mask, colour: Colour) -> None:
    painter = bust.painter
    chin = 26.4 * bust.person.chin
    hairs = [
        bust.all([(x, 15 + abs(x) * -0.3), (x * 0.97, 21), (x * 0.8, chin * 1.06)])
        for x in (-16, -13.6, -11, -8, -5, -2, 1, 4, 7, 10, 12.6, 15.2)
    ]
    painter.fill(painter.strokes(hairs, 0.7) * shape, mix(colour, (255, 230, 210), 0.3), 0.4)
