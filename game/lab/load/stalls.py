"""When the machine itself stood still, and what of a load that did not touch."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from statistics import median

from msgspec import Struct

SLOW = 3.0
"""A piece of work that took so many times its usual CPU met a stall. What shares a core or its caches does less."""

AFTERMATH = 2.0
"""For so many times a stall's length it counts as going on: what came meanwhile is still being worked off.

A server that is busy two thirds of the time needs twice as long for a pile as it took to grow. With more to do it
needs longer, and what it then still answers late counts as undisturbed.
"""


class Look(Struct, frozen=True, gc=False):
    """One look of the witness: seconds by `perf_counter` around its piece of work, and the CPU seconds it took."""

    begin: float
    end: float
    cpu: float


class Stall(Struct, frozen=True):
    """The machine stood still, or all but did: at some time between these two, in seconds by `perf_counter`."""

    begin: float
    end: float


class Witnessed(Struct, frozen=True):
    """What a witness has to say: for how many seconds it looked, and the stalls in them, in order."""

    seconds: float
    stalls: tuple[Stall, ...]

    @property
    def share(self) -> float:
        """The part of the time that was stalls, 0 to 1."""
        return sum(stall.end - stall.begin for stall in self.stalls) / (self.seconds or 1)


def witnessed(looks: Sequence[Look]) -> Witnessed:
    """Find the stalls in all looks of a witness, which are in order.

    A stall goes from the last good look before to the first good one after; two that share such a look are one. Usual
    is the median of all: a machine that stalls for half of the time or more is not found out.
    """
    if not looks:
        return Witnessed(0.0, ())
    slow = SLOW * median(look.cpu for look in looks)
    bad = [number for number, look in enumerate(looks) if look.cpu >= slow]
    last = len(looks) - 1
    spans = ((looks[max(0, number - 1)].begin, looks[min(last, number + 1)].end) for number in bad)
    stalls = tuple(Stall(begin, end) for begin, end in _joined(spans))
    return Witnessed(looks[-1].end - looks[0].begin, stalls)


def undisturbed(times: Sequence[float], ended: Sequence[float], stalls: Sequence[Stall]) -> list[float]:
    """Those of the times, in milliseconds, that touch neither a stall nor its aftermath; `ended` is when each did.

    What takes long is likelier to meet a stall: where much is left out, some of it was slow for other reasons.
    """
    troubles = _joined((stall.begin, stall.end + AFTERMATH * (stall.end - stall.begin)) for stall in stalls)
    ends = [end for _, end in troubles]

    def is_calm(time: float, end: float) -> bool:
        place = bisect_left(ends, end - time / 1000)
        return place == len(troubles) or end < troubles[place][0]

    return [time for time, end in zip(times, ended, strict=True) if is_calm(time, end)]


def _joined(spans: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """The same time in spans that do not touch; they come in the order of their begins."""
    joined: list[tuple[float, float]] = []
    for begin, end in spans:
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((begin, end))
    return joined
