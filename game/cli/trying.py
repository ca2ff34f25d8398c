"""`map play` and `map watch`: trying a map out while it is made."""

import time
from collections.abc import Callable

import typer

from game.cli.charts import tell_map
from game.cli.complaint import complain
from game.cli.playing import play_match
from game.cli.table import Typed
from game.maps import CheckedMap, MapRefused, check, find
from game.maps.watching import WatchedFolder
from game.protocol.messages import YOU

PAUSE = 0.5
"""Seconds between two looks at a map's files."""


def play_map(name: str, level: str, seed: int | None) -> None:
    """Say what the map is, then play it against computer players; a map with errors is told and not played.

    While the window is open a save of the map shows in it: new looks at once, other rules in a new match.
    """
    checked = _checked(name)
    if checked is None:
        raise typer.Exit(2)
    seats = ",".join([YOU] + [level] * (len(checked.city.starts) - 1))
    play_match(Typed(str(find(name)), seats, seed=seed), watched=find(name))


def watch_map(name: str, rounds: int | None = None, wait: Callable[[float], None] = time.sleep) -> None:
    """Check a map whenever a file of it changes, until Ctrl+C; after so many rounds for tests."""
    try:
        folder = find(name)
    except LookupError as error:
        complain(str(error.args[0]))
    typer.echo(f"Watching {folder}; Ctrl+C ends it.")
    files = WatchedFolder(folder)
    rules = _tell_change(str(folder), "")
    try:
        while rounds is None or rounds > 0:
            if files.has_changed():
                rules = _tell_change(str(folder), rules)
            rounds = None if rounds is None else rounds - 1
            wait(PAUSE)
    except KeyboardInterrupt:
        typer.echo("")


def _tell_change(name: str, rules: str) -> str:
    """Check and say what changed for the rules; gives back the new rules hash, or the old one of a broken map."""
    typer.echo(f"\n{time.strftime('%H:%M:%S')}")
    checked = _checked(name)
    if checked is None:
        return rules
    if rules and checked.rules_hash != rules:
        typer.echo("The rules see another map than before; saves of the old one do not fit it.")
    elif rules:
        typer.echo("Only its looks changed.")
    return checked.rules_hash


def _checked(name: str) -> CheckedMap | None:
    """The map, or None; either way what was found is told."""
    try:
        checked = check(find(name))
    except LookupError as error:
        complain(str(error.args[0]))
    except MapRefused as refused:
        typer.echo(tell_map(name, None, refused.faults))
        return None
    except OSError as error:
        typer.echo(f"{error.filename or name}: {error.strerror or error}")
        return None
    typer.echo(tell_map(name, checked, checked.warnings))
    return checked
