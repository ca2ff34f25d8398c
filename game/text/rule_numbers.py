"""The rule book's numbers: markers in its text that are filled from the ruleset, so that prose cannot drift from data.

A marker is `{{ path }}` or `{{ path | filter }}`. The path goes by the names of the ruleset's tables, keys and places
in a list: `forum.unrest`, `factions.occ.prices.festival.voice`, `thanks.0.times`. A list is said item by item.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from game.rules.ruleset import Ruleset
from game.text.amounts import percent
from game.text.catalog import Catalog

MARKER: Final = re.compile(r"\{\{\s*([\w.]+)\s*(?:\|\s*(\w+)\s*)?\}\}")


class MarkerError(LookupError):
    """A marker of the rule book names no number of the ruleset, or an unknown filter."""


def filled(catalog: Catalog, ruleset: Ruleset, text: str) -> str:
    """The text with every marker replaced by its number. Raises MarkerError naming the marker and the mend."""
    return MARKER.sub(lambda found: _said(catalog, ruleset, found), text)


def decimal(hundredths: int) -> str:
    """A number of hundredths without needless zeros: 125 is `1.25`, 1400 is `14`."""
    whole, rest = divmod(abs(hundredths), 100)
    sign = "-" if hundredths < 0 else ""
    return f"{sign}{whole}" + (f".{rest:02}".rstrip("0") if rest else "")


def enumerated(catalog: Catalog, parts: Sequence[str]) -> str:
    """The parts as a list in a sentence: `4, 3 and 2`."""
    if len(parts) < 2:
        return "".join(parts)
    *first, last = parts
    return catalog.say("rulebook-and", first=catalog.say("ledger-comma").join(first), last=last)


_FILTERS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": decimal,
    "share": percent,
    "size": lambda number: str(abs(number)),
}
"""How a number is said: from hundredths (or percent as a factor), from permille in percent, without its sign."""


def _said(catalog: Catalog, ruleset: Ruleset, found: re.Match[str]) -> str:
    path, name = found[1], found[2]
    value = _value(ruleset, path, found[0])
    if name == "count":
        return str(len(value))
    say = _FILTERS.get(name or "", str)
    if name and name not in _FILTERS:
        known = ", ".join(("count", *_FILTERS))
        raise MarkerError(f"rules.md: {found[0]}: unknown filter {name!r}. Mend: use one of {known}.")
    if isinstance(value, int):
        return say(value)
    if isinstance(value, tuple) and all(isinstance(item, int) for item in value):
        return enumerated(catalog, [say(item) for item in value])
    raise MarkerError(
        f"rules.md: {found[0]}: found {value!r}, expected a number. Mend: name one by its path."
    )


def _value(ruleset: Ruleset, path: str, marker: str) -> Any:
    value: Any = ruleset
    for step in path.split("."):
        try:
            value = _step(value, step)
        except (AttributeError, KeyError, IndexError, ValueError):
            raise MarkerError(
                f"rules.md: {marker}: the ruleset has no {step!r} there. Mend: write the path as in the TOML files."
            ) from None
    return value


def _step(value: Any, step: str) -> Any:
    if isinstance(value, Mapping):
        return value[step]
    if isinstance(value, tuple):
        return value[int(step)]
    return getattr(value, step)
