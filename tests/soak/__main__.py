"""`python -m tests.soak --matches 10000`: matches one after the other, and whether the memory of the server stays flat.

The real host with its SQLite file plays matches of many kinds, as `tests.soak.matches` has them, in one process with
small players. Every 500 matches a line of a table is printed: the resident memory (RSS) as it is, the same once dead
objects were looked for and free memory was given back, the number of cycles found, of memory blocks and of objects in
use. It ends with how much the tidied memory grew per 100 matches over the second half, by least squares; the exit
status is 1 if that is more than the bound. `--trace` tells where what is there to stay was allocated: three times slower.
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
from tests.soak.samples import HEAD, KIB, Sample, grown, line, slope
from tests.soak.soak import Soak

BOUND: Final = 16.0
"""KiB per 100 matches: 1.6 MiB in 10,000."""


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
    found = slope(samples) / KIB * 100
    sys.stdout.write(
        f"{time.monotonic() - began[0]:.0f} s, {time.process_time() - began[1]:.0f} s of CPU; "
        f"over the second half {found:+.1f} KiB per 100 matches, at most {given.bound:g} are allowed\n"
        f"more objects than half-way: {grown(samples)}\n"
    )
    return int(found > given.bound)


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
    for growth in (
        snapshots[-1].compare_to(snapshots[len(snapshots) // 2], "lineno")[:25] if snapshots else ()
    ):
        sys.stdout.write(f"{growth}\n")
    return samples


if __name__ == "__main__":
    sys.exit(main())
