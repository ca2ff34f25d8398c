"""What a generated city shall be."""

import math
import re
from typing import Final

from msgspec import Struct

STYLES: Final = ("grid", "old-town", "rivers", "ring", "islands")

LEAST_SEATS, MOST_SEATS = 2, 6
LEAST_DISTRICTS, MOST_DISTRICTS = 8, 28
_TILES_A_DISTRICT: Final = 132
_ID: Final = re.compile(r"[a-z0-9][a-z0-9_-]{2,39}")


class RequestError(ValueError):
    """A city that cannot be: what was asked for, what can be, and how to ask."""


class Request(Struct, frozen=True):
    """A city to be drawn. `districts` 0 asks for 4 and 4 more for each seat.

    The same request makes the same bytes. `symmetric` repeats one part of the city all around: two or four
    times, so it asks for 2, 4 or 6 seats.
    """

    map_id: str
    seed: int
    seats: int = 3
    districts: int = 0
    style: str = "old-town"
    symmetric: bool = False

    @property
    def copies(self) -> int:
        """How often the part that is drawn is repeated around the middle."""
        if not self.symmetric:
            return 1
        return 4 if self.seats == 4 else 2

    @property
    def count(self) -> int:
        """How many districts the city gets: a multiple of its copies."""
        wanted = self.districts or min(MOST_DISTRICTS, 4 + 4 * self.seats)
        return -(-wanted // self.copies) * self.copies

    @property
    def side(self) -> int:
        """The length of the map's sides in tiles, even."""
        return 2 * math.isqrt(self.count * _TILES_A_DISTRICT // 4)


def check_request(request: Request) -> None:
    """Raises RequestError, with everything that cannot be, one line each."""
    wrong = []
    if not _ID.fullmatch(request.map_id):
        wrong.append(f"id: found {request.map_id!r}, expected 3 to 40 of a..z, 0..9, '_' and '-'")
    if not LEAST_SEATS <= request.seats <= MOST_SEATS:
        wrong.append(f"seats: found {request.seats}, expected {LEAST_SEATS} to {MOST_SEATS}")
    least = max(LEAST_DISTRICTS, 3 * request.seats)
    if request.districts and not least <= request.districts <= MOST_DISTRICTS:
        wrong.append(
            f"districts: found {request.districts}, expected {least} to {MOST_DISTRICTS} for {request.seats} seats"
        )
    if request.style not in STYLES:
        wrong.append(f"style: found {request.style!r}, expected one of {', '.join(STYLES)}")
    if request.symmetric and request.seats % 2:
        wrong.append(f"symmetric: found {request.seats} seats, expected 2, 4 or 6")
    if wrong:
        raise RequestError("\n".join(wrong))
