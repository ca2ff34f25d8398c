"""Conditions on districts that no district meets, or every one."""

from collections.abc import Iterator

from game.content.fault import Fault
from game.rules.basics import TRAIT_RANGES, Place


def place_faults(file: str, where: str, place: Place | None) -> Iterator[Fault]:
    """A condition must be met by some districts and not by others."""
    if place is None:
        return
    low, high = TRAIT_RANGES[place.trait]
    if place.least > place.most or place.least > high or place.most < low:
        found, mend = "no district it could fit", "correct least and most"
    elif place.least <= low and place.most >= high:
        found, mend = "nothing it leaves out", "set least or most, or remove it"
    else:
        return
    yield Fault(file, where, found, f"bounds within {low} to {high} for {place.trait}", mend)
