"""The title's menu: the one call on top, the other ways below it."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

import msgspec

from game.client.events import Event, KeyPressed, PointerPressed, PointerReleased
from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import CutBox, Fill, Glow, Icon, Item, Panel, Text
from game.client.scene.plates import keycap_items
from game.client.theme import Style, mix
from game.client.widgets.layout import Container
from game.client.widgets.widget import Widget

WIDTH: Final = 284
CALL: Final = 50
ROW: Final = 41
PADDING: Final = 18


class Way(msgspec.Struct, frozen=True):
    """A way out of the title: its words, icon, key, and what it does."""

    label: str
    icon: str
    key: str
    go: Callable[[], None]


class MenuRow(Widget):
    """One way as a row: icon, name, key. A click, Enter or Space goes there."""

    focusable = True

    def __init__(self, way: Way) -> None:
        super().__init__()
        self.way = way

    def wanted(self, look: Look, width: int) -> Size:
        return Size(width, look.u(ROW))

    def paint(self, look: Look) -> Iterable[Item]:
        u, palette, rect = look.u, look.palette, self.rect
        lit = self.hovered or self.focused
        if lit:
            ground = mix(palette.panel, palette.line_strong, 0.5 if self.pressed else 0.35)
            yield CutBox(rect.inset(0, u(2)), u(7), ground, 255, palette.line_strong, u(1))
        ink = palette.text if lit else palette.soft
        yield Icon(rect.x + u(32), rect.centre_y, self.way.icon, u(22), ink)
        label = look.face(Style.H2)
        yield Text(rect.x + u(60), rect.centre_y, self.way.label, label, palette.text, "ml")
        yield from keycap_items(look, rect.right - u(16), rect.centre_y, self.way.key)

    def on_event(self, event: Event) -> bool:
        if isinstance(event, PointerPressed) and event.button == 1:
            return True
        if isinstance(event, PointerReleased) and event.button == 1:
            if self.rect.contains(event.x, event.y):
                self.way.go()
            return True
        if isinstance(event, KeyPressed) and event.chord in ("return", "space") and not event.repeat:
            self.way.go()
            return True
        return False


class CallRow(MenuRow):
    """The first way: the one mint button of the screen, its icon and word in line with those below."""

    def wanted(self, look: Look, width: int) -> Size:
        return Size(width, look.u(CALL))

    def paint(self, look: Look) -> Iterable[Item]:
        u, palette, rect = look.u, look.palette, self.rect
        lift = 0.25 if self.pressed else 0.12 if self.hovered else 0.0
        edge = palette.selection if self.focused else mix(palette.go, (255, 255, 255), 0.4)
        yield Glow(rect, palette.go, u(40))
        yield CutBox(
            rect, u(7), mix(palette.go, (255, 255, 255), lift), 255, edge, u(2 if self.focused else 1)
        )
        yield Icon(rect.x + u(32), rect.centre_y, self.way.icon, u(26), palette.on_go)
        label = self.way.label.upper()
        yield Text(rect.x + u(60), rect.centre_y, label, look.face(Style.H1), palette.on_go, "ml")
        yield from keycap_items(look, rect.right - u(16), rect.centre_y, self.way.key, on_call=True)


class Menu(Container):
    """A panel with the call (Play) and a row for each other way, ruled off from each other."""

    def __init__(self, call: Way, ways: Sequence[Way]) -> None:
        self._call = CallRow(call)
        self._rows = tuple(MenuRow(way) for way in ways)
        super().__init__((self._call, *self._rows))

    @property
    def height(self) -> float:
        """Its design height."""
        return CALL + ROW * len(self._rows) + 2 * PADDING + 4

    def wanted(self, look: Look, width: int) -> Size:
        u = look.u
        return Size(u(WIDTH), u(CALL) + u(ROW) * len(self._rows) + 2 * u(PADDING) + u(4))

    def arrange(self, look: Look) -> None:
        u = look.u
        inner = self.rect.inset(u(20), u(PADDING))
        call, rest = inner.cut_top(u(CALL), u(6))
        self._call.place(look, call)
        for row in self._rows:
            place, rest = rest.cut_top(u(ROW))
            row.place(look, place)

    def paint(self, look: Look) -> Iterable[Item]:
        palette = look.palette
        yield Panel(self.rect, palette.voice, palette.panel, palette.line, look.u(10), 218)
        for row in self._rows[1:]:
            line = Rect(row.rect.x + look.u(8), row.rect.y, row.rect.w - look.u(16), look.u(1))
            yield Fill(line, mix(palette.panel, palette.line, 0.8))
