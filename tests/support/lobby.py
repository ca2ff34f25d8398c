"""A room before its match: two people and an open seat."""

from game.protocol.messages import LOBBY, OPEN, PERSON, Chair, RoomInfo
from game.rules.ids import Seat

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
        Chair("occ", PERSON, "Mirela", here=True, ready=False),
        Chair("ca", OPEN, "", here=False, ready=False),
    ),
)
