"""The ground under the districts: who holds a point, who borders on whom."""

from collections.abc import Sequence
from typing import Final, Protocol

from game.maps import shapes
from game.maps.districts import Area
from game.maps.shapes import Point

Links = set[tuple[int, int]]
"""Pairs of districts, the lower first, by their places in the city's list."""

_TOLERANCE: Final = 1
_NEARLY: Final = 3


class Ground(Protocol):
    """Districts in the order of the city, drawn as shapes or painted as cells. Points are quarter tiles."""

    areas: Sequence[Area]

    def containing(self, point: Point) -> int | None:
        """Return the district a point lies in; on a border the first."""
        ...

    def nearest(self, point: Point) -> int | None:
        """Return the district a point is meant for, or None if that cannot be said."""
        ...

    def borders(self, least: int) -> Links:
        """Return the pairs that share a border of `least` quarter tiles or more."""
        ...

    def near_misses(self, least: int) -> Links:
        """Return the pairs that would share such a border if a gap between them were closed."""
        ...


class Drawn:
    """Districts drawn as shapes, whose borders need to agree to a quarter of a tile."""

    def __init__(self, areas: Sequence[Area]) -> None:
        self.areas = areas

    def containing(self, point: Point) -> int | None:
        """Return the first district a point lies in or on the outline of."""
        return next(
            (index for index, area in enumerate(self.areas) if shapes.contains(area.outline, point)), None
        )

    def nearest(self, point: Point) -> int | None:
        """Return the district a point lies in, or else the one it is nearest to; the first of equals."""
        inside = self.containing(point)
        if inside is not None:
            return inside
        return min(
            range(len(self.areas)), key=lambda index: shapes.distance(point, self.areas[index].outline)
        )

    def borders(self, least: int) -> Links:
        """Return the pairs whose outlines run along each other for `least` quarters or more."""
        return self._along(least, _TOLERANCE)

    def near_misses(self, least: int) -> Links:
        """Return the pairs that run along each other so long, but up to three quarters of a tile apart."""
        return self._along(least, _NEARLY) - self.borders(least)

    def _along(self, least: int, tolerance: int) -> Links:
        outlines = [area.outline for area in self.areas]
        boxes = [shapes.box(outline, tolerance) for outline in outlines]
        return {
            (one, other)
            for other in range(len(outlines))
            for one in range(other)
            if _touch(boxes[one], boxes[other])
            and shapes.shared_border(outlines[one], outlines[other], tolerance) >= least * shapes.FINE
        }


def _touch(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
