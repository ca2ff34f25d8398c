"""A turn's clock, counted by whatever monotonic milliseconds the host gives. It never asks for the time."""

LEAST_AFTER_RESTART = 15_000
"""Milliseconds a turn still has at least after the server was down: enough to come back."""


class TurnClock:
    """Runs for `timer` seconds a turn; without a timer it never runs."""

    def __init__(self, timer: int | None) -> None:
        self._length = None if timer is None else timer * 1000
        self._deadline: int | None = None

    def start(self, now: int) -> int | None:
        """Begin a turn; returns its milliseconds, or None without a timer."""
        self._deadline = None if self._length is None else now + self._length
        return self._length

    def start_again(self, now: int, elapsed: int) -> int | None:
        """Go on after a restart, `elapsed` milliseconds of real time after the turn began."""
        if self._length is None:
            return None
        left = max(self._length - max(0, elapsed), min(LEAST_AFTER_RESTART, self._length))
        self._deadline = now + left
        return left

    def stop(self) -> None:
        """The turn is closed, or nobody is left to play it."""
        self._deadline = None

    @property
    def runs(self) -> bool:
        """Whether there is a deadline."""
        return self._deadline is not None

    def left(self, now: int) -> int | None:
        """Milliseconds left, never below 0; None where no clock runs."""
        return None if self._deadline is None else max(0, self._deadline - now)

    def is_up(self, now: int) -> bool:
        """Whether the deadline has come."""
        return self._deadline is not None and now >= self._deadline
