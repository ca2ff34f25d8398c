"""What is chosen about the match itself: mode, temper, length, seed; when hosting also names, time and guests."""

from collections.abc import Callable, Sequence
from typing import Any, Final, Protocol

import msgspec

from game.client.model.cards import Spoken
from game.client.screens.base import Stage
from game.client.screens.columns import Columns
from game.client.screens.field import Field
from game.client.screens.setup.pace_fields import PaceFields
from game.client.screens.setup.plan import CLOSED, Choices, lengths_of, may_be_neutral, pairings
from game.client.theme import Style
from game.client.widgets.choice import Checkbox, Choice
from game.client.widgets.entry import TextEntry
from game.client.widgets.label import Label
from game.client.widgets.layout import Column, Space
from game.client.widgets.richtext import IconSpan, Span
from game.client.widgets.tabs import Tabs
from game.client.widgets.widget import Widget, walk
from game.protocol.messages import STANDARD_TEMPER
from game.rules.cards import Mode
from game.rules.ids import ANY_FACTION
from game.rules.ruleset import Ruleset
from game.text.effects import describe_goal

TABS: Final = ("match", "time", "guests")
ACROSS: Final = 3


class Offer(msgspec.Struct, frozen=True):
    """What can be chosen: the ruleset's lengths, and the modes and tempers in their order."""

    ruleset: Ruleset
    modes: tuple[Mode, ...]
    tempers: tuple[str, ...]


class Change(Protocol):
    """Takes choices by their names in `Choices`."""

    def __call__(self, **changes: Any) -> None:
        """These were chosen."""
        ...


class MatchPanel(Column):
    """The fields; `on_mode` hears of another mode, `on_change` of anything else. Set `below` before it is shown."""

    def __init__(
        self, stage: Stage, offer: Offer, on_mode: Callable[[Mode], None], on_change: Change
    ) -> None:
        super().__init__(gap=8)
        self._stage, self._offer = stage, offer
        self._on_mode, self._on_change = on_mode, on_change
        self._choices: Choices
        self._tab = 0
        self.below: tuple[Widget, ...] = ()
        """What stands under the fields: the estimate, and the faults."""

    def put(self, choices: Choices) -> None:
        """Show these choices: mode, temper, length, seed, what the mode asks for; when hosting one tab of all that.

        The control that had the keyboard keeps it.
        """
        self._choices = choices
        before, desk = list(walk(self)), self._stage.desk
        held = before.index(desk.focus) if desk.focus in before else None
        estimate, *rest = self.below
        rows, about = self._shown()
        tabs = [self._tabs()] if choices.hosting else []
        self.fill((*tabs, *(_beside(row) for row in rows), Column((*about, estimate), gap=2), *rest))
        after = list(walk(self))
        if held is not None and held < len(after) and after[held].focusable:
            desk.focus_on(after[held])

    def keep(self, choices: Choices) -> None:
        """What is typed in a field shows already; another tab shall know of it."""
        self._choices = choices

    def _tabs(self) -> Tabs:
        labels = [self._stage.say(f"setup-tab-{tab}") for tab in TABS]
        return Tabs(labels, self._turn_to, self._tab)

    def _turn_to(self, tab: int) -> None:
        self._tab = tab
        self.put(self._choices)

    def _shown(self) -> tuple[list[list[Widget]], list[Widget]]:
        """Rows of fields, and what is told below them."""
        choices = self._choices
        fields = PaceFields(
            self._stage, choices.pace, lambda pace: self._on_change(pace=pace), choices.webhook_hosts
        )
        if self._choices.hosting and TABS[self._tab] == "time":
            return fields.time(), [fields.about_time()]
        if self._choices.hosting and TABS[self._tab] == "guests":
            return fields.guests(), [fields.about_guests()]
        return self._match_fields(), self._about()

    def _match_fields(self) -> list[list[Widget]]:
        seed = Field(
            self._stage.say("setup-seed"),
            TextEntry(
                self._choices.seed,
                on_change=lambda text: self._on_change(seed=text),
                placeholder=self._stage.say("setup-seed-blank"),
                limit=24,
            ),
        )
        match: list[Widget] = [self._mode_field(), self._temper_field(), self._length_field()]
        seating = self._seating_fields()
        if not self._choices.hosting:
            return [match, [seed, *seating]]
        return [[*self._host_fields(), seed], match, *([seating] if seating else [])]

    def _mode_field(self) -> Field:
        say, modes = self._stage.say, self._offer.modes
        names = [say(f"modes-{mode.key}") for mode in modes]
        chooser = Choice(names, lambda index: self._on_mode(modes[index]), self._place_of_mode())
        return Field(say("setup-mode"), chooser)

    def _place_of_mode(self) -> int:
        chosen = self._choices.mode
        return next(
            place
            for place, mode in enumerate(self._offer.modes)
            if (mode.key, mode.map) == (chosen.key, chosen.map)
        )

    def _temper_field(self) -> Field:
        say, tempers = self._stage.say, self._offer.tempers
        names = [say(f"modes-temper-{key}") for key in tempers]
        chosen = tempers.index(self._choices.temper)
        return Field(
            say("setup-temper"), Choice(names, lambda index: self._on_change(temper=tempers[index]), chosen)
        )

    def _length_field(self) -> Field:
        """The length; a mode that is played in one length only offers no other."""
        say, ruleset, mode = self._stage.say, self._offer.ruleset, self._choices.mode
        lengths = (mode.length,) if mode.length is not None else lengths_of(ruleset)
        names = [say("setup-length", length=key, turns=ruleset.lengths[key].turns) for key in lengths]
        chosen = lengths.index(self._choices.length)
        return Field(
            say("setup-length-name"),
            Choice(names, lambda index: self._on_change(length=lengths[index]), chosen),
        )

    def _seating_fields(self) -> list[Widget]:
        """Who is with whom in a mode with teams, or the neutral third where two play."""
        say, choices = self._stage.say, self._choices
        ways = pairings(choices)
        if ways:
            names = [self._pairing_words(way) for way in ways]
            chooser = Choice(names, lambda index: self._on_change(pairing=index), choices.pairing)
            return [Field(say("setup-teams"), chooser)]
        if may_be_neutral(choices):
            box = Checkbox(
                say("setup-neutral"), lambda on: self._on_change(neutral=on), ticked=choices.neutral
            )
            return [Field("", box)]
        return []

    def _pairing_words(self, teams: tuple[int, ...]) -> str:
        """`SRA + OCC, CA + SRA`: the factions of each team."""
        say = self._stage.say
        played = [seat for seat in self._choices.seats if seat.player != CLOSED]
        names = [
            say(f"common-{seat.faction}-short") if seat.faction != ANY_FACTION else say("setup-any-short")
            for seat in played
        ]
        members = [
            [name for name, other in zip(names, teams, strict=True) if other == team]
            for team in sorted(set(teams))
        ]
        return ", ".join(" + ".join(team) for team in members)

    def _about(self) -> list[Widget]:
        """What the mode and the temper are, and what the goals ask for."""
        say, mode = self._stage.say, self._choices.mode
        lines: list[Widget] = [Label(say(f"modes-{mode.key}-about"), Style.PLAIN_15, "soft", wrap=True)]
        catalog = Spoken(say)
        for goal in mode.goals:
            words = describe_goal(catalog, self._offer.ruleset, goal)
            lines.append(
                Label(
                    [IconSpan("agenda", "dim"), Span(words.measure, "text"), Span(words.when, "dim")],
                    Style.STRONG_15,
                    wrap=True,
                )
            )
        if self._choices.temper != STANDARD_TEMPER and not mode.goals:
            lines.append(
                Label(say(f"modes-temper-{self._choices.temper}-about"), Style.PLAIN_15, "dim", wrap=True)
            )
        return lines

    def _host_fields(self) -> list[Widget]:
        say = self._stage.say
        player = TextEntry(
            self._choices.player, on_change=lambda text: self._on_change(player=text), limit=20
        )
        room = TextEntry(
            self._choices.room,
            on_change=lambda text: self._on_change(room=text),
            placeholder=say("setup-room-blank"),
            limit=40,
        )
        return [Field(say("setup-player"), player), Field(say("setup-room"), room)]


def _beside(fields: Sequence[Widget]) -> Columns:
    """Three fields a row; where there are fewer the rest stays empty, where there are four they stand closer.

    One that has columns already is a row as it is.
    """
    if isinstance(fields[0], Columns):
        return fields[0]
    across = max(ACROSS, len(fields))
    row = [*fields, *(Space() for _ in range(across - len(fields)))]
    return Columns(row, (1,) * across, 16, 520)
