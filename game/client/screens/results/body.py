"""Where banner and panels of the results lie, at every size of the window."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.screens.results.banner import Banner
from game.client.widgets.layout import Container
from game.client.widgets.widget import Widget

MARGIN: Final = 12
GAP: Final = 10
LEFT_COLUMN: Final = 400
WIDE: Final = 1120
"""From this width (design pixels) two rows of panels lie beside each other; below it three rows."""
LOWER_SHARES: Final = (25, 25, 23, 30)
"""How sources, mandates, turning points and reasons share the lower row."""
UPPER_SHARE: Final = 0.58
"""What the upper row takes of the height that is left over."""


class Body(Container):
    """Banner above; ranking and chart; sources, mandates, turning points and reasons.

    With `seats` above three the lower panels stand in two rows: their tables are wider.
    """

    def __init__(
        self, banner: Banner, upper: Sequence[Widget], lower: Sequence[Widget], seats: int = 3
    ) -> None:
        self._banner, self._crowded = banner, seats > 3
        self._ranking, self._chart = upper
        self._sources, self._mandates, self._turnings, self._why = lower
        super().__init__((banner, *upper, *lower))

    def wanted(self, look: Look, width: int) -> Size:
        heights = [max(panel.wanted(look, room).h for panel, room in row) for row in self._rows(look, width)]
        banner = self._banner.wanted(look, width).h
        return Size(width, banner + look.u(MARGIN) + sum(heights) + look.u(GAP) * (len(heights) - 1))

    def arrange(self, look: Look) -> None:
        u, width = look.u, self.rect.w
        rows = self._rows(look, width)
        spare = max(0, self.rect.h - self.wanted(look, width).h)
        banner = self._banner.wanted(look, width).h + spare * 2 // 5
        self._banner.place(look, Rect(self.rect.x, self.rect.y, width, banner))
        spare -= spare * 2 // 5
        y = self.rect.y + banner + u(MARGIN)
        for number, row in enumerate(rows):
            share = UPPER_SHARE if number == 0 else (1 - UPPER_SHARE) / (len(rows) - 1)
            height = max(panel.wanted(look, room).h for panel, room in row) + int(spare * share)
            x = self.rect.x + u(MARGIN)
            for panel, room in row:
                panel.place(look, Rect(x, y, room, height))
                x += room + u(MARGIN)
            y += height + u(GAP)

    def _rows(self, look: Look, width: int) -> tuple[tuple[tuple[Widget, int], ...], ...]:
        """Panels with their widths, row by row."""
        u = look.u
        full = width - 2 * u(MARGIN)
        half = (full - u(MARGIN)) // 2
        other = full - half - u(MARGIN)
        pairs = (
            ((self._sources, half), (self._mandates, other)),
            ((self._turnings, half), (self._why, other)),
        )
        if width < u(WIDE):
            return (((self._chart, full),), ((self._ranking, full),), *pairs)
        left = left_column(look, width)
        upper = ((self._ranking, left), (self._chart, full - left - u(MARGIN)))
        if self._crowded:
            return (upper, *pairs)
        widths = _shared(full - 3 * u(MARGIN), LOWER_SHARES)
        lower = (self._sources, self._mandates, self._turnings, self._why)
        return (upper, tuple(zip(lower, widths, strict=True)))


def left_column(look: Look, width: int) -> int:
    """Width of the ranking beside the chart."""
    return max(look.u(LEFT_COLUMN), (width - 4 * look.u(MARGIN)) * 32 // 100)


def _shared(room: int, shares: Sequence[int]) -> list[int]:
    """A room in parts of these shares that add up to it."""
    edges = [room * sum(shares[:place]) // sum(shares) for place in range(len(shares) + 1)]
    return [after - before for before, after in pairwise(edges)]
