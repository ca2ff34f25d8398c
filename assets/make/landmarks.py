"""The landmarks, two or three tiles wide, each on a canvas of the same size so that one sheet holds them."""

import math
import random
from collections.abc import Callable, Mapping
from typing import TypeAlias

from block import Block, Paint, Windows, square
from canvas import Ink, Point, arc_points
from ground import TILE_WIDTH, Ground
from palette import CA, GOLD, OCC, SRA, WHITE, Colour, mix
from roofs import garden, mast, sign
from trees import tree

SHEET_WIDTH, SHEET_HEIGHT = TILE_WIDTH * 3, 230
ICE: Colour = (190, 210, 255)
SHELL: Colour = (34, 36, 86)

Landmark: TypeAlias = tuple[Callable[[Ground, random.Random], None], int]
"""What draws it, and how many tiles wide it stands."""


def drawn(table: Mapping[str, Landmark]) -> dict[str, Ground]:
    """Every landmark of a table by its kind, drawn but not yet finished."""
    made: dict[str, Ground] = {}
    for kind, (draw, span) in table.items():
        ground = Ground(span, SHEET_HEIGHT, SHEET_WIDTH)
        draw(ground, random.Random(7))
        made[kind] = ground
    return made


def plinth(ground: Ground, half: float, colour: Colour, edge: Colour, steps: int = 2) -> float:
    """Lay a stepped square with a lit rim; return its height."""
    for step in range(steps):
        reach = half - step * 0.07
        block = square(reach, 2.0, step * 2.0)
        block.walls(ground, Paint(edge, random.Random(1), colour))
        ground.slab((-reach, -reach), (reach, reach), Ink(mix(colour, WHITE, 0.05 * step)), block.top)
        block.edges(ground, Paint(edge, random.Random(1)), 0.45)
    return steps * 2.0


def beam(ground: Ground, foot: Point, tip: Point, reach: float, colour: Colour) -> None:
    """A searchlight that fades towards its tip."""
    parts = 14
    for part in range(parts):
        low, high = part / parts, (part + 1) / parts
        centres = [foot[0] + (tip[0] - foot[0]) * share for share in (low, high)]
        levels = [foot[1] + (tip[1] - foot[1]) * share for share in (low, high)]
        for core in (1.0, 0.6, 0.3):
            wide = [1 + reach * share * core for share in (low, high)]
            strip = [
                (centres[0] - wide[0], levels[0]),
                (centres[0] + wide[0], levels[0]),
                (centres[1] + wide[1], levels[1]),
                (centres[1] - wide[1], levels[1]),
            ]
            ground.polygon(strip, Ink(colour, 0.11 * (1 - low) ** 1.6, light=True))


def _dome(ground: Ground, dice: random.Random) -> None:
    """The Council Dome: a colonnade with a ribbed glass dome, lit from within."""
    foot = plinth(ground, 1.42, (20, 24, 56), ICE)
    base = square(1.16, 8, foot).build(ground, Paint(ICE, dice), None, 0.5)
    hall = base.above(0.86, 17)
    hall.build(ground, Paint(GOLD, dice), Windows(lit=1, warm=1, floor=15, bay=5.2), 0.6)
    x, y = ground.at(0, 0, hall.top)
    ground.ellipse((x, y), (46, 17), Ink((24, 26, 62)))
    ground.ring((x, y), (46, 17), Ink(GOLD, 0.9, light=True), 1.2, (0, 180))
    drum = [*arc_points((x, y - 7), (40, 13), (180, 360)), *arc_points((x, y), (40, 13), (0, 180))]
    ground.polygon(drum, Ink((38, 40, 94)))
    for step in range(25):
        angle = math.radians(8 + step * 6.8)
        post = (x + 40 * math.cos(angle), y + 13 * math.sin(angle))
        ground.line(
            [(post[0], post[1] - 1), (post[0], post[1] - 6)], Ink((255, 206, 130), 0.75, light=True), 1.2
        )
    _cupola(ground, (x, y - 7))
    ground.line([(x, y - 45), (x, y - 72)], Ink(WHITE, 0.9, light=True), 1.1)
    ground.ellipse((x, y - 73), (2.2, 2.2), Ink(GOLD, 1, light=True))
    beam(ground, (x, y - 74), (x, y - 140), 9, GOLD)


def _cupola(ground: Ground, foot: Point, radius: float = 38, rise: float = 39) -> None:
    x, y = foot
    for step in range(30, 0, -1):
        share = step / 30
        shift = -8 * (1 - share)
        bowl = [
            *arc_points((x + shift, y - 6 * (1 - share)), (radius * share, rise * share), (180, 360)),
            *arc_points((x + shift, y - 6 * (1 - share)), (radius * share, 12 * share), (0, 180)),
        ]
        ground.polygon(bowl, Ink(mix((156, 166, 232), SHELL, share**0.6)))
    for share in (0.25, 0.55, 0.82, 1.0):
        ground.ring((x, y), (radius * share, rise), Ink(ICE, 0.5, light=True), 0.6, (180, 360))
    for height in (0.34, 0.64, 0.86):
        wide = radius * math.sqrt(1 - height**2)
        ground.ring((x, y - rise * height), (wide, wide * 0.3), Ink(ICE, 0.34, light=True), 0.5, (0, 180))
    ground.ring((x, y), (radius, 12), Ink(GOLD, 0.9, light=True), 1, (0, 180))


def _smile(ground: Ground, centre: Point, radius: float) -> None:
    """A crescent of light with teeth, in the three factions' colours."""
    x, y = centre
    count = 36
    outer = arc_points(centre, (radius, radius * 0.74), (14, 166), count)
    inner = arc_points((x, y - radius * 0.04), (radius * 0.985, radius * 0.36), (13, 167), count)
    for step in range(count):
        share = step / count
        tint = mix(OCC, CA, share * 2) if share < 0.5 else mix(CA, SRA, share * 2 - 1)
        cell = [outer[step], outer[step + 1], inner[step + 1], inner[step]]
        ground.polygon(cell, Ink(tint, 0.42, light=True))
        if step % 4 == 2:
            ground.line([outer[step], inner[step]], Ink((255, 240, 255), 0.75, light=True), 0.5)
    ground.line(outer, Ink((255, 238, 255), 1, light=True), 2.0)
    ground.line(inner, Ink((255, 238, 255), 0.95, light=True), 1.3)
    for side, tint in ((-1, SRA), (1, OCC)):
        eye = (x + side * radius * 0.42, y - radius * 0.38)
        ground.ellipse(eye, (4, 4), Ink((255, 240, 255), 1, light=True))
        ground.ring(eye, (8, 8), Ink(mix(tint, WHITE, 0.3), 0.8, light=True), 0.8)


def _holo(ground: Ground, dice: random.Random) -> None:
    """The Holo Plaza: rings of light on the ground and a smile that hangs in the air."""
    foot = plinth(ground, 1.44, (24, 18, 52), (200, 180, 255))
    for ring, tint in enumerate((OCC, CA, SRA)):
        radius = 30 + ring * 17
        ground.ring(ground.at(0, 0, foot), (radius, radius / 2), Ink(tint, 0.75, light=True), 1)
    for step in range(24):
        angle = step * math.tau / 24
        ground.lamp(
            (math.cos(angle) * 1.24, math.sin(angle) * 1.24, foot), Ink((220, 200, 255), 0.8, light=True), 0.7
        )
    lens = square(0.3, 9, foot).build(ground, Paint((200, 180, 255), dice), None, 0.9)
    x, y = ground.at(0, 0, lens.top)
    beam(ground, (x, y), (x, y - 80), 52, (150, 120, 240))
    _smile(ground, (x, y - 84), 62)


def _commons(ground: Ground, _dice: random.Random) -> None:
    """The Smile Commons: terraces of seats around a stage under a great cherry tree."""
    ground.slab((-1.47, -1.47), (1.47, 1.47), Ink((14, 47, 50)))
    for step in range(-3, 4):
        ground.slab((step * 0.4 - 0.1, -1.47), (step * 0.4 + 0.1, 1.47), Ink((17, 55, 54), 0.8))
    for low, high in (((-1.47, -0.1), (1.47, 0.1)), ((-0.1, -1.47), (0.1, 1.47))):
        ground.slab(low, high, Ink((46, 54, 82)))
    x, y = ground.at(0, 0)
    for x_tile, y_tile in (
        (-1.2, -1.2),
        (-0.8, -1.25),
        (-1.25, -0.8),
        (1.2, -1.2),
        (0.8, -1.25),
        (1.25, -0.75),
        (-1.2, 1.2),
    ):
        tree(ground, (x_tile, y_tile), 6.5)
    for step in range(5):
        radius, lift = 62 - step * 11, step * 2.4
        ground.ellipse((x, y - lift + 3), (radius, radius / 2), Ink((20, 22, 48)))
        ground.ellipse((x, y - lift), (radius, radius / 2), Ink(mix((36, 42, 76), (76, 70, 116), step / 5)))
        ground.ring((x, y - lift), (radius, radius / 2), Ink(CA, 0.8 - step * 0.1, light=True), 0.7, (0, 180))
    ground.ellipse((x, y - 10), (15, 6), Ink((58, 34, 58)))
    for step in range(18):
        angle = step * math.tau / 18
        seat = (x + math.cos(angle) * 46, y - 4 + math.sin(angle) * 23)
        ground.ellipse(seat, (1, 1), Ink((255, 220, 150), 0.95, light=True))
    for x_tile, y_tile, radius in (
        (-0.3, -0.3, 15),
        (-0.42, -0.06, 13),
        (-0.06, -0.42, 13),
        (-0.12, -0.12, 15),
    ):
        tree(ground, (x_tile, y_tile), radius, blossom=0.9)
    for step in range(7):
        lantern = (x - 18 + step * 6, y - 30 + (step % 3) * 5)
        ground.ellipse(lantern, (0.9, 1.1), Ink((255, 216, 150), 0.95, light=True))
    for x_tile, y_tile in ((1.25, 0.7), (0.75, 1.25), (1.2, 1.2), (-0.7, 1.25), (-1.25, 0.75)):
        tree(ground, (x_tile, y_tile), 6)


def _gala(ground: Ground, dice: random.Random) -> None:
    """The Gala Hall: four gilded terraces, a red carpet and two searchlights."""
    foot = plinth(ground, 1.44, (30, 22, 50), GOLD)
    ground.slab((-0.14, 1.0), (0.14, 1.42), Ink((120, 24, 60)), foot)
    ground.slab((1.0, -0.14), (1.42, 0.14), Ink((120, 24, 60)), foot)
    block = square(1.16, 16, foot)
    wall = (30, 24, 56)
    look = Windows(lit=0.85, warm=1, floor=12, bay=5)
    for share, rise, edge in ((0.8, 26, 0.7), (0.72, 24, 0.85), (0.56, 18, 1.0)):
        block.build(ground, Paint(GOLD, dice, wall), look, edge)
        block = block.above(share, rise)
        look = Windows(lit=0.6, warm=0.95, floor=7, bay=4.6)
    block.build(ground, Paint(GOLD, dice, wall), look, 1.0)
    for part in (-1, 1):
        foot_at = ground.at(part * 0.9, -part * 0.9, 12)
        beam(ground, foot_at, (foot_at[0] + part * 16, 8), 14, (255, 232, 190))
    mast(ground, (0, 0, block.top), 24)
    ground.lamp((0, 0, block.top + 25), Ink(GOLD, 1, light=True), 2.2)


def _transit(ground: Ground, dice: random.Random) -> None:
    """The Transit Hub: two rails under a ribbed glass vault, a train of light, a clock tower."""
    tint: Colour = (150, 190, 255)
    foot = plinth(ground, 1.44, (20, 24, 54), tint)
    for lane in (-0.45, 0.45):
        ground.slab((-1.44, lane - 0.16), (1.44, lane + 0.16), Ink((10, 11, 26)), foot)
        for rail in (-0.07, 0.07):
            ground.trace(
                [(-1.44, lane + rail, foot), (1.44, lane + rail, foot)],
                Ink((120, 150, 220), 0.6, light=True),
                0.5,
            )
    tower = square(0.2, 96, foot, (-1.1, -1.05)).build(
        ground, Paint(tint, dice), Windows(lit=0.25, warm=0.2), 0.9
    )
    sign(ground, tower, Paint((255, 206, 120), dice), 1, (0.2, 0.76, 0.8, 0.94))
    mast(ground, (-1.1, -1.05, tower.top), 14)
    train = Block((-1.3, 0.36), (1.2, 0.54), 8, foot)
    train.build(
        ground, Paint((110, 255, 210), dice, (30, 34, 76)), Windows(lit=1, warm=1, floor=9, bay=4), 0.9
    )
    _vault(ground, foot)
    for place in ((1.25, 1.2), (0.7, 1.25), (1.25, -1.2)):
        tree(ground, place, 5)


def _vault(ground: Ground, foot: float) -> None:
    """A barrel roof along x, drawn rib by rib from the back."""
    ribs, half, rise = 9, 0.86, 54.0
    profile = [(math.cos(a), math.sin(a)) for a in (math.pi * step / 20 for step in range(21))]
    arches = [
        [ground.at(-1.0 + rib * 0.22, -across * half, foot + up * rise) for across, up in profile]
        for rib in range(ribs)
    ]
    for rib in range(ribs - 1):
        for step in range(20):
            shade = step / 20
            glass = mix((26, 30, 76), (110, 140, 220), max(0.0, math.sin(shade * math.pi * 1.1)) * 0.55)
            near, far = arches[rib + 1], arches[rib]
            ground.polygon([far[step], far[step + 1], near[step + 1], near[step]], Ink(glass, 0.5))
    for number, arch in enumerate(arches):
        end = number in (0, ribs - 1)
        ground.line(arch, Ink((190, 214, 255), 0.9 if end else 0.5, light=True), 1.2 if end else 0.7)
    for step in (4, 7, 10, 13, 16):
        ground.line([arch[step] for arch in arches], Ink((130, 160, 230), 0.45, light=True), 0.5)


def _clinic(ground: Ground, dice: random.Random) -> None:
    """The Clinic Campus: white wings around a tower that carries a lit cross."""
    tint: Colour = (150, 226, 240)
    foot = plinth(ground, 0.96, (18, 28, 56), tint)
    wing = Windows(lit=0.6, warm=0.5, pattern="bands", floor=5.5)
    paint = Paint(tint, dice, (30, 38, 72))
    Block((-0.8, -0.8), (0.8, -0.34), 26, foot).build(ground, paint, wing, 0.5)
    tower = Block((-0.56, -0.56), (0.16, 0.16), 66, foot).build(ground, paint, wing, 0.9)
    side = Block((0.3, -0.3), (0.8, 0.5), 18, foot).build(ground, paint, wing, 0.6)
    garden(ground, (0.36, -0.22), (0.74, 0.42), side.top)
    ground.slab((-0.7, 0.3), (0.2, 0.8), Ink((16, 52, 52)), foot)
    for x, y in ((-0.6, 0.42), (-0.3, 0.68), (0.05, 0.5)):
        tree(ground, (x, y), 4.4)
    x, y = ground.at(-0.2, -0.2, tower.top + 16)
    for across, down in ((3, 10), (10, 3)):
        bar = [(x - across, y - down), (x + across, y - down), (x + across, y + down), (x - across, y + down)]
        ground.polygon(bar, Ink((236, 252, 255), 1, light=True))
    ground.ring((x, y), (15, 15), Ink(tint, 0.85, light=True), 1)


def _sanctuary(ground: Ground, _dice: random.Random) -> None:
    """A Technique Sanctuary: petals of glass, one for each part, around a core of light."""
    foot = plinth(ground, 0.94, (24, 26, 60), ICE)
    x, y = ground.at(0, 0, foot)
    for step in range(3):
        ground.ring((x, y), (18 + step * 13, 9 + step * 6.5), Ink(ICE, 0.5 - step * 0.12, light=True), 0.7)
    ground.ellipse((x, y - 2), (12, 6), Ink((214, 224, 255), 0.4, light=True))
    order = sorted(range(9), key=lambda petal: math.sin(math.radians(petal * 40 - 80)))
    for petal in order:
        _petal(ground, (x, y), math.radians(petal * 40 - 80), (SRA, OCC, CA)[petal % 3])
    ground.ellipse((x, y - 44), (5.5, 5.5), Ink(WHITE, 1, light=True))
    ground.ring((x, y - 44), (16, 6), Ink((236, 240, 255), 0.9, light=True), 0.9)
    ground.ring((x, y - 56), (24, 9), Ink((236, 240, 255), 0.5, light=True), 0.6, (20, 320))
    beam(ground, (x, y - 46), (x, y - 110), 7, (220, 228, 255))


def _petal(ground: Ground, core: Point, angle: float, tint: Colour) -> None:
    x, y = core[0] + math.cos(angle) * 20, core[1] + math.sin(angle) * 10
    tip = (core[0] + math.cos(angle) * 34, core[1] + math.sin(angle) * 17 - 34)
    wide = 8 * abs(math.sin(angle)) + 3.5
    bulge = ((x + tip[0]) / 2 + math.cos(angle) * 5, (y + tip[1]) / 2 + 3)
    leaf = [(x, y), (bulge[0] - wide, bulge[1]), tip, (bulge[0] + wide, bulge[1])]
    ground.polygon(leaf, Ink(mix((38, 42, 90), tint, 0.36), 0.9))
    ground.polygon([(x, y), tip, (bulge[0] + wide, bulge[1])], Ink(mix((60, 64, 120), tint, 0.5), 0.7))
    ground.line([*leaf, leaf[0]], Ink(tint, 0.9, light=True), 0.7)


LANDMARKS: dict[str, Landmark] = {
    "dome": (_dome, 3),
    "holo": (_holo, 3),
    "commons": (_commons, 3),
    "gala": (_gala, 3),
    "transit": (_transit, 3),
    "clinic": (_clinic, 2),
    "sanctuary": (_sanctuary, 2),
}
