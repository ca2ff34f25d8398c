"""Points, sizes and rectangles as plain values, in pixels of the window; y grows downwards."""

from collections.abc import Sequence

import msgspec

Spot = tuple[float, float]
"""A corner of a polygon or a stop of a line: x, y."""


class Point(msgspec.Struct, frozen=True, order=True):
    """A place in the window."""

    x: float
    y: float

    def moved(self, dx: float, dy: float) -> "Point":
        """The point `dx` to the right and `dy` further down."""
        return Point(self.x + dx, self.y + dy)


class Size(msgspec.Struct, frozen=True):
    """A width and a height."""

    w: int
    h: int


class Rect(msgspec.Struct, frozen=True, cache_hash=True):
    """A rectangle: left, top, width, height. A width or height below 0 is an empty rectangle."""

    x: int
    y: int
    w: int
    h: int

    @property
    def right(self) -> int:
        """First column right of the rectangle."""
        return self.x + self.w

    @property
    def bottom(self) -> int:
        """First row below the rectangle."""
        return self.y + self.h

    @property
    def centre_x(self) -> int:
        """Middle column."""
        return self.x + self.w // 2

    @property
    def centre_y(self) -> int:
        """Middle row."""
        return self.y + self.h // 2

    @property
    def size(self) -> Size:
        """Width and height."""
        return Size(self.w, self.h)

    @property
    def is_empty(self) -> bool:
        """Whether no pixel lies inside."""
        return self.w <= 0 or self.h <= 0

    @classmethod
    def centred(cls, x: float, y: float, w: int, h: int) -> "Rect":
        """The rectangle of this size whose middle is at x, y."""
        return cls(round(x - w / 2), round(y - h / 2), w, h)

    @classmethod
    def around(cls, spots: Sequence[Spot], margin: int = 0) -> "Rect":
        """The smallest rectangle that holds all `spots` (at least one), grown by `margin` on each side."""
        left, top = min(s[0] for s in spots), min(s[1] for s in spots)
        right, bottom = max(s[0] for s in spots), max(s[1] for s in spots)
        x, y = int(left // 1) - margin, int(top // 1) - margin
        return cls(x, y, int(right // 1) + 1 + margin - x, int(bottom // 1) + 1 + margin - y)

    def contains(self, x: float, y: float) -> bool:
        """Whether the pixel at x, y lies inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def overlaps(self, other: "Rect") -> bool:
        """Whether the two share a pixel."""
        return not self.intersection(other).is_empty

    def intersection(self, other: "Rect") -> "Rect":
        """What lies in both; empty where they do not meet."""
        x, y = max(self.x, other.x), max(self.y, other.y)
        return Rect(x, y, min(self.right, other.right) - x, min(self.bottom, other.bottom) - y)

    def union(self, other: "Rect") -> "Rect":
        """The smallest rectangle that holds both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        return Rect(x, y, max(self.right, other.right) - x, max(self.bottom, other.bottom) - y)

    def moved(self, dx: int, dy: int) -> "Rect":
        """The same size, `dx` to the right and `dy` further down."""
        return Rect(self.x + dx, self.y + dy, self.w, self.h)

    def inset(self, dx: int, dy: int | None = None) -> "Rect":
        """Smaller by `dx` at left and right and by `dy` (as `dx` if left out) at top and bottom."""
        down = dx if dy is None else dy
        return Rect(self.x + dx, self.y + down, self.w - 2 * dx, self.h - 2 * down)

    def grown(self, by: int) -> "Rect":
        """Larger by `by` on each side."""
        return self.inset(-by)

    def cut_top(self, height: int, gap: int = 0) -> tuple["Rect", "Rect"]:
        """The upper strip of `height`, and what is left below it and the gap."""
        rest = Rect(self.x, self.y + height + gap, self.w, self.h - height - gap)
        return Rect(self.x, self.y, self.w, height), rest

    def cut_bottom(self, height: int, gap: int = 0) -> tuple["Rect", "Rect"]:
        """The lower strip of `height`, and what is left above it and the gap."""
        strip = Rect(self.x, self.bottom - height, self.w, height)
        return strip, Rect(self.x, self.y, self.w, self.h - height - gap)

    def cut_left(self, width: int, gap: int = 0) -> tuple["Rect", "Rect"]:
        """The left strip of `width`, and what is left beside it and the gap."""
        rest = Rect(self.x + width + gap, self.y, self.w - width - gap, self.h)
        return Rect(self.x, self.y, width, self.h), rest

    def cut_right(self, width: int, gap: int = 0) -> tuple["Rect", "Rect"]:
        """The right strip of `width`, and what is left beside it and the gap."""
        strip = Rect(self.right - width, self.y, width, self.h)
        return strip, Rect(self.x, self.y, self.w - width - gap, self.h)

    def kept_inside(self, room: "Rect") -> "Rect":
        """The same size, moved the least so that it lies inside `room`; its top left wins if it is too large."""
        x = max(room.x, min(self.x, room.right - self.w))
        y = max(room.y, min(self.y, room.bottom - self.h))
        return Rect(x, y, self.w, self.h)


def cut_corners(rect: Rect, cut: float) -> tuple[Spot, ...]:
    """Outline of a box whose top left and bottom right corners are cut by `cut` pixels."""
    return (
        (rect.x + cut, rect.y),
        (rect.right, rect.y),
        (rect.right, rect.bottom - cut),
        (rect.right - cut, rect.bottom),
        (rect.x, rect.bottom),
        (rect.x, rect.y + cut),
    )
