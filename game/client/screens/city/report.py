"""The report of a turn: a list of what happened, district by district; a line leads to its place."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from game.client.events import Event, KeyPressed, PointerPressed
from game.client.geometry import Rect
from game.client.look import Look
from game.client.model.story import Beat, Story
from game.client.model.words import permille
from game.client.scene.items import CutBox, Item, Shadow, Text
from game.client.scene.marks import Sign
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.playback import change_words
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.layout import Column, Row, Space
from game.client.widgets.panelbox import PanelBox
from game.client.widgets.richtext import shortened
from game.client.widgets.scrolling import VirtualList
from game.client.widgets.widget import Widget
from game.rules.ids import District, Leader

WIDTH = 520
ROW_HEIGHT = 44


class Line(Struct, frozen=True):
    """A line of the report: head, what changed, where it leads, whether that is good, and which way it went."""

    head: str
    under: str
    district: District | None
    good: bool | None = None
    rises: bool = False


def report_lines(cockpit: Cockpit, story: Story) -> tuple[Line, ...]:
    """The story as lines."""
    lines = [_beat_line(cockpit, beat) for beat in story.beats]
    for leader in story.joined:
        plan = cockpit.model.board.leaders[leader]
        who = cockpit.words.short(plan.seat)
        home = cockpit.model.board.homes[plan.seat]
        name = cockpit.words.leader(Leader(leader))
        lines.append(
            Line(cockpit.say("report-joined", leader=name, who=who), cockpit.words.district(home), home)
        )
    fracture = story.fracture
    words = cockpit.say("report-fracture", before=fracture.before, after=fracture.after)
    step = story.step_passed
    under = cockpit.say("report-step", step=step) if step else cockpit.say("report-no-step")
    lines.append(Line(words, under, None, fracture.amount <= 0, fracture.amount > 0))
    return tuple(lines)


def _beat_line(cockpit: Cockpit, beat: Beat) -> Line:
    words = cockpit.words
    done = [words.cause(cause) for cause in beat.orders]
    done += [words.facility(kind) for _, kind in beat.built]
    place = words.district(beat.district)
    head = cockpit.say("report-did", what=", ".join(done), place=place) if done else place
    changes = [change_words(cockpit, change) for change in beat.changes]
    if beat.refused:
        changes.insert(0, cockpit.say("float-refused"))
    support = next((change for change in beat.changes if change.subject == "support"), None)
    good = support.amount > 0 if support is not None else None
    return Line(head, ", ".join(changes) or cockpit.say("report-nothing"), beat.district, good, bool(good))


class ReportWindow(Widget):
    """A layer over the map. A choice centres its district; Escape, Enter, R or a click beside it closes it."""

    def __init__(
        self, cockpit: Cockpit, story: Story, on_close: Callable[[], None], again: Callable[[], None]
    ) -> None:
        super().__init__()
        self._cockpit, self._story, self._on_close = cockpit, story, on_close
        self._lines = report_lines(cockpit, story)
        self._list = VirtualList(self._row, self._chosen, self._chosen, ROW_HEIGHT, 8)
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
        height = min(u(ROW_HEIGHT * min(8, len(self._lines)) + 110), self.rect.h - u(150))
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
        yield Text(rect.x + u(34), rect.y + u(14), head, look.face(Style.STRONG_15), p.text, "ml")
        yield Text(rect.x + u(34), rect.y + u(31), under, look.face(Style.PLAIN_14), p.soft, "ml")
        if line.district is not None:
            yield Sign(rect.right - u(14), rect.centre_y, "right", u(4), p.faint)


def _figure(cockpit: Cockpit, story: Story) -> str:
    won = sum(c.amount for beat in story.beats for c in beat.changes if c.subject == "support")
    sign = "+" if won > 0 else ""
    return cockpit.say("report-figure", amount=f"{sign}{permille(won)}")
