"""A caption with a rule under it, and what belongs to it below."""

from collections.abc import Iterable

from game.client.geometry import Rect, Size
from game.client.look import Ink, Look
from game.client.scene.items import Fill, Item, Text
from game.client.theme import Style
from game.client.widgets.layout import Column
from game.client.widgets.widget import Widget

HEAD = 24


class Section(Column):
    """A part of a panel under its own small caption."""

    def __init__(self, caption: str, children: Iterable[Widget], *, ink: Ink = "dim", gap: float = 4) -> None:
        super().__init__(children, gap)
        self.caption, self._caption_ink = caption, ink

    def wanted(self, look: Look, width: int) -> Size:
        inner = super().wanted(look, width)
        return Size(inner.w, inner.h + look.u(HEAD))

    def arrange(self, look: Look) -> None:
        whole = self.rect
        self.rect = whole.cut_top(look.u(HEAD))[1]
        super().arrange(look)
        self.rect = whole

    def paint(self, look: Look) -> Iterable[Item]:
        u, rect = look.u, self.rect
        ink = look.colour(self._caption_ink)
        yield Text(rect.x, rect.y + u(8), self.caption.upper(), look.face(Style.CAPTION), ink, "ml")
        yield Fill(Rect(rect.x, rect.y + u(18), rect.w, u(1)), look.palette.line)
