"""Putting a map on the player's own shelf, and taking it away."""

import shutil
import tempfile
from pathlib import Path

from game.maps.archive import unpacked
from game.maps.reader import CheckedMap, check
from game.maps.shelf import installed, official, own_folder


def install(source: Path) -> CheckedMap:
    """Copy a map, a folder or a zip, to the player's own, in place of another version of it.

    The old one stays until the new one lies there whole. Raises `MapRefused` for a map with errors,
    FileExistsError for the id of an official map, OSError if it cannot be read or written.
    """
    if source.is_dir():
        checked = check(source)
        return _install(source, checked)
    with unpacked(source) as folder:
        return _install(folder, check(folder))


def remove(map_id: str) -> None:
    """Take a map of the player's own away. Raises `LookupError` if they have none such."""
    if map_id not in installed():
        raise LookupError(f"no map {map_id!r} is installed; there are {', '.join(installed()) or 'none'}")
    shutil.rmtree(own_folder() / map_id)


def _install(folder: Path, checked: CheckedMap) -> CheckedMap:
    map_id = checked.manifest.id
    if map_id in official():
        raise FileExistsError(f"{map_id} is a map of the game; give yours another id in manifest.json")
    shelf = own_folder()
    shelf.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix=".half-", dir=shelf))
    try:
        shutil.copytree(folder, scratch / map_id)
        old = shelf / map_id
        if old.exists():
            old.replace(scratch / "old")
        (scratch / map_id).replace(old)
    finally:
        shutil.rmtree(scratch)
    return checked
