"""An event loop whose time passes only when nobody has anything left to do: waiting costs nothing, and repeats."""

import asyncio
import selectors
from collections.abc import Callable
from concurrent.futures import Executor
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
    """Time is virtual seconds; sockets and processes have no place here, and what is for a thread is done at once."""

    def __init__(self) -> None:
        self._instant = _Instant()
        super().__init__(self._instant)

    def time(self) -> float:
        """The virtual clock."""
        return self._instant.now

    def run_in_executor(  # type: ignore[override]  # it is less general than the stub has it
        self, executor: Executor | None, func: Callable[..., Any], *args: Any
    ) -> asyncio.Future[Any]:
        """Do it now: a thread would take real time, and another one each time."""
        done = self.create_future()
        try:
            done.set_result(func(*args))
        except Exception as error:  # noqa: BLE001 - whoever waits for it gets it
            done.set_exception(error)
        return done
