"""A list of what a server offers, two lines a row."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from game.client.geometry import Rect
from game.client.look import Look
from game.client.scene.items import CutBox, Icon, Item, Text
from game.client.scene.marks import Emblem
from game.client.screens.lobby.entries import Entry
from game.client.theme import Style, mix
from game.client.widgets.richtext import shortened
from game.client.widgets.scrolling import VirtualList

ROW: Final = 58
LEFT: Final = 14


class EntryList(VirtualList):
    """Rows of entries; Enter or a double click calls `on_open`. What is chosen stays chosen while it is there."""

    def __init__(self, on_open: Callable[[], None], shown_rows: int = 6) -> None:
        super().__init__(self._paint_entry, None, lambda _: on_open(), ROW, shown_rows)
        self.entries: tuple[Entry, ...] = ()

    @property
    def entry(self) -> Entry | None:
        """The chosen one."""
        return self.entries[self.chosen] if self.chosen is not None else None

    def put(self, entries: Sequence[Entry]) -> None:
        """Show these rows."""
        held = self.entry
        self.entries = tuple(entries)
        known = [(entry.key, entry.seat) for entry in entries]
        again = (held.key, held.seat) if held is not None else None
        first = 0 if entries else None
        self.fill(len(entries), known.index(again) if again in known else first)

    def _paint_entry(self, look: Look, rect: Rect, index: int, chosen: bool, hovered: bool) -> Iterable[Item]:
        entry, u, palette = self.entries[index], look.u, look.palette
        box = rect.inset(0, u(2))
        lift = 0.45 if chosen else 0.3 if hovered else 0.12
        edge = palette.selection if chosen else palette.line
        yield CutBox(box, u(7), mix(palette.panel, palette.line_strong, lift), 255, edge, u(1))
        inner = box.inset(u(LEFT), 0)
        yield from self._head(look, inner, entry)
        yield from self._foot(look, inner, entry)

    def _head(self, look: Look, box: Rect, entry: Entry) -> Iterable[Item]:
        """The name, locked or not, and the state at the right."""
        u, palette, y = look.u, look.palette, box.centre_y - look.u(12)
        state = shortened(look, entry.state, box.w * 3 // 5, Style.STRONG_15)
        wide = look.width(state, Style.STRONG_15)
        yield Text(box.right, y, state, look.face(Style.STRONG_15), look.colour(entry.ink), "mr")
        if entry.icon:
            wide += u(24)
            yield Icon(box.right - wide + u(8), y, entry.icon, u(17), look.colour(entry.ink))
        x = box.x
        if entry.locked:
            yield Icon(x + u(8), y, "locked", u(16), palette.voice)
            x += u(22)
        name = shortened(look, entry.name, box.right - wide - u(16) - x, Style.STRONG_18)
        yield Text(x, y, name, look.face(Style.STRONG_18), palette.text, "ml")

    def _foot(self, look: Look, box: Rect, entry: Entry) -> Iterable[Item]:
        """The facts, and who is there, as many as find room."""
        u, palette, y = look.u, look.palette, box.centre_y + look.u(13)
        facts = shortened(look, entry.facts, box.w * (5 if entry.people else 9) // 9, Style.PLAIN_15)
        yield Text(box.x, y, facts, look.face(Style.PLAIN_15), palette.soft, "ml")
        x = box.x + look.width(facts, Style.PLAIN_15) + u(20)
        for sitting in entry.people:
            left = x + (u(20) if sitting.banner is not None else 0)
            name = shortened(look, sitting.words, box.right - left, Style.PLAIN_15)
            if len(name) < min(4, len(sitting.words)):
                return
            if sitting.banner is not None:
                yield Emblem(x + u(7), y, sitting.banner, u(7))
            yield Text(left, y, name, look.face(Style.PLAIN_15), palette.dim, "ml")
            x = left + look.width(name, Style.PLAIN_15) + u(16)
