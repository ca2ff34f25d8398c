"""Bounds and kinds of district in words."""

from typing import Literal

from msgspec import Struct

from game.rules.basics import TRAIT_RANGES, Place
from game.text.terms import Terms

Kind = Literal["any", "none", "least", "most", "exactly", "between"]


class Bounds(Struct, frozen=True):
    """What a number may be; `low` and `high` count only as far as `kind` speaks of them."""

    kind: Kind
    low: int
    high: int


def bounds(least: int, most: int, scale: tuple[int, int]) -> Bounds:
    """The bounds within a scale of lowest and highest value."""
    low, high = max(least, scale[0]), min(most, scale[1])
    kind: Kind
    if low > high:
        kind = "none"
    elif (low, high) == scale:
        kind = "any"
    elif low == high:
        kind = "exactly"
    elif low == scale[0]:
        kind = "most"
    else:
        kind = "least" if high == scale[1] else "between"
    return Bounds(kind, low, high)


def bounds_of_place(place: Place) -> Bounds:
    """The bounds of a kind of district within its trait's scale."""
    return bounds(place.least, place.most, TRAIT_RANGES[place.trait])


def is_everywhere(found: Bounds) -> bool:
    """Whether every district keeps the bounds."""
    return found.kind == "any"


def place_words(terms: Terms, place: Place | None) -> str:
    """A kind of district as a clause, e.g. `where need is 40 or more`."""
    if place is None or is_everywhere(bounds_of_place(place)):
        return terms.catalog.say("effects-everywhere")
    return _said(terms, "effects-where", place, 2)


def districts_words(terms: Terms, place: Place | None, count: int) -> str:
    """Districts of a kind, e.g. `districts with unrest 2 or less`; `count` says whether it is one or more."""
    if place is None or is_everywhere(bounds_of_place(place)):
        return terms.catalog.say("effects-districts", count=count)
    return _said(terms, "effects-districts", place, count)


def _said(terms: Terms, opening: str, place: Place, count: int) -> str:
    found = bounds_of_place(place)
    if found.kind == "none":
        return terms.catalog.say(f"{opening}-none", count=count)
    if place.trait == "wealth":
        kinds = terms.either([terms.wealth(step) for step in range(found.low, found.high + 1)])
        return terms.catalog.say(f"{opening}-wealth", kinds=kinds, count=count)
    return terms.catalog.say(
        f"{opening}-{place.trait}",
        kind=_kind(place, found),
        low=_shown(place, found.low),
        high=_shown(place, found.high),
        count=count,
    )


def _kind(place: Place, found: Bounds) -> str:
    if place.trait == "finished":
        return "yes" if found.high else "no"
    return found.kind


def _shown(place: Place, value: int) -> str:
    """The number as people read it: lean with its sign."""
    return f"{value:+}" if place.trait == "lean" and value else str(value)
