"""Names for the things of the game, so that no number or string is passed for another.

Districts, seats and leaders are numbered; content (factions, facilities, landmarks) has keys.
"""

from enum import IntEnum
from typing import Final, NewType

District = NewType("District", int)
"""A district's place in `City.districts`, which is sorted by key."""

Seat = NewType("Seat", int)
"""A seat's place in `Match.seating`, from 0."""

Leader = NewType("Leader", int)
"""A leader's place in `Public.leaders`."""

FactionKey = NewType("FactionKey", str)
FacilityKey = NewType("FacilityKey", str)

RESIDENTS: Final = Seat(-1)
"""Stands where a seat would, for the undecided people of a district."""

ANY_FACTION: Final = "any"
"""A start that takes whichever faction sits down there."""


class Wealth(IntEnum):
    """How well off a district is; the number is its wealth step (rules 4, 15)."""

    UNDERSERVED = 0
    MIXED = 1
    AFFLUENT = 2
