"""The mural over the results, set by those who won, with the headline on it."""

from collections.abc import Iterable
from typing import Final

from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import Clip, CutBox, Fill, Gradient, Image, Item, Text
from game.client.screens.base import Say
from game.client.screens.people.standing import rating_words
from game.client.screens.results.record import Record
from game.client.screens.results.words import Words
from game.client.theme import Style, mix
from game.client.widgets.richtext import Part, SignSpan, Span, line_items, line_width, wrapped
from game.client.widgets.widget import Widget
from game.protocol.messages import Rating

HEIGHT: Final = 150
MURAL: Final = (2560, 344)
"""Pixels of a mural; it covers the banner and keeps its shape."""
_STRIP: Final = 8


def mural_of(record: Record) -> str:
    """The asset of the mural: by the winner's faction, shared, or the broken one of a sundered city."""
    if record.sundered:
        return "mural/mural-sundered.webp"
    winners = record.winners
    return (
        f"mural/mural-{record.banner(winners[0]).faction}.webp" if len(winners) == 1 else "mural/mural.webp"
    )


class Banner(Widget):
    """Mural and headline."""

    grouped = True

    def __init__(self, record: Record, words: Words) -> None:
        super().__init__()
        self._record, self._words = record, words
        self._rating: tuple[Part, ...] = ()

    def rate(self, before: Rating | None, after: Rating) -> None:
        """Say what the match has done to the player's rating."""
        self._rating = rating_parts(before, after, self._words.say)
        self.changed()

    def wanted(self, look: Look, width: int) -> Size:
        return Size(width, look.u(HEIGHT))

    def paint(self, look: Look) -> Iterable[Item]:
        palette, u, rect = look.palette, look.u, self.rect
        yield Gradient(rect, mix(palette.ink, (48, 26, 92), 0.6), palette.ink)
        yield Clip(rect, (Image(covering(rect, MURAL), mural_of(self._record)),))
        yield from shade(look, rect, round(rect.w * 0.44))
        yield from self._head(look)
        gold = palette.credits if self._record.winners else palette.loss
        yield Fill(Rect(rect.x, rect.bottom - u(6), rect.w, u(6)), palette.ink)
        yield Fill(Rect(rect.x, rect.bottom - u(6), rect.w, u(2)), gold)
        yield Fill(Rect(rect.x, rect.bottom - u(1), rect.w, u(1)), mix(gold, palette.ink, 0.5))

    def _head(self, look: Look) -> Iterable[Item]:
        palette, u = look.palette, look.u
        x, lines = self.rect.x + u(30), self._lines(look)
        crown = self._words.crown().upper()
        pitch = max(u(30), look.line(Style.H1) * 9 // 10)
        tall = u(22) + pitch * len(lines) + u(44)
        y = self.rect.y + max(u(6), (self.rect.h - tall) // 2)
        ink = palette.credits if self._record.winners else palette.loss
        yield Text(x, y + u(6), crown, look.face(Style.CAPTION), ink, "ml", True)
        y += pitch
        for line in lines:
            yield Text(x - u(2), y, line, look.face(Style.H1), palette.text, "ml", True)
            y += pitch
        totals, fracture, turns = self._words.summary()
        parts = [Span(fracture, "soft"), Span(turns, "soft")]
        parts[:0] = [Span(totals, "text")] if totals else []
        yield from line_items(look, parts, x, y, Style.STRONG, gap=14)
        yield Text(x, y + u(22), self._words.place(), look.face(Style.PLAIN_15), palette.soft, "ml")
        yield from self._plate(look)

    def _plate(self, look: Look) -> Iterable[Item]:
        """The rating in the corner, on a ground of its own: the mural is bright there."""
        if not self._rating:
            return
        u, palette, rect = look.u, look.palette, self.rect
        wide = line_width(look, self._rating, Style.STRONG_15) + u(24)
        plate = Rect(rect.right - wide - u(12), rect.bottom - u(44), wide, u(28))
        yield CutBox(plate, u(7), palette.panel, 240, palette.line_strong, u(1))
        yield from line_items(look, self._rating, plate.x + u(12), plate.centre_y, Style.STRONG_15)

    def _lines(self, look: Look) -> list[str]:
        return wrapped(look, self._words.headline().upper(), look.u(340), Style.H1)[:2]


def rating_parts(before: Rating | None, after: Rating, say: Say) -> tuple[Part, ...]:
    """The rating now, and what it was; a sign says whether it rose."""
    now = rating_words(after.value, after.spread, say)
    if before is None:
        return (Span(say("results-first-rating", rating=now), "text"),)
    rose = after.value >= before.value
    was = rating_words(before.value, before.spread, say)
    words = say("results-rating", rating=now, before=was)
    return (SignSpan("up" if rose else "down", "go" if rose else "loss"), Span(words, "text"))


def covering(rect: Rect, shape: tuple[int, int]) -> Rect:
    """Where a picture of `shape` lies so that it covers `rect` and keeps its proportions; its right edge is kept."""
    width, height = shape
    if rect.w * height >= rect.h * width:
        tall = -(-rect.w * height // width)
        return Rect(rect.x, rect.y - (tall - rect.h) // 2, rect.w, tall)
    wide = -(-rect.h * width // height)
    return Rect(rect.right - wide, rect.y, wide, rect.h)


def shade(look: Look, rect: Rect, reach: int) -> Iterable[Item]:
    """Dark for words to stand on: full at the left edge, gone after `reach` pixels."""
    strip = look.u(_STRIP)
    for x in range(0, reach, strip):
        alpha = round(250 * (1 - x / reach) ** 0.8)
        yield Fill(Rect(rect.x + x, rect.y, strip, rect.h), mix(look.palette.ink, (14, 10, 40), 0.3), alpha)
