"""Where the city is looked at from: the plane the tiles lie on, and a frame that moves over it."""

import math
from collections.abc import Iterator
from typing import Final

import msgspec

from game.client.geometry import Rect, Spot

ZOOMS: Final = (0.33, 0.5, 0.66, 1.0)
"""The zoom levels, for a scale of 1.0; fixed, so that tiles are scaled once a level."""

HEADROOM: Final = 200
"""Pixels of the plane above the topmost tile, for its towers."""

MARGIN: Final = 2.0
"""Cells beyond the map's rim that the middle of the view may reach: panels cover more of one side."""


class Plane(msgspec.Struct, frozen=True):
    """The flat picture of a map at zoom 1. Cells are counted from 0 at the top (isometric) or top left."""

    columns: int
    rows: int
    tile_width: int
    tile_height: int
    isometric: bool = True

    @property
    def width(self) -> int:
        """Pixels from the left to the right corner."""
        if self.isometric:
            return (self.columns + self.rows) * self.tile_width // 2
        return self.columns * self.tile_width

    @property
    def height(self) -> int:
        """Pixels from the headroom's top to the lowest corner."""
        if self.isometric:
            return (self.columns + self.rows) * self.tile_height // 2 + HEADROOM
        return self.rows * self.tile_height + HEADROOM

    def spot(self, x: float, y: float) -> Spot:
        """Where the corner x, y of the grid of cells lies; fractions lie inside a cell."""
        if not self.isometric:
            return x * self.tile_width, y * self.tile_height + HEADROOM
        half_w, half_h = self.tile_width / 2, self.tile_height / 2
        return (x - y + self.rows) * half_w, (x + y) * half_h + HEADROOM

    def cell(self, px: float, py: float) -> Spot:
        """The place in cells of a pixel of the plane: the other way round from `spot`."""
        if not self.isometric:
            return px / self.tile_width, (py - HEADROOM) / self.tile_height
        across = px / (self.tile_width / 2) - self.rows
        down = (py - HEADROOM) / (self.tile_height / 2)
        return (across + down) / 2, (down - across) / 2

    def box_of(self, x: int, y: int) -> Spot:
        """Top left of the box around a cell."""
        px, py = self.spot(x, y)
        return (px - self.tile_width / 2, py) if self.isometric else (px, py)

    def cells_in(self, rect: tuple[float, float, float, float]) -> Iterator[tuple[int, int]]:
        """Cells whose box meets left, top, right, bottom of the plane, from the back to the front."""
        return self._diamonds_in(rect) if self.isometric else self._squares_in(rect)

    def _diamonds_in(self, rect: tuple[float, float, float, float]) -> Iterator[tuple[int, int]]:
        left, top, right, bottom = rect
        half_w, half_h = self.tile_width / 2, self.tile_height / 2
        first = max(0, math.floor((top - HEADROOM) / half_h) - 2)
        last = min(self.columns + self.rows - 2, math.ceil((bottom - HEADROOM) / half_h))
        low, high = math.floor(left / half_w) - self.rows - 1, math.ceil(right / half_w) - self.rows + 1
        for total in range(first, last + 1):
            start = max(0, total - self.rows + 1, math.ceil((total + low) / 2))
            end = min(self.columns - 1, total, math.floor((total + high) / 2))
            for x in range(start, end + 1):
                yield x, total - x

    def _squares_in(self, rect: tuple[float, float, float, float]) -> Iterator[tuple[int, int]]:
        left, top, right, bottom = rect
        first_x, last_x = (
            max(0, int(left // self.tile_width)),
            min(self.columns - 1, int(right // self.tile_width)),
        )
        first_y = max(0, int((top - HEADROOM) // self.tile_height))
        last_y = min(self.rows - 1, int((bottom - HEADROOM) // self.tile_height))
        for y in range(first_y, last_y + 1):
            for x in range(first_x, last_x + 1):
                yield x, y


class Camera(msgspec.Struct, frozen=True):
    """A frame of the window over the plane.

    `view` is the frame in pixels of the window, `x`, `y` the plane's pixel (at zoom 1) in its middle, `level` the place
    in `ZOOMS`, `scale` the units' scale. Every change gives a new camera that does not leave the city.
    """

    plane: Plane
    view: Rect
    x: float
    y: float
    level: int = 1
    scale: float = 1.0

    @property
    def zoom(self) -> float:
        """Pixels of the window for one pixel of the plane."""
        return ZOOMS[self.level] * self.scale

    @property
    def offset(self) -> tuple[int, int]:
        """What is taken from a zoomed pixel of the plane to get one of the window; whole pixels."""
        return (
            round(self.x * self.zoom) - self.view.centre_x,
            round(self.y * self.zoom) - self.view.centre_y,
        )

    def at(self, x: float, y: float) -> tuple[int, int]:
        """The window's pixel of a place in cells."""
        px, py = self.plane.spot(x, y)
        dx, dy = self.offset
        return round(px * self.zoom) - dx, round(py * self.zoom) - dy

    def cell(self, x: float, y: float) -> Spot:
        """The place in cells under a pixel of the window; it may lie outside the map."""
        dx, dy = self.offset
        return self.plane.cell((x + dx) / self.zoom, (y + dy) / self.zoom)

    def frame(self) -> tuple[Spot, Spot, Spot, Spot]:
        """The corners of the view in cells: top left, top right, bottom right, bottom left."""
        v = self.view
        corners = ((v.x, v.y), (v.right, v.y), (v.right, v.bottom), (v.x, v.bottom))
        top_left, top_right, bottom_right, bottom_left = (self.cell(*corner) for corner in corners)
        return top_left, top_right, bottom_right, bottom_left

    def panned(self, dx: float, dy: float) -> "Camera":
        """The city moved under the view by pixels of the window: dragging it by dx, dy."""
        return _held(self, self.x - dx / self.zoom, self.y - dy / self.zoom)

    def looking_at(self, x: float, y: float) -> "Camera":
        """A place in cells in the middle of the view."""
        return _held(self, *self.plane.spot(x, y))

    def zoomed(self, steps: int, at_x: float, at_y: float) -> "Camera":
        """Some levels nearer (above 0) or further; the place under the window's pixel `at` stays there."""
        level = max(0, min(len(ZOOMS) - 1, self.level + steps))
        if level == self.level:
            return self
        near = msgspec.structs.replace(self, level=level)
        dx, dy = at_x - self.view.centre_x, at_y - self.view.centre_y
        under_x, under_y = self.x + dx / self.zoom, self.y + dy / self.zoom
        return _held(near, under_x - dx / near.zoom, under_y - dy / near.zoom)

    def framed(self, view: Rect, scale: float) -> "Camera":
        """The same place in another frame: the window or the scale changed."""
        return _held(msgspec.structs.replace(self, view=view, scale=scale), self.x, self.y)


def _held(camera: Camera, x: float, y: float) -> Camera:
    """The camera over another pixel of the plane, kept on the city: its middle is never over empty ground."""
    plane = camera.plane
    across, down = plane.cell(x, y)
    held_x, held_y = plane.spot(
        max(-MARGIN, min(plane.columns + MARGIN, across)), max(-MARGIN, min(plane.rows + MARGIN, down))
    )
    return msgspec.structs.replace(camera, x=held_x, y=held_y)


def camera_over(plane: Plane, view: Rect, scale: float = 1.0) -> Camera:
    """A camera at the usual zoom over the middle of the city."""
    return Camera(plane, view, 0.0, 0.0, 1, scale).looking_at(plane.columns / 2, plane.rows / 2)
