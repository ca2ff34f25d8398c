"""The game's name in lights: Orbitron letters from white to violet, a smile for a hyphen."""

import io

import numpy as np
from canvas import Canvas, Ink, arc_points, straight
from files import ROOT
from fontTools.ttLib import TTFont
from palette import CA, OCC, SRA, Colour, mix
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONT = ROOT / "assets/fonts/orbitron-latin-900-normal.woff2"
WIDTH, HEIGHT, MARGIN, LETTERS, GAP = 1360, 240, 60, 132, 128


def logo() -> Image.Image:
    """The lettering at twice its size on a 1280 x 720 screen, with its glow, on transparent ground."""
    mask, smile_at = _lettering()
    glow = np.asarray(mask.filter(ImageFilter.GaussianBlur(22)), np.float32) * 0.9
    glow += np.asarray(mask.filter(ImageFilter.GaussianBlur(7)), np.float32) * 0.5
    letters = np.asarray(mask, np.float32)[..., None] / 255
    colours = np.array([_tone(row) for row in range(HEIGHT)], np.float32)[:, None, :]
    shine = np.clip(glow, 0, 255)[..., None] / 255 * 0.62
    shadow = np.asarray(_moved(mask, 5), np.float32)[..., None] / 255 * 0.75
    plane = np.concatenate([np.array((196, 92, 232), np.float32) * shine, 255 * shine], axis=2)
    for cover, colour in ((shadow, np.array((16, 8, 40), np.float32)), (letters, colours)):
        plane[..., :3] = plane[..., :3] * (1 - cover) + colour * cover
        plane[..., 3:] = plane[..., 3:] * (1 - cover) + 255 * cover
    whole = straight(np.asarray(plane, np.float32))
    whole.alpha_composite(_smile(smile_at))
    return whole


def _tone(row: int) -> Colour:
    share = (row - 66) / 108
    return mix((255, 255, 255), (190, 150, 255), max(0.0, share - 0.25) * 1.3)


def _moved(mask: Image.Image, down: int) -> Image.Image:
    moved = Image.new("L", mask.size)
    moved.paste(mask, (0, down))
    return moved


def _lettering() -> tuple[Image.Image, float]:
    """The letters as a mask, and where between the words the smile's middle is."""
    font = TTFont(FONT)
    font.flavor = None
    plain = io.BytesIO()
    font.save(plain)
    plain.seek(0)
    face = ImageFont.truetype(plain, LETTERS * 4)
    mask = Image.new("L", (WIDTH * 4, HEIGHT * 4))
    pen = ImageDraw.Draw(mask)
    first = pen.textlength("NEO", font=face) / 4
    pen.text((MARGIN * 4, HEIGHT * 2), "NEO", font=face, fill=255, anchor="lm")
    pen.text(((MARGIN + first + GAP) * 4, HEIGHT * 2), "SANCTUM", font=face, fill=255, anchor="lm")
    return mask.resize((WIDTH, HEIGHT), Image.Resampling.BOX), MARGIN + first + GAP / 2


def _smile(x: float) -> Image.Image:
    canvas, y = Canvas(WIDTH, HEIGHT), HEIGHT / 2
    canvas.line(arc_points((x, y - 4), (42, 42), (22, 158)), Ink(SRA, 1, light=True), 16)
    for angle_end in (
        arc_points((x, y - 4), (42, 42), (22, 22), 1)[0],
        arc_points((x, y - 4), (42, 42), (158, 158), 1)[0],
    ):
        canvas.ellipse(angle_end, (8, 8), Ink(SRA, 1, light=True))
    for side, tint in ((-1, CA), (1, OCC)):
        canvas.ellipse((x + side * 23, y - 36), (9.5, 9.5), Ink(tint, 1, light=True))
    return canvas.finish(7, 0.9)
