"""What the seats let each other see of a turn's plans. In memory only: no part of image, state or journal."""

from game.protocol.messages import Pin
from game.rules.ids import Seat


class Pinboard:
    """The pins of one turn; those of another are gone as soon as it is named."""

    def __init__(self) -> None:
        self._turn = 0
        self._pins: dict[Seat, tuple[Pin, ...]] = {}

    def put(self, turn: int, seat: Seat, pins: tuple[Pin, ...]) -> None:
        """These pins of a seat, in place of any before."""
        if turn != self._turn:
            self._turn, self._pins = turn, {}
        self._pins[seat] = pins

    def of(self, turn: int, seats: int) -> tuple[tuple[Pin, ...], ...]:
        """What is pinned in this turn, per seat; empty if nothing is."""
        if turn != self._turn or not any(self._pins.values()):
            return ()
        return tuple(self._pins.get(Seat(seat), ()) for seat in range(seats))
