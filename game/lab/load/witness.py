"""A process of its own that notices when the machine itself stands still, whatever runs on it.

A hypervisor can take the processor away from the whole machine without saying so. A thread's CPU time goes on then,
while it stands still where the thread only waits for its turn; so a small piece of arithmetic that takes several
times its usual *CPU* time has met a stall, and one that was merely preempted has not. One witness speaks for all
cores: such stalls were seen on all of them at once.

A piece takes some 0.2 ms of every 5: a twenty-fifth of a core. A stop that falls between two looks is not seen.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from time import perf_counter, thread_time
from typing import Final

from game.lab.load.children import started
from game.lab.load.load import LoadError
from game.lab.load.stalls import Look, Witnessed, witnessed

IS_THERE: Final = sys.platform == "linux"
"""Only there `perf_counter` is known to be the same clock in all processes (CLOCK_MONOTONIC)."""

_PAUSE: Final = 0.005
"""Seconds between two looks."""

_ROUNDS: Final = 2500
"""Of the arithmetic of a look."""

_WITHIN: Final = 20.0
"""Seconds in which a witness begins, and ends."""


class Witness:
    """Looks from `begin` on; `end` hears it. Both raise LoadError where its process is gone."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe

    def begin(self) -> None:
        """Let it look; returns when it does."""
        self._hear()
        self._pipe.send(None)

    def end(self) -> Witnessed:
        """Let it look no more; returns what it saw."""
        try:
            self._pipe.send(None)
        except OSError as error:
            raise _gone() from error
        found = self._hear()
        if not isinstance(found, Witnessed):
            raise _gone()
        return found

    def _hear(self) -> Witnessed | None:
        try:
            if not self._pipe.poll(_WITHIN):
                raise _gone()
            found: Witnessed | None = self._pipe.recv()
        except (EOFError, OSError) as error:
            raise _gone() from error
        return found


def _gone() -> LoadError:
    return LoadError("the process that notices the machine's stalls has ended. Mend: try again")


@contextmanager
def a_witness() -> Iterator[Witness | None]:
    """Start its process, and end it in the end; gives None where there can be none (see IS_THERE)."""
    if not IS_THERE:
        yield None
        return
    with started([watch]) as (pipe,):
        yield Witness(pipe)


def work() -> None:
    """The same arithmetic every time, which needs next to no memory."""
    total = 0
    for number in range(_ROUNDS):
        total += number * number


def look(
    piece: Callable[[], None] = work,
    clock: Callable[[], float] = perf_counter,
    cpu: Callable[[], float] = thread_time,
) -> Look:
    """Do a piece of work once, between two looks at the clock and at the CPU this thread has used, in seconds."""
    begin, before = clock(), cpu()
    piece()
    used = cpu() - before
    return Look(begin, clock(), used)


def watch(pipe: Connection, one_look: Callable[[], Look] = look) -> None:
    """The whole life of the process: says that it is there, waits, looks until told to end, says what it saw."""
    try:
        pipe.send(None)
        pipe.recv()
        looks = [one_look()]
        while not pipe.poll(_PAUSE):
            looks.append(one_look())
        pipe.recv()
        pipe.send(witnessed(looks))
    except (EOFError, OSError, KeyboardInterrupt):
        return  # whoever started this process is gone, or ends it
