"""Lines on the ground of the city: borders in their owner's rhythm, the outline of reach, that of the selection."""

from collections.abc import Callable
from typing import Final

import pygame

from game.client.city_layout import CityLayout, CityState, Edge
from game.client.geometry import Spot
from game.client.theme import Banner, Border, Colour, Palette, mix, signs_of

ToPixel = Callable[[float, float], Spot]
RAIL_GAUGE: Final = 0.17
"""How far the two rails of a border lie apart, in cells."""

INWARD: Final = 0.09
"""How far inside its cell a border runs, so that two neighbours' borders lie side by side."""


def _between(a: Spot, b: Spot, share: float) -> Spot:
    return a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share


class BorderPainter:
    """Draws edges onto a black surface that is then added as light. `zoom` scales the lines."""

    def __init__(self, surface: pygame.Surface, palette: Palette, to_pixel: ToPixel, zoom: float) -> None:
        self._surface, self._palette, self._to_pixel, self._zoom = surface, palette, to_pixel, zoom

    def borders(self, edges: list[Edge], state: CityState) -> None:
        """The borders of districts: rhythm and colour name the owner; where contested both alternate."""
        for edge in edges:
            look = state.districts[edge.inner]
            odd = (edge.cell[0] + edge.cell[1]) % 2
            banner = look.rival if look.rival is not None and odd else look.leader
            away = 0.0 if state.is_lit(edge.inner) else 0.62
            inward = INWARD if state.lit is None else 2.2 * INWARD
            self._border(edge, banner, mix(self._colour(banner), self._palette.ink, away), inward)

    def reach(self, edges: list[Edge], state: CityState) -> None:
        """One chain of strokes and beads round all districts in reach, an unbroken line round the selected one."""
        for edge in edges:
            a, b = self._to_pixel(*edge.start), self._to_pixel(*edge.end)
            if edge.inner == state.selected:
                self._line(a, b, self._palette.selection, 6)
            elif state.lit is None or edge.inner not in state.lit or edge.outer == state.selected:
                continue
            elif edge.outer not in state.lit:
                self._line(_between(a, b, 0.12), _between(a, b, 0.62), self._palette.go, 6)
                self._bead(_between(a, b, 0.87), self._palette.go, 4)
            else:
                self._line(a, b, mix(self._palette.go, self._palette.ink, 0.45), 3)

    def _colour(self, banner: Banner) -> Colour:
        colour = self._palette.of(banner)
        return mix(colour, self._palette.ink, 0.3) if banner.faction == "residents" else colour

    def _border(self, edge: Edge, banner: Banner, colour: Colour, inward: float) -> None:
        a, b = self._inside(edge, inward)
        draw: dict[Border, Callable[[], None]] = {
            "rail": lambda: self._rail(edge, colour, inward),
            "dots": lambda: self._dots(a, b, colour),
            "strokes": lambda: self._line(_between(a, b, 0.06), _between(a, b, 0.86), colour, 6),
            "dashes": lambda: self._line(_between(a, b, 0.2), _between(a, b, 0.5), colour, 3),
        }
        draw[signs_of(banner).border]()

    def _rail(self, edge: Edge, colour: Colour, inward: float) -> None:
        for by in (inward * 0.6, inward * 0.6 + RAIL_GAUGE):
            self._line(*self._inside(edge, by), colour, 3)

    def _dots(self, a: Spot, b: Spot, colour: Colour) -> None:
        for share in (0.17, 0.5, 0.83):
            self._bead(_between(a, b, share), colour, 4.4)

    def _inside(self, edge: Edge, by: float) -> tuple[Spot, Spot]:
        """The edge's ends moved towards the middle of its cell's side, by a share of a cell."""
        middle = edge.cell[0] + 0.5, edge.cell[1] + 0.5
        level = edge.start[0] != edge.end[0]
        dx = 0.0 if level else (middle[0] - edge.start[0]) * 2 * by
        dy = (middle[1] - edge.start[1]) * 2 * by if level else 0.0
        ends = [self._to_pixel(x + dx, y + dy) for x, y in (edge.start, edge.end)]
        return ends[0], ends[1]

    def _line(self, a: Spot, b: Spot, colour: Colour, width: float) -> None:
        pixels = max(1, round(width * self._zoom))
        pygame.draw.line(self._surface, colour, a, b, pixels)

    def _bead(self, at: Spot, colour: Colour, radius: float) -> None:
        pygame.draw.circle(self._surface, colour, at, max(1.0, radius * self._zoom))


def edges_by_chunk(
    layout: CityLayout, zoom: float, chunk: int, margin: int
) -> dict[tuple[int, int], list[Edge]]:
    """Edges by the chunks they are seen in, each chunk grown by `margin` pixels."""
    found: dict[tuple[int, int], list[Edge]] = {}
    for edge in layout.edges:
        x, y = layout.plane.spot(*_between(edge.start, edge.end, 0.5))
        px, py = x * zoom, y * zoom
        reach = margin + layout.plane.tile_width * zoom
        for cx in range(int((px - reach) // chunk), int((px + reach) // chunk) + 1):
            for cy in range(int((py - reach) // chunk), int((py + reach) // chunk) + 1):
                found.setdefault((cx, cy), []).append(edge)
    return found
