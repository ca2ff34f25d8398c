"""Short hair and what is worn over it; each style paints itself and returns its mask."""

import math
import random

from bust import Bust, union
from canvas import Point
from locks import Guide, curls, lay
from painter import Mask
from palette import mix, scale


def curly(bust: Bust) -> Mask:
    """Curls all around the brow."""
    dice = random.Random(4)
    places: list[tuple[float, float, float]] = []
    for step in range(15):
        angle = math.radians(180 + step * 180 / 14)
        for ring, radius in ((21.5, 4.8), (17.5, 4.6), (13.0, 4.4)):
            x, y = math.cos(angle) * ring, -8 + math.sin(angle) * (ring + 1.5)
            if y < -13 or abs(x) > 16.5:
                places.append(
                    (x + dice.uniform(-1, 1), y + dice.uniform(-1, 1), radius * dice.uniform(0.85, 1.1))
                )
    return curls(bust, places)


def mohawk(bust: Bust) -> Mask:
    """A crest over shaven sides."""
    sides = bust.painter.area(
        bust.all(
            [
                (-19.6, 0),
                (-20.2, -12),
                (-14, -24),
                (0, -27.6),
                (14, -24),
                (20.2, -12),
                (19.6, 0),
                (17.6, -8),
                (13, -18),
                (0, -21),
                (-13, -18),
                (-17.6, -8),
            ]
        )
    )
    bust.painter.fill(bust.painter.soft(sides, 0.5), mix(bust.tones.deep, (60, 20, 50), 0.4), 0.7)
    tips = ((-12, -32), (-7, -39), (0.5, -41.5), (8, -39), (13, -31))
    valleys = ((-7, -31), (-3, -34), (4.5, -34), (8, -30))
    crest: list[Point] = [(-8, -18), (-9, -25)]
    for number, tip in enumerate(tips):
        crest += [tip, tip, *valleys[number : number + 1]]
    crest += [(9, -25), (8, -18), (3, -21.5), (-3, -21.5)]
    pairs = [
        ([(-7, -19), (-9, -27), (-12, -34)], [(0, -20), (0, -32), (0, -45)]),
        ([(0, -20), (0, -32), (0, -45)], [(7, -19), (9, -27), (13, -34)]),
    ]
    shape = lay(bust, crest, pairs)
    return union(shape, sides)


def beanie(bust: Bust) -> Mask:
    """A knitted cap over a fringe."""
    fringe: Guide = [
        (-19, -6),
        (-19.5, -15),
        (0, -18),
        (19.5, -15),
        (19, -5),
        (16, -11),
        (12, -9.5),
        (8, -12),
        (3, -9),
        (-2, -12),
        (-7, -9),
        (-12, -12),
        (-16, -9),
    ]
    pairs = [([(-19, -16), (-18, -11), (-17, -8)], [(19, -16), (18, -11), (17, -8)])]
    hair = lay(bust, fringe, pairs)
    painter, wool = bust.painter, mix(bust.accent, (30, 10, 40), 0.34)
    crown = painter.area(
        bust.all(
            [(-20.5, -14), (-21, -26), (-12, -35), (0, -37.5), (12, -35), (21, -26), (20.5, -14), (0, -18)]
        )
    )
    painter.fill(crown, wool)
    ribs = [[(x, -17), (x * 0.9, -27), (x * 0.4, -37)] for x in range(-20, 21, 4)]
    painter.fill(painter.strokes([bust.all(rib) for rib in ribs], 0.9) * crown, scale(wool, 0.68), 0.8)
    painter.fill(painter.edge(crown, -7, 2, 2.6), scale(wool, 0.5), 0.7)
    cuff = painter.area(
        bust.all([(-21.6, -12.6), (-21.6, -20.4), (0, -24.4), (21.6, -20.4), (21.6, -12.6), (0, -17)]), 2
    )
    painter.fill(cuff, mix(wool, (255, 255, 255), 0.1))
    stitches = [
        [(x, -12.4 - (1 - (x / 21) ** 2) * 4), (x, -20.6 - (1 - (x / 21) ** 2) * 3.6)]
        for x in range(-20, 21, 2)
    ]
    painter.fill(
        painter.strokes([bust.all(stitch) for stitch in stitches], 0.6, (1, 1)) * cuff, scale(wool, 0.6), 0.7
    )
    painter.fill(painter.edge(cuff, -6, 1, 2), scale(wool, 0.5), 0.6)
    pin = painter.disc(bust.at(10, -18.6), (2.6, 2.6))
    painter.fill(pin, (255, 214, 236))
    painter.fill(
        painter.brush(bust.all([(8.6, -18.4), (10, -17.2), (11.4, -18.4)]), 0.6, (0.6, 0.6)), (120, 10, 70)
    )
    return union(hair, crown, cuff)


def swept(bust: Bust) -> Mask:
    """Hair brushed back from a high brow."""
    outline: Guide = [
        (-20, 2), (-21.5, -10), (-18, -23), (-8, -32), (6, -33.5), (18, -28), (21.5, -14), (20.4, 2), (18.4, -6), (17, -15),
        (9, -20.5), (-3, -22), (-13, -19.5), (-17.6, -11),
    ]  # fmt: skip
    pairs = [
        ([(-15, -19), (-6, -27), (8, -29), (19, -20)], [(-17, -20), (-10, -31), (6, -33), (20, -24)]),
        ([(-12, -19), (0, -23), (10, -23), (18, -14)], [(-15, -19), (-6, -27), (8, -28), (20, -12)]),
    ]
    return lay(bust, outline, pairs)


def fade(bust: Bust) -> Mask:
    """Hair cut close to the skin."""
    painter = bust.painter
    outline = bust.all(
        [
            (-20.4, -4),
            (-20.6, -14),
            (-14, -25.6),
            (0, -29),
            (14, -25.6),
            (20.6, -14),
            (20.4, -4),
            (17.6, -12),
            (14, -19),
            (0, -20.4),
            (-14, -19),
            (-17.6, -12),
        ]
    )
    shape = painter.area(outline)
    painter.fill(painter.soft(shape, 0.7), scale(bust.person.hair, 1.1), 0.94)
    painter.fill(painter.soft(painter.disc(bust.at(6, -25), (8, 2.4)), 1.2) * shape, (92, 78, 92), 0.55)
    return shape


def undercut(bust: Bust) -> Mask:
    """A high quiff over shaven sides."""
    painter = bust.painter
    shaved = painter.area(
        bust.all(
            [
                (-20, -1),
                (-20.4, -13),
                (-15, -24),
                (15, -24),
                (20.4, -13),
                (20, -1),
                (17.4, -9),
                (13, -18),
                (-13, -18),
                (-17.4, -9),
            ]
        )
    )
    painter.fill(painter.soft(shaved, 0.6), mix(bust.tones.deep, bust.person.hair, 0.6), 0.8)
    outline: Guide = [
        (-15.5, -17),
        (-20, -25),
        (-15, -35),
        (0, -40),
        (15, -38.5),
        (22, -30),
        (19.5, -20),
        (14, -19),
        (8, -22.5),
        (-2, -19),
        (-9, -21.5),
    ]
    pairs = [
        ([(-14, -19), (-10, -30), (6, -36), (20, -31)], [(-17, -22), (-12, -36), (4, -40), (20, -34)]),
        ([(-8, -21), (-2, -25), (8, -28), (18, -23)], [(-14, -19), (-8, -30), (8, -36), (21, -28)]),
    ]
    return union(lay(bust, outline, pairs), shaved)
