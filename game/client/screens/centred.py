"""One panel in the middle of the window, no wider and no higher than it needs to be."""

from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import Image, Item
from game.client.screens.title.screen import BACKDROP, covering
from game.client.widgets.layout import Container
from game.client.widgets.widget import Widget

MARGIN = 12
DARK = 0.34
"""How much of its light the title's backdrop keeps behind a panel."""


class Centred(Container):
    """A child of at most `width` design pixels, in the middle of the room it gets.

    It is as high as it wants to be, and at least `height`; where there is less room it is as high as that.
    """

    def __init__(self, child: Widget, width: float, height: float | None = None) -> None:
        self._child, self._width, self._height = child, width, height
        super().__init__((child,))

    def wanted(self, look: Look, width: int) -> Size:
        return self._child.wanted(look, min(width, look.u(self._width)))

    def arrange(self, look: Look) -> None:
        room = self.rect
        width = min(look.u(self._width), room.w)
        wanted = max(look.u(self._height or 0), self._child.wanted(look, width).h)
        height = min(wanted, room.h)
        self._child.place(look, Rect.centred(room.centre_x, room.centre_y, width, height).kept_inside(room))


def night(size: Size) -> tuple[Item, ...]:
    """The title's city behind a panel, with most of its light off."""
    return (Image(covering(size), BACKDROP, DARK),)
