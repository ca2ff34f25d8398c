"""What a client asks for, one act a command."""

from typing import Annotated, Final, TypeAlias

from msgspec import Meta

from game.protocol.chat import ChatText
from game.protocol.envelope import Message, Secret, Turn
from game.protocol.pace import CALM_ABSENCE, Absence, Brief, Calendar, Matter
from game.protocol.pins import MOST_PINS, Pin
from game.protocol.rooms import (
    ANY,
    ANY_LANGUAGE,
    FREE_FOR_ALL,
    STANDARD_TEMPER,
    Hash,
    Key,
    LanguageTag,
    SeatIndex,
    SeatPlan,
    ShortText,
    Teams,
)
from game.rules.orders import Slate


class ListRooms(Message, frozen=True, tag="rooms"):
    """Which public rooms can be joined, and which matches watched or stood in for? Answered by `Rooms`.

    Of one `room`, by its id or code, with that one.
    """

    room: Key | None = None


class CreateRoom(Message, frozen=True, tag="create"):
    """Make a room and sit down in the seat marked `you`. Answered by `Seated`.

    `timer` is the length of a turn in seconds, None without a clock; `bank` are seconds that each seat may use up
    beyond it in the whole match, `grace` those a turn waits once for somebody whose connection has just dropped.
    With a `calendar` there is none of the three. A room that is not public is joined by its code, one with a
    `password` by who knows it. `delay` is how many turns later spectators see what happens, None for no spectators.
    `webhook` is told whose turn it is, where the server allows its host. `seed` fixes the match's draws, for tests; without it the server draws one.
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
    password: ShortText = ""
    language: LanguageTag = ANY_LANGUAGE
    bank: Annotated[int, Meta(ge=0, le=3600)] = 0
    grace: Annotated[int, Meta(ge=0, le=120)] = 15
    calendar: Calendar | None = None
    absence: Absence = CALM_ABSENCE
    delay: Annotated[int, Meta(ge=0, le=12)] | None = 0
    webhook: Annotated[str, Meta(max_length=300)] = ""


class JoinRoom(Message, frozen=True, tag="join"):
    """Sit down in a room, named by its id or code, in `seat` or the first open one.

    In a running match one takes the `seat` of somebody who is absent until they return, where the room wants
    substitutes. Answered by `Seated`.
    """

    player: ShortText
    room: Key
    seat: SeatIndex | None = None
    password: ShortText = ""


class WatchRoom(Message, frozen=True, tag="watch"):
    """See a match as all its players see it, as many turns later as the room says. Answered by `Watching`.

    Where the match runs, `Begin` follows for seat -1, then an `Update` a turn. `LeaveRoom` ends it.
    """

    room: Key
    password: ShortText = ""


class FillSeat(Message, frozen=True, tag="fill"):
    """Before the match, by the room's owner: a computer's level into an open seat, or `open` in place of a computer."""

    room: Key
    seat: SeatIndex
    player: Key


class Kick(Message, frozen=True, tag="kick"):
    """Before the match, by the room's owner: this person gets up and does not come in again."""

    room: Key
    seat: SeatIndex


class Mute(Message, frozen=True, tag="mute"):
    """By the room's owner: nobody hears this seat in the room, or hears it again."""

    room: Key
    seat: SeatIndex
    muted: bool


class Speak(Message, frozen=True, tag="say"):
    """Say something in a room to everybody or to one seat; without a room in the lobby of the server."""

    text: ChatText
    room: Key | None = None
    to: SeatIndex | None = None


class VisitLobby(Message, frozen=True, tag="lobby"):
    """Hear what is said in the lobby of the server from now on, the last lines at once, or do not any more."""

    here: bool


class Report(Message, frozen=True, tag="report"):
    """Tell those who run the server what somebody in this room did."""

    room: Key
    seat: SeatIndex
    text: ChatText


class Sit(Message, frozen=True, tag="sit"):
    """Before the match: move to another open seat, or choose another faction for the own one."""

    room: Key
    seat: SeatIndex
    faction: Key = ANY


class SetLobbyReady(Message, frozen=True, tag="lobby_ready"):
    """Before the match: ready to begin, or not."""

    room: Key
    ready: bool


class StartMatch(Message, frozen=True, tag="start"):
    """The room's owner begins the match; every seat is taken and every other player ready."""

    room: Key


class SaveSlate(Message, frozen=True, tag="save"):
    """These are my orders for this turn, in place of any saved before.

    Acknowledged once they are on disk; refused as a whole with every fault named.
    """

    room: Key
    turn: Turn
    orders: Slate


class SetReady(Message, frozen=True, tag="ready"):
    """I have (not) finished this turn. The slate can still be changed until the turn closes."""

    room: Key
    turn: Turn
    ready: bool


class SetPins(Message, frozen=True, tag="pin"):
    """What I let the others see of this turn's plans, in place of any pins before.

    Sent on at once as `Pins`; gone at the end of the turn, never stored, never part of a slate.
    """

    room: Key
    turn: Turn
    pins: Annotated[tuple[Pin, ...], Meta(max_length=MOST_PINS)]


class SetVote(Message, frozen=True, tag="vote"):
    """I agree on something, or not any more; everybody sees it.

    It is agreed when every ranked person who has not left or is absent does. `end`: the match ends at once,
    mandates are scored, what stands counts. `pause`: the clock stands still until one of them takes it back.
    `extend`: this turn lasts as long again, or to the calendar's next point. Votes to end and to extend hold for
    this turn.
    """

    room: Key
    turn: Turn
    matter: Matter
    agree: bool


class SetBrief(Message, frozen=True, tag="brief"):
    """What a caretaker may do in my seat while I am absent. Nobody else sees it."""

    room: Key
    brief: Brief


class Resign(Message, frozen=True, tag="resign"):
    """I give up my seat for good: a computer player plays it from now on, and I may watch it to the end.

    The match ends, as by agreement, with the last person in it.
    """

    room: Key


class LeaveRoom(Message, frozen=True, tag="leave"):
    """Get up. In a running match the seat stays mine by its token, but nobody waits for me."""

    room: Key


class ResumeSeat(Message, frozen=True, tag="resume"):
    """Back in my own seat by its token; `number` is the last update I have applied.

    Without a token by who I am, as said in `Hello`. Answered by `Seated` with a new token; in a match `Begin`
    follows with a snapshot and what was missed.
    """

    room: Key
    token: Secret | None = None
    number: Annotated[int, Meta(ge=0)] = 0


MOST_BYTES_OF_PART = 64 * 1024


class Rematch(Message, frozen=True, tag="rematch"):
    """After the match: play it again. The first to ask makes the room, the others of the match follow into it.

    Everybody gets the seat and faction they had. Answered by `Seated` in the new room.
    """

    room: Key


class MyMatches(Message, frozen=True, tag="my_matches"):
    """In which rooms do I have a seat? By who I am, as said in `Hello`; answered by `Matches`."""


class AskDeviceCode(Message, frozen=True, tag="ask_code"):
    """A code by which another device of mine becomes known as me. Answered by `DeviceCode`."""


class UseDeviceCode(Message, frozen=True, tag="use_code"):
    """This device is of the person who got this code on another one. Answered by `Known`."""

    code: Key


class AskArchive(Message, frozen=True, tag="archive"):
    """Which finished matches can be replayed: mine and the newest public ones. Answered by `Archive`."""


class AskReplay(Message, frozen=True, tag="ask_replay"):
    """Send me the replay of a finished match from this byte on. Answered by `ReplayPart`; one part at a time."""

    room: Key
    offset: Annotated[int, Meta(ge=0, le=2**31)]


class AskMap(Message, frozen=True, tag="ask_map"):
    """Send me the package of a map from this byte on. Answered by `MapPart`; ask for one part at a time.

    `package` is from a `MapIdentity`. A server sends packages of maps it offers, and of matches the asker has
    a seat in. It answers at its own pace; a part that never came is asked for again, from any byte.
    """

    package: Hash
    offset: Annotated[int, Meta(ge=0, le=2**31)]


OF_A_TURN: Final = (SaveSlate, SetReady, SetPins, SetVote)
"""The acts of a running match: nearly all there are. Each names its room and turn."""

OF_A_ROOM: Final = (
    *OF_A_TURN,
    FillSeat,
    Kick,
    Mute,
    Speak,
    Report,
    Sit,
    SetLobbyReady,
    StartMatch,
    SetBrief,
    Resign,
    LeaveRoom,
    ResumeSeat,
    WatchRoom,
    AskReplay,
)
"""What one does in a room one was let into, or to be in it again. Each names that room, but `Speak` in the lobby."""

Act: TypeAlias = (
    ListRooms
    | CreateRoom
    | JoinRoom
    | WatchRoom
    | FillSeat
    | Kick
    | Mute
    | Speak
    | VisitLobby
    | Report
    | Sit
    | SetLobbyReady
    | StartMatch
    | SaveSlate
    | SetReady
    | SetPins
    | SetVote
    | SetBrief
    | Resign
    | LeaveRoom
    | ResumeSeat
    | Rematch
    | MyMatches
    | AskDeviceCode
    | UseDeviceCode
    | AskArchive
    | AskReplay
    | AskMap
)
