"""A panel with a caption, a key figure and one content; and a window of it that asks something."""

from collections.abc import Iterable, Sequence

from game.client.events import Event, KeyPressed
from game.client.geometry import Rect, Size
from game.client.look import Ink, Look
from game.client.scene.items import Fill, Item, Panel, Shadow, Text
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.fitted import FittedArea
from game.client.widgets.label import Label
from game.client.widgets.layout import Column, Row, Space
from game.client.widgets.richtext import Parts, line_items, line_width, parts_of
from game.client.widgets.widget import Widget

PADDING = 16
HEAD = 27


class PanelBox(Widget):
    """A panel: caption on the left, the one key figure on the right, a rule below them, the content inside.

    `accent` is the colour of what it is about. Without a caption and a figure there is no head.
    """

    grouped = True

    def __init__(  # noqa: PLR0913 - each option is a keyword
        self,
        content: Widget,
        *,
        caption: str = "",
        figure: Parts = (),
        accent: Ink = "line_strong",
        caption_ink: Ink = "dim",
        title: bool = False,
        padding: float = PADDING,
    ) -> None:
        super().__init__()
        self.content = content
        content.parent = self
        self.caption, self.figure = caption, parts_of(figure)
        self.accent, self.caption_ink = accent, caption_ink
        self._title, self._padding = title, padding

    def say(self, caption: str, figure: Parts = (), accent: Ink | None = None) -> None:
        """Show another caption, figure and accent."""
        self.caption, self.figure = caption, parts_of(figure)
        self.accent = self.accent if accent is None else accent
        self.changed()

    def children(self) -> Sequence[Widget]:
        return (self.content,)

    def wanted(self, look: Look, width: int) -> Size:
        pad = look.u(self._padding)
        inner = self.content.wanted(look, width - 2 * pad)
        return Size(inner.w + 2 * pad, inner.h + self._head(look) + 2 * pad)

    def arrange(self, look: Look) -> None:
        pad = look.u(self._padding)
        top = self._head(look)
        inner = Rect(
            self.rect.x + pad, self.rect.y + top + pad, self.rect.w - 2 * pad, self.rect.h - top - 2 * pad
        )
        self.content.place(look, inner)

    def paint(self, look: Look) -> Iterable[Item]:
        palette, u, rect = look.palette, look.u, self.rect
        accent = look.colour(self.accent)
        yield Panel(rect, accent, palette.panel, palette.line, u(10), 245)
        if not self._head(look):
            return
        middle, style = rect.y + u(15), Style.CAPTION
        if self._title:
            middle, style = rect.y + u(20), Style.H2
        ink = palette.text if self._title else look.colour(self.caption_ink)
        yield Text(rect.x + u(16), middle, self.caption.upper(), look.face(style), ink, "ml")
        if self.figure:
            width = line_width(look, self.figure, Style.STRONG_14)
            yield from line_items(
                look, self.figure, rect.right - u(14) - width, middle, Style.STRONG_14, "soft"
            )
        if not self._title:
            yield Fill(Rect(rect.x + u(14), rect.y + u(HEAD), rect.w - u(28), u(1)), palette.line)

    def _head(self, look: Look) -> int:
        if not self.caption and not self.figure:
            return 0
        return look.u(HEAD - self._padding + 8) if not self._title else look.u(20)


class Dialog(Widget):
    """A window in the middle of the screen, over everything else: a title, a content, and buttons below.

    Escape presses the button named as `cancel` (the last one if not given). Open it with `Desk.open`. A content that is
    higher than the window has room for scrolls.
    """

    def __init__(
        self,
        title: str,
        content: Widget | str,
        buttons: Sequence[Button],
        *,
        width: float = 440,
        accent: Ink = "selection",
        cancel: Button | None = None,
    ) -> None:
        super().__init__()
        inner = Label(content, Style.PLAIN, "soft", wrap=True) if isinstance(content, str) else content
        self._buttons = tuple(buttons)
        self._cancel = cancel if cancel is not None else (self._buttons[-1] if self._buttons else None)
        spread = Space(grow=1.0)
        body = FittedArea(inner)
        body.grow = 1.0
        column = Column([body, Row([spread, *self._buttons])], gap=16)
        self._box = PanelBox(column, caption=title, accent=accent, title=True, padding=20)
        self._box.parent = self
        self._width = width

    def children(self) -> Sequence[Widget]:
        return (self._box,)

    def arrange(self, look: Look) -> None:
        u = look.u
        width = min(u(self._width), self.rect.w - u(24))
        height = min(self._box.wanted(look, width).h, self.rect.h - u(24))
        self._box.place(look, Rect.centred(self.rect.centre_x, self.rect.centre_y, width, height))

    def paint(self, look: Look) -> Iterable[Item]:
        return (Shadow(self._box.rect, look.u(30)),)

    def on_event(self, event: Event) -> bool:
        if isinstance(event, KeyPressed) and event.key == "escape" and self._cancel is not None:
            self._cancel.press()
            return True
        return True
