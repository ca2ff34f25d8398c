"""The results screen: the mural, who won and why, and what to do next."""

from collections.abc import Callable
from typing import Protocol

import msgspec

from game.client.events import Event, KeyPressed
from game.client.geometry import Rect
from game.client.scene.items import Gradient, Item
from game.client.screens.actions import HEIGHT, ActionRow
from game.client.screens.base import Screen, Stage
from game.client.screens.results.advice import advice
from game.client.screens.results.banner import Banner
from game.client.screens.results.body import MARGIN, Body
from game.client.screens.results.chart import LegacyChart
from game.client.screens.results.mandates import MandateList, caption
from game.client.screens.results.ranking import Ranking
from game.client.screens.results.reasons import reasons
from game.client.screens.results.record import Record
from game.client.screens.results.tables import SourceTable, TurningList, WhyList
from game.client.screens.results.turning import turning_points
from game.client.screens.results.words import Words
from game.client.widgets.button import Button
from game.client.widgets.fitted import FittedArea
from game.client.widgets.layout import Column
from game.client.widgets.panelbox import PanelBox
from game.client.widgets.widget import Widget
from game.protocol.messages import Rating


class Again(Protocol):
    """The same match once more, with the others who played it."""

    def poll(self) -> str:
        """Called once a frame; who has asked for it, in words, or nothing."""
        ...

    def go(self) -> None:
        """Ask for it, or follow who has asked."""
        ...


class Exits(msgspec.Struct, frozen=True):
    """What the buttons do. `rematch` and `city` may be None: then there is no such button.

    With `again` the rematch is one with others, and `rematch` is not asked.
    """

    menu: Callable[[], None]
    rematch: Callable[[], None] | None = None
    city: Callable[[], None] | None = None
    again: Again | None = None


class ResultsScreen(Screen):
    """A finished match. Enter asks for a rematch, Escape goes to the main menu, C back to the city."""

    def __init__(self, stage: Stage, record: Record, exits: Exits) -> None:
        super().__init__(stage)
        self.record, self._exits = record, exits
        self.words = Words(record, stage.say)
        self._banner = Banner(record, self.words)
        self._go = exits.again.go if exits.again is not None else exits.rematch
        self._call = (
            Button(
                stage.say("results-rematch").upper(),
                self._go,
                "primary",
                icon="rematch",
                key="Enter",
                height=HEIGHT,
            )
            if self._go is not None
            else None
        )

    def rate(self, before: Rating | None, after: Rating) -> None:
        """Tell what the match has done to the player's rating."""
        self._banner.rate(before, after)
        self.stage.redraw()

    def tick(self, now: float) -> None:
        if self._exits.again is not None and self._call is not None:
            self._call.say(self._call.label, self._exits.again.poll())

    def root(self) -> Widget:
        body = FittedArea(self._body())
        body.grow = 1.0
        foot = self._foot()
        return Column([body, foot], gap=MARGIN)

    def backdrop(self) -> tuple[Item, ...]:
        size, palette = self.stage.desk.size, self.stage.desk.look.palette
        return (Gradient(Rect(0, 0, size.w, size.h), palette.night, palette.ink),)

    def after(self, event: Event) -> bool:
        if not isinstance(event, KeyPressed) or event.repeat:
            return False
        doing = {"return": self._go, "escape": self._exits.menu, "c": self._exits.city}
        action = doing.get(event.chord)
        if action is None:
            return False
        action()
        return True

    def _body(self) -> Body:
        record, words = self.record, self.words
        turnings = turning_points(record)
        verdict = reasons(record)
        upper = (
            self._ranking(),
            PanelBox(LegacyChart(record, words, turnings), caption=self.stage.say("results-chart")),
        )
        lower = (
            PanelBox(SourceTable(record, words), caption=self.stage.say("results-sources")),
            PanelBox(MandateList(record, words), caption=self.stage.say(caption(record))),
            PanelBox(TurningList(record, words, turnings), caption=self.stage.say("results-turning")),
            PanelBox(WhyList(record, words, verdict, advice(record)), caption=words.why(verdict)),
        )
        return Body(self._banner, upper, lower, record.board.seats)

    def _ranking(self) -> PanelBox:
        ranked = not (self.record.sundered or self.record.together)
        winners = self.record.winners
        accent = self.stage.desk.look.palette.of(self.record.banner(winners[0])) if winners else "loss"
        heading = "results-ranking" if ranked else "results-standing"
        figure = self.stage.say("results-blame" if self.record.sundered else "results-legacy")
        ranking = Ranking(self.record, self.words)
        return PanelBox(ranking, caption=self.stage.say(heading), figure=figure, accent=accent, padding=8)

    def _foot(self) -> ActionRow:
        say, exits = self.stage.say, self._exits
        ways = [Button(say("results-menu"), exits.menu, key="Esc", height=HEIGHT)]
        if exits.city is not None:
            ways.append(Button(say("results-city"), exits.city, icon="maps", key="C", height=HEIGHT))
        return ActionRow(ways, self._call)
