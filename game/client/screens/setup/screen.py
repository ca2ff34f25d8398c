"""The set-up screen: for playing alone, and for hosting a room that others join."""

from collections.abc import Callable, Sequence
from typing import Final

import msgspec

from game.client.events import Event, KeyPressed
from game.client.geometry import Rect
from game.client.scene.items import Gradient, Item
from game.client.screens.actions import HEIGHT, ActionRow
from game.client.screens.base import Screen, Stage
from game.client.screens.columns import Columns
from game.client.screens.faction_sheet.facts import FactionFacts, facts_of
from game.client.screens.faction_sheet.sheet import faction_sheet
from game.client.screens.headed import Headed
from game.client.screens.setup.mappanel import MapView
from game.client.screens.setup.match_panel import MatchPanel, Offer
from game.client.screens.setup.pace import DAYS, LIVE, NO_CLOCK, Pace, offset_of
from game.client.screens.setup.plan import (
    Choices,
    MapCard,
    SetupFault,
    faults,
    first_seats,
    lengths_of,
    minutes,
    modes_of,
    players_for,
    tempers_of,
)
from game.client.screens.setup.seats import FULL_LINES, Option, SeatRow
from game.client.theme import Banner, Style
from game.client.widgets.button import Button
from game.client.widgets.choice import Choice
from game.client.widgets.desk import Desk
from game.client.widgets.fitted import FittedArea
from game.client.widgets.label import Label
from game.client.widgets.layout import Column
from game.client.widgets.panelbox import Dialog, PanelBox
from game.client.widgets.richtext import IconSpan, Span
from game.client.widgets.widget import Widget
from game.rules.cards import Mode
from game.rules.ids import ANY_FACTION, FactionKey
from game.rules.ruleset import Ruleset
from game.rules.tables import Length

NARROW: Final = 900
FACTIONS: Final = ("sra", "occ", "ca")
"""Factions in the order they are offered; others of the ruleset come after them."""


class Table(msgspec.Struct, frozen=True):
    """What a match can be made of: maps (at least one), the ruleset, levels of computers, weakest first.

    `modes` and `tempers` are those of the server it will be played on, empty where all of the ruleset are. `server` is
    its name where it is somebody else's, `webhook_hosts` are those at which it tells of a match.
    """

    maps: tuple[MapCard, ...]
    ruleset: Ruleset
    levels: tuple[str, ...]
    modes: tuple[str, ...] = ()
    tempers: tuple[str, ...] = ()
    server: str = ""
    webhook_hosts: tuple[str, ...] = ()


class SetupScreen(Screen):
    """Choose and start. `begin(choices)` is called with choices that have no fault; Escape calls `leave`."""

    def __init__(
        self,
        stage: Stage,
        table: Table,
        begin: Callable[[Choices], None],
        leave: Callable[[], None],
        *,
        hosting: bool,
    ) -> None:
        super().__init__(stage)
        self._table, self._begin, self._leave = table, begin, leave
        card = table.maps[0]
        seats = first_seats(card, table.levels, hosting=hosting)
        length = _length_for(card, table.ruleset)
        pace = Pace(utc_offset=offset_of(stage.wall()))
        self.choices = Choices(
            card,
            seats,
            length,
            hosting,
            player=stage.settings.name,
            pace=pace,
            webhook_hosts=table.webhook_hosts,
        )
        self._facts = {key: facts_of(table.ruleset, key, stage.say) for key in _factions(table.ruleset)}
        self._rows = Column(gap=8)
        self._faults = Column(gap=4)
        self._estimate = Label("", Style.PLAIN_15, "soft")
        self._map = Column(gap=10)
        self._modes = modes_of(table.ruleset, table.maps, table.modes)
        offer = Offer(
            table.ruleset,
            self._modes,
            tempers_of(table.ruleset, table.tempers),
        )
        self._match = MatchPanel(stage, offer, self._choose_mode, self._set)
        self._match.below = (self._estimate, self._faults)
        self._call = Button("", self.start, "primary", icon="play", key="Enter", height=HEIGHT)

    # --- what the player does --------------------------------------------------------------------

    def start(self) -> None:
        """Begin, if nothing stands in the way."""
        if not faults(self.choices):
            self._begin(self.choices)

    def change(self, choices: Choices, *, seats: bool = False) -> None:
        """Take other choices and show them; `seats` builds the rows anew."""
        before, self.choices = self.choices, choices
        self._match.keep(choices)
        if seats:
            self._show_seats()
            self._show_map()
        told = (before.mode, before.temper, _shape(before.pace)) != (
            choices.mode,
            choices.temper,
            _shape(choices.pace),
        )
        if seats or told:
            self._match.put(choices)
        self._show_rest()

    # --- the screen ------------------------------------------------------------------------------

    def root(self) -> Widget:
        say, hosting = self.stage.say, self.choices.hosting
        seats = PanelBox(self._rows, caption=say("setup-seats"), accent="voice")
        match = PanelBox(self._match, caption=say("setup-match"))
        match.grow = 1.0
        right = Column((seats, match), gap=12)
        columns = Columns((PanelBox(self._map, caption=say("setup-map")), right), (32, 68), 12, NARROW)
        columns.main_last = True
        body = FittedArea(columns)
        self._call.say(say("setup-open" if hosting else "setup-start").upper())
        foot = ActionRow([Button(say("common-back"), self._leave, key="Esc", height=HEIGHT)], self._call)
        self._show_map()
        self._show_seats()
        self._match.put(self.choices)
        self._show_rest()
        title = say("setup-title-host" if hosting else "setup-title-play")
        return Headed(title, self._subtitle(), body, foot)

    def _subtitle(self) -> str:
        """Where it will be played."""
        say, server = self.stage.say, self._table.server
        if server:
            return say("setup-subtitle-there", server=server)
        return say("setup-subtitle-host" if self.choices.hosting else "setup-subtitle-play")

    def backdrop(self) -> tuple[Item, ...]:
        size, palette = self.stage.desk.size, self.stage.desk.look.palette
        return (Gradient(Rect(0, 0, size.w, size.h), palette.night, palette.ink),)

    def after(self, event: Event) -> bool:
        if not isinstance(event, KeyPressed) or event.repeat:
            return False
        if event.chord == "return":
            self.start()
            return True
        if event.chord == "escape":
            self._leave()
            return True
        return False

    def _choose_mode(self, mode: Mode) -> None:
        self.change(self.choices.with_mode(mode, self._table.maps, self._table.levels), seats=True)

    def _set(self, **changes: object) -> None:
        self.change(msgspec.structs.replace(self.choices, **changes))

    # --- showing ---------------------------------------------------------------------------------

    def _show_map(self) -> None:
        """The chooser, where there is more than one map, and the chosen one."""
        maps = self._table.maps
        view = MapView(self.choices.map, self.choices.seats, self.stage.say)
        view.grow = 1.0
        if len(maps) == 1:
            self._map.fill((view,))
            return
        offered = [card for card in maps if self.choices.mode.map in (None, card.id)]
        titles = [card.title for card in offered]
        chooser = Choice(
            titles, lambda index: self._choose_map(offered[index]), offered.index(self.choices.map)
        )
        self._map.fill((chooser, view))

    def _choose_map(self, card: MapCard) -> None:
        """Another map, in the mode and the length it asks for."""
        moved = self.choices.with_map(card, self._table.levels)
        asked = card.scenario
        mode = asked if asked in self._modes and asked is not None else moved.mode
        length = mode.length or _length_for(card, self._table.ruleset)
        self.change(msgspec.structs.replace(moved, mode=mode, length=length), seats=True)

    def _show_seats(self) -> None:
        """A row for each seat; the control that had the keyboard keeps it."""
        held = self._held()
        lines = (
            (FULL_LINES - self.choices.hosting)
            if len(self.choices.seats) <= 3
            else 0
            if self.choices.hosting
            else 1
        )
        self._rows.fill([self._row(seat, lines) for seat in range(len(self.choices.seats))])
        if held is not None:
            row, control = held
            self.stage.desk.focus_on(self._rows.children()[row].children()[control])

    def _held(self) -> tuple[int, int] | None:
        focus = self.stage.desk.focus
        for number, row in enumerate(self._rows.children()):
            if focus is not None and focus in row.children():
                return number, list(row.children()).index(focus)
        return None

    def _row(self, seat: int, lines: int) -> SeatRow:
        choice = self.choices.seats[seat]
        facts = self._facts.get(FactionKey(choice.faction))
        chapter = sum(other.faction == choice.faction for other in self.choices.seats[:seat])
        row = SeatRow(choice, chapter, facts, self.stage.say, lines)
        row.offer(
            (
                self._faction_options(),
                lambda key: self.change(self.choices.with_faction(seat, key), seats=True),
            ),
            (
                self._player_options(seat),
                lambda key: self.change(self.choices.with_player(seat, key), seats=True),
            ),
            lambda: self._open_sheet(facts, chapter),
        )
        return row

    def _faction_options(self) -> Sequence[Option]:
        named = [Option(key, facts.name) for key, facts in self._facts.items()]
        return (*named, Option(ANY_FACTION, self.stage.say("setup-any")))

    def _player_options(self, seat: int) -> Sequence[Option]:
        players = players_for(self.choices, self._table.levels, seat)
        return [Option(key, self.stage.say("setup-player-kind", kind=key)) for key in players]

    def _open_sheet(self, facts: FactionFacts | None, chapter: int) -> None:
        if facts is not None:
            joins = self._table.ruleset.lengths[self.choices.length].late_leaders_from
            open_sheet(self.stage, facts, Banner(facts.key, chapter), joins)

    def _show_rest(self) -> None:
        """How long it takes, and what must be mended."""
        say, length = self.stage.say, self._table.ruleset.lengths[self.choices.length]
        words = self._estimate_words(length)
        self._estimate.say([IconSpan("clock", "soft"), Span(words)])
        found = faults(self.choices)
        self._faults.fill([self._fault(fault) for fault in found])
        self._call.turn_off(say(found[0].key, **found[0].parameters) if found else "")

    def _estimate_words(self, length: Length) -> str:
        say, pace = self.stage.say, self.choices.pace
        seasons = len(length.gala_weights)
        clock = pace.clock if self.choices.hosting else NO_CLOCK
        if clock == LIVE:
            return say("setup-estimate-timer", most=-(-length.turns * pace.timer // 60), seasons=seasons)
        if clock == DAYS:
            return say("setup-estimate-days", most=-(-length.turns * pace.every // 24), seasons=seasons)
        least, most = minutes(length)
        return say("setup-estimate", least=least, most=most, seasons=seasons)

    def _fault(self, fault: SetupFault) -> Label:
        what, mend = (
            self.stage.say(fault.key, **fault.parameters),
            self.stage.say(f"{fault.key}-mend", **fault.parameters),
        )
        return Label(
            [IconSpan("warning", "attention"), Span(what, "attention"), Span(mend, "soft")],
            Style.STRONG_15,
            wrap=True,
        )


def open_sheet(stage: Stage, facts: FactionFacts, banner: Banner, joins: int) -> Dialog:
    """Open a faction's sheet over the screen; it closes itself. `joins` is the turn the late leaders come."""
    desk: Desk = stage.desk
    opened: list[Dialog] = []
    sheet = faction_sheet(facts, banner, stage.say, joins, lambda: desk.close(opened[0]))
    opened.append(sheet)
    desk.open(sheet)
    return sheet


def _shape(pace: Pace) -> Pace:
    """What of a pace changes the words and fields that are shown: all but what is being typed."""
    return msgspec.structs.replace(pace, password="", webhook="")


def _factions(ruleset: Ruleset) -> tuple[FactionKey, ...]:
    known = [FactionKey(key) for key in FACTIONS if key in ruleset.factions]
    return (*known, *sorted(set(ruleset.factions) - set(known)))


def _length_for(card: MapCard, ruleset: Ruleset) -> str:
    """The length the map asks for; the first one where the ruleset has none of that many turns."""
    lengths = lengths_of(ruleset)
    return next((key for key in lengths if ruleset.lengths[key].turns == card.city.turns), lengths[0])
