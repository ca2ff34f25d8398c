"""The secret mandates, revealed; and the goals of a mode in which all play together."""

from collections.abc import Iterable, Iterator
from typing import Final

import msgspec

from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.model.cards import asks_for_less, progress
from game.client.scene.items import Icon, Item, Text
from game.client.scene.marks import Emblem, Sign
from game.client.screens.results.figures import points
from game.client.screens.results.record import Record
from game.client.screens.results.words import Words
from game.client.theme import Style
from game.client.widgets.richtext import shortened
from game.client.widgets.widget import Widget
from game.rules.ids import Seat
from game.rules.ledger import Fulfilled
from game.rules.measure import Measure
from game.rules.standing import Standing
from game.rules.turn import NOBODY

ROW: Final = 23


class Kept(msgspec.Struct, frozen=True):
    """A mandate of a seat, or with seat -1 a goal of all: its name, how far it was, whether met, and its points.

    `found` and `asked` are of the first measure that was missed, else of the first; `limit` says that it asks for
    no more.
    """

    seat: Seat
    name: str
    found: str
    asked: str
    limit: bool
    met: bool
    points: int


def kept(record: Record, words: Words) -> tuple[Kept, ...]:
    """The goals of all where all play together, then every seat's mandates."""
    return (*_goals(record, words), *_mandates(record, words))


def _goals(record: Record, words: Words) -> Iterator[Kept]:
    mode = record.board.match.mode
    if mode.together:
        standing = Standing(record.board, record.public)
        for goal in mode.goals:
            met = standing.holds(goal.measure)
            yield _kept(standing, words.goal(goal.key), (goal.measure,), NOBODY, (met, 0))


def _mandates(record: Record, words: Words) -> Iterator[Kept]:
    outcome = record.public.outcome
    revealed = outcome.mandates if outcome is not None else ()
    standing = Standing(record.board, record.public)
    told = {
        (entry.seat, entry.mandate): (entry.met, points(entry.amount))
        for entry in record.ledgers.get(record.public.turn, ())
        if isinstance(entry, Fulfilled)
    }
    worth = 0 if record.sundered else points(record.board.ruleset.mandate.legacy)
    for seat, keys in zip(record.board.all_seats, revealed, strict=False):
        for key in keys:
            measures = record.board.ruleset.mandates[key].measures
            met = all(standing.holds(measure, seat) for measure in measures)
            ended = told.get((seat, key), (met, worth if met else 0))
            yield _kept(standing, words.mandate(key), measures, seat, ended)


def _kept(
    standing: Standing, name: str, measures: tuple[Measure, ...], seat: Seat, ended: tuple[bool, int]
) -> Kept:
    told = next((measure for measure in measures if not standing.holds(measure, seat)), measures[0])
    found, asked = progress(standing, told, seat)
    return Kept(seat, name, found, asked, asks_for_less(told), *ended)


class MandateList(Widget):
    """A row for each: whose, which, how far, met or not, what it scored."""

    def __init__(self, record: Record, words: Words) -> None:
        super().__init__()
        self._record, self._words = record, words
        self.rows = kept(record, words)

    def wanted(self, look: Look, width: int) -> Size:
        return Size(width, look.u(ROW) * max(1, len(self.rows)))

    def paint(self, look: Look) -> Iterable[Item]:
        if not self.rows:
            words = shortened(look, self._words.say("results-mandates-none"), self.rect.w, Style.PLAIN)
            at = (self.rect.x, self.rect.y + look.u(14))
            yield Text(*at, words, look.face(Style.PLAIN), look.palette.dim, "ml")
            return
        pitch = min(look.u(ROW + 6), self.rect.h // len(self.rows))
        for number, row in enumerate(self.rows):
            yield from self._row(look, row, self.rect.y + pitch * number + pitch // 2)

    def _row(self, look: Look, row: Kept, middle: int) -> Iterable[Item]:
        u, p, right = look.u, look.palette, self.rect.right
        yield self._sign(look, row, middle)
        amount = f"+{row.points}" if row.points else "0" if row.seat >= 0 else ""
        ink = p.go if row.points else p.dim
        yield Text(right, middle, amount, look.face(Style.STRONG), ink, "mr")
        tick = Rect(right - u(44), middle, 0, 0)
        yield Sign(tick.x, middle, "tick" if row.met else "cross", u(5), p.go if row.met else p.loss)
        left, room = self.rect.x + u(24), tick.x - u(12) - self.rect.x - u(24)
        key = "results-far-most" if row.limit else "results-far-least"
        far = self._words.say(key, found=row.found, asked=row.asked)
        wide = min(look.width(far, Style.PLAIN_14), room * 55 // 100)
        name = shortened(look, row.name, room - wide - u(8), Style.STRONG_15)
        yield Text(left, middle, name, look.face(Style.STRONG_15), p.text if row.met else p.dim, "ml")
        at = tick.x - u(12)
        far = shortened(look, far, wide, Style.PLAIN_14)
        yield Text(at, middle, far, look.face(Style.PLAIN_14), p.soft if row.met else p.dim, "mr")

    def _sign(self, look: Look, row: Kept, middle: int) -> Item:
        x = self.rect.x + look.u(8)
        if row.seat < 0:
            return Icon(x, middle, "mandate", look.u(18), look.palette.soft)
        return Emblem(x, middle, self._record.banner(row.seat), look.u(8), filled=row.met)


def caption(record: Record) -> str:
    """The key of the panel's caption: goals where all play together."""
    return "results-goals" if record.together else "results-mandates"
