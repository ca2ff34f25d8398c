"""A row of tabs; one is chosen."""

from collections.abc import Callable, Iterable, Sequence

from game.client.events import Event, KeyPressed, PointerPressed
from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import Fill, Item, Text
from game.client.theme import Style
from game.client.widgets.widget import Widget


class Tabs(Widget):
    """Labels side by side; `on_choose(index)` hears of each change, by click or by the left and right keys."""

    focusable = True

    def __init__(self, labels: Sequence[str], on_choose: Callable[[int], None], chosen: int = 0) -> None:
        super().__init__()
        self.labels, self.chosen, self._on_choose = tuple(labels), chosen, on_choose
        self._places: list[Rect] = []

    def choose(self, index: int) -> None:
        """Choose a tab."""
        if index != self.chosen and 0 <= index < len(self.labels):
            self.chosen = index
            self.changed()
            self._on_choose(index)

    def say(self, index: int, label: str) -> None:
        """Show another label on a tab."""
        if self.labels[index] != label:
            self.labels = (*self.labels[:index], label, *self.labels[index + 1 :])
            self.reshaped()

    def wanted(self, look: Look, width: int) -> Size:
        return Size(sum(self._widths(look)), look.u(32))

    def arrange(self, look: Look) -> None:
        x, self._places = self.rect.x, []
        for width in self._widths(look):
            self._places.append(Rect(x, self.rect.y, width, self.rect.h))
            x += width

    def paint(self, look: Look) -> Iterable[Item]:
        palette, u = look.palette, look.u
        items: list[Item] = [
            Fill(Rect(self.rect.x, self.rect.bottom - u(1), self.rect.w, u(1)), palette.line)
        ]
        for index, (label, rect) in enumerate(zip(self.labels, self._places, strict=True)):
            on = index == self.chosen
            ink = palette.text if on else palette.dim
            items.append(Text(rect.centre_x, rect.centre_y, label, look.face(Style.STRONG), ink, "c"))
            if on:
                line = Rect(rect.x + u(8), rect.bottom - u(2), rect.w - u(16), u(2))
                items.append(Fill(line, palette.selection))
        return items

    def on_event(self, event: Event) -> bool:
        if isinstance(event, PointerPressed) and event.button == 1:
            for index, rect in enumerate(self._places):
                if rect.contains(event.x, event.y):
                    self.choose(index)
            return True
        if isinstance(event, KeyPressed) and event.key in ("left", "right"):
            self.choose(self.chosen + (1 if event.key == "right" else -1))
            return True
        return False

    def _widths(self, look: Look) -> list[int]:
        return [look.width(label, Style.STRONG) + look.u(28) for label in self.labels]
