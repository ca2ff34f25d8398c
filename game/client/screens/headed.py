"""A screen with its title above, a body that takes what is left, and the row of buttons at the foot."""

from collections.abc import Iterable
from typing import Final

from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import Item, Text
from game.client.theme import Style
from game.client.widgets.layout import Container
from game.client.widgets.richtext import shortened
from game.client.widgets.widget import Widget

HEAD: Final = 56
MARGIN: Final = 12


class Headed(Container):
    """Title and subtitle on one line, body, foot; the body has a margin on both sides."""

    def __init__(self, title: str, subtitle: str, body: Widget, foot: Widget) -> None:
        self._title, self._subtitle = title, subtitle
        self._body, self._foot = body, foot
        super().__init__((body, foot))

    def wanted(self, look: Look, width: int) -> Size:
        body = self._body.wanted(look, width - 2 * look.u(MARGIN)).h
        return Size(width, look.u(HEAD) + body + look.u(MARGIN) + self._foot.wanted(look, width).h)

    def arrange(self, look: Look) -> None:
        foot, rest = self.rect.cut_bottom(self._foot.wanted(look, self.rect.w).h, look.u(MARGIN))
        self._foot.place(look, foot)
        body = rest.cut_top(look.u(HEAD))[1]
        self._body.place(look, Rect(body.x + look.u(MARGIN), body.y, body.w - 2 * look.u(MARGIN), body.h))

    def paint(self, look: Look) -> Iterable[Item]:
        u, palette = look.u, look.palette
        x, y = self.rect.x + u(MARGIN + 16), self.rect.y + u(HEAD) // 2
        title = self._title.upper()
        yield Text(x, y, title, look.face(Style.H1), palette.text, "ml")
        left = x + look.width(title, Style.H1) + u(20)
        subtitle = shortened(look, self._subtitle, self.rect.right - left - u(MARGIN), Style.PLAIN)
        yield Text(left, y + u(3), subtitle, look.face(Style.PLAIN), palette.soft, "ml")
