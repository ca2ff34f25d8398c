"""The small words every table of the ruleset is written in."""

from typing import Annotated, Final, Literal

from msgspec import Meta, Struct

Amount = Annotated[int, Meta(ge=0, le=100_000)]
Signed = Annotated[int, Meta(ge=-100_000, le=100_000)]
Percent = Annotated[int, Meta(ge=0, le=1000)]
Divisor = Annotated[int, Meta(ge=1, le=1_000_000)]
Key = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{0,31}$")]
ByWealth = tuple[Signed, Signed, Signed]
"""One number each for underserved, mixed and affluent districts."""

PlaceTrait = Literal[
    "population", "wealth", "need", "lean", "off_middle", "unrest", "facilities", "parts", "finished"
]
"""What a condition on a district reads; `off_middle` is the distance of its lean from 0, `facilities` how
many stand or are being built there, `parts` how many its Sanctuary was given, `finished` 1 with a finished
Sanctuary and 0 without."""

TRAIT_RANGES: Final[dict[str, tuple[int, int]]] = {
    "population": (1, 12),
    "wealth": (0, 2),
    "need": (0, 100),
    "lean": (-100, 100),
    "off_middle": (0, 100),
    "unrest": (0, 10),
    "facilities": (0, 4),
    "parts": (0, 600),
    "finished": (0, 1),
}
"""What each trait of a district can be; a bound beyond it bounds nothing (rule 3)."""


class Rule(Struct, frozen=True, forbid_unknown_fields=True):
    """What every table of the ruleset has in common."""


class Price(Rule, frozen=True):
    """What an order costs."""

    credits: Amount = 0
    voice: Amount = 0


class Place(Rule, frozen=True):
    """A kind of district: `trait` lies within `least` and `most`."""

    trait: PlaceTrait
    least: Signed = -100_000
    most: Signed = 100_000
