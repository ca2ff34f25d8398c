"""Runs a load: the server, the processes that load it, and the clock that ends them."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic

from msgspec.structs import replace

from game.lab.load.children import started
from game.lab.load.commits import bare_commits
from game.lab.load.driver import Reached, drive
from game.lab.load.figures import Figures, Marks, Stages, figures
from game.lab.load.load import MOST_PROCESSES, UNGREETED, Load, LoadError, checked
from game.lab.load.samples import Samples, together
from game.lab.load.served import ServerChild, usage_of
from game.lab.load.witness import a_witness

_SCRIPTS_WITHIN = 600.0
"""Seconds to play the scripts beforehand."""

_ENDS_WITHIN = 20.0
"""Seconds beyond its own time after which a process is given up."""

Told = Callable[[str], None]
"""Hears which stage was reached."""


def load_own_server(load: Load, processes: int, told: Told, server: ServerChild | None = None) -> Figures:
    """Start a server, load it, stop it. Raises LoadError for what is asked wrongly, and for a server that breaks."""
    checked(load)
    with server or ServerChild(("--rooms", str(load.rooms + 1))) as running:
        try:
            return _run(load, processes, running.url, running.pid, told, running.folder)
        except LoadError as error:
            fault = running.fault()
            raise LoadError(f"{error}; {fault}" if fault else str(error)) from error


def load_server_at(load: Load, processes: int, told: Told, url: str, pid: int | None) -> Figures:
    """Load a server that runs already; what it uses is known where its process is named. Raises LoadError."""
    checked(load)
    with tempfile.TemporaryDirectory(prefix="neo-sanctum-load-") as folder:
        return _run(load, processes, url, pid, told, Path(folder))


def _run(load: Load, processes: int, url: str, pid: int | None, told: Told, folder: Path) -> Figures:
    parts = _parts(load, processes)
    commits = bare_commits(folder)
    drivers = [partial(drive, part, url) for part in parts]
    with started(drivers) as pipes, a_witness() as witness:
        _reached(pipes, _SCRIPTS_WITHIN)
        start = usage_of(pid)
        told("connecting")
        _go_on(pipes)
        connecting = _reached(pipes, load.within + _ENDS_WITHIN)
        connected = usage_of(pid)
        told("sitting down")
        _go_on(pipes)
        sitting = _reached(pipes, load.within + _ENDS_WITHIN)
        seated = usage_of(pid)
        told("playing")
        if witness is not None:
            witness.begin()
        _go_on(pipes)
        samples = together(_samples(pipes, load.within + _ENDS_WITHIN))
        played = usage_of(pid)
        if witness is not None:
            samples.witnessed = witness.end()
    commits += bare_commits(folder)
    marks = Marks(start, connected, seated, played)
    return figures(load, len(parts), samples, marks, Stages(connecting, sitting), commits)


def _parts(load: Load, processes: int) -> list[Load]:
    """The load of each process; together they are the whole."""
    if not 1 <= processes <= MOST_PROCESSES:
        raise LoadError(f"processes {processes}: expected 1 to {MOST_PROCESSES}. Mend: ask for fewer")
    count = min(processes, load.rooms, UNGREETED)
    parts = []
    for number in range(count):
        rooms = load.rooms // count + (number < load.rooms % count)
        pace = None if load.saves_per_second is None else load.saves_per_second * rooms / load.rooms
        parts.append(replace(load, rooms=rooms, saves_per_second=pace, ungreeted=UNGREETED // count))
    return parts


def _go_on(pipes: Sequence[Connection]) -> None:
    for pipe in pipes:
        pipe.send(None)


def _reached(pipes: Sequence[Connection], within: float) -> float:
    """Wait until every process came so far; returns the seconds the slowest took."""
    stages = [report for report in _reports(pipes, within) if isinstance(report, Reached)]
    return max(stage.seconds for stage in stages)


def _samples(pipes: Sequence[Connection], within: float) -> list[Samples]:
    return [report for report in _reports(pipes, within) if isinstance(report, Samples)]


def _reports(pipes: Sequence[Connection], within: float) -> Iterator[Reached | Samples]:
    """What each process says next. Raises LoadError for the first that cannot go on, or when time is up."""
    deadline = monotonic() + within
    for pipe in pipes:
        if not pipe.poll(max(0.0, deadline - monotonic())):
            raise LoadError(f"no answer within {within:g} s. Mend: ask for less, or give it more time")
        try:
            report = pipe.recv()
        except EOFError as error:
            raise LoadError("a process of the load ended before it was done") from error
        if isinstance(report, LoadError):
            raise report
        yield report
