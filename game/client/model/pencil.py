"""Rivals' orders as the player imagines them: pencilled in for the forecast, never sent."""

from game.client.model.planning import Planning, make_order, same_slot
from game.rules.errors import Fault
from game.rules.ids import District, Leader, Seat
from game.rules.legality import faults
from game.rules.orders import Led, Slate, led
from game.rules.reach import in_reach
from game.rules.state import NOT_ARRIVED


class Pencil:
    """Pencilled slates of one turn, one order a leader. `version` rises with every change.

    Orders of a turn that is over are forgotten by themselves.
    """

    def __init__(self, planning: Planning) -> None:
        self._planning = planning
        self._slates: dict[Seat, Slate] = {}
        self._turn = planning.public.turn
        self.version = 0

    @property
    def slates(self) -> dict[Seat, Slate]:
        """What is pencilled in, by seat; seats without an order are left out."""
        if self._turn != self._planning.public.turn:
            self._turn, self._slates = self._planning.public.turn, {}
        return self._slates

    def orders(self) -> tuple[Led, ...]:
        """All pencilled orders, by seat, in the order they were pencilled in."""
        slates = self.slates
        return tuple(order for seat in sorted(slates) for order in led(slates[seat]))

    def rivals(self) -> tuple[Leader, ...]:
        """The leaders of the others who have joined."""
        board, public = self._planning.board, self._planning.public
        return tuple(
            Leader(number)
            for number, plan in enumerate(board.leaders)
            if plan.seat != self._planning.seat and public.leaders[number] != NOT_ARRIVED
        )

    def places(self, leader: Leader, verb: str) -> tuple[District, ...]:
        """Where a leader could act this turn; every district but its own where it only travels."""
        board, public = self._planning.board, self._planning.public
        if verb == "travel":
            return tuple(District(d) for d in range(board.districts) if d != public.leaders[leader])
        return in_reach(board, public, leader)

    def order(self, leader: Leader, verb: str, district: District, thing: str | None) -> Led | None:
        """The order these words spell; None where the verb names a thing and none is chosen."""
        return make_order(verb, leader, district, thing)

    def faults_of(self, order: Led) -> tuple[Fault, ...]:
        """What would be wrong with the rival's slate if this order stood in it."""
        seat = self._planning.board.leaders[order.leader].seat
        return faults(self._planning.board, self._planning.public, seat, self._with(seat, order))

    def put(self, order: Led) -> tuple[Fault, ...]:
        """Pencil an order in, in place of the leader's old one; with faults nothing changes."""
        found = self.faults_of(order)
        if not found:
            seat = self._planning.board.leaders[order.leader].seat
            self._change(seat, self._with(seat, order))
        return found

    def put_pin(self, seat: Seat, verb: str, district: District) -> bool:
        """Pencil in what a seat says it means to do, by its first leader without an order that can; False if none can.

        A verb that names a thing takes the first thing that its rules allow.
        """
        board, public = self._planning.board, self._planning.public
        taken = {order.leader for order in self.orders()}
        free = [
            leader for leader in self.rivals() if board.leaders[leader].seat == seat and leader not in taken
        ]
        things: tuple[str | None, ...] = {
            "build": tuple(board.facility_rules[seat]),
            "pledge": (board.factions[seat].speciality, *board.ruleset.part_kinds),
            "motion": public.seats[seat].hand,
        }.get(verb, (None,))
        for leader in free:
            for thing in things:
                order = self.order(leader, verb, district, thing)
                if order is not None and not self.put(order):
                    return True
        return False

    def rub_out(self, order: Led) -> None:
        """Take a pencilled order away."""
        seat = self._planning.board.leaders[order.leader].seat
        self._change(seat, tuple(kept for kept in self.slates.get(seat, ()) if kept != order))

    def clear(self) -> None:
        """Take every pencilled order away."""
        if self.slates:
            self._slates = {}
            self.version += 1

    def _with(self, seat: Seat, order: Led) -> Slate:
        return (*(kept for kept in self.slates.get(seat, ()) if not same_slot(kept, order)), order)

    def _change(self, seat: Seat, slate: Slate) -> None:
        slates = {**self.slates, seat: slate}
        self._slates = {seat: slate for seat, slate in slates.items() if slate}
        self.version += 1
