"""What the leaders carry on their heads: glasses, jewels, a holo-cam, a visor, a headset, a flower."""

import math
from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from bust import Bust, union
from canvas import Point
from painter import Mask
from palette import OCC, WHITE, Colour, mix

Extra: TypeAlias = Callable[[Bust], None]
GOLD: Colour = (255, 214, 128)
METAL: Colour = (44, 46, 76)


def paint_extras(bust: Bust) -> None:
    """Everything of the person's extras that lies over the hair."""
    for name in bust.person.extras:
        if name in EXTRAS:
            EXTRAS[name](bust)


def _hoop(bust: Bust, centre: Point, radius: float, width: float) -> Mask:
    outer = bust.painter.disc(centre, (radius, radius))
    inner = bust.painter.disc(centre, (radius - width, radius - width))
    return np.asarray(outer * (1 - inner), np.float32)


def _lobe(bust: Bust, side: int, down: float) -> Point:
    return bust.at(side * 21.6 * bust.person.wide, 8 + down)


def _hoops(bust: Bust) -> None:
    for side in (-1, 1):
        ring = _hoop(bust, _lobe(bust, side, 5), 4.6, 1.0)
        bust.painter.fill(ring, GOLD)
        bust.painter.fill(bust.painter.edge(ring, -1, 1, 0.2), (170, 110, 50), 0.8)


def _studs(bust: Bust) -> None:
    for side in (-1, 1):
        bust.painter.fill(bust.painter.disc(_lobe(bust, side, 0.4), (1.2, 1.2)), mix(bust.accent, WHITE, 0.5))


def _pearls(bust: Bust) -> None:
    for side in (-1, 1):
        spot = _lobe(bust, side, 1.6)
        bust.painter.fill(bust.painter.disc(spot, (1.9, 1.9)), (240, 236, 246))
        bust.painter.fill(bust.painter.disc((spot[0] + 0.5, spot[1] - 0.5), (0.7, 0.7)), WHITE)


def _drops(bust: Bust) -> None:
    for side in (-1, 1):
        x, y = _lobe(bust, side, 0)
        bust.painter.fill(bust.painter.brush([(x, y), (x, y + 6)], 0.6, (1, 1)), GOLD)
        bust.painter.fill(
            bust.painter.area([(x, y + 3), (x + 2.4, y + 8), (x, y + 12), (x - 2.4, y + 8)], 2), GOLD
        )
        bust.painter.fill(bust.painter.disc((x, y + 8), (1.0, 1.2)), (190, 60, 70))


def _glasses(bust: Bust) -> None:
    _spectacles(
        bust, [bust.painter.disc(bust.at(side * 8.8, 0.4, feature=True), (7.4, 6.8)) for side in (-1, 1)]
    )


def _square_glasses(bust: Bust) -> None:
    box: list[Point] = [(-7.4, -5), (7.4, -5.6), (7, 5.4), (-6.6, 5.6)]
    outlines = [[(side * (8.9 + x), y) for x, y in box] for side in (-1, 1)]
    _spectacles(bust, [bust.painter.area(bust.all(points, feature=True), 1) for points in outlines])


def _spectacles(bust: Bust, lenses: list[Mask]) -> None:
    painter = bust.painter
    for lens in lenses:
        painter.fill(lens, (190, 220, 255), 0.1)
        frame = np.clip(painter.soft(lens, 0.5) * 2, 0, 1) * (
            1 - np.clip(painter.soft(lens, 0.5) * 2 - 1, 0, 1)
        )
        painter.fill(np.asarray(np.clip(frame * 1.6 - 0.5, 0, 1), np.float32), METAL)
        painter.glow(painter.edge(lens, 1.6, -1.6, 0.5), (170, 200, 255), 0.4)
    bridge = bust.all([(-2.2, -0.8), (0, -1.8), (2.2, -0.8)], feature=True)
    painter.fill(painter.brush(bridge, 1.0, (1, 1)), METAL)
    for side in (-1, 1):
        arm = bust.all([(side * 16.2, -1), (side * 20 * bust.person.wide, -2)])
        painter.fill(painter.brush(arm, 1.2, (1, 1)), METAL)


def _holocam(bust: Bust) -> None:
    """A lens worn over the right temple, looking with her."""
    painter = bust.painter
    band = bust.all([(-14, -25), (4, -29.5), (16, -23), (20.6, -12)])
    painter.fill(painter.brush(band, 1.6, (0.9, 0.9)), METAL)
    centre = bust.at(19.4, -8)
    painter.fill(painter.disc(centre, (6.4, 6.4)), METAL)
    painter.fill(_hoop(bust, centre, 6.4, 0.8), (120, 124, 170))
    painter.glow(painter.soft(painter.disc(centre, (5, 5)), 2.6), OCC, 0.5)
    painter.fill(painter.disc(centre, (4.4, 4.4)), (12, 40, 70))
    painter.fill(_hoop(bust, centre, 4.4, 0.7), mix(OCC, WHITE, 0.3))
    painter.fill(painter.disc(centre, (2.2, 2.2)), OCC)
    painter.fill(painter.disc((centre[0] - 1.4, centre[1] - 1.4), (1.0, 1.0)), WHITE)
    painter.fill(painter.disc((centre[0] + 3.9, centre[1] - 4.4), (0.8, 0.8)), (255, 80, 90))


def _visor(bust: Bust) -> None:
    """A visor pushed up on the brow."""
    painter = bust.painter
    shape = painter.area(
        bust.all(
            [
                (-20.4, -10.4),
                (-19.4, -17.4),
                (0, -20.4),
                (19.4, -17.4),
                (20.4, -10.4),
                (13, -9.6),
                (0, -11.6),
                (-13, -9.6),
            ]
        ),
        2,
    )
    painter.fill(shape, (52, 26, 20))
    painter.fill(painter.edge(shape, 0, -5, 1.2), bust.accent, 0.95)
    painter.glow(painter.soft(shape, 2.0), bust.accent, 0.22)
    shine = painter.brush(bust.all([(-15, -15.4), (-4, -17.4), (6, -17.6)]), 1.1)
    painter.fill(shine * shape, (255, 244, 214), 0.9)


def _goggles(bust: Bust) -> None:
    """Engineer's goggles on the brow."""
    painter = bust.painter
    strap = painter.brush(
        bust.all([(-20.6, -14), (-10, -19.5), (0, -20.6), (10, -19.5), (20.6, -14)]), 3.0, (1, 1)
    )
    painter.fill(strap, (26, 30, 52))
    for side in (-1, 1):
        centre = bust.at(side * 7.6, -18.6, feature=True)
        painter.fill(painter.disc(centre, (6.4, 5.6)), (150, 158, 186))
        painter.fill(painter.disc(centre, (5.2, 4.4)), (14, 46, 78))
        painter.fill(painter.soft(painter.disc((centre[0], centre[1] + 1.6), (4, 2)), 0.8), OCC, 0.8)
        glint = painter.brush([(centre[0] - 3, centre[1] - 1), (centre[0] - 0.6, centre[1] - 2.8)], 1.0)
        painter.fill(glint, WHITE, 0.95)


def _headset(bust: Bust) -> None:
    painter = bust.painter
    ear = bust.at(20.8 * bust.person.wide, 1)
    painter.fill(painter.disc(ear, (3.4, 4.6)), (28, 36, 66))
    painter.fill(painter.disc(ear, (1.8, 2.6)), OCC)
    boom = [ear, bust.at(20.6, 11), bust.at(16.4, 17.6)]
    painter.fill(painter.brush(boom, 1.0, (1, 1)), (28, 36, 66))
    painter.fill(painter.disc(boom[2], (1.6, 1.2)), (28, 36, 66))


def _implant(bust: Bust) -> None:
    """A line of light from the temple to the cheekbone."""
    painter = bust.painter
    line = painter.strokes(
        [
            bust.all([(15.6, -3), (14.8, 3), (12.8, 7.6)], feature=True),
            bust.all([(13.8, 4.6), (11.2, 5.4)], feature=True),
        ],
        0.7,
        (1, 0.6),
    )
    painter.glow(painter.soft(line, 1.0), OCC, 0.9)
    painter.fill(line, mix(OCC, WHITE, 0.55))
    for x, y in ((12.8, 7.6), (11.2, 5.4)):
        painter.fill(painter.disc(bust.at(x, y, feature=True), (0.7, 0.7)), mix(OCC, WHITE, 0.6))


def _flower(bust: Bust) -> None:
    painter, (x, y) = bust.painter, bust.at(-17.6, -15.5)
    petals = [
        painter.disc((x + math.cos(a) * 3.1, y + math.sin(a) * 3.1), (2.5, 2.5))
        for a in (k * math.tau / 6 for k in range(6))
    ]
    shape = union(*petals)
    painter.fill(shape, (255, 190, 92))
    painter.fill(painter.edge(shape, -1.4, 1.4, 0.5), (214, 96, 50), 0.8)
    painter.fill(painter.disc((x, y), (1.9, 1.9)), (120, 44, 60))


def _badge(bust: Bust) -> None:
    painter = bust.painter
    painter.fill(painter.disc((68, 93), (4.4, 4.4)), WHITE)
    painter.fill(painter.disc((68, 93), (3.8, 3.8)), bust.accent)
    painter.fill(painter.brush([(65.8, 93.4), (68, 95.4), (70.2, 93.4)], 1.0, (0.7, 0.7)), (60, 0, 40))
    painter.fill(
        union(*[painter.disc((68 + side * 1.2, 91.7), (0.55, 0.65)) for side in (-1, 1)]), (60, 0, 40)
    )


EXTRAS: dict[str, Extra] = {
    "hoops": _hoops, "studs": _studs, "pearls": _pearls, "drops": _drops, "glasses": _glasses,
    "square_glasses": _square_glasses, "holocam": _holocam, "visor": _visor, "goggles": _goggles, "headset": _headset,
    "implant": _implant, "flower": _flower, "badge": _badge,
}  # fmt: skip
