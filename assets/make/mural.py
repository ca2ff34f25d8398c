"""The great mural over the results: every leader who smiled in it, set in glass. One for each ending."""

import math
import random
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from canvas import Plane, Point, arc_points
from files import Output
from mosaic import Tiling, mosaic, tiling
from palette import ACCENTS, GOLD, Colour, mix
from person import PEOPLE, Person
from PIL import Image, ImageDraw
from portraits import portrait
from scene import clouds, picture

# Drawn at four times a 1280 x 172 banner, given out at twice.
WIDTH, HEIGHT, FACTOR = 1280, 172, 4
CELL = 11.0
DAWN: tuple[Colour, ...] = (
    (48, 26, 92),
    (96, 34, 122),
    (168, 44, 128),
    (214, 84, 96),
    (236, 150, 74),
    (70, 110, 170),
    (40, 84, 156),
)


def make(output: Output) -> None:
    """Write the common mural, one for each winning faction, and the sundered one."""
    tiles = tiling((WIDTH * FACTOR, HEIGHT * FACTOR), CELL, 4)
    output.webp("assets/mural/mural.webp", _shown(_set("", tiles)), 82)
    for faction in ("sra", "occ", "ca"):
        output.webp(f"assets/mural/mural-{faction}.webp", _shown(_set(faction, tiles)), 82)
    output.webp("assets/mural/mural-sundered.webp", _shown(_broken(_set("", tiles))), 82)


def _set(faction: str, tiles: Tiling) -> Plane:
    return mosaic(np.asarray(_cartoon(faction), np.float32), tiles, 6)


def _shown(plane: Plane) -> Image.Image:
    """Darken the writer's side, lay the gold border, and scale to the final size."""
    across = np.clip(np.arange(WIDTH * FACTOR, dtype=np.float32) / (560 * FACTOR), 0, 1)
    veil = ((1 - across) ** 0.8 * 0.97)[None, :, None]
    plane = np.asarray(plane * (1 - veil) + np.array((8, 7, 24), np.float32) * veil, np.float32)
    edge = 5 * FACTOR
    plane[-edge:] = np.array((12, 10, 30), np.float32)
    plane[-edge : -edge + FACTOR] = np.array(GOLD, np.float32)
    plane[-FACTOR:] = np.array((140, 90, 70), np.float32)
    return picture(plane).resize((WIDTH * 2, HEIGHT * 2), Image.Resampling.BOX)


def _cartoon(faction: str) -> Image.Image:
    """The drawing the mosaic is laid after."""
    image = Image.new("RGB", (WIDTH * FACTOR, HEIGHT * FACTOR))
    pen = ImageDraw.Draw(image)
    _rays(pen, faction)
    _city(pen)
    _river(pen)
    _smiles(pen)
    for person, centre, radius in _seating(faction):
        _medallion(image, person, centre, radius)
    return image


def _scaled(points: Sequence[Point]) -> list[Point]:
    return [(x * FACTOR, y * FACTOR) for x, y in points]


def _rays(pen: ImageDraw.ImageDraw, faction: str) -> None:
    """A sun behind the middle of the row, its rays in the colours of dawn, or mostly the winner's."""
    centre, count = (840.0, HEIGHT * 1.2), 54
    for ray in range(count):
        angles = [math.pi + math.pi * (ray + part) / count for part in (0, 1)]
        colour = DAWN[(ray * 3) % len(DAWN)]
        if faction and ray % 2:
            colour = mix(ACCENTS[faction], DAWN[(ray * 3) % len(DAWN)], 0.3)
        colour = mix(colour, (18, 12, 48), 0.2 + 0.34 * (ray % 2 == 0))
        tips = [(centre[0] + 1400 * math.cos(angle), centre[1] + 1400 * math.sin(angle)) for angle in angles]
        pen.polygon(_scaled([centre, *tips]), fill=colour)
    glow = ACCENTS.get(faction, (255, 168, 60))
    for radius, colour in (
        (232, GOLD),
        (218, mix(glow, (60, 10, 70), 0.45)),
        (200, glow),
        (174, (64, 30, 90)),
    ):
        box = [(centre[0] - radius, centre[1] - radius), (centre[0] + radius, centre[1] + radius)]
        pen.ellipse(_scaled(box), fill=colour)


def _city(pen: ImageDraw.ImageDraw) -> None:
    dice, x = random.Random(8), 0.0
    while x < WIDTH:
        wide, high = dice.uniform(14, 34), dice.uniform(30, 88)
        wall = mix((26, 20, 66), dice.choice(DAWN), 0.16)
        pen.rectangle(_scaled([(x, HEIGHT - high), (x + wide, HEIGHT)]), fill=wall)
        for _ in range(int(wide * high / 130)):
            left, top = x + dice.uniform(3, wide - 5), HEIGHT - high + dice.uniform(4, high - 8)
            pen.rectangle(_scaled([(left, top), (left + 2.6, top + 3)]), fill=(255, 206, 120))
        x += wide + dice.uniform(-2, 4)


def _river(pen: ImageDraw.ImageDraw) -> None:
    for row, (colour, phase) in enumerate(
        (((24, 92, 150), 0.0), ((44, 160, 196), 1.3), ((20, 60, 120), 2.6))
    ):
        crest = [(x, HEIGHT - 28 + row * 9 + 4 * math.sin(x / 40 + phase)) for x in range(0, WIDTH + 8, 8)]
        pen.polygon(_scaled([*crest, (WIDTH, HEIGHT), (0, HEIGHT)]), fill=colour)


def _smiles(pen: ImageDraw.ImageDraw) -> None:
    """Smiles in the sky, each with another curve."""
    for number in range(18):
        centre = (300 + number * 56 + (number % 3) * 9, 14 + (number * 37) % 30)
        radius, bend = 9 + number % 4 * 2, 0.55 + 0.12 * (number % 4)
        upper = arc_points(centre, (radius, radius * bend * 0.45), (8, 172), 12)
        lower = arc_points(centre, (radius, radius * bend * 1.25), (172, 8), 12)
        pen.polygon(_scaled([*upper, *lower]), fill=(255, 240, 220))


def _seating(faction: str) -> list[tuple[Person, Point, float]]:
    """Who stands where, those behind first: the winners in the middle and larger."""
    groups = {key: [person for person in PEOPLE if person.faction == key] for key in ("sra", "occ", "ca")}
    if faction:
        others = [
            person
            for rank in range(4)
            for key, group in groups.items()
            if key != faction
            for person in group[rank : rank + 1]
        ]
        row = [*others[:4], *groups[faction], *others[4:]]
    else:
        row = [person for rank in range(4) for person in (groups[key][rank] for key in groups)]
    seats = [(person, _seat(number)) for number, person in enumerate(row)]
    seats.sort(key=lambda seat: seat[1][1])
    return [(person, centre, radius) for person, (centre, radius) in seats]


def _seat(number: int) -> tuple[Point, float]:
    """Centre and radius of a seat, 0 to 11 from the left; the four middle ones stand in front."""
    off = abs(number - 5.5)
    if off < 2:
        return (836 + (number - 5.5) * 88, HEIGHT - 74), 59.0
    x = 836 + math.copysign(144 + (off - 1.5) * 60, number - 5.5)
    return (x, HEIGHT - 62 - (number % 2) * 10), 48.0 - off


@lru_cache(maxsize=len(PEOPLE))
def _face(person: Person) -> Image.Image:
    """The middle of a portrait, close enough to tell in glass."""
    return portrait(person).crop((18, 10, 238, 230))


def _medallion(image: Image.Image, person: Person, centre: Point, radius: float) -> None:
    """A portrait in a gilded round with a wreath of the faction's colour."""
    pen, accent = ImageDraw.Draw(image), ACCENTS[person.faction]
    for grow, colour in ((6.5, (40, 18, 52)), (5.0, GOLD), (2.2, mix(accent, (50, 10, 60), 0.35))):
        reach = radius + grow
        pen.ellipse(
            _scaled([(centre[0] - reach, centre[1] - reach), (centre[0] + reach, centre[1] + reach)]),
            fill=colour,
        )
    side = round(radius * 2 * FACTOR)
    face = _face(person).resize((side, side), Image.Resampling.LANCZOS)
    face = Image.blend(face, Image.new("RGB", face.size, accent), 0.05)
    mask = Image.new("L", (side, side))
    ImageDraw.Draw(mask).ellipse((0, 0, side - 1, side - 1), fill=255)
    image.paste(face, (round(centre[0] * FACTOR - side / 2), round(centre[1] * FACTOR - side / 2)), mask)


def _broken(plane: Plane) -> Plane:
    """The mural torn: cold, dark shards that have slipped, with black cracks between them."""
    size = (WIDTH * FACTOR, HEIGHT * FACTOR)
    shards = _warped(tiling(size, 400, 15), size)
    dice = np.random.default_rng(2)
    slip = dice.integers(-26, 27, (shards.count, 2))
    dim = dice.uniform(0.3, 0.72, shards.count).astype(np.float32)
    high, wide = shards.owner.shape
    y, x = np.mgrid[0:high, 0:wide]
    moved = plane[
        np.clip(y + slip[shards.owner, 0], 0, high - 1), np.clip(x + slip[shards.owner, 1], 0, wide - 1)
    ]
    grey = moved.mean(axis=2, keepdims=True)
    cold = (moved * 0.42 + grey * np.array((0.5, 0.54, 0.72), np.float32)) * dim[shards.owner][..., None]
    rough = (
        dice.uniform(5, 15, (high // 8 + 1, wide // 8 + 1)).repeat(8, axis=0).repeat(8, axis=1)[:high, :wide]
    )
    crack = np.clip((shards.edge - rough) / 5, 0, 1)[..., None]
    lip = np.clip(1 - np.abs(shards.edge - 22) / 9, 0, 1)[..., None] * crack
    return np.asarray(cold * crack + lip * np.array((60, 40, 56), np.float32), np.float32)


def _warped(tiles: Tiling, size: tuple[int, int]) -> Tiling:
    """Bend the straight edges of a tiling into jagged ones."""
    y, x = np.mgrid[0 : size[1], 0 : size[0]]
    bends = [clouds(size, seed, ((26, 1.0), (70, 0.55), (190, 0.3))) - 0.5 for seed in (31, 32)]
    rows = np.clip(y + bends[0] * 210, 0, size[1] - 1).astype(np.int64)
    columns = np.clip(x + bends[1] * 210, 0, size[0] - 1).astype(np.int64)
    return Tiling(tiles.owner[rows, columns], tiles.edge[rows, columns], tiles.lift, tiles.count)
