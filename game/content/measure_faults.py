"""Measures that cannot be read, or whose bounds say nothing."""

from collections.abc import Iterator
from typing import Final, Literal

from game.content.fault import Fault
from game.content.place_faults import place_faults
from game.rules.measure import CITY_READINGS, SEAT_READINGS, Measure

Reader = Literal["residents", "mandate", "city", "seat"]
"""Who a measure is read for: the residents' bloc, a secret goal, all seats together, or whoever wins by it."""

COUNTED: Final = (
    "leads",
    "presence",
    "stewards",
    "stakes",
    "facilities",
    "kinds",
    "quarters",
    "sanctuaries",
    "joint_sanctuaries",
    "turmoil",
    "all_facilities",
)
"""The readings that go through districts one by one, so that `where` can leave some out."""

_WIDE: Final = 100_000
_READABLE: Final = {
    "residents": CITY_READINGS,
    "mandate": (*SEAT_READINGS, *CITY_READINGS),
    "city": CITY_READINGS,
    "seat": SEAT_READINGS,
}


def measure_faults(file: str, place: str, measure: Measure, reader: Reader) -> Iterator[Fault]:
    """The faults of one measure; `place` is its own place in its file."""
    readable = _READABLE[reader]
    if measure.reads not in readable:
        expected = f"one of {', '.join(readable)}"
        yield Fault(file, f"{place}.reads", repr(measure.reads), expected, "read something else")
    if measure.where is not None and measure.reads not in COUNTED:
        expected = f"none, for only {', '.join(COUNTED)} count districts"
        yield Fault(file, f"{place}.where", repr(measure.where.trait), expected, "remove where")
    else:
        yield from place_faults(file, f"{place}.where", measure.where)
    if measure.least > measure.most:
        found = f"{measure.least} to {measure.most}"
        yield Fault(file, place, found, "least up to most", "swap or correct them")
    elif measure.least == -_WIDE and measure.most == _WIDE:
        yield Fault(file, place, "no bound", "least or most", "set one of them")
