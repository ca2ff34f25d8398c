"""The ranking: a row for each seat with its Legacy as a bar by source."""

from collections.abc import Iterable, Sequence
from typing import Final

from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import CutBox, Item, Text
from game.client.scene.marks import Bar, Emblem
from game.client.screens.results.figures import Standing, standings
from game.client.screens.results.record import Record
from game.client.screens.results.words import Words
from game.client.theme import Banner, Style, mix
from game.client.widgets.richtext import Span, line_items, shortened
from game.client.widgets.widget import Widget

MUTED: Final = (0.0, 0.2, 0.36, 0.5, 0.62, 0.72)
"""How far each source's part of a bar fades into the ground, in the order of `SOURCES`."""
FULL_ROW: Final = 70
LOWEST_ROW: Final = 34
COMPACT: Final = 56
"""A row lower than this has its words on one line."""
GAP: Final = 4


class Ranking(Widget):
    """The seats from the first to the last place. The winners' rows are lit in their colour.

    In a sundered city the blame record ranks them, and blame is the figure of a row.
    """

    def __init__(self, record: Record, words: Words) -> None:
        super().__init__()
        self._words, self._winners = words, record.winners
        self._banners = tuple(record.banner(standing.seat) for standing in standings(record))
        self._standings = standings(record)
        self._best = max(1, *(standing.total for standing in self._standings))

    def wanted(self, look: Look, width: int) -> Size:
        each = FULL_ROW if len(self._standings) <= 3 else LOWEST_ROW
        return Size(width, look.u(each + GAP) * len(self._standings))

    def paint(self, look: Look) -> Iterable[Item]:
        count = len(self._standings)
        gap = look.u(GAP)
        height = min(look.u(FULL_ROW + 12), (self.rect.h - gap * (count - 1)) // count)
        for number, standing in enumerate(self._standings):
            top = self.rect.y + number * (height + gap)
            yield from self._row(look, standing, Rect(self.rect.x, top, self.rect.w, height), number)

    def _row(self, look: Look, standing: Standing, rect: Rect, number: int) -> Iterable[Item]:
        u, banner = look.u, self._banners[number]
        colour = look.palette.of(banner)
        if standing.seat in self._winners:
            yield CutBox(rect, u(7), mix(look.palette.panel, colour, 0.2), 255, colour, u(1))
        compact = rect.h < u(COMPACT)
        middle = rect.y + (rect.h - u(10 if compact else 16)) // 2
        place = str(standing.place) if standing.place else "–"
        ink = look.palette.text if standing.seat in self._winners else look.palette.dim
        yield Text(rect.x + u(20), middle, place, look.face(Style.H1), ink, "c")
        yield Emblem(rect.x + u(58), middle, banner, u(11 if compact else 16))
        total = self._words.total(standing)
        yield Text(rect.right - u(12), middle, total, look.face(Style.H1), look.palette.text, "mr")
        room = rect.w - u(84) - u(20) - look.width(total, Style.H1)
        names = self._one_line if compact else self._names
        yield from names(look, standing, (rect.x + u(84), middle, room))
        yield from source_bars(look, self._bar_rect(look, rect, standing), banner, standing.sources)

    def _names(self, look: Look, standing: Standing, at: tuple[int, int, int]) -> Iterable[Item]:
        x, middle, room = at
        u, words = look.u, self._words
        faction = shortened(look, words.faction(standing.seat), room, Style.STRONG_18)
        top = look.face(Style.STRONG_18)
        yield Text(x, middle - u(9), faction, top, look.palette.text, "ml")
        behind = words.standing(standing)
        spare = room - look.width(behind, Style.PLAIN_14) - u(8)
        sitter = shortened(look, words.sitter(standing.seat), spare, Style.PLAIN_14)
        parts = (Span(sitter, "soft"), Span(behind, "dim"))
        yield from line_items(look, parts, x, middle + u(10), Style.PLAIN_14, gap=8)

    def _one_line(self, look: Look, standing: Standing, at: tuple[int, int, int]) -> Iterable[Item]:
        """Faction and sitter beside each other, for a low row."""
        x, middle, room = at
        faction = shortened(look, self._words.faction(standing.seat), room * 2 // 3, Style.STRONG)
        spare = room - look.width(faction, Style.STRONG) - look.u(8)
        sitter = shortened(look, self._words.sitter(standing.seat), spare, Style.PLAIN_14)
        parts = (Span(faction, "text", Style.STRONG), Span(sitter, "dim"))
        return line_items(look, parts, x, middle, Style.PLAIN_14, gap=8)

    def _bar_rect(self, look: Look, rect: Rect, standing: Standing) -> Rect:
        room = rect.w - look.u(24)
        compact = rect.h < look.u(COMPACT)
        height = look.u(5 if compact else 9)
        return Rect(
            rect.x + look.u(12),
            rect.bottom - height - look.u(3 if compact else 6),
            room * standing.total // self._best,
            height,
        )


def source_bars(look: Look, rect: Rect, banner: Banner, sources: Sequence[int]) -> Iterable[Item]:
    """A bar cut by source: one hatch, each part fainter than the one before it."""
    total, so_far = sum(sources), 0
    for amount, muted in zip(sources, MUTED, strict=True):
        start = rect.w * so_far // max(1, total)
        so_far += amount
        width = rect.w * so_far // max(1, total) - start - look.u(1)
        if width > 0:
            yield Bar(Rect(rect.x + start, rect.y, width, rect.h), ((banner, 1),), muted, 0)
