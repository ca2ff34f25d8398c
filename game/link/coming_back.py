"""When to ask for one's place again in a room that its server let go and brings back."""

import asyncio
from collections.abc import Callable, Iterator
from typing import Final

PAUSES: Final = (1.0, 2.0, 4.0, 8.0, *(15.0,) * 7)
"""Seconds before each try: two minutes in all."""

CALM: Final = 60.0
"""Seconds in the room after which pauses begin with the shortest again: one that fails whenever somebody comes is no mill."""


class ComingBack:
    """Calls `ask` after each pause. Whoever asked says how it went: `later` after a refusal, `back`, or `end`."""

    def __init__(self, ask: Callable[[], None]) -> None:
        self._ask = ask
        self._pauses: Iterator[float] = iter(PAUSES)
        self._timer: asyncio.TimerHandle | None = None
        self._back_at: float | None = None
        self.is_under_way = False
        """Whether one has no place in the room now, and means to have it again."""

    def later(self) -> float | None:
        """Ask after the next pause; returns its seconds, or None where the time is up. Begins it if need be."""
        self._stop_waiting()
        loop = asyncio.get_running_loop()
        if self._back_at is not None and loop.time() - self._back_at > CALM:
            self._pauses = iter(PAUSES)
        self._back_at = None
        self.is_under_way = True
        pause = next(self._pauses, None)
        if pause is not None:
            self._timer = loop.call_later(pause, self._ask)
        return pause

    def hold(self) -> None:
        """There is no connection to ask over: wait for `later`, and then with all the time anew."""
        self._stop_waiting()
        self._pauses = iter(PAUSES)

    def back(self) -> None:
        """One is there again."""
        if self.is_under_way:
            self._stop_waiting()
            self.is_under_way = False
            self._back_at = asyncio.get_running_loop().time()

    def end(self) -> None:
        """Ask no more: one does not want to be there, or cannot."""
        self._stop_waiting()
        self._pauses = iter(PAUSES)
        self._back_at = None
        self.is_under_way = False

    def _stop_waiting(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
