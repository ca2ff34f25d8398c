"""Painters of lines and areas given by their corners."""

from typing import Final

import pygame

from game.client.draw import shapes
from game.client.draw.canvas import Canvas, Painter
from game.client.geometry import Rect, Spot
from game.client.scene.items import Disc, Line, Polygon
from game.client.scene.marks import ChartLine
from game.client.theme import Colour


def _moved(spots: tuple[Spot, ...], box: Rect) -> tuple[Spot, ...]:
    return tuple((round(x - box.x, 2), round(y - box.y, 2)) for x, y in spots)


def _scaled(spots: tuple[Spot, ...], k: int) -> list[Spot]:
    return [(x * k, y * k) for x, y in spots]


def _line(c: Canvas, item: Line) -> None:
    straight = _straight(item)
    if straight is not None:
        c.target.fill(item.colour, c.local(straight))
        return
    box = Rect.around(item.spots, int(item.width) + 3)
    spots = _moved(item.spots, box)
    key = (Line, spots, item.colour, item.width, item.closed, item.dash, item.casing)
    c.put(c.kept(key, lambda: _line_picture(item, spots, box)), box.x, box.y)


def _straight(item: Line) -> Rect | None:
    """The box of a level or upright line of one colour, which needs no smoothing."""
    if len(item.spots) != 2 or item.dash or item.casing:
        return None
    (x0, y0), (x1, y1) = item.spots
    thick = max(1, round(item.width))
    if y0 == y1:
        return Rect(round(min(x0, x1)), round(y0 - (thick - 1) / 2), round(abs(x1 - x0)), thick)
    if x0 == x1:
        return Rect(round(x0 - (thick - 1) / 2), round(min(y0, y1)), thick, round(abs(y1 - y0)))
    return None


def _line_picture(item: Line, spots: tuple[Spot, ...], box: Rect) -> pygame.Surface:
    if item.dash:
        ends = (*spots, spots[0]) if item.closed else spots
        pieces = [tuple(p) for p in shapes.dashes(ends, *item.dash)]
    else:
        pieces = [spots]
    closed = item.closed and not item.dash

    def paint(s: pygame.Surface, k: int) -> None:
        for colour, width in ((item.casing, item.width * 2), (item.colour, item.width)):
            if colour is not None:
                for piece in pieces:
                    shapes.stroke(s, _scaled(piece, k), colour, width * k, closed=closed)

    return shapes.smooth(box.w, box.h, paint)


def _polygon(c: Canvas, item: Polygon) -> None:
    box = Rect.around(item.spots, int(item.width) + 2)
    spots = _moved(item.spots, box)

    def paint(s: pygame.Surface, k: int) -> None:
        pygame.draw.polygon(s, (*item.colour, item.alpha), _scaled(spots, k))
        if item.border is not None:
            shapes.stroke(s, _scaled(spots, k), item.border, item.width * k, closed=True)

    key = (Polygon, spots, item.colour, item.alpha, item.border, item.width)
    c.put(c.kept(key, lambda: shapes.smooth(box.w, box.h, paint)), box.x, box.y)


def _disc(c: Canvas, item: Disc) -> None:
    reach = int(item.radius + item.width) + 1

    def paint(s: pygame.Surface, k: int) -> None:
        middle = (reach * k, reach * k)
        if item.colour is not None:
            pygame.draw.circle(s, item.colour, middle, item.radius * k)
        if item.border is not None:
            pygame.draw.circle(s, item.border, middle, item.radius * k, max(1, round(item.width * k)))

    key = (Disc, item.radius, item.colour, item.border, item.width)
    c.put(c.kept(key, lambda: shapes.smooth(2 * reach, 2 * reach, paint)), item.x - reach, item.y - reach)


_DASHES: Final = {"dashes": (2.6, 2.2), "dots": (0.2, 2.4)}


def _chart_line(c: Canvas, item: ChartLine) -> None:
    if len(item.spots) < 2 or item.stroke == "none":
        return
    box = Rect.around(item.spots, int(item.width) + 3)
    spots = _moved(item.spots, box)
    key = (ChartLine, spots, item.colour, item.stroke, item.width)
    c.put(c.kept(key, lambda: _chart_picture(item, spots, box)), box.x, box.y)


def _chart_picture(item: ChartLine, spots: tuple[Spot, ...], box: Rect) -> pygame.Surface:
    rhythm = _DASHES.get(item.stroke)
    pieces = [list(spots)]
    if rhythm is not None:
        pieces = shapes.dashes(spots, rhythm[0] * item.width, rhythm[1] * item.width)

    def paint(s: pygame.Surface, k: int) -> None:
        for piece in pieces:
            _chart_piece(s, _scaled(tuple(piece), k), item.colour, item.width * k)

    return shapes.smooth(box.w, box.h, paint)


def _chart_piece(s: pygame.Surface, spots: list[Spot], colour: Colour, width: float) -> None:
    shapes.stroke(s, spots, colour, width, closed=False)
    for end in (spots[0], spots[-1]):
        pygame.draw.circle(s, colour, end, width / 2)


PAINTERS: Final[dict[type, Painter]] = {Line: _line, Polygon: _polygon, Disc: _disc, ChartLine: _chart_line}
