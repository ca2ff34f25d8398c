from pathlib import Path

import pytest

from game.maps.schema import CLASSES, MAP_PROPERTIES, Choice, Property, Text, Tiles, Whole

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "modding.md").read_text("utf-8")

ROWS = [("map", name, rule) for name, rule in MAP_PROPERTIES.items()] + [
    (title, name, rule) for title, entry in CLASSES.items() for name, rule in entry.properties.items()
]


def _row(title: str, name: str) -> str:
    """Return the line of the page's table for a property."""
    lines = [line for line in PAGE.splitlines() if line.startswith(f"| {title} |") and f"`{name}`" in line]
    assert len(lines) == 1, f"docs/modding.md has {len(lines)} rows for {title}.{name}"
    return lines[0]


@pytest.mark.parametrize(("title", "name", "rule"), ROWS, ids=[f"{title}.{name}" for title, name, _ in ROWS])
def test_the_page_on_maps_shows_every_property_as_it_is(title: str, name: str, rule: Property) -> None:
    values, default = _row(title, name).strip("|").split("|")[2:]

    match rule:
        case Choice(words):
            assert all(word in values for word in words)
            assert (rule.default or "must be set") in default
        case Whole(low, high) if name != "seed":
            assert str(low) in values
            assert str(high) in values
        case Tiles(low, high):
            assert f"{low / 4:g} to {high / 4:g}" in values
        case Whole() | Text():
            assert default.strip()


@pytest.mark.parametrize("rule", [rule for _, _, rule in ROWS if isinstance(rule, Whole)])
def test_defaults_of_numbers_lie_in_their_range(rule: Whole) -> None:
    assert rule.default is None or rule.default == 0 or rule.low <= rule.default <= rule.high


@pytest.mark.parametrize("rule", [rule for _, _, rule in ROWS if isinstance(rule, Choice)])
def test_defaults_of_choices_are_choices(rule: Choice) -> None:
    assert rule.default is None or rule.default in rule.values


@pytest.mark.parametrize(
    "name", ["gid", "height", "id", "points", "rotation", "type", "visible", "width", "x", "y"]
)
def test_no_property_is_named_like_what_a_tiled_object_has(name: str) -> None:
    # pytmx refuses objects with such a property.
    assert all(name not in entry.properties for entry in CLASSES.values())
