"""The program's icon: the smile that hyphenates the name, over the city at night."""

import random

import numpy as np
from canvas import Canvas, Ink, arc_points, shrink
from files import Output
from palette import CA, OCC, SRA, VOICE, mix
from PIL import Image, ImageDraw
from scene import bloom, picture

SIZE = 256


def make(output: Output) -> None:
    """Write the icon."""
    output.png("assets/app-icon.png", app_icon())


def app_icon() -> Image.Image:
    """The icon with rounded corners on transparent ground."""
    canvas = Canvas(SIZE, SIZE)
    for row in range(64):
        tone = mix(mix((8, 8, 30), (44, 18, 92), row / 40), (150, 44, 132), (row - 34) / 44)
        canvas.polygon([(0, row * 4), (SIZE, row * 4), (SIZE, row * 4 + 4), (0, row * 4 + 4)], Ink(tone))
    _towers(canvas)
    canvas.line(arc_points((128, 88), (76, 76), (20, 160)), Ink(SRA, 1, light=True), 25)
    for angle in (20, 160):
        canvas.ellipse(
            arc_points((128, 88), (76, 76), (angle, angle), 1)[0], (12.5, 12.5), Ink(SRA, 1, light=True)
        )
    for side, tint in ((-1, CA), (1, OCC)):
        canvas.ellipse((128 + side * 42, 66), (17, 17), Ink(tint, 1, light=True))
    light = shrink(canvas.light, canvas.factor)
    flat = np.asarray(canvas.finish(1, 0).convert("RGB"), np.float32)
    halo = bloom(light[..., :3], ((10, 0.7), (32, 0.5))) * (1 - light[..., 3:] / 255)
    whole = picture(np.asarray(flat + halo, np.float32))
    whole.putalpha(_rounded())
    return whole


def _towers(canvas: Canvas) -> None:
    dice, x = random.Random(6), -4.0
    while x < SIZE:
        wide, high = dice.uniform(18, 34), dice.uniform(34, 84)
        top = SIZE - high
        canvas.polygon([(x, top), (x + wide, top), (x + wide, SIZE), (x, SIZE)], Ink((15, 11, 44)))
        rim = mix(dice.choice((OCC, VOICE, CA)), (15, 11, 44), 0.3)
        canvas.line([(x, top), (x + wide, top)], Ink(rim, 0.9, light=True), 1.4)
        _panes(canvas, dice, (x, top, wide))
        x += wide + 1


def _panes(canvas: Canvas, dice: random.Random, tower: tuple[float, float, float]) -> None:
    x, top, wide = tower
    columns = int((wide - 4) / 7)
    margin = (wide - columns * 7 + 3) / 2
    for row in range(int((SIZE - top) / 9)):
        for column in range(columns):
            if dice.random() > 0.42:
                continue
            left, up = x + margin + column * 7, top + 7 + row * 9
            pane = [(left, up), (left + 4, up), (left + 4, up + 5), (left, up + 5)]
            canvas.polygon(pane, Ink((255, 206, 130), dice.uniform(0.4, 0.9), light=True))


def _rounded() -> Image.Image:
    mask = Image.new("L", (SIZE * 4, SIZE * 4))
    ImageDraw.Draw(mask).rounded_rectangle((8, 8, SIZE * 4 - 9, SIZE * 4 - 9), radius=216, fill=255)
    return mask.resize((SIZE, SIZE), Image.Resampling.BOX)
