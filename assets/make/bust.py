"""The body of a portrait: where things sit on a head, its skin, neck, ears and clothes."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from canvas import Point
from painter import Mask, Painter
from palette import ACCENTS, WHITE, Colour, mix, scale
from person import Person

PIVOT: Point = (50.0, 66.0)
EYES: Point = (50.0, 47.0)


@dataclass(frozen=True)
class Tones:
    """The skin's colours from deep shadow to highlight."""

    skin: Colour
    shade: Colour
    deep: Colour
    light: Colour
    blush: Colour


def tones(person: Person) -> Tones:
    """Shadows go towards wine, lights towards cream; dark skins keep more colour in both."""
    skin = person.skin
    return Tones(
        skin,
        mix(scale(skin, 0.74), (84, 24, 62), 0.2),
        mix(scale(skin, 0.5), (48, 12, 52), 0.32),
        mix(scale(skin, 1.14), (255, 236, 214), 0.26),
        mix(skin, (220, 64, 72), 0.4),
    )


class Bust:
    """A painter with a person before it; face coordinates have their origin between the eyes."""

    def __init__(self, painter: Painter, person: Person) -> None:
        self.painter, self.person, self.tones = painter, person, tones(person)
        self.accent = ACCENTS[person.faction]
        self.head: Mask = painter.area(self.outline(), 4)

    def at(self, x: float, y: float, *, feature: bool = False) -> Point:
        """A place of the head on the picture; features also follow the turn of the face."""
        person = self.person
        if feature:
            x = x * (1 - 0.014 * person.turn * math.copysign(1, x) if x else 1) + person.turn
        angle = math.radians(person.tilt)
        across, down = EYES[0] + x - PIVOT[0], EYES[1] + y - PIVOT[1]
        return (
            PIVOT[0] + across * math.cos(angle) - down * math.sin(angle),
            PIVOT[1] + across * math.sin(angle) + down * math.cos(angle),
        )

    def all(self, points: Sequence[Point], *, feature: bool = False) -> list[Point]:
        """Several places of the head."""
        return [self.at(x, y, feature=feature) for x, y in points]

    def outline(self) -> list[Point]:
        """The head from crown to chin."""
        wide, jaw, chin = 19.4 * self.person.wide, 15.2 * self.person.jaw, 26.4 * self.person.chin
        half: list[Point] = [
            (0, -27.5), (wide * 0.62, -26), (wide * 0.98, -16), (wide * 1.04, -3), (wide * 0.99, 7),
            (jaw * 1.1, 15.5), (jaw * 0.78, chin * 0.9), (jaw * 0.36, chin * 1.05),
        ]  # fmt: skip
        mirror = [(-x, y) for x, y in reversed(half[1:])]
        return self.all([*half, (0, chin * 1.06), *mirror])

    def paint_neck(self) -> None:
        """Neck and the shadow the chin throws on it."""
        painter, tones_, build = self.painter, self.tones, self.person.build
        wide = 8.4 * (0.55 + 0.45 * build)
        neck = painter.area(
            [
                (50 - wide, 58),
                (50 + wide, 58),
                (50 + wide, 80),
                (50 + wide + 7, 90),
                (50, 98),
                (43 - wide, 90),
                (50 - wide, 80),
            ]
        )
        painter.fill(neck, tones_.shade)
        painter.fill(painter.soft(painter.moved(self.head, 0.5, 6), 1.2) * neck, tones_.deep, 0.85)
        painter.fill(painter.edge(neck, 3, 0, 1.2), tones_.skin, 0.5)

    def paint_ears(self) -> None:
        """Both ears; the far one in shadow."""
        painter = self.painter
        for side in (-1, 1):
            x = side * 19.6 * self.person.wide + self.person.turn * 0.3
            lobe = [(x, -4), (x + side * 3.6, -5), (x + side * 4.4, 0), (x + side * 2.8, 7), (x, 9)]
            ear = painter.area(self.all(lobe), 3)
            painter.fill(ear, self.tones.shade if side < 0 else self.tones.skin)
            painter.fill(
                painter.brush(self.all([(x + side * 2.8, -3), (x + side * 3, 2), (x + side * 1.2, 5)]), 1),
                self.tones.deep,
                0.6,
            )

    def paint_head(self) -> None:
        """The head with its broad light and shade."""
        painter, head, tone = self.painter, self.head, self.tones
        painter.fill(head, tone.skin)
        painter.fill(painter.edge(head, -9, 1, 3.4), tone.shade, 0.8)
        painter.fill(painter.edge(head, -4, 3, 2.0), tone.deep, 0.45)
        painter.fill(painter.edge(head, 0, 7, 3.2), tone.shade, 0.55)
        glow = painter.soft(painter.disc(self.at(4, -13), (11, 7)), 4) * head
        painter.fill(glow, tone.light, 0.55)
        for side in (-1, 1):
            cheek = painter.disc(self.at(side * 11.2, 9.2, feature=True), (5.4, 4.2))
            painter.fill(painter.soft(cheek, 2.2) * head, tone.blush, 0.42)
            lit = painter.disc(self.at(side * 10.6 + 1, 6.6, feature=True), (3.6, 2.0))
            painter.fill(painter.soft(lit, 1.4) * head, tone.light, 0.5 if side > 0 else 0.22)
        chin = painter.disc(self.at(1, 24.2 * self.person.chin), (4, 1.8))
        painter.fill(painter.soft(chin, 1.2) * head, tone.light, 0.35)

    def paint_age(self) -> None:
        """Lines beside the mouth, at the eyes and on the brow, as deep as the person is old."""
        age, painter, tone = self.person.age, self.painter, self.tones
        if age <= 0.1:
            return
        lines: list[list[Point]] = []
        for side in (-1, 1):
            lines.append([(side * 5.4, 9), (side * 9.4, 13), (side * 11, 17.5)])
            lines.append([(side * 14.2, 1.2), (side * 16.4, 0.2), (side * 17.4, -1)])
            lines.append([(side * 14.0, 2.6), (side * 16.4, 3), (side * 17.6, 3.2)])
            lines.append([(side * 5.6, 4.6), (side * 9, 6), (side * 12.4, 4.8)])
        if age > 0.5:
            lines += [[(-8, -13.4), (0, -14.2), (8, -13.4)], [(-6.4, -16.6), (0, -17.2), (6.4, -16.6)]]
        mask = painter.strokes([self.all(line, feature=True) for line in lines], 0.8)
        painter.fill(painter.soft(mask, 0.22), tone.deep, 0.2 + 0.36 * age)

    def rim(self, mask: Mask, alpha: float = 1.0) -> None:
        """The faction's light from behind on the right, and a faint cool one from the left."""
        painter = self.painter
        painter.fill(painter.edge(mask, 1.5, -0.5, 0.35), mix(self.accent, WHITE, 0.4), 0.85 * alpha)
        painter.glow(painter.edge(mask, 4.5, -1.2, 1.8), self.accent, 0.3 * alpha)
        painter.glow(painter.edge(mask, -1.0, -0.5, 0.4), (70, 90, 190), 0.45 * alpha)


def union(*masks: Mask) -> Mask:
    """What any of the masks covers."""
    return np.asarray(np.maximum.reduce(list(masks)), np.float32)
