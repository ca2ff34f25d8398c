"""The visual language as tables: colours, type, the five signs of each faction. A palette swaps one table only."""

from enum import Enum
from typing import Final, Literal

import msgspec

Colour = tuple[int, int, int]
"""Red, green, blue, each 0..255."""

Family = Literal["display", "text", "mono"]
Hatch = Literal["none", "rising", "upright", "dots", "falling", "level", "rings"]
Shape = Literal["circle", "hexagon", "diamond", "square"]
Stroke = Literal["solid", "dashes", "dots", "none"]
Border = Literal["strokes", "rail", "dots", "dashes"]


def mix(a: Colour, b: Colour, share: float) -> Colour:
    """The colour `share` (0..1, held) of the way from `a` to `b`."""
    t = min(1.0, max(0.0, share))
    return (
        int(a[0] + (b[0] - a[0]) * t),
        int(a[1] + (b[1] - a[1]) * t),
        int(a[2] + (b[2] - a[2]) * t),
    )


class Banner(msgspec.Struct, frozen=True, cache_hash=True, order=True):
    """Who something belongs to: a faction's key, and which of its chapters where it sits twice (0, 1, 2)."""

    faction: str
    chapter: int = 0


RESIDENTS: Final = Banner("residents")
"""The undecided people."""


class Signs(msgspec.Struct, frozen=True):
    """The signs of a faction other than its colour; each appears wherever its colour does."""

    shape: Shape
    hatches: tuple[Hatch, Hatch]
    border: Border
    stroke: Stroke


SIGNS: Final[dict[str, Signs]] = {
    "sra": Signs("circle", ("rising", "falling"), "strokes", "solid"),
    "occ": Signs("hexagon", ("upright", "level"), "rail", "dashes"),
    "ca": Signs("diamond", ("dots", "rings"), "dots", "dots"),
    "residents": Signs("square", ("none", "none"), "dashes", "none"),
}


def signs_of(banner: Banner) -> Signs:
    """Signs of a faction. Raises KeyError naming the faction if it has none."""
    try:
        return SIGNS[banner.faction]
    except KeyError:
        known = ", ".join(SIGNS)
        raise KeyError(f"faction {banner.faction!r} has no signs in theme.SIGNS; known are {known}") from None


def hatch_of(banner: Banner) -> Hatch:
    """Hatch of a faction's bars; a second chapter has the second hatch."""
    return signs_of(banner).hatches[min(1, banner.chapter)]


class Palette(msgspec.Struct, frozen=True, cache_hash=True):
    """Every colour of the client by its meaning."""

    name: str
    ink: Colour
    night: Colour
    panel: Colour
    raised: Colour
    line: Colour
    line_strong: Colour
    text: Colour
    soft: Colour
    dim: Colour
    faint: Colour
    go: Colour
    go_ground: Colour
    on_go: Colour
    loss: Colour
    attention: Colour
    credits: Colour
    voice: Colour
    selection: Colour
    sra: Colour
    occ: Colour
    ca: Colour
    residents: Colour
    residents_bar: Colour
    groove: Colour

    def of(self, banner: Banner) -> Colour:
        """Colour of a faction; a further chapter is a lighter tint of it."""
        signs_of(banner)
        base: Colour = getattr(self, banner.faction)
        return mix(base, (255, 255, 255), 0.38 * min(banner.chapter, 2))

    def bar(self, banner: Banner) -> Colour:
        """Colour of a faction's part of a bar; residents are muted there."""
        return self.residents_bar if banner.faction == "residents" else self.of(banner)


NEON: Final = Palette(
    name="neon",
    ink=(5, 6, 16),
    night=(9, 10, 28),
    panel=(11, 14, 33),
    raised=(21, 26, 58),
    line=(42, 52, 102),
    line_strong=(74, 90, 156),
    text=(236, 242, 255),
    soft=(188, 200, 232),
    dim=(140, 156, 200),
    faint=(96, 110, 158),
    go=(98, 244, 190),
    go_ground=(14, 66, 62),
    on_go=(4, 34, 32),
    loss=(255, 106, 92),
    attention=(255, 206, 92),
    credits=(255, 222, 130),
    voice=(188, 150, 255),
    selection=(255, 255, 255),
    sra=(255, 61, 165),
    occ=(38, 205, 255),
    ca=(255, 168, 46),
    residents=(118, 140, 190),
    residents_bar=(64, 76, 120),
    groove=(24, 29, 62),
)

COLOUR_BLIND_SAFE: Final = msgspec.structs.replace(
    NEON,
    name="colour-blind-safe",
    go=(0, 158, 115),
    go_ground=(0, 56, 44),
    on_go=(0, 16, 12),
    loss=(213, 94, 0),
    attention=(230, 159, 0),
    credits=(255, 240, 190),
    voice=(150, 190, 236),
    sra=(204, 121, 167),
    occ=(86, 180, 233),
    ca=(240, 228, 66),
)

HIGH_CONTRAST: Final = msgspec.structs.replace(
    NEON,
    name="high-contrast",
    ink=(0, 0, 0),
    night=(0, 0, 0),
    panel=(0, 0, 0),
    raised=(16, 18, 36),
    line=(150, 160, 200),
    line_strong=(220, 226, 255),
    text=(255, 255, 255),
    soft=(255, 255, 255),
    dim=(226, 232, 255),
    faint=(182, 192, 226),
    go=(110, 255, 200),
    go_ground=(0, 72, 60),
    on_go=(0, 0, 0),
    loss=(255, 128, 112),
    attention=(255, 226, 110),
    credits=(255, 232, 150),
    voice=(212, 188, 255),
    sra=(255, 110, 190),
    occ=(90, 220, 255),
    ca=(255, 190, 80),
    residents=(190, 204, 240),
    residents_bar=(96, 108, 150),
    groove=(40, 46, 84),
)

PALETTES: Final[dict[str, Palette]] = {p.name: p for p in (NEON, COLOUR_BLIND_SAFE, HIGH_CONTRAST)}
"""Palettes by name, in the order a settings list shows them."""


class Face(msgspec.Struct, frozen=True, cache_hash=True):
    """A typeface at one size: family, pixels, weight."""

    family: Family
    size: int
    weight: int


class Style(Enum):
    """The type scale: family, design size, weight. Nothing to read is smaller than 14 (mono: 12)."""

    HERO = ("display", 64, 900)
    H1 = ("display", 26, 800)
    CALL = ("display", 17, 800)
    H2 = ("display", 18, 700)
    CAPTION = ("display", 11, 600)
    NUMBER = ("text", 24, 700)
    SMALL_NUMBER = ("text", 18, 700)
    STRONG_18 = ("text", 18, 600)
    STRONG = ("text", 16, 600)
    STRONG_15 = ("text", 15, 600)
    STRONG_14 = ("text", 14, 600)
    PLAIN = ("text", 16, 500)
    PLAIN_15 = ("text", 15, 500)
    PLAIN_14 = ("text", 14, 500)
    MONO = ("mono", 13, 400)
    KEY = ("mono", 12, 400)
