"""An event loop whose time passes only when nobody has anything left to do: waiting costs nothing, and repeats."""

import asyncio
import selectors
from typing import Any

MOST_STEPS = 400_000
"""Turns of the loop in one simulation; far more than any needs, so that spinning without end is noticed."""


class StandstillError(Exception):
    """Everybody waits for something that nobody will do, or spins without end."""


class _Instant(selectors.SelectSelector):
    """Never waits: it moves the clock to where the wait would have ended."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 1000.0
        self._steps = 0

    def select(self, timeout: float | None = None) -> list[Any]:
        self._steps += 1
        if timeout is None or self._steps > MOST_STEPS:
            raise StandstillError(f"after {self._steps} steps, at {self.now:.3f} s")
        self.now += max(0.0, timeout)
        return []


class VirtualLoop(asyncio.SelectorEventLoop):
    """Time is virtual seconds; sockets, threads and processes have no place here."""

    def __init__(self) -> None:
        self._instant = _Instant()
        super().__init__(self._instant)

    def time(self) -> float:
        """The virtual clock."""
        return self._instant.now
