"""A city as one picture, as the game shows it before anybody has won anything: for people who choose a map."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct
from PIL import Image, ImageChops, ImageDraw, ImageFont

from game.maps.art import ArtTileset
from game.maps.reader import LoadedMap
from game.resources import asset

_NIGHT: Final = (5, 6, 16, 255)
_LINE: Final = (98, 244, 190, 150)
_START: Final = (255, 61, 165, 255)
_WORDS: Final = (232, 236, 255, 255)
_SHADE: Final = (5, 6, 16, 190)
_HEADROOM: Final = 160
_MARGIN: Final = 24
_LONGEST: Final = 4096
"""The longest side of the full drawing, in pixels; larger cities are drawn with smaller tiles."""

Point = tuple[float, float]


class Overlay(Struct, frozen=True):
    """What is laid over a picture: a heat from 0 to 1 for each district, a line of words for each start."""

    heat: tuple[float, ...]
    starts: tuple[str, ...]


def preview(city: LoadedMap, width: int = 1280, overlay: Overlay | None = None) -> Image.Image:
    """The picture of a checked map, `width` pixels wide: tiles, districts with their names, seats' numbers.

    Raises OSError if a tileset's picture cannot be read.
    """
    drawing = _Drawing(city)
    drawing.tiles()
    if overlay is not None:
        drawing.heat(overlay.heat)
    drawing.districts()
    drawing.starts(overlay.starts if overlay is not None else ())
    return drawing.finished(width)


class _Drawing:
    """A picture in the making; places are given in tiles."""

    def __init__(self, city: LoadedMap) -> None:
        self._city = city
        self._art = city.art
        across = (self._art.width + self._art.height) * self._art.tile_width / 2
        self._scale = min(1.0, _LONGEST / across)
        self._wide = self._art.tile_width * self._scale
        self._high = self._art.tile_height * self._scale
        size = self._size()
        self._picture = Image.new("RGBA", size, _NIGHT)
        self._sheets: dict[int, Image.Image] = {}
        self._sprites: dict[int, Image.Image] = {}

    def tiles(self) -> None:
        """The layers in their order; what stands farther back is drawn first."""
        isometric = self._art.orientation == "isometric"
        for layer in self._art.layers:
            for x, y in self._cells(isometric=isometric):
                place = layer.rows[y][x]
                if place >= 0:
                    self._tile(place, x, y)

    def districts(self) -> None:
        """Outlines and names."""
        pen = ImageDraw.Draw(self._picture, "RGBA")
        font = _font(round(max(13, 22 * self._scale)))
        for plan, outline in zip(self._city.city.districts, self._art.outlines, strict=True):
            corners = [self._at(point) for point in (*outline, outline[0])]
            pen.line(corners, fill=_LINE, width=max(1, round(3 * self._scale)))
            self._words(pen, self._at(_middle(outline)), plan.title, font)

    def heat(self, heat: Sequence[float]) -> None:
        """Each district tinted from cool to hot."""
        veil = Image.new("RGBA", self._picture.size)
        pen = ImageDraw.Draw(veil)
        for value, outline in zip(heat, self._art.outlines, strict=True):
            cool, hot = ((38, 205, 255), (255, 61, 165))
            tint = tuple(round(a + (b - a) * value) for a, b in zip(cool, hot, strict=True))
            pen.polygon([self._at(point) for point in outline], fill=(*tint, 96))
        self._picture.alpha_composite(veil)

    def starts(self, words: Sequence[str] = ()) -> None:
        """Each seat's number over the name of its home, with a line of words under it if there is one."""
        pen = ImageDraw.Draw(self._picture, "RGBA")
        size = round(max(16, 30 * self._scale))
        font = _font(size)
        for start in self._city.city.starts:
            x, y = self._at(_middle(self._art.outlines[start.district]))
            y -= 1.7 * size
            pen.ellipse((x - size, y - size, x + size, y + size), fill=_SHADE, outline=_START, width=3)
            pen.text((x, y), str(start.seat), font=font, anchor="mm", fill=_START)
            if words:
                self._words(pen, (x, y - 1.6 * size), words[start.seat - 1], font)

    def _words(self, pen: ImageDraw.ImageDraw, at: Point, words: str, font: ImageFont.FreeTypeFont) -> None:
        box = pen.textbbox(at, words, font=font, anchor="mm")
        pen.rounded_rectangle((box[0] - 8, box[1] - 5, box[2] + 8, box[3] + 5), 6, fill=_SHADE)
        pen.text(at, words, font=font, anchor="mm", fill=_WORDS)

    def finished(self, width: int) -> Image.Image:
        """The picture in the width asked for, without the night around the city."""
        picture = self._picture.convert("RGB")
        box = ImageChops.difference(picture, Image.new("RGB", picture.size, _NIGHT[:3])).getbbox()
        if box is not None:
            left, top, right, bottom = box
            picture = picture.crop(
                (
                    max(0, left - _MARGIN),
                    max(0, top - _MARGIN),
                    min(picture.width, right + _MARGIN),
                    min(picture.height, bottom + _MARGIN),
                )
            )
        height = round(picture.height * width / picture.width)
        return picture.resize((width, height), Image.Resampling.LANCZOS)

    def _cells(self, *, isometric: bool) -> Iterator[tuple[int, int]]:
        wide, high = self._art.width, self._art.height
        if not isometric:
            yield from ((x, y) for y in range(high) for x in range(wide))
            return
        for row in range(wide + high - 1):
            yield from ((x, row - x) for x in range(max(0, row - high + 1), min(wide, row + 1)))

    def _size(self) -> tuple[int, int]:
        head = _HEADROOM * self._scale
        if self._art.orientation == "isometric":
            both = self._art.width + self._art.height
            return round(both * self._wide / 2), round(both * self._high / 2 + head)
        return round(self._art.width * self._wide), round(self._art.height * self._high + head)

    def _at(self, point: Point) -> Point:
        """The pixel of a place in tiles."""
        x, y = point
        head = _HEADROOM * self._scale
        if self._art.orientation == "isometric":
            return (x - y + self._art.height) * self._wide / 2, (x + y) * self._high / 2 + head
        return x * self._wide, y * self._high + head

    def _tile(self, place: int, x: int, y: int) -> None:
        sheet = self._art.tilesets[self._art.tiles[place].tileset]
        sprite = self._sprite(place, sheet)
        if self._art.orientation == "isometric":
            left = self._at((x, y + 1))[0]
            foot = self._at((x + 1, y + 1))[1]
        else:
            left, foot = self._at((x, y + 1))
        dx, dy = (part * self._scale for part in sheet.offset)
        self._picture.alpha_composite(
            sprite, (max(0, round(left + dx)), max(0, round(foot + dy - sprite.height)))
        )

    def _sprite(self, place: int, sheet: ArtTileset) -> Image.Image:
        if place not in self._sprites:
            tile = self._art.tiles[place]
            self._sprites[place] = _cut(self._sheet(tile.tileset), sheet, tile.local, tile.flips, self._scale)
        return self._sprites[place]

    def _sheet(self, number: int) -> Image.Image:
        if number not in self._sheets:
            with Image.open(self._art.tilesets[number].image) as picture:
                self._sheets[number] = picture.convert("RGBA")
        return self._sheets[number]


def _cut(
    picture: Image.Image, sheet: ArtTileset, local: int, flips: tuple[bool, bool, bool], scale: float
) -> Image.Image:
    across, down = local % sheet.columns, local // sheet.columns
    x = sheet.margin + across * (sheet.tile_width + sheet.spacing)
    y = sheet.margin + down * (sheet.tile_height + sheet.spacing)
    tile = picture.crop((x, y, x + sheet.tile_width, y + sheet.tile_height))
    horizontal, vertical, diagonal = flips
    if diagonal:
        tile = tile.transpose(Image.Transpose.TRANSPOSE)
    if horizontal:
        tile = tile.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    if vertical:
        tile = tile.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    if scale == 1:
        return tile
    size = (max(1, -int(-tile.width * scale // 1)), max(1, -int(-tile.height * scale // 1)))
    return tile.resize(size, Image.Resampling.BOX)


def _middle(outline: tuple[Point, ...]) -> Point:
    """The middle of an area, by the areas of the triangles it falls into."""
    whole = x = y = 0.0
    for (ax, ay), (bx, by) in zip(outline, (*outline[1:], outline[0]), strict=True):
        part = ax * by - bx * ay
        whole += part
        x += (ax + bx) * part
        y += (ay + by) * part
    return x / (3 * whole), y / (3 * whole)


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(asset("fonts", "rajdhani-latin-600-normal.woff2")), size)


def write_preview(city: LoadedMap, path: Path, width: int = 1280, overlay: Overlay | None = None) -> None:
    """Write the picture as PNG. Raises OSError if it cannot be written."""
    preview(city, width, overlay).quantize(192).save(path, "PNG", optimize=True)
