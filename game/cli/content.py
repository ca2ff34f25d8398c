"""`content`: the check of laws, events, factions, modes and numbers."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import typer

from game.cli.complaint import complain
from game.content.fault import ContentError, Fault
from game.content.loading import load
from game.rules.cards import Mode
from game.rules.ruleset import Ruleset


def check_content(folder: Path | None) -> None:
    """Print what a folder of content holds. Complains with one line for each fault where it cannot be played.

    Without a folder the content that ships with the game is checked.
    """
    if folder is not None and not folder.is_dir():
        complain(f"no folder {folder}. Mend: name a copy of game/content")
    place: Traversable = folder or files("game.content")
    try:
        ruleset = load(place)
        faults = list(stage_faults(ruleset))
    except ContentError as error:
        ruleset, faults = None, list(error.faults)
    for fault in faults:
        typer.echo(str(fault))
    if ruleset is None or faults:
        complain(f"the content cannot be played: {len(faults)} {'fault' if len(faults) == 1 else 'faults'}")
    typer.echo(_summary(ruleset))


def stage_faults(ruleset: Ruleset) -> Iterator[Fault]:
    """What only the maps can tell of a scenario: whether its map and its districts exist."""
    for mode in ruleset.modes.values():
        if mode.map is not None:
            yield from _stage(mode, mode.map)


def _stage(mode: Mode, map_id: str) -> Iterator[Fault]:
    # Maps read the content that ships, so they wait until that is known to be sound.
    from game.maps import MapRefused, check, find  # noqa: PLC0415

    file = f"modes/{mode.key}.toml"
    try:
        city = check(find(map_id)).city
    except (LookupError, MapRefused, OSError) as error:
        told = " ".join(str(error.args[0] if error.args else error).splitlines())
        yield Fault(file, "map", repr(map_id), f"a map that can be played: {told}", "name another map")
        return
    known = [plan.key for plan in city.districts]
    for index, item in enumerate(mode.script):
        if item.district not in known:
            expected = f"one of {', '.join(known)}"
            yield Fault(file, f"script[{index}].district", repr(item.district), expected, "correct the key")


def _summary(ruleset: Ruleset) -> str:
    counts = {
        "factions": len(ruleset.factions),
        "laws": len(ruleset.laws),
        "events": len(ruleset.events),
        "mandates": len(ruleset.mandates),
        "landmarks": len(ruleset.landmarks),
        "tempers": len(ruleset.tempers),
        "modes": len(ruleset.modes),
    }
    return "no faults: " + ", ".join(f"{count} {name}" for name, count in counts.items())
