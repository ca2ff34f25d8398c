"""A table of the rule book: columns as wide as their words ask for, rows ruled off from each other."""

from collections.abc import Iterable, Sequence
from math import isqrt
from typing import Final

import msgspec

from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import Fill, Item
from game.client.screens.rules.by_width import ByWidth
from game.client.screens.rules.flow import Line, flow, flow_items, flow_width, longest_word
from game.client.theme import Style, mix
from game.client.widgets.widget import Widget
from game.text.rule_tables import RuleTable

GAP: Final = 18
"""Design pixels between columns."""
ROW_GAP: Final = 10
HEAD: Final = Style.STRONG_14
CELL: Final = Style.PLAIN_15
FAR: Final = 100_000


class Laid(msgspec.Struct, frozen=True):
    """A table laid out: left edge of each column, and the lines of each cell, the head's row first."""

    lefts: tuple[int, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]

    def height_of(self, look: Look, row: int) -> int:
        """Pixels a row takes, its gap counted in."""
        style = HEAD if row == 0 else CELL
        return max(len(cell) for cell in self.rows[row]) * look.line(style) + look.u(ROW_GAP)


class BookTable(Widget):
    """The table, `indent` design pixels from the left: under the text of its rule."""

    def __init__(self, table: RuleTable, indent: float = 0) -> None:
        super().__init__()
        self.table, self._indent = table, indent
        self._layout = ByWidth(lambda look, width: _laid(look, table, width - look.u(indent)))

    def wanted(self, look: Look, width: int) -> Size:
        laid = self._layout.get(look, width)
        return Size(width, sum(laid.height_of(look, row) for row in range(len(laid.rows))))

    def paint(self, look: Look) -> Iterable[Item]:
        palette, rect = look.palette, self.rect
        laid = self._layout.get(look, rect.w)
        left, y = rect.x + look.u(self._indent), rect.y
        for number, row in enumerate(laid.rows):
            height = laid.height_of(look, number)
            style = HEAD if number == 0 else CELL
            for place, (x, cell) in enumerate(zip(laid.lefts, row, strict=True)):
                ink = "dim" if number == 0 else "text" if place == 0 else "soft"
                yield from flow_items(look, cell, (left + x, y + look.u(ROW_GAP) // 2), style, ink)
            y += height
            shade = palette.line_strong if number == 0 else mix(palette.panel, palette.line, 0.7)
            yield Fill(Rect(left, y - look.u(1), rect.right - left, look.u(1)), shade)


def _laid(look: Look, table: RuleTable, width: int) -> Laid:
    rows = (table.head, *table.rows)
    gap = look.u(GAP)
    widths = column_widths(look, rows, width - gap * (len(table.head) - 1))
    lefts = tuple(sum(widths[:place]) + gap * place for place in range(len(widths)))
    laid = []
    for number, row in enumerate(rows):
        style = HEAD if number == 0 else CELL
        laid.append(tuple(flow(look, cell, room, style) for cell, room in zip(row, widths, strict=True)))
    return Laid(lefts, tuple(laid))


def column_widths(look: Look, rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """As wide as their longest cell where there is room; otherwise the room beyond the longest words is shared.

    Who wants more gets more of it, but by the root of what it wants, so that a long column does not starve the
    others. Where not even the words fit, all are shrunk alike.
    """
    styles = [HEAD, *([CELL] * (len(rows) - 1))]
    pairs = list(zip(rows, styles, strict=True))
    columns = range(len(rows[0]))
    natural = [max(flow_width(flow(look, row[c], FAR, style)) for row, style in pairs) for c in columns]
    if sum(natural) <= room:
        return natural
    least = [max(longest_word(look, row[c], style) for row, style in pairs) for c in columns]
    if sum(least) >= room:
        return [wide * room // sum(least) for wide in least]
    return _shared(least, natural, room)


def _shared(least: Sequence[int], natural: Sequence[int], room: int) -> list[int]:
    """Who wants least is served first and at most in full; what it leaves goes to the others."""
    widths = list(least)
    wants = [high - low for low, high in zip(least, natural, strict=True)]
    waiting = sorted(range(len(wants)), key=wants.__getitem__)
    spare = room - sum(least)
    while waiting:
        shares = sum(isqrt(wants[column]) for column in waiting)
        column = waiting.pop(0)
        given = min(wants[column], spare * isqrt(wants[column]) // max(1, shares))
        widths[column] += given
        spare -= given
    return widths
