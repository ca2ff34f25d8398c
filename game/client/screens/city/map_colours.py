"""The colours of the map modes."""

from typing import Final

from game.client.model.mapmode import MapMode, level
from game.client.screens.city.cockpit import Cockpit
from game.client.theme import Colour, Palette, mix
from game.rules.ids import District

ORGANIC: Final[Colour] = (150, 206, 96)
CURVE: Final = 0.6
"""Below 1: small levels show, too."""

ENHANCED: Final[Colour] = (150, 132, 255)


def level_colour(palette: Palette, mode: MapMode, share: float) -> Colour:
    """The colour of a district at a level of a map mode."""
    low = mix(palette.residents_bar, palette.ink, 0.35)
    ends = {
        MapMode.NEED: (palette.loss, palette.loss),
        MapMode.UNREST: (palette.loss, palette.loss),
        MapMode.LEAN: (ENHANCED, ORGANIC),
        MapMode.WEALTH: (palette.credits, palette.credits),
        MapMode.FORECAST: (palette.go, palette.loss),
    }
    up, down = ends[mode]
    return mix(low, up if share >= 0 else down, abs(share) ** CURVE)


def tint_of(cockpit: Cockpit, palette: Palette, district: District) -> Colour | None:
    """The colour a map mode gives a district; None where owners are shown."""
    share = level(cockpit.model.planning, cockpit.model.outlook, cockpit.mode, district)
    return None if share is None else level_colour(palette, cockpit.mode, share)
