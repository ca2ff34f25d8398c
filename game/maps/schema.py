"""The one table of object layers, classes and properties that a map may use (maps format 1).

The gate checks by it, and the files that teach Tiled the properties are to be made from it.
"""

from typing import Final

from msgspec import Struct

from game.content import ruleset
from game.rules.ids import ANY_FACTION
from game.rules.measure import CITY_READINGS, SEAT_READINGS

WEALTHS: Final = ("underserved", "mixed", "affluent")
LINK_KINDS: Final = ("street", "metro", "ferry", "bridge", "skyway", "blocked")
LANDMARKS: Final = tuple(ruleset().landmarks)
"""A map may place the landmarks that the content has a rule for."""

KEY_FORM: Final = r"[a-z][a-z0-9_]{0,31}"
TITLE_FORM: Final = r"[^\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]{1,40}"


TEXT_FORM: Final = TITLE_FORM.replace("{1,40}", "{1,120}")
PATH_FORM: Final = r"[a-z][a-z0-9_]{0,31}(\.[a-z0-9_]{1,32}){1,4}"


class Whole(Struct, frozen=True):
    """A whole number `low`..`high`; without a default it must be set."""

    low: int
    high: int
    default: int | None = None


class Choice(Struct, frozen=True):
    """One word of `values`; without a default it must be set."""

    values: tuple[str, ...]
    default: str | None = None


class Text(Struct, frozen=True):
    """Text matching `form`, which `expected` says in words; empty when it is not set."""

    form: str
    expected: str
    default: str | None = ""


class Tiles(Struct, frozen=True):
    """A length in tiles, read in quarter tiles: `low`, `high` and `default` are quarters."""

    low: int
    high: int
    default: int


Property = Whole | Choice | Text | Tiles

_KEY = Text(KEY_FORM, "a..z, 0..9 and '_', a letter first, at most 32")
_TITLE = Text(TITLE_FORM, "1 to 40 characters, none of them a control or direction sign")


class ObjectClass(Struct, frozen=True):
    """What objects of a class are: their layer, their shapes as Tiled names them, their properties."""

    layer: str
    shapes: tuple[str, ...]
    properties: dict[str, Property]


MAP_PROPERTIES: Final[dict[str, Property]] = {
    "turns": Choice(("12", "24", "36"), "24"),
    "seed": Whole(-(2**31), 2**31 - 1, 0),
    "mode": Choice(("free", "common-cause"), "free"),
    "adjacency": Choice(("border", "links", "both"), "both"),
    "min_border": Tiles(2, 32, 4),
}

CLASSES: Final[dict[str, ObjectClass]] = {
    "district": ObjectClass(
        "districts",
        ("polygon", "rectangle", "point"),
        {
            "key": _KEY,
            "title": _TITLE,
            "population": Whole(1, 12, 5),
            "wealth": Choice(WEALTHS, "mixed"),
            "need": Whole(0, 100, 40),
            "lean": Whole(-100, 100, 0),
            "unrest": Whole(0, 10, 1),
            "slots": Whole(1, 4, 2),
            "quarter": Whole(1, 4, 0),  # 0: by position
        },
    ),
    "start": ObjectClass(
        "starts", ("point",), {"seat": Whole(1, 6), "faction": Text(KEY_FORM, _KEY.expected, ANY_FACTION)}
    ),
    "link": ObjectClass("links", ("polyline",), {"a": _KEY, "b": _KEY, "kind": Choice(LINK_KINDS, "street")}),
    "landmark": ObjectClass("sites", ("point",), {"kind": Choice(LANDMARKS)}),
    "goal": ObjectClass(
        "scenario",
        ("point",),
        {
            "target": Choice((*CITY_READINGS, *SEAT_READINGS)),
            "effect": Choice(("at_least", "at_most"), "at_least"),
            "amount": Whole(-100_000, 100_000),
            "when": Choice(("end", "wins"), "end"),
            "text": Text(TEXT_FORM, "1 to 120 characters, none of them a control or direction sign", None),
        },
    ),
    "event": ObjectClass(
        "scenario", ("point",), {"target": Choice(tuple(ruleset().events)), "turn": Whole(1, 60)}
    ),
    "rule": ObjectClass(
        "scenario",
        ("point",),
        {
            "target": Text(PATH_FORM, "a number's path such as forum.unrest", None),
            "effect": Choice(("set", "add", "percent"), "set"),
            "amount": Whole(-100_000, 100_000),
        },
    ),
}

LAYERS: Final[dict[str, tuple[str, ...]]] = {
    layer: tuple(name for name, entry in CLASSES.items() if entry.layer == layer)
    for layer in dict.fromkeys(entry.layer for entry in CLASSES.values())
}
"""The classes each object layer is for."""

REQUIRED_LAYERS: Final = ("districts", "starts")

REGIONS: Final = "regions"
"""The tile layer that gives the areas of districts drawn as points."""
