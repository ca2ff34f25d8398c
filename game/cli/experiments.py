"""`lab run`: many matches of computer players, with progress, a table, and JSON to count further."""

import os
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from game.cli.complaint import complain, interrupted
from game.cli.output import write_or_complain
from game.cli.table import MatchTable
from game.lab.matches import MatchResult, MatchSetup, run_matches
from game.lab.report import figures, report, to_json
from game.lab.seats import SeatsError, no_people


def run_lab(set_for: MatchTable, games: int, seed: int, json: Path | None, workers: int | None) -> None:
    """Play so many matches with the seeds from `seed` on; print the table, write the JSON if asked to."""
    try:
        no_people(set_for.seats)
    except SeatsError as error:
        complain(str(error))
    if json is not None:
        # A file that cannot be written is told before hours of matches, not after.
        write_or_complain(json, b"", "ab")
    setup = MatchSetup(set_for.city, set_for.whole(), set_for.length, set_for.setting())
    try:
        results = _with_progress(setup, range(seed, seed + games), workers or os.cpu_count() or 1)
    except KeyboardInterrupt:
        interrupted()
    found = figures(setup, results)
    Console().print(report(found))
    if json is not None:
        write_or_complain(json, to_json(found, results) + b"\n", "wb")


def _with_progress(setup: MatchSetup, seeds: Sequence[int], workers: int) -> tuple[MatchResult, ...]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("matches", total=len(seeds))
        return run_matches(setup, seeds, lambda _result: progress.advance(task), workers)
