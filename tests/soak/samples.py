"""What the process holds, looked at now and then, and how fast that grows."""

import gc
import sys
import tracemalloc
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from server.memory import give_back

KIB: Final = 1024
_PAGE: Final = 4096


class Sample(Struct, frozen=True):
    """The process after so many matches. Sizes are in bytes.

    `lived_in` is its memory as it was, `tidied` once Python had looked for cycles of dead objects, of which it found
    `cycles`, and what was free had been given back to the system. `blocks` are pieces of memory in use by Python,
    `objects` those that can be part of a cycle. `traced` is what Python allocated since tracing began, 0 without it.
    """

    matches: int
    turns: int
    lived_in: int
    tidied: int
    cycles: int
    blocks: int
    objects: int
    traced: int
    kinds: Counter[str]


def take(matches: int, turns: int) -> Sample:
    """Look at this process; a collection and some tenths of a second."""
    lived_in = resident()
    cycles = gc.collect()
    give_back()
    found = gc.get_objects()
    kinds = Counter(type(one).__qualname__ for one in found)
    traced = tracemalloc.get_traced_memory()[0] if tracemalloc.is_tracing() else 0
    return Sample(
        matches, turns, lived_in, resident(), cycles, sys.getallocatedblocks(), len(found), traced, kinds
    )


def resident() -> int:
    """Bytes of this process in memory."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * _PAGE


class Growth(Struct, frozen=True):
    """By how much a match makes the process grow over the second half of them: bytes of tidied memory, and blocks."""

    tidied: float
    blocks: float


def growth(samples: Sequence[Sample]) -> Growth:
    """Over the second half, by least squares. Every object that is not let go of is a block at least."""
    half = [one for one in samples if one.matches * 2 >= samples[-1].matches]
    matches = [one.matches for one in half]
    return Growth(trend(matches, [one.tidied for one in half]), trend(matches, [one.blocks for one in half]))


def trend(matches: Sequence[int], sizes: Sequence[int]) -> float:
    """By how much a size grows with each match, by least squares; 0 for a single sample."""
    middle, mean = sum(matches) / len(matches), sum(sizes) / len(sizes)
    spread = sum((x - middle) ** 2 for x in matches)
    return (
        sum((x - middle) * (y - mean) for x, y in zip(matches, sizes, strict=True)) / spread
        if spread
        else 0.0
    )


def grown(samples: Sequence[Sample], most: int = 12) -> list[tuple[str, int]]:
    """The kinds of objects of which there are more at the end than half-way, and how many more."""
    half = next(one for one in samples if one.matches * 2 >= samples[-1].matches)
    more = samples[-1].kinds - half.kinds
    return more.most_common(most)


HEAD: Final = (
    f"{'matches':>8} {'turns':>8} {'RSS MiB':>8} {'tidied':>8} {'cycles':>8} {'blocks':>9} {'objects':>9}"
)


def line(sample: Sample) -> str:
    """The sample as a line of the table that `HEAD` heads."""
    return (
        f"{sample.matches:8,} {sample.turns:8,} {sample.lived_in / KIB**2:8.1f} {sample.tidied / KIB**2:8.1f} "
        f"{sample.cycles:8,} {sample.blocks:9,} {sample.objects:9,}"
    )
