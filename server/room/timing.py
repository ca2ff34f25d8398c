"""The time a turn has: when it closes, and what is told of that."""

from game.protocol import messages as say
from server.room.clock import TurnClock
from server.room.core import Core, Effects
from server.room.effects import Member, Send, StartTimer


class Timing:
    """The clock of a room. It says when time is up; what happens then is the turns' business."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._clock = TurnClock(core.image.setup.timer)

    @property
    def runs(self) -> bool:
        """Whether there is a deadline."""
        return self._clock.runs

    def begin(self, now: int) -> Effects:
        """A turn begins."""
        return self._started(self._clock.start(now))

    def go_on(self, now: int, elapsed: int) -> Effects:
        """The room is back, `elapsed` milliseconds after its turn began."""
        return self._started(self._clock.start_again(now, elapsed))

    def wake(self, now: int) -> Effects:
        """Somebody is here again: a clock that waited for that starts anew."""
        return [] if self._clock.runs else self.begin(now)

    def stop(self) -> None:
        """No turn is being planned, or nobody is left to plan it."""
        self._clock.stop()

    def is_up(self, now: int) -> bool:
        """Whether the turn's time is over."""
        return self._clock.is_up(now)

    def told_to(self, member: Member, now: int) -> Effects:
        """What is left, said to one who has just come."""
        left = self._clock.left(now)
        return [] if left is None else [Send((member,), self._said(left))]

    def _started(self, left: int | None) -> Effects:
        if left is None:
            return []
        return [StartTimer(f"turn:{self._core.turn}", left), self._core.to_all(self._said(left))]

    def _said(self, left: int) -> say.Clock:
        return say.Clock(self._core.id, self._core.turn, left)
