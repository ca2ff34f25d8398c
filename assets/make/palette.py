"""The colours of the art, from the style sheet, as 8-bit red, green, blue."""

from typing import TypeAlias

Colour: TypeAlias = tuple[int, int, int]

INK: Colour = (5, 6, 16)
NIGHT: Colour = (9, 10, 28)
WHITE: Colour = (255, 255, 255)
GOLD: Colour = (255, 208, 122)
WARM: tuple[Colour, ...] = ((255, 214, 140), (255, 190, 110), (255, 228, 176))
VOICE: Colour = (188, 150, 255)

SRA: Colour = (255, 61, 165)
OCC: Colour = (38, 205, 255)
CA: Colour = (255, 168, 46)
RESIDENTS: Colour = (118, 140, 190)

FACTIONS: dict[str, Colour] = {"sra": SRA, "occ": OCC, "ca": CA}
ACCENTS: dict[str, Colour] = {"res": RESIDENTS, **FACTIONS}


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """Blend two colours; `share` is how much of the second, held to 0..1."""
    share = min(1.0, max(0.0, share))
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def scale(colour: Colour, factor: float) -> Colour:
    """Multiply a colour's brightness, held to 255."""
    red, green, blue = (min(255, round(value * factor)) for value in colour)
    return red, green, blue
