"""Results of matches, as their rooms tell them."""

from typing import Any

from msgspec.structs import replace

from server.room.result import Result, SeatResult


def seat(person: int, place: int, team: int | None = None, **others: Any) -> SeatResult:
    """A seat at the end; without a team it is on its own."""
    made = SeatResult(person, f"P{person}", place, True, False, person if team is None else team, 12, 0)
    return replace(made, **others)


def result(*seats: SeatResult, room: str = "r1", **others: Any) -> Result:
    """A match of these seats that is over."""
    return replace(Result(room, "free", False, "calm", seats), **others)
