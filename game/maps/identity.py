"""The two names of a map that nobody can mistype: the hash of what the rules see of it, and that of its files."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from game.rules.cards import Mode
from game.rules.city import City

_FORMAT = b"neo-sanctum city 1\n"
_PACKAGE = b"neo-sanctum package 1\n"


def package_hash(folder: Path, names: Iterable[str]) -> str:
    """Return the SHA-256, in hexadecimal, of files of a map: their names, lengths and contents.

    It names what to fetch; another preview or a saved tileset changes it, and only it.
    """
    whole = hashlib.sha256(_PACKAGE)
    for name in sorted(names):
        data = (folder / name).read_bytes()
        whole.update(f"{len(name)}:{name}:{len(data)}:".encode() + data)
    return whole.hexdigest()


def rules_hash(city: City, scenario: Mode | None = None) -> str:
    """Return the SHA-256, in hexadecimal, of everything in a city and its scenario that can change a match.

    The map's id, titles, words and looks are left out: a renamed or redrawn map plays the same.
    """
    districts = tuple(msgspec.structs.replace(plan, title="") for plan in city.districts)
    plain = msgspec.structs.replace(city, map_id="", title="", districts=districts)
    whole = hashlib.sha256(_FORMAT + msgspec.json.encode(plain))
    if scenario is not None:
        goals = tuple(msgspec.structs.replace(goal, text="") for goal in scenario.goals)
        whole.update(msgspec.json.encode(msgspec.structs.replace(scenario, goals=goals, map="")))
    return whole.hexdigest()
