"""Hair: for each style what hangs behind the head and what lies on it.

Every style returns its mask, so that the light from behind can follow its edge.
"""

import math
import random
from collections.abc import Callable, Sequence
from typing import TypeAlias

from bust import Bust, union
from canvas import Point
from painter import Mask, between
from palette import Colour, mix, scale

Style: TypeAlias = Callable[[Bust], Mask]
Guide: TypeAlias = Sequence[Point]


def paint_back(bust: Bust) -> Mask | None:
    """Paint the hair behind the head; its mask, or None where there is none."""
    style = BACK.get(bust.person.style)
    return style(bust) if style else None


def paint_front(bust: Bust) -> Mask:
    """Paint the hair on the head; return its mask."""
    return FRONT[bust.person.style](bust)


def _lay(
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


def _tone(bust: Bust, shape: Mask, colour: Colour) -> None:
    painter = bust.painter
    painter.fill(shape, colour)
    painter.fill(painter.edge(shape, -6, 2, 2.4), scale(colour, 0.55), 0.75)
    painter.fill(painter.edge(shape, 5, -6, 2.4), mix(colour, (255, 230, 220), 0.22), 0.6)


def _curls(bust: Bust, places: Sequence[tuple[float, float, float]], depth: float = 1.0) -> Mask:
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


def _cap(bust: Bust) -> Mask:
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
    return _curls(bust, places)


def _mohawk(bust: Bust) -> Mask:
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
    shape = _lay(bust, crest, pairs)
    return union(shape, sides)


def _waves_back(bust: Bust) -> Mask:
    outline: Guide = [
        (0, -30), (18, -27), (25, -12), (25, 6), (29, 20), (24, 34), (14, 42), (-14, 42), (-25, 33), (-29, 20), (-25, 6),
        (-25, -12), (-18, -27),
    ]  # fmt: skip
    left = ([(-14, -20), (-23, 0), (-20, 14), (-27, 28)], [(-10, -20), (-15, 0), (-13, 18), (-14, 40)])
    right = ([(14, -20), (23, 0), (20, 14), (27, 28)], [(10, -20), (15, 0), (13, 18), (14, 40)])
    return _lay(bust, outline, [left, right], 0.8)


def _waves(bust: Bust) -> Mask:
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
    one = _lay(
        bust,
        left,
        [([(3, -26), (-14, -24), (-21, -8), (-22, 20)], [(3, -23), (-8, -19), (-18, -4), (-19, 22)])],
    )
    two = _lay(
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


def _beanie(bust: Bust) -> Mask:
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
    hair = _lay(bust, fringe, pairs)
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


def _swept(bust: Bust) -> Mask:
    outline: Guide = [
        (-20, 2), (-21.5, -10), (-18, -23), (-8, -32), (6, -33.5), (18, -28), (21.5, -14), (20.4, 2), (18.4, -6), (17, -15),
        (9, -20.5), (-3, -22), (-13, -19.5), (-17.6, -11),
    ]  # fmt: skip
    pairs = [
        ([(-15, -19), (-6, -27), (8, -29), (19, -20)], [(-17, -20), (-10, -31), (6, -33), (20, -24)]),
        ([(-12, -19), (0, -23), (10, -23), (18, -14)], [(-15, -19), (-6, -27), (8, -28), (20, -12)]),
    ]
    return _lay(bust, outline, pairs)


def _bob_back(bust: Bust) -> Mask:
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
    return _lay(
        bust,
        outline,
        [
            ([(-20, -10), (-23, 4), (-22, 20)], [(-14, -10), (-15, 4), (-14, 22)]),
            ([(20, -10), (23, 4), (22, 20)], [(14, -10), (15, 4), (14, 22)]),
        ],
        0.75,
    )


def _bob(bust: Bust) -> Mask:
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
            _lay(
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
    front = _lay(bust, fringe, [([(-4, -30), (-16, -22), (-18, -10)], [(4, -30), (16, -22), (18, -10)])])
    shine = bust.painter.brush(bust.all([(-14, -21), (0, -24.5), (14, -21)]), 3.0)
    bust.painter.fill(bust.painter.soft(shine, 0.8) * front, (150, 190, 240), 0.36)
    return union(front, *sides)


def _bun_back(bust: Bust) -> Mask:
    ball: Guide = [(9, -38), (11, -33), (8, -28), (-8, -28), (-11, -33), (-9, -38), (0, -42)]
    return _lay(bust, ball, [([(-9, -30), (-5, -39), (4, -40)], [(-4, -29), (3, -33), (9, -31)])])


def _bun(bust: Bust) -> Mask:
    outline: Guide = [
        (-21.4, 3), (-23.4, -10), (-19, -24), (-9, -31), (6, -31.5), (18, -26), (23.4, -11), (21.4, 3), (19.6, -8), (14, -17),
        (5, -21.6), (-5, -20.4), (-14, -15), (-19.4, -7),
    ]  # fmt: skip
    pairs = [
        ([(-5, -21), (-15, -16), (-21, -3)], [(0, -31), (-17, -26), (-22, -3)]),
        ([(-4, -21), (8, -23), (21, -5)], [(0, -31), (17, -26), (22, -3)]),
    ]
    shape = _lay(bust, outline, pairs)
    wisp = bust.painter.strokes(
        [bust.all([(20.6, -6), (23, 4), (20.8, 12)]), bust.all([(-20.6, -6), (-23, 3), (-21.4, 10)])], 1.1
    )
    bust.painter.fill(wisp, bust.person.hair)
    return shape


def _fade(bust: Bust) -> Mask:
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


def _crown_back(bust: Bust) -> Mask:
    dice = random.Random(9)
    places = [
        (math.cos(a) * r, -31 + math.sin(a) * r * 0.72, dice.uniform(3.4, 4.6))
        for r in (13.0, 9.0, 4.0)
        for a in (k * math.tau / 13 for k in range(13))
    ]
    return _curls(bust, places, 0.94)


def _crown(bust: Bust) -> Mask:
    outline: Guide = [
        (-20.4, 0), (-21.4, -11), (-17, -23.5), (-8, -29.5), (8, -29.5), (17, -23.5), (21.4, -11), (20.4, 0), (18.4, -9), (13, -18),
        (0, -21), (-13, -18), (-18.4, -9),
    ]  # fmt: skip
    pairs = [
        ([(-13, -18), (-8, -24), (-4, -31)], [(-20, -3), (-20, -16), (-10, -30)]),
        ([(-6, -20), (-3, -25), (-1, -31)], [(6, -20), (3, -25), (1, -31)]),
        ([(13, -18), (8, -24), (4, -31)], [(20, -3), (20, -16), (10, -30)]),
    ]
    shape = _lay(bust, outline, pairs)
    band = bust.painter.brush(
        bust.all([(-15.4, -26.4), (-7, -30.6), (0, -31.6), (7, -30.6), (15.4, -26.4)]), 3.2, (0.9, 0.9)
    )
    bust.painter.fill(band, bust.accent)
    bust.painter.fill(bust.painter.edge(band, 0, -1, 0.3), (255, 240, 200), 0.8)
    return union(shape, band)


def _long(bust: Bust) -> Mask:
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
    one = _lay(
        bust,
        left,
        [
            (
                [(5, -27), (-14, -26), (-23, -6), (-22, 12), (-26, 34)],
                [(5, -23), (-9, -17), (-18.6, -2), (-18, 14), (-19, 32)],
            )
        ],
    )
    two = _lay(
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


def _undercut(bust: Bust) -> Mask:
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
    return union(_lay(bust, outline, pairs), shaved)


def _locs_back(bust: Bust) -> Mask:
    hang = (-27, -23.5, -20, -16, 16, 20, 23.5, 27)
    return union(
        *[
            _loc(bust, [(x * 0.5, -26), (x * 0.94, -12), (x, 10), (x * 0.96, 31 - abs(x) * 0.2)], 4.6, 0.75)
            for x in hang
        ]
    )


def _loc(bust: Bust, curve: Guide, width: float, depth: float = 1.0) -> Mask:
    painter, colour = bust.painter, scale(bust.person.hair, depth)
    shape = painter.brush(bust.all(curve), width, (0.8, 0.6))
    painter.fill(shape, colour)
    painter.fill(painter.edge(shape, -1.2, 0.4, 0.3), scale(colour, 0.55), 0.8)
    painter.fill(painter.edge(shape, 1.0, -0.6, 0.3), mix(colour, (255, 220, 200), 0.3), 0.7)
    return shape


def _locs(bust: Bust) -> Mask:
    outline: Guide = [
        (-20.4, -3), (-21, -14), (-14, -27), (0, -30), (14, -27), (21, -14), (20.4, -3), (17.6, -12), (11, -19.6),
        (0, -21.4), (-11, -19.6), (-17.6, -12),
    ]  # fmt: skip
    cap = _lay(bust, outline, [])
    locks: list[Mask] = []
    for x in (-3, 3, -8, 8, -13, 13):
        side = 1 if x > 0 else -1
        out = 15 + abs(x) * 0.62
        locks.append(
            _loc(
                bust,
                [(x * 0.35, -29), (side * out * 0.8, -25), (side * out, -12), (side * (out + 1), 2)],
                4.0,
            )
        )
    locks += [
        _loc(bust, [(side * 12, -24), (side * 20, -15), (side * 22.6, 4), (side * 22.4, 24)], 4.2)
        for side in (-1, 1)
    ]
    return union(cap, *locks)


BACK: dict[str, Style] = {
    "waves": _waves_back, "long": _waves_back, "bob": _bob_back, "bun": _bun_back, "crown": _crown_back, "locs": _locs_back,
}  # fmt: skip
FRONT: dict[str, Style] = {
    "curls": _cap, "mohawk": _mohawk, "waves": _waves, "beanie": _beanie, "swept": _swept, "bob": _bob, "bun": _bun,
    "fade": _fade, "crown": _crown, "long": _long, "undercut": _undercut, "locs": _locs,
}  # fmt: skip
