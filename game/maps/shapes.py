"""Integer geometry of districts, in quarter tiles. No float, so every machine finds the same borders."""

from collections.abc import Sequence
from itertools import pairwise
from math import isqrt

Point = tuple[int, int]
Edge = tuple[Point, Point]

FINE = 16
"""Lengths of slanting lines are given in sixteenths of a quarter tile, rounded down."""


def edges(polygon: Sequence[Point]) -> list[Edge]:
    """Return the sides of a polygon, the closing one last."""
    return list(pairwise([*polygon, polygon[0]]))


def doubled_area(polygon: Sequence[Point]) -> int:
    """Return twice the signed area; positive when the corners turn from x to y."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in edges(polygon))


def tidy(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the corners without repeats and without points on a straight side, turning from x to y."""
    corners = [point for point, after in edges(points) if point != after]
    kept = [
        corner
        for before, corner, after in zip(
            [*corners[-1:], *corners[:-1]], corners, [*corners[1:], *corners[:1]], strict=True
        )
        if _turn(before, corner, after) or _dot(before, corner, after) > 0
    ]
    return tuple(kept if len(kept) < 3 or doubled_area(kept) > 0 else reversed(kept))


def crossing(polygon: Sequence[Point]) -> Point | None:
    """Return a corner near where the outline touches or crosses itself, or None if it is simple."""
    sides = edges(polygon)
    count = len(sides)
    order = sorted(range(count), key=lambda index: min(sides[index][0][0], sides[index][1][0]))
    for place, first in enumerate(order):
        right = max(sides[first][0][0], sides[first][1][0])
        for second in order[place + 1 :]:
            if min(sides[second][0][0], sides[second][1][0]) > right:
                break
            apart = abs(first - second)
            if apart in (1, count - 1):
                low, high = (first, second) if (first + 1) % count == second else (second, first)
                if _folds(sides[low], sides[high]):
                    return sides[high][0]
            elif _meet(sides[first], sides[second]):
                return sides[first][0]
    return None


def contains(polygon: Sequence[Point], point: Point) -> bool:
    """Whether a point lies inside a polygon or on its outline."""
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in edges(polygon):
        side = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
        if side == 0 and min(ax, bx) <= x <= max(ax, bx) and min(ay, by) <= y <= max(ay, by):
            return True
        if (ay > y) != (by > y) and (side > 0) == (by > ay):
            inside = not inside
    return inside


def shared_border(one: Sequence[Point], other: Sequence[Point], tolerance: int) -> int:
    """Return how long two outlines run along each other within `tolerance` quarters, in sixteenths.

    Both polygons turn the same way, so sides that are a border run against each other.
    """
    left, top, right, bottom = box(other, tolerance)
    near = [
        (a, b)
        for a, b in edges(one)
        if min(a[0], b[0]) <= right
        and max(a[0], b[0]) >= left
        and min(a[1], b[1]) <= bottom
        and max(a[1], b[1]) >= top
    ]
    return sum(_along(edge, side, tolerance) for side in edges(other) for edge in near) if near else 0


def box(polygon: Sequence[Point], margin: int = 0) -> tuple[int, int, int, int]:
    """Return left, top, right and bottom of a polygon, widened by `margin`."""
    xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
    return min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin


def gap(one: Sequence[Point], other: Sequence[Point]) -> int:
    """Return the distance between two outlines that do not cross, in sixteenths of a quarter tile."""
    there = min(distance(point, other) for point in one)
    return min(there, *(distance(point, one) for point in other))


def distance(point: Point, polygon: Sequence[Point]) -> int:
    """Return the distance from a point to an outline, in sixteenths of a quarter tile."""
    return min(isqrt(_squared(point, edge)) for edge in edges(polygon))


def row_spans(polygon: Sequence[Point], top: int, bottom: int) -> list[list[tuple[int, int]]]:
    """Return for each row of quarter cells `top`..`bottom - 1` the cells inside, as spans (from, to).

    A cell counts when its centre is inside; `to` is the first cell no longer inside.
    """
    crossings: list[list[int]] = [[] for _ in range(bottom - top)]
    for a, b in edges(polygon):
        (ax, ay), (bx, by) = (a, b) if a[1] < b[1] else (b, a)
        for row in range(max(ay, top), min(by, bottom)):
            # The first cell whose centre lies right of the side at the height of the row's centre.
            across = 2 * ax * (by - ay) + (2 * row + 1 - 2 * ay) * (bx - ax)
            crossings[row - top].append((across + by - ay - 1) // (2 * (by - ay)))
    return [list(zip(row[::2], row[1::2], strict=True)) for row in map(sorted, crossings)]


def _turn(a: Point, b: Point, c: Point) -> int:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _dot(a: Point, corner: Point, b: Point) -> int:
    return (a[0] - corner[0]) * (b[0] - corner[0]) + (a[1] - corner[1]) * (b[1] - corner[1])


def _folds(side: Edge, after: Edge) -> bool:
    """Whether two sides that follow each other lie on one another."""
    return _turn(side[0], side[1], after[1]) == 0 and _dot(side[0], side[1], after[1]) > 0


def _meet(one: Edge, other: Edge) -> bool:
    """Whether two sides that do not follow each other have a point in common."""
    (a, b), (c, d) = one, other
    if max(a[1], b[1]) < min(c[1], d[1]) or max(c[1], d[1]) < min(a[1], b[1]):
        return False
    first, second, third, fourth = map(
        _sign, (_turn(a, b, c), _turn(a, b, d), _turn(c, d, a), _turn(c, d, b))
    )
    if first == second == third == fourth == 0:
        return max(a[0], b[0]) >= min(c[0], d[0]) and max(c[0], d[0]) >= min(a[0], b[0])
    return first != second and third != fourth


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _along(edge: Edge, side: Edge, tolerance: int) -> int:
    """Return how far `side` runs back along `edge`, in sixteenths; 0 if it strays by more than the tolerance."""
    (ax, ay), (bx, by) = edge
    (cx, cy), (dx, dy) = side
    ux, uy, vx, vy = bx - ax, by - ay, dx - cx, dy - cy
    if ux * vx + uy * vy >= 0:
        return 0
    if not (_is_near(edge, side, tolerance) or _is_near(side, edge, tolerance)):
        return 0
    length = ux * ux + uy * uy
    start = max(0, (dx - ax) * ux + (dy - ay) * uy)
    end = min(length, (cx - ax) * ux + (cy - ay) * uy)
    return isqrt(FINE * FINE * (end - start) ** 2 // length) if end > start else 0


def _is_near(line: Edge, side: Edge, tolerance: int) -> bool:
    """Whether both ends of `side` lie within `tolerance` of the straight line through `line`."""
    a, b = line
    most = tolerance * tolerance * ((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2)
    return _turn(a, b, side[0]) ** 2 <= most and _turn(a, b, side[1]) ** 2 <= most


def _squared(point: Point, edge: Edge) -> int:
    """Return the squared distance from a point to a side, in sixteenths."""
    a, b = edge
    length = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2
    along = _dot(b, a, point)
    if along <= 0 or along >= length:
        end = a if along <= 0 else b
        return FINE * FINE * ((point[0] - end[0]) ** 2 + (point[1] - end[1]) ** 2)
    return FINE * FINE * _turn(a, b, point) ** 2 // length
