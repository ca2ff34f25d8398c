"""What a load comes to: percentiles, costs, and rates."""

import math
from collections.abc import Sequence

from msgspec import Struct

from game.lab.load.load import Load
from game.lab.load.samples import Samples
from game.lab.load.served import Usage
from game.lab.load.stalls import Stall, undisturbed

ACKNOWLEDGED = ("save", "ready")
"""What is asked in a turn."""


class Spread(Struct, frozen=True):
    """Some measurements: how many, and what half, nine in ten, ninety-nine in a hundred and all stay within."""

    count: int
    p50: float
    p90: float
    p99: float
    most: float


class Calm(Struct, frozen=True):
    """What the machine's own stalls did not disturb, and how many measurements are left out because they were."""

    spread: Spread
    left_out: int


class Undisturbed(Struct, frozen=True):
    """Figures without what met a stall of the machine, or came while what it had piled up was worked off.

    They say nothing without the figures of all. `stalls` is how often the machine stood still, `share` for which
    part of the time, 0 to 1.
    """

    acknowledged: Calm
    update: Calm
    stalls: int
    share: float


class Marks(Struct, frozen=True):
    """The server's usage: before the first connection, when all stood, when all sat, and after the turns."""

    start: Usage
    connected: Usage
    seated: Usage
    played: Usage


class Stages(Struct, frozen=True):
    """Seconds until all connections stood, and after that until all rooms played."""

    connecting: float
    sitting: float


class Figures(Struct, frozen=True):
    """All figures of a load. Times in milliseconds, sizes in bytes; None where the system does not tell.

    `acknowledged` is of saves and readies together, `update` from the last ready of a room to everybody's
    update, `undisturbed` both without the machine's own stalls, None where no witness looks for them (see
    `game.lab.load.witness`). `commits` is of bare commits on the same disk before and after. `cpu_per_turn` is of
    the server, `driver_cpu_per_turn` of the load itself. `down` and `up` are bytes per seat and turn on the wire.
    """

    load: Load
    processes: int
    seconds: float
    turns: int
    matches: int
    acknowledged: Spread
    undisturbed: Undisturbed | None
    times: dict[str, Spread]
    sizes: dict[str, Spread]
    commits: Spread
    cpu_per_turn: float | None
    turns_per_cpu_second: float | None
    driver_cpu_per_turn: float
    turns_per_second: float
    saves_per_second: float
    down: float
    up: float
    connects_per_second: float
    joins_per_second: float
    joins_per_cpu_second: float | None
    memory_before: int | None
    memory_per_connection: float | None
    memory_per_room: float | None
    memory_after: int | None
    refusals: dict[str, int]
    failed_rooms: int
    errors: tuple[str, ...]
    out_of_time: bool


def spread(values: Sequence[float]) -> Spread:
    """The percentiles by nearest rank, of no values all zero."""
    ordered = sorted(values)
    if not ordered:
        return Spread(0, 0, 0, 0, 0)
    ranks = (ordered[max(0, math.ceil(share * len(ordered)) - 1)] for share in (0.5, 0.9, 0.99, 1))
    return Spread(len(ordered), *(round(value, 3) for value in ranks))


def figures(
    load: Load, processes: int, samples: Samples, marks: Marks, stages: Stages, commits: Sequence[float]
) -> Figures:
    """Add it up. `load` is the whole one, of all processes together."""
    turns, seats = max(1, samples.turns), load.rooms * load.seats
    asked = [time for what in ACKNOWLEDGED for time in samples.times.get(what, [])]
    cpu = _between(marks.seated.cpu, marks.played.cpu)
    joining = _between(marks.connected.cpu, marks.seated.cpu)
    return Figures(
        load,
        processes,
        seconds=round(samples.seconds, 3),
        turns=samples.turns,
        matches=samples.matches,
        acknowledged=spread(asked),
        undisturbed=undisturbed_of(samples),
        times={what: spread(times) for what, times in sorted(samples.times.items())},
        sizes={what: spread(sizes) for what, sizes in sorted(samples.sizes.items())},
        commits=spread(commits),
        cpu_per_turn=None if cpu is None else cpu / turns * 1000,
        turns_per_cpu_second=samples.turns / cpu if cpu else None,
        driver_cpu_per_turn=samples.cpu / turns * 1000,
        turns_per_second=samples.turns / (samples.seconds or 1),
        saves_per_second=len(samples.times.get("save", [])) / (samples.seconds or 1),
        down=samples.bytes_in / turns / load.seats,
        up=samples.bytes_out / turns / load.seats,
        connects_per_second=seats / (stages.connecting or 1),
        joins_per_second=seats / (stages.sitting or 1),
        joins_per_cpu_second=seats / joining if joining else None,
        memory_before=marks.start.memory,
        memory_per_connection=_each(marks.start.memory, marks.connected.memory, seats),
        memory_per_room=_each(marks.connected.memory, marks.seated.memory, load.rooms),
        memory_after=marks.played.memory,
        refusals=dict(samples.refusals),
        failed_rooms=samples.failed,
        errors=tuple(samples.errors),
        out_of_time=samples.out_of_time,
    )


def undisturbed_of(samples: Samples) -> Undisturbed | None:
    """What the machine's own stalls did not disturb; None where no witness looked for them."""
    seen = samples.witnessed
    if seen is None:
        return None
    acknowledged, update = _calm(samples, seen.stalls, ACKNOWLEDGED), _calm(samples, seen.stalls, ("update",))
    return Undisturbed(acknowledged, update, len(seen.stalls), round(seen.share, 4))


def _calm(samples: Samples, stalls: Sequence[Stall], kinds: Sequence[str]) -> Calm:
    """Of these kinds together."""
    times = [time for what in kinds for time in samples.times.get(what, [])]
    ended = [end for what in kinds for end in samples.ended.get(what, [])]
    left = undisturbed(times, ended, stalls)
    return Calm(spread(left), len(times) - len(left))


def _between(before: float | None, after: float | None) -> float | None:
    return None if before is None or after is None else after - before


def _each(before: float | None, after: float | None, count: int) -> float | None:
    whole = _between(before, after)
    return None if whole is None else whole / count
