"""The ground tiles: paving, roads, water, parks and bridges. All neutral, so that an owner's tint tells on them."""

import random
from collections.abc import Callable

from canvas import Ink
from ground import Ground
from palette import Colour, mix
from trees import tree

LANE: Colour = (92, 120, 190)
LAMP: Colour = (255, 224, 160)
DEEP: Colour = (7, 32, 70)


def grounds() -> dict[str, Ground]:
    """Every ground tile by its kind, drawn but not yet finished."""
    tiles = {f"plaza{number}": _plaza(number) for number in range(3)}
    tiles |= {"roadx": _road("x"), "roady": _road("y"), "roadc": _crossing()}
    tiles |= {f"water{number}": _water(number) for number in range(3)}
    tiles |= {f"park{number}": PARKS[number](_lawn()) for number in range(4)}
    return tiles | {"bridgex": _bridge("x"), "bridgey": _bridge("y")}


def _sheet(colour: Colour) -> Ground:
    """A tile filled a hair beyond its edges, so that no seam shows between neighbours."""
    tile = Ground()
    tile.slab((-0.51, -0.51), (0.51, 0.51), Ink(colour))
    return tile


def _plaza(number: int) -> Ground:
    base = mix((19, 23, 52), (25, 30, 66), number / 3)
    tile = _sheet(base)
    seam, light = Ink(mix(base, (70, 88, 160), 0.22)), mix(base, (80, 98, 170), 0.09)
    dice = random.Random(number + 40)
    for column in range(4):
        for row in range(4):
            if dice.random() < 0.3:
                low = (column / 4 - 0.5, row / 4 - 0.5)
                tile.slab(low, (low[0] + 0.25, low[1] + 0.25), Ink(light))
    for step in (-0.25, 0.0, 0.25):
        tile.trace([(step, -0.5, 0), (step, 0.5, 0)], seam, 0.35)
        tile.trace([(-0.5, step, 0), (0.5, step, 0)], seam, 0.35)
    tile.trace([(-0.5, 0.5, 0), (-0.5, -0.5, 0), (0.5, -0.5, 0)], Ink(mix(base, (86, 106, 184), 0.4)), 0.5)
    if number == 2:
        for place in ((-0.25, -0.25), (0.25, 0.25)):
            tile.lamp((*place, 0), Ink((120, 150, 220), 0.7, light=True), 0.6)
    return tile


def _along(axis: str, along: float, across: float) -> tuple[float, float, float]:
    return (along, across, 0) if axis == "x" else (across, along, 0)


def _lanes(tile: Ground, axis: str, lift: float = 0) -> None:
    """Edge lines, dashes and the lights of two cars."""

    def place(along: float, across: float) -> tuple[float, float, float]:
        x, y, _ = _along(axis, along, across)
        return x, y, lift

    for side in (-0.3, 0.3):
        tile.trace([place(-0.5, side), place(0.5, side)], Ink(LANE, 0.55, light=True), 0.5)
    for start in (-0.42, -0.09, 0.25):
        tile.trace([place(start, 0), place(start + 0.17, 0)], Ink((200, 212, 255), 0.5, light=True), 0.5)
    for along, across, colour in ((-0.22, -0.15, (255, 240, 214)), (0.3, 0.15, (255, 60, 80))):
        tile.trace(
            [place(along, across - 0.04), place(along, across + 0.04)], Ink(colour, 0.95, light=True), 0.9
        )


def _road(axis: str) -> Ground:
    tile = _sheet((21, 24, 52))
    low, high = ((-0.51, -0.36), (0.51, 0.36)) if axis == "x" else ((-0.36, -0.51), (0.36, 0.51))
    tile.slab(low, high, Ink((12, 13, 30)))
    _lanes(tile, axis)
    return tile


def _crossing() -> Ground:
    tile = _sheet((12, 13, 30))
    for x in (-0.44, 0.44):
        for y in (-0.44, 0.44):
            tile.slab((x - 0.08, y - 0.08), (x + 0.08, y + 0.08), Ink((21, 24, 52)))
    stripe = Ink((150, 166, 214), 0.42, light=True)
    for step in range(6):
        across = -0.25 + step * 0.1
        for edge in (-0.45, 0.36):
            tile.trace([(edge, across, 0), (edge + 0.09, across, 0)], stripe, 0.8)
            tile.trace([(across, edge, 0), (across, edge + 0.09, 0)], stripe, 0.8)
    tile.lamp((0.36, -0.36, 5), Ink((98, 244, 190), 0.9, light=True), 0.7)
    tile.lamp((-0.36, 0.36, 5), Ink((255, 90, 90), 0.9, light=True), 0.7)
    return tile


def _water(number: int, ripples: int = 9) -> Ground:
    tile = Ground()
    water(tile, number, ripples)
    return tile


def water(tile: Ground, number: int, ripples: int) -> None:
    """Fill a tile with water; `number` picks how its ripples fall."""
    tile.slab((-0.51, -0.51), (0.51, 0.51), Ink(DEEP))
    dice = random.Random(number * 17 + 3)
    for _ in range(5):
        x, y = dice.uniform(-0.4, 0.4), dice.uniform(-0.4, 0.4)
        width = dice.uniform(0.08, 0.2)
        tile.slab((x - width, y - 0.03), (x + width, y + 0.03), Ink((10, 44, 92), 0.6))
    tints: tuple[Colour, ...] = ((60, 170, 255), (60, 110, 230), (150, 90, 220), (90, 210, 240))
    for _ in range(ripples):
        x, y = dice.uniform(-0.4, 0.4), dice.uniform(-0.4, 0.4)
        left, right = tile.at(x, y), dice.uniform(1.5, 4.5)
        glint = Ink(dice.choice(tints), dice.uniform(0.2, 0.55), light=True)
        tile.line([(left[0] - right, left[1]), (left[0] + right, left[1])], glint, 0.45)


def _bridge(axis: str) -> Ground:
    """A deck 5 pixels above the water on two piers, with a rail of lamps on each side."""
    tile, deck = _water(7, 6), 5.0
    low, high = ((-0.51, -0.36), (0.51, 0.36)) if axis == "x" else ((-0.36, -0.51), (0.36, 0.51))
    tile.slab(low, high, Ink((3, 12, 32), 0.7))
    for along in (-0.25, 0.25):
        x, y, _ = _along(axis, along, 0.34)
        tile.trace([(x, y, -1), (x, y, deck)], Ink((34, 40, 84)), 3)
    front = [_along(axis, -0.51, 0.36)[:2], _along(axis, 0.51, 0.36)[:2]]
    face = [
        tile.at(*front[0], deck),
        tile.at(*front[1], deck),
        tile.at(*front[1], deck - 3),
        tile.at(*front[0], deck - 3),
    ]
    tile.polygon(face, Ink((30, 34, 74)))
    tile.slab(low, high, Ink((15, 16, 36)), deck)
    _lanes(tile, axis, deck)
    for side in (-0.35, 0.35):
        ends = [_along(axis, along, side)[:2] for along in (-0.5, 0.5)]
        tile.trace([(*end, deck + 2.4) for end in ends], Ink((110, 130, 200), 0.6, light=True), 0.5)
        for along in (-0.5, -0.17, 0.17, 0.5):
            x, y, _ = _along(axis, along, side)
            tile.trace([(x, y, deck), (x, y, deck + 2.6)], Ink((70, 80, 140)), 0.5)
            tile.lamp((x, y, deck + 3), Ink(LAMP, 0.85, light=True), 0.55)
    return tile


def _lawn() -> Ground:
    tile = _sheet((12, 42, 46))
    for step in range(-2, 3):
        band = Ink((16, 51, 52), 0.8)
        tile.slab((step * 0.2 - 0.05, -0.51), (step * 0.2 + 0.05, 0.51), band)
    return tile


def _path_park(tile: Ground) -> Ground:
    tile.slab((-0.51, -0.1), (0.51, 0.1), Ink((46, 56, 84)))
    for side in (-0.1, 0.1):
        tile.trace([(-0.5, side, 0), (0.5, side, 0)], Ink((70, 84, 118)), 0.4)
    for along in (-0.25, 0.25):
        tile.trace([(along, -0.15, 0), (along, -0.15, 6)], Ink((90, 100, 130)), 0.5)
        tile.lamp((along, -0.15, 6.4), Ink(LAMP, 1, light=True), 0.8)
    tree(tile, (-0.3, 0.33), 4.2)
    tree(tile, (0.34, -0.36), 3.8)
    return tile


def _grove_park(tile: Ground) -> Ground:
    for x, y, radius in (
        (-0.3, -0.3, 4.6), (0.05, -0.36, 5.6), (-0.36, 0.05, 5.2), (0.34, -0.22, 4.4), (0.0, 0.0, 6.4),
        (-0.2, 0.34, 4.8), (0.3, 0.12, 5.4), (0.12, 0.34, 5.0),
    ):  # fmt: skip
        tree(tile, (x, y), radius)
    return tile


def _open_park(tile: Ground) -> Ground:
    tile.slab((-0.2, -0.2), (0.2, 0.2), Ink((20, 56, 56)))
    tile.trace([(-0.2, 0.2, 0), (0.2, 0.2, 0), (0.2, -0.2, 0)], Ink((44, 92, 86)), 0.4)
    for place in ((-0.36, -0.36), (0.38, 0.36)):
        tree(tile, place, 3.4)
    tile.lamp((0.0, 0.0, 1), Ink(LAMP, 0.6, light=True), 0.6)
    return tile


def _blossom_park(tile: Ground) -> Ground:
    dice = random.Random(5)
    for _ in range(16):
        x, y = dice.uniform(-0.3, 0.3), dice.uniform(-0.3, 0.3)
        tile.lamp((x, y, 0), Ink((214, 130, 190), 0.5), 0.5)
    tree(tile, (0.0, 0.0), 8, blossom=0.75)
    return tile


PARKS: tuple[Callable[[Ground], Ground], ...] = (_path_park, _grove_park, _open_park, _blossom_park)
