"""The figures of a load as a table, and as JSON."""

from collections.abc import Iterator

import msgspec
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from game.lab.load.figures import Calm, Figures, Spread
from game.lab.load.stalls import AFTERMATH

_SHOWN = 5
"""Errors that are told on the terminal; JSON has them all."""


def report(found: Figures) -> Group:
    """All figures, for a terminal."""
    return Group(_spreads(found), *_stalls(found), _costs(found), *_troubles(found))


def to_json(found: Figures) -> bytes:
    """All figures, to count further with."""
    return msgspec.json.format(msgspec.json.encode(found), indent=2)


def _spreads(found: Figures) -> Table:
    table = Table(title=_title(found))
    for heading in ("", "count", "p50", "p90", "p99", "most"):
        table.add_column(heading, justify="left" if not heading else "right")
    calm = found.undisturbed
    rows = {
        "acknowledged, ms": found.acknowledged,
        "  of it undisturbed, ms": None if calm is None else calm.acknowledged,
        "  of it saves, ms": found.times.get("save"),
        "  of it readies, ms": found.times.get("ready"),
        "last ready to update, ms": found.times.get("update"),
        "  of them undisturbed, ms": None if calm is None else calm.update,
        "start to first view, ms": found.times.get("begin"),
        "sent late, ms": found.times.get("late"),
        "bare commit, ms": found.commits,
        "update, bytes": found.sizes.get("update"),
        "  its patch, bytes": found.sizes.get("patch"),
        "  its ledger, bytes": found.sizes.get("ledger"),
        "first view, bytes": found.sizes.get("begin"),
    }
    for name, row in rows.items():
        spread = row.spread if isinstance(row, Calm) else row
        if spread is not None and (spread.count or isinstance(row, Calm)):
            table.add_row(name, *_cells(name, spread))
    return table


def _cells(name: str, spread: Spread) -> list[str]:
    if not spread.count:
        return ["0", *["-"] * 4]
    places = 0 if name.endswith("bytes") else 2
    values = (spread.p50, spread.p90, spread.p99, spread.most)
    return [f"{spread.count:,}", *(f"{value:,.{places}f}" for value in values)]


def _stalls(found: Figures) -> Iterator[Text]:
    """What the undisturbed rows leave out."""
    calm = found.undisturbed
    if calm is None:
        return
    updates = calm.update.left_out + calm.update.spread.count
    yield Text(
        f"The machine itself stood still {calm.stalls} times, {calm.share:.1%} of the time. Undisturbed leaves out "
        f"what met such a stall or came within {AFTERMATH:g} times its length after it: {calm.acknowledged.left_out:,} "
        f"of {found.acknowledged.count:,} acknowledgements, {calm.update.left_out:,} of {updates:,} updates."
    )


def _title(found: Figures) -> str:
    load = found.load
    pace = (
        "as fast as it goes" if load.saves_per_second is None else f"{load.saves_per_second:g} saves a second"
    )
    return f"{load.rooms} rooms of {load.seats}, {load.turns} turns each, {load.saves_per_turn} saves a turn, {pace}"


def _costs(found: Figures) -> Table:
    table = Table(show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for name, value in _cost_rows(found):
        if value is not None:
            table.add_row(name, f"{value:,.2f}" if value < 100 else f"{value:,.0f}")
    return table


def _cost_rows(found: Figures) -> Iterator[tuple[str, float | None]]:
    yield "turns", found.turns
    yield "seconds", found.seconds
    yield "turns a second", found.turns_per_second
    yield "saves a second", found.saves_per_second
    yield "server's CPU a turn, ms", found.cpu_per_turn
    yield "turns a CPU second", found.turns_per_cpu_second
    yield "the load's own CPU a turn, ms", found.driver_cpu_per_turn
    yield "down, bytes a seat and turn", found.down
    yield "up, bytes a seat and turn", found.up
    yield "connects a second", found.connects_per_second
    yield "joins a second", found.joins_per_second
    yield "joins a CPU second", found.joins_per_cpu_second
    yield "memory before, MiB", _scaled(found.memory_before, 2**20)
    yield "memory a connection, KiB", _scaled(found.memory_per_connection, 2**10)
    yield "memory a room, KiB", _scaled(found.memory_per_room, 2**10)
    yield "memory after, MiB", _scaled(found.memory_after, 2**20)


def _scaled(value: float | None, unit: int) -> float | None:
    return None if value is None else value / unit


def _troubles(found: Figures) -> Iterator[RenderableType]:
    for code, count in sorted(found.refusals.items()):
        yield Text(f"refused {count} times: {code}")
    if found.out_of_time:
        yield Text(f"time was up after {found.load.within:g} s: the figures are of what was played by then")
    if found.failed_rooms:
        yield Text(f"{found.failed_rooms} rooms could not go on:")
    for words in found.errors[:_SHOWN]:
        yield Text(f"  {words}")
