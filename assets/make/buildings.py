"""The ordinary buildings of the set, each drawn in any faction's accent."""

import random
from collections.abc import Callable
from typing import TypeAlias

from block import Block, Paint, Windows, square
from canvas import Ink
from ground import Ground
from palette import ACCENTS, CA, OCC, SRA, Colour, mix
from roofs import garden, helipad, mast, plant, shopfront, sign, tank

Builder: TypeAlias = Callable[[Ground, Paint], None]

HOMELY = Windows(lit=0.42, warm=0.88)
MIXED = Windows(lit=0.36, warm=0.78)
OFFICE = Windows(lit=0.4, warm=0.35, pattern="bands")
GLASSY = Windows(lit=0.42, warm=0.3, bay=4.2)


def building(kind: str, accent: Colour) -> Ground:
    """The building `kind` in an accent; its windows fall the same way in every accent."""
    ground = Ground()
    _shadow(ground)
    BUILDERS[kind](ground, Paint(accent, random.Random(sum(map(ord, kind)) * 7)))
    return ground


def _shadow(ground: Ground) -> None:
    for reach, alpha in ((0.5, 0.16), (0.46, 0.22), (0.43, 0.3)):
        ground.slab((-reach, -reach), (reach, reach), Ink((2, 3, 10), alpha))


def _low0(ground: Ground, paint: Paint) -> None:
    house = square(0.39, 12).build(ground, paint, HOMELY, 0.34)
    garden(ground, (-0.32, -0.3), (0.02, 0.3), house.top)
    plant(ground, paint, (0.2, -0.16), house.top)


def _low1(ground: Ground, paint: Paint) -> None:
    Block((-0.4, -0.4), (0.4, -0.02), 19).build(ground, paint, HOMELY, 0.34)
    front = Block((-0.4, 0.02), (0.4, 0.4), 11).build(ground, paint, HOMELY, 0.34)
    tank(ground, (0.26, -0.2), 19)
    plant(ground, paint, (-0.2, 0.2), front.top)


def _low2(ground: Ground, paint: Paint) -> None:
    shop = square(0.4, 16)
    shop.build(ground, paint, Windows(lit=0.3, warm=0.9), 0.4)
    shopfront(ground, shop, paint, 6)
    loft = shop.above(0.46, 6, (-0.1, -0.1)).build(ground, paint, Windows(lit=0.7, warm=1), 0.3)
    mast(ground, (loft.high[0], loft.low[1], loft.top), 6)


def _mid0(ground: Ground, paint: Paint) -> None:
    house = square(0.37, 31)
    house.build(ground, paint, MIXED, 0.55)
    shopfront(ground, house, paint)
    tank(ground, (-0.16, -0.1), house.top)
    plant(ground, paint, (0.18, 0.14), house.top)


def _mid1(ground: Ground, paint: Paint) -> None:
    back = Block((-0.38, -0.38), (0.38, 0.0), 44).build(ground, paint, MIXED, 0.55)
    front = Block((-0.38, 0.0), (0.38, 0.38), 30).build(ground, paint, MIXED, 0.55)
    garden(ground, (-0.3, 0.06), (0.3, 0.32), front.top)
    Block((-0.1, -0.3), (0.14, -0.08), 6, back.top).build(ground, paint, None, 0.4)
    mast(ground, (-0.26, -0.2, back.top), 12)


def _mid2(ground: Ground, paint: Paint) -> None:
    slab = square(0.36, 50)
    slab.build(ground, paint, Windows(lit=0.4, warm=0.6, pattern="bands", floor=6), 0.6)
    sign(ground, slab, paint, 1, (0.68, 0.36, 0.92, 0.88))
    slab.above(0.5, 5).build(ground, paint, None, 0.5)
    plant(ground, paint, (0.24, -0.2), slab.top, 0.05)


def _tower0(ground: Ground, paint: Paint) -> None:
    square(0.4, 8).build(ground, paint, Windows(lit=0.7, warm=0.9), 0.4)
    shaft = square(0.33, 62, 8).build(ground, paint, GLASSY, 0.9)
    shaft.seam(ground, paint)
    crown = shaft.above(0.6, 9).build(ground, paint, Windows(lit=0.5, warm=0.1), 1.0)
    helipad(ground, crown, paint)


def _tower1(ground: Ground, paint: Paint) -> None:
    lower = square(0.36, 46).build(ground, paint, OFFICE, 0.7)
    upper = lower.above(0.74, 32).build(ground, paint, OFFICE, 0.9)
    lower.seam(ground, paint, 0.6)
    upper.seam(ground, paint, 0.9)
    sign(ground, upper, paint, -1, (0.1, 0.3, 0.32, 0.9))
    cap = upper.above(0.5, 6).build(ground, paint, None, 0.9)
    mast(ground, (0, 0, cap.top), 22)


def _tower2(ground: Ground, paint: Paint) -> None:
    square(0.41, 14).build(ground, paint, Windows(lit=0.5, warm=0.8), 0.4)
    back = Block((-0.34, -0.34), (0.34, -0.03), 84, 14).build(ground, paint, GLASSY, 0.9)
    front = Block((-0.34, 0.03), (0.34, 0.34), 62, 14).build(ground, paint, GLASSY, 0.9)
    for part in (back, front):
        part.seam(ground, paint, 0.7)
    for height in (38, 58):
        ground.slab(
            (-0.1, -0.03), (0.34, 0.03), Ink(mix(paint.accent, (255, 255, 255), 0.3), 0.8, light=True), height
        )
    mast(ground, (-0.2, -0.2, back.top), 14)
    garden(ground, (-0.28, 0.09), (0.1, 0.29), front.top)


def _step0(ground: Ground, paint: Paint) -> None:
    part = square(0.42, 20)
    part.build(ground, paint, MIXED, 0.5)
    shopfront(ground, part, paint)
    for share, rise, edge in ((0.76, 22, 0.7), (0.68, 22, 0.85), (0.6, 12, 1.0)):
        ledge = part.top
        garden(
            ground,
            (part.low[0] + 0.02, part.high[1] - 0.05),
            (part.high[0] - 0.02, part.high[1] - 0.01),
            ledge,
        )
        part = part.above(share, rise).build(ground, paint, GLASSY, edge)
    mast(ground, (0, 0, part.top), 18)


def _fact0(ground: Ground, paint: Paint) -> None:
    hall = square(0.43, 13)
    hall.build(ground, paint, Windows(lit=0.3, warm=0.95, floor=7, bay=7), 0.45)
    for row in range(3):
        near = -0.3 + row * 0.26
        ridge = [
            ground.at(-0.36, near, 19),
            ground.at(0.2, near, 19),
            ground.at(0.2, near + 0.22, 13),
            ground.at(-0.36, near + 0.22, 13),
        ]
        ground.polygon(ridge, Ink((46, 46, 88)))
        ground.polygon(
            [ground.at(0.2, near, 19), ground.at(0.2, near, 13), ground.at(0.2, near + 0.22, 13)],
            Ink((26, 26, 58)),
        )
        pane = [
            ground.at(-0.3, near + 0.04, 17.6),
            ground.at(0.14, near + 0.04, 17.6),
            ground.at(0.14, near + 0.14, 15),
            ground.at(-0.3, near + 0.14, 15),
        ]
        ground.polygon(pane, Ink((255, 200, 120), 0.28, light=True))
    for x, y, rise in ((0.32, -0.3, 30), (0.34, 0.02, 22)):
        pipe = square(0.055, rise, 13, (x, y)).build(ground, paint, None, 0.3)
        ground.lamp((x, y, pipe.top + 0.6), Ink((255, 130, 70), 0.95, light=True), 1.2)
        ground.slab(
            (x - 0.058, y - 0.058), (x + 0.058, y + 0.058), Ink(paint.accent, 0.6, light=True), pipe.top - 5
        )


def _stall(ground: Ground, paint: Paint, place: tuple[float, float], cloth: Colour) -> None:
    """A dim awning over a table, with one lamp."""
    cloth = mix(cloth, paint.accent, 0.16)
    square(0.11, 4, 0, place).walls(ground, Paint(paint.accent, paint.dice, (58, 60, 92)))
    x, y = place
    half, eave, peak = 0.14, 6.0, 11.0
    left, front = ground.at(x - half, y + half, eave), ground.at(x + half, y + half, eave)
    right, top = ground.at(x + half, y - half, eave), ground.at(x, y, peak)
    ground.polygon([left, front, top], Ink(mix(cloth, (8, 8, 26), 0.3)))
    ground.polygon([front, right, top], Ink(cloth))
    ground.line([left, front, right], Ink(mix(cloth, (255, 255, 255), 0.2), 0.6), 0.4)
    ground.lamp((x + 0.1, y + 0.1, 3), Ink((255, 208, 140), 0.9, light=True), 0.8)


def _mark0(ground: Ground, paint: Paint) -> None:
    ground.slab((-0.47, -0.47), (0.47, 0.47), Ink((24, 22, 44)))
    cloths: tuple[Colour, ...] = ((96, 62, 92), (52, 78, 104), (104, 82, 58), (80, 60, 104), (66, 92, 84))
    places = ((-0.28, -0.28), (0.24, -0.26), (-0.26, 0.24), (0.0, 0.0), (0.28, 0.28))
    for place, cloth in zip(places, cloths, strict=True):
        _stall(ground, paint, place, cloth)


def _mark1(ground: Ground, paint: Paint) -> None:
    """Two rows of stalls and a string of lamps over the lane between them."""
    ground.slab((-0.47, -0.47), (0.47, 0.47), Ink((24, 22, 44)))
    ground.slab((-0.47, -0.1), (0.47, 0.1), Ink((36, 32, 56)))
    cloths: tuple[Colour, ...] = (
        (104, 70, 60),
        (64, 70, 110),
        (92, 60, 96),
        (60, 90, 96),
        (100, 84, 60),
        (78, 62, 108),
    )
    for number, cloth in enumerate(cloths):
        _stall(ground, paint, (-0.31 + number % 3 * 0.31, -0.28 if number < 3 else 0.28), cloth)
    for step in range(7):
        along = -0.45 + step * 0.15
        sag = 12 - (1 - (along / 0.45) ** 2) * 2.4
        ground.lamp((along, 0, sag), Ink((255, 214, 150), 0.8, light=True), 0.6)


def _fest0(ground: Ground, paint: Paint) -> None:
    ground.slab((-0.48, -0.48), (0.48, 0.48), Ink((30, 17, 46)))
    for ring in range(3):
        radius = 9 + ring * 6.5
        ground.ring(
            ground.at(0, 0), (radius, radius / 2), Ink(paint.accent, 0.75 - ring * 0.2, light=True), 0.5
        )
    stage = square(0.19, 5).build(ground, paint, None, 0.9)
    arch = [
        ground.at(-0.19, 0.0, stage.top),
        ground.at(-0.19, 0.0, 22),
        ground.at(0.0, -0.19, 22),
        ground.at(0.0, -0.19, stage.top),
    ]
    ground.line(arch, Ink(mix(paint.accent, (255, 255, 255), 0.4), 0.9, light=True), 0.8)
    foot = ground.at(-0.1, -0.1, 22)
    for lean, colour in ((-1, SRA), (0, OCC), (1, CA)):
        tip = (foot[0] + lean * 15, foot[1] - 44)
        for reach, alpha in ((5, 0.07), (3, 0.09), (1.2, 0.12)):
            beam = [
                (foot[0] - 0.5, foot[1]),
                (foot[0] + 0.5, foot[1]),
                (tip[0] + reach, tip[1]),
                (tip[0] - reach, tip[1]),
            ]
            ground.polygon(beam, Ink(colour, alpha, light=True))
    for _ in range(26):
        x, y = paint.dice.uniform(-0.42, 0.42), paint.dice.uniform(-0.42, 0.42)
        if max(abs(x), abs(y)) > 0.24:
            ground.lamp((x, y, 1.5), Ink(paint.dice.choice(list(ACCENTS.values())), 0.85, light=True), 0.5)


def _bill0(ground: Ground, paint: Paint) -> None:
    house = square(0.34, 46)
    house.build(ground, paint, Windows(lit=0.3, warm=0.7), 0.5)
    shopfront(ground, house, paint)
    house.patch(
        ground, 1, (0.08, 0.34, 0.92, 0.96), Ink(mix(paint.accent, (255, 255, 255), 0.35), 0.9, light=True)
    )
    house.patch(ground, 1, (0.11, 0.37, 0.89, 0.93), Ink(mix(paint.accent, (12, 0, 34), 0.6), 1, light=True))
    smile = [
        house.on(ground, 1, 0.5 + 0.24 * (step / 6 - 1), 0.64 - 0.1 * (1 - (step / 6 - 1) ** 2))
        for step in range(13)
    ]
    ground.line(smile, Ink((255, 255, 255), 0.95, light=True), 1.1)
    for across in (0.38, 0.62):
        house.patch(
            ground, 1, (across - 0.045, 0.74, across + 0.045, 0.82), Ink((255, 255, 255), 0.95, light=True)
        )
    plant(ground, paint, (0.1, -0.1), house.top)
    mast(ground, (-0.2, -0.2, house.top), 8)


BUILDERS: dict[str, Builder] = {
    "low0": _low0, "low1": _low1, "low2": _low2, "mid0": _mid0, "mid1": _mid1, "mid2": _mid2,
    "tower0": _tower0, "tower1": _tower1, "tower2": _tower2, "step0": _step0, "fact0": _fact0,
    "mark0": _mark0, "mark1": _mark1, "fest0": _fest0, "bill0": _bill0,
}  # fmt: skip
