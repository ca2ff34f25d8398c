"""Where maps are kept: those that ship with the game, those a player installed; and how one is found."""

from pathlib import Path
from typing import Final

import platformdirs
from msgspec import Struct

from game import resources
from game.maps.document import FILE

APP: Final = "neo-sanctum"


class Shelved(Struct, frozen=True):
    """A map on a shelf: its id, its folder, and whether it ships with the game."""

    id: str
    folder: Path
    is_official: bool


def official() -> tuple[str, ...]:
    """Return the ids of the maps that ship with the game, sorted. Each is a folder of that name."""
    return tuple(sorted(path.parent.name for path in resources.maps_folder().glob(f"*/{FILE}")))


def own_folder() -> Path:
    """Where the player's installed maps are, a folder each; it need not be there."""
    return Path(platformdirs.user_data_dir(APP)) / "maps"


def installed() -> tuple[str, ...]:
    """Return the ids of the maps the player installed, sorted. What the folder holds was not checked again."""
    return tuple(sorted(path.parent.name for path in own_folder().glob(f"*/{FILE}")))


def shelved() -> tuple[Shelved, ...]:
    """Return all maps that can be played by their id: the official ones first."""
    ours = [Shelved(name, resources.maps_folder() / name, is_official=True) for name in official()]
    theirs = [Shelved(name, own_folder() / name, is_official=False) for name in installed()]
    return (*ours, *(entry for entry in theirs if entry.id not in official()))


def find(map_id: str) -> Path:
    """Return the folder of a map by its id, or of any map by the path of its folder or of its map.tmx.

    An official map goes before a folder, a folder before an installed map: what lies here is what is meant.
    Raises `LookupError` naming the maps there are.
    """
    known_by_id = {entry.id: entry for entry in shelved()}
    entry = known_by_id.get(map_id)
    if entry is not None and entry.is_official:
        return entry.folder
    path = Path(map_id)
    if path.name == FILE and path.is_file():
        path = path.parent
    if path.is_dir():
        return path
    if entry is not None:
        return entry.folder
    known = ", ".join(known_by_id)
    raise LookupError(
        f"no map {map_id!r}: neither a map of the game or of yours ({known}) nor a folder; "
        "give one of these ids or the path of a folder with a map.tmx"
    )
