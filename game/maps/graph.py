"""Which districts are linked: shared borders, links drawn, links blocked."""

import difflib
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from game.maps import shapes
from game.maps.districts import Area
from game.maps.faults import Faults, quoted
from game.maps.numbers import SUBDIVISION
from game.maps.objects import Thing
from game.maps.shapes import Point

Links = set[tuple[int, int]]

_TOLERANCE = 1
_NEARLY = 3


class LinkSettings(Struct, frozen=True):
    """The properties of a link as the schema hands them over; `a` and `b` empty where its ends decide."""

    a: str
    b: str
    kind: str


class Adjacency(Struct, frozen=True):
    """How a map wants borders read: `adjacency` border, links or both; `min_border` in quarter tiles."""

    adjacency: str
    min_border: int


def read_links(areas: Sequence[Area], drawn: Sequence[Thing], rule: Adjacency, faults: Faults) -> Links:
    """Return the pairs (lower, higher) of districts that are linked, noting M306..M308."""
    lines = [(link, _ends(thing, areas, faults)) for thing in drawn for link in [_settings(thing)]]
    added = {ends for link, ends in lines if ends and link.kind != "blocked"}
    blocked = {ends for link, ends in lines if ends and link.kind == "blocked"}
    links: Links = set()
    if rule.adjacency != "links":
        links |= borders(areas, rule.min_border, _TOLERANCE)
        for pair in sorted(borders(areas, rule.min_border, _NEARLY) - links - added - blocked):
            _warn_gap(areas, pair, faults)
    if rule.adjacency != "border":
        links |= added
    links -= blocked
    if all(ends for _, ends in lines):
        _check_reachable(areas, links, faults)
    return links


def borders(areas: Sequence[Area], least: int, tolerance: int) -> Links:
    """Return the pairs whose outlines run along each other for `least` quarters or more."""
    boxes = [shapes.box(area.outline, tolerance) for area in areas]
    return {
        (one, other)
        for other in range(len(areas))
        for one in range(other)
        if _touch(boxes[one], boxes[other])
        and shapes.shared_border(areas[one].outline, areas[other].outline, tolerance) >= least * shapes.FINE
    }


def _touch(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]


def _settings(thing: Thing) -> LinkSettings:
    return msgspec.convert(thing.properties, LinkSettings)


def _ends(thing: Thing, areas: Sequence[Area], faults: Faults) -> tuple[int, int] | None:
    link = _settings(thing)
    one = _end(thing, "a", link.a, thing.points[0], areas, faults)
    other = _end(thing, "b", link.b, thing.points[-1], areas, faults)
    if one is None or other is None:
        return None
    if one == other:
        faults.add("M308", thing.place, f"both ends in {quoted(areas[one].key)}", "two districts")
        return None
    return min(one, other), max(one, other)


def _end(
    thing: Thing, name: str, key: str, point: Point, areas: Sequence[Area], faults: Faults
) -> int | None:
    if not key:
        return nearest(point, areas)
    keys = [area.key for area in areas]
    if key in keys:
        return keys.index(key)
    near = difflib.get_close_matches(key, keys, 1)
    faults.add(
        "M308", thing.place.at_property(name), quoted(key), f'"{near[0]}"' if near else "a district's key"
    )
    return None


def nearest(point: Point, areas: Sequence[Area]) -> int:
    """Return the district a point lies in, or else the one it is nearest to; the first of equals."""
    inside = containing(point, areas)
    if inside is not None:
        return inside
    return min(range(len(areas)), key=lambda index: shapes.distance(point, areas[index].outline))


def containing(point: Point, areas: Sequence[Area]) -> int | None:
    """Return the first district a point lies in or on the outline of."""
    return next((index for index, area in enumerate(areas) if shapes.contains(area.outline, point)), None)


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
