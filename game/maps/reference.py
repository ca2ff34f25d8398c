"""The tables of docs/modding.md, made from the schema: `python -m game.maps.reference docs/modding.md` renews them."""

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from game.maps.codes import CODES, WARNINGS
from game.maps.schema import (
    CLASSES,
    LAYERS,
    MAP_PROPERTIES,
    REQUIRED_LAYERS,
    Choice,
    Property,
    Text,
    Tiles,
    Whole,
)

_MARKED = re.compile(r"(<!-- table: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)


def renewed(page: str) -> str:
    """The page with every marked table made anew. Raises KeyError for a table there is not."""
    return _MARKED.sub(lambda found: f"{found[1]}{_TABLES[found[2]]}{found[3]}", page)


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _layers() -> Iterator[tuple[str, ...]]:
    for layer, classes in LAYERS.items():
        shapes = sorted({shape for name in classes for shape in CLASSES[name].shapes})
        need = "required" if layer in REQUIRED_LAYERS else "optional"
        yield f"`{layer}`", f"objects of class {_either(classes)}: {_either(shapes)}", need
    yield "`regions`", "tiles: districts painted cell by cell", "optional"
    yield "`_anything`", "yours; the game ignores it", ""
    yield "any other tile layer", "what the city looks like, drawn in Tiled's order", "optional"


def _properties() -> Iterator[tuple[str, ...]]:
    yield from _rows("map", MAP_PROPERTIES)
    for name, of_class in CLASSES.items():
        yield from _rows(name, of_class.properties)


def _rows(of_class: str, properties: Mapping[str, Property]) -> Iterator[tuple[str, ...]]:
    for name, rule in properties.items():
        yield of_class, f"`{name}`", _values(rule), _default(name, rule)


def _values(rule: Property) -> str:
    match rule:
        case Choice(values):
            return ", ".join(values)
        case Whole(low, high):
            return f"{low} to {high}"
        case Tiles(low, high):
            return f"{low / 4:g} to {high / 4:g} tiles"
        case Text():
            return rule.expected


def _default(name: str, rule: Property) -> str:
    if rule.default is None:
        return "must be set"
    if isinstance(rule, Tiles):
        return f"{rule.default / 4:g}"
    if rule.default == "" or name == "quarter":
        return _WITHOUT[name]
    return str(rule.default)


_WITHOUT = {
    "key": "from the object's name",
    "title": "the object's name",
    "quarter": "by position",
    "a": "nearest to its ends",
    "b": "nearest to its ends",
}
"""What the game takes where nothing is written and no single word says it."""


def _codes() -> Iterator[tuple[str, ...]]:
    for code, rule in CODES.items():
        yield code, "warning" if code in WARNINGS else "error", rule.summary


def _either(words: tuple[str, ...] | list[str]) -> str:
    return " or ".join(words)


_TABLES = {
    "layers": _table(("layer", "holds", ""), _layers()),
    "properties": _table(("class", "property", "values", "default"), _properties()),
    "codes": _table(("code", "", "rule"), _codes()),
}


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(renewed(path.read_text("utf-8")), "utf-8")
