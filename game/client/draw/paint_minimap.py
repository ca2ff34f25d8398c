"""Painter of the city as a small diamond."""

from functools import lru_cache
from typing import Final

import pygame

from game.client.draw import shapes
from game.client.draw.canvas import Canvas, Painter
from game.client.geometry import Rect, Spot
from game.client.scene.marks import MiniMap
from game.client.theme import Colour, mix

_SIDES: Final = (
    (1, 0, (1, 0), (1, 1)),
    (0, 1, (0, 1), (1, 1)),
    (-1, 0, (0, 0), (0, 1)),
    (0, -1, (0, 0), (1, 0)),
)

_Side = tuple[tuple[int, int], tuple[int, int], int, int]


def minimap_spot(item: MiniMap, x: float, y: float) -> Spot:
    """Where the cell corner x, y lies on the small map, in pixels of the window."""
    rows = len(item.cells) // item.width
    unit = min(item.rect.w / (item.width + rows), item.rect.h / ((item.width + rows) * 0.75))
    left = item.rect.x + item.rect.w / 2 + (rows - item.width) * unit / 2
    top = item.rect.y + (item.rect.h - (item.width + rows) * unit * 0.75) / 2
    return left + (x - y) * unit, top + (x + y) * unit * 0.75


def _minimap(c: Canvas, item: MiniMap) -> None:
    key = (MiniMap, item.rect, item.cells, item.width, item.districts, item.selected)
    c.put(c.kept(key, lambda: _ground(c, item)), item.rect.x, item.rect.y)
    for x, y, colour in item.dots:
        spot = minimap_spot(item, x + 0.5, y + 0.5)
        picture = c.kept(("mini dot", colour), lambda colour=colour: _dot(c, colour))  # type: ignore[misc]
        c.put(picture, spot[0] - picture.get_width() / 2, spot[1] - picture.get_height() / 2)
    if item.view is not None:
        _frame(c, item.view.intersection(item.rect))


def _frame(c: Canvas, rect: Rect) -> None:
    pygame.draw.rect(c.target, c.palette.text, c.local(rect), c.u(1))


def _dot(c: Canvas, colour: Colour) -> pygame.Surface:
    u = c.u

    def paint(s: pygame.Surface, k: int) -> None:
        pygame.draw.circle(s, c.palette.ink, (u(5) * k, u(5) * k), 4.6 * k * u.scale)
        pygame.draw.circle(s, mix(colour, (255, 255, 255), 0.3), (u(5) * k, u(5) * k), 3.2 * k * u.scale)

    return shapes.smooth(u(10), u(10), paint)


def _ground(c: Canvas, item: MiniMap) -> pygame.Surface:
    def paint(s: pygame.Surface, k: int) -> None:
        for x, y, end, number in _runs(item.cells, item.width):
            district = item.districts[number]
            shade = 0.35 if district.lit else 0.66
            pygame.draw.polygon(s, mix(district.colour, c.palette.ink, shade), _strip(item, (x, y, end), k))
            if district.second is not None:
                colour = mix(district.second, c.palette.ink, shade)
                for cell in range(x + (x + y + 1) % 2, end, 2):
                    pygame.draw.polygon(s, colour, _strip(item, (cell, y, cell + 1), k))
        _edges(c, s, item, k)

    return shapes.smooth(item.rect.w, item.rect.h, paint)


def _strip(item: MiniMap, run: tuple[int, int, int], k: int) -> list[Spot]:
    """The corners of neighbouring cells of a row: from the first to before the last."""
    x, y, end = run
    return [_enlarged(item, cx, cy, k) for cx, cy in ((x, y), (end, y), (end, y + 1), (x, y + 1))]


def _edges(c: Canvas, s: pygame.Surface, item: MiniMap, k: int) -> None:
    unit = c.u.scale * k
    dimmed = any(not d.lit for d in item.districts)
    late: list[tuple[Spot, Spot]] = []
    for a, b, number, other in _sides(item.cells, item.width):
        ends = (_enlarged(item, *a, k), _enlarged(item, *b, k))
        if number == item.selected:
            late.append(ends)
            continue
        leaves = item.districts[number].lit and (other < 0 or not item.districts[other].lit)
        colour = c.palette.go if leaves and dimmed else mix(c.palette.ink, c.palette.line, 0.2)
        pygame.draw.line(s, colour, *ends, max(1, int(1.5 * unit)))
    for a_end, b_end in late:
        pygame.draw.line(s, c.palette.selection, a_end, b_end, max(1, int(2 * unit)))


def _enlarged(item: MiniMap, x: float, y: float, k: int) -> Spot:
    spot = minimap_spot(item, x, y)
    return (spot[0] - item.rect.x) * k, (spot[1] - item.rect.y) * k


# Which cells touch which never changes in a match; the colours do with every selection.


@lru_cache(maxsize=4)
def _runs(cells: tuple[int, ...], width: int) -> tuple[tuple[int, int, int, int], ...]:
    """Neighbouring cells of one district in a row: x, y, the x after the last, the district."""
    found: list[tuple[int, int, int, int]] = []
    for place, number in enumerate(cells):
        x, y = place % width, place // width
        if number < 0:
            continue
        if x and found and found[-1][1:] == (y, x, number):
            found[-1] = (found[-1][0], y, x + 1, number)
        else:
            found.append((x, y, x + 1, number))
    return tuple(found)


@lru_cache(maxsize=4)
def _sides(cells: tuple[int, ...], width: int) -> tuple[_Side, ...]:
    """The sides of cells where a district ends: both ends, the district, and the one beyond or -1."""
    rows = len(cells) // width
    found: list[_Side] = []
    for place, number in enumerate(cells):
        x, y = place % width, place // width
        for dx, dy, a, b in _SIDES if number >= 0 else ():
            inside = 0 <= x + dx < width and 0 <= y + dy < rows
            other = cells[(y + dy) * width + x + dx] if inside else -1
            if other != number:
                found.append(((x + a[0], y + a[1]), (x + b[0], y + b[1]), number, other))
    return tuple(found)


PAINTERS: Final[dict[type, Painter]] = {MiniMap: _minimap}
