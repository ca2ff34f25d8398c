"""Painter of the city as a small diamond."""

from collections.abc import Iterator
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
        for x, y, number in _cells(item):
            district = item.districts[number]
            shade = 0.35 if district.lit else 0.66
            corners = ((x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1))
            spots = [_enlarged(item, cx, cy, k) for cx, cy in corners]
            pygame.draw.polygon(s, mix(district.colour, c.palette.ink, shade), spots)
            if district.second is not None and (x + y) % 2:
                pygame.draw.polygon(s, mix(district.second, c.palette.ink, shade), spots)
        _edges(c, s, item, k)

    return shapes.smooth(item.rect.w, item.rect.h, paint)


def _edges(c: Canvas, s: pygame.Surface, item: MiniMap, k: int) -> None:
    unit = c.u.scale * k
    late: list[tuple[Spot, Spot]] = []
    for x, y, number in _cells(item):
        for dx, dy, a, b in _SIDES:
            other = _number(item, x + dx, y + dy)
            if other == number:
                continue
            ends = (_enlarged(item, x + a[0], y + a[1], k), _enlarged(item, x + b[0], y + b[1], k))
            if number == item.selected:
                late.append(ends)
                continue
            leaves = item.districts[number].lit and (other < 0 or not item.districts[other].lit)
            dimmed = any(not d.lit for d in item.districts)
            colour = c.palette.go if leaves and dimmed else mix(c.palette.ink, c.palette.line, 0.2)
            pygame.draw.line(s, colour, *ends, max(1, int(1.5 * unit)))
    for a_end, b_end in late:
        pygame.draw.line(s, c.palette.selection, a_end, b_end, max(1, int(2 * unit)))


def _enlarged(item: MiniMap, x: float, y: float, k: int) -> Spot:
    spot = minimap_spot(item, x, y)
    return (spot[0] - item.rect.x) * k, (spot[1] - item.rect.y) * k


def _number(item: MiniMap, x: int, y: int) -> int:
    rows = len(item.cells) // item.width
    return item.cells[y * item.width + x] if 0 <= x < item.width and 0 <= y < rows else -1


def _cells(item: MiniMap) -> Iterator[tuple[int, int, int]]:
    for place, number in enumerate(item.cells):
        if number >= 0:
            yield place % item.width, place // item.width, number


PAINTERS: Final[dict[type, Painter]] = {MiniMap: _minimap}
