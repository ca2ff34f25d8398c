"""Containers: a row, a column, a grid, a free one, space between."""

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import Item
from game.client.widgets.widget import Widget

Align = Literal["start", "centre", "end", "stretch"]


class Container(Widget):
    """Holds children; a subclass places them."""

    def __init__(self, children: Iterable[Widget] = ()) -> None:
        super().__init__()
        self._children: list[Widget] = []
        self.fill(children)

    def children(self) -> Sequence[Widget]:
        return self._children

    def fill(self, children: Iterable[Widget]) -> None:
        """Replace all children."""
        for child in self._children:
            child.parent = None
        self._children = list(children)
        for child in self._children:
            child.parent = self
        self.reshaped()

    def add(self, child: Widget) -> None:
        """Put a child at the end."""
        self._children.append(child)
        child.parent = self
        self.reshaped()

    def shown(self) -> list[Widget]:
        """The visible children."""
        return [c for c in self._children if c.visible]


class Row(Container):
    """Children side by side; what is left over goes to those with `grow`. Gaps are design sizes."""

    def __init__(self, children: Iterable[Widget] = (), gap: float = 8, align: Align = "centre") -> None:
        self.gap, self.align = gap, align
        super().__init__(children)

    def wanted(self, look: Look, width: int) -> Size:
        sizes = [c.wanted(look, width) for c in self.shown()]
        gaps = look.u(self.gap) * max(0, len(sizes) - 1)
        return Size(sum(s.w for s in sizes) + gaps, max((s.h for s in sizes), default=0))

    def arrange(self, look: Look) -> None:
        shown = self.shown()
        gap = look.u(self.gap)
        sizes = [c.wanted(look, self.rect.w) for c in shown]
        widths = _shared([s.w for s in sizes], [c.grow for c in shown], self.rect.w - gap * (len(shown) - 1))
        x = self.rect.x
        for child, size, width in zip(shown, sizes, widths, strict=True):
            y, height = _aligned(self.align, self.rect.y, self.rect.h, size.h)
            child.place(look, Rect(x, y, width, height))
            x += width + gap


class Column(Container):
    """Children one below the other; what is left over goes to those with `grow`. Gaps are design sizes."""

    def __init__(self, children: Iterable[Widget] = (), gap: float = 8, align: Align = "stretch") -> None:
        self.gap, self.align = gap, align
        super().__init__(children)

    def wanted(self, look: Look, width: int) -> Size:
        sizes = [c.wanted(look, width) for c in self.shown()]
        gaps = look.u(self.gap) * max(0, len(sizes) - 1)
        return Size(max((s.w for s in sizes), default=0), sum(s.h for s in sizes) + gaps)

    def arrange(self, look: Look) -> None:
        shown = self.shown()
        gap = look.u(self.gap)
        sizes = [c.wanted(look, self.rect.w) for c in shown]
        heights = _shared([s.h for s in sizes], [c.grow for c in shown], self.rect.h - gap * (len(shown) - 1))
        y = self.rect.y
        for child, size, height in zip(shown, sizes, heights, strict=True):
            x, width = _aligned(self.align, self.rect.x, self.rect.w, size.w)
            child.place(look, Rect(x, y, width, height))
            y += height + gap


class Grid(Container):
    """Children in rows of `columns` cells of one width; a row is as high as its highest child."""

    def __init__(self, columns: int, children: Iterable[Widget] = (), gap: float = 8) -> None:
        self.columns, self.gap = columns, gap
        super().__init__(children)

    def wanted(self, look: Look, width: int) -> Size:
        gap = look.u(self.gap)
        cell = (width - gap * (self.columns - 1)) // self.columns
        heights = [max(c.wanted(look, cell).h for c in row) for row in self._rows()]
        return Size(width, sum(heights) + gap * max(0, len(heights) - 1))

    def arrange(self, look: Look) -> None:
        gap = look.u(self.gap)
        cell = (self.rect.w - gap * (self.columns - 1)) // self.columns
        y = self.rect.y
        for row in self._rows():
            height = max(c.wanted(look, cell).h for c in row)
            for place, child in enumerate(row):
                child.place(look, Rect(self.rect.x + place * (cell + gap), y, cell, height))
            y += height + gap

    def _rows(self) -> list[list[Widget]]:
        shown = self.shown()
        return [shown[i : i + self.columns] for i in range(0, len(shown), self.columns)]


class Free(Container):
    """Children where a function puts them: `placing(look, rect)` calls `place` on each."""

    def __init__(self, children: Iterable[Widget], placing: Callable[[Look, Rect], None]) -> None:
        self._placing = placing
        super().__init__(children)

    def wanted(self, look: Look, width: int) -> Size:
        return Size(width, 0)

    def arrange(self, look: Look) -> None:
        self._placing(look, self.rect)


class Space(Widget):
    """Nothing, of a given design size, or all that is left over with `grow`."""

    def __init__(self, width: float = 0, height: float = 0, grow: float = 0) -> None:
        super().__init__()
        self._width, self._height = width, height
        self.grow = grow

    def wanted(self, look: Look, width: int) -> Size:
        return Size(look.u(self._width), look.u(self._height))


class Drawing(Widget):
    """Items of a function of the look and the rectangle, at a design size: for what no widget is made for."""

    def __init__(self, draw: Callable[[Look, Rect], Iterable[Item]], width: float, height: float) -> None:
        super().__init__()
        self._draw, self._width, self._height = draw, width, height

    def wanted(self, look: Look, width: int) -> Size:
        return Size(look.u(self._width), look.u(self._height))

    def paint(self, look: Look) -> Iterable[Item]:
        return self._draw(look, self.rect)


def _shared(natural: list[int], grow: list[float], room: int) -> list[int]:
    """Lengths that fill `room`: those that grow share what is left; without any, the lengths stay as they are."""
    total = sum(grow)
    spare = room - sum(natural)
    if total <= 0:
        return natural
    lengths, given, so_far = [], 0, 0.0
    for length, share in zip(natural, grow, strict=True):
        so_far += share
        upto = round(spare * so_far / total)
        lengths.append(max(0, length + upto - given))
        given = upto
    return lengths


def _aligned(align: Align, start: int, room: int, length: int) -> tuple[int, int]:
    if align == "stretch":
        return start, room
    held = min(length, room)
    offset = {"start": 0, "centre": (room - held) // 2, "end": room - held}[align]
    return start + offset, held
