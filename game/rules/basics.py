"""The small words every table of the ruleset is written in."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

Amount = Annotated[int, Meta(ge=0, le=100_000)]
Signed = Annotated[int, Meta(ge=-100_000, le=100_000)]
Percent = Annotated[int, Meta(ge=0, le=1000)]
Divisor = Annotated[int, Meta(ge=1, le=1_000_000)]
Key = Annotated[str, Meta(pattern=r"^[a-z][a-z0-9_]{0,31}$")]
ByWealth = tuple[Signed, Signed, Signed]
"""One number each for underserved, mixed and affluent districts."""

PlaceTrait = Literal["population", "wealth", "need", "lean", "off_middle", "unrest", "facilities", "finished"]
"""What a condition on a district reads; `off_middle` is the distance of its lean from 0, `facilities` how
many stand or are being built there, `finished` 1 with a finished Sanctuary and 0 without."""


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
