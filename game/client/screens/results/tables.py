"""The panels below the chart: Legacy by source, the turning points, and why it ended so."""

from collections.abc import Generator, Iterable, Sequence
from typing import Final

from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import Fill, Item, Text
from game.client.scene.marks import Bar, Emblem, Sign
from game.client.screens.results.chart import LETTERS, badge
from game.client.screens.results.figures import SOURCES, sources
from game.client.screens.results.reasons import Reasons, Sentence, source_key
from game.client.screens.results.record import Record
from game.client.screens.results.tally import tallies
from game.client.screens.results.turning import Turning
from game.client.screens.results.words import Words
from game.client.theme import Colour, Style
from game.client.widgets.richtext import shortened, wrapped
from game.client.widgets.widget import Widget

ROW: Final = 22
TURNING_ROW: Final = 35
WIDEST_BAR: Final = 36
LEAST_SUM: Final = 62
"""A column of the sum by source needs so much; with less there is none."""
FOOT: Final = 42
"""What the sum takes at the foot."""
ADVICE_HEAD: Final = 22
HEAD_RISE: Final = 20
"""How far above a panel's content the middle of its head lies."""


class SourceTable(Widget):
    """Rows of figures with a column for each seat; the best of a row stands out and has the longest bar.

    Where there is room, how the city stood at the end follows.
    """

    def __init__(self, record: Record, words: Words) -> None:
        super().__init__()
        self._record, self._words = record, words
        self._scored = _scored(record)
        self._ended = _ended(record)

    def wanted(self, look: Look, width: int) -> Size:
        return Size(width, look.u(ROW) * len(self._scored) + look.u(8))

    def paint(self, look: Look) -> Iterable[Item]:
        u, seats = look.u, self._record.board.all_seats
        whole = (*self._scored, *self._ended)
        rows = whole if self.rect.h >= u(ROW) * len(whole) + u(8) else self._scored
        pitch = min(u(ROW + 6), (self.rect.h - u(8)) // len(rows))
        column = min(u(82), (self.rect.w - u(110)) // len(seats))
        first = self.rect.right - column * len(seats)
        for seat in seats:
            yield Emblem(
                first + column * seat + u(30), self.rect.y - u(HEAD_RISE), self._record.banner(seat), u(8)
            )
        for number, (name, values) in enumerate(rows):
            ended = number >= len(self._scored)
            middle = self.rect.y + pitch * number + pitch // 2 + (u(8) if ended else 0)
            if number == len(self._scored):
                line = Rect(self.rect.x, middle - pitch // 2 - u(4), self.rect.w, u(1))
                yield Fill(line, look.palette.line)
            label = shortened(look, self._words.say(name), first - self.rect.x - u(4), Style.STRONG_15)
            yield Text(self.rect.x, middle, label, look.face(Style.STRONG_15), look.palette.soft, "ml")
            yield from self._values(look, values, (first, middle, column))

    def _values(self, look: Look, values: Sequence[int], at: tuple[int, int, int]) -> Iterable[Item]:
        first, middle, column = at
        u, most = look.u, max(values)
        for seat, value in zip(self._record.board.all_seats, values, strict=True):
            best = value == most
            ink = look.palette.text if best else look.palette.dim
            right = first + column * seat + u(36)
            yield Text(right, middle, str(value), look.face(Style.STRONG), ink, "mr")
            room = min(u(WIDEST_BAR), column - u(44))
            if room > u(8) and value > 0:
                bar = Rect(right + u(6), middle - u(4), max(u(2), room * value // most), u(8))
                yield Bar(bar, ((self._record.banner(seat), 1),), 0.0 if best else 0.35, 0)


def _scored(record: Record) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Text key and a value per seat: the sources of Legacy, in the order of `SOURCES`."""
    by_seat = [sources(record, seat) for seat in record.board.all_seats]
    return tuple(
        (source_key(source), tuple(row[place] for row in by_seat)) for place, source in enumerate(SOURCES)
    )


def _ended(record: Record) -> tuple[tuple[str, tuple[int, ...]], ...]:
    ends = tallies(record)
    return (
        ("results-end-led", tuple(end.led for end in ends)),
        ("results-end-people", tuple(end.people for end in ends)),
        ("results-end-facilities", tuple(end.facilities for end in ends)),
    )


class TurningList(Widget):
    """The turning points with the letters they have in the chart."""

    def __init__(self, record: Record, words: Words, turnings: tuple[Turning, ...]) -> None:
        super().__init__()
        self._record, self._words, self._turnings = record, words, turnings

    def wanted(self, look: Look, width: int) -> Size:
        return Size(width, look.u(TURNING_ROW) * max(1, len(self._turnings)))

    def paint(self, look: Look) -> Iterable[Item]:
        u = look.u
        if not self._turnings:
            words = self._words.say("results-turning-none")
            yield Text(
                self.rect.x, self.rect.y + u(14), words, look.face(Style.PLAIN), look.palette.dim, "ml"
            )
            return
        pitch = min(u(TURNING_ROW + 8), self.rect.h // len(self._turnings))
        for number, (letter, point) in enumerate(zip(LETTERS, self._turnings, strict=False)):
            middle = self.rect.y + pitch * number + pitch // 2
            yield from badge(look, self.rect.x + u(9), middle, letter)
            yield from self._row(look, point, middle)

    def _row(self, look: Look, point: Turning, middle: int) -> Iterable[Item]:
        u, left = look.u, self.rect.x + look.u(28)
        room = self.rect.right - left - u(24) * max(1, len(point.seats))
        head, detail = self._words.turning(point)
        strong, plain = look.face(Style.STRONG_15), look.face(Style.PLAIN_14)
        yield Text(
            left, middle - u(8), shortened(look, head, room, Style.STRONG_15), strong, look.palette.text, "ml"
        )
        yield Text(
            left, middle + u(8), shortened(look, detail, room, Style.PLAIN_14), plain, look.palette.dim, "ml"
        )
        for number, seat in enumerate(point.seats):
            yield Emblem(self.rect.right - u(9) - u(20) * number, middle, self._record.banner(seat), u(8))


class WhyList(Widget):
    """Why it ended so; and where there is room more of what to try next time, and the difference by source."""

    def __init__(
        self, record: Record, words: Words, verdict: Reasons, advised: Sequence[Sentence] = ()
    ) -> None:
        super().__init__()
        self._record, self._words, self._verdict = record, words, verdict
        self._advised = tuple(advised)

    def wanted(self, look: Look, width: int) -> Size:
        told = [*self._lines(look, width), *self._advice(look, width)[:1]]
        lines = sum(len(lines) for lines in told)
        head = look.u(ADVICE_HEAD) if self._advised else 0
        sums = look.u(FOOT) if self._has_sum(look, width) else 0
        return Size(width, self._pitch(look) * lines + look.u(4) * len(told) + head + sums)

    def paint(self, look: Look) -> Iterable[Item]:
        summed = self._has_sum(look, self.rect.w)
        room = self.rect.bottom - (look.u(FOOT) if summed else 0)
        y = self.rect.y + look.line(Style.PLAIN_15) // 2
        for place, lines in enumerate(self._lines(look, self.rect.w)):
            ink = look.palette.text if place == 0 else look.palette.soft
            y = yield from self._say(look, lines, y, ink)
        if self._advised:
            yield from self._next(look, y, room)
        if summed:
            yield from self._sum(look)

    def _next(self, look: Look, y: int, bottom: int) -> Iterable[Item]:
        """What to try next time: the first advice, and as many more as fit."""
        u, p = look.u, look.palette
        yield Fill(Rect(self.rect.x, y - u(6), self.rect.w, u(1)), p.line)
        caption = self._words.say("results-next").upper()
        yield Text(self.rect.x, y + u(4), caption, look.face(Style.CAPTION), p.attention, "ml")
        y += u(ADVICE_HEAD)
        for place, lines in enumerate(self._advice(look, self.rect.w)):
            if place and y + self._pitch(look) * len(lines) - self._pitch(look) // 2 > bottom:
                return
            y = yield from self._say(look, lines, y, p.soft)

    def _say(self, look: Look, lines: list[str], y: int, ink: Colour) -> Generator[Item, None, int]:
        """Lines from y on; gives back where the next sentence begins."""
        for line in lines:
            yield Text(self.rect.x, y, line, look.face(Style.PLAIN_15), ink, "ml")
            y += self._pitch(look)
        return y + look.u(4)

    def _pitch(self, look: Look) -> int:
        return round(look.line(Style.PLAIN_15) * 0.92)

    def _lines(self, look: Look, width: int) -> list[list[str]]:
        return self._wrapped(look, self._verdict.sentences, width)

    def _advice(self, look: Look, width: int) -> list[list[str]]:
        return self._wrapped(look, self._advised, width)

    def _wrapped(self, look: Look, sentences: Sequence[Sentence], width: int) -> list[list[str]]:
        said = [self._words.sentence(sentence) for sentence in sentences]
        return [wrapped(look, sentence, width, Style.PLAIN_15) for sentence in said]

    def _has_sum(self, look: Look, width: int) -> bool:
        return bool(self._verdict.deltas) and width >= look.u(LEAST_SUM) * (len(SOURCES) + 1)

    def _sum(self, look: Look) -> Iterable[Item]:
        """The sum by source along the foot: each part with its arrow, then the whole."""
        u = look.u
        foot = self.rect.bottom - u(20)
        yield Fill(Rect(self.rect.x, foot - u(18), self.rect.w, u(1)), look.palette.line)
        names = [self._words.say(source_key(source)) for source in SOURCES]
        values = [*self._verdict.deltas, sum(self._verdict.deltas)]
        names.append(self._words.say("results-source-total"))
        column = self.rect.w // len(values)
        for place, (name, value) in enumerate(zip(names, values, strict=True)):
            x = self.rect.x + column * place
            shown = shortened(look, name, column - u(4), Style.PLAIN_14)
            yield Text(x, foot + u(12), shown, look.face(Style.PLAIN_14), look.palette.dim, "ml")
            yield from delta(look, x, foot - u(5), value)


def delta(look: Look, x: int, y: int, value: int) -> Iterable[Item]:
    """A signed number with its arrow, left of which it begins."""
    palette = look.palette
    if value == 0:
        yield Text(x, y, "0", look.face(Style.SMALL_NUMBER), palette.dim, "ml")
        return
    colour = palette.go if value > 0 else palette.loss
    yield Sign(x + look.u(5), y, "up" if value > 0 else "down", look.u(4), colour)
    yield Text(x + look.u(14), y, f"{value:+d}", look.face(Style.SMALL_NUMBER), colour, "ml")
