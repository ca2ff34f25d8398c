"""Levels and shares as widgets: a meter, a bar of shares."""

from collections.abc import Iterable

from game.client.geometry import Rect, Size
from game.client.look import Ink, Look
from game.client.scene.items import Item
from game.client.scene.marks import Bar, LeanBar, Meter
from game.client.theme import Banner
from game.client.widgets.widget import Widget


class MeterBar(Widget):
    """A level of 0..1 in a groove, with a mark where something changes."""

    def __init__(
        self, level: float, ink: Ink, *, mark: float | None = None, height: float = 7, hatched: bool = False
    ) -> None:
        super().__init__()
        self.level, self.ink, self.mark, self.ghost = level, ink, mark, None
        self._height, self._hatched = height, hatched

    def put(self, level: float) -> None:
        """Show another level."""
        if level != self.level:
            self.level = level
            self.changed()

    def wanted(self, look: Look, width: int) -> Size:
        return Size(min(width, look.u(92)), look.u(self._height + 7))

    def paint(self, look: Look) -> Iterable[Item]:
        height = look.u(self._height)
        rect = Rect(self.rect.x, self.rect.centre_y - height // 2, self.rect.w, height)
        return (Meter(rect, self.level, look.colour(self.ink), self.mark, self.ghost, self._hatched),)


class LeanMeter(Widget):
    """A lean of -1..1 as a knob beside the middle."""

    def __init__(self, lean: float) -> None:
        super().__init__()
        self.lean = lean

    def wanted(self, look: Look, width: int) -> Size:
        return Size(min(width, look.u(92)), look.u(14))

    def paint(self, look: Look) -> Iterable[Item]:
        height = look.u(7)
        return (LeanBar(Rect(self.rect.x, self.rect.centre_y - height // 2, self.rect.w, height), self.lean),)


class SupportBar(Widget):
    """Shares of the seats side by side, residents last."""

    def __init__(self, parts: tuple[tuple[Banner, int], ...], height: float = 14, muted: float = 0.0) -> None:
        super().__init__()
        self.parts, self._height, self._muted = parts, height, muted

    def put(self, parts: tuple[tuple[Banner, int], ...]) -> None:
        """Show other shares."""
        if parts != self.parts:
            self.parts = parts
            self.changed()

    def wanted(self, look: Look, width: int) -> Size:
        return Size(width, look.u(self._height))

    def paint(self, look: Look) -> Iterable[Item]:
        return (Bar(self.rect, self.parts, self._muted, look.u(2)),)
