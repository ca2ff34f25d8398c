"""The tiles of a map as sprites: scaled once a zoom, in each owner's accent, at full light and dimmed."""

import math
from typing import Final

import pygame

from game.client.theme import Banner
from game.maps.art import ArtTile, ArtTileset, MapArt

DIM: Final = (104, 108, 150)
"""What out of reach is multiplied by: 42% of the light."""

_ACCENT: Final = {"residents": "res"}

Sprite = tuple[pygame.Surface, float, float]
"""A premultiplied picture and where its top left lies from that of its cell's box, in pixels at its zoom."""


class TileSprites:
    """Sprites of one map. Sheets are opened when first needed; a zoom's sprites are made one by one as they are met."""

    def __init__(self, art: MapArt) -> None:
        self._art = art
        self._sheets: dict[int, pygame.Surface] = {}
        self._kinds = [{kind: local for local, kind in t.kinds.items()} for t in art.tilesets]
        self._made: dict[tuple[int, str, bool, float], Sprite] = {}

    def sprite(self, place: int, owner: Banner, lit: bool, zoom: float) -> Sprite:
        """The sprite of the tile at `place` of the map's tiles, in the accent of its district's owner."""
        key = (place, owner.faction, lit, zoom)
        if key not in self._made:
            self._made[key] = self._make(self._art.tiles[place], owner, lit, zoom)
        return self._made[key]

    def keep_zoom(self, zoom: float) -> None:
        """Forget the sprites of all other zooms."""
        self._made = {key: sprite for key, sprite in self._made.items() if key[3] == zoom}

    def _make(self, tile: ArtTile, owner: Banner, lit: bool, zoom: float) -> Sprite:
        sheet = self._art.tilesets[tile.tileset]
        picture = self._cut(tile.tileset, self._local(tile, owner))
        if tile.flips != (False, False, False):
            picture = _flipped(picture, tile.flips)
        size = (max(1, math.ceil(sheet.tile_width * zoom)), max(1, math.ceil(sheet.tile_height * zoom)))
        scaled = pygame.transform.smoothscale(picture, size) if zoom != 1 else picture.copy()
        if not lit:
            scaled.fill((*DIM, 255), special_flags=pygame.BLEND_RGBA_MULT)
        dx, dy = sheet.offset
        return scaled, dx * zoom, (self._art.tile_height - sheet.tile_height + dy) * zoom

    def _local(self, tile: ArtTile, owner: Banner) -> int:
        """The tile of the same kind in the owner's accent, where the sheet has one."""
        base, colon, _ = tile.kind.partition(":")
        if not colon:
            return tile.local
        accent = _ACCENT.get(owner.faction, owner.faction)
        return self._kinds[tile.tileset].get(f"{base}:{accent}", tile.local)

    def _cut(self, number: int, local: int) -> pygame.Surface:
        tileset = self._art.tilesets[number]
        if number not in self._sheets:
            self._sheets[number] = pygame.image.load(str(tileset.image)).convert_alpha().premul_alpha()
        return self._sheets[number].subsurface(_place(tileset, local))


def _place(tileset: ArtTileset, local: int) -> pygame.Rect:
    across, down = local % tileset.columns, local // tileset.columns
    x = tileset.margin + across * (tileset.tile_width + tileset.spacing)
    y = tileset.margin + down * (tileset.tile_height + tileset.spacing)
    return pygame.Rect(x, y, tileset.tile_width, tileset.tile_height)


def _flipped(picture: pygame.Surface, flips: tuple[bool, bool, bool]) -> pygame.Surface:
    horizontal, vertical, diagonal = flips
    if diagonal:
        picture = pygame.transform.flip(pygame.transform.rotate(picture, 90), flip_x=False, flip_y=True)
    return pygame.transform.flip(picture, flip_x=horizontal, flip_y=vertical)
