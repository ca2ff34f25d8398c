"""The windows over the city: sums, the choice of a facility, the menu, the faction on one page."""

from collections.abc import Callable

from game.client.geometry import Rect
from game.client.screens.city.agreement import agreement
from game.client.screens.city.brief_dialog import BriefDialog
from game.client.screens.city.chat_window import ChatWindow
from game.client.screens.city.choice_rows import RowChoice
from game.client.screens.city.close_dialog import close_choice
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.dialogs import build_choice
from game.client.screens.city.gift_dialog import GiftDialog
from game.client.screens.city.goals_window import goals_window
from game.client.screens.city.leaving import ask_to_resign
from game.client.screens.city.menu import MenuDoors, match_menu
from game.client.screens.city.motion_dialog import motion_choice
from game.client.screens.city.people_window import people_window
from game.client.screens.city.pledge_dialog import pledge_choice
from game.client.screens.city.what_if_dialog import WhatIfDialog
from game.client.screens.council.page import CouncilPage
from game.client.screens.faction_sheet.facts import facts_of
from game.client.screens.rules.screen import open_rules
from game.client.screens.setup.screen import open_sheet
from game.client.widgets.tips import Tip, TipStack
from game.client.widgets.widget import Widget
from game.protocol.messages import Matter
from game.rules.ids import District, Seat


class Layers:
    """At most one window at a time; `shown` is it. `on_settings` and `on_leave` are what the menu leads to."""

    def __init__(
        self, cockpit: Cockpit, on_settings: Callable[[], None], on_leave: Callable[[], None]
    ) -> None:
        self._cockpit = cockpit
        self._on_settings, self._on_leave = on_settings, on_leave
        self.shown: Widget | None = None

    def open(self, layer: Widget, *, veiled: bool = False) -> None:
        """Show a window in place of the one that is open."""
        self.close()
        self.shown = layer
        self._cockpit.stage.desk.open(layer, veiled=veiled)

    def close(self) -> None:
        """Close the window, if one is open."""
        layer, self.shown = self.shown, None
        if layer is not None:
            self._cockpit.stage.desk.close(layer)
            self._cockpit.touch()

    def forget(self) -> None:
        """Another screen shows: the desk has dropped the window already."""
        self.shown = None

    def explain(self, tip: Tip, number: Rect, kept: Rect) -> None:
        """Open the sum behind a number; all but `kept` is dimmed."""
        stack = TipStack(tip, number, kept, self.close)
        self.open(stack)
        self._cockpit.stage.desk.focus_on(stack.cards()[0])

    def ask(self, verb: str) -> None:
        """Ask what a verb shall name: a facility, a kind of parts, a law."""
        choices = {"build": build_choice, "pledge": pledge_choice, "motion": motion_choice}
        self._choose(choices[verb](self._cockpit, self.close))

    def gift(self) -> None:
        """Ask what to give to whom."""
        if self._cockpit.may_plan:
            self.open(GiftDialog(self._cockpit, self.close), veiled=True)

    def close_facility(self, district: District) -> None:
        """Ask which own facility of a district to close."""
        if self._cockpit.may_plan:
            self._choose(close_choice(self._cockpit, district, self.close))

    def _choose(self, choice: RowChoice) -> None:
        """Open a choice, and tell what there is to choose."""
        self.open(choice, veiled=True)
        for line in choice.spoken():
            self._cockpit.tell(line)

    def what_if(self) -> None:
        """Pencil rivals' orders in; the forecast stays in sight."""
        if self._cockpit.seat >= 0 and not self._cockpit.model.ended:
            self.open(WhatIfDialog(self._cockpit, self.close))

    def council(self) -> None:
        """The Council, a page over the city."""
        page = CouncilPage(self._cockpit, self._cockpit.council, self.close)
        self.open(page)
        for line in page.lines():
            self._cockpit.tell(line)

    def goals(self) -> None:
        """The own mandates, and the goals of the mode."""
        self.open(goals_window(self._cockpit, self.close), veiled=True)

    def agreement(self, matter: Matter) -> None:
        """Who agrees on something now."""
        window = agreement(self._cockpit, matter, self.close)
        self.open(window, veiled=True)
        self._cockpit.stage.desk.focus_on(window.call)

    def chat(self) -> None:
        """What was said, and the entry that says more."""
        window = ChatWindow(self._cockpit, self.close)
        self.open(window)
        self._cockpit.touch()
        if self._cockpit.seat >= 0:
            self._cockpit.stage.desk.focus_on(window.panel.entry)

    def chat_to(self, seat: Seat) -> None:
        """The chat, to one seat."""
        self.chat()
        if isinstance(self.shown, ChatWindow):
            self.shown.panel.to(seat)

    def people(self) -> None:
        """Who plays, and what one can do about them."""
        self.open(people_window(self._cockpit, self.close), veiled=True)

    def brief(self) -> None:
        """What a caretaker may do in the own seat."""
        copy = self._cockpit.model.client.copy
        if copy is not None:
            self.open(BriefDialog(self._cockpit, copy.brief, self.close), veiled=True)

    def _resign(self) -> None:
        self.close()
        ask_to_resign(self._cockpit)

    def refresh(self) -> None:
        """The match looks different: the Council and the chat show it at once."""
        if isinstance(self.shown, CouncilPage | ChatWindow):
            self.shown.refresh()

    def step_aside(self) -> None:
        """A turn is about to be played: the Council does not stand before it."""
        if isinstance(self.shown, CouncilPage):
            self.shown.close()

    def menu(self) -> None:
        """Resume, the own faction, the rules, settings, leave."""
        doors = MenuDoors(
            self.close,
            self._sheet_from_menu,
            self.rules,
            self.council,
            self.goals,
            self.chat,
            self.people,
            self.brief,
            self.agreement,
            self._resign,
            self._settings,
            self._leave,
        )
        self.open(match_menu(self._cockpit, doors), veiled=True)

    def sheet(self) -> None:
        """The faction one plays, on one page; a watcher has none."""
        cockpit = self._cockpit
        seat, board = cockpit.seat, cockpit.model.board
        if seat >= 0:
            facts = facts_of(board.ruleset, board.match.seating[seat].faction, cockpit.stage.say)
            joins = next((plan.joins for plan in board.leaders if plan.seat == seat and plan.joins > 1), 1)
            open_sheet(cockpit.stage, facts, cockpit.banner, joins)

    def rules(self) -> None:
        """The rule book with this match's numbers."""
        self.close()
        open_rules(self._cockpit.stage, self._cockpit.model.board.ruleset)

    def _sheet_from_menu(self) -> None:
        self.close()
        self.sheet()

    def _settings(self) -> None:
        self.close()
        self._on_settings()

    def _leave(self) -> None:
        self.close()
        self._on_leave()
