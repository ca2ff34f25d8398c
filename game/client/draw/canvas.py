"""Draws items onto a surface. What needs smoothing or a font is drawn once and kept; after that it is only copied."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, Final

import msgspec
import pygame

from game.client.assets import Assets
from game.client.draw.surfaces import SurfaceCache
from game.client.geometry import Rect
from game.client.scene.items import Anchor
from game.client.theme import Palette
from game.client.units import Units

CACHE_BYTES: Final = 48 * 2**20

Painter = Callable[["Canvas", Any], None]
Painters = Mapping[type, Painter]
"""Painters by the type of the item they draw."""


class Canvas:
    """A surface to draw on, the pictures kept for it, and the palette and units the signs are drawn with."""

    def __init__(
        self, target: pygame.Surface, assets: Assets, style: tuple[Palette, Units], painters: Painters
    ) -> None:
        palette, units = style
        self._painters = painters
        self.target = target
        self.assets = assets
        self.palette = palette
        self.u = units
        self._cache = SurfaceCache(CACHE_BYTES)
        self._origin = (0, 0)
        self._is_scaled = False
        self.companion: object = None
        """What a painter keeps from one frame to the next."""
        self.is_unfinished = False
        """Set by a painter that has more to draw: the frame should be drawn again soon."""

    @property
    def cached_bytes(self) -> int:
        """Bytes of the pictures kept."""
        return self._cache.bytes

    def retarget(self, target: pygame.Surface) -> None:
        """Draw on another surface from now on: the window was resized."""
        self.target = target

    def restyle(self, palette: Palette, units: Units) -> None:
        """Take another palette or scale; every picture kept is dropped."""
        if (palette, units) != (self.palette, self.u):
            self.palette, self.u = palette, units
            self._cache.clear()

    def draw(self, items: Iterable[msgspec.Struct]) -> None:
        """Draw items in order. The caller clears `is_unfinished` before a frame. Raises TypeError for a thing no painter is known for."""
        for item in items:
            painter = self._painters.get(type(item))
            if painter is None:
                raise TypeError(f"no painter for {type(item).__name__}; add one to game.client.draw.painters")
            painter(self, item)

    def kept(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The picture of `key`, made if it is not kept."""
        return self._cache.get((key, self.u) if self._is_scaled else key, make)

    def put(self, surface: pygame.Surface, x: float, y: float) -> None:
        """Copy a premultiplied picture with its top left at x, y of the window."""
        at = (round(x) - self._origin[0], round(y) - self._origin[1])
        self.target.blit(surface, at, special_flags=pygame.BLEND_PREMULTIPLIED)

    def put_opaque(self, surface: pygame.Surface, x: int, y: int) -> None:
        """Copy a picture without alpha."""
        self.target.blit(surface, (x - self._origin[0], y - self._origin[1]))

    def local(self, rect: Rect) -> tuple[int, int, int, int]:
        """A rectangle of the window in the target's own pixels."""
        return (rect.x - self._origin[0], rect.y - self._origin[1], rect.w, rect.h)

    def draw_clipped(self, rect: Rect, items: Iterable[msgspec.Struct]) -> None:
        """Draw items of which only what lies in `rect` shows."""
        before = self.target.get_clip()
        self.target.set_clip(pygame.Rect(self.local(rect)).clip(before))
        self.draw(items)
        self.target.set_clip(before)

    def draw_scaled(self, units: Units, items: Iterable[msgspec.Struct]) -> None:
        """Draw items at another scale than the window's."""
        before = self.u
        self.u, self._is_scaled = units, True
        try:
            self.draw(items)
        finally:
            self.u, self._is_scaled = before, False

    def picture_of(self, rect: Rect, items: Iterable[msgspec.Struct]) -> pygame.Surface:
        """Items drawn on a clear ground of the size of `rect`; premultiplied."""
        surface = pygame.Surface((max(1, rect.w), max(1, rect.h)), pygame.SRCALPHA)
        target, origin = self.target, self._origin
        self.target, self._origin = surface, (rect.x, rect.y)
        try:
            self.draw(items)
        finally:
            self.target, self._origin = target, origin
        return surface


def anchored(x: int, y: int, size: tuple[int, int], anchor: Anchor) -> tuple[int, int]:
    """Top left of a thing of `size` whose anchor lies at x, y."""
    w, h = size
    across = {"l": 0, "r": w}.get(anchor[-1], w // 2)
    down = {"t": 0, "b": h}.get(anchor[0], h // 2)
    if anchor in ("mt", "mb"):
        across, down = w // 2, 0 if anchor == "mt" else h
    return x - across, y - down
