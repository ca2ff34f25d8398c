"""A measure: a number read off a position, and the bounds it shall keep (rules 8, 11).

The residents' conditions on laws, the mandates and the goals of modes are all measures, so they are data.
"""

from typing import Literal

from game.rules.basics import Place, Rule, Signed

CityReading = Literal[
    "fracture", "need_gap", "need", "unrest", "lean", "sanctuaries", "joint_sanctuaries", "turmoil",
    "all_facilities",
]  # fmt: skip
"""What is read off the whole city: Fracture; the gap in need between underserved and affluent districts;
mean need, mean unrest in tenths and mean lean, weighted by population; finished Sanctuaries, those of two or
more stakeholders; districts in turmoil; facilities."""

SeatReading = Literal[
    "leads", "presence", "stewards", "stakes", "facilities", "kinds", "support", "credits", "voice",
    "laws", "quarters", "legacy", "blame",
]  # fmt: skip
"""What is read off one seat: districts it leads; districts with at least a tenth of support; finished
Sanctuaries it is steward of; parts it gave; facilities and kinds of them it holds; support in permille of
the city; its purse; own laws that passed; quarters in which it leads a district; Legacy and blame in
hundredths."""

CITY_READINGS = CityReading.__args__  # type: ignore[attr-defined]
SEAT_READINGS = SeatReading.__args__  # type: ignore[attr-defined]


class Measure(Rule, frozen=True):
    """`reads` lies within `least` and `most`; `where` counts only districts of that kind.

    `per_seat` is added to `least` for every seat of the match. `where` is for readings that count districts
    or facilities.
    """

    reads: CityReading | SeatReading
    least: Signed = -100_000
    most: Signed = 100_000
    per_seat: Signed = 0
    where: Place | None = None
