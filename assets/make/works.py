"""What only some cities need: quays and boats, cranes, skyways, spires over everything, houses stacked on houses."""

import random
from collections.abc import Callable
from itertools import pairwise
from typing import TypeAlias

from block import Block, Paint, Windows, square
from canvas import Ink
from ground import Ground
from grounds import water
from palette import ACCENTS, OCC, WHITE, Colour, mix
from roofs import garden, helipad, mast, plant, shopfront, sign, tank

SHEET_HEIGHT = 240
WOOD: Colour = (44, 38, 56)
LAMP: Colour = (255, 214, 150)

Plain: TypeAlias = Callable[[Ground], None]
Building: TypeAlias = Callable[[Ground, Paint], None]


def works() -> dict[str, Ground]:
    """Every tile of the sheet by its kind, drawn but not yet finished: plain ones, then buildings by accent."""
    made: dict[str, Ground] = {}
    for kind, draw in PLAIN.items():
        made[kind] = Ground(1, SHEET_HEIGHT)
        draw(made[kind])
    for owner, accent in ACCENTS.items():
        for kind, build in BUILDINGS.items():
            made[f"{kind}:{owner}"] = ground = Ground(1, SHEET_HEIGHT)
            build(ground, Paint(accent, random.Random(sum(map(ord, kind)) * 5)))
    return made


def _dock(ground: Ground) -> None:
    """Planks on piles, a lamp and two bollards."""
    water(ground, 5, 4)
    ground.slab((-0.51, -0.51), (0.51, 0.51), Ink(WOOD), 3)
    for step in range(9):
        along = -0.48 + step * 0.12
        ground.trace([(along, -0.5, 3), (along, 0.5, 3)], Ink((28, 24, 40)), 0.5)
    for edge in ([(-0.5, 0.5, 3), (0.5, 0.5, 3)], [(0.5, 0.5, 3), (0.5, -0.5, 3)]):
        ground.trace(list(edge), Ink((86, 76, 104), 0.9), 0.7)
    for place in ((0.4, -0.1), (-0.1, 0.4)):
        square(0.04, 3, 3, place).walls(ground, Paint(LAMP, random.Random(1), (60, 54, 78)))
    ground.trace([(0.38, 0.38, 3), (0.38, 0.38, 12)], Ink((96, 100, 140)), 0.6)
    ground.lamp((0.38, 0.38, 12.6), Ink(LAMP, 1, light=True), 1)


def _hull(ground: Ground, along: tuple[float, float], wide: float, colour: Colour) -> None:
    """A boat's body along x, pointed at its front."""
    back, front = along
    low, high = 1.0, 5.0
    rim = [(back, -wide), (front - 0.18, -wide), (front, 0.0), (front - 0.18, wide), (back, wide)]
    ground.ellipse(ground.at((back + front) / 2, wide), (16, 5), Ink((2, 10, 26), 0.6))
    for (ax, ay), (bx, by) in pairwise(rim[1:]):
        side = [
            ground.at(ax, ay, high),
            ground.at(bx, by, high),
            ground.at(bx, by, low),
            ground.at(ax, ay, low),
        ]
        ground.polygon(side, Ink(mix(colour, (0, 0, 0), 0.35)))
    ground.polygon([ground.at(x, y, high) for x, y in rim], Ink(colour))
    ground.line([ground.at(x, y, high) for x, y in rim], Ink((190, 200, 250), 0.5, light=True), 0.5)


def _boat(ground: Ground) -> None:
    """A ferry: a long hull with a lit cabin."""
    _hull(ground, (-0.46, 0.46), 0.17, (36, 42, 84))
    cabin = Block((-0.36, -0.11), (0.16, 0.11), 8, 5)
    cabin.build(ground, Paint(OCC, random.Random(3)), Windows(lit=1, warm=1, floor=8, bay=4), 0.7)
    mast(ground, (-0.24, 0, cabin.top), 9)


def _skiff(ground: Ground) -> None:
    """Two small boats with a lamp each."""
    for x, y, colour in ((-0.22, -0.2, (62, 40, 66)), (0.14, 0.22, (34, 58, 78))):
        ground.ellipse(ground.at(x, y), (8, 3.4), Ink((2, 10, 26), 0.7))
        ground.ellipse(ground.at(x, y, 1.5), (7, 3), Ink(colour))
        ground.ring(ground.at(x, y, 2), (7, 3), Ink((170, 180, 230), 0.5, light=True), 0.5)
        ground.trace([(x, y, 2), (x, y, 11)], Ink((120, 124, 160)), 0.5)
        ground.lamp((x, y, 11.5), Ink(LAMP, 1, light=True), 0.9)


def _skyway(axis: str) -> Plain:
    """A tube of glass on a pylon, high enough for houses to stand beside it."""

    def draw(ground: Ground) -> None:
        deck, half = 54.0, 0.13
        low, high = ((-0.51, -half), (0.51, half)) if axis == "x" else ((-half, -0.51), (half, 0.51))
        ground.slab((-0.16, -0.16), (0.16, 0.16), Ink((2, 3, 10), 0.4))
        pylon = square(0.07, deck, 0)
        pylon.build(ground, Paint(OCC, random.Random(2)), None, 0.2)
        tube = Block(low, high, 9, deck)
        side = -1 if axis == "x" else 1
        tube.walls(ground, Paint(OCC, random.Random(2), (26, 32, 72)))
        tube.patch(ground, side, (0, 0.3, 1, 0.72), Ink(mix(OCC, WHITE, 0.3), 0.55, light=True))
        for step in range(4):
            left = step / 4
            tube.patch(ground, side, (left, 0.3, left + 0.03, 0.72), Ink((16, 20, 50)))
        ground.slab(low, high, Ink((34, 40, 88)), tube.top)
        for place in (-half, half):
            ends = [(-0.5, place), (0.5, place)] if axis == "x" else [(place, -0.5), (place, 0.5)]
            ground.trace([(*end, tube.top) for end in ends], Ink(OCC, 0.6, light=True), 0.5)

    return draw


def _crossing(ground: Ground) -> None:
    """Where two skyways meet: a lit drum on four pylons."""
    _skyway("x")(ground)
    _skyway("y")(ground)
    x, y = ground.at(0, 0, 63)
    ground.ellipse((x, y), (17, 8.5), Ink((32, 38, 86)))
    ground.ellipse((x, y - 6), (17, 8.5), Ink((40, 48, 104)))
    for lift, strength in ((0, 0.9), (6, 0.7)):
        ground.ring((x, y - lift), (17, 8.5), Ink(mix(OCC, WHITE, 0.4), strength, light=True), 0.9)
    mast(ground, (0, 0, 70), 16)


def _shadow(ground: Ground) -> None:
    for reach, alpha in ((0.5, 0.16), (0.46, 0.22), (0.43, 0.3)):
        ground.slab((-reach, -reach), (reach, reach), Ink((2, 3, 10), alpha))


def _crane(ground: Ground, paint: Paint) -> None:
    """A harbour crane over stacked boxes."""
    _shadow(ground)
    for x, y, rise, tone in (
        (-0.26, -0.28, 14, (70, 44, 74)),
        (-0.26, 0.24, 8, (40, 66, 88)),
        (0.2, 0.28, 8, (78, 66, 48)),
    ):
        Block((x - 0.16, y - 0.12), (x + 0.16, y + 0.12), rise).build(
            ground, Paint(paint.accent, paint.dice, tone), None, 0.2
        )
    steel = Ink(mix((150, 150, 190), paint.accent, 0.3))
    for x, y in ((0.02, -0.14), (0.3, -0.14), (0.02, 0.1), (0.3, 0.1)):
        ground.trace([(x, y, 0), (0.16, 0.0, 46)], steel, 1.1)
    for height in (15, 30):
        ground.trace([(0.06, 0.04, height), (0.26, 0.04, height)], steel, 0.7)
    ground.trace([(-0.4, 0.0, 50), (0.5, 0.0, 50)], steel, 1.6)
    ground.trace([(0.16, 0, 46), (0.16, 0, 62), (0.5, 0, 50)], steel, 0.8)
    ground.trace([(0.16, 0, 62), (-0.4, 0, 50)], steel, 0.8)
    ground.trace([(0.44, 0, 50), (0.44, 0, 26)], Ink((200, 205, 240), 0.7), 0.5)
    cabin = square(0.07, 7, 42, (0.16, 0.0)).build(ground, paint, Windows(lit=1, warm=1, floor=7, bay=5), 0.9)
    ground.lamp((0.16, 0, cabin.top + 14), Ink((255, 80, 84), 1, light=True), 1)
    ground.lamp((0.5, 0, 51), Ink(paint.accent, 1, light=True), 1)


def _needle(ground: Ground, paint: Paint) -> None:
    """A spire in five steps with a light at its tip."""
    _shadow(ground)
    part = square(0.43, 26).build(ground, paint, Windows(lit=0.5, warm=0.6), 0.6)
    look = Windows(lit=0.46, warm=0.25, bay=4.2)
    for share, rise in ((0.8, 46), (0.8, 40), (0.74, 30), (0.6, 16)):
        part = part.above(share, rise).build(ground, paint, look, 0.95)
        part.seam(ground, paint, 0.85)
    mast(ground, (0, 0, part.top), 30)
    ground.lamp((0, 0, part.top + 12), Ink(mix(paint.accent, WHITE, 0.5), 1, light=True), 1.8)


def _twins(ground: Ground, paint: Paint) -> None:
    """Two slabs of glass with a garden hung between them."""
    _shadow(ground)
    foot = square(0.43, 18).build(ground, paint, Windows(lit=0.6, warm=0.7), 0.5)
    shopfront(ground, foot, paint)
    look = Windows(lit=0.42, warm=0.3, pattern="bands")
    back = Block((-0.38, -0.38), (0.38, -0.08), 138, 18).build(ground, paint, look, 0.9)
    back.seam(ground, paint)
    garden(ground, (-0.34, -0.06), (0.34, 0.1), 96)
    front = Block((-0.38, 0.1), (0.38, 0.38), 104, 18).build(ground, paint, look, 0.9)
    front.seam(ground, paint)
    sign(ground, front, paint, -1, (0.08, 0.5, 0.22, 0.94))
    helipad(ground, front, paint)
    mast(ground, (-0.2, -0.24, back.top), 18)


def _crown(ground: Ground, paint: Paint) -> None:
    """A round-shouldered tower under a crown of light."""
    _shadow(ground)
    foot = square(0.43, 14).build(ground, paint, Windows(lit=0.6, warm=0.8), 0.5)
    shaft = foot.above(0.84, 112).build(ground, paint, Windows(lit=0.44, warm=0.3, bay=4.2), 0.8)
    shaft.seam(ground, paint)
    neck = shaft.above(0.8, 10).build(ground, paint, None, 0.5)
    head = neck.above(1.14, 16).build(ground, paint, Windows(lit=0.9, warm=0.2, pattern="bands"), 1.0)
    for x, y in ((-0.26, 0.26), (0.26, -0.26), (0.26, 0.26), (-0.26, -0.26)):
        ground.trace([(x, y, head.top), (x, y, head.top + 12)], Ink(paint.accent, 0.9, light=True), 0.9)
    mast(ground, (0, 0, head.top), 24)


def _stack(ground: Ground, paint: Paint) -> None:
    """Boxes set on boxes, ladders between them, washing lights on the roofs."""
    _shadow(ground)
    look = Windows(lit=0.46, warm=0.92, floor=6, bay=6)
    for x, y, foot, rise, tone in (
        (-0.2, -0.2, 0, 22, (34, 28, 54)),
        (0.22, -0.2, 0, 14, (28, 32, 58)),
        (-0.2, 0.22, 0, 14, (40, 30, 52)),
        (0.22, 0.22, 0, 9, (26, 28, 52)),
        (0.2, -0.18, 14, 10, (44, 34, 58)),
        (-0.16, 0.18, 14, 8, (30, 36, 62)),
        (-0.2, -0.2, 22, 9, (38, 34, 60)),
    ):
        half = 0.19 if foot == 0 else 0.15
        box = Block((x - half, y - half), (x + half, y + half), rise, foot)
        box.build(ground, Paint(paint.accent, paint.dice, tone), look, 0.28)
    tank(ground, (0.26, 0.26), 9)
    plant(ground, paint, (0.2, -0.2), 24, 0.05)
    for along in (-0.3, -0.15, 0.0, 0.15, 0.3):
        ground.lamp((along, -along, 27 - abs(along) * 8), Ink(LAMP, 0.8, light=True), 0.6)


PLAIN: dict[str, Plain] = {
    "dock0": _dock, "boat0": _boat, "boat1": _skiff,
    "skyx": _skyway("x"), "skyy": _skyway("y"), "skyc": _crossing,
}  # fmt: skip
BUILDINGS: dict[str, Building] = {
    "crane0": _crane, "spire0": _needle, "spire1": _twins, "spire2": _crown, "stack0": _stack,
}  # fmt: skip
