"""More landmarks: a house of the arts, a night market, an old observatory, the founders' garden."""

import math
import random

from block import Block, Paint, Windows, square
from canvas import Ink, arc_points
from ground import Ground
from landmarks import ICE, Landmark, beam, plinth
from palette import CA, GOLD, OCC, SRA, VOICE, WHITE, Colour, mix
from roofs import garden
from trees import tree

STONE: Colour = (46, 46, 82)


def _atelier(ground: Ground, dice: random.Random) -> None:
    """The Aesthetic Sanctuary: a painted nave under three sails of coloured glass."""
    foot = plinth(ground, 1.42, (28, 22, 54), VOICE)
    ground.slab((-1.3, 0.5), (1.3, 1.3), Ink((16, 48, 54)), foot)
    nave = Block((-1.1, -1.1), (1.1, 0.3), 22, foot)
    nave.build(ground, Paint(VOICE, dice, (32, 26, 62)), Windows(lit=1, warm=0.8, floor=20, bay=7), 0.7)
    for number, tint in enumerate((SRA, CA, OCC)):
        left = -0.95 + number * 0.68
        foot_left, foot_right = ground.at(left, 0.2, nave.top), ground.at(left + 0.6, 0.2, nave.top)
        peak = ground.at(left + 0.1, -0.9, nave.top + 54)
        back = ground.at(left + 0.6, -0.9, nave.top)
        ground.polygon([foot_right, back, peak], Ink(mix((26, 24, 60), tint, 0.25), 0.95))
        ground.polygon([foot_left, foot_right, peak], Ink(mix((40, 38, 84), tint, 0.5), 0.9))
        for share in (0.25, 0.5, 0.75):
            foot_at = (
                foot_left[0] + (foot_right[0] - foot_left[0]) * share,
                foot_left[1] + (foot_right[1] - foot_left[1]) * share,
            )
            ground.line([foot_at, peak], Ink(tint, 0.45, light=True), 0.5)
        ground.line([foot_left, peak, foot_right], Ink(mix(tint, WHITE, 0.4), 0.95, light=True), 1)
    for place in ((-1.1, 1.05), (-0.5, 0.8), (0.2, 1.1), (0.8, 0.75), (1.15, 1.15)):
        tree(ground, place, 5.5, blossom=0.6)


def _bazaar(ground: Ground, dice: random.Random) -> None:
    """The Night Market: awnings around a lantern mast, strings of light over all of it."""
    ground.slab((-1.47, -1.47), (1.47, 1.47), Ink((26, 22, 44)))
    ground.slab((-1.47, -0.16), (1.47, 0.16), Ink((44, 36, 62)))
    ground.slab((-0.16, -1.47), (0.16, 1.47), Ink((44, 36, 62)))
    cloths: tuple[Colour, ...] = ((122, 52, 84), (44, 84, 116), (128, 88, 46), (84, 56, 120), (56, 104, 92))
    steps = (-1.2, -0.78, -0.4, 0.4, 0.78, 1.2)
    for x in steps:
        for y in steps:
            _awning(ground, (x, y), cloths[dice.randrange(len(cloths))])
    hub = square(0.14, 62).build(ground, Paint(GOLD, dice, STONE), Windows(lit=0.6, warm=1), 0.8)
    x, y = ground.at(0, 0, hub.top)
    ground.ellipse((x, y - 7), (8, 9), Ink((255, 150, 90), 0.95, light=True))
    ground.ring((x, y - 7), (8, 9), Ink((255, 230, 170), 1, light=True), 0.9)
    for corner in ((-1.4, -1.4), (1.4, -1.4), (-1.4, 1.4), (1.4, 1.4), (-1.4, 0.0), (1.4, 0.0)):
        for step in range(1, 13):
            share = step / 13
            height = hub.top * (1 - share) + 14 * share - 18 * math.sin(math.pi * share) * 0.7
            ground.lamp(
                (corner[0] * share, corner[1] * share, height), Ink((255, 214, 150), 0.9, light=True), 0.8
            )


def _awning(ground: Ground, place: tuple[float, float], cloth: Colour) -> None:
    x, y = place
    square(0.13, 5, 0, place).walls(ground, Paint(GOLD, random.Random(1), (60, 54, 84)))
    half, eave, peak = 0.18, 8.0, 16.0
    left, front = ground.at(x - half, y + half, eave), ground.at(x + half, y + half, eave)
    right, top = ground.at(x + half, y - half, eave), ground.at(x, y, peak)
    ground.polygon([left, front, top], Ink(mix(cloth, (8, 8, 26), 0.3)))
    ground.polygon([front, right, top], Ink(cloth))
    ground.lamp((x + 0.14, y + 0.14, 4), Ink((255, 208, 140), 0.95, light=True), 1)


def _observatory(ground: Ground, dice: random.Random) -> None:
    """The Old Observatory: a stone hill with a split dome that looks at the sky."""
    foot = plinth(ground, 1.42, (22, 34, 52), ICE, 3)
    hill = square(1.12, 14, foot)
    hill.build(ground, Paint(ICE, dice, STONE), None, 0.4)
    garden(ground, (-1.05, 0.72), (1.05, 1.05), hill.top)
    drum = square(0.78, 22, hill.top)
    drum.build(ground, Paint(GOLD, dice, STONE), Windows(lit=0.8, warm=1, floor=18, bay=8), 0.6)
    x, y = ground.at(0, 0, drum.top)
    for step in range(26, 0, -1):
        share = step / 26
        bowl = [
            *arc_points((x - 7 * (1 - share), y - 5 * (1 - share)), (44 * share, 44 * share), (180, 360)),
            *arc_points((x - 7 * (1 - share), y - 5 * (1 - share)), (44 * share, 17 * share), (0, 180)),
        ]
        ground.polygon(bowl, Ink(mix((128, 132, 176), (38, 38, 74), share**0.6)))
    ground.ring((x, y), (44, 17), Ink(GOLD, 0.8, light=True), 1, (0, 180))
    slit = [(x + 4, y + 15), (x + 14, y + 14), (x + 22, y - 22), (x + 13, y - 38), (x + 8, y - 36)]
    ground.polygon(slit, Ink((8, 8, 26)))
    ground.line([*slit, slit[0]], Ink((255, 224, 170), 0.8, light=True), 0.8)
    tube = [(x + 8, y - 4), (x + 17, y - 8), (x + 36, y - 46), (x + 28, y - 50)]
    ground.polygon(tube, Ink((92, 98, 150)))
    ground.line([tube[3], tube[2]], Ink(ICE, 1, light=True), 1.6)
    beam(ground, (x + 32, y - 48), (x + 56, y - 104), 12, ICE)
    for place in ((-1.2, 1.2), (-0.7, 1.28), (1.25, 0.7), (1.28, -0.8), (1.2, 1.2)):
        tree(ground, place, 5)


def _founders(ground: Ground, _dice: random.Random) -> None:
    """The Founders' Garden: hedges in rings around a fountain, and a ring of standing stones."""
    ground.slab((-1.47, -1.47), (1.47, 1.47), Ink((14, 47, 50)))
    for low, high in (((-1.47, -0.12), (1.47, 0.12)), ((-0.12, -1.47), (0.12, 1.47))):
        ground.slab(low, high, Ink((60, 62, 94)))
    x, y = ground.at(0, 0)
    for radius, tone in ((84, (20, 84, 76)), (72, (16, 54, 56)), (58, (24, 94, 80)), (47, (17, 58, 58))):
        ground.ellipse((x, y), (radius, radius / 2), Ink(tone))
    ground.ellipse((x, y), (34, 17), Ink((66, 66, 104)))
    ground.ellipse((x, y - 2), (28, 14), Ink((14, 58, 104)))
    ground.ring((x, y - 2), (28, 14), Ink((120, 210, 255), 0.8, light=True), 0.8)
    for place in ((-1.25, -1.25), (-0.9, -1.3), (-1.3, -0.9), (1.25, -1.25), (0.9, -1.3), (-1.25, 1.25)):
        tree(ground, place, 7, blossom=0.8)
    for step in range(12):
        angle = math.radians(step * 30 + 15)
        place = (math.cos(angle) * 0.95, math.sin(angle) * 0.95)
        stone = square(0.07, 15, 0, place)
        stone.build(ground, Paint(GOLD, random.Random(step), STONE), None, 0.3)
        ground.lamp((*place, stone.top + 1), Ink((255, 220, 150), 1, light=True), 1.1)
    for rise, reach in ((26, 0), (20, 6), (20, -6), (13, 11), (13, -11)):
        spray = [(x, y - 4), (x + reach * 0.6, y - 4 - rise), (x + reach, y - 6)]
        ground.line(spray, Ink((190, 230, 255), 0.8, light=True), 0.9)
    for place in ((1.25, 1.25), (0.9, 1.32), (1.32, 0.9), (1.3, -0.7), (-0.7, 1.3)):
        tree(ground, place, 6)


MONUMENTS: dict[str, Landmark] = {
    "atelier": (_atelier, 3),
    "bazaar": (_bazaar, 3),
    "observatory": (_observatory, 3),
    "founders": (_founders, 3),
}
