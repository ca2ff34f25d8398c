"""Collects a panel's items and the places in it that can be pressed, in design sizes of the panel's own corner."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from msgspec import Struct

from game.client.events import Event, PointerMoved, PointerPressed, PointerReleased
from game.client.geometry import Rect, Size
from game.client.look import Ink, Look
from game.client.scene.items import Anchor, CutBox, Dotted, Fill, Icon, Item, Panel, Text
from game.client.scene.marks import Emblem, Sign, SignKind
from game.client.scene.plates import keycap_items, keycap_rect
from game.client.theme import Banner, Style, mix
from game.client.widgets.richtext import Part, line_items, line_width, shortened
from game.client.widgets.widget import Widget

Press = Callable[[], None]


class Hot(Struct, frozen=True):
    """A place that can be pressed, what it does, and what it says when the pointer rests on it."""

    rect: Rect
    press: Press
    hint: str = ""


class Pen:
    """Draws in design units from the top left of `rect`; `u` turns them into pixels."""

    def __init__(self, look: Look, rect: Rect, pointer: tuple[int, int] | None = None) -> None:
        self.look, self.rect, self.u = look, rect, look.u
        self.palette = look.palette
        self.items: list[Item] = []
        self.hots: list[Hot] = []
        self._pointer = pointer
        self.width = rect.w / look.u.scale
        self.height = rect.h / look.u.scale

    def box(self, x: float, y: float, w: float, h: float) -> Rect:
        """A rectangle of the window from design sizes."""
        u = self.u
        return Rect(self.rect.x + u(x), self.rect.y + u(y), u(w), u(h))

    def x(self, x: float) -> int:
        """A column of the window."""
        return self.rect.x + self.u(x)

    def y(self, y: float) -> int:
        """A row of the window."""
        return self.rect.y + self.u(y)

    def put(self, *items: Item) -> None:
        """Add finished items."""
        self.items += items

    def panel(self, accent: Ink, *, bracket: bool = True) -> None:
        """The ground of the whole panel."""
        p = self.palette
        self.put(Panel(self.rect, self.look.colour(accent), p.panel, p.line, self.u(10), 245, bracket))

    def rule(self, y: float, margin: float = 14) -> None:
        """A hairline across the panel."""
        self.put(Fill(self.box(margin, y, self.width - 2 * margin, 1), self.palette.line))

    def text(
        self, x: float, y: float, words: str, style: Style, ink: Ink = "text", anchor: Anchor = "ml"
    ) -> float:
        """One line; returns the design column after words that begin at x."""
        self.put(Text(self.x(x), self.y(y), words, self.look.face(style), self.look.colour(ink), anchor))
        return x + self.wide(words, style)

    def fit(self, words: str, room: float, style: Style) -> str:
        """Words shortened to a design width."""
        return shortened(self.look, words, self.u(room), style)

    def sentence(
        self, at: tuple[float, float], words: str, room: float, styles: Sequence[Style], ink: Ink = "text"
    ) -> None:
        """Words in the first of `styles` in which they fit `room`; in the last one they are shortened."""
        style = next((style for style in styles if self.wide(words, style) <= room), styles[-1])
        self.text(at[0], at[1], self.fit(words, room, style), style, ink)

    def wide(self, words: str, style: Style) -> float:
        """Design width of words."""
        return self.look.width(words, style) / self.u.scale

    def number(
        self,
        at: tuple[float, float],
        words: str,
        style: Style,
        press: Press | None,
        *,
        ink: Ink = "text",
        right: bool = False,
    ) -> float:
        """A number that opens into its sum: dotted under, pressable. Returns the column after it (before it: right)."""
        x, y = at
        wide = self.wide(words, style)
        left = x - wide if right else x
        self.text(left, y, words, style, ink)
        if press is not None:
            half = 12 if style is Style.NUMBER else 9
            area = self.box(left - 3, y - half - 2, wide + 6, 2 * half + 4)
            self.hot(self._grown(area), press, shape=area)
            colour = self.palette.text if self.is_over(area) else self.palette.dim
            self.put(Dotted(self.x(left), self.y(y + half), self.u(wide), colour))
        return left if right else left + wide

    def icon(self, x: float, y: float, name: str, size: float, ink: Ink = "soft") -> None:
        """An icon centred at x, y."""
        self.put(Icon(self.x(x), self.y(y), name, self.u(size), self.look.colour(ink)))

    def emblem(
        self, x: float, y: float, banner: Banner, radius: float, *, filled: bool = True, light: float = 1.0
    ) -> None:
        """A faction's emblem centred at x, y."""
        self.put(Emblem(self.x(x), self.y(y), banner, self.u(radius), filled, light))

    def sign(self, x: float, y: float, kind: SignKind, ink: Ink, size: float = 4) -> None:
        """A small drawn sign centred at x, y."""
        self.put(Sign(self.x(x), self.y(y), kind, self.u(size), self.look.colour(ink)))

    def keycap(self, right: float, y: float, key: str, *, on_call: bool = False) -> None:
        """A key's cap with its right edge at `right`."""
        self.put(*keycap_items(self.look, self.x(right), self.y(y), key, on_call=on_call))

    def line(
        self, x: float, y: float, parts: Sequence[Part], style: Style, ink: Ink = "text", gap: float = 5
    ) -> float:
        """Words, icons and emblems in a row; returns the column after them."""
        self.put(*line_items(self.look, parts, self.x(x), self.y(y), style, ink, gap))
        return x + line_width(self.look, parts, style, gap) / self.u.scale

    def line_wide(self, parts: Sequence[Part], style: Style, gap: float = 5) -> float:
        """Design width of a row of words and icons."""
        return line_width(self.look, parts, style, gap) / self.u.scale

    def hot(self, rect: Rect, press: Press, hint: str = "", *, shape: Rect | None = None) -> bool:
        """Make a place pressable; True while the pointer is over it."""
        self.hots.append(Hot(rect, press, hint))
        return self.is_over(shape or rect)

    def is_over(self, rect: Rect) -> bool:
        """Whether the pointer is over a place."""
        return self._pointer is not None and rect.contains(*self._pointer)

    def button(self, rect: Rect, label: str, icon: str, press: Press | None, key: str = "") -> None:
        """A small plain button, with its key at the right end if it has one; without `press` it is off."""
        p, u = self.palette, self.u
        over = press is not None and self.hot(rect, press)
        edge = p.soft if over else p.line_strong if press else p.line
        ground = mix(p.panel, p.line_strong, 0.5 if over else 0.25) if press else p.panel
        ink = p.text if press else p.faint
        self.put(CutBox(rect, u(7), ground, 255, edge, u(1)))
        cap = keycap_rect(self.look, rect.right - u(8), rect.centre_y, key) if key else None
        room = (cap.x if cap else rect.right) - rect.x - u(8)
        label = shortened(self.look, label, room - u(32 if icon else 8), Style.STRONG_15)
        wide = self.look.width(label, Style.STRONG_15) + (u(24) if icon else 0)
        x = rect.x + u(4) + (room - wide) // 2
        if key:
            self.put(*keycap_items(self.look, rect.right - u(8), rect.centre_y, key))
        if icon:
            self.put(Icon(x + u(9), rect.centre_y, icon, u(18), ink))
            x += u(24)
        self.put(Text(x, rect.centre_y, label, self.look.face(Style.STRONG_15), ink, "ml"))

    def cross(self, x: float, y: float, press: Press, hint: str = "") -> None:
        """The small red cross that takes something back; its hit area is larger than it looks."""
        box = self.box(x - 8, y - 8, 16, 16)
        over = self.hot(box.grown(self.u(6)), press, hint)
        p = self.palette
        self.put(
            Fill(
                box,
                mix(p.panel, p.loss, 0.3 if over else 0.1),
                255,
                self.u(4),
                p.loss if over else mix(p.panel, p.loss, 0.5),
            )
        )
        self.sign(x, y, "cross", "loss", 4)

    def _grown(self, rect: Rect) -> Rect:
        """A hit area at least 28 design pixels high."""
        lacking = max(0, self.u(28) - rect.h) // 2
        return rect.inset(0, -lacking)


class Sheet(Widget):
    """A widget that one function draws with a pen; what the pen made pressable answers the pointer."""

    grouped = True

    def __init__(self, draw: Callable[[Pen], Any], wants: tuple[float, float] = (0, 0)) -> None:
        super().__init__()
        self._draw, self._wants = draw, wants
        self.hots: list[Hot] = []
        self._pointer: tuple[int, int] | None = None
        self._over: Hot | None = None

    def wanted(self, look: Look, width: int) -> Size:
        return Size(look.u(self._wants[0]), look.u(self._wants[1]))

    def paint(self, look: Look) -> Iterable[Item]:
        pen = Pen(look, self.rect, self._pointer if self.hovered else None)
        self._draw(pen)
        self.hots = pen.hots
        return pen.items

    def on_event(self, event: Event) -> bool:
        if isinstance(event, PointerMoved):
            return self._point(event)
        if isinstance(event, PointerPressed):
            return True
        if isinstance(event, PointerReleased) and event.button == 1:
            hot = self._at(event.x, event.y)
            if hot is not None:
                hot.press()
            return True
        return False

    def _point(self, event: PointerMoved) -> bool:
        found = self._at(event.x, event.y)
        before = self._over
        self._pointer, self._over = (event.x, event.y), found
        if (found and found.rect) != (before and before.rect):
            self.hint = found.hint if found else ""
            self.changed()
        return True

    def _at(self, x: int, y: int) -> Hot | None:
        return next((hot for hot in reversed(self.hots) if hot.rect.contains(x, y)), None)
