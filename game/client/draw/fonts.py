"""Text as surfaces and its metrics, by runs of one font each."""

from functools import lru_cache

import pygame

from game.client.assets import Assets
from game.client.theme import Colour, Face


class FontMeasure:
    """Metrics of the real fonts; fulfils `game.client.look.Measure`."""

    def __init__(self, assets: Assets) -> None:
        self._assets = assets
        self._width = lru_cache(maxsize=16384)(self._measured)

    def width(self, text: str, face: Face) -> int:
        """Pixels the line takes."""
        return self._width(text, face)

    def line_height(self, face: Face) -> int:
        """Height of a line of the face's first font; a fallback font does not change it."""
        return self._assets.fonts(face)[0].get_height()

    def _measured(self, text: str, face: Face) -> int:
        return sum(font.size(run)[0] for font, run in self._assets.runs(text, face))


def text_surface(assets: Assets, text: str, face: Face, colour: Colour) -> pygame.Surface:
    """One line of text, premultiplied; runs of different fonts share one baseline."""
    runs = assets.runs(text, face)
    base = assets.fonts(face)[0]
    if len(runs) == 1 and runs[0][0] is base:
        return base.render(text, True, colour).premul_alpha()
    width = max(1, sum(font.size(run)[0] for font, run in runs))
    line = pygame.Surface((width, base.get_height()), pygame.SRCALPHA)
    x = 0
    for font, run in runs:
        drawn = font.render(run, True, colour).premul_alpha()
        line.blit(drawn, (x, base.get_ascent() - font.get_ascent()), special_flags=pygame.BLEND_PREMULTIPLIED)
        x += font.size(run)[0]
    return line


def shadowed(text: pygame.Surface, shadow: pygame.Surface, reach: int) -> pygame.Surface:
    """Text on its own dark outline, larger by `reach` on each side."""
    w, h = text.get_size()
    out = pygame.Surface((w + 2 * reach, h + 2 * reach), pygame.SRCALPHA)
    for dx, dy in ((1, 1), (-1, 1), (1, -1), (-1, -1), (0, 1)):
        spot = (reach + dx * reach, reach + dy * reach)
        out.blit(shadow, spot, special_flags=pygame.BLEND_PREMULTIPLIED)
    out.blit(text, (reach, reach), special_flags=pygame.BLEND_PREMULTIPLIED)
    return out
