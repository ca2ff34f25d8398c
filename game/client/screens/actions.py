"""The row of buttons at a screen's foot: ways out on the left, the one call always at the right."""

from collections.abc import Sequence
from typing import Final

from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.widgets.button import Button
from game.client.widgets.layout import Container

HEIGHT: Final = 46
MARGIN: Final = 12
CALL_WIDTH: Final = 416
WAY_WIDTH: Final = 196


class ActionRow(Container):
    """`ways` from the left, `call` (if there is one) at the right; a margin around them.

    The call is `CALL_WIDTH` wide and the ways `WAY_WIDTH`, or what they want; less where the window is narrow.
    """

    def __init__(self, ways: Sequence[Button], call: Button | None = None) -> None:
        self._ways, self._call = tuple(ways), call
        super().__init__([*ways, *([call] if call is not None else [])])

    def wanted(self, look: Look, width: int) -> Size:
        return Size(width, look.u(HEIGHT) + look.u(MARGIN))

    def arrange(self, look: Look) -> None:
        u = look.u
        room = self.rect.inset(u(MARGIN), 0)
        room = Rect(room.x, room.y, room.w, self.rect.h - u(MARGIN))
        if self._call is not None:
            width = min(u(CALL_WIDTH), room.w * 2 // 5) if self._ways else min(u(CALL_WIDTH), room.w)
            call, room = room.cut_right(width, u(MARGIN))
            self._call.place(look, call)
        shown = [way for way in self._ways if way.visible]
        wanted = [way.wanted(look, room.w).w for way in shown]
        spare = room.w - u(MARGIN) * max(0, len(shown) - 1)
        widths = [max(u(WAY_WIDTH), width) for width in wanted]
        if sum(widths) > spare:
            # What they lack they lack in proportion, so that no words are cut for want of what others have too much.
            widths = [spare * width // sum(wanted) for width in wanted]
        for way, width in zip(shown, widths, strict=True):
            here, room = room.cut_left(width, u(MARGIN))
            way.place(look, here)
