"""The commands that open a window, and what they do where there is none."""

import secrets
from functools import partial
from pathlib import Path

import typer
from msgspec.structs import replace

from game.ai.roster import LEVELS
from game.cli.complaint import complain
from game.cli.display import HOW_TO_GET_A_WINDOW, has_display
from game.cli.hosting import host_headless
from game.cli.joining import see_to_maps
from game.cli.late_launcher import LateLauncher
from game.cli.launcher import LocalLauncher
from game.cli.running import run_async
from game.cli.spectating import Wanted, spectate
from game.cli.table import MatchTable, Typed, set_table
from game.cli.terms import TypedTerms, terms_of
from game.cli.watch import watch
from game.cli.window import open_window
from game.client.launcher import MatchPlan, Opening
from game.lab.seats import SeatsError, no_people, one_of_you
from game.protocol.messages import OPEN, YOU, SeatPlan

PLAYER = "Player"
HOST = "Host"
PAUSE = 1.0
"""Seconds between the turns of a match that is told for want of a window."""


def play_match(typed: Typed, watched: Path | None = None) -> None:
    """A match against computer players; without a display, one to watch. It follows a `watched` map's saves."""
    table = set_table(typed)
    try:
        one_of_you(table.seats)
    except SeatsError as error:
        complain(str(error))
    if any(plan.player == OPEN for plan in table.seats):
        complain(f"seats: found {OPEN!r} in a match that nobody else can join. Mend: use `neo-sanctum host`")
    if has_display():
        plan = plan_of(table, PLAYER, seed=typed.seed)
        folders = shelves(typed.map_id)
        open_window(LateLauncher(maps=folders), Opening(solo=plan, maps=folders, watched=watched))
    else:
        watch_instead(table, typed.seed)


def host_match(port: int, typed: Typed, terms: TypedTerms) -> None:
    """A match that others can join; without a display the first of them takes it over."""
    table = set_table(typed)
    try:
        one_of_you(table.seats)
    except SeatsError as error:
        complain(str(error))
    plan = replace(plan_of(table, HOST), terms=terms_of(terms))
    folders = shelves(typed.map_id)
    if has_display():
        open_window(LateLauncher(port, folders), Opening(host=plan, maps=folders))
        return
    if all(seat.player != OPEN for seat in table.seats):
        complain(
            "seats: found no open seat; without a display nobody plays here. "
            f"Mend: leave a seat open, e.g. --seats {YOU},{OPEN},{LEVELS[-1]}"
        )
    typer.echo(HOW_TO_GET_A_WINDOW, err=True)
    run_async(host_headless(LocalLauncher(port, folders), plan, typer.echo))


def join_match(address: str, *, accept_maps: bool = False) -> None:
    """Somebody else's match, in a window; without a display only what it needs of maps."""
    if has_display():
        open_window(LateLauncher(), Opening(join=address, accept_maps=accept_maps))
        return
    typer.echo(HOW_TO_GET_A_WINDOW, err=True)
    run_async(_see_to_maps(address, accept_maps=accept_maps))


async def _see_to_maps(address: str, *, accept_maps: bool) -> None:
    here = await see_to_maps(LocalLauncher(), address, accept=accept_maps, tell=typer.echo)
    if not here:
        complain(f"a map is missing here. Mend: neo-sanctum join {address} --accept-maps")


def watch_match(typed: Typed, seed: int, delay: float) -> None:
    """A match of computer players, told in the terminal."""
    table = set_table(replace(typed, seed=seed))
    try:
        no_people(table.seats)
    except SeatsError as error:
        complain(str(error))
    run_async(watch(table, seed, delay, typer.echo))


def watch_other(address: str, password: str, *, whole: bool, plain: bool) -> None:
    """Somebody's match, told in the terminal; `plain` says that no match of computer players was described as well."""
    if not address:
        complain(
            "--password and --whole are for somebody's match, and none is named. Mend: give ADDRESS/CODE"
        )
    if not plain:
        complain(
            f"{address} is somebody's match, and --map, --seats, --length, --mode, --temper, --neutral and --seed "
            "describe another one. Mend: leave them away, or the address"
        )
    run_async(spectate(Wanted(address, password, whole), typer.echo, partial(typer.echo, err=True)))


def plan_of(table: MatchTable, player: str, seed: int | None = None) -> MatchPlan:
    """The match of a table, as a launcher starts it."""
    return MatchPlan(
        player,
        table.city.map_id,
        table.seats,
        table.length,
        seed=seed,
        mode=table.mode,
        temper=table.temper,
        neutral=table.neutral,
    )


def shelves(map_id: str) -> tuple[Path, ...]:
    """The folder that a map lies in which was named by its own folder."""
    folder = Path(map_id)
    return (folder.resolve().parent,) if folder.is_dir() else ()


def watch_instead(table: MatchTable, seed: int | None) -> None:
    """Say why there is no window, and tell the match with a computer player in every seat."""
    typer.echo(f"{HOW_TO_GET_A_WINDOW} Here is a match of computer players instead.", err=True)
    seats = tuple(
        SeatPlan(seat.faction, seat.player if seat.player in LEVELS else LEVELS[-1]) for seat in table.seats
    )
    chosen = secrets.randbits(32) if seed is None else seed
    run_async(watch(replace(table, seats=seats), chosen, PAUSE, typer.echo))
