"""`python -m tests.faults.cuts --orders 10000 --cuts 1000`: lines cut at any byte, and what became of the orders."""

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

from game.lab.load.commits import bare_commits
from game.lab.load.figures import spread
from tests.faults.cutting import Toll, cut_often


def main() -> int:
    """Returns 1 if an order was lost, doubled or changed, or a command had two answers."""
    flags = argparse.ArgumentParser(prog="python -m tests.faults.cuts", description=__doc__)
    flags.add_argument("--orders", type=int, default=10_000)
    flags.add_argument("--cuts", type=int, default=1000)
    flags.add_argument("--seed", type=int, default=7)
    given = flags.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        toll = asyncio.run(cut_often(Path(folder) / "data", given.orders, given.cuts, seed=given.seed))
        seconds, bare = time.monotonic() - began, spread(bare_commits(Path(folder)))
    sys.stdout.write(told(toll, seconds))
    sys.stdout.write(f"a bare commit here right after: p50 {bare.p50} ms, p99 {bare.p99} ms\n")
    return int(bool(toll.broken))


def told(toll: Toll, seconds: float) -> str:
    """The toll as text."""
    resumes, missed = toll.resumes, toll.with_ledgers
    return (
        f"{toll.orders} orders and {sum(toll.cuts.values())} cuts {toll.cuts} in {seconds:.0f} s: "
        f"{toll.acknowledged} acknowledged, {toll.turns} turns in {toll.rooms} rooms, refused {toll.refusals}\n"
        f"{resumes.count} resumes: p50 {resumes.p50:.0f} ms, p99 {resumes.p99:.0f} ms, most {resumes.most:.0f} ms; "
        f"{missed.count} of them with missed turns: p50 {missed.p50:.0f} ms, p99 {missed.p99:.0f} ms\n"
        f"stopped within {toll.stopping:.2f} s; {len(toll.broken)} broken promises\n"
        + "".join(f"{words}\n" for words in toll.broken)
    )


if __name__ == "__main__":
    sys.exit(main())
