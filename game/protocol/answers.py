"""What the server answers a command with; `re` is the command's id."""

from typing import Annotated, TypeAlias

from msgspec import Meta

from game.protocol.acts import MOST_BYTES_OF_PART
from game.protocol.envelope import Message
from game.protocol.people import ArchivedMatch, OwnMatch, Profile
from game.protocol.refusals import Refusal
from game.protocol.rooms import Hash, RoomInfo
from game.rules.ids import Seat


class Done(Message, frozen=True, tag="done"):
    """The command is done, and on disk where it changes a room."""

    re: int


class Declined(Message, frozen=True, tag="declined"):
    """The command changed nothing. `re` is 0 where the message had no id that could be read."""

    re: int
    refusals: tuple[Refusal, ...]


class Rooms(Message, frozen=True, tag="room_list"):
    """The public rooms one can join, then matches one can watch or be a substitute in; or the one asked for."""

    re: int
    rooms: tuple[RoomInfo, ...]


class Seated(Message, frozen=True, tag="seated"):
    """You sit in this seat. `token` brings you back to it; any older one is void once it is used."""

    re: int
    room: RoomInfo
    seat: Seat
    token: str


class MapPart(Message, frozen=True, tag="map_part"):
    """Bytes of a map's package from `offset` on: 65536 of them, or all to the end, which may be none.

    The package is a zip of `total` bytes. Check what comes out of it as you would a stranger's file.
    """

    re: int
    package: Hash
    offset: int
    data: Annotated[bytes, Meta(max_length=MOST_BYTES_OF_PART)]
    total: int


class Watching(Message, frozen=True, tag="watching"):
    """You watch this room."""

    re: int
    room: RoomInfo


class Matches(Message, frozen=True, tag="match_list"):
    """The rooms in which you have a seat, those that wait for you first."""

    re: int
    matches: tuple[OwnMatch, ...]


class DeviceCode(Message, frozen=True, tag="code"):
    """A code to be typed on another device within so many seconds; it works once."""

    re: int
    code: str
    seconds: int


class Known(Message, frozen=True, tag="known"):
    """This device is known as this person from now on."""

    re: int
    you: Profile


class Archive(Message, frozen=True, tag="archive_list"):
    """Finished matches that can be replayed, the newest first."""

    re: int
    matches: tuple[ArchivedMatch, ...]


class ReplayPart(Message, frozen=True, tag="replay_part"):
    """Bytes of a replay from `offset` on: 65536 of them, or all to the end, which may be none."""

    re: int
    room: str
    offset: int
    data: Annotated[bytes, Meta(max_length=MOST_BYTES_OF_PART)]
    total: int


Answer: TypeAlias = (
    Done
    | Declined
    | Rooms
    | Seated
    | MapPart
    | Watching
    | Matches
    | DeviceCode
    | Known
    | Archive
    | ReplayPart
)
