"""What the server counts about itself: plain numbers that the busiest paths raise, read when somebody asks.

One `Meters` belongs to one host. It is touched on the event loop's thread alone, and nothing in it waits,
formats or remembers who: a number can be shown to anybody who runs the server.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import Final

SECONDS: Final = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0)
"""Bounds for what should take milliseconds."""

SIZES: Final = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0, 512.0)
"""Bounds for how many share a commit."""


class Histogram:
    """How often a value fell between fixed bounds. `counts` has one more place than `bounds`: what is above all."""

    __slots__ = ("bounds", "counts", "total")

    def __init__(self, bounds: Sequence[float] = SECONDS) -> None:
        self.bounds = tuple(bounds)
        self.counts = [0] * (len(self.bounds) + 1)
        self.total = 0.0

    def observe(self, value: float) -> None:
        """Count one; a value on a bound belongs below it."""
        self.counts[bisect_left(self.bounds, value)] += 1
        self.total += value

    @property
    def count(self) -> int:
        """How many were observed."""
        return sum(self.counts)

    def quantile(self, share: float) -> float:
        """The bound that `share` of the values, 0 to 1, lie at or below; infinity if it is above the last.

        0 where nothing was observed.
        """
        wanted, seen = share * self.count, 0
        for bound, count in zip((*self.bounds, float("inf")), self.counts, strict=True):
            seen += count
            if seen >= wanted:
                return bound if seen else 0.0
        return float("inf")


class HighWater:
    """The highest value noted lately: since the last `roll` but one."""

    __slots__ = ("_before", "_now")

    def __init__(self) -> None:
        self._before = self._now = 0.0

    def note(self, value: float) -> None:
        """Remember it if nothing lately was higher."""
        if value > self._now:  # noqa: PLR1730 - `max` takes twice as long, and this runs for each message
            self._now = value

    def roll(self) -> None:
        """Begin anew and keep what was highest; called at an even pace, it forgets after two of them."""
        self._before, self._now = self._now, 0.0

    @property
    def value(self) -> float:
        """The highest value lately, 0 if there was none."""
        return max(self._before, self._now)


class Meters:
    """The numbers. Times are in seconds.

    `commands` counts by the type of the act, `refusals` by code, `cuts` by why the server closed or aborted a
    connection. `acknowledged` is from a command's arrival to its answer, `updated` from the arrival of what ended
    a turn to the last update pushed, `committed` one commit of the journal, `shared` how many it held, `thought`
    one slate of a computer player. `letters` counts those to webhooks by what became of them. `watching` is how
    many spectators there are now. `lag` is how late the event loop was; `lag_high` is the worst lately.
    """

    def __init__(self) -> None:
        self.connections_open = 0
        self.connections = 0
        self.frames_in = self.frames_out = 0
        self.bytes_in = self.bytes_out = 0
        self.commands: Counter[type] = Counter()
        self.refusals: Counter[str] = Counter()
        self.cuts: Counter[str] = Counter()
        self.turns = 0
        self.watching = 0
        self.rooms_failed = 0
        self.acknowledged = Histogram()
        self.updated = Histogram()
        self.committed = Histogram()
        self.shared = Histogram(SIZES)
        self.commits_failed = 0
        self.thinking = 0
        self.thought = Histogram()
        self.thoughts_failed = 0
        self.letters: Counter[str] = Counter()
        self.lag = Histogram()
        self.lag_high = HighWater()
        self.inbox_high = HighWater()
        self.unsent_high = HighWater()

    def roll(self) -> None:
        """Let every high-water mark forget; see `HighWater.roll`."""
        for mark in (self.lag_high, self.inbox_high, self.unsent_high):
            mark.roll()
