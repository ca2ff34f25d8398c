"""A paragraph of the rule book, with its rule's number hanging to its left."""

from collections.abc import Iterable
from typing import Final

from game.client.geometry import Size
from game.client.look import Look
from game.client.scene.items import Item, Text
from game.client.screens.rules.by_width import ByWidth
from game.client.screens.rules.flow import Line, flow, flow_items
from game.client.theme import Style
from game.client.widgets.widget import Widget

HANG: Final = 52
"""Design pixels to the left of the text where the numbers of rules stand."""
STYLE: Final = Style.PLAIN


class Passage(Widget):
    """Marked words in as many lines as they need; `number` stands before the first. `hangs` keeps room for it."""

    def __init__(self, text: str, number: str = "", *, hangs: bool = False) -> None:
        super().__init__()
        self.text, self.number = text, number
        self._hangs = hangs
        self._lines = ByWidth(self._broken)

    def wanted(self, look: Look, width: int) -> Size:
        return Size(width, len(self._lines.get(look, width)) * look.line(STYLE))

    def paint(self, look: Look) -> Iterable[Item]:
        rect = self.rect
        if self.number:
            middle = rect.y + look.line(STYLE) // 2
            yield Text(rect.x, middle, self.number, look.face(Style.STRONG), look.colour("voice"), "ml")
        lines = self._lines.get(look, rect.w)
        yield from flow_items(look, lines, (rect.x + self._left(look), rect.y), STYLE, "soft")

    def _left(self, look: Look) -> int:
        return look.u(HANG) if self._hangs else 0

    def _broken(self, look: Look, width: int) -> tuple[Line, ...]:
        return flow(look, self.text, width - self._left(look), STYLE)
