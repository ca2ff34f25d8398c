"""What the server says unasked."""

from typing import Annotated, TypeAlias

from msgspec import Meta, Struct

from game.protocol.chat import MOST_MESSAGE, Line
from game.protocol.envelope import Message
from game.protocol.pace import CAREFUL_BRIEF, Brief, Matter
from game.protocol.packing import PackedLedger
from game.protocol.people import Profile
from game.protocol.pins import Pin
from game.protocol.refusals import Refusal
from game.protocol.rooms import MapIdentity, MapOffer, ModeOffer, RoomInfo
from game.rules.ids import Seat
from game.rules.orders import NO_ORDERS, Slate
from game.rules.state import Match
from game.rules.view import Patch, View


class Welcome(Message, frozen=True, tag="welcome"):
    """The answer to `Hello`: what this server is, what rooms can be made of, and who you are here.

    `you` is None for who has not played here yet, or gave no identity. `message` is what those who run the server
    tell everybody who comes, one line of plain text; empty where they tell nothing. A room may have its news sent to a
    webhook on one of `webhook_hosts`.
    """

    version: int
    build: str
    server: str
    maps: tuple[MapOffer, ...]
    factions: tuple[str, ...]
    lengths: tuple[str, ...]
    levels: tuple[str, ...]
    modes: tuple[ModeOffer, ...] = ()
    tempers: tuple[str, ...] = ()
    you: Profile | None = None
    message: Annotated[str, Meta(max_length=MOST_MESSAGE)] = ""
    webhook_hosts: tuple[str, ...] = ()


class RoomChanged(Message, frozen=True, tag="room"):
    """The room now: who sits where, as what, and whether they are here."""

    room: RoomInfo


class Turned(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A turn that was resolved, and its ledger."""

    turn: int
    ledger: PackedLedger


class Begin(Message, frozen=True, tag="begin"):
    """A match from where it stands: at its start, and after every resume.

    `number` is the number of the last update it contains; `slate` is what is saved of yours for this
    turn; `ready` and `pins` are per seat, as are `votes` to end the match, `pausing` and `extending`, all but the
    first empty where there are none; `brief` is what your caretaker may do. A spectator's `seat` is -1.
    `missed` holds the ledgers of the turns after the number you gave, of very many only the newest. `rules_hash`
    is the ruleset's, `identity` as in `RoomInfo`. Whoever has their seat back from a substitute is told the name in
    `stood_in`: what that one saved is in `slate`, and the seat is not ready.
    """

    room: str
    map: str
    rules_hash: str
    match: Match
    seat: Seat
    number: int
    view: View
    ready: tuple[bool, ...]
    slate: Slate = NO_ORDERS
    missed: tuple[Turned, ...] = ()
    votes: tuple[bool, ...] = ()
    pins: tuple[tuple[Pin, ...], ...] = ()
    identity: MapIdentity | None = None
    pausing: tuple[bool, ...] = ()
    extending: tuple[bool, ...] = ()
    brief: Brief = CAREFUL_BRIEF
    stood_in: str = ""


class Update(Message, frozen=True, tag="update"):
    """A turn was resolved: its ledger, the patch of your view, and the hash of the public view after it.

    Readiness, votes and pins of that turn are gone. A match that ends by agreement does so in an update, too.

    `number` rises by one in each room; a gap means one `ResumeSeat`.
    """

    room: str
    number: int
    turn: int
    ledger: PackedLedger
    patch: Patch
    public_hash: bytes


class Readiness(Message, frozen=True, tag="readiness"):
    """Who has finished this turn, per seat."""

    room: str
    turn: int
    ready: tuple[bool, ...]


class Pins(Message, frozen=True, tag="pins"):
    """What a seat lets everybody see of its plans for this turn, in place of its pins before."""

    room: str
    turn: int
    seat: Seat
    pins: tuple[Pin, ...]


class Votes(Message, frozen=True, tag="votes"):
    """Who agrees on this, per seat."""

    room: str
    turn: int
    matter: Matter
    agree: tuple[bool, ...]


class Said(Message, frozen=True, tag="said"):
    """Lines of chat that you may hear, in order; `room` is empty for the lobby of the server."""

    room: str
    lines: tuple[Line, ...]


class Announced(Message, frozen=True, tag="announced"):
    """Those who run the server say this to everybody."""

    text: str


class Clock(Message, frozen=True, tag="clock"):
    """Milliseconds left of this turn by the server's clock, at the moment of sending; it stands still if `paused`.

    `banks` is what each seat has left beyond its turns, in milliseconds, empty where there is none; with `overtime`
    the turn's own time is up, and those who are not ready use up theirs.
    """

    room: str
    turn: int
    left: int
    paused: bool = False
    overtime: bool = False
    banks: tuple[int, ...] = ()


class TakenOver(Message, frozen=True, tag="taken_over"):
    """Your seat was resumed over another connection; this one no longer holds it."""

    room: str


class RoomClosed(Message, frozen=True, tag="room_closed"):
    """The room is gone, or could not go on: with the code `storage` it comes back, and you `resume` or `watch` again."""

    room: str
    reason: Refusal


class Stopping(Message, frozen=True, tag="stopping"):
    """The server stops. Matches are on disk; resume by token when it is back."""


Notice: TypeAlias = (
    Welcome
    | RoomChanged
    | Begin
    | Update
    | Readiness
    | Pins
    | Votes
    | Said
    | Announced
    | Clock
    | TakenOver
    | RoomClosed
    | Stopping
)
