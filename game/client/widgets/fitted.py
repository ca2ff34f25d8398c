"""A room for content that should fit: it fills the room, and scrolls only where the room is too small."""

from game.client.events import Event, KeyPressed
from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.widgets.scrolling import ScrollArea


class FittedArea(ScrollArea):
    """Gives its child the whole room where that is high enough; otherwise the child scrolls beside a bar.

    While it scrolls it takes the focus, so that up and down move it.
    """

    def wanted(self, look: Look, width: int) -> Size:
        return self._child.wanted(look, width)

    def arrange(self, look: Look) -> None:
        self.focusable = self._child.wanted(look, self.rect.w).h > self.rect.h
        if self.focusable:
            super().arrange(look)
            return
        self._look = look
        self._scroller.fit(0, 0)
        self._child.place(look, Rect(self.rect.x, self.rect.y, self.rect.w, self.rect.h))

    def on_event(self, event: Event) -> bool:
        if self.focused and isinstance(event, KeyPressed) and event.key in ("up", "down"):
            return self._scroll(self._step() * (1 if event.key == "down" else -1))
        return super().on_event(event)
