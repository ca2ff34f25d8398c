"""Whom a match asks to come: when a turn begins, when its deadline is near, when all the others are ready."""

from game.protocol.pace import HOUR
from game.rules.ids import Seat
from server.room import attendance
from server.room.core import Core, Effects
from server.room.effects import Cause, Remind, StartTimer
from server.room.timing import Timing

NEAR = 2 * HOUR * 1000
"""Milliseconds before the deadline of a calendar at which those are told who are not ready."""


class Reminding:
    """Only where the room names a webhook, and each of it once a turn."""

    def __init__(self, core: Core, timing: Timing) -> None:
        self._core = core
        self._timing = timing
        self._near = 0
        self._last = 0

    def begun(self, now: int) -> Effects:
        """A turn has begun."""
        return self._remind("turn", attendance.waited_for(self._core.image), now) + self.watch(now)

    def watch(self, now: int) -> Effects:
        """Look at the deadline again when it is near, if it is not yet."""
        setup, left = self._core.image.setup, self._timing.left(now)
        if not setup.webhook or setup.calendar is None or left is None:
            return []
        wait = NEAR if self._timing.is_paused else left - NEAR
        return [StartTimer(f"near:{self._core.turn}", wait)] if wait > 0 else []

    def near(self, turn: int, now: int) -> Effects:
        """The deadline may be near by now, unless it was moved or the clock was stopped."""
        if turn != self._core.turn or turn == self._near:
            return []
        waiting = self.watch(now)
        if waiting or not self._timing.runs:
            return waiting
        self._near = turn
        return self._remind("two_hours", attendance.waited_for(self._core.image), now)

    def last(self, now: int) -> Effects:
        """Others are waited for than before: it may be one alone."""
        image = self._core.image
        waited = attendance.waited_for(image)
        if len(waited) != 1 or len(attendance.players(image)) == 1 or self._last == self._core.turn:
            return []
        self._last = self._core.turn
        return self._remind("last", waited, now)

    def _remind(self, cause: Cause, seats: tuple[Seat, ...], now: int) -> Effects:
        core = self._core
        if not core.image.setup.webhook or not seats:
            return []
        return [Remind(cause, core.turn, seats, self._timing.left(now))]
