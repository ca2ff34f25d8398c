"""Draws one chunk of the city: ground, ownership, buildings, and the light they throw."""

from collections.abc import Iterator
from typing import Final

import pygame

from game.client.city_layout import CHUNK, CityLayout, CityState, DistrictLook, Edge
from game.client.draw.city_borders import BorderPainter, edges_by_chunk
from game.client.draw.city_tiles import DIM, TileSprites
from game.client.geometry import Spot
from game.client.theme import RESIDENTS, Palette, mix

MARGIN: Final = 32
"""Pixels drawn around a chunk and cut off again, so that blurred light crosses its edge."""

SIDE: Final = CHUNK + 2 * MARGIN
TINT: Final = 34
MODE_TINT: Final = 120
STRIPE: Final = 145
CASING: Final = (44, 46, 62)
"""What the ground right beside the outline of reach is multiplied by, so that the outline stands out."""
BLOOM_FLOOR: Final = (58, 58, 74)
_FLAT: Final = ((14, 10, 40), (4, 6, 18))


class ChunkPainter:
    """Paints chunks of one map at one zoom. A chunk is named by its column and row on the zoomed plane."""

    def __init__(self, layout: CityLayout, sprites: TileSprites, palette: Palette, zoom: float) -> None:
        self._layout, self._sprites, self._palette, self.zoom = layout, sprites, palette, zoom
        self._edges = edges_by_chunk(layout, zoom, CHUNK, MARGIN)
        self._near: dict[tuple[int, int], tuple[int, ...]] = {}
        tallest = max((t.tile_height for t in layout.art.tilesets), default=0)
        widest = max((t.tile_width for t in layout.art.tilesets), default=0)
        self._overhang = (widest, tallest)

    def districts_near(self, chunk: tuple[int, int]) -> tuple[int, ...]:
        """The districts that can be seen in a chunk, its margin and tall buildings included."""
        if chunk not in self._near:
            cells = self._cells(chunk, tall=True)
            found = {self._layout.district(x, y) for x, y in cells} - {-1}
            found |= {n for e in self._edges.get(chunk, ()) for n in (e.inner, e.outer) if n >= 0}
            self._near[chunk] = tuple(sorted(found))
        return self._near[chunk]

    def ground(self, chunk: tuple[int, int]) -> pygame.Surface:
        """The ground alone, at full light: it never changes."""
        surface = self._sky(chunk)
        if self._layout.art.layers:
            self._blit_layer(surface, chunk, 0, CityState(()))
        return surface

    def whole(self, chunk: tuple[int, int], ground: pygame.Surface, state: CityState) -> pygame.Surface:
        """The finished chunk, CHUNK pixels square and opaque; `ground` is what `ground` gave for it."""
        surface = ground.copy()
        self._shade(surface, chunk, state)
        self._own(surface, chunk, state)
        self._outline(surface, chunk, state)
        for number in range(1, len(self._layout.art.layers)):
            self._blit_layer(surface, chunk, number, state)
        _bloom(surface)
        return surface.subsurface((MARGIN, MARGIN, CHUNK, CHUNK)).convert()

    def _origin(self, chunk: tuple[int, int]) -> tuple[int, int]:
        return chunk[0] * CHUNK - MARGIN, chunk[1] * CHUNK - MARGIN

    def _to_pixel(self, chunk: tuple[int, int], x: float, y: float) -> Spot:
        px, py = self._layout.plane.spot(x, y)
        left, top = self._origin(chunk)
        return px * self.zoom - left, py * self.zoom - top

    def _cells(self, chunk: tuple[int, int], *, tall: bool) -> Iterator[tuple[int, int]]:
        left, top = self._origin(chunk)
        wide, high = self._overhang if tall else (0, 0)
        z = self.zoom
        rect = (left / z - wide, top / z, (left + SIDE) / z + wide, (top + SIDE) / z + high)
        return self._layout.plane.cells_in(rect)

    def _sky(self, chunk: tuple[int, int]) -> pygame.Surface:
        """The night behind the city, darker towards its lower end."""
        surface = pygame.Surface((SIDE, SIDE)).convert()
        whole = max(1.0, self._layout.plane.height * self.zoom)
        top = self._origin(chunk)[1]
        ink = self._palette.name == "high-contrast"
        for y in range(0, SIDE, 8):
            share = min(1.0, max(0.0, (top + y) / whole))
            colour = (0, 0, 0) if ink else mix(_FLAT[0], _FLAT[1], share**0.8)
            surface.fill(colour, (0, y, SIDE, 8))
        return surface

    def _blit_layer(
        self, surface: pygame.Surface, chunk: tuple[int, int], number: int, state: CityState
    ) -> None:
        rows, left_top = self._layout.art.layers[number].rows, self._origin(chunk)
        plane, z = self._layout.plane, self.zoom
        blits = []
        for x, y in self._cells(chunk, tall=True):
            place = rows[y][x]
            if place < 0:
                continue
            district = self._layout.district(x, y)
            known = 0 <= district < len(state.districts)
            owner = state.districts[district].leader if known else RESIDENTS
            picture, dx, dy = self._sprites.sprite(place, owner, state.is_lit(district), z)
            px, py = plane.box_of(x, y)
            blits.append((picture, (int(px * z + dx - left_top[0]), int(py * z + dy - left_top[1]))))
        surface.fblits(blits, pygame.BLEND_PREMULTIPLIED)

    def _outline_of(self, chunk: tuple[int, int], district: int) -> list[Spot]:
        return [self._to_pixel(chunk, x, y) for x, y in self._layout.art.outlines[district]]

    def _shade(self, surface: pygame.Surface, chunk: tuple[int, int], state: CityState) -> None:
        """Dim the ground of what is out of reach."""
        if state.lit is None:
            return
        mask = pygame.Surface((SIDE, SIDE)).convert()
        mask.fill(DIM)
        for district in self.districts_near(chunk):
            if district in state.lit:
                pygame.draw.polygon(mask, (255, 255, 255), self._outline_of(chunk, district))
        surface.blit(mask, (0, 0), special_flags=pygame.BLEND_RGB_MULT)

    def _own(self, surface: pygame.Surface, chunk: tuple[int, int], state: CityState) -> None:
        """Lay the owners' colours over the ground, stripes of both where contested, and the selection's sheen."""
        tint = pygame.Surface((SIDE, SIDE), pygame.SRCALPHA)
        for district in self.districts_near(chunk):
            look, lit = state.districts[district], state.is_lit(district)
            outline = self._outline_of(chunk, district)
            colour = self._tint(look, lit=lit)
            if colour is not None:
                pygame.draw.polygon(tint, colour, outline)
            if look.rival is not None and look.tint is None:
                self._stripe(tint, chunk, district, STRIPE if lit else STRIPE // 2, look)
        surface.blit(tint, (0, 0))
        if state.selected is not None and state.selected in self.districts_near(chunk):
            sheen = pygame.Surface((SIDE, SIDE)).convert()
            pygame.draw.polygon(sheen, (20, 20, 22), self._outline_of(chunk, state.selected))
            surface.blit(sheen, (0, 0), special_flags=pygame.BLEND_RGB_ADD)

    def _tint(self, look: DistrictLook, *, lit: bool) -> tuple[int, int, int, int] | None:
        if look.tint is not None:
            return (*look.tint, MODE_TINT if lit else MODE_TINT // 3)
        if look.leader == RESIDENTS or look.rival is not None:
            return None
        return (*self._palette.of(look.leader), TINT if lit else TINT // 3)

    def _stripe(
        self, tint: pygame.Surface, chunk: tuple[int, int], district: int, alpha: int, look: DistrictLook
    ) -> None:
        """Stripes half a cell apart, of leader and rival in turn, inside the district."""
        spots = self._layout.art.outlines[district]
        left, right = min(s[0] for s in spots), max(s[0] for s in spots)
        top, bottom = min(s[1] for s in spots), max(s[1] for s in spots)
        mask = pygame.Surface((SIDE, SIDE), pygame.SRCALPHA)
        pygame.draw.polygon(mask, (255, 255, 255, 255), self._outline_of(chunk, district))
        stripes = pygame.Surface((SIDE, SIDE), pygame.SRCALPHA)
        banners = [b for b in (look.leader, look.rival) if b is not None]
        for step in range(int((right - left) * 2)):
            x0, x1 = left + step / 2, left + (step + 0.62) / 2
            corners = ((x0, top), (x1, top), (x1, bottom), (x0, bottom))
            quad = [self._to_pixel(chunk, x, y) for x, y in corners]
            pygame.draw.polygon(stripes, (*self._palette.of(banners[step % 2]), alpha), quad)
        stripes.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        tint.blit(stripes, (0, 0))

    def _outline(self, surface: pygame.Surface, chunk: tuple[int, int], state: CityState) -> None:
        edges = self._edges.get(chunk)
        if not edges:
            return
        self._glow(surface, chunk, edges, state, reach=False)
        if state.lit is not None or state.selected is not None:
            self._glow(surface, chunk, edges, state, reach=True)

    def _glow(
        self,
        surface: pygame.Surface,
        chunk: tuple[int, int],
        edges: list[Edge],
        state: CityState,
        *,
        reach: bool,
    ) -> None:
        light = pygame.Surface((SIDE, SIDE)).convert()
        painter = BorderPainter(light, self._palette, lambda x, y: self._to_pixel(chunk, x, y), self.zoom)
        if reach:
            painter.reach(edges, state)
            mask = pygame.mask.from_threshold(light, (0, 0, 0), (8, 8, 8, 255))
            mask.invert()
            wide = mask.convolve(pygame.mask.Mask((5, 5), fill=True)) if self.zoom > 0.4 else mask
            dark = wide.to_surface(setcolor=CASING, unsetcolor=(255, 255, 255))
            surface.blit(dark, (-2, -2), special_flags=pygame.BLEND_RGB_MULT)
        else:
            painter.borders(edges, state)
        soft = _blurred(light, max(1, round(5 * self.zoom)))
        surface.blit(soft, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
        surface.blit(light, (0, 0), special_flags=pygame.BLEND_RGB_MAX)


def _blurred(surface: pygame.Surface, radius: int) -> pygame.Surface:
    """A soft copy: blurred at a quarter of the size."""
    small = pygame.transform.smoothscale(surface, (SIDE // 4, SIDE // 4))
    small = pygame.transform.box_blur(pygame.transform.box_blur(small, radius), max(1, radius // 2))
    return pygame.transform.smoothscale(small, (SIDE, SIDE))


def _bloom(surface: pygame.Surface) -> None:
    """Let what is bright shine onto what lies around it."""
    small = pygame.transform.smoothscale(surface, (SIDE // 4, SIDE // 4))
    small.fill(BLOOM_FLOOR, special_flags=pygame.BLEND_RGB_SUB)
    small = pygame.transform.box_blur(pygame.transform.box_blur(small, 3), 1)
    surface.blit(
        pygame.transform.smoothscale(small, (SIDE, SIDE)), (0, 0), special_flags=pygame.BLEND_RGB_ADD
    )
