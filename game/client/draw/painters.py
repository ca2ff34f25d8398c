"""All painters by the item they draw, and the way to a canvas that knows them."""

from typing import Final

import pygame

from game.client.assets import Assets
from game.client.draw import (
    paint_bars,
    paint_boxes,
    paint_city,
    paint_lines,
    paint_minimap,
    paint_signs,
    paint_tokens,
)
from game.client.draw.canvas import Canvas, Painter
from game.client.theme import Palette
from game.client.units import Units

PAINTERS: Final[dict[type, Painter]] = {
    **paint_boxes.PAINTERS,
    **paint_lines.PAINTERS,
    **paint_bars.PAINTERS,
    **paint_signs.PAINTERS,
    **paint_tokens.PAINTERS,
    **paint_minimap.PAINTERS,
    **paint_city.PAINTERS,
}


def canvas_on(target: pygame.Surface, assets: Assets, palette: Palette, units: Units) -> Canvas:
    """A canvas on `target` that can draw every item of the scene."""
    return Canvas(target, assets, (palette, units), PAINTERS)
