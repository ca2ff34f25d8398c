"""Words to read: one line with an ellipsis, or as many lines as needed."""

from collections.abc import Iterable
from typing import Literal

from game.client.geometry import Size
from game.client.look import Ink, Look
from game.client.scene.items import Dotted, Item
from game.client.theme import Style
from game.client.widgets.richtext import (
    Part,
    Parts,
    Span,
    flowed,
    line_items,
    line_width,
    part_width,
    parts_of,
    shortened,
)
from game.client.widgets.widget import Widget


class Label(Widget):
    """Text, or text with icons and emblems. `wrap` breaks lines; otherwise the last words end in an ellipsis.

    `dotted` puts the dots under it that say: this number opens.
    """

    def __init__(
        self,
        content: Parts,
        style: Style = Style.STRONG_15,
        ink: Ink = "text",
        *,
        wrap: bool = False,
        align: Literal["left", "centre", "right"] = "left",
        dotted: bool = False,
    ) -> None:
        super().__init__()
        self._parts = parts_of(content)
        self._style, self._ink = style, ink
        self._wrap, self._align, self._dotted = wrap, align, dotted

    def say(self, content: Parts, ink: Ink | None = None) -> None:
        """Show other content."""
        parts = parts_of(content)
        if parts != self._parts or (ink is not None and ink != self._ink):
            self._parts = parts
            self._ink = self._ink if ink is None else ink
            self.reshaped()

    @property
    def text(self) -> str:
        """The words alone, for the narration."""
        return " ".join(p.text for p in self._parts if isinstance(p, Span))

    def wanted(self, look: Look, width: int) -> Size:
        lines = self._lines(look, width)
        widest = max(line_width(look, line, self._style) for line in lines)
        return Size(min(width, widest) if self._wrap else widest, len(lines) * self._pitch(look))

    def paint(self, look: Look) -> Iterable[Item]:
        lines = self._lines(look, self.rect.w)
        pitch = self._pitch(look)
        top = self.rect.y if self._wrap else self.rect.y + (self.rect.h - pitch) // 2
        items: list[Item] = []
        for number, line in enumerate(lines):
            fitted = line if self._wrap else self._fitted(look, line)
            width = line_width(look, fitted, self._style)
            spare = self.rect.w - width
            x = self.rect.x + {"left": 0, "centre": spare // 2, "right": spare}[self._align]
            items += line_items(look, fitted, x, top + pitch * number + pitch // 2, self._style, self._ink)
            if self._dotted:
                items.append(Dotted(x, top + pitch * (number + 1) - look.u(1), width, look.palette.dim))
        return items

    def _lines(self, look: Look, width: int) -> list[list[Part]]:
        return flowed(look, self._parts, width, self._style) if self._wrap else [list(self._parts)]

    def _pitch(self, look: Look) -> int:
        styles = [p.style for p in self._parts if isinstance(p, Span) and p.style] + [self._style]
        return round(max(look.line(s) for s in styles) * 0.94)

    def _fitted(self, look: Look, line: list[Part]) -> list[Part]:
        """The line with its last words shortened so that it fits."""
        over = line_width(look, line, self._style) - self.rect.w
        last = line[-1] if line else None
        if over <= 0 or not isinstance(last, Span):
            return line
        style = last.style or self._style
        room = max(0, part_width(look, last, self._style) - over)
        return [*line[:-1], Span(shortened(look, last.text, room, style), last.ink, last.style)]
