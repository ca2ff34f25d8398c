"""The face's features: eyes, brows, nose, mouth, and the small marks on the skin."""

import random

import numpy as np
from bust import Bust, union
from canvas import Point
from painter import Mask
from palette import WHITE, Colour, mix, scale

LASH: Colour = (26, 14, 28)


def paint_eyes(bust: Bust) -> None:
    """Both eyes with iris, light and lashes; a laughing mouth narrows them from below."""
    merry = bust.person.mouth == "laugh"
    for side in (-1, 1):
        _eye(bust, side, 0.86 if merry else 1.0)
        _brow(bust, side)


def _eye(bust: Bust, side: int, open_: float) -> None:
    painter, tone = bust.painter, bust.tones
    x = side * 8.8
    inner, outer = x - side * 4.7, x + side * 5.0
    upper = [(inner, 1.3), (x - side * 1.8, -2.5 * open_), (x + side * 2.2, -2.8 * open_), (outer, -0.6)]
    lower = [(outer, -0.6), (x + side * 2, 2.0 * open_), (x - side * 2, 2.3 * open_), (inner, 1.3)]
    ball = painter.area(bust.all([*upper, *lower], feature=True), 3)
    socket = painter.soft(painter.disc(bust.at(x, -0.8, feature=True), (6.4, 4.6)), 1.6) * bust.head
    painter.fill(socket, tone.shade, 0.5)
    painter.fill(ball, (246, 244, 250))
    shadow = painter.soft(painter.brush(bust.all(upper, feature=True), 3.4, (1, 1)), 0.5)
    painter.fill(shadow * ball, (120, 104, 150), 0.5)
    _iris(bust, (x + 0.35 - bust.person.turn * 0.1, -0.45), ball)
    painter.fill(
        painter.brush(
            bust.all([(inner - side * 0.2, 1.5), *upper[1:3], (outer + side * 0.9, -1.3)], feature=True),
            1.3,
            (0.3, 0.3),
        ),
        LASH,
    )
    painter.fill(painter.brush(bust.all([outer_(lower[0]), *lower[1:]], feature=True), 0.5), tone.deep, 0.75)
    crease = [
        (inner + side * 0.6, -2.4),
        (x - side * 0.4, -5.0 * open_),
        (x + side * 3.2, -4.7 * open_),
        (outer + side * 0.6, -2.6),
    ]
    painter.fill(painter.brush(bust.all(crease, feature=True), 0.7), tone.deep, 0.5)
    bag = [(inner + side, 3.8), (x, 4.5 * open_), (outer - side, 2.8)]
    painter.fill(painter.soft(painter.brush(bust.all(bag, feature=True), 0.8), 0.25), tone.shade, 0.7)
    if "liner" in bust.person.extras:
        wing = [(x, -3.2 * open_), (outer, -1.2), (outer + side * 2.6, -3.2)]
        painter.fill(painter.brush(bust.all(wing, feature=True), 1.3, (0.2, 0)), LASH)
        lid = painter.soft(painter.disc(bust.at(x + side, -3.9, feature=True), (4.2, 1.3)), 0.7)
        painter.fill(lid * (1 - ball) * bust.head, bust.accent, 0.38)


def outer_(point: Point) -> Point:
    """The outer corner of the lower lid, a trifle lower than the upper one."""
    return point[0], point[1] + 0.3


def _iris(bust: Bust, middle: Point, ball: Mask) -> None:
    painter, colour = bust.painter, bust.person.eyes
    centre = bust.at(*middle, feature=True)
    iris = painter.disc(centre, (2.75, 2.85)) * ball
    painter.fill(iris, scale(colour, 0.5))
    painter.fill(
        painter.soft(painter.disc((centre[0], centre[1] + 0.5), (2.05, 2.0)), 0.35) * iris,
        mix(colour, (255, 226, 170), 0.2),
    )
    painter.fill(
        painter.soft(painter.disc((centre[0], centre[1] + 1.3), (1.3, 0.8)), 0.3) * iris,
        mix(colour, WHITE, 0.5),
        0.7,
    )
    painter.fill(painter.disc(centre, (1.3, 1.35)) * ball, (12, 8, 18))
    painter.fill(painter.disc((centre[0] + 1.0, centre[1] - 1.1), (0.85, 0.85)) * ball, WHITE)
    painter.fill(
        painter.disc((centre[0] - 0.9, centre[1] + 1.0), (0.42, 0.42)) * ball,
        mix(bust.accent, WHITE, 0.6),
        0.9,
    )


def _brow(bust: Bust, side: int) -> None:
    person, painter = bust.person, bust.painter
    colour = person.brows or scale(person.hair, 0.8)
    lift = {"laugh": -1.1, "smirk": -0.6 if side > 0 else 0.7}.get(person.mouth, -0.3)
    heavy = 2.2 if person.beard or person.style in {"fade", "undercut"} else 1.7
    x = side * 8.8
    curve = [
        (x - side * 5.0, -6.9 + lift),
        (x - side * 1.2, -8.3 + lift),
        (x + side * 2.8, -8.5 + lift),
        (x + side * 6.6, -6.2 + lift),
    ]
    painter.fill(painter.brush(bust.all(curve, feature=True), heavy, (0.6, 0.15)), colour, 0.94)


def paint_nose(bust: Bust) -> None:
    """Nose by its shadows: side, underside, nostrils, and a light on its tip."""
    painter, tone = bust.painter, bust.tones
    broad = 1.0 + 0.25 * (sum(bust.person.skin) < 360)
    side = [(-1.6, -4), (-2.6, 3), (-4.2 * broad, 8.8), (-2.2, 11), (0, 10.4), (-0.8, 4), (-0.4, -3)]
    painter.fill(painter.soft(painter.area(bust.all(side, feature=True)), 0.6), tone.shade, 0.72)
    under = [
        (-4.0 * broad, 9.2),
        (-2, 11.4),
        (0, 12),
        (2, 11.4),
        (4.0 * broad, 9.2),
        (2, 10.2),
        (0, 10.6),
        (-2, 10.2),
    ]
    painter.fill(painter.soft(painter.area(bust.all(under, feature=True)), 0.35), tone.deep, 0.62)
    for way in (-1, 1):
        wing = [(way * 3.4 * broad, 7.2), (way * 4.5 * broad, 9), (way * 3.2 * broad, 10.8)]
        painter.fill(painter.soft(painter.brush(bust.all(wing, feature=True), 0.9), 0.18), tone.deep, 0.6)
        painter.fill(
            painter.soft(painter.disc(bust.at(way * 2.0 * broad, 10.7, feature=True), (1.0, 0.5)), 0.2),
            tone.deep,
            0.8,
        )
    painter.fill(
        painter.soft(painter.disc(bust.at(0.9, 8.0, feature=True), (1.7, 1.4)), 0.6), tone.light, 0.8
    )
    painter.fill(
        painter.soft(painter.brush(bust.all([(0.9, -3), (0.9, 2), (1.0, 6)], feature=True), 1.2), 0.4),
        tone.light,
        0.5,
    )


def paint_mouth(bust: Bust) -> None:
    """The mouth: laugh and grin show teeth; closed and smirk do not."""
    if bust.person.mouth in {"laugh", "grin"}:
        _open_mouth(bust, 6.6 if bust.person.mouth == "laugh" else 3.7)
    else:
        _closed_mouth(bust)
    _corners(bust)


def _lip_colour(bust: Bust) -> Colour:
    return bust.person.lips or mix(bust.tones.shade, (168, 58, 66), 0.42)


def _open_mouth(bust: Bust, depth: float) -> None:
    painter, lips = bust.painter, _lip_colour(bust)
    reach = 9.4
    top: list[Point] = [(-reach, 14.6), (-5, 16.1), (0, 16.7), (5, 16.1), (reach, 14.6)]
    low: list[Point] = [
        (reach, 14.6),
        (6.4, 17.0 + depth * 0.62),
        (0, 17.2 + depth),
        (-6.4, 17.0 + depth * 0.62),
        (-reach, 14.6),
    ]
    upper = [
        (-reach - 0.4, 14.3),
        (-4.4, 14.7),
        (-1.5, 14.0),
        (0, 14.6),
        (1.5, 14.0),
        (4.4, 14.7),
        (reach + 0.4, 14.3),
        *reversed(top[1:-1]),
    ]
    under = [*low, (-5.8, 18.6 + depth * 0.78), (0, 19.4 + depth), (5.8, 18.6 + depth * 0.78)]
    painter.fill(painter.area(bust.all(under, feature=True), 2), lips)
    painter.fill(painter.area(bust.all(upper, feature=True), 2), scale(lips, 0.82))
    cave = painter.area(bust.all([*top, *low], feature=True), 2)
    painter.fill(cave, (74, 14, 34))
    if depth > 5:
        tongue = painter.disc(bust.at(0.4, 18.2 + depth, feature=True), (4.6, 2.7))
        painter.fill(painter.soft(tongue, 0.4) * cave, (206, 88, 96))
    _teeth(bust, cave, reach)
    gloss = painter.brush(
        bust.all([(-3, 18.5 + depth), (0.6, 18.8 + depth), (4, 18.2 + depth * 0.9)], feature=True), 0.6
    )
    painter.fill(painter.soft(gloss, 0.2), mix(lips, WHITE, 0.6), 0.7)


def _teeth(bust: Bust, cave: Mask, reach: float) -> None:
    painter = bust.painter
    row: list[Point] = [
        (-reach, 13.8),
        (0, 15.4),
        (reach, 13.8),
        (reach, 15.6),
        (5.6, 18.6),
        (0, 20.0),
        (-5.6, 18.6),
        (-reach, 15.6),
    ]
    teeth = painter.area(bust.all(row, feature=True), 2) * cave
    painter.fill(teeth, (252, 250, 248))
    edge = painter.soft(
        painter.brush(bust.all([(-reach, 14.8), (0, 16.7), (reach, 14.8)], feature=True), 1.6, (1, 1)), 0.4
    )
    painter.fill(edge * teeth, (170, 150, 176), 0.5)
    gaps = [[(x, 15), (x * 0.98, 19.8)] for x in (-6.7, -4.6, -2.3, 0.0, 2.3, 4.6, 6.7)]
    painter.fill(
        painter.strokes([bust.all(gap, feature=True) for gap in gaps], 0.32, (1, 1)) * teeth,
        (190, 176, 196),
        0.7,
    )
    if "gap" in bust.person.extras:
        painter.fill(
            painter.brush(bust.all([(0.0, 15.4), (0.0, 20.4)], feature=True), 1.1, (1, 1)) * teeth,
            (74, 14, 34),
        )


def _closed_mouth(bust: Bust) -> None:
    painter, lips = bust.painter, _lip_colour(bust)
    skew = 1.3 if bust.person.mouth == "smirk" else 0.0
    line: list[Point] = [
        (-8.4, 15.6 + skew),
        (-4, 17.5),
        (0, 17.6),
        (4, 17.2 - skew * 0.3),
        (8.8, 14.9 - skew),
    ]
    upper: list[Point] = [
        line[0],
        (-4, 15.9),
        (-1.4, 15.2),
        (0, 15.8),
        (1.4, 15.2),
        (4, 15.6),
        line[4],
        (4, 17.2),
        (0, 17.8),
        (-4, 17.5),
    ]
    under: list[Point] = [
        line[0],
        (-4, 17.4),
        (0, 17.6),
        (4, 17.2),
        line[4],
        (5, 19.4),
        (0, 21.0),
        (-5, 19.6),
    ]
    painter.fill(painter.soft(painter.area(bust.all(under, feature=True), 2), 0.25), lips, 0.9)
    painter.fill(painter.area(bust.all(upper, feature=True), 2), scale(lips, 0.78), 0.9)
    painter.fill(painter.brush(bust.all(line, feature=True), 0.9, (0.4, 0.4)), scale(lips, 0.34))
    gloss = painter.brush(bust.all([(-3, 19), (0.6, 19.3), (4, 18.6)], feature=True), 0.9)
    painter.fill(painter.soft(gloss, 0.3), mix(lips, WHITE, 0.55), 0.6)


def _corners(bust: Bust) -> None:
    """Dimples at both ends of the smile and the shadow under the lip."""
    painter, tone = bust.painter, bust.tones
    ticks = [[(side * 9.4, 13.2), (side * 10.6, 14.6), (side * 10.2, 16.4)] for side in (-1, 1)]
    painter.fill(
        painter.soft(painter.strokes([bust.all(tick, feature=True) for tick in ticks], 0.9), 0.2),
        tone.deep,
        0.55,
    )
    depth = {"laugh": 6.6, "grin": 3.7}.get(bust.person.mouth, 2.0)
    pout = painter.disc(bust.at(0, 20.6 + depth, feature=True), (4.4, 0.9))
    painter.fill(painter.soft(pout, 0.7) * bust.head, tone.deep, 0.4)


def paint_marks(bust: Bust) -> None:
    """Freckles, warpaint, a plaster, a nose ring, ritual dots."""
    painter, extras, tone = bust.painter, bust.person.extras, bust.tones
    if "freckles" in extras:
        dice = random.Random(bust.person.key)
        spots = [(dice.choice((-1, 1)) * dice.uniform(1, 13), dice.uniform(3, 9)) for _ in range(34)]
        discs = [painter.disc(bust.at(x, y, feature=True), (0.36, 0.32)) for x, y in spots]
        painter.fill(painter.soft(union(*discs), 0.12) * bust.head, mix(tone.shade, (190, 90, 50), 0.5), 0.7)
    if "paint" in extras:
        bars = [[(-16 + step * 2.6, 5.4), (-14.6 + step * 2.6, 12.6)] for step in range(3)]
        painter.fill(
            painter.strokes([bust.all(bar, feature=True) for bar in bars], 1.5, (0.8, 0.5)) * bust.head,
            bust.accent,
            0.92,
        )
    if "plaster" in extras:
        strip = painter.area(bust.all([(8.6, 8.4), (14.6, 6.4), (15.2, 8.6), (9.2, 10.6)], feature=True), 1)
        painter.fill(strip, (238, 196, 160))
        painter.fill(painter.edge(strip, 0, 0.6, 0.2), (170, 110, 90), 0.7)
    if "ring" in extras:
        ring = painter.disc(bust.at(3.9, 11, feature=True), (1.2, 1.2)) * (
            1 - painter.disc(bust.at(3.9, 11, feature=True), (0.75, 0.75))
        )
        painter.fill(np.asarray(ring, np.float32), (255, 224, 150))
    if "dots" in extras:
        for x, y in ((-5.4, -12.4), (0, -14.6), (5.4, -12.4)):
            painter.fill(
                painter.disc(bust.at(x, y, feature=True), (1.05, 1.05)), mix(bust.accent, WHITE, 0.5)
            )
