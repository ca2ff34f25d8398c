"""A room before its match: two people and an open seat, and what they have said."""

from datetime import datetime, timedelta, timezone
from typing import Final

from game.link import happenings as told
from game.protocol.messages import (
    LOBBY,
    OPEN,
    PERSON,
    VERSION,
    Answer,
    Chair,
    Done,
    Line,
    RoomInfo,
    Standing,
    Welcome,
)
from game.rules.ids import Seat

NOON: Final = datetime(2145, 3, 1, 12, tzinfo=timezone(timedelta(hours=2)))
"""The wall clock of pictures and of tests about deadlines."""
_AT: Final = int(NOON.timestamp() * 1000)

ROOM = RoomInfo(
    "1",
    "KX7P2M",
    "Late shift",
    "core",
    "standard",
    90,
    True,
    Seat(0),
    LOBBY,
    0,
    (
        Chair("sra", PERSON, "Ada", here=True, ready=False),
        Chair("occ", PERSON, "Mirela", here=True, ready=False, standing=Standing(1520, 80, 97)),
        Chair("ca", OPEN, "", here=False, ready=False),
    ),
    delay=0,
)
SAID = (
    Line("Mirela", "Good evening. Shall we fill the third seat with a computer?", _AT - 60_000, Seat(1)),
    Line("Ada", "One more minute, Zoe wanted to come.", _AT, Seat(0)),
    Line("Mirela", "Fine by me", _AT + 1000, Seat(1), Seat(0)),
)


class StillRoom:
    """Fulfils what the lobby needs of a client; nothing ever happens."""

    def __init__(self, room: RoomInfo = ROOM, seat: Seat = Seat(0)) -> None:  # noqa: B008 - a plain number
        self.room: RoomInfo | None = room
        self.seat: Seat | None = seat
        self.welcome: Welcome | None = Welcome(
            VERSION, "still", "Night Shift", (), (), (), ("random", "greedy")
        )

    def poll(self) -> told.Happening | None:
        """Nothing."""
        return None

    async def sit(self, seat: Seat, faction: str = "any") -> Answer:
        """Done."""
        return Done(1)

    async def set_lobby_ready(self, *, ready: bool) -> Answer:
        """Done."""
        return Done(1)

    async def start(self) -> Answer:
        """Done."""
        return Done(1)

    async def fill_seat(self, seat: Seat, player: str) -> Answer:
        """Done."""
        return Done(1)

    async def kick(self, seat: Seat) -> Answer:
        """Done."""
        return Done(1)

    async def mute(self, seat: Seat, *, muted: bool) -> Answer:
        """Done."""
        return Done(1)

    async def report(self, seat: Seat, text: str) -> Answer:
        """Done."""
        return Done(1)

    async def say(self, text: str, to: Seat | None = None) -> Answer:
        """Done."""
        return Done(1)
