"""The leaders' portraits: square busts before their faction's night, to be masked by the client."""

import random

import numpy as np
from beards import paint_beard
from bust import Bust, union
from clothes import paint_clothes
from extras import paint_extras
from features import paint_eyes, paint_marks, paint_mouth, paint_nose
from files import Output
from hair import paint_back, paint_front
from painter import Painter
from palette import ACCENTS, INK, mix
from person import PEOPLE, Person
from PIL import Image

SIZE = 256
# What of the painted square is kept, in hundredths: left, top, right, bottom.
FRAME = (8.0, 5.0, 92.0, 89.0)


def make(output: Output) -> None:
    """Write one portrait a leader."""
    for person in PEOPLE:
        output.png(f"assets/portraits/{person.key}.png", portrait(person))


def portrait(person: Person, size: int = SIZE) -> Image.Image:
    """The bust of a leader on its faction's dark ground."""
    painter = Painter(size)
    _backdrop(painter, person)
    bust = Bust(painter, person)
    back = paint_back(bust)
    if back is not None:
        bust.rim(back, 0.8)
    bust.paint_ears()
    bust.paint_neck()
    body = paint_clothes(bust)
    bust.rim(body, 0.8)
    _face(bust)
    hair = paint_front(bust)
    bust.rim(union(bust.head, hair))
    paint_extras(bust)
    return painter.finish(FRAME)


def _face(bust: Bust) -> None:
    bust.paint_head()
    brow = bust.painter.soft(bust.painter.disc(bust.at(-2, -22), (20, 8)), 2.5) * bust.head
    bust.painter.fill(brow, bust.tones.shade, 0.5)
    bust.paint_age()
    paint_nose(bust)
    paint_eyes(bust)
    paint_beard(bust)
    paint_mouth(bust)
    paint_marks(bust)


def _backdrop(painter: Painter, person: Person) -> None:
    """The faction's night: a glow behind the head and the city's lights out of focus."""
    accent = ACCENTS[person.faction]
    rows = np.linspace(0, 1, painter.side, dtype=np.float32)[:, None, None]
    top, foot = (np.array(mix(INK, accent, share), np.float32) for share in (0.34, 0.16))
    painter.plane += top + (foot - top) * rows
    painter.glow(painter.soft(painter.disc((58, 42), (34, 34)), 13), accent, 0.24)
    dice = random.Random(person.key)
    for _ in range(16):
        spot = (dice.uniform(0, 100), dice.uniform(4, 74))
        radius = dice.uniform(1.0, 3.4)
        tint = mix(accent, (255, 236, 214), dice.uniform(0.1, 0.6))
        painter.glow(painter.soft(painter.disc(spot, (radius, radius)), 0.5), tint, dice.uniform(0.06, 0.2))
