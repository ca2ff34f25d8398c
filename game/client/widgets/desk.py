"""The root of all widgets: one screen below, windows above it; pointer, focus and keyboard find their way here."""

from typing import Literal

from game.client.events import (
    Event,
    KeyPressed,
    Pasted,
    PointerMoved,
    PointerPressed,
    PointerReleased,
    TextComposed,
    TextTyped,
    Wheel,
)
from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import CutBox, Item, Text, Veil
from game.client.theme import Style
from game.client.widgets.widget import Widget, walk

HINT_SECONDS = 0.45
Direction = Literal["left", "right", "up", "down"]
_DIRECTIONS: dict[str, tuple[int, int]] = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}


class Desk:
    """Holds the widgets of the window, hands them events, and gives the items to draw.

    The owner calls `handle` for each event, `tick` with the time, and draws `items()` when `dirty` says so.
    """

    def __init__(self, look: Look, size: Size) -> None:
        self.look = look
        self.size = size
        self.dirty = True
        self.copied: str | None = None
        self._layers: list[tuple[Widget, bool]] = []
        self._moving: set[Widget] = set()
        self._focus: Widget | None = None
        self._hover: Widget | None = None
        self._held: Widget | None = None
        self._moved_at: float | None = None
        self._hint_shown = False
        self._stale_layout = True
        self._by_keyboard = False

    @property
    def focus(self) -> Widget | None:
        """The widget that hears the keyboard."""
        return self._focus

    @property
    def top(self) -> Widget | None:
        """The uppermost layer."""
        return self._layers[-1][0] if self._layers else None

    def show(self, screen: Widget) -> None:
        """Replace everything by `screen`."""
        self._layers = []
        self._moving.clear()
        self.open(screen, veiled=False)

    def open(self, layer: Widget, *, veiled: bool = True) -> None:
        """Put a layer on top; until it is closed it alone hears events. `veiled` dims what lies below."""
        self._layers.append((layer, veiled))
        layer.notice = self._noticed
        layer.mover = self._moving.add
        self._release()
        self._stale_layout = self.dirty = True

    def close(self, layer: Widget) -> None:
        """Take a layer away. Raises ValueError if it is not open."""
        for place, (open_layer, _) in enumerate(self._layers):
            if open_layer is layer:
                del self._layers[place]
                layer.notice = layer.mover = None
                self._release()
                self._stale_layout = self.dirty = True
                return
        raise ValueError(f"{type(layer).__name__} is not open on this desk")

    def restyle(self, look: Look, size: Size) -> None:
        """Take another look or window size; everything is laid out and painted again."""
        self.look, self.size = look, size
        self._stale_layout = self.dirty = True

    def focus_on(self, widget: Widget | None) -> None:
        """Give the keyboard to a widget, or to none."""
        if widget is self._focus:
            return
        for changed, has in ((self._focus, False), (widget, True)):
            if changed is not None:
                changed.focused = has
                changed.changed()
        self._focus = widget
        if widget is not None:
            widget.reveal(widget.rect)

    def tick(self, now: float) -> None:
        """Let time pass: what moves goes on, a hint appears over what the pointer rests on.

        `now` is in seconds of a steady clock.
        """
        for widget in tuple(self._moving):
            if not widget.move(self.look, now):
                self._moving.discard(widget)
            widget.changed()
        if self._moved_at is None:
            self._moved_at = now
        due = self._hover is not None and bool(self._hover.hint) and now - self._moved_at >= HINT_SECONDS
        if due and not self._hint_shown:
            self._hint_shown = self.dirty = True

    def handle(self, event: Event) -> bool:
        """Hand an event to the widget it is for; True if one used it."""
        self._lay_out()
        if isinstance(event, TextTyped | TextComposed | Pasted):
            return self._focus is not None and self._focus.on_event(event)
        if isinstance(event, Wheel):
            return self._bubble(self._at(event.x, event.y), event)
        if isinstance(event, KeyPressed):
            return self._key(event)
        return self._pointer(event)

    def items(self) -> tuple[Item, ...]:
        """Everything to draw, from the bottom up; clears `dirty`."""
        self._lay_out()
        self.dirty = False
        drawn: list[Item] = []
        for layer, veiled in self._layers:
            if veiled:
                drawn.append(Veil(Rect(0, 0, self.size.w, self.size.h), 0.4))
            drawn += layer.items(self.look)
        return (*drawn, *self._focus_ring(), *self._hint())

    def _pointer(self, event: Event) -> bool:
        if isinstance(event, PointerMoved):
            return self._point(event)
        if isinstance(event, PointerPressed):
            return self._press(event)
        return isinstance(event, PointerReleased) and self._let_go(event)

    def _noticed(self, layout: bool) -> None:
        self.dirty = True
        self._stale_layout = self._stale_layout or layout

    def _lay_out(self) -> None:
        if self._stale_layout:
            self._stale_layout = False
            for layer, _ in self._layers:
                layer.place(self.look, Rect(0, 0, self.size.w, self.size.h))

    def _release(self) -> None:
        self.focus_on(None)
        self._set_hover(None)
        self._held = None

    def _at(self, x: int, y: int) -> Widget | None:
        return self.top.at(x, y) if self.top else None

    def _bubble(self, widget: Widget | None, event: Event) -> bool:
        """Hand an event to a widget and then outwards until one uses it."""
        while widget is not None:
            if widget.enabled and widget.on_event(event):
                self._collect(widget)
                return True
            widget = widget.parent
        return False

    def _collect(self, widget: Widget) -> None:
        copied = getattr(widget, "copied", None)
        if copied is not None:
            self.copied = copied
            widget.copied = None  # type: ignore[attr-defined]

    def _point(self, event: PointerMoved) -> bool:
        self._moved_at = None
        if self._hint_shown:
            self._hint_shown, self.dirty = False, True
        if self._held is not None:
            return self._held.on_event(event)
        found = self._at(event.x, event.y)
        self._set_hover(found)
        return self._bubble(found, event)

    def _set_hover(self, widget: Widget | None) -> None:
        if widget is self._hover:
            return
        for changed, over in ((self._hover, False), (widget, True)):
            if changed is not None:
                changed.hovered = over
                changed.changed()
        self._hover = widget

    def _press(self, event: PointerPressed) -> bool:
        self._by_keyboard = False
        widget = self._at(event.x, event.y)
        while widget is not None:
            if widget.enabled and widget.on_event(event):
                self._held = widget
                widget.pressed = True
                widget.changed()
                if widget.focusable:
                    self.focus_on(widget)
                return True
            widget = widget.parent
        self.focus_on(None)
        return False

    def _let_go(self, event: PointerReleased) -> bool:
        held, self._held = self._held, None
        if held is None:
            return self._bubble(self._at(event.x, event.y), event)
        held.pressed = False
        held.changed()
        used = held.on_event(event)
        self._collect(held)
        return used

    def _key(self, event: KeyPressed) -> bool:
        if event.chord in ("tab", "shift+tab"):
            return self._step_focus(-1 if event.shift else 1)
        if self._bubble(self._focus or self.top, event):
            return True
        if event.key in _DIRECTIONS and not (event.ctrl or event.alt):
            if self._focus is None:
                return self._step_focus(sum(_DIRECTIONS[event.key]))
            return self._move_focus(_DIRECTIONS[event.key])
        return False

    def _ring(self) -> list[Widget]:
        top = self.top
        return [w for w in walk(top) if w.focusable and w.enabled and not w.rect.is_empty] if top else []

    def _step_focus(self, step: int) -> bool:
        ring = self._ring()
        if not ring:
            return False
        self._by_keyboard = True
        start = -1 if step > 0 else 0
        place = ring.index(self._focus) if self._focus in ring else start
        self.focus_on(ring[(place + step) % len(ring)])
        return True

    def _move_focus(self, direction: tuple[int, int]) -> bool:
        """To the nearest widget that lies in the direction."""
        here = self._focus
        assert here is not None  # noqa: S101 - the caller asks only with a focus
        best, least = None, float("inf")
        for widget in self._ring():
            across = (widget.rect.centre_x - here.rect.centre_x, widget.rect.centre_y - here.rect.centre_y)
            along = across[0] * direction[0] + across[1] * direction[1]
            aside = abs(across[0] * direction[1]) + abs(across[1] * direction[0])
            if widget is not here and along > 0 and along + 2 * aside < least:
                best, least = widget, along + 2 * aside
        if best is None:
            return False
        self._by_keyboard = True
        self.focus_on(best)
        return True

    def _focus_ring(self) -> tuple[Item, ...]:
        if self._focus is None or not self._by_keyboard:
            return ()
        u = self.look.u
        return (CutBox(self._focus.rect.grown(u(3)), u(8), (0, 0, 0), 0, self.look.palette.selection, u(2)),)

    def _hint(self) -> tuple[Item, ...]:
        if not self._hint_shown or self._hover is None:
            return ()
        look, u = self.look, self.look.u
        width = look.width(self._hover.hint, Style.STRONG_14) + u(16)
        over = self._hover.rect
        room = Rect(0, 0, self.size.w, self.size.h)
        rect = Rect(over.centre_x - width // 2, over.y - u(30), width, u(24)).kept_inside(room)
        if rect.overlaps(over):
            rect = Rect(rect.x, over.bottom + u(6), width, u(24)).kept_inside(room)
        ink = look.palette.text
        return (
            CutBox(rect, u(6), look.palette.panel, 250, look.palette.line_strong, u(1)),
            Text(rect.centre_x, rect.centre_y, self._hover.hint, look.face(Style.STRONG_14), ink, "c"),
        )
