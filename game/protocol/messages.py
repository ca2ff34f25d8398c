"""Every message of the protocol `neo-sanctum.1`.

An envelope is a MessagePack map whose `t` names it; orders, entries, views and patches inside are
arrays. A client says `Hello` once per connection, then sends `Command`s; each is answered exactly
once, by the message whose `re` is the command's `id`. Everything else the server sends unasked.
"""

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

from game.protocol.refusals import Refusal
from game.protocol.rooms import (
    ANY,
    FREE_FOR_ALL,
    LOBBY,
    OPEN,
    OVER,
    PERSON,
    PLAYING,
    STANDARD_TEMPER,
    YOU,
    Chair,
    Hash,
    Key,
    MapIdentity,
    MapOffer,
    ModeOffer,
    RoomInfo,
    SeatIndex,
    SeatPlan,
    ShortText,
    Teams,
)
from game.rules.ids import District, Seat
from game.rules.ledger import Ledger
from game.rules.orders import NO_ORDERS, Slate
from game.rules.state import Match
from game.rules.view import Patch, View

# What the messages speak of can be asked for where the messages are.
__all__ = [
    "ANY",
    "FREE_FOR_ALL",
    "LOBBY",
    "OPEN",
    "OVER",
    "PERSON",
    "PLAYING",
    "STANDARD_TEMPER",
    "YOU",
    "Chair",
    "Hash",
    "Key",
    "MapIdentity",
    "MapOffer",
    "ModeOffer",
    "RoomInfo",
    "SeatIndex",
    "SeatPlan",
    "ShortText",
    "Teams",
]

SUBPROTOCOL = "neo-sanctum.1"
VERSION = 3
"""Raised when an older peer could misread a message; both sides say theirs in hello and welcome."""

CommandId = Annotated[int, Meta(ge=1, le=2**53)]
Secret = Annotated[str, Meta(min_length=32, max_length=64)]
Turn = Annotated[int, Meta(ge=0, le=255)]


class _Message(Struct, frozen=True, tag_field="t", forbid_unknown_fields=True, omit_defaults=True):
    """An envelope."""


# --- What a client asks for -------------------------------------------------------------------------


class ListRooms(_Message, frozen=True, tag="rooms"):
    """Which public rooms can be joined? Answered by `Rooms`; of one `room`, by its id or code, with that one."""

    room: Key | None = None


class CreateRoom(_Message, frozen=True, tag="create"):
    """Make a room and sit down in the seat marked `you`. Answered by `Seated`.

    `timer` is the length of a turn in seconds, None without a clock. A room that is not public is
    joined by its code. `seed` fixes the match's draws, for tests; without it the server draws one.
    `mode` and `temper` are keys of the welcome. `teams` is for modes with teams: without it neighbours sit
    together. With `neutral` a computer player takes a third, unranked seat where two play and the map has a
    start for it, unless the mode says otherwise.
    """

    player: ShortText
    name: ShortText
    map: Key
    seats: Annotated[tuple[SeatPlan, ...], Meta(min_length=2, max_length=8)]
    length: Key
    timer: int | None = None
    public: bool = True
    seed: Annotated[int, Meta(ge=0, le=2**63 - 1)] | None = None
    mode: Key = FREE_FOR_ALL
    temper: Key = STANDARD_TEMPER
    teams: Teams = ()
    neutral: bool = True


class JoinRoom(_Message, frozen=True, tag="join"):
    """Sit down in a room, named by its id or code, in `seat` or the first open one.

    Answered by `Seated`.
    """

    player: ShortText
    room: Key
    seat: SeatIndex | None = None


class Sit(_Message, frozen=True, tag="sit"):
    """Before the match: move to another open seat, or choose another faction for the own one."""

    room: Key
    seat: SeatIndex
    faction: Key = ANY


class SetLobbyReady(_Message, frozen=True, tag="lobby_ready"):
    """Before the match: ready to begin, or not."""

    room: Key
    ready: bool


class StartMatch(_Message, frozen=True, tag="start"):
    """The room's owner begins the match; every seat is taken and every other player ready."""

    room: Key


class SaveSlate(_Message, frozen=True, tag="save"):
    """These are my orders for this turn, in place of any saved before.

    Acknowledged once they are on disk; refused as a whole with every fault named.
    """

    room: Key
    turn: Turn
    orders: Slate


class SetReady(_Message, frozen=True, tag="ready"):
    """I have (not) finished this turn. The slate can still be changed until the turn closes."""

    room: Key
    turn: Turn
    ready: bool


PinVerb: TypeAlias = Literal[
    "campaign", "care", "festival", "forum", "unique", "travel", "build", "pledge", "motion"
]  # fmt: skip
"""What a leader can do: the key of its verb."""

MOST_PINS = 8


class Pin(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """I mean to do this here: public, and it binds nobody."""

    verb: PinVerb
    district: Annotated[District, Meta(ge=0, le=255)]


class SetPins(_Message, frozen=True, tag="pin"):
    """What I let the others see of this turn's plans, in place of any pins before.

    Sent on at once as `Pins`; gone at the end of the turn, never stored, never part of a slate.
    """

    room: Key
    turn: Turn
    pins: Annotated[tuple[Pin, ...], Meta(max_length=MOST_PINS)]


class SetEndVote(_Message, frozen=True, tag="end_vote"):
    """I agree, or not any more, that the match ends now; everybody sees it, and it holds for this turn.

    The match ends at once when every ranked person who has not left agrees: mandates are scored, and what
    stands counts.
    """

    room: Key
    turn: Turn
    agree: bool


class Resign(_Message, frozen=True, tag="resign"):
    """I give up my seat for good: a computer player plays it from now on, and I may watch it to the end.

    The match ends, as by agreement, with the last person in it.
    """

    room: Key


class LeaveRoom(_Message, frozen=True, tag="leave"):
    """Get up. In a running match the seat stays mine by its token, but nobody waits for me."""

    room: Key


class ResumeSeat(_Message, frozen=True, tag="resume"):
    """Back in my own seat by its token; `number` is the last update I have applied.

    Answered by `Seated` with a new token; in a match `Begin` follows with a snapshot and what was missed.
    """

    room: Key
    token: Secret
    number: Annotated[int, Meta(ge=0)] = 0


MOST_BYTES_OF_PART = 64 * 1024


class AskMap(_Message, frozen=True, tag="ask_map"):
    """Send me the package of a map from this byte on. Answered by `MapPart`; ask for one part at a time.

    `package` is from a `MapIdentity`. A server sends packages of maps it offers, and of matches the asker has
    a seat in. It answers at its own pace; a part that never came is asked for again, from any byte.
    """

    package: Hash
    offset: Annotated[int, Meta(ge=0, le=2**31)]


Act: TypeAlias = (
    ListRooms
    | CreateRoom
    | JoinRoom
    | Sit
    | SetLobbyReady
    | StartMatch
    | SaveSlate
    | SetReady
    | SetPins
    | SetEndVote
    | Resign
    | LeaveRoom
    | ResumeSeat
    | AskMap
)


class Hello(_Message, frozen=True, tag="hello"):
    """A client's first message. `key` is random and kept while the program runs.

    With it a command that is sent again after a drop gets the answer it had. Keep it secret.
    """

    version: int
    build: ShortText
    key: Secret


class Command(_Message, frozen=True, tag="do"):
    """Do this. Ids rise by one; the same id with the same act gets the same answer."""

    id: CommandId
    act: Act


Upward: TypeAlias = Hello | Command

# --- What the server says ---------------------------------------------------------------------------


class Welcome(_Message, frozen=True, tag="welcome"):
    """The answer to `Hello`: what this server is, and what rooms can be made of."""

    version: int
    build: str
    server: str
    maps: tuple[MapOffer, ...]
    factions: tuple[str, ...]
    lengths: tuple[str, ...]
    levels: tuple[str, ...]
    modes: tuple[ModeOffer, ...] = ()
    tempers: tuple[str, ...] = ()


class Done(_Message, frozen=True, tag="done"):
    """The command is done, and on disk where it changes a room."""

    re: int


class Declined(_Message, frozen=True, tag="declined"):
    """The command changed nothing. `re` is 0 where the message had no id that could be read."""

    re: int
    refusals: tuple[Refusal, ...]


class Rooms(_Message, frozen=True, tag="room_list"):
    """The public rooms one can join, or the one that was asked for."""

    re: int
    rooms: tuple[RoomInfo, ...]


class Seated(_Message, frozen=True, tag="seated"):
    """You sit in this seat. `token` brings you back to it; any older one is void once it is used."""

    re: int
    room: RoomInfo
    seat: Seat
    token: str


class MapPart(_Message, frozen=True, tag="map_part"):
    """Bytes of a map's package from `offset` on: 65536 of them, or all to the end, which may be none.

    The package is a zip of `total` bytes. Check what comes out of it as you would a stranger's file.
    """

    re: int
    package: Hash
    offset: int
    data: Annotated[bytes, Meta(max_length=MOST_BYTES_OF_PART)]
    total: int


Answer: TypeAlias = Done | Declined | Rooms | Seated | MapPart


class RoomChanged(_Message, frozen=True, tag="room"):
    """The room now: who sits where, as what, and whether they are here."""

    room: RoomInfo


class Turned(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A turn that was resolved, and its ledger."""

    turn: int
    entries: Ledger


class Begin(_Message, frozen=True, tag="begin"):
    """A match from where it stands: at its start, and after every resume.

    `number` is the number of the last update it contains; `slate` is what is saved of yours for this
    turn; `ready`, `votes` to end the match and `pins` are per seat, the last two empty where there are none;
    `missed` holds the ledgers of the turns after the number you gave, of very many only the newest. `rules_hash`
    is the ruleset's, `identity` as in `RoomInfo`.
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


class Update(_Message, frozen=True, tag="update"):
    """A turn was resolved: its ledger, the patch of your view, and the hash of the public view after it.

    Readiness, votes and pins of that turn are gone. A match that ends by agreement does so in an update, too.

    `number` rises by one in each room; a gap means one `ResumeSeat`.
    """

    room: str
    number: int
    turn: int
    entries: Ledger
    patch: Patch
    public_hash: bytes


class Readiness(_Message, frozen=True, tag="readiness"):
    """Who has finished this turn, per seat."""

    room: str
    turn: int
    ready: tuple[bool, ...]


class Pins(_Message, frozen=True, tag="pins"):
    """What a seat lets everybody see of its plans for this turn, in place of its pins before."""

    room: str
    turn: int
    seat: Seat
    pins: tuple[Pin, ...]


class EndVotes(_Message, frozen=True, tag="end_votes"):
    """Who agrees that the match ends now, per seat."""

    room: str
    turn: int
    agree: tuple[bool, ...]


class Clock(_Message, frozen=True, tag="clock"):
    """Milliseconds left of this turn by the server's clock, at the moment of sending."""

    room: str
    turn: int
    left: int


class TakenOver(_Message, frozen=True, tag="taken_over"):
    """Your seat was resumed over another connection; this one no longer holds it."""

    room: str


class RoomClosed(_Message, frozen=True, tag="room_closed"):
    """The room is gone, or could not go on; a running match can be resumed later by its token."""

    room: str
    reason: Refusal


class Stopping(_Message, frozen=True, tag="stopping"):
    """The server stops. Matches are on disk; resume by token when it is back."""


Notice: TypeAlias = (
    Welcome
    | RoomChanged
    | Begin
    | Update
    | Readiness
    | Pins
    | EndVotes
    | Clock
    | TakenOver
    | RoomClosed
    | Stopping
)
Downward: TypeAlias = Answer | Notice
