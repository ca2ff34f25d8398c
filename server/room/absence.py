"""People whose connection is gone for long: nobody waits for them, until they return."""

from msgspec.structs import replace

from game.rules.ids import Seat
from server.room import attendance, deadlines, seats
from server.room.core import Core, Effects
from server.room.effects import StartTimer
from server.room.image import SeatChanged
from server.room.timing import Timing
from server.room.turns import Turns


class Absence:
    """A chapter of the room, for matches in which people sit together; where they come and go, deadlines count."""

    def __init__(self, core: Core, timing: Timing, turns: Turns) -> None:
        self._core = core
        self._timing = timing
        self._turns = turns
        self._drops: dict[Seat, int] = {}

    def dropped(self, seat: Seat) -> Effects:
        """The connection of a seat is gone: it is held for a while."""
        self._drops[seat] = self._drops.get(seat, 0) + 1
        return self._hold(seat)

    def restored(self) -> Effects:
        """The room is back and nobody is connected yet."""
        return [hold for seat in seats.persons(self._core.image.seats) for hold in self.dropped(seat)]

    def hold_ended(self, seat: Seat, drop: int, now: int) -> Effects:
        """The seat was held long enough, unless its person is back or dropped again since."""
        core = self._core
        place = core.image.seats[seat]
        if (
            seat in core.members
            or drop != self._drops.get(seat)
            or not place.is_person
            or attendance.is_gone(place)
        ):
            return []
        if self._timing.is_paused or not (self._timing.is_kept or core.members):
            return self._hold(seat)
        gone, unsaid = replace(place, absent=True, substitute=None), attendance.unsaid(core.image, seat)
        told = core.store(SeatChanged(seat, gone), *unsaid), core.tell_room()
        then = self._turns.after_ready(now) if unsaid else self._turns.settle(now)
        return [*told, *then, *self._turns.if_empty()]

    def _hold(self, seat: Seat) -> Effects:
        """Nobody is missed where there is no other person and no clock to be kept waiting."""
        core = self._core
        setup = core.image.setup
        alone = len(seats.persons(core.image.seats)) < 2 and not self._timing.is_kept
        if alone or deadlines.is_slow(setup) or not core.image.seats[seat].is_person:
            return []
        return [StartTimer(f"absent:{seat}:{self._drops[seat]}", setup.absence.hold * 1000)]
