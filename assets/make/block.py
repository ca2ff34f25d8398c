"""A building's body: a box on the ground with walls, windows, roof and lit edges."""

import random
from dataclasses import dataclass

from canvas import Ink, Point
from ground import Ground
from palette import WARM, Colour, mix, scale

WALL: Colour = (23, 25, 58)


@dataclass(frozen=True)
class Paint:
    """How a building looks: its accent, its walls, and the dice that place its windows."""

    accent: Colour
    dice: random.Random
    wall: Colour = WALL


@dataclass(frozen=True)
class Windows:
    """Windows of a wall: pixels per floor and per bay, the share lit, the share of those warm, and the pattern."""

    lit: float = 0.38
    warm: float = 0.6
    floor: float = 5.4
    bay: float = 5.2
    pattern: str = "grid"


@dataclass(frozen=True)
class Block:
    """A box from tile corner `low` to `high`, from `foot` to `foot + rise` pixels above the ground."""

    low: Point
    high: Point
    rise: float
    foot: float = 0.0

    @property
    def top(self) -> float:
        """The height of the roof in pixels."""
        return self.foot + self.rise

    def on(self, ground: Ground, side: int, across: float, up: float) -> Point:
        """The pixel on a wall: side -1 faces left, +1 right; `across` and `up` run 0..1 from the left, from the foot."""
        z = self.foot + self.rise * up
        if side < 0:
            return ground.at(self.low[0] + (self.high[0] - self.low[0]) * across, self.high[1], z)
        return ground.at(self.high[0], self.high[1] + (self.low[1] - self.high[1]) * across, z)

    def patch(self, ground: Ground, side: int, span: tuple[float, float, float, float], ink: Ink) -> None:
        """Fill a part of a wall; `span` is left, foot, right, top, each 0..1."""
        left, foot, right, top = span
        corners = ((left, foot), (right, foot), (right, top), (left, top))
        ground.polygon([self.on(ground, side, *corner) for corner in corners], ink)

    def length(self, side: int) -> float:
        """How long a wall is in tiles."""
        return self.high[0] - self.low[0] if side < 0 else self.high[1] - self.low[1]

    def walls(self, ground: Ground, paint: Paint) -> None:
        """Fill both walls: darker on the left, washed with the accent near the street."""
        bands = max(4, min(20, round(self.rise / 3)))
        for side in (-1, 1):
            plain = mix(paint.wall, (0, 0, 0), 0.34) if side < 0 else mix(paint.wall, (74, 68, 140), 0.2)
            for band in range(bands):
                low, high = band / bands, (band + 1) / bands
                wash = max(0.0, 1 - (self.foot + self.rise * low) / 26) * 0.24
                tone = mix(mix(plain, paint.accent, wash), (96, 92, 160), 0.1 * low)
                self.patch(ground, side, (0, low, 1, min(1.0, high + 0.02)), Ink(tone))

    def windows(self, ground: Ground, paint: Paint, look: Windows) -> None:
        """Light some windows on both walls."""
        floors = max(1, round(self.rise / look.floor))
        for side in (-1, 1):
            bays = max(2, round(self.length(side) * 32 / look.bay))
            for floor in range(floors):
                self._storey(ground, paint, look, (side, floor, floors, bays))

    def _storey(self, ground: Ground, paint: Paint, look: Windows, where: tuple[int, int, int, int]) -> None:
        side, floor, floors, bays = where
        low, high = (floor + 0.3) / floors, (floor + 0.72) / floors
        warm = paint.dice.random() < look.warm
        ribbon = look.pattern == "bands"
        glass = mix(paint.wall, (86, 110, 190), 0.3)
        for bay in range(bays):
            left = (bay + (0.06 if ribbon else 0.26)) / bays
            right = (bay + (0.94 if ribbon else 0.74)) / bays
            if paint.dice.random() > look.lit:
                self.patch(ground, side, (left, low, right, high), Ink(glass, 0.35))
                continue
            if not ribbon:
                warm = paint.dice.random() < look.warm
            colour = paint.dice.choice(WARM) if warm else mix(paint.accent, (235, 245, 255), 0.35)
            strength = paint.dice.uniform(0.5, 1.0) * (1 if side > 0 else 0.76)
            self.patch(
                ground, side, (left, low, right, high), Ink(scale(colour, strength), strength, light=True)
            )

    def roof(self, ground: Ground, paint: Paint, inset: float = 0.16) -> None:
        """Lay the roof with a parapet around a darker deck."""
        tone = mix(mix(paint.wall, (62, 60, 116), 0.5), paint.accent, 0.12)
        ground.slab(self.low, self.high, Ink(tone), self.top)
        margin = inset * min(self.length(-1), self.length(1))
        low = (self.low[0] + margin, self.low[1] + margin)
        high = (self.high[0] - margin, self.high[1] - margin)
        ground.slab(low, high, Ink(mix(tone, (8, 8, 22), 0.5)), self.top)

    def edges(self, ground: Ground, paint: Paint, strength: float = 0.5) -> None:
        """Light the roof's front edges in the accent, the back ones faintly; `strength` 0..1."""
        colour = mix((34, 44, 88), paint.accent, strength)
        left, front = (self.low[0], self.high[1], self.top), (*self.high, self.top)
        right, back = (self.high[0], self.low[1], self.top), (*self.low, self.top)
        ground.trace(
            [left, back, right], Ink(mix(colour, (0, 0, 0), 0.35), max(0.4, strength) * 0.65, light=True), 0.5
        )
        ground.trace(
            [left, front, right], Ink(colour, max(0.5, strength), light=True), 0.9 if strength > 0.8 else 0.7
        )

    def seam(self, ground: Ground, paint: Paint, strength: float = 0.8) -> None:
        """Draw a strip of light down the front corner."""
        foot, top = (*self.high, self.foot + 2), (*self.high, self.top)
        ground.trace([foot, top], Ink(paint.accent, strength, light=True), 0.7)

    def build(self, ground: Ground, paint: Paint, look: Windows | None, edge: float = 0.5) -> "Block":
        """Walls, windows, roof and edges in their order; without `look` the walls stay blind."""
        self.walls(ground, paint)
        if look is not None:
            self.windows(ground, paint, look)
        self.roof(ground, paint)
        if edge > 0:
            self.edges(ground, paint, edge)
        return self

    def above(self, share: float, rise: float, shift: Point = (0.0, 0.0)) -> "Block":
        """A smaller block on this roof, `share` of its width, moved by `shift` tiles."""
        middle = ((self.low[0] + self.high[0]) / 2 + shift[0], (self.low[1] + self.high[1]) / 2 + shift[1])
        half = (self.length(-1) * share / 2, self.length(1) * share / 2)
        low, high = (middle[0] - half[0], middle[1] - half[1]), (middle[0] + half[0], middle[1] + half[1])
        return Block(low, high, rise, self.top)


def square(half: float, rise: float, foot: float = 0.0, middle: Point = (0.0, 0.0)) -> Block:
    """A block with a square plan of `half` tiles to each side of its middle."""
    low, high = (middle[0] - half, middle[1] - half), (middle[0] + half, middle[1] + half)
    return Block(low, high, rise, foot)
