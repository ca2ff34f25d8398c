"""The others of a match and what all share with them: who sits where and whether they are there, the clock, votes."""

from datetime import datetime, timedelta
from typing import Final

from game.client.model.talk import Talk
from game.link.match_client import MatchClient
from game.protocol.messages import PERSON, Chair, Matter, RoomInfo
from game.rules.board import Board
from game.rules.ids import Seat

MATTERS: Final[tuple[Matter, ...]] = ("end", "pause", "extend")
"""What can be agreed on."""


class Company:
    """Reads the room from the client, which may have lost it: then nobody is known to be anywhere."""

    def __init__(self, client: MatchClient, board: Board, talk: Talk) -> None:
        self._client, self._board = client, board
        self.talk = talk
        self.room_id = client.room.id if client.room is not None else ""

    @property
    def room(self) -> RoomInfo | None:
        """The room, or None once the seat in it is gone."""
        return self._client.room

    @property
    def own(self) -> Seat:
        """The own seat, -1 for a spectator."""
        return self._client.copy.seat if self._client.copy is not None else Seat(-1)

    # --- who is there ---------------------------------------------------------------------------

    def chair(self, seat: Seat) -> Chair | None:
        """Who sits in a seat, where that is known."""
        room = self.room
        return room.seats[seat] if room is not None and 0 <= seat < len(room.seats) else None

    def people(self) -> tuple[Seat, ...]:
        """Seats of people, whoever plays for them."""
        return tuple(seat for seat in self._board.all_seats if self._is_person(seat))

    def voters(self) -> tuple[Seat, ...]:
        """The seats that must agree: those of people who are ranked, have not resigned and are not absent."""
        return tuple(
            seat for seat in self._board.ranked if self._is_person(seat) and not self.is_absent(seat)
        )

    def is_absent(self, seat: Seat) -> bool:
        """Whether nobody waits for the person of a seat; a substitute may be waited for."""
        chair = self.chair(seat)
        return chair is not None and chair.absent

    def is_waited_for(self, seat: Seat) -> bool:
        """Whether the turn cannot end without this seat's word."""
        chair = self.chair(seat)
        return chair is None or not chair.absent or bool(chair.substitute)

    @property
    def stands_in_for(self) -> str:
        """Whose seat one plays as their substitute; empty in the own seat."""
        chair = self.chair(self.own)
        return chair.name if chair is not None and chair.substitute else ""

    @property
    def may_be_cared_for(self) -> bool:
        """Whether a computer plays one's own seat while one is away."""
        room = self.room
        return room is not None and room.absence.then == "caretaker" and not self.stands_in_for

    def _is_person(self, seat: Seat) -> bool:
        chair = self.chair(seat)
        return chair is not None and chair.player == PERSON and not chair.resigned

    # --- the clock ------------------------------------------------------------------------------

    @property
    def has_clock(self) -> bool:
        """Whether turns end by themselves."""
        room = self.room
        return room is not None and (room.timer is not None or room.calendar is not None)

    @property
    def is_paused(self) -> bool:
        """Whether the clock stands still."""
        clock = self._client.clock
        return clock is not None and clock.paused

    @property
    def paused_by_all(self) -> bool:
        """Whether those who play have stopped the clock, and not those who run the server."""
        voters = self.voters()
        return self.is_paused and bool(voters) and all(self.agrees(seat, "pause") for seat in voters)

    @property
    def in_overtime(self) -> bool:
        """Whether the turn's own time is up, and banks are used up."""
        clock = self._client.clock
        return clock is not None and clock.overtime

    def seconds_left(self) -> float | None:
        """Seconds left of the turn; None without a clock. In overtime the longest bank of those waited for."""
        return self._client.seconds_left()

    def bank_left(self, seat: Seat) -> float | None:
        """Seconds a seat has left beyond its turns; None where there are no banks."""
        return self._client.bank_left(seat)

    def deadline(self, now: datetime) -> datetime | None:
        """When the turn ends, in a match that lasts days; None in any other, and while the clock stands still."""
        room, left = self.room, self.seconds_left()
        if room is None or room.calendar is None or left is None or self.is_paused:
            return None
        return now + timedelta(seconds=left)

    # --- votes ----------------------------------------------------------------------------------

    def votes(self, matter: Matter) -> tuple[bool, ...]:
        """Who agrees on something, per seat."""
        return self._client.copy.votes[matter] if self._client.copy is not None else ()

    def agrees(self, seat: Seat, matter: Matter) -> bool:
        """Whether a seat agrees on it."""
        votes = self.votes(matter)
        return 0 <= seat < len(votes) and votes[seat]
