"""Where maps are kept, and how one is found by its id."""

from pathlib import Path

from game import resources
from game.maps.document import FILE


def official() -> tuple[str, ...]:
    """Return the ids of the maps that ship with the game, sorted. Each is a folder of that name."""
    return tuple(sorted(path.parent.name for path in resources.maps_folder().glob(f"*/{FILE}")))


def find(map_id: str) -> Path:
    """Return the folder of an official map by its id, or of any map by the path of its folder.

    Raises `LookupError` naming the maps there are.
    """
    if map_id in official():
        return resources.maps_folder() / map_id
    path = Path(map_id)
    if path.is_dir():
        return path
    raise LookupError(
        f"no map {map_id!r}: neither an official map ({', '.join(official())}) nor a folder; "
        "give one of these ids or the path of a folder with a map.tmx"
    )
