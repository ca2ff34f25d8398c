"""Reading the ruleset from its TOML files, and refusing what does not fit, with the place and the mend."""

import tomllib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar

import msgspec

from game.content.meaning import meaning_faults
from game.rules.faction import Faction
from game.rules.ruleset import Ruleset

_T = TypeVar("_T")


class ContentError(Exception):
    """The content cannot be used; the message has one line per fault: where, found, expected, mend."""


@cache
def ruleset() -> Ruleset:
    """The ruleset that ships with the game. Raises ContentError if its files are broken."""
    return load(files("game.content"))


def load(folder: Traversable) -> Ruleset:
    """The ruleset in a folder: `rules.toml` and one file per faction in `factions/`.

    Raises ContentError naming file, table and key, what was found and expected, and the mend; faults
    of meaning are all told at once.
    """
    numbers = _table(folder / "rules.toml")
    factions = {}
    for path in sorted((folder / "factions").iterdir(), key=lambda path: path.name):
        if path.name.endswith(".toml"):
            faction = _convert(path, _table(path), Faction)
            factions[faction.key] = msgspec.to_builtins(faction)
    loaded = _convert(folder / "rules.toml", {**numbers, "factions": factions}, Ruleset)
    faults = meaning_faults(loaded)
    if faults:
        raise ContentError("\n".join(faults))
    return loaded


def _table(path: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ContentError(f"{path.name}: the file is missing. Mend: put it into the folder.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(f"{path.name}: {error}. Mend: write valid TOML in UTF-8.") from error


def _convert(path: Traversable, table: dict[str, Any], kind: type[_T]) -> _T:
    try:
        return msgspec.convert(table, type=kind)
    except msgspec.ValidationError as error:
        what, _, where = str(error).partition(" - at ")
        place = where.strip("`").removeprefix("$.") or "top level"
        raise ContentError(f"{path.name}: {place}: {what}. Mend: correct this key.") from error
