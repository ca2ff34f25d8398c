"""Backdrops of the two halls: under the Council Dome, and the Gala Hall. Quiet, since panels and figures stand on them."""

import math
import random
from collections.abc import Sequence

import numpy as np
from canvas import Plane, Point, arc_points
from files import Output
from palette import CA, GOLD, OCC, SRA, VOICE, WHITE, Colour, mix
from PIL import Image, ImageDraw, ImageFilter
from scene import Scene, bloom, clouds, gradient, picture

WIDTH, HEIGHT = 1280, 720
RIB: Colour = (104, 98, 226)


def make(output: Output) -> None:
    """Write both halls, 2560 x 1440."""
    output.webp("assets/halls/council.webp", council(), 88)
    output.webp("assets/halls/gala.webp", gala(), 88)


def council() -> Image.Image:
    """Inside the dome: ribs and rings of light, the city behind the glass, one beam on the floor of the house."""
    whole = _ground(((0.0, (26, 20, 72)), (0.5, (16, 13, 50)), (0.74, (8, 9, 30)), (1.0, (6, 7, 22))))
    centre = (632.0, 500.0)
    scene = Scene(WIDTH, HEIGHT)
    _city_behind(scene, 540)
    _ribs(scene, centre)
    cover, light = scene.cover(), scene.light()
    whole = whole * (1 - cover) + scene.solid() * cover
    whole += light * 0.55 + bloom(light, ((4, 0.4), (18, 0.5), (56, 0.5)))
    whole += _shafts([((632, -40), (632, 560), 40, 300, (150, 140, 255), 0.3)])
    _sink(whole, 400, 610, (6, 7, 22))
    return picture(whole)


def gala() -> Image.Image:
    """The Gala Hall: drapes of wine and gold, rows of lamps, searchlights in the factions' colours."""
    whole = _ground(((0.0, (44, 16, 52)), (0.42, (34, 13, 46)), (0.76, (14, 8, 30)), (1.0, (8, 6, 20))))
    scene = Scene(WIDTH, HEIGHT)
    _arches(scene)
    _lamps(scene)
    _drapes(scene)
    cover, light = scene.cover(), scene.light()
    whole = whole * (1 - cover) + scene.solid() * cover
    whole += light * 0.7 + bloom(light, ((5, 0.5), (24, 0.5), (70, 0.4)))
    beams = [
        ((x, -20), (640 + (x - 640) * 0.3, 640), 12, 120, tint, 0.4)
        for x, tint in ((180, SRA), (470, CA), (810, VOICE), (1100, OCC))
    ]
    whole += _shafts(beams)
    _sink(whole, 500, 700, (8, 6, 20))
    return picture(whole)


def _ground(stops: Sequence[tuple[float, Colour]]) -> Plane:
    whole = np.repeat(gradient(stops, HEIGHT * 2)[:, None, :], WIDTH * 2, axis=1)
    grain = clouds((WIDTH * 2, HEIGHT * 2), 17, ((5, 1.0), (12, 0.6), (30, 0.3)))[..., None]
    return np.asarray(whole * (0.82 + 0.36 * grain), np.float32)


def _sink(whole: Plane, start: int, end: int, colour: Colour) -> None:
    """Fade the picture into a plain colour between two heights."""
    share = np.clip((np.arange(HEIGHT * 2, dtype=np.float32) / 2 - start) / (end - start), 0, 1)[
        :, None, None
    ]
    whole *= 1 - share
    whole += share * np.array(colour, np.float32)


def _shafts(beams: Sequence[tuple[Point, Point, float, float, Colour, float]]) -> Plane:
    """Soft beams from one point to another: half widths at both, colour, strength."""
    total = np.zeros((HEIGHT * 2, WIDTH * 2, 3), np.float32)
    for start, end, narrow, wide, tint, strength in beams:
        mask = Image.new("L", (WIDTH // 2, HEIGHT // 2))
        pen = ImageDraw.Draw(mask)
        for core in range(10):
            share = 1 - core / 10
            corners = [
                (start[0] - narrow * share, start[1]),
                (start[0] + narrow * share, start[1]),
                (end[0] + wide * share, end[1]),
                (end[0] - wide * share, end[1]),
            ]
            pen.polygon([(x / 2, y / 2) for x, y in corners], fill=10 + core * 10)
        soft = mask.filter(ImageFilter.GaussianBlur(9)).resize(
            (WIDTH * 2, HEIGHT * 2), Image.Resampling.BICUBIC
        )
        total += np.asarray(soft, np.float32)[..., None] / 255 * np.array(tint, np.float32) * strength
    return total


def _city_behind(scene: Scene, foot: float) -> None:
    dice = random.Random(3)
    for row, (low, high, wall) in enumerate(((60, 190, (26, 22, 70)), (36, 120, (17, 15, 50)))):
        x = -10.0
        while x < WIDTH:
            wide, tall = dice.uniform(20, 44), dice.uniform(low, high) * (0.5 + 0.5 * abs(x - 632) / 632)
            scene.box((x, foot - tall, x + wide, foot + 40), wall)
            scene.line(
                [(x, foot - tall), (x + wide, foot - tall)],
                mix(dice.choice((SRA, OCC, CA, VOICE)), wall, 0.5),
                0.6,
                0.5,
            )
            for _ in range(int(tall * wide / 150)):
                left, top = x + dice.uniform(3, wide - 5), foot - tall + dice.uniform(5, tall)
                tint = dice.choice(((255, 206, 130), (150, 200, 255), (255, 150, 214)))
                scene.box((left, top, left + 2, top + 2.6), tint, 0.3 + 0.2 * row, light=True)
            x += wide + dice.uniform(-3, 5)


def _ribs(scene: Scene, centre: Point) -> None:
    """Meridians and rings of the dome, brighter towards its crown."""
    for ring in range(10):
        radius = 190 + ring * 62
        strength = max(0.12, 0.75 - ring * 0.07)
        scene.line(arc_points(centre, (radius, radius * 0.86), (180, 360), 120), RIB, 1.5, strength)
    for rib in range(33):
        angle = math.pi * (1 + rib / 32)
        ends = [
            (centre[0] + reach * math.cos(angle), centre[1] + reach * 0.86 * math.sin(angle))
            for reach in (190, 820)
        ]
        scene.line(ends, RIB, 1.7 if rib % 4 == 0 else 0.7, 0.42 if rib % 4 == 0 else 0.26)
        if rib % 4 == 0:
            for ring in range(10):
                reach = 190 + ring * 62
                scene.disc(
                    (centre[0] + reach * math.cos(angle), centre[1] + reach * 0.86 * math.sin(angle)),
                    1.6,
                    (200, 204, 255),
                    0.7,
                )


def _arches(scene: Scene) -> None:
    """A colonnade at the back of the hall, gilded."""
    for bay in range(9):
        x = 640 + (bay - 4) * 150
        arch = [
            (x - 56, 520),
            (x - 56, 240),
            *arc_points((x, 240), (56, 66), (180, 360), 40),
            (x + 56, 240),
            (x + 56, 520),
        ]
        scene.polygon(arch, (26, 12, 42))
        scene.line(arch, GOLD, 1.3, 0.4)
        inner = [
            (x - 46, 520),
            (x - 46, 246),
            *arc_points((x, 246), (46, 54), (180, 360), 40),
            (x + 46, 246),
            (x + 46, 520),
        ]
        scene.line(inner, GOLD, 0.6, 0.22)
        for up in range(5):
            scene.disc((x, 330 + up * 34), 1.4, (255, 222, 160), 0.35)


def _drapes(scene: Scene) -> None:
    """Swags along the top and a curtain on each side, fold by fold."""
    for swag in range(6):
        x = 640 + (swag - 2.5) * 230
        for fold in range(9):
            depth = 74 - fold * 8
            tone = mix((88, 20, 62), (36, 8, 36), fold / 9 + 0.2 * (fold % 2))
            scene.polygon(arc_points((x, -4), (122, depth), (0, 180), 40), tone)
        scene.line(arc_points((x, -4), (122, 74), (0, 180), 40), GOLD, 1.6, 0.75)
        scene.disc((x - 115, 14), 4, GOLD, 0.8)
    for side in (-1, 1):
        edge = 640 + side * 640
        for fold in range(12):
            near, far = edge - side * (138 - fold * 12), edge - side * (126 - fold * 12)
            tone = mix((96, 22, 66), (30, 6, 32), (math.sin(fold * 2.1) + 1) / 2)
            scene.polygon(
                [(near, 0), (far, 0), (far - side * 8, 720), (near + side * (10 - fold), 720)], tone
            )
        scene.line([(edge - side * 138, 0), (edge - side * 128, 720)], GOLD, 1.2, 0.45)


def _lamps(scene: Scene) -> None:
    """Strings of lamps that hang across the hall."""
    for row, (height, sag) in enumerate(((96, 40), (132, 60))):
        for step in range(61):
            share = step / 30 - 1
            spot = (640 + share * 560, height + sag * (1 - share * share))
            size = 1.9 if step % 5 == 0 else 1.0
            scene.disc(spot, size, mix((255, 214, 150), WHITE, 0.3), 0.8 - 0.25 * row)
