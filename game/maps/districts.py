"""Districts: areas with a key, checked one by one and against each other."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

import msgspec
from msgspec import Struct

from game.maps import limits, shapes
from game.maps.faults import Faults, Place, quoted
from game.maps.numbers import SUBDIVISION
from game.maps.objects import Thing
from game.maps.schema import KEY_FORM, TITLE_FORM, WEALTHS
from game.maps.shapes import Point
from game.rules.ids import Wealth

_WEALTH_STEPS: Final = {name: Wealth(step) for step, name in enumerate(WEALTHS)}
_CELLS_PER_TILE: Final = SUBDIVISION * SUBDIVISION
_HOPELESS: Final = 256 * _CELLS_PER_TILE


Outlines = Mapping[str, tuple[Point, ...]]


class Settings(Struct, frozen=True):
    """The properties of a district as the schema hands them over."""

    key: str
    title: str
    population: int
    wealth: str
    need: int
    lean: int
    unrest: int
    slots: int
    quarter: int

    @property
    def wealth_step(self) -> Wealth:
        """The wealth as the rules count it."""
        return _WEALTH_STEPS[self.wealth]


class Area(Struct, frozen=True):
    """A district on the map: `outline` in quarter tiles, simple, turning from x to y."""

    place: Place
    outline: tuple[Point, ...]
    settings: Settings

    @property
    def key(self) -> str:
        """The district's key."""
        return self.settings.key


def read_districts(
    things: Sequence[Thing], painted: Outlines | None, size: tuple[int, int], map_place: Place, faults: Faults
) -> list[Area]:
    """Return the districts sorted by key, `size` being the map's in tiles (M035, M207, M209, M301..M317).

    With `painted`, the outlines of a layer regions by key, objects only say which districts there are.
    """
    fewest, most = limits.DISTRICTS
    file = Place(map_place.file, 0, "districts")
    if not fewest <= len(things) <= most:
        raise faults.fatal("M313", file, f"{len(things)} districts", f"{fewest}..{most}")
    corners = sum(len(thing.points) for thing in things)
    if corners > limits.CORNERS:
        raise faults.fatal("M035", file, f"{corners} corners in all districts", f"at most {limits.CORNERS}")
    found = (_area(thing, painted, size, faults) for thing in things)
    areas = sorted((area for area in found if area), key=lambda area: area.key)
    for one, other in pairwise(areas):
        if one.key == other.key:
            faults.add(
                "M305",
                other.place.at_property("key"),
                quoted(other.key),
                f"a key not used by {one.place.object}",
            )
    if painted is None:
        _check_overlaps(areas, size[1], faults)
    return areas


def _area(thing: Thing, painted: Outlines | None, size: tuple[int, int], faults: Faults) -> Area | None:
    key = _key(thing, faults)
    if (len(thing.points) == 1) != (painted is not None):
        found = "a point without a layer regions" if painted is None else "a shape beside a layer regions"
        faults.add("M207", thing.place, found, "shapes, or points and a layer regions")
        return None
    if painted is None:
        outline = shapes.tidy(thing.points)
        if not _is_simple(thing, outline, size, faults):
            return None
    else:
        outline = shapes.tidy(painted[key]) if key in painted else ()
        if not outline:
            faults.add("M317", thing.place, f"no cell of {quoted(key)} in the layer regions", "some")
            return None
    area = shapes.doubled_area(outline)
    if area < 2 * _CELLS_PER_TILE * limits.SMALLEST_DISTRICT_TILES:
        found = f"{area / 2 / _CELLS_PER_TILE:.1f} tiles"
        faults.add("M302", thing.place, found, f"at least {limits.SMALLEST_DISTRICT_TILES}")
        return None
    return Area(thing.place, outline, _settings(thing, key, outline, size, faults))


def _is_simple(thing: Thing, outline: Sequence[Point], size: tuple[int, int], faults: Faults) -> bool:
    right, bottom = (SUBDIVISION * side for side in size)
    if any(not (0 <= x <= right and 0 <= y <= bottom) for x, y in thing.points):
        faults.add("M303", thing.place, "a corner outside the map", f"0..{size[0]}, 0..{size[1]} tiles")
        return False
    crossing = shapes.crossing(outline) if len(outline) > 2 else None
    if crossing:
        found = f"an outline that meets itself near tile {crossing[0] / SUBDIVISION:g}, {crossing[1] / SUBDIVISION:g}"
        faults.add("M301", thing.place, found, "a simple outline")
        return False
    if len(outline) < 3:
        faults.add("M302", thing.place, "no area", f"at least {limits.SMALLEST_DISTRICT_TILES} tiles")
        return False
    return True


def _key(thing: Thing, faults: Faults) -> str:
    key = str(thing.properties["key"]) or re.sub(r"[^a-z0-9]+", "_", thing.name.lower()).strip("_")[:32]
    if not re.fullmatch(KEY_FORM, key):
        faults.add("M209", thing.place.at_property("key"), quoted(key), "a key, or a name that gives one")
    return key


def _settings(
    thing: Thing, key: str, outline: Sequence[Point], size: tuple[int, int], faults: Faults
) -> Settings:
    settings = msgspec.convert(thing.properties, Settings)
    title = settings.title or thing.name
    if not re.fullmatch(TITLE_FORM, title):
        faults.add("M209", thing.place.at_property("title"), quoted(title), "1 to 40 plain characters")
    quarter = settings.quarter or _quarter(outline, size)
    return msgspec.structs.replace(settings, key=key, title=title, quarter=quarter)


def _quarter(outline: Sequence[Point], size: tuple[int, int]) -> int:
    """Return the part of the map that the middle of an outline's box lies in."""
    left, top, right, bottom = shapes.box(outline)
    return 1 + (left + right >= SUBDIVISION * size[0]) + 2 * (top + bottom >= SUBDIVISION * size[1])


def _check_overlaps(areas: Sequence[Area], height: int, faults: Faults) -> None:
    allowed = limits.LARGEST_OVERLAP_TILES * _CELLS_PER_TILE
    shared: Counter[tuple[int, int]] = Counter()
    for row in zip(*(shapes.row_spans(area.outline, 0, SUBDIVISION * height) for area in areas), strict=True):
        _add_overlaps(row, shared)
        # A drawing with this much wrong is refused as it is; going on would only take time.
        if sum(max(0, cells - allowed) for cells in shared.values()) > _HOPELESS:
            break
    for (index, rival), cells in sorted(shared.items()):
        if cells > allowed:
            other = f"{areas[rival].place.object} {quoted(areas[rival].key)}"
            found = f"{cells / _CELLS_PER_TILE:.1f} tiles or more shared with {other}"
            faults.add("M304", areas[index].place, found, f"at most {limits.LARGEST_OVERLAP_TILES}")


def _add_overlaps(row: Sequence[Sequence[tuple[int, int]]], shared: Counter[tuple[int, int]]) -> None:
    """Count the cells of one row that two districts claim, by pair."""
    spans = sorted((left, right, index) for index, own in enumerate(row) for left, right in own)
    active: list[tuple[int, int]] = []
    for left, right, index in spans:
        active = [entry for entry in active if entry[0] > left]
        for end, rival in active:
            shared[min(index, rival), max(index, rival)] += min(right, end) - left
        active.append((right, index))
