"""The nine facilities as small buildings one tile wide, each with a sign that tells it from afar."""

import random
from collections.abc import Callable

from block import Block, Paint, Windows, square
from canvas import Ink, Point, arc_points
from files import Output
from ground import Ground
from palette import CA, GOLD, OCC, SRA, WHITE, Colour, mix
from roofs import garden, mast, shopfront
from trees import tree

HEIGHT = 120
LIT = Windows(lit=0.7, warm=0.75)


def make(output: Output) -> None:
    """Write one picture a facility."""
    for key, (draw, accent) in FACILITIES.items():
        ground = Ground(1, HEIGHT)
        _footing(ground, accent)
        draw(ground, Paint(accent, random.Random(sum(map(ord, key)))))
        output.png(f"assets/facilities/{key}.png", ground.finish(1.6, 1.3))


def _footing(ground: Ground, accent: Colour) -> None:
    ground.slab((-0.45, -0.45), (0.45, 0.45), Ink(mix((14, 15, 36), accent, 0.1)))
    corners = [(-0.45, 0.45, 0.0), (0.45, 0.45, 0.0), (0.45, -0.45, 0.0)]
    ground.trace(corners, Ink(accent, 0.9, light=True), 0.9)
    ground.trace([corners[2], (-0.45, -0.45, 0), corners[0]], Ink(accent, 0.4, light=True), 0.6)


def _cross(ground: Ground, at: Point, size: float, ink: Ink) -> None:
    x, y = at
    for across, down in ((size * 0.3, size), (size, size * 0.3)):
        ground.polygon(
            [(x - across, y - down), (x + across, y - down), (x + across, y + down), (x - across, y + down)],
            ink,
        )


def _bright(paint: Paint) -> Ink:
    return Ink(mix(paint.accent, WHITE, 0.7), 1, light=True)


def _clinic(ground: Ground, paint: Paint) -> None:
    """Two friendly storeys under a large cross in a ring."""
    house = square(0.36, 20).build(ground, paint, LIT, 0.9)
    shopfront(ground, house, paint, 6)
    garden(ground, (-0.3, -0.28), (0.28, -0.05), house.top)
    x, y = ground.at(0, 0, house.top)
    ground.line([(x, y), (x, y - 8)], Ink((150, 150, 200)), 1)
    ground.ellipse((x, y - 20), (12, 12), Ink(mix(paint.accent, (10, 6, 24), 0.6), 0.95, light=True))
    ground.ring((x, y - 20), (12, 12), Ink(paint.accent, 1, light=True), 1.4)
    _cross(ground, (x, y - 20), 7.4, _bright(paint))


def _hub(ground: Ground, paint: Paint) -> None:
    """A hall hung with banners, and a great megaphone on its roof."""
    hall = square(0.38, 17).build(ground, paint, LIT, 0.9)
    for side, at in ((-1, 0.3), (-1, 0.7), (1, 0.3), (1, 0.7)):
        hall.patch(ground, side, (at - 0.09, 0.3, at + 0.09, 1.0), Ink(paint.accent, 0.75, light=True))
    x, y = ground.at(0, 0, hall.top)
    ground.line([(x, y), (x, y - 9)], Ink((150, 150, 200)), 1.2)
    ground.polygon(
        [(x - 9, y - 17), (x + 9, y - 25), (x + 9, y - 8), (x - 9, y - 13)],
        Ink(mix(paint.accent, WHITE, 0.2)),
    )
    ground.polygon(
        [(x - 9, y - 15), (x + 9, y - 16), (x + 9, y - 8), (x - 9, y - 13)],
        Ink(mix(paint.accent, (20, 0, 30), 0.35)),
    )
    ground.ellipse((x + 9, y - 16.5), (2.6, 8.6), _bright(paint))
    for reach in (6, 10, 14):
        ground.ring(
            (x + 9, y - 16.5), (reach, reach), Ink(paint.accent, 0.9 - reach * 0.04, light=True), 1, (-42, 42)
        )


def _school(ground: Ground, paint: Paint) -> None:
    """A gabled house with a bell and an open book of light."""
    wing = Block((-0.38, -0.36), (0.38, 0.36), 16).build(ground, paint, LIT, 0.6)
    ridge, eave = wing.top + 12, wing.top
    left = [
        ground.at(-0.4, 0.38, eave),
        ground.at(0.4, 0.38, eave),
        ground.at(0.4, 0, ridge),
        ground.at(-0.4, 0, ridge),
    ]
    ground.polygon(left, Ink(mix((50, 30, 66), paint.accent, 0.25)))
    ground.polygon(
        [ground.at(0.4, 0.38, eave), ground.at(0.4, -0.38, eave), ground.at(0.4, 0, ridge)], Ink((48, 40, 84))
    )
    ground.line([left[0], left[1], left[2], left[3]], Ink(paint.accent, 0.9, light=True), 0.8)
    x, y = ground.at(0.1, 0, ridge + 12)
    for side in (-1, 1):
        page = [(x, y + 4), (x + side * 12, y - 1), (x + side * 12, y - 12), (x, y - 7)]
        ground.polygon(page, Ink(mix(paint.accent, WHITE, 0.8 if side > 0 else 0.6), 0.95, light=True))
        for row in (-7, -3.5, 0):
            ground.line(
                [(x + side * 2.5, y + row + 0.6), (x + side * 9.5, y + row - 2.2)],
                Ink(mix(paint.accent, (0, 0, 0), 0.3), 1, light=True),
                0.7,
            )
    ground.line([(x, y + 4), (x, y - 7)], Ink(paint.accent, 1, light=True), 0.8)


def _command(ground: Ground, paint: Paint) -> None:
    """A slim tower under a saucer of glass and a dish."""
    square(0.4, 9).build(ground, paint, LIT, 0.8)
    shaft = square(0.17, 44, 9).build(ground, paint, Windows(lit=0.4, warm=0.1), 0.6)
    shaft.seam(ground, paint)
    x, y = ground.at(0, 0, shaft.top)
    ground.ellipse((x, y + 3), (17, 7), Ink((20, 28, 66)))
    ground.ellipse((x, y - 1), (19, 8), Ink((34, 48, 96)))
    ground.ring((x, y - 1), (19, 8), Ink(paint.accent, 1, light=True), 1.6, (0, 180))
    ground.ellipse((x, y - 5), (13, 5.4), Ink((44, 66, 120)))
    for step in range(7):
        ground.ellipse((x - 13.5 + step * 4.5, y + 2.6 - abs(step - 3) * 0.9), (0.9, 0.9), _bright(paint))
    ground.ring((x, y - 16), (8, 8), Ink(mix(paint.accent, WHITE, 0.3), 1, light=True), 1.4, (10, 170))
    mast(ground, (0, 0, shaft.top + 5), 16)


def _theatre(ground: Ground, paint: Paint) -> None:
    """A marquee with a wide screen that smiles."""
    hall = square(0.4, 22).build(ground, paint, Windows(lit=0.3, warm=0.3), 0.9)
    shopfront(ground, hall, paint, 6)
    x, y = ground.at(0, 0.1, hall.top)
    frame = [(x - 22, y - 34), (x + 22, y - 34), (x + 22, y - 6), (x - 22, y - 6)]
    ground.polygon(frame, Ink((10, 18, 44)))
    ground.polygon(
        [(px * 0.94 + x * 0.06, py * 0.94 + (y - 20) * 0.06) for px, py in frame],
        Ink(mix(paint.accent, (10, 0, 50), 0.55), 0.9, light=True),
    )
    ground.line([*frame, frame[0]], Ink(paint.accent, 1, light=True), 1.2)
    ground.polygon(arc_points((x, y - 21), (13, 10), (0, 180)), _bright(paint))
    ground.polygon(
        [(x - 10, y - 19), (x + 10, y - 19), (x + 8, y - 16.6), (x - 8, y - 16.6)],
        Ink(mix(paint.accent, (10, 0, 50), 0.6), 1, light=True),
    )
    for side in (-7, 7):
        ground.ellipse((x + side, y - 27), (2, 2.4), _bright(paint))


def _lab(ground: Ground, paint: Paint) -> None:
    """A clean block with a sphere of nanobots in a cage of rings."""
    base = square(0.36, 18).build(ground, paint, Windows(lit=0.8, warm=0.05, pattern="bands"), 0.9)
    x, y = ground.at(0, 0, base.top)
    ground.line([(x, y), (x, y - 8)], Ink((120, 140, 200)), 2)
    for step in range(12, 0, -1):
        share = step / 12
        ground.ellipse(
            (x - 3 * (1 - share), y - 22 - 3 * (1 - share)),
            (14 * share, 14 * share),
            Ink(mix((150, 220, 250), (16, 44, 92), share**0.7)),
        )
    for across, down in ((14, 4.5), (4.5, 14), (14, 14)):
        ground.ring((x, y - 22), (across, down), Ink(paint.accent, 0.9, light=True), 0.9)
    for spot in ((-6, -26), (5, -29), (8, -19), (-8, -17), (0, -14), (-1, -23)):
        ground.ellipse((x + spot[0], y + spot[1]), (1.1, 1.1), _bright(paint))


def _guild(ground: Ground, paint: Paint) -> None:
    """An old house with an arcade, a tiled roof and two masks over the door."""
    hall = square(0.38, 18)
    hall.walls(ground, paint)
    for side in (-1, 1):
        for at in (0.2, 0.5, 0.8):
            hall.patch(
                ground,
                side,
                (at - 0.09, 0.05, at + 0.09, 0.55),
                Ink((255, 202, 126), 0.7 if side > 0 else 0.5, light=True),
            )
    front, right, left = (ground.at(*spot, hall.top) for spot in ((0.42, 0.42), (0.42, -0.42), (-0.42, 0.42)))
    top = ground.at(0, 0, hall.top + 18)
    ground.polygon([left, front, top], Ink(mix((56, 34, 50), paint.accent, 0.18)))
    ground.polygon([front, right, top], Ink(mix((76, 44, 56), paint.accent, 0.28)))
    ground.line([left, front, right], Ink(paint.accent, 1, light=True), 0.9)
    ground.line([front, top], Ink(paint.accent, 0.5, light=True), 0.6)
    for side, glad in ((-7, True), (7, False)):
        x, y = top[0] + side, top[1] - 8
        face = [(x - 6, y - 7), (x + 6, y - 7), (x + 5.4, y + 2), (x, y + 8), (x - 5.4, y + 2)]
        ground.polygon(face, Ink(mix(paint.accent, WHITE, 0.6 if glad else 0.25), 1, light=True))
        for eye in (-2.5, 2.5):
            ground.ellipse((x + eye, y - 3), (1.3, 1), Ink((60, 24, 20), 1, light=True))
        span, lift = ((0, 180), 0) if glad else ((180, 360), 3.5)
        ground.polygon(arc_points((x, y + lift), (3.2, 3.4), span), Ink((60, 24, 20), 1, light=True))


def _studio(ground: Ground, paint: Paint) -> None:
    """A saw-tooth workshop with a crane arm that prints light."""
    hall = square(0.41, 14).build(ground, paint, Windows(lit=0.6, warm=0.95, floor=7, bay=6), 0.7)
    for row in range(3):
        near = -0.38 + row * 0.26
        back, fore = near, near + 0.24
        slope = [
            ground.at(-0.38, back, 25),
            ground.at(0.38, back, 25),
            ground.at(0.38, fore, 14),
            ground.at(-0.38, fore, 14),
        ]
        ground.polygon(slope, Ink((60, 48, 76)))
        ground.polygon(
            [ground.at(0.38, back, 25), ground.at(0.38, back, 14), ground.at(0.38, fore, 14)],
            Ink((40, 32, 60)),
        )
        ground.line([slope[0], slope[1]], Ink(paint.accent, 0.9, light=True), 0.7)
        pane = [
            ground.at(-0.3, back + 0.05, 22.6),
            ground.at(0.3, back + 0.05, 22.6),
            ground.at(0.3, back + 0.17, 17.2),
            ground.at(-0.3, back + 0.17, 17.2),
        ]
        ground.polygon(pane, Ink((255, 196, 110), 0.42, light=True))
    x, y = ground.at(-0.2, -0.2, hall.top + 8)
    arm = [(x, y), (x, y - 34), (x + 22, y - 42), (x + 22, y - 30)]
    ground.line(arm, Ink((190, 170, 160)), 1.8)
    ground.line(arm, Ink(paint.accent, 0.9, light=True), 0.7)
    ground.polygon([(x + 18, y - 30), (x + 26, y - 30), (x + 22, y - 22)], _bright(paint))
    ground.ellipse((x + 22, y - 20), (2, 2), Ink(GOLD, 1, light=True))


def _mural(ground: Ground, paint: Paint) -> None:
    """A house whose whole wall is a painted sunrise with a smile, a little square before it."""
    wall = Block((-0.4, -0.4), (-0.04, 0.4), 52)
    wall.build(ground, paint, None, 0.9)
    tints: tuple[Colour, ...] = (
        (92, 40, 120),
        (168, 52, 128),
        (226, 92, 96),
        (250, 150, 72),
        (255, 206, 110),
    )
    for row, tint in enumerate(tints):
        wall.patch(
            ground, 1, (0.05, 0.9 - row * 0.17, 0.95, 0.96 - row * 0.17 + 0.02), Ink(tint, 0.8, light=True)
        )
        wall.patch(
            ground,
            1,
            (0.05, 0.9 - (row + 1) * 0.17 + 0.1, 0.95, 0.92 - row * 0.17),
            Ink(tint, 0.8, light=True),
        )
    ring = [
        wall.on(ground, 1, 0.5 + x * 0.34, 0.46 + y * 0.26) for x, y in arc_points((0, 0), (1, 1), (0, 360))
    ]
    ground.polygon(ring, Ink((255, 226, 150), 0.95, light=True))
    smile = [
        wall.on(ground, 1, 0.5 + x * 0.2, 0.45 - y * 0.14) for x, y in arc_points((0, 0), (1, 1), (0, 180))
    ]
    ground.polygon(smile, Ink((150, 40, 80), 1, light=True))
    for across in (0.4, 0.6):
        wall.patch(ground, 1, (across - 0.035, 0.5, across + 0.035, 0.57), Ink((150, 40, 80), 1, light=True))
    tree(ground, (0.26, 0.3), 5)
    tree(ground, (0.3, -0.32), 4.4, blossom=0.8)
    ground.lamp((0.1, 0.0, 0), Ink(GOLD, 0.9, light=True), 1)


FACILITIES: dict[str, tuple[Callable[[Ground, Paint], None], Colour]] = {
    "community_clinic": (_clinic, SRA),
    "organising_hub": (_hub, SRA),
    "free_school": (_school, SRA),
    "command_center": (_command, OCC),
    "smilescape_theatre": (_theatre, OCC),
    "nanobot_lab": (_lab, OCC),
    "smile_guild": (_guild, CA),
    "fabrication_studio": (_studio, CA),
    "mural": (_mural, CA),
}
