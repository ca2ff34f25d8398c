"""Which districts are linked: shared borders, links drawn, links blocked."""

import difflib
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from game.maps import shapes
from game.maps.districts import Area
from game.maps.faults import Faults, quoted
from game.maps.ground import Ground, Links
from game.maps.numbers import SUBDIVISION
from game.maps.objects import Thing
from game.maps.shapes import Point


class LinkSettings(Struct, frozen=True):
    """The properties of a link as the schema hands them over; `a` and `b` empty where its ends decide."""

    a: str
    b: str
    kind: str


class Adjacency(Struct, frozen=True):
    """How a map wants borders read: `adjacency` border, links or both; `min_border` in quarter tiles."""

    adjacency: str
    min_border: int


def read_links(ground: Ground, drawn: Sequence[Thing], rule: Adjacency, faults: Faults) -> Links:
    """Return the pairs (lower, higher) of districts that are linked, noting M306..M308."""
    lines = [(link, _ends(thing, ground, faults)) for thing in drawn for link in [_settings(thing)]]
    added = {ends for link, ends in lines if ends and link.kind != "blocked"}
    blocked = {ends for link, ends in lines if ends and link.kind == "blocked"}
    links: Links = set()
    if rule.adjacency != "links":
        links |= ground.borders(rule.min_border)
        for pair in sorted(ground.near_misses(rule.min_border) - added - blocked):
            _warn_gap(ground.areas, pair, faults)
    if rule.adjacency != "border":
        links |= added
    links -= blocked
    if all(ends for _, ends in lines):
        _check_reachable(ground.areas, links, faults)
    return links


def _settings(thing: Thing) -> LinkSettings:
    return msgspec.convert(thing.properties, LinkSettings)


def _ends(thing: Thing, ground: Ground, faults: Faults) -> tuple[int, int] | None:
    link = _settings(thing)
    one = _end(thing, "a", link.a, thing.points[0], ground, faults)
    other = _end(thing, "b", link.b, thing.points[-1], ground, faults)
    if one is None or other is None:
        return None
    if one == other:
        faults.add("M308", thing.place, f"both ends in {quoted(ground.areas[one].key)}", "two districts")
        return None
    return min(one, other), max(one, other)


def _end(thing: Thing, name: str, key: str, point: Point, ground: Ground, faults: Faults) -> int | None:
    if not key:
        index = ground.nearest(point)
        if index is None:
            faults.add("M308", thing.place, "an end in no district", "two districts")
        return index
    keys = [area.key for area in ground.areas]
    if key in keys:
        return keys.index(key)
    near = difflib.get_close_matches(key, keys, 1)
    faults.add(
        "M308", thing.place.at_property(name), quoted(key), f'"{near[0]}"' if near else "a district's key"
    )
    return None


def _warn_gap(areas: Sequence[Area], pair: tuple[int, int], faults: Faults) -> None:
    one, other = (areas[index] for index in pair)
    tiles = shapes.gap(one.outline, other.outline) / shapes.FINE / SUBDIVISION
    found = f"a gap of {tiles:.2g} tiles to {other.place.object} {quoted(other.key)}"
    faults.add("M307", one.place, found, "a shared border or a clear distance")


def _check_reachable(areas: Sequence[Area], links: Links, faults: Faults) -> None:
    reached, fresh = {0}, {0}
    while fresh:
        fresh = {there for pair in links for here, there in (pair, pair[::-1]) if here in fresh} - reached
        reached |= fresh
    for index in sorted(set(range(len(areas))) - reached):
        found = f"no way from {quoted(areas[0].key)} to {quoted(areas[index].key)}"
        faults.add("M306", areas[index].place, found, "a border or a link")
