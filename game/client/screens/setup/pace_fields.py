"""The fields for time, absence and guests of a match that is played with others."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from msgspec.structs import replace

from game.client.screens.base import Stage
from game.client.screens.columns import Columns
from game.client.screens.field import Field
from game.client.screens.setup.pace import (
    ABSENTEES,
    BANKS,
    CLOCKS,
    DAYS,
    DELAYS,
    GRACES,
    HOLDS,
    HOURS,
    LANGUAGES,
    LIVE,
    TIMERS,
    Pace,
)
from game.client.screens.terms_words import HOUR, absence_words, delay_words, language_words, span_words
from game.client.theme import Style
from game.client.widgets.choice import Checkbox, Choice
from game.client.widgets.entry import TextEntry
from game.client.widgets.label import Label
from game.client.widgets.layout import Space
from game.client.widgets.widget import Widget

T = TypeVar("T")
LONGEST_PASSWORD = 64
LONGEST_WEBHOOK = 300


class PaceFields:
    """Builds the fields of a pace as it is; `on_pace(pace)` hears of every change.

    Where the server offers no `hooks`, hosts of webhooks, there is no field for one.
    """

    def __init__(
        self, stage: Stage, pace: Pace, on_pace: Callable[[Pace], None], hooks: Sequence[str] = ()
    ) -> None:
        self._stage, self._pace, self._on_pace, self._hooks = stage, pace, on_pace, hooks

    def time(self) -> list[list[Widget]]:
        """Rows: which clock, and what belongs to it; then what becomes of who is gone."""
        say, pace = self._stage.say, self._pace
        labels = [say("setup-clock-kind", clock=clock) for clock in CLOCKS]
        clock = self._choice("setup-clock", labels, CLOCKS, "clock")
        absentees = [say("setup-absentee", then=then) for then in ABSENTEES]
        gone: list[Widget] = [self._choice("setup-absence", absentees, ABSENTEES, "then")]
        if pace.clock != DAYS:
            gone.append(self._spans("setup-hold", HOLDS, "hold"))
        if pace.clock == LIVE:
            live = [
                self._spans("setup-timer-name", TIMERS, "timer"),
                self._spans("setup-bank", BANKS, "bank"),
            ]
            return [[clock, *live], [*gone, self._spans("setup-grace", GRACES, "grace")]]
        if pace.clock == DAYS:
            return [[clock, *self._hours()], [*gone, *self._active()]]
        return [[clock], gone]

    def guests(self) -> list[list[Widget]]:
        """Rows: who gets in, who watches, what is spoken."""
        say = self._stage.say
        password = TextEntry(
            self._pace.password,
            on_change=lambda text: self._put(password=text),
            placeholder=say("setup-password-blank"),
            limit=LONGEST_PASSWORD,
            secret=True,
        )
        delays = [say("setup-delay", turns=-1 if delay is None else delay) for delay in DELAYS]
        languages = [language_words(language, say) for language in LANGUAGES]
        return [
            [
                Field(say("setup-password"), password),
                self._choice("setup-spectators", delays, DELAYS, "delay"),
                self._choice("setup-language", languages, LANGUAGES, "language"),
            ],
            [self._last_row()],
        ]

    def _last_row(self) -> Columns:
        """Whether the room is listed, and where its news go."""
        tick, across = Field("", self._tick("setup-public", "public")), (1, 2.06)
        hook: Widget = Space()
        if self._hooks:
            entry = TextEntry(
                self._pace.webhook,
                on_change=lambda text: self._put(webhook=text),
                placeholder=self._stage.say("setup-webhook-blank", host=self._hooks[0]),
                limit=LONGEST_WEBHOOK,
            )
            hook = Field(self._stage.say("setup-webhook"), entry)
        return Columns((tick, hook), across, 16, 520)

    def about_time(self) -> Label:
        """What becomes of who is gone, in one sentence."""
        return Label(absence_words(self._pace.terms(), self._stage.say), Style.PLAIN_15, "soft", wrap=True)

    def about_guests(self) -> Label:
        """Whether there are spectators, in one sentence; what a webhook is told in another."""
        say = self._stage.say
        words = delay_words(self._pace.delay, say)
        if self._hooks:
            words = f"{words} {say('setup-webhook-about', clock=self._pace.clock)}"
        return Label(words, Style.PLAIN_15, "soft", wrap=True)

    def _hours(self) -> list[Widget]:
        say = self._stage.say
        spans = [span_words(hours * HOUR, say) for hours in HOURS]
        return [
            self._choice("setup-every", spans, HOURS, "every"),
            Field("", self._tick("setup-weekends", "weekends_off")),
        ]

    def _active(self) -> list[Widget]:
        """From when to when a deadline can be, by the clock of this machine."""
        starts, ends = range(24), range(1, 25)
        return [
            self._choice("setup-active-from", [f"{hour}:00" for hour in starts], starts, "active_from"),
            self._choice("setup-active-to", [f"{hour}:00" for hour in ends], ends, "active_to"),
        ]

    def _spans(self, label: str, values: Sequence[int], name: str) -> Field:
        say = self._stage.say
        spans = [span_words(value, say) if value else say("setup-span-none") for value in values]
        return self._choice(label, spans, values, name)

    def _choice(self, label: str, labels: Sequence[str], values: Sequence[T], name: str) -> Field:
        now = getattr(self._pace, name)
        chosen = list(values).index(now) if now in values else 0
        chooser = Choice(labels, lambda index: self._put(**{name: values[index]}), chosen)
        return Field(self._stage.say(label), chooser)

    def _tick(self, label: str, name: str) -> Checkbox:
        ticked: bool = getattr(self._pace, name)
        return Checkbox(self._stage.say(label), lambda on: self._put(**{name: on}), ticked=ticked)

    def _put(self, **changes: Any) -> None:
        self._pace = replace(self._pace, **changes)
        self._on_pace(self._pace)
