"""Legacy after each Gala. Equals run side by side, so the plot shows the lead over the mean; totals stand below."""

from collections.abc import Iterable, Sequence
from typing import Final

from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import Fill, Item, Text
from game.client.scene.marks import ChartLine, Emblem, Marker
from game.client.screens.results.figures import galas_held, leads, points, running
from game.client.screens.results.record import Record
from game.client.screens.results.turning import Turning
from game.client.screens.results.words import Words
from game.client.theme import Style, mix, signs_of
from game.client.widgets.richtext import Span, line_items, line_width
from game.client.widgets.widget import Widget
from game.rules.ids import Seat

LETTERS: Final = "ABCDEF"
ROW: Final = 18
HEAD_ROW: Final = 20
BADGES: Final = 24
LEFT: Final = 64
RIGHT: Final = 40
_STEPS: Final = (2, 5, 10, 15, 20, 30, 50, 75, 100, 150, 200, 300, 500)


class LegacyChart(Widget):
    """Lines of all seats over the Galas, the turning points as letters above, the totals as a table below."""

    def __init__(self, record: Record, words: Words, turnings: tuple[Turning, ...]) -> None:
        super().__init__()
        self._record, self._words, self._turnings = record, words, turnings
        self._leads, self._running = leads(record), running(record)
        self._galas = len(self._leads[0])
        """Columns: the Galas, and the end where that is more."""
        self._held = galas_held(record)
        self._seats = record.board.all_seats

    def wanted(self, look: Look, width: int) -> Size:
        return Size(width, look.u(120 if len(self._seats) <= 3 else 90) + self._table_height(look))

    def paint(self, look: Look) -> Iterable[Item]:
        if not self._galas:
            middle = (self.rect.centre_x, self.rect.centre_y)
            words = self._words.say("results-chart-empty")
            yield Text(*middle, words, look.face(Style.PLAIN), look.palette.dim, "c")
            return
        plot = self._plot(look)
        yield from self._last_column(look, plot)
        yield from self._grid(look, plot)
        yield from self._badges(look, plot)
        yield from self._lines(look, plot)
        yield from self._ends(look, plot)
        yield from self._table(look, plot)

    def _table_height(self, look: Look) -> int:
        return look.u(HEAD_ROW + 10) + self._row(look) * len(self._seats)

    def _row(self, look: Look) -> int:
        """A row of the table: the design's, higher where the player wants larger text."""
        return max(look.u(ROW), look.line(Style.STRONG_15) * 9 // 10)

    def _plot(self, look: Look) -> Rect:
        u = look.u
        height = self.rect.h - self._table_height(look) - u(BADGES)
        return Rect(
            self.rect.x + u(LEFT), self.rect.y + u(BADGES), self.rect.w - u(LEFT) - u(RIGHT), height - u(8)
        )

    def _x(self, plot: Rect, gala: float) -> int:
        return plot.x + round(plot.w * gala / max(1, self._galas - 1))

    def _y(self, plot: Rect, lead: float) -> int:
        return plot.centre_y - round(plot.h / 2 * lead / (self._span() * 1.12))

    def _span(self) -> float:
        """Points from the mean to the top of the plot."""
        return max(1.0, *(abs(lead) for row in self._leads for lead in row))

    def _last_column(self, look: Look, plot: Rect) -> Iterable[Item]:
        """The end stands on a lit column."""
        width = min(look.u(82), plot.w // max(1, self._galas - 1)) if self._galas > 1 else look.u(82)
        left = self._x(plot, self._galas - 1) - width // 2
        top = plot.y - look.u(12)
        right = min(left + width, self.rect.right)
        yield Fill(
            Rect(left, top, right - left, self.rect.bottom - top),
            mix(look.palette.panel, look.palette.line, 0.4),
        )

    def _grid(self, look: Look, plot: Rect) -> Iterable[Item]:
        palette, u = look.palette, look.u
        step = max((tick for tick in _STEPS if tick <= self._span()), default=1)
        for tick in (step, 0, -step):
            y = self._y(plot, tick)
            colour = palette.line_strong if tick == 0 else mix(palette.panel, palette.line, 0.7)
            yield Fill(Rect(plot.x - u(14), y, plot.w + u(28), u(1)), colour)
            name = f"{tick:+d}" if tick else self._words.say("results-mean")
            yield Text(plot.x - u(20), y, name, look.face(Style.KEY), palette.dim, "mr")

    def _badges(self, look: Look, plot: Rect) -> Iterable[Item]:
        palette, u = look.palette, look.u
        last = -u(22)
        for letter, point in zip(LETTERS, self._turnings, strict=False):
            x = max(plot.x - u(14), self._turn_x(plot, point.turn))
            shown = max(x, last + u(20))
            last = shown
            yield Fill(Rect(x, plot.y - u(6), u(1), plot.h + u(6)), mix(palette.panel, palette.soft, 0.45))
            yield from badge(look, shown, self.rect.y + u(9), letter)

    def _turn_x(self, plot: Rect, turn: int) -> int:
        """Where a turn lies on the axis of Galas; one before the first Gala lies left of it."""
        gala = turn / self._record.board.length.season_turns - 1
        return self._x(plot, min(float(self._galas - 1), gala))

    def _lines(self, look: Look, plot: Rect) -> Iterable[Item]:
        for seat in reversed(self._seats):
            banner = self._record.banner(seat)
            spots = tuple(
                (self._x(plot, gala), self._y(plot, lead)) for gala, lead in enumerate(self._leads[seat])
            )
            colour, stroke = look.palette.of(banner), signs_of(banner).stroke
            yield ChartLine(spots, colour, stroke, look.u(3))
            for gala, (x, y) in enumerate(spots):
                yield Marker(x, y, banner, look.u(8 if gala == self._galas - 1 else 5))

    def _ends(self, look: Look, plot: Rect) -> Iterable[Item]:
        """The last leads beside their markers, moved apart where they would touch."""
        x = self._x(plot, self._galas - 1) + look.u(13)
        order = sorted(self._seats, key=lambda seat: -self._leads[seat][-1])
        wished = [self._y(plot, self._leads[seat][-1]) for seat in order]
        places = apart(wished, look.line(Style.STRONG) * 3 // 4, plot.bottom)
        for seat, y in zip(order, places, strict=True):
            colour = mix(look.palette.of(self._record.banner(seat)), (255, 255, 255), 0.5)
            lead = round(self._leads[seat][-1])
            yield Text(x, y, f"{lead:+d}" if lead else "0", look.face(Style.STRONG), colour, "ml")

    def _table(self, look: Look, plot: Rect) -> Iterable[Item]:
        palette, u = look.palette, look.u
        top = self.rect.bottom - self._table_height(look)
        yield Fill(Rect(self.rect.x, top, self.rect.w, u(1)), palette.line)
        head = top + u(5) + u(HEAD_ROW) // 2
        name = self._words.say("results-gala")
        yield Text(self.rect.x, head, name, look.face(Style.PLAIN_14), palette.dim, "ml")
        for gala in range(self._galas):
            yield from self._gala_head(look, self._x(plot, gala), head, gala)
        for row, seat in enumerate(self._seats):
            y = top + u(HEAD_ROW + 5) + self._row(look) * row + self._row(look) // 2
            yield Emblem(self.rect.x + u(9), y, self._record.banner(seat), u(7))
            yield from self._totals(look, plot, seat, y)

    def _gala_head(self, look: Look, x: int, y: int, gala: int) -> Iterable[Item]:
        if gala >= self._held:
            return self._end_head(look, x, y)
        weight = self._record.board.length.gala_weights[gala]
        parts: tuple[Span, ...] = (
            Span(str(gala + 1), "text"),
            Span(self._words.say("results-weight", weight=weight), "dim", Style.PLAIN_14),
        )
        width = line_width(look, parts, Style.STRONG_15, 4)
        if width > self._pitch(look):
            parts = parts[:1]
            width = line_width(look, parts, Style.STRONG_15, 4)
        return line_items(look, parts, x - width // 2, y, Style.STRONG_15, gap=4)

    def _end_head(self, look: Look, x: int, y: int) -> Iterable[Item]:
        """The last column: what came after the last Gala."""
        words = self._words.say("results-end" if self._record.sundered else "results-mandates-column")
        wide = look.width(words, Style.STRONG_15)
        x = min(x, self.rect.right - wide // 2)
        yield Text(x, y, words, look.face(Style.STRONG_15), look.palette.text, "c")

    def _pitch(self, look: Look) -> int:
        return self._plot(look).w // max(1, self._galas - 1)

    def _totals(self, look: Look, plot: Rect, seat: Seat, y: int) -> Iterable[Item]:
        for gala, total in enumerate(self._running[seat]):
            best = total == max(row[gala] for row in self._running)
            style, ink = (Style.STRONG_15, look.palette.text) if best else (Style.PLAIN_15, look.palette.dim)
            yield Text(self._x(plot, gala), y, str(points(total)), look.face(style), ink, "c")


def apart(wished: Sequence[int], least: int, bottom: int) -> list[int]:
    """Ascending places moved so that they lie `least` apart, pushed up where they would pass `bottom`."""
    down: list[int] = []
    for place in wished:
        down.append(max(place, down[-1] + least) if down else place)
    up: list[int] = []
    for place in reversed(down):
        up.append(min(place, up[-1] - least if up else bottom))
    return up[::-1]


def badge(look: Look, x: int, y: int, letter: str) -> tuple[Item, ...]:
    """A turning point's letter, centred at x, y."""
    box = Rect.centred(x, y, look.u(18), look.u(18))
    return (
        Fill(box, look.palette.attention, 255, look.u(4)),
        Text(x, y, letter, look.face(Style.STRONG_14), look.palette.ink, "c"),
    )
