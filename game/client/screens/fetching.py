"""A map is missing: one question, and then how far the map has come."""

from collections.abc import Callable, Iterable
from typing import Final

import msgspec

from game.client.events import Event, KeyPressed
from game.client.geometry import Rect, Size
from game.client.look import Look
from game.client.scene.items import Fill, Item
from game.client.screens.base import Say, Screen, Stage
from game.client.screens.centred import Centred, night
from game.client.theme import Style
from game.client.widgets.button import Button
from game.client.widgets.label import Label
from game.client.widgets.layout import Column, Row, Space
from game.client.widgets.panelbox import PanelBox
from game.client.widgets.richtext import IconSpan, Span
from game.client.widgets.widget import Widget

WIDTH: Final = 680
LONGEST: Final = 40
KIB: Final = 1024
STEPS: Final = 400
"""How finely the bar shows what has come."""


class FetchDoors(msgspec.Struct, frozen=True):
    """Where the question leads: fetch it, from now on always, not now, never; and `stop` while it comes."""

    fetch: Callable[[], None]
    always: Callable[[], None]
    later: Callable[[], None]
    never: Callable[[], None]
    stop: Callable[[], None]


class MissingMap(msgspec.Struct, frozen=True):
    """What is asked for: the map's title and bytes as the server names them, and where it comes from.

    `differs`: a map of that id is here, but plays otherwise.
    """

    title: str
    size: int
    host: str
    differs: bool


def plain(text: str) -> str:
    """A stranger's words on one short line, without signs that cannot be seen."""
    words = "".join(sign if sign.isprintable() else " " for sign in text)
    tidy = " ".join(words.split())
    return tidy if len(tidy) <= LONGEST else tidy[: LONGEST - 1] + "…"


def size_words(size: int, say: Say) -> str:
    """Bytes as people read them."""
    if size < KIB * KIB:
        return say("maps-kib", size=-(-size // KIB))
    tenths = -(-size * 10 // (KIB * KIB))
    return say("maps-mib", size=f"{tenths // 10}.{tenths % 10}")


class Progress(Widget):
    """A groove that fills."""

    def __init__(self) -> None:
        super().__init__()
        self.filled = 0

    def put(self, done: int, whole: int) -> None:
        """Show how much is done, of how much."""
        filled = min(STEPS, done * STEPS // max(1, whole))
        if filled != self.filled:
            self.filled = filled
            self.changed()

    def wanted(self, look: Look, width: int) -> Size:
        return Size(width, look.u(8))

    def paint(self, look: Look) -> Iterable[Item]:
        rect = self.rect
        lit = Rect(rect.x, rect.y, rect.w * self.filled // STEPS, rect.h)
        return (Fill(rect, look.palette.groove), Fill(lit, look.palette.go))


class FetchScreen(Screen):
    """Asks, then shows what arrives: whoever fetches calls `begin`, `put` and `check`."""

    def __init__(self, stage: Stage, missing: MissingMap, doors: FetchDoors) -> None:
        super().__init__(stage)
        self._missing, self._doors = missing, doors
        self.fetching = False
        self._bar = Progress()
        self._state = Label("", Style.STRONG, "soft")
        self._column = Column(gap=14)
        say = stage.say
        self._call = Button(
            say("maps-fetch").upper(), doors.fetch, "primary", icon="download", key="Enter", height=38
        )

    # --- how far it is ---------------------------------------------------------------------------

    def begin(self) -> None:
        """The question is answered: show what arrives."""
        self.fetching = True
        self._state.say(self.stage.say("maps-asking"))
        self._column.fill(self._progress())
        self.stage.redraw()

    def put(self, arrived: int, total: int) -> None:
        """So many bytes have come, of so many."""
        say = self.stage.say
        self._bar.put(arrived, total)
        if arrived < total:
            words = say("maps-arrived", arrived=size_words(arrived, say), total=size_words(total, say))
        else:
            words = say("maps-checking")
        self._state.say(words)

    # --- the screen ------------------------------------------------------------------------------

    def root(self) -> Widget:
        self._column.fill(self._progress() if self.fetching else self._question())
        caption = self.stage.say("maps-caption")
        return Centred(PanelBox(self._column, caption=caption, accent="voice", padding=20), WIDTH)

    def entered(self) -> None:
        if not self.fetching:
            self.stage.desk.focus_on(self._call)

    def backdrop(self) -> tuple[Item, ...]:
        return night(self.stage.desk.size)

    def after(self, event: Event) -> bool:
        if not isinstance(event, KeyPressed) or event.repeat or event.chord not in ("return", "escape"):
            return False
        if event.chord == "escape":
            (self._doors.stop if self.fetching else self._doors.later)()
        elif not self.fetching:
            self._doors.fetch()
        return True

    def _question(self) -> list[Widget]:
        say, missing = self.stage.say, self._missing
        why = "maps-differs" if missing.differs else "maps-missing"
        facts = (
            self._fact("download", size_words(missing.size, say)),
            self._fact("network", say("maps-from", host=plain(missing.host))),
        )
        refuse = [
            Button(say("maps-later"), self._doors.later, key="Esc", height=38),
            Button(say("maps-never"), self._doors.never, "ghost", height=38),
        ]
        agree = [Button(say("maps-always"), self._doors.always, height=38), self._call]
        return [
            Label(plain(missing.title), Style.H2, wrap=True),
            Label(say(why), Style.STRONG, "soft", wrap=True),
            Row(facts, gap=28),
            Label(say("maps-safe"), Style.PLAIN_14, "dim", wrap=True),
            Row((*refuse, Space(grow=1.0), *agree)),
        ]

    def _fact(self, icon: str, words: str) -> Label:
        return Label([IconSpan(icon, "go"), Span(words, "text")], Style.STRONG)

    def _progress(self) -> list[Widget]:
        say = self.stage.say
        stop = Button(say("common-cancel"), self._doors.stop, key="Esc", height=36)
        return [
            Label(plain(self._missing.title), Style.H2, wrap=True),
            self._bar,
            self._state,
            Row((Label(say("maps-kept"), Style.PLAIN_14, "dim"), Space(grow=1.0), stop)),
        ]
