"""A measure in words: residents' conditions, mandates and goals."""

from typing import Final

from game.rules.measure import Measure
from game.text.amounts import percent, tenths
from game.text.bounds import Bounds, bounds, districts_words
from game.text.terms import Terms

_COUNTED: Final = (0, 100_000)

_SCALES: Final = {
    "fracture": (0, 100),
    "need_gap": (0, 100),
    "need": (0, 100),
    "unrest": (0, 100),
    "lean": (-100, 100),
    "support": (0, 1000),
    "blame": _COUNTED,
    "legacy": _COUNTED,
    "credits": _COUNTED,
    "voice": _COUNTED,
}
"""What readings that are no counts can be; unrest is in tenths, support in permille."""


def measure_words(terms: Terms, measure: Measure, seats: int | None) -> str:
    """The measure as a phrase without a stop, its first word small.

    With `seats` what is asked for each seat is added up; without it is said as it is written. To a measure
    without a lower bound nothing can be added.
    """
    if seats is not None:
        return _said(terms, measure, measure.least + measure.per_seat * seats)
    if not measure.per_seat or measure.least < 0:
        return _said(terms, measure, measure.least)
    asked = measure.least if measure.least > 0 else measure.per_seat
    more = _number(measure.reads, measure.per_seat)
    kind = "more" if measure.least > 0 else "each"
    said = _said(terms, measure, asked)
    return terms.catalog.say("effects-by-seat", kind=kind, measure=said, more=more)


def _said(terms: Terms, measure: Measure, least: int) -> str:
    found = bounds(least, measure.most, _SCALES.get(measure.reads, _COUNTED))
    counted = found.high if found.kind == "most" else found.low
    return terms.catalog.say(
        f"effects-measure-{measure.reads}",
        bounds=_bounds_words(terms, measure.reads, found),
        count=counted,
        districts=districts_words(terms, measure.where, counted),
        kind_of_district=districts_words(terms, measure.where, 2),
        narrowed="yes" if measure.where is not None else "no",
        presence=percent(terms.ruleset.gala.least_to_follow),
    )


def _bounds_words(terms: Terms, reads: str, found: Bounds) -> str:
    form = "amount" if reads in _SCALES else "count"
    kind = "no" if form == "count" and found.high == 0 else found.kind
    low, high = _number(reads, found.low), _number(reads, found.high)
    return terms.catalog.say(f"effects-{form}-bounds", kind=kind, low=low, high=high)


def _number(reads: str, value: int) -> str:
    """The number as people read it, in the reading's own unit."""
    if reads in ("legacy", "blame"):
        return tenths(value)
    if reads == "unrest":
        return tenths(value * 10)
    if reads == "support":
        return f"{percent(value)}%"
    return f"{value:+}" if reads == "lean" and value else str(value)
