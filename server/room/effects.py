"""What a room wants done. The host does it in this order: a message after a `Store` is sent once it is on disk."""

from typing import NewType, TypeAlias

from msgspec import Struct

from game.protocol.messages import Act, Begin, Downward, Line, Standing
from game.rules.ids import Seat
from game.rules.view import View
from server.room.image import Image, Record
from server.room.result import Result

Member = NewType("Member", int)
"""A connection, numbered by the host; a number is never used again."""


class Ask(Struct, frozen=True):
    """A command of a connection; `re` is its id, which the answer carries.

    `person` is who the server knows the caller as, 0 for a guest; `standing` is what it knows of them. `asked` names
    a command that seats somebody, the same each time that client sends it; it is a digest, and empty for others.
    """

    member: Member
    re: int
    act: Act
    person: int = 0
    standing: Standing | None = None
    asked: bytes = b""


class Store(Struct, frozen=True):
    """Append the records, and with them the image that holds everything up to here, if there is one.

    `is_of_turn` says that a turn was resolved.
    """

    records: tuple[Record, ...]
    image: Image | None = None
    is_of_turn: bool = False


class Send(Struct, frozen=True):
    """Send the message to these connections; some may be gone."""

    to: tuple[Member, ...]
    message: Downward


class Recall(Struct, frozen=True):
    """Send `begin` with the ledgers, from the journal, of the updates after number `after`."""

    to: Member
    begin: Begin
    after: int


class Recollect(Struct, frozen=True):
    """Look up the match's turns in the journal, elsewhere, for those who begin to watch.

    They come back by `Room.recollected`, with the last `held` of them played again: the states that spectators may
    not see yet.
    """

    held: int


class StartTimer(Struct, frozen=True):
    """Call `Room.timer` with this name in so many milliseconds; one that fires late or twice does no harm."""

    name: str
    milliseconds: int


class Think(Struct, frozen=True):
    """Let a computer player of this level decide, elsewhere; its slate comes back by `Room.thought`."""

    seat: Seat
    turn: int
    level: str
    view: View
    seed: int


class Finished(Struct, frozen=True):
    """The match is over, and on disk as that. What is done with the result may be done twice."""

    result: Result


class Complaint(Struct, frozen=True):
    """What one person in a room says of another, for those who run the server.

    `by_person` and `of_person` are who the server knows them as, 0 for a guest; `lines` is what the other one
    said lately and the first one heard. `at` is milliseconds since 1970.
    """

    room: str
    at: int
    by: Seat
    by_person: int
    of: Seat
    of_person: int
    of_name: str
    text: str
    lines: tuple[Line, ...]


class Complain(Struct, frozen=True):
    """Keep the complaint, then answer this command that it is kept."""

    to: Member
    re: int
    complaint: Complaint


class Reopen(Struct, frozen=True):
    """Seat whoever asked in the room in which the match is played again, under this name and in this seat if it is free.

    The host makes the room if it is not there yet; it answers the command.
    """

    ask: Ask
    seat: Seat
    name: str
    room: str


class Close(Struct, frozen=True):
    """Forget the room: nobody needs it in memory any more."""


Effect: TypeAlias = (
    Store | Send | Recall | Recollect | StartTimer | Think | Finished | Complain | Reopen | Close
)
