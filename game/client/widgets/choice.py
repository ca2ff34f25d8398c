"""A box to tick, and a choice among a few values."""

from collections.abc import Callable, Iterable, Sequence

from game.client.events import Event, KeyPressed, PointerPressed
from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import CutBox, Fill, Item, Text
from game.client.scene.marks import Sign
from game.client.theme import Style, mix
from game.client.widgets.richtext import shortened
from game.client.widgets.widget import Widget


class Checkbox(Widget):
    """A box with words; a click or Space ticks and clears it, and `on_change(ticked)` hears of it. Enter is the screen's."""

    focusable = True

    def __init__(self, label: str, on_change: Callable[[bool], None], *, ticked: bool = False) -> None:
        super().__init__()
        self.label, self.ticked, self._on_change = label, ticked, on_change

    def toggle(self) -> None:
        """Tick or clear it."""
        self.ticked = not self.ticked
        self.changed()
        self._on_change(self.ticked)

    def wanted(self, look: Look, width: int) -> Size:
        return Size(look.width(self.label, Style.STRONG) + look.u(30), look.u(28))

    def paint(self, look: Look) -> Iterable[Item]:
        palette, u = look.palette, look.u
        box = Rect(self.rect.x, self.rect.centre_y - u(9), u(18), u(18))
        ground = palette.go_ground if self.ticked else palette.raised
        edge = palette.selection if self.hovered else palette.go if self.ticked else palette.line_strong
        items: list[Item] = [Fill(box, ground, 255, u(4), edge, u(1))]
        if self.ticked:
            items.append(Sign(box.centre_x, box.centre_y, "tick", u(6), palette.go))
        ink = palette.text if self.enabled else palette.faint
        label = shortened(look, self.label, self.rect.w - u(28), Style.STRONG)
        return [
            *items,
            Text(self.rect.x + u(28), self.rect.centre_y, label, look.face(Style.STRONG), ink, "ml"),
        ]

    def on_event(self, event: Event) -> bool:
        if isinstance(event, PointerPressed) and event.button == 1:
            self.toggle()
            return True
        if isinstance(event, KeyPressed) and event.chord == "space":
            self.toggle()
            return True
        return False


class Choice(Widget):
    """One of a few values between two arrows: click an arrow, or press left and right. It goes round at the ends.

    Enter is left to the screen, whose call says that it is for it.
    """

    focusable = True

    def __init__(self, labels: Sequence[str], on_choose: Callable[[int], None], chosen: int = 0) -> None:
        super().__init__()
        self.labels, self.chosen, self._on_choose = tuple(labels), chosen, on_choose

    def choose(self, index: int) -> None:
        """Choose a value by its place; places beyond the ends go round."""
        index %= max(1, len(self.labels))
        if index != self.chosen:
            self.chosen = index
            self.changed()
            self._on_choose(index)

    def wanted(self, look: Look, width: int) -> Size:
        widest = max((look.width(label, Style.STRONG) for label in self.labels), default=0)
        return Size(widest + look.u(72), look.u(30))

    def paint(self, look: Look) -> Iterable[Item]:
        palette, u = look.palette, look.u
        edge = palette.soft if self.hovered else palette.line_strong
        middle = self.rect.centre_y
        ink = palette.text if self.enabled else palette.faint
        label = (
            shortened(look, self.labels[self.chosen], self.rect.w - u(64), Style.STRONG)
            if self.labels
            else ""
        )
        arrow = palette.soft if self.enabled else palette.faint
        return (
            CutBox(self.rect, u(7), mix(palette.panel, palette.line_strong, 0.2), 255, edge, u(1)),
            Sign(self.rect.x + u(16), middle, "left", u(5), arrow),
            Sign(self.rect.right - u(16), middle, "right", u(5), arrow),
            Text(self.rect.centre_x, middle, label, look.face(Style.STRONG), ink, "c"),
        )

    def on_event(self, event: Event) -> bool:
        if isinstance(event, PointerPressed) and event.button == 1:
            self.choose(self.chosen + (-1 if event.x < self.rect.x + self.rect.w // 3 else 1))
            return True
        if isinstance(event, KeyPressed) and event.chord in ("left", "right", "space"):
            self.choose(self.chosen + (-1 if event.key == "left" else 1))
            return True
        return False
