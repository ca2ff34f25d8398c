"""The title's backdrop: night sky, the great smile of light, the skyline, and all of it again in the river."""

import math
import random

import numpy as np
from canvas import Plane, Point, arc_points
from files import Output
from logo import logo
from palette import CA, OCC, SRA, VOICE, WHITE, Colour, mix
from PIL import Image, ImageDraw, ImageFilter
from scene import Scene, bloom, clouds, gradient, picture
from skyline import WATERLINE, draw_skyline

WIDTH, HEIGHT, PIXELS = 1280, 720, 2
SMILE: Point = (900, 168)
REACH = 246


def make(output: Output) -> None:
    """Write the backdrop and the logo."""
    output.webp("assets/title/backdrop.webp", backdrop(), 90)
    output.png("assets/title/logo.png", logo())


def backdrop() -> Image.Image:
    """The whole picture, 2560 x 1440."""
    whole = _sky()
    smile = _great_smile()
    whole += smile + bloom(smile, ((5, 0.6), (22, 0.5), (70, 0.5)))
    whole += _beams()
    city = Scene(WIDTH, HEIGHT)
    draw_skyline(city)
    cover, light = city.cover(), city.light()
    whole = (
        whole * (1 - cover) + city.solid() * cover + light + bloom(light, ((3, 0.55), (12, 0.35), (40, 0.3)))
    )
    _mist(whole)
    _water(whole)
    return picture(whole)


def _sky() -> Plane:
    high, wide = HEIGHT * PIXELS, WIDTH * PIXELS
    stops = (
        (0.0, (6, 6, 24)),
        (0.36, (17, 10, 50)),
        (0.6, (52, 18, 92)),
        (0.79, (150, 44, 132)),
        (1.0, (150, 44, 132)),
    )
    whole = np.repeat(gradient(stops, high)[:, None, :], wide, axis=1)
    veil = clouds((wide, high), 5, ((5, 1.0), (11, 0.6), (24, 0.34), (52, 0.18)))
    veil = np.clip((veil - 0.46) * 3.2, 0, 1)[..., None]
    rows = np.linspace(0, 1, high, dtype=np.float32)[:, None, None]
    tint = np.array((96, 34, 120), np.float32) * rows + np.array((34, 30, 88), np.float32) * (1 - rows)
    whole += veil * tint * 0.6
    _stars(whole)
    return whole


def _stars(whole: Plane) -> None:
    dice = random.Random(9)
    for _ in range(620):
        x, y, size = dice.randrange(WIDTH * PIXELS - 2), dice.randrange(700), dice.random()
        glow = np.array(mix((120, 110, 200), WHITE, dice.random()), np.float32) * (size**3 * 0.9 + 0.12)
        reach = 2 if size > 0.86 else 1
        whole[y : y + reach, x : x + reach] += glow * (1 - y / 820)


def _great_smile() -> Plane:
    """A crescent of scan lines with a lattice like teeth, and two eyes."""
    scene, (x, y) = Scene(WIDTH, HEIGHT), SMILE
    lip, chin = (REACH, REACH * 0.34), (REACH, REACH * 0.82)
    count = 180
    upper, lower = arc_points(SMILE, lip, (0, 180), count), arc_points(SMILE, chin, (0, 180), count)
    for step in range(count):
        share = (upper[step][0] - x + REACH) / (2 * REACH)
        tint = mix(SRA, CA, share * 2) if share < 0.5 else mix(CA, OCC, share * 2 - 1)
        middle = 1 - abs(share * 2 - 1)
        quad = [upper[step], upper[step + 1], lower[step + 1], lower[step]]
        scene.polygon(quad, mix(tint, (60, 20, 90), 0.16), 0.44 + 0.14 * middle, light=True)
    for row in range(round(y), round(y + REACH * 0.84), 3):
        scene.box((x - REACH, row, x + REACH, row + 1.1), (0, 0, 0), 0.5, light=True)
    for tooth in range(1, 14):
        angle = math.pi * tooth / 14
        ends = [(x + REACH * math.cos(angle), y + reach * math.sin(angle)) for reach in (lip[1], chin[1])]
        scene.line(ends, (255, 240, 255), 1.5, 0.72)
    scene.line(arc_points(SMILE, (REACH, REACH * 0.57), (0, 180), count), (255, 236, 255), 1.3, 0.66)
    scene.line(upper, (255, 234, 252), 2.3)
    scene.line(lower, (255, 238, 252), 3.4)
    for side, tint in ((-1, SRA), (1, OCC)):
        eye = (x + side * REACH * 0.46, y - REACH * 0.34)
        scene.disc(eye, 11, (255, 240, 252))
        scene.line(arc_points(eye, (23, 23), (0, 360)), mix(tint, WHITE, 0.3), 1.6)
        scene.line(arc_points(eye, (35, 35), (0, 360)), tint, 0.8, 0.6)
    return scene.light()


def _beams() -> Plane:
    """Searchlights that widen and fade as they rise."""
    total = np.zeros((HEIGHT * PIXELS, WIDTH * PIXELS, 3), np.float32)
    rows = (
        np.clip(np.linspace(0, HEIGHT / WATERLINE, HEIGHT * PIXELS, dtype=np.float32), 0, 1)[:, None, None]
        ** 1.3
    )
    for x, lean, tint in (
        (474, -0.32, CA),
        (560, -0.56, SRA),
        (816, 0.0, (170, 160, 235)),
        (1000, 0.34, OCC),
        (1180, 0.5, SRA),
    ):
        mask = Image.new("L", (WIDTH // 2, HEIGHT // 2))
        pen = ImageDraw.Draw(mask)
        for core in range(8):
            half = 50 - core * 6
            tip = x + lean * 520
            corners = [(x - 2, WATERLINE - 24), (x + 2, WATERLINE - 24), (tip + half, 0), (tip - half, 0)]
            pen.polygon([(px / 2, py / 2) for px, py in corners], fill=12 + core * 10)
        soft = mask.filter(ImageFilter.GaussianBlur(5)).resize(
            (WIDTH * PIXELS, HEIGHT * PIXELS), Image.Resampling.BICUBIC
        )
        strength = np.asarray(soft, np.float32)[..., None] / 255
        total += strength * rows * np.array(tint, np.float32) * 1.05
    return total


def _mist(whole: Plane) -> None:
    """A breath of lit haze over the quay."""
    high = WATERLINE * PIXELS
    rows = np.arange(high, dtype=np.float32)
    strength = np.exp(-(((high - rows) / 90) ** 2))[:, None, None] * 0.17
    veil = clouds((WIDTH * PIXELS, high), 12, ((7, 1.0), (17, 0.6), (40, 0.3)))[..., None]
    whole[:high] += strength * veil * np.array((255, 120, 220), np.float32)


def _water(whole: Plane) -> None:
    """Mirror the city in the river, broken by ripples that grow towards the viewer."""
    top = WATERLINE * PIXELS
    depth = HEIGHT * PIXELS - top
    source = whole[top - 820 : top][::-1]
    rows = np.linspace(0, 1, depth, dtype=np.float32)
    lookup = np.clip((rows**0.92 * 819), 0, 819)
    dice = np.random.default_rng(3)
    jitter = dice.normal(0, 1, depth) * (2 + rows * 16)
    lookup = np.clip(lookup + jitter, 0, 819).astype(int)
    mirror = picture(source[lookup]).filter(ImageFilter.BoxBlur((7, 1)))
    plane = np.asarray(mirror, np.float32).copy()
    for row in range(depth):
        near = rows[row]
        shift = math.sin(row * 0.31) * (2 + 9 * near) + math.sin(row * 0.11 + 1) * (2 + 14 * near)
        plane[row] = np.roll(plane[row], round(shift), axis=0)
    fade = (0.74 - 0.5 * rows)[:, None, None]
    ripple = (0.82 + 0.18 * np.sin(np.arange(depth) * (1.6 - 0.9 * rows)))[:, None, None]
    whole[top:] = plane * fade * ripple + np.array((7, 9, 32), np.float32) * (1 - fade)
    whole[top : top + 2] += np.array((150, 96, 170), np.float32)
    _glints(whole, top, depth)


def _glints(whole: Plane, top: int, depth: int) -> None:
    dice = random.Random(2)
    colours: tuple[Colour, ...] = (SRA, OCC, CA, VOICE, (255, 210, 150))
    for _ in range(720):
        near = dice.random() ** 1.5
        x, y = dice.randrange(WIDTH * PIXELS), top + 4 + int(near * (depth - 10))
        length, thick = int(6 + dice.random() * (14 + 46 * near)), 1 + int(near * 2.4)
        glow = np.array(dice.choice(colours), np.float32) * dice.uniform(0.08, 0.44)
        window = whole[y : y + thick, x : x + length]
        window += glow * np.hanning(window.shape[1] + 2)[1:-1][None, :, None].astype(np.float32)
