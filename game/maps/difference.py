"""What the rules see differ between two cities, in words a map's maker uses."""

from collections.abc import Iterator

from msgspec import Struct

from game.maps.schema import WEALTHS
from game.rules.city import City, DistrictPlan


class Difference(Struct, frozen=True):
    """One thing that differs: whose, what, and how it stands in the one and in the other; "-" for nothing."""

    place: str
    what: str
    one: str
    other: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}: {self.one} -> {self.other}"


def differences(one: City, other: City) -> tuple[Difference, ...]:
    """Everything the rules see differ, sorted by place; empty for maps that play the same."""
    found = [*_districts(one, other), *_starts(one, other)]
    if one.turns != other.turns:
        found.append(Difference("map", "turns", str(one.turns), str(other.turns)))
    return tuple(sorted(found, key=lambda entry: (entry.place, entry.what)))


def _districts(one: City, other: City) -> Iterator[Difference]:
    ones = {plan.key: plan for plan in one.districts}
    others = {plan.key: plan for plan in other.districts}
    for key in sorted(ones.keys() | others.keys()):
        if key not in others:
            yield Difference(key, "district", "there", "-")
        elif key not in ones:
            yield Difference(key, "district", "-", "there")
        else:
            mine, theirs = _facts(one, ones[key]), _facts(other, others[key])
            yield from (
                Difference(key, what, mine[what], theirs[what]) for what in mine if mine[what] != theirs[what]
            )


def _facts(city: City, plan: DistrictPlan) -> dict[str, str]:
    return {
        "population": str(plan.population),
        "wealth": WEALTHS[plan.wealth],
        "need": str(plan.need),
        "lean": str(plan.lean),
        "unrest": str(plan.unrest),
        "slots": str(plan.slots),
        "quarter": str(plan.quarter),
        "landmark": plan.landmark or "-",
        "links": " ".join(city.districts[link].key for link in plan.links) or "-",
    }


def _starts(one: City, other: City) -> Iterator[Difference]:
    ones, others = _seats(one), _seats(other)
    for seat in sorted(ones.keys() | others.keys()):
        if ones.get(seat) != others.get(seat):
            yield Difference(f"seat {seat}", "start", ones.get(seat, "-"), others.get(seat, "-"))


def _seats(city: City) -> dict[int, str]:
    return {start.seat: f"{city.districts[start.district].key} ({start.faction})" for start in city.starts}
