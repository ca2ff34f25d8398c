"""The chapters of the rule book as a list, each with its number."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from game.client.geometry import Rect
from game.client.look import Look
from game.client.scene.items import CutBox, Fill, Item, Text
from game.client.theme import Style, mix
from game.client.widgets.richtext import shortened
from game.client.widgets.scrolling import VirtualList
from game.text.rulebook import CORE, Chapter

ROW: Final = 32
LEFT: Final = 38
"""Design pixels before the titles, where the numbers stand."""


class ChapterList(VirtualList):
    """A row for each chapter; `on_choose(place)` hears of each choice."""

    def __init__(self, chapters: Sequence[Chapter], on_choose: Callable[[int], None]) -> None:
        super().__init__(self._paint_chapter, on_choose, None, ROW, len(chapters))
        self._chapters = tuple(chapters)
        self.fill(len(self._chapters), 0)

    def _paint_chapter(
        self, look: Look, rect: Rect, place: int, chosen: bool, hovered: bool
    ) -> Iterable[Item]:
        u, palette, chapter = look.u, look.palette, self._chapters[place]
        if chosen or hovered:
            ground = mix(palette.panel, palette.line_strong, 0.35 if chosen else 0.18)
            edge = palette.selection if chosen and self.focused else palette.line
            yield CutBox(rect.inset(0, u(1)), u(6), ground, 255, edge, u(1))
        else:
            yield Fill(Rect(rect.x, rect.bottom - u(1), rect.w, u(1)), mix(palette.panel, palette.line, 0.6))
        if chapter.key != CORE:
            right = rect.x + u(LEFT - 10)
            yield Text(right, rect.centre_y, chapter.key, look.face(Style.STRONG_15), palette.voice, "mr")
        title = shortened(look, chapter.title, rect.w - u(LEFT + 8), Style.STRONG_15)
        ink = palette.text if chosen or hovered else palette.soft
        yield Text(rect.x + u(LEFT), rect.centre_y, title, look.face(Style.STRONG_15), ink, "ml")
