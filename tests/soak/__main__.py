"""`python -m tests.soak --matches 10000`: matches one after the other, and whether the memory of the server stays flat.

The real host with its SQLite file plays matches of many kinds, as `tests.soak.matches` has them, in one process with
small players. Every 500 matches a line of a table is printed: the resident memory (RSS) as it is, the same once dead
objects were looked for and free memory was given back, the number of cycles found, of memory blocks and of objects in
use. It ends with how much the tidied memory, and the blocks, grew over the second half, by least squares; the exit status
is 1 if that is more than the bounds. `--trace` tells where what is there to stay was allocated: three times slower.
"""

import argparse
import asyncio
import sys
import tempfile
import time
import tracemalloc
from pathlib import Path
from typing import Final

from server.process import _loop_factory
from tests.soak.samples import HEAD, KIB, Sample, grown, growth, line
from tests.soak.soak import Soak

BOUND: Final = 32.0
"""KiB of memory per 100 matches: the allocator alone makes it drift by half of that, with no block more in use."""

BLOCKS: Final = 0.5
"""Blocks a match: one object forgotten with every other match."""


def main() -> int:
    """Returns 1 if memory grew by more than the bound."""
    flags = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    flags.add_argument("--matches", type=int, default=10_000)
    flags.add_argument("--every", type=int, default=500, help="matches between two samples")
    flags.add_argument("--bound", type=float, default=BOUND, help="KiB per 100 matches")
    flags.add_argument("--trace", action="store_true", help="tell where memory was allocated that stayed")
    given = flags.parse_args()
    began = time.monotonic(), time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        samples = _soak(Path(folder) / "data", given)
    found = growth(samples)
    memory = found.tidied / KIB * 100
    sys.stdout.write(
        f"{time.monotonic() - began[0]:.0f} s, {time.process_time() - began[1]:.0f} s of CPU; "
        f"over the second half {memory:+.1f} KiB per 100 matches (at most {given.bound:g}) "
        f"and {found.blocks:+.2f} blocks a match (at most {BLOCKS:g})\n"
        f"more objects than half-way: {grown(samples)}\n"
    )
    return int(memory > given.bound or found.blocks > BLOCKS)


def _soak(folder: Path, given: argparse.Namespace) -> list[Sample]:
    snapshots: list[tracemalloc.Snapshot] = []

    def heard(sample: Sample) -> None:
        sys.stdout.write(line(sample) + "\n")
        sys.stdout.flush()
        if given.trace:
            snapshots.append(tracemalloc.take_snapshot())

    if given.trace:
        tracemalloc.start(8)
    sys.stdout.write(HEAD + "\n")
    with asyncio.Runner(loop_factory=_loop_factory()) as runner:
        samples = runner.run(Soak(given.matches, given.every, heard).run(folder))
    for place in snapshots[-1].compare_to(snapshots[len(snapshots) // 2], "lineno")[:25] if snapshots else ():
        sys.stdout.write(f"{place}\n")
    return samples


if __name__ == "__main__":
    sys.exit(main())
