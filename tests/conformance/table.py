"""Names of a match to its numbers and back: seats go by faction and chapter, people and places by key."""

from collections.abc import Mapping
from typing import Any

from game.rules.board import Board
from game.rules.ids import District, Leader, Seat

NOBODY = "nobody"
NOWHERE = "nowhere"


class Names:
    """What seats, leaders and districts of one match are called in the case files."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.seats = [board.label(seat) for seat in board.all_seats]
        self.districts = [plan.key for plan in board.city.districts]
        keys = [plan.key for plan in board.leaders]
        self.leaders = [
            plan.key if keys.count(plan.key) == 1 else f"{plan.key}@{board.label(plan.seat)}"
            for plan in board.leaders
        ]

    def seat(self, name: str) -> Seat:
        """The seat of that label; -1 for `nobody`."""
        return Seat(-1) if name == NOBODY else Seat(self.seats.index(name))

    def district(self, name: str) -> District:
        """The district of that key; -1 for `nowhere`."""
        return District(-1) if name == NOWHERE else District(self.districts.index(name))

    def leader(self, name: str) -> Leader:
        """The leader of that key, with `@faction:chapter` where several have it."""
        return Leader(self.leaders.index(name))

    def by_seat(self, given: Mapping[str, Any], before: tuple[Any, ...]) -> tuple[Any, ...]:
        """Values by seat: those given, and for the others what stood before."""
        return tuple(given.get(name, old) for name, old in zip(self.seats, before, strict=True))

    def seat_name(self, seat: int) -> str:
        """The label of a seat."""
        return self.seats[seat] if seat >= 0 else NOBODY

    def district_name(self, district: int) -> str:
        """The key of a district."""
        return self.districts[district] if district >= 0 else NOWHERE

    def leader_name(self, leader: int) -> str:
        """The key of a leader."""
        return self.leaders[leader] if leader >= 0 else NOBODY
