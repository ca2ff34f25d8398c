"""What was measured: latencies, sizes and counts, of one process or of several together."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct, field

from game.lab.load.stalls import Witnessed

MOST_ERRORS = 20
"""Errors that are kept with their words; the others are counted."""


class Samples(Struct):
    """Lists of single measurements by name, and counts.

    `times` are milliseconds: of acknowledgements by what was asked (`save`, `ready`), `update` from the last
    ready of a room to everybody's update, `begin` from the start to everybody's snapshot, `late` by how much a
    paced slate went out late. `sizes` are bytes of an `update`, of its `patch` and its `ledger`, of a `begin`.
    `ended` has for each of the times when it ended, in seconds by `perf_counter`; on Linux, where that is
    CLOCK_MONOTONIC, it is the same clock in all processes. `witnessed` is what the machine's witness saw, None
    where there was none. `bytes_in` and `bytes_out` are of the turns alone, `seconds` what they took, `cpu` the process' own seconds.
    """

    times: dict[str, list[float]] = field(default_factory=dict)
    ended: dict[str, list[float]] = field(default_factory=dict)
    sizes: dict[str, list[int]] = field(default_factory=dict)
    refusals: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)
    failed: int = 0
    turns: int = 0
    matches: int = 0
    bytes_in: int = 0
    bytes_out: int = 0
    seconds: float = 0.0
    cpu: float = 0.0
    out_of_time: bool = False
    witnessed: Witnessed | None = None

    def took(self, what: str, since: float, now: float) -> None:
        """Note a latency: from when until when, by `perf_counter`."""
        self.times.setdefault(what, []).append((now - since) * 1000)
        self.ended.setdefault(what, []).append(now)

    def weighed(self, what: str, size: int) -> None:
        """Note a size in bytes."""
        self.sizes.setdefault(what, []).append(size)

    def failure(self, words: str) -> None:
        """Note that a room could not go on."""
        self.failed += 1
        if len(self.errors) < MOST_ERRORS:
            self.errors.append(words)


def together(parts: Iterable[Samples]) -> Samples:
    """The samples of processes that ran side by side, as one; none of them has a witness of its own."""
    whole = Samples()
    for part in parts:
        for name, times in part.times.items():
            whole.times.setdefault(name, []).extend(times)
            whole.ended.setdefault(name, []).extend(part.ended[name])
        for name, sizes in part.sizes.items():
            whole.sizes.setdefault(name, []).extend(sizes)
        whole.refusals += part.refusals
        whole.errors = (whole.errors + part.errors)[:MOST_ERRORS]
        whole.failed += part.failed
        whole.turns += part.turns
        whole.matches += part.matches
        whole.bytes_in += part.bytes_in
        whole.bytes_out += part.bytes_out
        whole.seconds = max(whole.seconds, part.seconds)
        whole.cpu += part.cpu
        whole.out_of_time |= part.out_of_time
    return whole
