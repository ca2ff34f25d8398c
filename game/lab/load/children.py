"""Processes that a load starts, each with a pipe to it."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

_ENDS_WITHIN = 1.0
"""Seconds that a process has to notice that its pipe is closed."""


@contextmanager
def started(lives: Sequence[Callable[[Connection], None]]) -> Iterator[list[Connection]]:
    """A process for each life, which is given its end of a pipe; gives this side's ends. None is left over."""
    context = multiprocessing.get_context("spawn")
    pipes: list[Connection] = []
    processes: list[SpawnProcess] = []
    try:
        for life in lives:
            own, other = context.Pipe()
            process = context.Process(target=life, args=(other,), daemon=True)
            process.start()
            other.close()
            pipes.append(own)
            processes.append(process)
        yield pipes
    finally:
        for pipe in pipes:
            pipe.close()
        for process in processes:
            process.join(_ENDS_WITHIN)
            if process.is_alive():
                process.kill()
                process.join()
