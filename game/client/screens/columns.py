"""Widgets beside each other in fixed shares of the width; one below the other where that is too little."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.widgets.layout import Container
from game.client.widgets.widget import Widget


class Columns(Container):
    """Each child takes its share of the width and the whole height.

    Where the width is less than `narrow` design pixels they stand below each other, each as high as it wants to be;
    a child with `grow` then takes what is left. With `main_last` the last one then comes first.
    """

    def __init__(
        self, children: Iterable[Widget], shares: Sequence[float], gap: float = 12, narrow: float = 0
    ) -> None:
        self._shares, self._gap, self._narrow = tuple(shares), gap, narrow
        self.main_last = False
        super().__init__(children)

    def wanted(self, look: Look, width: int) -> Size:
        gap = look.u(self._gap)
        if width < look.u(self._narrow):
            heights = [child.wanted(look, width).h for child in self.children()]
            return Size(width, sum(heights) + gap * (len(heights) - 1))
        heights = [
            child.wanted(look, room).h
            for child, room in zip(self.children(), self._widths(look, width), strict=True)
        ]
        return Size(width, max(heights))

    def arrange(self, look: Look) -> None:
        gap = look.u(self._gap)
        if self.rect.w < look.u(self._narrow):
            self._stack(look)
            return
        x = self.rect.x
        for child, width in zip(self.children(), self._widths(look, self.rect.w), strict=True):
            child.place(look, Rect(x, self.rect.y, width, self.rect.h))
            x += width + gap

    def _stack(self, look: Look) -> None:
        y, spare = self.rect.y, max(0, self.rect.h - self.wanted(look, self.rect.w).h)
        growing = max(1, sum(child.grow > 0 for child in self.children()))
        order = [*self.children()[-1:], *self.children()[:-1]] if self.main_last else self.children()
        for child in order:
            height = child.wanted(look, self.rect.w).h + (spare // growing if child.grow > 0 else 0)
            child.place(look, Rect(self.rect.x, y, self.rect.w, height))
            y += height + look.u(self._gap)

    def _widths(self, look: Look, width: int) -> list[int]:
        room = width - look.u(self._gap) * (len(self._shares) - 1)
        edges = [
            round(room * sum(self._shares[:place]) / sum(self._shares))
            for place in range(len(self._shares) + 1)
        ]
        return [after - before for before, after in pairwise(edges)]
