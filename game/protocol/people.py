"""People as everyone on a server sees them."""

from typing import Annotated

from msgspec import Meta, Struct

from game.protocol.rooms import RoomInfo
from game.rules.ids import Seat


class Rating(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """How well somebody plays a mode: `value` is the estimate, which is right within `spread` two times in three."""

    mode: str
    value: int
    spread: int
    matches: int


class Profile(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A person known to the server. `reliability` is the percentage of turns not missed, None while there are few."""

    id: int
    name: str
    matches: int
    reliability: int | None
    ratings: tuple[Rating, ...] = ()


class OwnMatch(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A room in which one has a seat. `is_due`: it waits for one's orders; `left` is milliseconds, None without a clock."""

    room: RoomInfo
    seat: Seat
    is_due: bool
    left: int | None


class ArchivedMatch(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A finished match whose replay the server has; `ended_at` is seconds since 1970, `bytes` the replay's length.

    `players` are the persons' names, and the levels of the computers that played the seats of `computers`.
    """

    room: str
    name: str
    map: str
    mode: str
    length: str
    ended_at: int
    players: tuple[str, ...]
    bytes: Annotated[int, Meta(ge=0)]
    computers: tuple[Seat, ...] = ()
