"""The properties of an element, checked against the table of the schema."""

import difflib
import re
from collections.abc import Mapping

from msgspec import Struct

from game.maps.faults import Faults, Place, quoted
from game.maps.numbers import to_quarters
from game.maps.schema import Choice, Property, Text, Tiles, Whole
from game.maps.xmltree import Node

_WHOLE = re.compile(r"-?\d{1,10}", re.ASCII)


class Given(Struct, frozen=True):
    """A property as written in the file."""

    text: str
    line: int


def given(node: Node) -> dict[str, Given]:
    """Return the properties written inside a node, by name; the last of equal names wins."""
    group = node.first("properties")
    if group is None:
        return {}
    return {
        entry.attributes.get("name", ""): Given(entry.attributes.get("value", entry.text), entry.line)
        for entry in group.children
    }


def read_properties(
    written: Mapping[str, Given], table: Mapping[str, Property], place: Place, faults: Faults
) -> dict[str, int | str]:
    """Return a value for every property of `table`, the default where none is written or it is at fault.

    Notes M203..M209 for what the table does not allow and M206 for names it does not have.
    """
    for name in sorted(written.keys() - table.keys()):
        near = difflib.get_close_matches(name, table, 1)
        expected = f'"{near[0]}"' if near else f"one of {', '.join(table)}"
        faults.add("M206", place.at_property(name[:40], written[name].line), "an unknown property", expected)
    return {
        name: _value(written.get(name), rule, place.at_property(name), faults) for name, rule in table.items()
    }


def _value(entry: Given | None, rule: Property, place: Place, faults: Faults) -> int | str:
    if entry is None:
        if rule.default is None:
            faults.add("M205", place, "nothing", _expected(rule))
        return _fallback(rule)
    value = _accept(entry.text, rule)
    if value is None:
        code = "M203" if isinstance(rule, Choice) else "M209" if isinstance(rule, Text) else "M204"
        near = difflib.get_close_matches(entry.text, rule.values, 1) if isinstance(rule, Choice) else []
        mend = (
            f'did you mean "{near[0]}"? Select {place.object} in Tiled (Ctrl+F) and choose it' if near else ""
        )
        place = place.at_property(place.property_name, entry.line)
        faults.add(code, place, quoted(entry.text), _expected(rule), mend)
        return _fallback(rule)
    return value


def _accept(text: str, rule: Property) -> int | str | None:
    """Return the value a text stands for, or None if the rule does not allow it."""
    match rule:
        case Choice(values):
            return text if text in values else None
        case Text(form):
            return text if re.fullmatch(form, text) else None
        case Whole(low, high):
            return int(text) if _WHOLE.fullmatch(text) and low <= int(text) <= high else None
        case Tiles(low, high):
            quarters = to_quarters(text, 1)
            return quarters if quarters is not None and low <= quarters <= high else None


def _fallback(rule: Property) -> int | str:
    if rule.default is not None:
        return rule.default
    if isinstance(rule, Choice):
        return rule.values[0]
    return rule.low if isinstance(rule, Whole) else ""


def _expected(rule: Property) -> str:
    match rule:
        case Choice(values):
            return f"{', '.join(values[:-1])} or {values[-1]}"
        case Text():
            return rule.expected
        case Whole(low, high):
            return f"{low}..{high}"
        case Tiles(low, high):
            return f"{low / 4:g}..{high / 4:g} tiles"
