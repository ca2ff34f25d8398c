"""What is longer than its room: a scroll area for any widget, a list that paints only the rows that show."""

from collections.abc import Callable, Iterable, Sequence

from game.client.events import Event, KeyPressed, PointerMoved, PointerPressed, PointerReleased, Wheel
from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import Clip, Fill, Item
from game.client.widgets.widget import LOWEST, Widget

WHEEL_STEP = 48
BAR_WIDTH = 6


class Scroller:
    """How far something is scrolled: `offset` pixels of `length`, of which `room` show."""

    def __init__(self) -> None:
        self.offset = 0
        self.length = 0
        self.room = 0

    @property
    def furthest(self) -> int:
        """The largest offset."""
        return max(0, self.length - self.room)

    def fit(self, length: int, room: int) -> None:
        """Take other lengths and keep the offset within them."""
        self.length, self.room = length, room
        self.offset = max(0, min(self.offset, self.furthest))

    def move(self, by: int) -> bool:
        """Scroll by pixels; True if it moved."""
        before = self.offset
        self.offset = max(0, min(self.offset + by, self.furthest))
        return self.offset != before

    def reveal(self, start: int, end: int) -> bool:
        """Scroll the least so that the pixels from `start` to `end` show; True if it moved."""
        if start < self.offset:
            return self.move(start - self.offset)
        return self.move(max(0, end - self.offset - self.room))

    def thumb(self, track: Rect) -> Rect | None:
        """The bar's thumb in its track, or None where everything shows."""
        if self.furthest == 0 or self.length == 0:
            return None
        height = max(track.w * 3, track.h * self.room // self.length)
        return Rect(track.x, track.y + (track.h - height) * self.offset // self.furthest, track.w, height)


class ScrollArea(Widget):
    """One child, as high as it wants to be, moved by wheel, keys, or its bar."""

    def __init__(self, child: Widget) -> None:
        super().__init__()
        self._child = child
        child.parent = self
        self._scroller = Scroller()
        self._look: Look | None = None
        self._grip: int | None = None

    def children(self) -> Sequence[Widget]:
        return (self._child,)

    def wanted(self, look: Look, width: int) -> Size:
        bar = look.u(BAR_WIDTH + 4)
        inner = self._child.wanted(look, width - bar)
        return Size(inner.w + bar, inner.h)

    def arrange(self, look: Look) -> None:
        self._look = look
        width = self.rect.w - look.u(BAR_WIDTH + 4)
        self._scroller.fit(self._child.wanted(look, width).h, self.rect.h)
        height = max(self._scroller.length, self.rect.h)
        self._child.place(look, Rect(self.rect.x, self.rect.y - self._scroller.offset, width, height))

    def items(self, look: Look) -> tuple[Item, ...]:
        if not self.visible:
            return ()
        bar = bar_items(look, self._scroller, bar_track(look, self.rect))
        return (Clip(self.rect, self._child.items(look)), *bar)

    def on_event(self, event: Event) -> bool:
        if isinstance(event, Wheel):
            return self._scroll(-round(event.dy * self._step()))
        if isinstance(event, KeyPressed) and event.key in ("page up", "page down"):
            return self._scroll(self.rect.h * (1 if event.key == "page down" else -1))
        if self._look is not None and isinstance(event, PointerPressed | PointerMoved | PointerReleased):
            self._grip, used = drag(event, self._scroller, bar_track(self._look, self.rect), self._grip)
            if used:
                self._settle()
            return used
        return False

    def reveal(self, inner: Rect) -> None:
        top = inner.y - self._child.rect.y
        if self._scroller.reveal(top, top + inner.h):
            self._settle()
        super().reveal(inner)

    def _step(self) -> int:
        return self._look.u(WHEEL_STEP) if self._look else WHEEL_STEP

    def _scroll(self, by: int) -> bool:
        moved = self._scroller.move(by)
        if moved:
            self._settle()
        return moved

    def _settle(self) -> None:
        if self._look is not None:
            self.arrange(self._look)
        self.changed()


class VirtualList(Widget):
    """Rows of one height (at least that of a hit area), painted only where they show, however many there are.

    `paint_row(look, rect, index, chosen, hovered)` gives a row's items. `on_choose(index)` hears of each choice,
    `on_open(index)` of Enter or a double click.
    """

    focusable = True

    def __init__(
        self,
        paint_row: Callable[[Look, Rect, int, bool, bool], Iterable[Item]],
        on_choose: Callable[[int], None] | None = None,
        on_open: Callable[[int], None] | None = None,
        row_height: float = LOWEST,
        shown_rows: int = 6,
    ) -> None:
        super().__init__()
        self._paint_row, self._on_choose, self._on_open = paint_row, on_choose, on_open
        self._row_height, self._shown_rows = max(LOWEST, row_height), shown_rows
        self._row = round(self._row_height)
        self._scroller = Scroller()
        self._over: int | None = None
        self._grip: int | None = None
        self._look: Look | None = None
        self.count = 0
        self.chosen: int | None = None

    def fill(self, count: int, chosen: int | None = None) -> None:
        """Show `count` rows; the content comes from `paint_row`."""
        self.count = count
        self.chosen = chosen if chosen is not None and chosen < count else None
        self._over = None
        self._scroller.fit(self._row * count, self.rect.h)
        self.changed()

    def choose(self, index: int) -> None:
        """Choose a row and scroll it into sight."""
        if not 0 <= index < self.count:
            return
        self.chosen = index
        self._scroller.reveal(index * self._row, (index + 1) * self._row)
        self.changed()
        if self._on_choose is not None:
            self._on_choose(index)

    def wanted(self, look: Look, width: int) -> Size:
        return Size(width, look.u(self._row_height) * min(self._shown_rows, max(1, self.count)))

    def arrange(self, look: Look) -> None:
        self._look = look
        self._row = look.u(self._row_height)
        self._scroller.fit(self._row * self.count, self.rect.h)

    def paint(self, look: Look) -> Iterable[Item]:
        width = self.rect.w - (look.u(BAR_WIDTH + 2) if self._scroller.furthest else 0)
        first = self._scroller.offset // self._row
        last = min(self.count, (self._scroller.offset + self.rect.h) // self._row + 1)
        rows: list[Item] = []
        for index in range(first, last):
            rect = Rect(
                self.rect.x, self.rect.y + index * self._row - self._scroller.offset, width, self._row
            )
            rows += self._paint_row(look, rect, index, index == self.chosen, index == self._over)
        return (Clip(self.rect, tuple(rows)), *bar_items(look, self._scroller, bar_track(look, self.rect)))

    def on_event(self, event: Event) -> bool:
        if self._look is not None and isinstance(event, PointerPressed | PointerMoved | PointerReleased):
            self._grip, used = drag(event, self._scroller, bar_track(self._look, self.rect), self._grip)
            if used:
                self.changed()
                return True
        if isinstance(event, PointerMoved):
            self._hover(event)
            return True
        if isinstance(event, Wheel):
            self.changed()
            return self._scroller.move(-round(event.dy * self._row * 2))
        if isinstance(event, PointerPressed) and event.button == 1:
            return self._click(event)
        return isinstance(event, KeyPressed) and self._key(event)

    def _row_at(self, y: int) -> int | None:
        index = (y - self.rect.y + self._scroller.offset) // self._row
        return index if 0 <= index < self.count else None

    def _hover(self, event: PointerMoved) -> None:
        over = self._row_at(event.y) if self.rect.contains(event.x, event.y) else None
        if over != self._over:
            self._over = over
            self.changed()

    def _click(self, event: PointerPressed) -> bool:
        index = self._row_at(event.y)
        if index is not None:
            self.choose(index)
            if event.clicks == 2 and self._on_open is not None:
                self._on_open(index)
        return True

    def _key(self, event: KeyPressed) -> bool:
        page = max(1, self.rect.h // self._row)
        steps = {"up": -1, "down": 1, "page up": -page, "page down": page}
        if event.key in steps and self.count:
            here = -1 if self.chosen is None else self.chosen
            self.choose(max(0, min(self.count - 1, here + steps[event.key])))
            return True
        if event.key in ("home", "end") and self.count:
            self.choose(0 if event.key == "home" else self.count - 1)
            return True
        if event.key == "return" and self.chosen is not None and self._on_open is not None:
            self._on_open(self.chosen)
            return True
        return False


def bar_track(look: Look, rect: Rect) -> Rect:
    """Where the bar of a scrolled rectangle lies."""
    return rect.cut_right(look.u(BAR_WIDTH))[0]


def bar_items(look: Look, scroller: Scroller, track: Rect) -> tuple[Item, ...]:
    """The bar, where there is something to scroll."""
    thumb = scroller.thumb(track)
    if thumb is None:
        return ()
    radius = look.u(3)
    return (Fill(track, look.palette.groove, 255, radius), Fill(thumb, look.palette.line_strong, 255, radius))


def drag(event: Event, scroller: Scroller, track: Rect, grip: int | None) -> tuple[int | None, bool]:
    """Let the pointer move the bar; returns where the thumb is held and whether the event was used."""
    thumb = scroller.thumb(track)
    if isinstance(event, PointerReleased):
        return None, grip is not None
    if isinstance(event, PointerPressed) and thumb is not None and track.contains(event.x, event.y):
        inside = thumb.contains(event.x, event.y)
        grip = event.y - thumb.y if inside else thumb.h // 2
    if grip is None or thumb is None or not isinstance(event, PointerPressed | PointerMoved):
        return grip, False
    span = max(1, track.h - thumb.h)
    scroller.offset = max(0, min(scroller.furthest, (event.y - grip - track.y) * scroller.furthest // span))
    return grip, True
