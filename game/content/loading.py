"""Reading the ruleset from its TOML files, and refusing what does not fit, with the place and the mend."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Final

import msgspec

from game.content.fault import ContentError, Fault
from game.content.meaning import meaning_faults
from game.content.reading import Reader
from game.rules.basics import Rule
from game.rules.cards import EventCard, LandmarkRule, LawCard, MandateCard, Mode, Temper
from game.rules.faction import Faction
from game.rules.ruleset import Ruleset

CARDS: Final[dict[str, type[Rule]]] = {
    "laws": LawCard,
    "events": EventCard,
    "mandates": MandateCard,
    "landmarks": LandmarkRule,
    "tempers": Temper,
}
"""Kinds that stand together in one file, each an array of that name."""

FOLDERS: Final[dict[str, type[Rule]]] = {"factions": Faction, "modes": Mode}
"""Kinds that have a folder, and in it a file each."""

_NUMBERS = msgspec.defstruct(
    "Numbers",
    [
        (field.name, field.type)
        for field in msgspec.structs.fields(Ruleset)
        if field.name not in CARDS and field.name not in FOLDERS
    ],
    bases=(Rule,),
    frozen=True,
    forbid_unknown_fields=True,
)
"""What is left of a ruleset for `rules.toml`."""


@cache
def ruleset() -> Ruleset:
    """The ruleset that ships with the game. Raises ContentError if its files are broken."""
    return load(files("game.content"))


def load(folder: Traversable) -> Ruleset:
    """The ruleset in a folder: `rules.toml`, a file for each kind of card, `factions/` and `modes/`.

    Raises ContentError with every fault that was found: file, table and key, what was found and expected, and
    the mend. Where something does not fit its type, that is told first; what the content means is only looked
    at when all types fit.
    """
    read, faults = read_all(folder)
    if read is None:
        raise ContentError(faults)
    faults.extend(meaning_faults(read))
    if faults:
        raise ContentError(faults)
    return read


def read_all(folder: Traversable) -> tuple[Ruleset | None, list[Fault]]:
    """The ruleset as far as types go, None if they do not fit, and the faults found so far."""
    reader = Reader(folder)
    numbers = reader.table("rules.toml", _NUMBERS)
    parts: dict[str, Any] = {name: reader.tables(name, kind) for name, kind in FOLDERS.items()}
    parts |= {name: reader.cards(f"{name}.toml", kind) for name, kind in CARDS.items()}
    if numbers is None or reader.faults:
        return None, reader.faults
    return Ruleset(**msgspec.structs.asdict(numbers), **parts), []
