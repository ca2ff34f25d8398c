"""The towers along the river, far ones first, and the city's landmarks before them."""

import math
import random
from dataclasses import dataclass

from canvas import Point, arc_points
from palette import CA, GOLD, OCC, SRA, VOICE, WHITE, Colour, mix, scale
from scene import Scene

WATERLINE = 566
HAZE: Colour = (118, 40, 122)
GLASS: tuple[Colour, ...] = (
    (255, 208, 130),
    (255, 184, 104),
    (160, 214, 255),
    (255, 150, 214),
    (196, 180, 255),
)


@dataclass(frozen=True)
class Row:
    """One row of towers: heights and widths to draw from, wall colour, share of lit windows, nearness 0..2."""

    heights: tuple[int, int]
    widths: tuple[int, int]
    wall: Colour
    lit: float
    near: int


ROWS = (
    Row((80, 236), (22, 46), (56, 26, 92), 0.16, 0),
    Row((56, 190), (30, 60), (31, 17, 68), 0.3, 1),
    Row((28, 128), (40, 78), (14, 11, 42), 0.4, 2),
)


def draw_skyline(scene: Scene) -> None:
    """Draw all rows and landmarks down to the waterline."""
    dice = random.Random(21)
    for row in ROWS:
        x = -20.0
        while x < scene.width:
            wide = dice.randint(*row.widths)
            off = min(1.0, abs(x + wide / 2 - 860) / 640)
            high = row.heights[0] + (row.heights[1] - row.heights[0]) * dice.random() * (1.15 - 0.6 * off)
            _tower(scene, row, (x, wide, high * (1 if x > 380 else 0.66)), dice)
            x += wide + dice.randint(-5, 5)
    _quay(scene)
    _gala(scene, 474, 150)
    _sanctuary(scene, 632)
    _dome(scene, 816, 58)
    _vault(scene, 1020)


def _tower(scene: Scene, row: Row, place: tuple[float, float, float], dice: random.Random) -> None:
    x, wide, high = place
    top = WATERLINE - high
    rim = mix(dice.choice((SRA, OCC, CA, VOICE)), row.wall, 0.35 if row.near else 0.6)
    shape = dice.random()
    parts = [(x, top, wide)]
    if shape < 0.34:
        parts = [
            (x, top + high * 0.32, wide),
            (x + wide * 0.14, top + high * 0.13, wide * 0.72),
            (x + wide * 0.3, top, wide * 0.4),
        ]
    elif shape < 0.56:
        parts = [(x, top + high * 0.2, wide), (x + wide * 0.22, top, wide * 0.56)]
    for part in reversed(parts):
        _shaft(scene, row, part, rim)
    if shape > 0.86:
        _slant(scene, row, parts[0], rim)
    for part in parts:
        _windows(scene, row, part, dice)
    _top(scene, row, parts[-1], dice, rim)


def _shaft(scene: Scene, row: Row, part: tuple[float, float, float], rim: Colour) -> None:
    x, top, wide = part
    steps = 26
    for step in range(steps):
        low = top + (WATERLINE - top) * step / steps
        share = ((low - top) / 260) ** 1.3 * (0.62, 0.4, 0.2)[row.near]
        scene.box(
            (x, low, x + wide, low + (WATERLINE - top) / steps + 0.5), mix(row.wall, HAZE, min(0.5, share))
        )
    scene.box((x + wide * 0.72, top, x + wide, WATERLINE), scale(row.wall, 0.6), 0.32)
    scene.line([(x, top), (x + wide, top)], rim, 0.9, 0.9)
    scene.line([(x + wide - 0.4, top), (x + wide - 0.4, WATERLINE)], rim, 0.6, 0.34)
    scene.line([(x + 0.4, top), (x + 0.4, WATERLINE)], mix(rim, WHITE, 0.2), 0.5, 0.2)


def _slant(scene: Scene, row: Row, part: tuple[float, float, float], rim: Colour) -> None:
    x, top, wide = part
    scene.polygon([(x, top + 0.5), (x, top - wide * 0.36), (x + wide, top + 0.5)], row.wall)
    scene.line([(x, top - wide * 0.36), (x + wide, top)], rim, 0.9, 0.9)


def _windows(scene: Scene, row: Row, part: tuple[float, float, float], dice: random.Random) -> None:
    x, top, wide = part
    pitch, floor = ((3.6, 4.4), (4.2, 5.2), (5.0, 6.2))[row.near]
    ribbon = dice.random() < 0.24
    columns = int((wide - 5) / pitch)
    margin = (wide - columns * pitch) / 2
    for level in range(int((WATERLINE - top - 8) / floor)):
        y = top + 5 + level * floor
        if dice.random() < 0.14:
            continue
        tint = dice.choice(GLASS)
        for column in range(columns):
            if dice.random() > row.lit:
                continue
            left = x + margin + column * pitch + pitch * (0.04 if ribbon else 0.24)
            if not ribbon:
                tint = dice.choice(GLASS)
            strength = dice.uniform(0.3, 1.0) * (0.5, 0.75, 1.0)[row.near]
            size = (pitch * (0.92 if ribbon else 0.52), floor * 0.46)
            scene.box((left, y, left + size[0], y + size[1]), tint, strength, light=True)


def _top(scene: Scene, row: Row, part: tuple[float, float, float], dice: random.Random, rim: Colour) -> None:
    x, top, wide = part
    middle = x + wide / 2
    if dice.random() < 0.42:
        height = dice.uniform(12, 40)
        scene.line([(middle, top), (middle, top - height)], mix(rim, WHITE, 0.4), 0.7, 0.8)
        scene.disc((middle, top - height), 1.1, (255, 80, 96))
    if row.near == 2 and dice.random() < 0.5:
        colour, left = dice.choice((SRA, OCC, CA, VOICE)), x + wide * dice.choice((0.1, 0.82))
        foot = min(WATERLINE - 14, top + 66)
        scene.box((left, top + 12, left + 4, foot), colour, 0.85, light=True)
        for mark in range(int((foot - top - 16) / 7)):
            scene.box((left + 1, top + 15 + mark * 7, left + 3, top + 18 + mark * 7), WHITE, 0.8, light=True)
    elif row.near == 1 and dice.random() < 0.16 and wide > 34:
        _board(scene, (middle, top + 22), dice.choice((SRA, OCC, CA)))


def _board(scene: Scene, centre: Point, colour: Colour) -> None:
    """A billboard that smiles."""
    x, y = centre
    scene.box((x - 13, y - 9, x + 13, y + 9), mix(colour, (10, 4, 30), 0.7), 0.9, light=True)
    scene.line(
        [(x - 13, y - 9), (x + 13, y - 9), (x + 13, y + 9), (x - 13, y + 9), (x - 13, y - 9)],
        colour,
        0.7,
        0.9,
    )
    scene.line(arc_points((x, y), (6, 4.4), (15, 165), 12), WHITE, 1.1, 0.9)
    for side in (-3, 3):
        scene.disc((x + side, y - 3.6), 1.0, WHITE, 0.9)


def _quay(scene: Scene) -> None:
    scene.box((0, WATERLINE - 5, scene.width, WATERLINE), (10, 8, 30))
    scene.line([(0, WATERLINE - 5), (scene.width, WATERLINE - 5)], (150, 110, 210), 0.7, 0.6)
    for step in range(0, scene.width, 18):
        scene.disc((step + 9, WATERLINE - 8), 1.0, (255, 216, 150), 0.95)
        scene.line([(step + 9, WATERLINE - 7), (step + 9, WATERLINE - 5)], (120, 100, 150), 0.5, 0.7)


def _gala(scene: Scene, x: float, wide: float) -> None:
    """The Gala Hall with its four gilded terraces."""
    foot = WATERLINE - 5.0
    for share, high in ((1.0, 24), (0.78, 25), (0.55, 23), (0.32, 20)):
        half, top = wide * share / 2, foot - high
        scene.box((x - half, top, x + half, foot), (36, 22, 56))
        scene.box((x - half - 3, top - 2.4, x + half + 3, top), (58, 38, 70))
        scene.line([(x - half - 3, top - 2.4), (x + half + 3, top - 2.4)], GOLD, 1.0, 0.95)
        bays = int(half * 2 / 9)
        for bay in range(bays):
            left = x - half + (bay + 0.28) * (half * 2 / bays)
            arch = [
                (left, foot - 4),
                (left, foot - high * 0.58),
                *arc_points((left + 2, foot - high * 0.58), (2, 3), (180, 360), 6),
                (left + 4, foot - 4),
            ]
            scene.polygon(arch, (255, 188, 96), 0.62, light=True)
        foot = top - 2.4
    scene.line([(x, foot), (x, foot - 24)], WHITE, 1.0, 0.9)
    scene.disc((x, foot - 25), 2.4, GOLD)


def _sanctuary(scene: Scene, x: float) -> None:
    """A Technique Sanctuary: petals in the three colours around a light."""
    foot = WATERLINE - 5.0
    scene.box((x - 46, foot - 7, x + 46, foot), (26, 24, 62))
    scene.line([(x - 46, foot - 7), (x + 46, foot - 7)], (190, 205, 255), 0.8, 0.9)
    for lean, colour in ((-2, OCC), (2, SRA), (-1, CA), (1, OCC), (0, SRA)):
        tip = (x + lean * 17, foot - 58 + abs(lean) * 9)
        leaf = [(x + lean * 4, foot - 7), (x + lean * 13 - 8, foot - 30), tip, (x + lean * 13 + 8, foot - 30)]
        scene.polygon(leaf, mix(colour, (18, 12, 48), 0.66))
        scene.polygon([leaf[0], tip, leaf[3]], colour, 0.34, light=True)
        scene.line([*leaf, leaf[0]], colour, 0.9, 0.95)
    scene.disc((x, foot - 76), 4.2, WHITE)
    scene.line(arc_points((x, foot - 76), (18, 5), (0, 360)), (236, 240, 255), 0.9, 0.9)
    scene.line(arc_points((x, foot - 84), (30, 8), (0, 360)), (236, 240, 255), 0.6, 0.5)


def _dome(scene: Scene, x: float, radius: float) -> None:
    """The Council Dome on its colonnade."""
    foot = WATERLINE - 5.0
    drum = foot - radius * 0.62
    for step in range(30, 0, -1):
        share = step / 30
        shift = -radius * 0.18 * (1 - share)
        bowl = arc_points(
            (x + shift, drum - radius * 0.1 * (1 - share)),
            (radius * share, radius * 0.96 * share),
            (180, 360),
        )
        scene.polygon(bowl, mix((150, 152, 226), (34, 30, 88), share**0.55))
    for share in (0.26, 0.56, 0.82, 1.0):
        scene.line(
            arc_points((x, drum), (radius * share, radius * 0.96), (180, 360)), (200, 208, 255), 0.8, 0.62
        )
    for up in (0.36, 0.66, 0.86):
        half = radius * math.sqrt(1 - up * up)
        scene.line(
            arc_points((x, drum - radius * 0.96 * up), (half, half * 0.13), (0, 180)),
            (200, 208, 255),
            0.6,
            0.45,
        )
    scene.box((x - radius * 1.08, drum, x + radius * 1.08, drum + 7), (42, 38, 92))
    scene.line([(x - radius * 1.08, drum), (x + radius * 1.08, drum)], GOLD, 1.1, 0.95)
    scene.box((x - radius * 1.5, drum + 7, x + radius * 1.5, foot), (24, 20, 60))
    scene.line([(x - radius * 1.5, drum + 7), (x + radius * 1.5, drum + 7)], GOLD, 1.2, 0.95)
    for column in range(18):
        left = x - radius * 1.42 + column * radius * 2.84 / 18
        scene.box((left + 1.6, drum + 11, left + radius * 0.1, foot - 3), (255, 194, 108), 0.62, light=True)
    scene.line([(x, drum - radius * 0.96), (x, drum - radius * 1.5)], WHITE, 1.3, 0.95)
    scene.disc((x, drum - radius * 1.52), 3.0, (255, 222, 150))


def _vault(scene: Scene, x: float) -> None:
    """The Transit Hub: a glass vault with a train of light running through."""
    foot = WATERLINE - 5.0
    scene.polygon([*arc_points((x, foot), (86, 56), (180, 360))], (24, 26, 70))
    for share in (1.0, 0.84, 0.62, 0.36, 0.1):
        scene.line(arc_points((x, foot), (86 * share, 56), (180, 360)), (170, 190, 255), 0.8, 0.55)
    for up in (0.3, 0.56, 0.8):
        half = 86 * math.sqrt(1 - up * up)
        scene.line([(x - half, foot - 56 * up), (x + half, foot - 56 * up)], (150, 170, 240), 0.5, 0.4)
    scene.line(arc_points((x, foot), (86, 56), (180, 360)), (206, 220, 255), 1.4, 0.9)
    scene.box((x - 128, foot - 15, x + 128, foot - 12.6), (46, 44, 96))
    scene.box((x - 110, foot - 23, x + 96, foot - 15), (40, 44, 100))
    for window in range(25):
        left = x - 106 + window * 8
        scene.box((left, foot - 21, left + 5.4, foot - 17.4), (255, 226, 170), 0.9, light=True)
    scene.line([(x - 110, foot - 15.4), (x + 98, foot - 15.4)], (98, 244, 190), 0.9, 0.9)
