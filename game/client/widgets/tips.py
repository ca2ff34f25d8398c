"""Numbers that open: a card with the sum behind a number, and further cards for its terms."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Literal

import msgspec

from game.client.events import Event, KeyPressed, PointerMoved, PointerPressed
from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import Dotted, Fill, Item, Line, Panel, Shadow, Text, Veil
from game.client.scene.marks import Sign
from game.client.theme import Style, mix
from game.client.widgets.layout import Container
from game.client.widgets.widget import Widget

HEAD = 60
FOOT = 30
BAR = 70
NOTE_END = 36
"""Room right of a note for the sign that it opens."""


RowKind = Literal["term", "none", "sum", "note"]


class TipRow(msgspec.Struct, frozen=True):
    """One term of a sum: sign, value, name, where it comes from, and how far the running sum moves, `start` to `end`.

    `sum` rows are ruled off and bold, `none` rows are terms that change nothing. `note` rows are words alone, over
    the card's whole width. `opens` gives the term's own card.
    """

    sign: str
    value: str
    name: str
    source: str = ""
    start: float = 0.0
    end: float = 0.0
    kind: RowKind = "term"
    opens: "Callable[[], Tip] | None" = None


class Tip(msgspec.Struct, frozen=True):
    """A card: crumbs down to the number (`Forecast`, `Pressure 21`), what it is about, its rows, and the foot's notes.

    The bars run from `low` to `high`.
    """

    crumbs: tuple[str, ...]
    subtitle: str
    rows: tuple[TipRow, ...]
    foot: tuple[str, ...] = ()
    low: float = 0.0
    high: float = 1.0


class TipCard(Widget):
    """One card. Its rows that open answer a click, or Enter after the up and down keys."""

    focusable = True

    def __init__(self, tip: Tip, on_open: Callable[["TipCard", int], None]) -> None:
        super().__init__()
        self.tip = tip
        self.opened: int | None = None
        self._marked: int | None = None
        self._on_open = on_open
        self._row = 36

    def wanted(self, look: Look, width: int) -> Size:
        u, tip = look.u, self.tip
        words = max((self._row_wide(look, row) for row in tip.rows), default=0)
        crumbs = sum(look.width(c, Style.NUMBER) + u(20) for c in tip.crumbs) + u(32)
        foot = sum(look.width(f, Style.PLAIN_14) + u(20) for f in tip.foot) + u(16)
        subtitle = look.width(tip.subtitle, Style.PLAIN_15) + u(32)
        wide = min(width, max(words, crumbs, foot, subtitle, u(240)))
        return Size(wide, u(HEAD + 4 + FOOT) + u(36) * len(tip.rows))

    @staticmethod
    def _row_wide(look: Look, row: TipRow) -> int:
        words = max(look.width(row.name, Style.STRONG), look.width(row.source, Style.PLAIN_14))
        return words + look.u(16 + NOTE_END if row.kind == "note" else 96 + 16 + BAR + 16)

    def arrange(self, look: Look) -> None:
        self._row = look.u(36)
        self._top = self.rect.y + look.u(HEAD)

    def row_rect(self, index: int) -> Rect:
        """Where a row lies."""
        return Rect(self.rect.x, self._top + index * self._row, self.rect.w, self._row)

    def paint(self, look: Look) -> Iterable[Item]:
        palette, u, rect = look.palette, look.u, self.rect
        raised = mix(palette.panel, palette.raised, 0.2)
        yield Shadow(rect, u(30))
        yield Panel(rect, palette.selection, raised, palette.line, u(10), 252)
        yield from self._head(look)
        for index, row in enumerate(self.tip.rows):
            yield from self._row_items(look, row, index)
        if self.tip.foot:
            yield Fill(Rect(rect.x + u(14), rect.bottom - u(27), rect.w - u(28), u(1)), palette.line)
            x = rect.x + u(16)
            for note in self.tip.foot:
                yield Text(x, rect.bottom - u(14), note, look.face(Style.PLAIN_14), palette.dim, "ml")
                x += look.width(note, Style.PLAIN_14) + u(20)

    def on_event(self, event: Event) -> bool:
        if isinstance(event, PointerMoved | PointerPressed):
            row = (event.y - self._top) // self._row
            self._mark(row if self._opens(row) else None)
            if isinstance(event, PointerPressed) and self._opens(row):
                self._on_open(self, row)
            return True
        if isinstance(event, KeyPressed) and event.key in ("up", "down"):
            self._step(1 if event.key == "down" else -1)
            return True
        if isinstance(event, KeyPressed) and event.chord in ("return", "space") and self._marked is not None:
            self._on_open(self, self._marked)
            return True
        return False

    def open_row(self, index: int | None) -> None:
        """Light the row whose card is open."""
        if index != self.opened:
            self.opened = index
            self.changed()

    def _opens(self, index: int) -> bool:
        return 0 <= index < len(self.tip.rows) and self.tip.rows[index].opens is not None

    def _mark(self, index: int | None) -> None:
        if index != self._marked:
            self._marked = index
            self.changed()

    def _step(self, step: int) -> None:
        places = [i for i in range(len(self.tip.rows)) if self._opens(i)]
        if places:
            here = places.index(self._marked) if self._marked in places else (-1 if step > 0 else 0)
            self._mark(places[(here + step) % len(places)])

    def _head(self, look: Look) -> Iterable[Item]:
        palette, u, rect = look.palette, look.u, self.rect
        x, middle = rect.x + u(16), rect.y + u(21)
        for place, crumb in enumerate(self.tip.crumbs):
            last = place == len(self.tip.crumbs) - 1
            style = Style.NUMBER if last else Style.STRONG
            yield Text(x, middle, crumb, look.face(style), palette.text if last else palette.dim, "ml")
            x += look.width(crumb, style) + u(7)
            if not last:
                yield Sign(x + u(4), middle + u(1), "right", u(4), palette.faint)
                x += u(13)
        yield Text(
            rect.x + u(16), rect.y + u(43), self.tip.subtitle, look.face(Style.PLAIN_15), palette.soft, "ml"
        )
        yield Fill(Rect(rect.x + u(14), rect.y + u(58), rect.w - u(28), u(1)), palette.line_strong)

    def _row_items(self, look: Look, row: TipRow, index: int) -> Iterable[Item]:
        palette, u = look.palette, look.u
        rect = self.row_rect(index)
        y, x = rect.centre_y, rect.x
        if row.kind == "sum":
            yield Fill(Rect(x + u(14), rect.y + u(1), rect.w - u(28), u(1)), palette.line_strong)
        if index in (self.opened, self._marked):
            edge = palette.selection if index == self.opened else palette.line_strong
            yield Fill(rect.inset(u(6), u(2)), mix(palette.raised, palette.line, 0.7), 255, u(4), edge, u(1))
        if row.kind == "note":
            yield from self._note_items(look, row, rect)
            return
        ink = palette.faint if row.kind == "none" else palette.text
        sign_ink = palette.go if row.sign == "+" else palette.text if row.sign == "=" else palette.dim
        yield Text(x + u(21), y, row.sign, look.face(Style.STRONG_18), sign_ink, "c")
        style = Style.NUMBER if row.kind == "sum" else Style.SMALL_NUMBER
        yield Text(x + u(84), y, row.value, look.face(style), ink, "mr")
        if row.opens is not None:
            wide = look.width(row.value, style)
            yield Dotted(x + u(84) - wide, y + u(10), wide, palette.dim)
        name_style = Style.STRONG if row.kind == "sum" else Style.STRONG_15
        name_y = y - u(7) if row.source else y
        yield Text(x + u(96), name_y, row.name, look.face(name_style), ink, "ml")
        if row.source:
            soft = palette.faint if row.kind == "none" else palette.soft
            yield Text(x + u(96), y + u(8), row.source, look.face(Style.PLAIN_14), soft, "ml")
        yield from self._bar(look, row, Rect(rect.right - u(16 + BAR), rect.y, u(BAR), rect.h))

    @staticmethod
    def _note_items(look: Look, row: TipRow, rect: Rect) -> Iterable[Item]:
        palette, u, y, x = look.palette, look.u, rect.centre_y, rect.x + look.u(16)
        style = Style.STRONG_15 if row.source or row.opens else Style.PLAIN_15
        name_y = y - u(7) if row.source else y
        yield Text(x, name_y, row.name, look.face(style), palette.text, "ml")
        if row.source:
            yield Text(x, y + u(8), row.source, look.face(Style.PLAIN_14), palette.soft, "ml")
        if row.opens is not None:
            yield Sign(rect.right - u(20), y, "right", u(5), palette.dim)

    def _bar(self, look: Look, row: TipRow, room: Rect) -> Iterable[Item]:
        palette, u, y = look.palette, look.u, room.centre_y
        start, end, base = self._x(room, row.start), self._x(room, row.end), self._x(room, self.tip.low)
        yield Fill(Rect(room.x, y, room.w, u(1)), palette.line)
        if row.kind == "sum":
            yield Fill(Rect(base, y - u(4), max(u(2), end - base), u(8)), palette.text, 255, u(2))
        elif row.kind == "none":
            yield Fill(Rect(end, y - u(4), u(2), u(8)), palette.dim)
        else:
            low, high = min(start, end), max(start, end)
            yield Fill(Rect(base, y - u(3), low - base, u(6)), palette.line_strong)
            colour = palette.go if row.end >= row.start else palette.loss
            yield Fill(Rect(low, y - u(5), max(u(3), high - low), u(10)), colour)

    def _x(self, room: Rect, value: float) -> int:
        span = self.tip.high - self.tip.low
        share = (value - self.tip.low) / span if span else 0.0
        return room.x + round(room.w * min(1.0, max(0.0, share)))


class TipStack(Container):
    """The open cards: the first beside the number, each further one to the left of the row it explains.

    Open it with `Desk.open(stack, veiled=False)`: it dims everything but `kept` itself. Escape or a click beside the
    cards closes one; after the last `on_close` is called, which must close the layer.
    """

    def __init__(self, tip: Tip, number: Rect, kept: Rect, on_close: Callable[[], None]) -> None:
        self._number, self._kept, self._on_close = number, kept, on_close
        super().__init__([TipCard(tip, self._opened)])

    def cards(self) -> list[TipCard]:
        """The cards from the first to the deepest."""
        return [c for c in self.children() if isinstance(c, TipCard)]

    def at(self, x: int, y: int) -> Widget | None:
        for card in reversed(self.cards()):
            if card.rect.contains(x, y):
                return card
        return self

    def arrange(self, look: Look) -> None:
        room = self.rect.inset(look.u(12))
        edge, top = min(self._kept.x, self._number.x), None
        for card in self.cards():
            size = card.wanted(look, room.w)
            y = self._number.bottom + look.u(40) - size.h if top is None else top
            spot = Rect(edge - look.u(16) - size.w, y, size.w, size.h)
            if spot.x < room.x:
                spot = spot.moved(self._kept.right + look.u(16) - spot.x if edge == self._kept.x else 0, 0)
            card.place(look, spot.kept_inside(room))
            edge, top = card.rect.x, card.rect.y - look.u(56)

    def paint(self, look: Look) -> Iterable[Item]:
        yield from (Veil(r, 0.4) for r in _around(self.rect, self._kept))
        box = self._number.grown(look.u(3))
        yield Fill(box, (0, 0, 0), 0, look.u(4), look.palette.selection, look.u(2))

    def paint_over(self, look: Look) -> Iterable[Item]:
        cards, u, white = self.cards(), look.u, look.palette.selection
        yield Line(self._tie(look, cards[0].rect), white, u(2))
        for card, deeper in pairwise(cards):
            if card.opened is None:
                continue
            row = card.row_rect(card.opened)
            start = (row.x + u(6), row.centre_y)
            bend = (row.x - u(6), row.centre_y)
            top = (bend[0], deeper.rect.y + u(100))
            yield Line((start, bend, top, (deeper.rect.right, top[1])), white, u(2))

    def _tie(self, look: Look, card: Rect) -> tuple[tuple[int, int], ...]:
        """The line from the number to its card: from below it, or from its side where the card ends higher."""
        u, number = look.u, self._number
        leftwards = card.centre_x < number.centre_x
        side = card.right if leftwards else card.x
        level = number.bottom + u(8)
        if card.y < level < card.bottom:
            return (number.centre_x, number.bottom + u(3)), (number.centre_x, level), (side, level)
        level = max(card.y + u(20), min(card.bottom - u(20), number.centre_y))
        start = number.x - u(3) if leftwards else number.right + u(3)
        bend = (start + side) // 2
        return (start, number.centre_y), (bend, number.centre_y), (bend, level), (side, level)

    def on_event(self, event: Event) -> bool:
        closes = isinstance(event, KeyPressed) and event.key == "escape"
        if closes or isinstance(event, PointerPressed):
            self._close_last()
        return True

    def _opened(self, card: TipCard, index: int) -> None:
        opens = card.tip.rows[index].opens
        if opens is None:
            return
        upto = self.cards().index(card) + 1
        kept: Sequence[TipCard] = self.cards()[:upto]
        card.open_row(index)
        self.fill([*kept, TipCard(opens(), self._opened)])

    def _close_last(self) -> None:
        cards = self.cards()
        if len(cards) == 1:
            self._on_close()
            return
        cards[-2].open_row(None)
        self.fill(cards[:-1])


def _around(room: Rect, hole: Rect) -> list[Rect]:
    """What of `room` lies outside `hole`, as at most four rectangles."""
    inner = hole.intersection(room)
    if inner.is_empty:
        return [room]
    pieces = [
        Rect(room.x, room.y, room.w, inner.y - room.y),
        Rect(room.x, inner.bottom, room.w, room.bottom - inner.bottom),
        Rect(room.x, inner.y, inner.x - room.x, inner.h),
        Rect(inner.right, inner.y, room.right - inner.right, inner.h),
    ]
    return [p for p in pieces if not p.is_empty]
