"""What every widget is: a rectangle that measures, places, paints and answers events."""

from collections.abc import Callable, Iterable, Sequence

from game.client.events import Event
from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import Glow, Group, Item

NOWHERE = Rect(0, 0, 0, 0)

LOWEST = 28
"""No hit area is lower than this, in design pixels."""


class Widget:
    """A piece of the screen.

    A subclass says how large it wants to be (`wanted`), places its children (`arrange`), paints itself (`paint`) and
    answers events (`on_event`, True if it used the event). After a change of its looks it calls `changed`; after a
    change of its wanted size `reshaped`. The desk sets `hovered`, `pressed` and `focused`.
    """

    focusable = False
    grouped = False
    """Whether the widget and all in it are kept as one picture."""

    def __init__(self) -> None:
        self.rect = NOWHERE
        self.parent: Widget | None = None
        self.visible = True
        self.enabled = True
        self.hovered = False
        self.pressed = False
        self.focused = False
        self.grow = 0.0
        self.hint = ""
        self.notice: Callable[[bool], None] | None = None
        self.mover: Callable[[Widget], None] | None = None
        self._own: tuple[Item, ...] | None = None
        self._whole: tuple[Item, ...] | None = None

    def children(self) -> Sequence["Widget"]:
        """The widgets inside, in painting and Tab order."""
        return ()

    def wanted(self, look: Look, width: int) -> Size:
        """The size it would like when at most `width` pixels wide."""
        return Size(0, 0)

    def arrange(self, look: Look) -> None:
        """Place the children inside `rect`."""

    def paint(self, look: Look) -> Iterable[Item]:
        """The widget's own items, without its children's."""
        return ()

    def paint_over(self, look: Look) -> Iterable[Item]:
        """Items on top of the children."""
        return ()

    def on_event(self, event: Event) -> bool:
        """Answer an event; True if it was used and nobody else should see it."""
        return False

    def place(self, look: Look, rect: Rect) -> None:
        """Take up `rect` and place the children."""
        self.rect = rect
        self._forget()
        self.arrange(look)

    def items(self, look: Look) -> tuple[Item, ...]:
        """All items of the widget and its children; the same tuple until something changes."""
        if not self.visible:
            return ()
        if self._whole is None:
            if self._own is None:
                self._own = tuple(self.paint(look))
            inner = [item for child in self.children() for item in child.items(look)]
            whole = (*self._own, *inner, *self.paint_over(look))
            self._whole = (Group(_room_of(self.rect, whole), whole),) if self.grouped and whole else whole
        return self._whole

    def changed(self) -> None:
        """It looks different now."""
        self._own = None
        self.content_changed()

    def content_changed(self) -> None:
        """Something in it looks different now; its own items stay."""
        self._whole = None
        if self.notice is not None:
            self.notice(False)
        if self.parent is not None:
            self.parent.content_changed()

    def reshaped(self) -> None:
        """It wants another size now: everything is laid out again."""
        self.changed()
        widget: Widget | None = self
        while widget is not None:
            if widget.notice is not None:
                widget.notice(True)
            widget = widget.parent

    def start_moving(self) -> None:
        """Ask the desk to call `move` from the next tick on."""
        widget: Widget | None = self
        while widget is not None:
            if widget.mover is not None:
                widget.mover(self)
            widget = widget.parent

    def move(self, look: Look, now: float) -> bool:
        """Take the shape of the time `now`; True while there is more to come. The desk paints it anew."""
        return False

    def show(self, visible: bool) -> None:
        """Show or hide it; a hidden widget takes no room in a row or column."""
        if visible != self.visible:
            self.visible = visible
            self.reshaped()

    def at(self, x: int, y: int) -> "Widget | None":
        """The innermost visible widget at a pixel, the last painted first."""
        if not self.visible or not self.rect.contains(x, y):
            return None
        for child in reversed(self.children()):
            found = child.at(x, y)
            if found is not None:
                return found
        return self

    def reveal(self, inner: Rect) -> None:
        """Scroll, if it can, so that `inner` shows; passed on to what it lies in."""
        if self.parent is not None:
            self.parent.reveal(inner)

    def _forget(self) -> None:
        self._own = self._whole = None


def _room_of(rect: Rect, items: Iterable[Item]) -> Rect:
    """What the picture of a grouped widget covers: itself and the light its call throws beyond it."""
    for item in items:
        if isinstance(item, Glow):
            rect = rect.union(item.rect.grown(item.reach))
    return rect


def walk(widget: Widget) -> Iterable[Widget]:
    """The widget and all visible ones inside, in Tab order."""
    if widget.visible:
        yield widget
        for child in widget.children():
            yield from walk(child)
