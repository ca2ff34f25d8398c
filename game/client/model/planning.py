"""The turn being planned: which leader and district are selected, and the slate with its undo and redo."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from game.rules.basics import Price
from game.rules.board import Board
from game.rules.errors import Fault
from game.rules.ids import District, Leader, Seat
from game.rules.legality import faults
from game.rules.orders import (
    NO_ORDERS,
    Ballot,
    Build,
    Campaign,
    Care,
    Festival,
    Forum,
    Gift,
    Led,
    Motion,
    Order,
    Paper,
    Pledge,
    Slate,
    Travel,
    Unique,
    led,
    papers,
)
from game.rules.prices import price_of, slate_price
from game.rules.reach import in_reach
from game.rules.state import NOT_ARRIVED, Public

PLAIN_VERBS: dict[str, Callable[[Leader, District], Led]] = {
    "campaign": Campaign,
    "care": Care,
    "festival": Festival,
    "forum": Forum,
    "unique": Unique,
    "travel": Travel,
}
"""Orders that name nothing but leader and district, by their verb's key."""

NAMING_VERBS: dict[str, type[Build | Pledge | Motion]] = {
    "build": Build,
    "pledge": Pledge,
    "motion": Motion,
}
"""Orders that name a thing more: a facility, a kind of parts, a law."""

VERBS = ("campaign", "care", "festival", "build", "forum", "unique", "pledge", "motion", "travel")
"""Every verb in the order of its number key."""


class Selected(Struct, frozen=True):
    """What the player looks at: a leader, a district, and the verb that is tried out.

    `thing` is what the verb names besides: a facility, a kind of parts or a law. `if_others` is a pledge's condition.
    """

    leader: Leader | None = None
    district: District | None = None
    verb: str | None = None
    thing: str | None = None
    if_others: int = 0


def make_order(verb: str, leader: Leader, district: District, thing: str | None = None) -> Led | None:
    """The order of these words; None where the verb names a thing and none is chosen yet."""
    if verb in NAMING_VERBS:
        return NAMING_VERBS[verb](leader, district, thing) if thing else None
    return PLAIN_VERBS[verb](leader, district)


def same_slot(one: Order, other: Order) -> bool:
    """Whether a slate has room for only one of the two: of a leader, of a ballot on a law, of a gift to a seat."""
    match one, other:
        case (Ballot(law=a), Ballot(law=b)):
            return a == b
        case (Gift(to=to), Gift(to=also)):
            return to == also
        case _:
            return (
                one.leader == other.leader
                if isinstance(one, Led) and isinstance(other, Led)
                else one == other
            )


class Planning:
    """One seat's turn in work. `version` rises with every change, so that whoever shows it knows.

    The seat of a spectator is -1: it has no leaders and gives no orders.
    """

    def __init__(self, board: Board, public: Public, seat: Seat, slate: Slate = NO_ORDERS) -> None:
        self.board = board
        self.public = public
        self.seat = seat
        self.selected = Selected()
        self.version = 0
        self._slate = slate
        self._past: list[Slate] = []
        self._future: list[Slate] = []

    # --- what stands ----------------------------------------------------------------------------

    @property
    def slate(self) -> Slate:
        """The orders given so far."""
        return self._slate

    def leaders(self) -> tuple[Leader, ...]:
        """The own leaders who have joined, in the order of the slate."""
        if self.seat < 0:
            return ()
        arrived = (n for n in self.board.leaders_of(self.seat) if self.public.leaders[n] != NOT_ARRIVED)
        return tuple(arrived)

    def order_of(self, leader: Leader) -> Led | None:
        """The order given to a leader."""
        return next((order for order in led(self._slate) if order.leader == leader), None)

    def papers(self) -> tuple[Paper, ...]:
        """The orders given that need no leader."""
        return papers(self._slate)

    def idle(self) -> tuple[Leader, ...]:
        """The own leaders without an order."""
        return tuple(leader for leader in self.leaders() if self.order_of(leader) is None)

    def reach(self) -> tuple[District, ...]:
        """Where the selected leader may act; nowhere without one."""
        leader = self.selected.leader
        return in_reach(self.board, self.public, leader) if leader is not None else ()

    def costs(self) -> Price:
        """What the slate costs."""
        if self.seat < 0:
            return Price()
        return slate_price(self.board, self.public, self.seat, self._slate)

    def purse(self) -> Price:
        """What the seat has before the slate is paid."""
        if self.seat < 0:
            return Price()
        own = self.public.seats[self.seat]
        return Price(own.credits, own.voice)

    def with_order(self, order: Order) -> Slate:
        """The slate with this order in place of the one it would stand beside: its leader's, or the same paper."""
        return (*(given for given in self._slate if not same_slot(given, order)), order)

    def faults_of(self, order: Order) -> tuple[Fault, ...]:
        """What would be wrong with the slate if this order were given; empty when it may be."""
        return faults(self.board, self.public, self.seat, self.with_order(order))

    def price(self, order: Order) -> Price:
        """What an order costs this seat."""
        return price_of(self.board, self.public, self.seat, order)

    def candidate(self) -> Led | None:
        """The order the selection spells, whether legal or not; None while a part of it is missing."""
        chosen = self.selected
        if chosen.leader is None or chosen.district is None or chosen.verb is None:
            return None
        order = make_order(chosen.verb, chosen.leader, chosen.district, chosen.thing)
        return replace(order, if_others=chosen.if_others) if isinstance(order, Pledge) else order

    def subject(self) -> Led | None:
        """The order to look at: the one tried out, else the selected leader's given one if it is for this place."""
        tried = self.candidate()
        if tried is not None or self.selected.leader is None or self.selected.verb is not None:
            return tried
        given = self.order_of(self.selected.leader)
        return given if given is not None and given.district == self.selected.district else None

    # --- selection ------------------------------------------------------------------------------

    def select_leader(self, leader: Leader | None) -> None:
        """Look at a leader: the district it acts in, or the one where it stands, comes with it."""
        if leader is None:
            self._look(Selected(district=self.selected.district))
            return
        order = self.order_of(leader)
        where = order.district if order is not None else self.public.leaders[leader]
        self._look(Selected(leader, District(where)))

    def step_leader(self, step: int) -> None:
        """On to the next own leader (or the one before with -1), around."""
        ring = self.leaders()
        if ring:
            at = self.selected.leader
            place = ring.index(at) + step if at in ring else (0 if step > 0 else -1)
            self.select_leader(ring[place % len(ring)])

    def select_district(self, district: District | None) -> None:
        """Look at a district; the leader stays, the verb tried out stays where it can."""
        chosen = self.selected
        thing = chosen.thing if chosen.verb == "pledge" else None
        self._look(Selected(chosen.leader, district, chosen.verb, thing))

    def try_verb(self, verb: str | None, thing: str | None = None, if_others: int = 0) -> None:
        """Try a verb out: its forecast is shown, nothing is given yet."""
        chosen = self.selected
        self._look(Selected(chosen.leader, chosen.district, verb, thing, if_others))

    def _look(self, selected: Selected) -> None:
        if selected != self.selected:
            self.selected = selected
            self.version += 1

    # --- the slate ------------------------------------------------------------------------------

    def give(self, order: Order) -> tuple[Fault, ...]:
        """Give an order in place of the one it replaces; with faults nothing changes."""
        found = self.faults_of(order)
        if not found:
            self._change(self.with_order(order))
        return found

    def withdraw(self, leader: Leader) -> None:
        """Take a leader's order back."""
        order = self.order_of(leader)
        if order is not None:
            self.take_back(order)

    def take_back(self, order: Order) -> None:
        """Take any order of the slate back."""
        if order in self._slate:
            self._change(tuple(given for given in self._slate if given != order))

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to take again."""
        return bool(self._future)

    def undo(self) -> bool:
        """Take the last change of the slate back; False if there was none."""
        return self._travel(self._past, self._future)

    def redo(self) -> bool:
        """Take an undone change again; False if there was none."""
        return self._travel(self._future, self._past)

    def renew(self, public: Public, slate: Slate) -> None:
        """A new turn, or the same match from a snapshot: the selection stays, the steps are forgotten."""
        kept = self.selected
        self.public = public
        self._slate = slate
        self._past.clear()
        self._future.clear()
        self.selected = Selected(kept.leader, kept.district)
        self.version += 1

    def _change(self, slate: Slate) -> None:
        self._past.append(self._slate)
        self._future.clear()
        self._slate = slate
        self.version += 1

    def _travel(self, source: list[Slate], target: list[Slate]) -> bool:
        if not source:
            return False
        target.append(self._slate)
        self._slate = source.pop()
        self.version += 1
        return True
