"""The report of a turn: a list of what happened, district by district; a line leads to its place."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from game.client.events import Event, KeyPressed, PointerPressed
from game.client.geometry import Rect
from game.client.look import Look
from game.client.model.cards import Spoken
from game.client.model.story import Beat, Deed, Story, Vote
from game.client.model.words import permille
from game.client.scene.items import CutBox, Item, Shadow, Text
from game.client.scene.marks import Sign
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.playback import change_words, refused_words
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.layout import Column, Row, Space
from game.client.widgets.panelbox import PanelBox
from game.client.widgets.richtext import EmblemSpan, Part, Span, line_items, line_width, shortened
from game.client.widgets.scrolling import VirtualList
from game.client.widgets.widget import Widget
from game.rules.ids import District, Leader, Seat
from game.rules.ledger import Entry
from game.text.amounts import tenths
from game.text.telling import tell

WIDTH = 520
ROW_HEIGHT = 44
TALL_ROW = 60
"""A row with a third line: what the others did there."""


class Line(Struct, frozen=True):
    """A line of the report: head, what changed, where it leads, whether that is good, and which way it went.

    `deeds` are what the others did there.
    """

    head: str
    under: str
    district: District | None
    good: bool | None = None
    rises: bool = False
    deeds: tuple[Deed, ...] = ()


def report_lines(cockpit: Cockpit, story: Story) -> tuple[Line, ...]:
    """The story as lines: what concerns the seat, the Council, news, what happened elsewhere, Fracture."""
    lines = [_beat_line(cockpit, beat) for beat in story.beats]
    lines += [_vote_line(cockpit, vote) for vote in story.votes]
    lines += [_joined_line(cockpit, Leader(leader)) for leader in story.joined]
    lines += [_news_line(cockpit, entry) for entry in story.news]
    lines += [_beat_line(cockpit, beat) for beat in story.elsewhere]
    if story.blame > 0:
        head = cockpit.say("report-blame", amount=tenths(story.blame))
        lines.append(Line(head, cockpit.say("report-blame-why"), None, False, True))
    return (*lines, _fracture_line(cockpit, story))


def _joined_line(cockpit: Cockpit, leader: Leader) -> Line:
    seat = cockpit.model.board.leaders[leader].seat
    home = cockpit.model.board.homes[seat]
    head = cockpit.say("report-joined", leader=cockpit.words.leader(leader), who=cockpit.words.short(seat))
    return Line(head, cockpit.words.district(home), home)


def _fracture_line(cockpit: Cockpit, story: Story) -> Line:
    fracture, step = story.fracture, story.step_passed
    words = cockpit.say("report-fracture", before=fracture.before, after=fracture.after)
    under = cockpit.say("report-step", step=step) if step else cockpit.say("report-no-step")
    good = fracture.amount < 0 if fracture.amount else None
    return Line(words, under, None, good, fracture.amount > 0)


def _vote_line(cockpit: Cockpit, vote: Vote) -> Line:
    decided = vote.decided
    say = cockpit.stage.say
    result = say("council-passed" if decided.passed else "council-failed")
    head = cockpit.say("report-vote", law=cockpit.words.law(decided.law), result=result)
    under = say("council-votes", ayes=decided.ayes, nays=decided.nays)
    return Line(head, under, None, decided.passed, decided.passed)


def _news_line(cockpit: Cockpit, entry: Entry) -> Line:
    """An entry of the ledger as its sentence; what it is about stands below, and its place leads there."""
    sentence = tell(Spoken(cockpit.stage.say), cockpit.model.board, entry)
    district = District(getattr(entry, "district", -1))
    known = district >= 0
    kind = cockpit.say(f"news-{type(entry).__struct_config__.tag}".replace("_", "-"))
    under = cockpit.say("news-in", kind=kind, place=cockpit.words.district(district)) if known else kind
    return Line(sentence, under, district if known else None)


def told_lines(cockpit: Cockpit, story: Story) -> Iterator[str]:
    """The story as sentences for whoever listens instead of looking."""
    for line in report_lines(cockpit, story):
        yield f"{line.head}: {line.under}"
        for seat, done in _by_seat(cockpit, line.deeds):
            place = line.district
            where = cockpit.words.district(place) if place is not None else ""
            yield cockpit.say(
                "report-rival", who=cockpit.words.short(seat), what=", ".join(done), place=where
            )


def _by_seat(cockpit: Cockpit, deeds: Iterable[Deed]) -> Iterator[tuple[Seat, list[str]]]:
    for seat, done in groupby(deeds, key=lambda deed: deed.seat):
        yield seat, [cockpit.words.cause(deed.cause) for deed in done]


def _happenings(cockpit: Cockpit, beat: Beat) -> Iterator[str]:
    """What came up, was given and came back in a district."""
    for event in beat.events:
        answerable = bool(cockpit.model.board.ruleset.events[event.event].answers)
        key = "float-event" if not answerable else "float-answered" if event.answered else "float-unanswered"
        yield cockpit.say(key, event=cockpit.words.event(event.event))
    if beat.finished is not None:
        yield cockpit.say("float-finished")
    elif beat.founded:
        yield cockpit.say("float-founded")
    for kind, amount in beat.gave:
        yield cockpit.say("float-gave", amount=amount, kind=cockpit.words.part(kind))
    for reason in beat.refused:
        yield refused_words(cockpit, reason)


def _beat_line(cockpit: Cockpit, beat: Beat) -> Line:
    words = cockpit.words
    done = [words.cause(cause) for cause in beat.orders]
    done += [words.facility(kind) for _, kind in beat.built]
    place = words.district(beat.district)
    head = cockpit.say("report-did", what=", ".join(done), place=place) if done else place
    changes = [change_words(cockpit, change) for change in beat.changes]
    changes = [*_happenings(cockpit, beat), *changes]
    support = next((change for change in beat.changes if change.subject == "support"), None)
    good = support.amount > 0 if support is not None else None
    under = ", ".join(changes) or cockpit.say("report-nothing")
    return Line(head, under, beat.district, good, bool(good), beat.deeds)


class ReportWindow(Widget):
    """A layer over the map. A choice centres its district; Escape, Enter, R or a click beside it closes it."""

    def __init__(
        self, cockpit: Cockpit, story: Story, on_close: Callable[[], None], again: Callable[[], None]
    ) -> None:
        super().__init__()
        self._cockpit, self._story, self._on_close = cockpit, story, on_close
        self._lines = report_lines(cockpit, story)
        self._row_height = TALL_ROW if any(line.deeds for line in self._lines) else ROW_HEIGHT
        self._list = VirtualList(self._row, self._chosen, self._chosen, self._row_height, 8)
        self._list.fill(len(self._lines))
        spread = Space(grow=1.0)
        buttons = Row(
            [
                Button(cockpit.say("report-again"), again, icon="rewind"),
                spread,
                Button(cockpit.say("report-go-on"), on_close, key="Enter"),
            ]
        )
        self._list.grow = 1.0
        caption = cockpit.say("report-title", turn=story.turn)
        self._box = PanelBox(
            Column([self._list, buttons], gap=10), caption=caption, figure=_figure(cockpit, story)
        )
        self._box.parent = self

    def children(self) -> Sequence[Widget]:
        return (self._box,)

    def arrange(self, look: Look) -> None:
        u = look.u
        wide = min(u(WIDTH), self.rect.w - u(24))
        height = min(u(self._row_height * min(8, len(self._lines)) + 110), self.rect.h - u(150))
        self._box.place(look, Rect.centred(self.rect.centre_x, self.rect.centre_y, wide, height))

    @property
    def lines_rect(self) -> Rect:
        """Where the lines lie."""
        return self._list.rect

    def paint(self, look: Look) -> Iterable[Item]:
        return (Shadow(self._box.rect, look.u(30)),)

    def on_event(self, event: Event) -> bool:
        if isinstance(event, KeyPressed) and event.key in ("escape", "return", "r"):
            self._on_close()
        if isinstance(event, PointerPressed) and not self._box.rect.contains(event.x, event.y):
            self._on_close()
        return True

    def _chosen(self, index: int) -> None:
        district = self._lines[index].district
        if district is not None:
            self._cockpit.select_district(district)
            self._cockpit.centre(district)

    def _row(self, look: Look, rect: Rect, index: int, chosen: bool, hovered: bool) -> Iterable[Item]:
        u, p = look.u, look.palette
        line = self._lines[index]
        if chosen or hovered:
            edge = p.selection if chosen else p.line
            yield CutBox(rect.inset(u(2), u(2)), u(6), p.raised, 255, edge, u(1))
        if line.good is not None:
            ink = p.go if line.good else p.loss
            yield Sign(rect.x + u(16), rect.centre_y, "up" if line.rises else "down", u(5), ink)
        room = rect.w - u(50)
        head = shortened(look, line.head, room, Style.STRONG_15)
        under = shortened(look, line.under, room, Style.PLAIN_14)
        left = rect.x + u(34)
        top = rect.centre_y - u(25 if line.deeds else 17)
        yield Text(left, top + u(9), head, look.face(Style.STRONG_15), p.text, "ml")
        yield Text(left, top + u(26), under, look.face(Style.PLAIN_14), p.soft, "ml")
        yield from self._deeds(look, line, Rect(left, top + u(43), room, 0))
        if line.district is not None:
            yield Sign(rect.right - u(14), rect.centre_y, "right", u(4), p.faint)

    def _deeds(self, look: Look, line: Line, rect: Rect) -> Iterable[Item]:
        """Who else acted there: the emblem, the letters and the verbs of each."""
        parts: list[Part] = []
        for seat, done in _by_seat(self._cockpit, line.deeds):
            words = f"{self._cockpit.words.short(seat)} {', '.join(done)}"
            free = rect.w - line_width(look, parts, Style.PLAIN_14) - look.u(34)
            parts += [
                EmblemSpan(self._cockpit.words.banner(seat), 7),
                Span(shortened(look, words, free, Style.PLAIN_14)),
            ]
        return line_items(look, parts, rect.x, rect.y, Style.PLAIN_14, "soft")


def _figure(cockpit: Cockpit, story: Story) -> str:
    won = sum(c.amount for beat in story.beats for c in beat.changes if c.subject == "support")
    sign = "+" if won > 0 else ""
    return cockpit.say("report-figure", amount=f"{sign}{permille(won)}")
