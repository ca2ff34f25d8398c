"""A server that always answers the same, for pictures of its lobby."""

from msgspec.structs import replace

from game.link import happenings as told
from game.protocol.messages import (
    PERSON,
    PLAYING,
    VERSION,
    Absence,
    Answer,
    Archive,
    ArchivedMatch,
    Calendar,
    Chair,
    Declined,
    Done,
    Line,
    Matches,
    OwnMatch,
    Profile,
    Rating,
    Rooms,
    Standing,
    Welcome,
)
from game.rules.ids import Seat
from tests.support.lobby import NOON, ROOM

YOU = Profile(1, "Ada", 41, 98, (Rating("free", 1485, 60, 33), Rating("teams", 1390, 140, 8)))
_ZOE = Chair("ca", PERSON, "Zoe", here=False, ready=False, absent=True, standing=Standing(1610, 45, 99))
_FULL = (ROOM.seats[0], ROOM.seats[1], _ZOE)
OPEN_ROOMS = (
    replace(ROOM, language="en"),
    replace(
        ROOM, id="2", name="One turn a day", timer=None, calendar=Calendar(24, 120, 8, 22), language="de"
    ),
    replace(ROOM, id="3", name="Friends of the Dome", locked=True, mode="common_cause", timer=300, bank=600),
    replace(ROOM, id="4", name="No hurry", map="two-rivers", length="epic", timer=None, seats=ROOM.seats[1:]),
)
RUNNING = replace(
    ROOM,
    id="5",
    name="Gala night",
    phase=PLAYING,
    turn=11,
    delay=2,
    watchers=3,
    seats=_FULL,
    absence=Absence(120, "substitute"),
)
_AT = int(NOON.timestamp())
SAID = (
    Line("Zoe", "Anybody for a short one on Core?", _AT * 1000 - 240_000),
    Line("Mirela", "In ten minutes. I make a room with a clock of 90 seconds.", _AT * 1000 - 60_000),
)


class StillServer:
    """Fulfils what the lobby of a server needs of a client; nothing ever happens."""

    def __init__(self) -> None:
        maps, levels, self.sat_as = (), ("random", "greedy"), ""
        self.welcome: Welcome | None = Welcome(VERSION, "still", "Night Shift", maps, (), (), levels, you=YOU)

    def poll(self) -> told.Happening | None:
        """Nothing."""
        return None

    async def list_rooms(self) -> Rooms | Declined:
        """Four open rooms and a match that runs."""
        return Rooms(1, (*OPEN_ROOMS, RUNNING))

    async def my_matches(self) -> Matches | Declined:
        """One that is due, one that is not, one before its beginning."""
        days = replace(RUNNING, name="One turn a day", timer=None, calendar=Calendar(24, 120, 8, 22))
        return Matches(
            1,
            (
                OwnMatch(days, Seat(0), is_due=True, left=50_000_000),
                OwnMatch(replace(RUNNING, id="7"), Seat(0), is_due=False, left=45_000),
                OwnMatch(ROOM, Seat(0), is_due=False, left=None),
            ),
        )

    async def archive(self) -> Archive | Declined:
        """Two."""
        first = ArchivedMatch(
            "8", "Gala night", "core", "free", "short", _AT - 7200, ("Ada", "Mirela", "Zoe"), 91_000
        )
        return Archive(1, (first, replace(first, room="9", name="Long walk", length="epic", bytes=240_000)))

    async def visit_lobby(self, *, here: bool) -> Answer:
        """Done."""
        return Done(1)

    async def say(self, text: str, to: Seat | None = None) -> Answer:
        """Done."""
        return Done(1)
