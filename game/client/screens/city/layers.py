"""The windows over the city: sums, the choice of a facility, the menu, the faction on one page."""

from collections.abc import Callable

from game.client.geometry import Rect
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.dialogs import MenuDoors, build_choice, match_menu
from game.client.screens.faction_sheet.facts import facts_of
from game.client.screens.setup.screen import open_sheet
from game.client.widgets.tips import Tip, TipStack
from game.client.widgets.widget import Widget


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

    def build(self) -> None:
        """Ask which facility to build."""
        self.open(build_choice(self._cockpit, self.close), veiled=True)

    def menu(self) -> None:
        """Resume, the own faction, settings, leave."""
        doors = MenuDoors(self.close, self._sheet_from_menu, self._settings, self._leave)
        self.open(match_menu(self._cockpit, doors), veiled=True)

    def sheet(self) -> None:
        """The faction one plays, on one page; a watcher has none."""
        cockpit = self._cockpit
        seat, board = cockpit.seat, cockpit.model.board
        if seat >= 0:
            facts = facts_of(board.ruleset, board.match.seating[seat].faction, cockpit.stage.say)
            joins = next((plan.joins for plan in board.leaders if plan.seat == seat and plan.joins > 1), 1)
            open_sheet(cockpit.stage, facts, cockpit.banner, joins)

    def _sheet_from_menu(self) -> None:
        self.close()
        self.sheet()

    def _settings(self) -> None:
        self.close()
        self._on_settings()

    def _leave(self) -> None:
        self.close()
        self._on_leave()
