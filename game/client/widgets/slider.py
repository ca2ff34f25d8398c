"""A slider over whole steps."""

from collections.abc import Callable, Iterable

from game.client.events import Event, KeyPressed, PointerMoved, PointerPressed, Wheel
from game.client.geometry import Rect, Size
from game.client.look import Ink, Look
from game.client.scene.items import Disc, Fill, Item
from game.client.scene.marks import Sign
from game.client.widgets.widget import Widget


class Slider(Widget):
    """A value from `low` to `high` in steps; `on_change(value)` hears of each change.

    `rest` is where the filled part begins: `low`, or the middle of a ballot. `ink` gives the colour by the value.
    """

    focusable = True

    def __init__(
        self,
        low: int,
        high: int,
        value: int,
        on_change: Callable[[int], None],
        *,
        step: int = 1,
        rest: int | None = None,
    ) -> None:
        super().__init__()
        self.low, self.high, self.step = low, high, step
        self.rest = low if rest is None else rest
        self.value = value
        self.ticks = False
        self.ink: Callable[[int], Ink] = lambda _: "go"
        self._on_change = on_change
        self._margin = 14

    def put(self, value: int) -> None:
        """Move to the step nearest to a value."""
        steps = round((value - self.low) / self.step)
        value = max(self.low, min(self.high, self.low + steps * self.step))
        if value != self.value:
            self.value = value
            self.changed()
            self._on_change(value)

    def wanted(self, look: Look, width: int) -> Size:
        return Size(min(width, look.u(220)), look.u(32))

    def arrange(self, look: Look) -> None:
        self._margin = look.u(14)

    def paint(self, look: Look) -> Iterable[Item]:
        palette, u, y = look.palette, look.u, self.rect.centre_y
        colour = look.colour(self.ink(self.value))
        start, end = self._x(self.low), self._x(self.high)
        here, rest = self._x(self.value), self._x(self.rest)
        items: list[Item] = [Fill(Rect(start, y - u(3), end - start, u(6)), palette.groove, 255, u(2))]
        if self.ticks:
            steps = range(self.low, self.high + 1, self.step)
            items += [Fill(Rect(self._x(v), y - u(8), u(1), u(16)), palette.line_strong) for v in steps]
        items.append(Fill(Rect(min(here, rest), y - u(3), abs(here - rest), u(6)), colour))
        edge = palette.selection if self.hovered or self.pressed else palette.text
        items.append(Disc(here, y, u(13), colour, edge, u(2)))
        ink = palette.on_go
        return [*items, Sign(here - u(5), y, "left", u(3), ink), Sign(here + u(5), y, "right", u(3), ink)]

    def on_event(self, event: Event) -> bool:
        if isinstance(event, PointerPressed) and event.button == 1:
            self.put(self._value_at(event.x))
            return True
        if isinstance(event, PointerMoved) and self.pressed:
            self.put(self._value_at(event.x))
            return True
        if isinstance(event, Wheel) and self.focused:
            self.put(self.value + (self.step if event.dy > 0 else -self.step))
            return True
        if isinstance(event, KeyPressed):
            steps = {"left": -1, "right": 1, "down": -1, "up": 1, "page up": 5, "page down": -5}
            if event.key in steps:
                self.put(self.value + steps[event.key] * self.step)
                return True
            if event.key in ("home", "end"):
                self.put(self.low if event.key == "home" else self.high)
                return True
        return False

    def _x(self, value: int) -> int:
        room = self.rect.w - 2 * self._margin
        return self.rect.x + self._margin + room * (value - self.low) // max(1, self.high - self.low)

    def _value_at(self, x: int) -> int:
        room = max(1, self.rect.w - 2 * self._margin)
        return self.low + round((x - self.rect.x - self._margin) / room * (self.high - self.low))
