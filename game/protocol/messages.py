"""Every message of the protocol `neo-sanctum.1`.

An envelope is a MessagePack map whose `t` names it; orders, entries, views and patches inside are
arrays. A client says `Hello` once per connection, then sends `Command`s; each is answered exactly
once, by the message whose `re` is the command's `id`. Everything else the server sends unasked.

What the messages are made of can be asked for here, wherever it is defined.
"""

from typing import TypeAlias

from game.protocol.acts import (
    MOST_BYTES_OF_PART,
    OF_A_ROOM,
    OF_A_TURN,
    Act,
    AskArchive,
    AskDeviceCode,
    AskMap,
    AskReplay,
    CreateRoom,
    FillSeat,
    JoinRoom,
    Kick,
    LeaveRoom,
    ListRooms,
    Mute,
    MyMatches,
    Rematch,
    Report,
    Resign,
    ResumeSeat,
    SaveSlate,
    SetBrief,
    SetLobbyReady,
    SetPins,
    SetReady,
    SetVote,
    Sit,
    Speak,
    StartMatch,
    UseDeviceCode,
    VisitLobby,
    WatchRoom,
)
from game.protocol.answers import (
    Answer,
    Archive,
    Declined,
    DeviceCode,
    Done,
    Known,
    MapPart,
    Matches,
    ReplayPart,
    Rooms,
    Seated,
    Watching,
)
from game.protocol.chat import (
    EVERYBODY,
    MOST_MESSAGE,
    MOST_TEXT,
    ChatText,
    Line,
)
from game.protocol.envelope import (
    CommandId,
    Message,
    Secret,
    Turn,
)
from game.protocol.notices import (
    Announced,
    Begin,
    Clock,
    Notice,
    Pins,
    Readiness,
    RoomChanged,
    RoomClosed,
    Said,
    Stopping,
    TakenOver,
    Turned,
    Update,
    Votes,
    Welcome,
)
from game.protocol.pace import (
    CALM_ABSENCE,
    CAREFUL_BRIEF,
    Absence,
    Absentee,
    Brief,
    Calendar,
    Matter,
)
from game.protocol.packing import PackedLedger
from game.protocol.people import (
    ArchivedMatch,
    OwnMatch,
    Profile,
    Rating,
)
from game.protocol.pins import (
    MOST_PINS,
    Pin,
    PinVerb,
)
from game.protocol.rooms import (
    ANY,
    ANY_LANGUAGE,
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
    LanguageTag,
    MapIdentity,
    MapOffer,
    ModeOffer,
    RoomInfo,
    SeatIndex,
    SeatPlan,
    ShortText,
    Standing,
    Teams,
)

__all__ = [
    "ANY",
    "ANY_LANGUAGE",
    "CALM_ABSENCE",
    "CAREFUL_BRIEF",
    "EVERYBODY",
    "FREE_FOR_ALL",
    "LOBBY",
    "MOST_BYTES_OF_PART",
    "MOST_MESSAGE",
    "MOST_PINS",
    "MOST_TEXT",
    "OF_A_ROOM",
    "OF_A_TURN",
    "OPEN",
    "OVER",
    "PERSON",
    "PLAYING",
    "STANDARD_TEMPER",
    "SUBPROTOCOL",
    "VERSION",
    "YOU",
    "Absence",
    "Absentee",
    "Act",
    "Announced",
    "Answer",
    "Archive",
    "ArchivedMatch",
    "AskArchive",
    "AskDeviceCode",
    "AskMap",
    "AskReplay",
    "Begin",
    "Brief",
    "Calendar",
    "Chair",
    "ChatText",
    "Clock",
    "Command",
    "CommandId",
    "CreateRoom",
    "Declined",
    "DeviceCode",
    "Done",
    "Downward",
    "FillSeat",
    "Hash",
    "Hello",
    "JoinRoom",
    "Key",
    "Kick",
    "Known",
    "LanguageTag",
    "LeaveRoom",
    "Line",
    "ListRooms",
    "MapIdentity",
    "MapOffer",
    "MapPart",
    "Matches",
    "Matter",
    "Message",
    "ModeOffer",
    "Mute",
    "MyMatches",
    "Notice",
    "OwnMatch",
    "PackedLedger",
    "Pin",
    "PinVerb",
    "Pins",
    "Profile",
    "Rating",
    "Readiness",
    "Rematch",
    "ReplayPart",
    "Report",
    "Resign",
    "ResumeSeat",
    "RoomChanged",
    "RoomClosed",
    "RoomInfo",
    "Rooms",
    "Said",
    "SaveSlate",
    "SeatIndex",
    "SeatPlan",
    "Seated",
    "Secret",
    "SetBrief",
    "SetLobbyReady",
    "SetPins",
    "SetReady",
    "SetVote",
    "ShortText",
    "Sit",
    "Speak",
    "Standing",
    "StartMatch",
    "Stopping",
    "TakenOver",
    "Teams",
    "Turn",
    "Turned",
    "Update",
    "Upward",
    "UseDeviceCode",
    "VisitLobby",
    "Votes",
    "WatchRoom",
    "Watching",
    "Welcome",
]

SUBPROTOCOL = "neo-sanctum.1"
VERSION = 4
"""Raised when an older peer could misread a message; both sides say theirs in hello and welcome."""


class Hello(Message, frozen=True, tag="hello"):
    """A client's first message. `key` is random and kept while the program runs.

    With it a command that is sent again after a drop gets the answer it had, and a newer connection takes the
    place of an older one with the same key, which is closed. `identity` is who one is on this
    server: random, made once, kept for good, another one for each server; without it one is a guest. Keep both
    secret. `password` is the server's, where it has one.
    """

    version: int
    build: ShortText
    key: Secret
    identity: Secret | None = None
    password: ShortText = ""


class Command(Message, frozen=True, tag="do"):
    """Do this. Ids rise by one; the same id with the same act gets the same answer."""

    id: CommandId
    act: Act


Upward: TypeAlias = Hello | Command
Downward: TypeAlias = Answer | Notice
