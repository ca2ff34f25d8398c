"""Where banner and panels of the results lie, at every size of the window."""

from collections.abc import Sequence
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
UPPER_SHARE: Final = 0.58
"""What the upper row takes of the height that is left over."""


class Body(Container):
    """Banner above; ranking and chart; sources, turning points and reasons."""

    def __init__(self, banner: Banner, upper: Sequence[Widget], lower: Sequence[Widget]) -> None:
        self._banner = banner
        self._ranking, self._chart = upper
        self._sources, self._turnings, self._why = lower
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
        left, middle, right = columns(look, width)
        if width >= u(WIDE):
            upper = ((self._ranking, left), (self._chart, full - left - u(MARGIN)))
            return (upper, ((self._sources, left), (self._turnings, middle), (self._why, right)))
        half = (full - u(MARGIN)) // 2
        return (
            ((self._chart, full),),
            ((self._ranking, half), (self._sources, full - half - u(MARGIN))),
            ((self._turnings, half), (self._why, full - half - u(MARGIN))),
        )


def columns(look: Look, width: int) -> tuple[int, int, int]:
    """Widths of the three columns of the lower row and of the buttons under it."""
    u = look.u
    full = width - 4 * u(MARGIN)
    left = max(u(LEFT_COLUMN), full * 32 // 100) if width >= u(WIDE) else full // 3
    middle = (full - left) // 2
    return left, middle, full - left - middle
