"""Levels, shares and counts as widgets; a new value slides in over 300 ms, the old one left as a ghost."""

from collections.abc import Callable, Iterable

from game.client.geometry import Rect, Size
from game.client.look import Ink, Look
from game.client.motion import COUNT_SECONDS, Tween, resting
from game.client.scene.items import Item, Text
from game.client.scene.marks import Bar, LeanBar, Meter
from game.client.theme import Banner, Style
from game.client.widgets.widget import Widget

Shares = tuple[tuple[Banner, int], ...]


class Sliding(Widget):
    """A widget with a number on its way: `tween` is set going by `slide` and begins with the first tick after it."""

    def __init__(self, value: float) -> None:
        super().__init__()
        self.value = value
        self.shown = value
        self._tween = resting(value)
        self._waits = False

    def slide(self, value: float) -> None:
        """Move to another value."""
        if value != self.value:
            self.value = value
            self._waits = True
            self.start_moving()
            self.changed()

    def move(self, look: Look, now: float) -> bool:
        if self._waits:
            self._tween = Tween(self.shown, self.value, now, look.motion(COUNT_SECONDS))
            self._waits = False
        self.shown = self._tween.at(now)
        return not self._tween.is_done(now)


class MeterBar(Sliding):
    """A level of 0..1 in a groove, with a mark where something changes."""

    def __init__(
        self, level: float, ink: Ink, *, mark: float | None = None, height: float = 7, hatched: bool = False
    ) -> None:
        super().__init__(level)
        self.ink, self.mark = ink, mark
        self._height, self._hatched = height, hatched

    def put(self, level: float) -> None:
        """Show another level."""
        self.slide(level)

    def wanted(self, look: Look, width: int) -> Size:
        return Size(min(width, look.u(92)), look.u(self._height + 7))

    def paint(self, look: Look) -> Iterable[Item]:
        height = look.u(self._height)
        rect = Rect(self.rect.x, self.rect.centre_y - height // 2, self.rect.w, height)
        moving = self.shown != self.value
        ghost = max(self.value, self._tween.start) if moving else None
        return (Meter(rect, round(self.shown, 3), look.colour(self.ink), self.mark, ghost, self._hatched),)


class LeanMeter(Sliding):
    """A lean of -1..1 as a knob beside the middle."""

    def put(self, lean: float) -> None:
        """Show another lean."""
        self.slide(lean)

    def wanted(self, look: Look, width: int) -> Size:
        return Size(min(width, look.u(92)), look.u(14))

    def paint(self, look: Look) -> Iterable[Item]:
        height = look.u(7)
        rect = Rect(self.rect.x, self.rect.centre_y - height // 2, self.rect.w, height)
        return (LeanBar(rect, round(self.shown, 3)),)


class Counter(Sliding):
    """A whole number that counts to its new value, right-aligned, in the colour and style given."""

    def __init__(
        self,
        value: int,
        style: Style = Style.NUMBER,
        ink: Ink = "text",
        name_value: Callable[[int], str] = str,
    ) -> None:
        super().__init__(value)
        self._style, self._ink, self._name_value = style, ink, name_value

    def put(self, value: int) -> None:
        """Count to another value."""
        if len(self._name_value(value)) != len(self._name_value(round(self.value))):
            self.reshaped()
        self.slide(value)

    def wanted(self, look: Look, width: int) -> Size:
        widest = max(look.width(self._name_value(round(v)), self._style) for v in (self.value, self.shown))
        return Size(widest, look.line(self._style))

    def paint(self, look: Look) -> Iterable[Item]:
        words = self._name_value(round(self.shown))
        face, colour = look.face(self._style), look.colour(self._ink)
        return (Text(self.rect.right, self.rect.centre_y, words, face, colour, "mr"),)


class SupportBar(Sliding):
    """Shares of the seats side by side, residents last; new shares of the same seats slide in."""

    def __init__(self, parts: Shares, height: float = 14, muted: float = 0.0) -> None:
        super().__init__(1.0)
        self.parts, self._before = parts, parts
        self._height, self._muted = height, muted

    def put(self, parts: Shares) -> None:
        """Show other shares."""
        if parts == self.parts:
            return
        alike = [b for b, _ in parts] == [b for b, _ in self.parts]
        self._before = self.drawn() if alike else parts
        self.parts = parts
        self.shown, self.value = 0.0, 0.0
        self.slide(1.0)

    def drawn(self) -> Shares:
        """The shares as they stand on their way."""
        if self.shown >= 1.0:
            return self.parts
        pairs = zip(self._before, self.parts, strict=True)
        return tuple((b, round(old + (new - old) * self.shown)) for (b, old), (_, new) in pairs)

    def wanted(self, look: Look, width: int) -> Size:
        return Size(width, look.u(self._height))

    def paint(self, look: Look) -> Iterable[Item]:
        return (Bar(self.rect, self.drawn(), self._muted, look.u(2)),)
