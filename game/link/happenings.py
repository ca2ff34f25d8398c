"""What a match client tells whoever plays through it, in the order it happened."""

from typing import TypeAlias

from msgspec import Struct

from game.protocol.messages import Begin, Line, Matter, Pin, RoomInfo, Welcome
from game.protocol.refusals import Refusal
from game.rules.ids import Seat
from game.rules.ledger import Ledger
from game.rules.view import View


class Connected(Struct, frozen=True):
    """A server answered. `again` after a drop: an own seat is being resumed by itself."""

    welcome: Welcome
    again: bool


class Disconnected(Struct, frozen=True):
    """The connection dropped; the next try is in `retry_in` seconds."""

    reason: str
    retry_in: float


class Over(Struct, frozen=True):
    """The link is closed for good. `refusals` says why, if the server did."""

    reason: str
    refusals: tuple[Refusal, ...] = ()


class RoomSeen(Struct, frozen=True):
    """The room changed: who sits where, as what, who is here."""

    room: RoomInfo


class MatchBegun(Struct, frozen=True):
    """A match stands here: at its start, or again from a snapshot, with the ledgers missed."""

    begin: Begin


class TurnPlayed(Struct, frozen=True):
    """A turn was resolved: the ledger is the story to tell, `after` is the truth."""

    turn: int
    entries: Ledger
    before: View
    after: View


class ReadinessSeen(Struct, frozen=True):
    """Who has finished the turn, per seat."""

    turn: int
    ready: tuple[bool, ...]


class PinsSeen(Struct, frozen=True):
    """What a seat lets everybody see of its plans; `MatchCopy.pins` has those of all seats."""

    turn: int
    seat: Seat
    pins: tuple[Pin, ...]


class VotesSeen(Struct, frozen=True):
    """Who agrees on this, per seat."""

    turn: int
    matter: Matter
    agree: tuple[bool, ...]


class ClockSeen(Struct, frozen=True):
    """The turn's clock was set; `MatchClient.seconds_left` counts on from here."""

    turn: int
    left: int


class LinesHeard(Struct, frozen=True):
    """People said something: in the own room, or in the server's lobby where `room` is empty."""

    room: str
    lines: tuple[Line, ...]


class AnnouncementHeard(Struct, frozen=True):
    """Those who run the server say something to everybody."""

    text: str


class Displaced(Struct, frozen=True):
    """The own seat was resumed elsewhere; this client no longer holds it."""


class SeatLost(Struct, frozen=True):
    """The room is gone or the seat could not be resumed."""

    refusals: tuple[Refusal, ...]


class RoomAway(Struct, frozen=True):
    """The server could not store the room and let it go; the place in it is asked for again in `retry_in` seconds.

    Told before each try. `RoomSeen` says that one is back, `SeatLost` that one is not.
    """

    refusals: tuple[Refusal, ...]
    retry_in: float


class Resynced(Struct, frozen=True):
    """The own copy of the match did not fit the server's; a snapshot is on its way. `reason` is for developers."""

    reason: str


class ServerStopping(Struct, frozen=True):
    """The server stops; the link tries to come back."""


class Scolded(Struct, frozen=True):
    """The server refused a message that was no command of ours."""

    refusals: tuple[Refusal, ...]


Happening: TypeAlias = (
    Connected
    | Disconnected
    | Over
    | RoomSeen
    | MatchBegun
    | TurnPlayed
    | ReadinessSeen
    | PinsSeen
    | VotesSeen
    | ClockSeen
    | LinesHeard
    | AnnouncementHeard
    | Displaced
    | SeatLost
    | RoomAway
    | Resynced
    | ServerStopping
    | Scolded
)
