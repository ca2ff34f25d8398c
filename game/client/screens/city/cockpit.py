"""What all parts of the city screen share: the match, the words, and what a press anywhere in it does."""

from collections.abc import Callable
from typing import Final

from game.client.geometry import Rect
from game.client.intents import Intent, key_of
from game.client.model.cards import Cards
from game.client.model.council import Council
from game.client.model.gala_now import GalaNow
from game.client.model.mapmode import MapMode
from game.client.model.match import MatchModel
from game.client.model.offers import usual_part
from game.client.model.planning import NAMING_VERBS
from game.client.model.words import Words
from game.client.screens.base import Stage
from game.client.theme import Banner
from game.client.widgets.tips import Tip
from game.link.match_client import LinkClosedError
from game.protocol.messages import MOST_PINS, Matter, Pin
from game.rules.ids import District, Leader, Seat
from game.rules.orders import NO_ORDERS, Order, verb_of
from game.rules.phases.contest import shields
from game.rules.resolve import begin
from game.rules.state import Public
from game.rules.view import state_of

SHOWN_KEYS: Final = {"return": "Enter", "escape": "Esc", "space": "Space", "delete": "Del"}
"""Keys with another name on the cap than in the key map."""


WORKS: Final = 3
"""Most sections of a district's panel."""


class Cockpit:
    """The controls of one match. The screen sets the callbacks that need its camera or its layers.

    `explain(tip, number, kept)` opens a sum beside `number`; `ask(verb)` opens the choice of what a verb shall
    name: a facility, a kind of parts, a law; `tell` puts a line into the narration.
    """

    def __init__(self, stage: Stage, model: MatchModel) -> None:
        self.stage, self.model = stage, model
        self.cards = Cards(model.board, stage.say)
        self.council = Council(model.planning, model.outlook)
        self.gala_now = GalaNow()
        self.mode = MapMode.OWNER
        self.works = 0
        self.centre: Callable[[District], None] = lambda _: None
        self.explain: Callable[[Tip, Rect, Rect], None] = lambda *_: None
        self.ask: Callable[[str], None] = lambda _: None
        self.tell: Callable[[str], None] = lambda _: None
        self.open_gift: Callable[[], None] = lambda: None
        self.open_close: Callable[[District], None] = lambda _: None
        self.open_what_if: Callable[[], None] = lambda: None
        self.open_coming: Callable[[], None] = lambda: None
        self.open_council: Callable[[], None] = lambda: None
        self.open_goals: Callable[[], None] = lambda: None
        self.open_agreement: Callable[[Matter], None] = lambda _: None
        self.open_chat: Callable[[], None] = lambda: None
        self.open_chat_to: Callable[[Seat], None] = lambda _: None
        self.open_people: Callable[[], None] = lambda: None
        self.open_menu: Callable[[], None] = lambda: None
        self.open_log: Callable[[], None] = lambda: None
        self.open_report: Callable[[], None] = lambda: None
        self.open_sheet: Callable[[], None] = lambda: None
        self._hovered_verb: str | None = None
        self._asked: int | None = None

    @property
    def words(self) -> Words:
        """The names of the match's things."""
        return self.model.words

    @property
    def public(self) -> Public:
        """What everyone sees."""
        return self.model.public

    @property
    def seat(self) -> Seat:
        """The own seat."""
        return self.model.seat

    @property
    def banner(self) -> Banner:
        """The own banner."""
        return self.words.banner(self.seat)

    @property
    def may_plan(self) -> bool:
        """Whether orders can be given now."""
        playing = self.seat >= 0 and not self.model.ended and not self.model.resigned
        playing = playing and self.model.departure is None
        return playing and not self.model.is_waiting()

    def say(self, key: str, /, **parameters: str | int) -> str:
        """Words of this screen; the key is given without `city-`."""
        return self.stage.say(f"city-{key}", **parameters)

    def cap(self, intent: Intent) -> str:
        """A key as it stands on a cap."""
        key = key_of(intent, self.stage.settings.keys)
        return SHOWN_KEYS.get(key, key.upper() if len(key) == 1 else key.title())

    # --- what a press does ----------------------------------------------------------------------

    def select_leader(self, leader: Leader) -> None:
        """Look at a leader, and bring its place into sight."""
        self.model.planning.select_leader(leader)
        self.touch()

    def select_district(self, district: District | None) -> None:
        """Look at a district."""
        self.model.planning.select_district(district)
        self.touch()

    def try_verb(self, verb: str | None, thing: str | None = None, if_others: int = 0) -> None:
        """Show what an order would do, without giving it; a pledge is of the most usual parts unless said."""
        if verb == "pledge" and thing is None:
            thing = usual_part(self.model.planning)
        self.model.planning.try_verb(verb, thing, if_others)
        self.touch()

    def hover_verb(self, verb: str | None) -> None:
        """The pointer came over a verb, or left it: what was tried stays, so that its numbers can be opened."""
        came = verb is not None and verb != self._hovered_verb
        self._hovered_verb = verb
        if came and self.may_plan:
            self.try_verb(verb)

    def press_verb(self, verb: str) -> None:
        """Give the verb's order, or take it back where it is given; some verbs ask what they shall name."""
        planning = self.model.planning
        leader, district = planning.selected.leader, planning.selected.district
        if leader is None or district is None or not self.may_plan:
            return
        given = planning.order_of(leader)
        self.try_verb(verb)
        if verb in NAMING_VERBS:
            self.ask(verb)
            return
        order = planning.candidate()
        if order is None:
            return
        if order == given:
            self.withdraw(leader)
        else:
            self.give(order)

    def give(self, order: Order) -> None:
        """Give an order if it is legal."""
        if not self.may_plan:
            return
        if not self.model.planning.give(order):
            self.model.planning.try_verb(None)
            self.model.courier.retry()
        self.touch()

    def give_tried(self) -> None:
        """Give the order that is tried out."""
        order = self.model.planning.candidate()
        if order is not None:
            self.give(order)

    @property
    def confirms(self) -> bool:
        """Whether the key that ends the turn gives the order tried out first: it is legal, its leader has none."""
        planning = self.model.planning
        order = planning.candidate()
        if order is None or not self.may_plan or planning.order_of(order.leader) is not None:
            return False
        return not planning.faults_of(order)

    def confirm_or_end(self) -> None:
        """Give the order tried out; with nothing to give, finish the turn, but ask once for idle leaders and missing ballots.

        The key that gives an order is the key that ends the turn: pressed once too often it would lose orders.
        """
        planning = self.model.planning
        if self.confirms:
            self.give_tried()
        elif planning.idle():
            self._end_after_asking()
        else:
            self.press_end()

    def press_end(self) -> None:
        """Finish the turn, but ask once where the Council sits and a motion has no own ballot."""
        if self.council.missing():
            self._end_after_asking()
        else:
            self.end_turn()

    def _end_after_asking(self) -> None:
        if not self.may_plan or self.asks:
            self.end_turn()
            return
        self.model.planning.try_verb(None)
        self._asked = self.model.planning.version
        self.touch()

    @property
    def asks(self) -> bool:
        """Whether it was pressed once while leaders are idle or ballots missing; whatever changes the plan takes that back."""
        return self.may_plan and self._asked == self.model.planning.version

    def withdraw(self, leader: Leader) -> None:
        """Take a leader's order back."""
        if self.may_plan:
            self.model.planning.withdraw(leader)
            self.model.planning.try_verb(None)
            self.model.courier.retry()
            self.touch()

    def take_back(self, order: Order) -> None:
        """Take any order of the slate back."""
        if self.may_plan:
            self.model.planning.take_back(order)
            self.model.courier.retry()
            self.touch()

    # --- pins ------------------------------------------------------------------------------------

    def own_pins(self) -> tuple[Pin, ...]:
        """What this seat lets everybody see of its plans."""
        return self.model.pins[self.seat] if self.seat >= 0 else ()

    def meant(self) -> Pin | None:
        """What a pin would say now: the order looked at, else a Campaign where one looks."""
        order = self.model.planning.subject()
        if order is not None:
            return Pin(verb_of(order), order.district)  # type: ignore[arg-type]
        district = self.model.planning.selected.district
        return None if district is None else Pin("campaign", district)

    def toggle_pin(self) -> None:
        """Let the others see what is looked at, or take that pin back."""
        pin = self.meant()
        if pin is None or not self.may_plan:
            return
        if pin in self.own_pins():
            self.unpin(pin)
        elif len(self.own_pins()) < MOST_PINS:
            self._send_pins((*self.own_pins(), pin))

    def unpin(self, pin: Pin) -> None:
        """Take a pin back."""
        self._send_pins(tuple(kept for kept in self.own_pins() if kept != pin))

    def _send_pins(self, pins: tuple[Pin, ...]) -> None:
        self.stage.work(self._carry_pins(pins))

    async def _carry_pins(self, pins: tuple[Pin, ...]) -> None:
        """Pins bind nobody: where the line is lost, or the turn is over, they are simply not seen."""
        try:
            await self.model.client.set_pins(pins)
        except LinkClosedError:
            self.tell(self.say("say-not-pinned"))
        self.touch()

    def undo(self) -> None:
        """Take the last change of the slate back."""
        if self.may_plan and self.model.planning.undo():
            self.model.courier.retry()
            self.touch()

    def redo(self) -> None:
        """Take an undone change again."""
        if self.may_plan and self.model.planning.redo():
            self.model.courier.retry()
            self.touch()

    def end_turn(self) -> None:
        """Finish the turn, or go on with it while it has not been resolved."""
        if self.seat >= 0 and not self.model.ended and not self.model.resigned:
            self.model.courier.retry()
            self.model.courier.ready = not self.model.courier.ready
            self._asked = None
            self.model.planning.try_verb(None)
            self.touch()

    def shield(self, district: District) -> int:
        """How much of its loss the own seat is spared in a district, in percent, as the rules reckon it."""
        if self.seat < 0 or self.model.ended:
            return 0
        turn = begin(self.model.board, state_of(self.public), [NO_ORDERS] * self.model.board.seats)
        return shields(turn, district)[self.seat]

    def show_works(self, place: int) -> None:
        """Show one section of the district's panel, where they stand behind tabs."""
        self.works = place
        self.touch()

    def next_works(self) -> None:
        """On to the next section; past the last one the panel begins again."""
        self.show_works((self.works + 1) % WORKS)

    def set_mode(self, mode: MapMode) -> None:
        """Colour the map another way."""
        self.mode = mode
        self.touch()

    def next_mode(self) -> None:
        """On to the next way to colour the map."""
        modes = list(MapMode)
        self.set_mode(modes[(modes.index(self.mode) + 1) % len(modes)])

    def touch(self) -> None:
        """Something looks different now."""
        self.model.touch()
