"""The replays that are kept on this machine: choose one and watch it."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

import msgspec

from game.client.events import Event, KeyPressed
from game.client.geometry import Rect
from game.client.look import Look
from game.client.scene.items import CutBox, Gradient, Item, Text
from game.client.scene.marks import Emblem
from game.client.screens.actions import HEIGHT, ActionRow
from game.client.screens.base import Screen, Stage
from game.client.screens.headed import Headed
from game.client.theme import SIGNS, Banner, Style, mix
from game.client.widgets.button import Button
from game.client.widgets.label import Label
from game.client.widgets.layout import Column
from game.client.widgets.panelbox import PanelBox
from game.client.widgets.richtext import shortened
from game.client.widgets.scrolling import VirtualList
from game.client.widgets.widget import Widget
from game.replays.replay import Brief
from game.replays.shelf import ReplayShelf, Shelved
from game.replays.telling import fault_words, mode_words, outcome_words, player_words, printable, when
from game.text.catalog import Catalog

ROW: Final = 58
LEFT: Final = 16
TITLE: Final = 190
"""Where the city's name begins, right of the date."""


class ReplaysDoors(msgspec.Struct, frozen=True):
    """Where the list leads: to watch a file, and out."""

    watch: Callable[[Path], None]
    leave: Callable[[], None]


class ReplaysScreen(Screen):
    """The files of a shelf, looked at when the screen opens and again on F5."""

    def __init__(self, stage: Stage, shelf: ReplayShelf, doors: ReplaysDoors) -> None:
        super().__init__(stage)
        self.entries: tuple[Shelved, ...] = ()
        self._shelf, self._doors = shelf, doors
        self._catalog = Catalog(stage.settings.language)
        self._list = VirtualList(self._row, self._chosen, self._opened, ROW, 8)
        self._list.grow = 1.0
        self._state = Label("", Style.STRONG_15, "soft", wrap=True)
        say = stage.say
        self._call = Button(
            say("replay-watch").upper(), self.watch, "primary", icon="play", key="Enter", height=HEIGHT
        )

    # --- what the player does --------------------------------------------------------------------

    def watch(self) -> None:
        """Watch the chosen one, or hear why it cannot be."""
        if self._list.chosen is not None:
            self._doors.watch(self.entries[self._list.chosen].path)

    def refresh(self) -> None:
        """Look at the folder again."""
        self.entries = self._shelf.listed()
        say, folder = self.stage.say, str(self._shelf.folder)
        self._list.fill(len(self.entries), 0 if self.entries else None)
        self._state.say(say("replay-folder", count=len(self.entries), folder=folder))
        self._call.turn_off("" if self.entries else say("replay-none-chosen"))
        self.stage.redraw()

    # --- the screen ------------------------------------------------------------------------------

    def root(self) -> Widget:
        say = self.stage.say
        panel = PanelBox(
            Column((self._list, self._state), gap=10), caption=say("replay-list"), accent="voice"
        )
        ways = [
            Button(say("common-back"), self._doors.leave, key="Esc", height=HEIGHT),
            Button(say("lobby-refresh"), self.refresh, key="F5", height=HEIGHT),
        ]
        subtitle = say("replay-subtitle", most=self._shelf.most)
        return Headed(say("replay-title"), subtitle, panel, ActionRow(ways, self._call))

    def entered(self) -> None:
        self.stage.desk.focus_on(self._list)
        self.refresh()

    def backdrop(self) -> tuple[Item, ...]:
        size, palette = self.stage.desk.size, self.stage.desk.look.palette
        return (Gradient(Rect(0, 0, size.w, size.h), palette.night, palette.ink),)

    def after(self, event: Event) -> bool:
        if not isinstance(event, KeyPressed) or event.repeat:
            return False
        action = {"return": self.watch, "escape": self._doors.leave, "f5": self.refresh}.get(event.chord)
        if action is None:
            return False
        action()
        return True

    def _chosen(self, index: int) -> None:
        self.stage.redraw()

    def _opened(self, index: int) -> None:
        self._doors.watch(self.entries[index].path)

    # --- a row -----------------------------------------------------------------------------------

    def _row(self, look: Look, rect: Rect, index: int, chosen: bool, hovered: bool) -> Iterable[Item]:
        entry, u, palette = self.entries[index], look.u, look.palette
        box = rect.inset(0, u(2))
        lift = 0.45 if chosen else 0.3 if hovered else 0.12
        edge = palette.selection if chosen else palette.line
        yield CutBox(box, u(7), mix(palette.panel, palette.line_strong, lift), 255, edge, u(1))
        if entry.brief is None:
            yield from self._broken(look, box, entry)
        else:
            yield from self._brief(look, box, entry.brief)

    def _broken(self, look: Look, box: Rect, entry: Shelved) -> Iterable[Item]:
        u, palette = look.u, look.palette
        why = fault_words(self._catalog, entry.error)[0] if entry.error is not None else ""
        room = box.w - 2 * u(LEFT)
        name = shortened(look, printable(entry.path.name), room, Style.STRONG)
        why = shortened(look, why, room, Style.PLAIN_15)
        left, middle = box.x + u(LEFT), box.centre_y
        yield Text(left, middle - u(11), name, look.face(Style.STRONG), palette.dim, "ml")
        yield Text(left, middle + u(11), why, look.face(Style.PLAIN_15), palette.attention, "ml")

    def _brief(self, look: Look, box: Rect, brief: Brief) -> Iterable[Item]:
        """Date and mode, city and seats, how it ended."""
        u, palette, header = look.u, look.palette, brief.header
        high, low, left = box.centre_y - u(11), box.centre_y + u(12), box.x + u(LEFT)
        facts = self.stage.say("replay-facts", mode=mode_words(self._catalog, header), turns=brief.end.turns)
        dim, strong = look.face(Style.PLAIN_15), look.face(Style.STRONG_18)
        yield Text(left, high, when(self._catalog, header), look.face(Style.STRONG_15), palette.soft, "ml")
        yield Text(left, low, shortened(look, facts, u(TITLE - 24), Style.PLAIN_15), dim, palette.dim, "ml")
        ending = shortened(look, outcome_words(self._catalog, brief), box.w // 3, Style.STRONG_15)
        right = box.right - u(LEFT)
        outcome = brief.end.outcome
        ink = palette.go if outcome.winners else palette.loss if outcome.sundered else palette.soft
        yield Text(right, high, ending, look.face(Style.STRONG_15), ink, "mr")
        room = right - look.width(ending, Style.STRONG_15) - left - u(TITLE) - u(16)
        title = shortened(look, printable(header.title), room, Style.STRONG_18)
        yield Text(left + u(TITLE), high, title, strong, palette.text, "ml")
        yield from self._seats(look, Rect(left + u(TITLE), low, right - left - u(TITLE), 0), brief)

    def _seats(self, look: Look, row: Rect, brief: Brief) -> Iterable[Item]:
        """An emblem and a player for each seat, as many as there is room for."""
        u, x = look.u, row.x
        for seat, sitter in enumerate(brief.header.seats):
            name = player_words(self._catalog, brief.header, seat)
            width = look.width(name, Style.PLAIN_15)
            if x + u(20) + width > row.right:
                return
            if sitter.faction in SIGNS:
                yield Emblem(x + u(8), row.y, Banner(sitter.faction, sitter.chapter - 1), u(7))
            yield Text(x + u(20), row.y, name, look.face(Style.PLAIN_15), look.palette.soft, "ml")
            x += u(20) + width + u(18)
