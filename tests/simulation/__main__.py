"""`python -m tests.simulation --seed N -v` tells one story; `--seeds A B` plays all from A to before B."""

import argparse
import sys
import time
from collections import Counter

from tests.simulation.simulation import Report, simulate

LINES = 60
"""Of the trace of a seed that broke a promise, unless all are asked for."""


def main() -> int:
    """Play what the command line names; returns 1 if a promise was broken."""
    flags = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    flags.add_argument("--seed", type=int, help="one seed")
    flags.add_argument("--seeds", type=int, nargs=2, default=(0, 1000), metavar=("FROM", "TO"))
    flags.add_argument("-v", "--verbose", action="store_true", help="the whole trace")
    given = flags.parse_args()
    seeds = [given.seed] if given.seed is not None else range(*given.seeds)
    began = time.process_time()
    reports = []
    for seed in seeds:
        report = simulate(seed)
        reports.append(report)
        if report.broken or given.verbose:
            sys.stdout.write(told(report, whole=given.verbose))
    sys.stdout.write(summary(reports, time.process_time() - began))
    return int(any(report.broken for report in reports))


def told(report: Report, *, whole: bool) -> str:
    """The story of a seed as text: its trace, then what was broken."""
    lines = report.trace if whole else report.trace[-LINES:]
    return "\n".join([*lines, *(f"seed {report.seed}: {words}" for words in report.broken), ""])


def summary(reports: list[Report], seconds: float) -> str:
    """What all the seeds came to."""
    broken = [report.seed for report in reports if report.broken]
    more: Counter[str] = Counter()
    for report in reports:
        more.update(report.more)
    return (
        f"{len(reports)} seeds in {seconds:.1f} s of CPU: {sum(r.turns for r in reports)} turns, "
        f"{sum(r.acknowledged for r in reports)} acknowledged slates played, "
        f"{sum(r.lives for r in reports)} lives of the server, {sum(r.wires for r in reports)} connections, "
        f"{', '.join(f'{count} {what}' for what, count in sorted(more.items()))}; "
        f"broken promises in {len(broken)} seeds: {broken[:20]}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
