"""The city on the screen: finished chunks are kept and copied; what changed is drawn anew, a few chunks a frame."""

import math
from collections import OrderedDict
from typing import Final

import pygame

from game.client.camera import Camera
from game.client.city_layout import CHUNK, CityLayout, CityState
from game.client.draw.city_chunks import ChunkPainter
from game.client.draw.city_tiles import TileSprites
from game.client.draw.surfaces import SurfaceCache
from game.client.geometry import Rect
from game.client.theme import Palette
from game.maps.art import MapArt

KEPT_CHUNKS: Final = 64
GROUND_BYTES: Final = 20 * 2**20
Chunk = tuple[float, int, int]
"""Zoom, column, row."""

_Version = tuple[object, ...]


class CityRenderer:
    """Draws one map. Chunks that are out of date stay on the screen until their turn comes."""

    def __init__(self, art: MapArt, palette: Palette) -> None:
        self.art = art
        self._palette = palette
        self._layout = CityLayout(art)
        self._sprites = TileSprites(art)
        self._painters: dict[float, ChunkPainter] = {}
        self._chunks: OrderedDict[Chunk, tuple[_Version, pygame.Surface]] = OrderedDict()
        self._grounds = SurfaceCache(GROUND_BYTES)
        self._zoom = self._stand_in_from = 0.0
        self._vignette: pygame.Surface | None = None
        self.built = 0

    def restyle(self, palette: Palette) -> None:
        """Take another palette; everything is drawn anew."""
        if palette != self._palette:
            self._palette = palette
            self._painters.clear()
            self._chunks.clear()
            self._grounds.clear()

    def draw(self, target: pygame.Surface, camera: Camera, state: CityState, patience: int = 2) -> bool:
        """Draw what the camera sees; at most `patience` chunks are made. True when nothing is left to be made.

        Chunks that went out of date are shown as they were until their turn comes: a selection or a new turn must
        not hold the window up. `state` has one look for each district of the map.
        """
        if camera.zoom != self._zoom:
            self._stand_in_from, self._zoom = self._zoom, camera.zoom
        wanted = _seen(camera)
        late = self._late(wanted, state)
        missing = [c for c in late if c not in self._chunks]
        made = [*missing, *(c for c in late if c in self._chunks)][:patience]
        for chunk in made:
            self._make(chunk, state)
        view = target.get_clip()
        target.set_clip(pygame.Rect(camera.view.x, camera.view.y, camera.view.w, camera.view.h).clip(view))
        if len(missing) > patience:
            self._stand_in(target, camera)
        self._copy(target, camera, wanted)
        target.blit(self._vignette_over(camera.view), (camera.view.x, camera.view.y))
        target.set_clip(view)
        done = len(late) == len(made)
        if done:
            self._sprites.keep_zoom(camera.zoom)
        return done

    def look_ahead(self, camera: Camera, state: CityState) -> bool:
        """Make one chunk just outside the view, so that moving on finds it made. True when all around are made."""
        around = _seen(camera, CHUNK)
        if len(around) > KEPT_CHUNKS:
            return True
        late = self._late(around, state)
        if late:
            self._make(late[0], state)
        return len(late) <= 1

    def _late(self, wanted: list[Chunk], state: CityState) -> list[Chunk]:
        """The chunks that are missing or out of date."""
        return [c for c in wanted if c not in self._chunks or self._chunks[c][0] != self._version(c, state)]

    def _copy(self, target: pygame.Surface, camera: Camera, wanted: list[Chunk]) -> None:
        dx, dy = camera.offset
        blits = []
        for chunk in wanted:
            kept = self._chunks.get(chunk)
            if kept is not None:
                self._chunks.move_to_end(chunk)
                blits.append((kept[1], (chunk[1] * CHUNK - dx, chunk[2] * CHUNK - dy)))
        target.fblits(blits)

    def _stand_in(self, target: pygame.Surface, camera: Camera) -> None:
        """Until sharp chunks are made, show those of the last zoom, stretched."""
        target.fill(self._palette.ink, (camera.view.x, camera.view.y, camera.view.w, camera.view.h))
        ratio = camera.zoom / self._stand_in_from if self._stand_in_from else 0.0
        dx, dy = camera.offset
        view = pygame.Rect(camera.view.x, camera.view.y, camera.view.w, camera.view.h)
        for (zoom, cx, cy), (_, surface) in self._chunks.items():
            if zoom != self._stand_in_from:
                continue
            side = round(CHUNK * ratio) + 1
            place = pygame.Rect(round(cx * CHUNK * ratio) - dx, round(cy * CHUNK * ratio) - dy, side, side)
            if place.colliderect(view):
                target.blit(pygame.transform.scale(surface, place.size), place)

    def _vignette_over(self, view: Rect) -> pygame.Surface:
        """The dark towards the corners of the view; skipped where it is clear, so that it costs little."""
        if self._vignette is None or self._vignette.get_size() != (view.w, view.h):
            self._vignette = _vignette(view.w, view.h)
        return self._vignette

    def _painter(self, zoom: float) -> ChunkPainter:
        if zoom not in self._painters:
            self._painters[zoom] = ChunkPainter(self._layout, self._sprites, self._palette, zoom)
        return self._painters[zoom]

    def _version(self, chunk: Chunk, state: CityState) -> _Version:
        """Everything of the state that can be seen in a chunk."""
        near = self._painter(chunk[0]).districts_near(chunk[1:])
        lit = state.lit is None, *(n for n in near if state.is_lit(n))
        return (
            tuple(state.districts[n] for n in near),
            lit,
            state.selected if state.selected in near else None,
        )

    def _make(self, chunk: Chunk, state: CityState) -> None:
        painter, place = self._painter(chunk[0]), chunk[1:]
        ground = self._grounds.get(chunk, lambda: painter.ground(place))
        self._chunks[chunk] = (self._version(chunk, state), painter.whole(place, ground, state))
        self._chunks.move_to_end(chunk)
        self.built += 1
        while len(self._chunks) > KEPT_CHUNKS:
            self._chunks.popitem(last=False)


def _seen(camera: Camera, margin: int = 0) -> list[Chunk]:
    """The chunks in the view, grown by `margin` pixels."""
    dx, dy = camera.offset
    view = camera.view.grown(margin)
    columns = range((view.x + dx) // CHUNK, (view.right - 1 + dx) // CHUNK + 1)
    rows = range((view.y + dy) // CHUNK, (view.bottom - 1 + dy) // CHUNK + 1)
    return [(camera.zoom, cx, cy) for cy in rows for cx in columns]


def _vignette(width: int, height: int) -> pygame.Surface:
    small = pygame.Surface((64, 36), pygame.SRCALPHA)
    for y in range(36):
        for x in range(64):
            away = max(0.0, math.hypot((x - 31.5) / 44, (y - 17.5) / 24) - 0.55)
            small.set_at((x, y), (4, 4, 16, min(190, int(away * 300))))
    surface = pygame.transform.smoothscale(small, (width, height))
    surface.set_alpha(255, pygame.RLEACCEL)
    return surface
