"""The turn being planned: which leader and district are selected, and the slate with its undo and redo."""

from collections.abc import Callable

from msgspec import Struct

from game.rules.basics import Price
from game.rules.board import Board
from game.rules.errors import Fault
from game.rules.ids import District, Leader, Seat
from game.rules.legality import faults, in_reach, price_of, slate_price
from game.rules.orders import NO_ORDERS, Build, Campaign, Care, Festival, Forum, Order, Slate, Travel, Unique
from game.rules.state import NOT_ARRIVED, Public

PLAIN_VERBS: dict[str, Callable[[Leader, District], Order]] = {
    "campaign": Campaign,
    "care": Care,
    "festival": Festival,
    "forum": Forum,
    "unique": Unique,
    "travel": Travel,
}
"""Orders that name nothing but leader and district, by their verb's key."""

VERBS = ("campaign", "care", "festival", "build", "forum", "unique", "travel")
"""Every verb in the order of its number key."""


class Selected(Struct, frozen=True):
    """What the player looks at: a leader, a district, and the verb (with its facility) that is tried out."""

    leader: Leader | None = None
    district: District | None = None
    verb: str | None = None
    facility: str | None = None


def make_order(verb: str, leader: Leader, district: District, facility: str | None = None) -> Order | None:
    """The order of these words; None where Build has no facility chosen yet."""
    if verb == "build":
        return Build(leader, district, facility) if facility else None
    return PLAIN_VERBS[verb](leader, district)


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

    def order_of(self, leader: Leader) -> Order | None:
        """The order given to a leader."""
        return next((order for order in self._slate if order.leader == leader), None)

    def idle(self) -> tuple[Leader, ...]:
        """The own leaders without an order."""
        return tuple(leader for leader in self.leaders() if self.order_of(leader) is None)

    def reach(self) -> tuple[District, ...]:
        """Where the selected leader may act; nowhere without one."""
        leader = self.selected.leader
        return in_reach(self.board, self.public, leader) if leader is not None else ()

    def costs(self) -> Price:
        """What the slate costs."""
        return slate_price(self.board, self.seat, self._slate) if self.seat >= 0 else Price()

    def purse(self) -> Price:
        """What the seat has before the slate is paid."""
        if self.seat < 0:
            return Price()
        own = self.public.seats[self.seat]
        return Price(own.credits, own.voice)

    def with_order(self, order: Order) -> Slate:
        """The slate with this order in place of its leader's old one."""
        others = tuple(given for given in self._slate if given.leader != order.leader)
        return (*others, order)

    def faults_of(self, order: Order) -> tuple[Fault, ...]:
        """What would be wrong with the slate if this order were given; empty when it may be."""
        return faults(self.board, self.public, self.seat, self.with_order(order))

    def price(self, order: Order) -> Price:
        """What an order costs this seat."""
        return price_of(self.board, self.seat, order)

    def candidate(self) -> Order | None:
        """The order the selection spells, whether legal or not; None while a part of it is missing."""
        chosen = self.selected
        if chosen.leader is None or chosen.district is None or chosen.verb is None:
            return None
        return make_order(chosen.verb, chosen.leader, chosen.district, chosen.facility)

    def subject(self) -> Order | None:
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
        self._look(Selected(chosen.leader, district, chosen.verb, None))

    def try_verb(self, verb: str | None, facility: str | None = None) -> None:
        """Try a verb out: its forecast is shown, nothing is given yet."""
        chosen = self.selected
        self._look(Selected(chosen.leader, chosen.district, verb, facility))

    def _look(self, selected: Selected) -> None:
        if selected != self.selected:
            self.selected = selected
            self.version += 1

    # --- the slate ------------------------------------------------------------------------------

    def give(self, order: Order) -> tuple[Fault, ...]:
        """Give an order in place of the leader's old one; with faults nothing changes."""
        found = self.faults_of(order)
        if not found:
            self._change(self.with_order(order))
        return found

    def withdraw(self, leader: Leader) -> None:
        """Take a leader's order back."""
        kept = tuple(order for order in self._slate if order.leader != leader)
        if kept != self._slate:
            self._change(kept)

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
