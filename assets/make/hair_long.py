"""Long hair, and what hangs behind the head; each style paints itself and returns its mask."""

import math
import random

from bust import Bust, union
from locks import Guide, curls, lay, loc
from painter import Mask


def waves_back(bust: Bust) -> Mask:
    """What hangs behind waves and loose hair."""
    outline: Guide = [
        (0, -30), (18, -27), (25, -12), (25, 6), (29, 20), (24, 34), (14, 42), (-14, 42), (-25, 33), (-29, 20), (-25, 6),
        (-25, -12), (-18, -27),
    ]  # fmt: skip
    left = ([(-14, -20), (-23, 0), (-20, 14), (-27, 28)], [(-10, -20), (-15, 0), (-13, 18), (-14, 40)])
    right = ([(14, -20), (23, 0), (20, 14), (27, 28)], [(10, -20), (15, 0), (13, 18), (14, 40)])
    return lay(bust, outline, [left, right], 0.8)


def waves(bust: Bust) -> Mask:
    """Parted waves down to the shoulders."""
    left: Guide = [
        (3, -28),
        (-10, -29),
        (-20, -22),
        (-23.5, -8),
        (-22, 8),
        (-25, 20),
        (-20, 26),
        (-17.6, 10),
        (-18, -4),
        (-13, -14),
        (-4, -20),
        (4, -22.5),
    ]
    right: Guide = [
        (0, -28),
        (10, -28.5),
        (19, -22),
        (23, -8),
        (21.6, 8),
        (25, 20),
        (20, 27),
        (17.6, 10),
        (18.4, -4),
        (14, -15),
        (8, -20.5),
        (2, -22.5),
    ]
    one = lay(
        bust,
        left,
        [([(3, -26), (-14, -24), (-21, -8), (-22, 20)], [(3, -23), (-8, -19), (-18, -4), (-19, 22)])],
    )
    two = lay(
        bust,
        right,
        [([(2, -26), (13, -24), (21, -8), (22, 20)], [(3, -23), (11, -19), (18.6, -4), (19, 22)])],
    )
    if "streak" in bust.person.extras:
        bands = [[(1.5 + s, -26.5), (-9, -23.5 + s), (-18.5, -11 + s), (-20.4, 10)] for s in (0.0, 0.9, 1.8)]
        bust.painter.fill(
            bust.painter.strokes([bust.all(band) for band in bands], 0.9) * one, (214, 208, 220), 0.85
        )
    return union(one, two)


def bob_back(bust: Bust) -> Mask:
    """The back of a bob."""
    outline: Guide = [
        (0, -31),
        (19, -27),
        (25, -10),
        (25, 8),
        (23, 20),
        (12, 23),
        (-12, 23),
        (-23, 20),
        (-25, 8),
        (-25, -10),
        (-19, -27),
    ]
    return lay(
        bust,
        outline,
        [
            ([(-20, -10), (-23, 4), (-22, 20)], [(-14, -10), (-15, 4), (-14, 22)]),
            ([(20, -10), (23, 4), (22, 20)], [(14, -10), (15, 4), (14, 22)]),
        ],
        0.75,
    )


def bob(bust: Bust) -> Mask:
    """A sleek bob with a straight fringe."""
    sides = []
    for s in (-1, 1):
        lock: Guide = [
            (s * 10, -28),
            (s * 21, -22),
            (s * 24.4, -6),
            (s * 24, 10),
            (s * 20.4, 21.5),
            (s * 15.4, 19),
            (s * 17.6, 6),
            (s * 17.8, -8),
        ]
        sides.append(
            lay(
                bust,
                lock,
                [
                    (
                        [(s * 19, -20), (s * 23.4, -2), (s * 19.6, 20)],
                        [(s * 16.6, -14), (s * 18.4, 0), (s * 16.4, 18)],
                    )
                ],
            )
        )
    fringe: Guide = [
        (-20, -10),
        (-20, -24),
        (-8, -31),
        (8, -31),
        (20, -24),
        (20, -10),
        (16, -9.4),
        (8, -9.8),
        (0, -10),
        (-8, -9.8),
        (-16, -9.4),
    ]
    front = lay(bust, fringe, [([(-4, -30), (-16, -22), (-18, -10)], [(4, -30), (16, -22), (18, -10)])])
    shine = bust.painter.brush(bust.all([(-14, -21), (0, -24.5), (14, -21)]), 3.0)
    bust.painter.fill(bust.painter.soft(shine, 0.8) * front, (150, 190, 240), 0.36)
    return union(front, *sides)


def bun_back(bust: Bust) -> Mask:
    """The knot of a bun."""
    ball: Guide = [(9, -38), (11, -33), (8, -28), (-8, -28), (-11, -33), (-9, -38), (0, -42)]
    return lay(bust, ball, [([(-9, -30), (-5, -39), (4, -40)], [(-4, -29), (3, -33), (9, -31)])])


def bun(bust: Bust) -> Mask:
    """Hair drawn back into a bun."""
    outline: Guide = [
        (-21.4, 3), (-23.4, -10), (-19, -24), (-9, -31), (6, -31.5), (18, -26), (23.4, -11), (21.4, 3), (19.6, -8), (14, -17),
        (5, -21.6), (-5, -20.4), (-14, -15), (-19.4, -7),
    ]  # fmt: skip
    pairs = [
        ([(-5, -21), (-15, -16), (-21, -3)], [(0, -31), (-17, -26), (-22, -3)]),
        ([(-4, -21), (8, -23), (21, -5)], [(0, -31), (17, -26), (22, -3)]),
    ]
    shape = lay(bust, outline, pairs)
    wisp = bust.painter.strokes(
        [bust.all([(20.6, -6), (23, 4), (20.8, 12)]), bust.all([(-20.6, -6), (-23, 3), (-21.4, 10)])], 1.1
    )
    bust.painter.fill(wisp, bust.person.hair)
    return shape


def crown_back(bust: Bust) -> Mask:
    """A high crown of curls."""
    dice = random.Random(9)
    places = [
        (math.cos(a) * r, -31 + math.sin(a) * r * 0.72, dice.uniform(3.4, 4.6))
        for r in (13.0, 9.0, 4.0)
        for a in (k * math.tau / 13 for k in range(13))
    ]
    return curls(bust, places, 0.94)


def crown(bust: Bust) -> Mask:
    """Hair drawn up under a band."""
    outline: Guide = [
        (-20.4, 0), (-21.4, -11), (-17, -23.5), (-8, -29.5), (8, -29.5), (17, -23.5), (21.4, -11), (20.4, 0), (18.4, -9), (13, -18),
        (0, -21), (-13, -18), (-18.4, -9),
    ]  # fmt: skip
    pairs = [
        ([(-13, -18), (-8, -24), (-4, -31)], [(-20, -3), (-20, -16), (-10, -30)]),
        ([(-6, -20), (-3, -25), (-1, -31)], [(6, -20), (3, -25), (1, -31)]),
        ([(13, -18), (8, -24), (4, -31)], [(20, -3), (20, -16), (10, -30)]),
    ]
    shape = lay(bust, outline, pairs)
    band = bust.painter.brush(
        bust.all([(-15.4, -26.4), (-7, -30.6), (0, -31.6), (7, -30.6), (15.4, -26.4)]), 3.2, (0.9, 0.9)
    )
    bust.painter.fill(band, bust.accent)
    bust.painter.fill(bust.painter.edge(band, 0, -1, 0.3), (255, 240, 200), 0.8)
    return union(shape, band)


def loose(bust: Bust) -> Mask:
    """Long loose hair."""
    left: Guide = [
        (6, -29),
        (-8, -31),
        (-20, -24),
        (-24.6, -8),
        (-24, 10),
        (-28, 24),
        (-25, 38),
        (-17, 34),
        (-18.4, 16),
        (-18.4, 0),
        (-16, -10),
        (-7, -18),
        (6, -23),
    ]
    right: Guide = [
        (3, -29),
        (13, -29),
        (21, -21),
        (24.6, -8),
        (23, 10),
        (28, 24),
        (26, 38),
        (17, 35),
        (18.6, 16),
        (18.6, 0),
        (17, -11),
        (12, -18),
        (4, -23),
    ]
    one = lay(
        bust,
        left,
        [
            (
                [(5, -27), (-14, -26), (-23, -6), (-22, 12), (-26, 34)],
                [(5, -23), (-9, -17), (-18.6, -2), (-18, 14), (-19, 32)],
            )
        ],
    )
    two = lay(
        bust,
        right,
        [
            (
                [(5, -27), (16, -25), (23, -6), (22, 12), (26, 34)],
                [(6, -23), (13, -17), (18.8, -2), (18, 14), (19, 32)],
            )
        ],
    )
    return union(one, two)


def locs_back(bust: Bust) -> Mask:
    """Locs behind the shoulders."""
    hang = (-27, -23.5, -20, -16, 16, 20, 23.5, 27)
    return union(
        *[
            loc(bust, [(x * 0.5, -26), (x * 0.94, -12), (x, 10), (x * 0.96, 31 - abs(x) * 0.2)], 4.6, 0.75)
            for x in hang
        ]
    )


def locs(bust: Bust) -> Mask:
    """Locs parted in the middle."""
    outline: Guide = [
        (-20.4, -3), (-21, -14), (-14, -27), (0, -30), (14, -27), (21, -14), (20.4, -3), (17.6, -12), (11, -19.6),
        (0, -21.4), (-11, -19.6), (-17.6, -12),
    ]  # fmt: skip
    cap = lay(bust, outline, [])
    locks: list[Mask] = []
    for x in (-3, 3, -8, 8, -13, 13):
        side = 1 if x > 0 else -1
        out = 15 + abs(x) * 0.62
        locks.append(
            loc(
                bust,
                [(x * 0.35, -29), (side * out * 0.8, -25), (side * out, -12), (side * (out + 1), 2)],
                4.0,
            )
        )
    locks += [
        loc(bust, [(side * 12, -24), (side * 20, -15), (side * 22.6, 4), (side * 22.4, 24)], 4.2)
        for side in (-1, 1)
    ]
    return union(cap, *locks)
