"""From checked objects to the city of the rules."""

from collections import Counter
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from game.maps.districts import Area, read_districts
from game.maps.document import Document
from game.maps.faults import Faults, Place, quoted
from game.maps.graph import Adjacency, read_links
from game.maps.ground import Drawn, Ground, Links
from game.maps.manifest import FILE, Manifest
from game.maps.numbers import SUBDIVISION
from game.maps.objects import Thing
from game.maps.regions import Painted, check_keys, outlines, read_regions
from game.maps.scenario import Sites, read_scenario
from game.maps.shapes import Point
from game.rules.cards import Mode
from game.rules.city import City, DistrictPlan, Start
from game.rules.ids import District

_UNEQUAL = 2


class Landmark(Struct, frozen=True):
    """A landmark and where it stands, in quarter tiles; `district` is its place in the city's list."""

    kind: str
    district: int
    at: Point


class Meaning(Struct, frozen=True):
    """What a map means: the city and its scenario; the districts' areas (in the city's order) and landmarks for drawing."""

    city: City
    scenario: Mode | None
    areas: tuple[Area, ...]
    landmarks: tuple[Landmark, ...]


def understand(
    document: Document,
    manifest: Manifest,
    map_place: Place,
    faults: Faults,
) -> Meaning:
    """Return the meaning of a map, noting everything about it that cannot stand (M3xx)."""
    regions = read_regions(document.layers, document.tilesets, map_place, faults)
    painted = outlines(regions, faults) if regions else None
    areas = read_districts(document.things["district"], painted, document.size, map_place, faults)
    if regions and painted is not None:
        check_keys(painted, areas, regions.place, faults)
    # With a district lost every link, start and landmark in it would be blamed for nothing.
    faults.refuse_errors()
    ground = Painted(areas, regions) if regions else Drawn(areas)
    links = read_links(ground, document.things["link"], msgspec.convert(document.settings, Adjacency), faults)
    starts = _starts(document.things["start"], ground, faults)
    _check_seats(document.things["start"], manifest, map_place, faults)
    landmarks = _landmarks(document.things["landmark"], ground, faults)
    _check_quarters(areas, map_place, faults)
    city = City(
        map_id=manifest.id,
        title=manifest.title,
        districts=_plans(areas, links, landmarks),
        starts=starts,
        turns=int(document.settings["turns"]),
    )
    scenario = read_scenario(document.things, document.settings, city, Sites(ground, faults, _district_of))
    return Meaning(city, scenario, tuple(areas), landmarks)


def _plans(areas: Sequence[Area], links: Links, landmarks: Sequence[Landmark]) -> tuple[DistrictPlan, ...]:
    kinds = {landmark.district: landmark.kind for landmark in landmarks}
    ways: list[list[District]] = [[] for _ in areas]
    for one, other in sorted(links):
        ways[one].append(District(other))
        ways[other].append(District(one))
    return tuple(
        DistrictPlan(
            key=own.key,
            title=own.title,
            population=own.population,
            wealth=own.wealth_step,
            need=own.need,
            lean=own.lean,
            unrest=own.unrest,
            slots=own.slots,
            quarter=own.quarter,
            landmark=kinds.get(index),
            links=tuple(sorted(ways[index])),
        )
        for index, own in enumerate(area.settings for area in areas)
    )


def _district_of(thing: Thing, ground: Ground, faults: Faults) -> int | None:
    index = ground.containing(thing.points[0])
    if index is None:
        x, y = thing.points[0]
        faults.add(
            "M310", thing.place, f"tile {x / SUBDIVISION:g}, {y / SUBDIVISION:g}", "a place in a district"
        )
    return index


def _starts(things: Sequence[Thing], ground: Ground, faults: Faults) -> tuple[Start, ...]:
    found: dict[int, Start] = {}
    for thing in things:
        index = _district_of(thing, ground, faults)
        if index is None:
            continue
        if index in found:
            other = f"a second start in {quoted(ground.areas[index].key)}"
            faults.add("M311", thing.place, other, "one start in a district")
        found[index] = Start(int(thing.properties["seat"]), District(index), str(thing.properties["faction"]))
    return tuple(sorted(found.values(), key=lambda start: (start.seat, start.district)))


def _check_seats(things: Sequence[Thing], manifest: Manifest, map_place: Place, faults: Faults) -> None:
    starts = Counter(int(thing.properties["seat"]) for thing in things)
    for thing in things:
        seat = int(thing.properties["seat"])
        if starts[seat] > 1:
            faults.add(
                "M311", thing.place, f"{starts[seat]} starts for seat {seat}", "one start for each seat"
            )
    seats = sorted(starts)
    if seats != list(range(1, len(seats) + 1)) or not seats:
        place = things[0].place if things else map_place
        found = f"seats {', '.join(map(str, seats)) or 'none'}"
        faults.add("M309", Place(place.file, place.line, "starts"), found, f"seats 1 to {max(len(seats), 1)}")
    if manifest.players[1] > len(seats):
        place = Place(map_place.file.removesuffix("map.tmx") + FILE, 0, property_name="players")
        faults.add("M314", place, f"{manifest.players[1]} players, {len(seats)} seats", "a seat for each")


def _landmarks(things: Sequence[Thing], ground: Ground, faults: Faults) -> tuple[Landmark, ...]:
    found: dict[int, Landmark] = {}
    for thing in things:
        index = _district_of(thing, ground, faults)
        if index is None:
            continue
        if index in found:
            other = f"a second landmark in {quoted(ground.areas[index].key)} beside {found[index].kind}"
            faults.add("M311", thing.place, other, "one landmark in a district")
        found[index] = Landmark(str(thing.properties["kind"]), index, thing.points[0])
    return tuple(landmark for _, landmark in sorted(found.items()))


def _check_quarters(areas: Sequence[Area], map_place: Place, faults: Faults) -> None:
    people = dict.fromkeys(range(1, 5), 0)
    for area in areas:
        people[area.settings.quarter] += area.settings.population
    if max(people.values()) > _UNEQUAL * min(people.values()):
        weights = ", ".join(f"{quarter}: {weight}" for quarter, weight in people.items())
        place = Place(map_place.file, 0, "districts")
        faults.add("M312", place, f"population {weights}", f"none over {_UNEQUAL} times another")
