"""What can be asked of a running server, and how it answers: one JSON object a line, each way."""

from typing import Annotated, Any, TypeAlias

from msgspec import Meta, Struct

Text = Annotated[str, Meta(max_length=500)]
Name = Annotated[str, Meta(min_length=1, max_length=100)]


class _Order(Struct, frozen=True, tag_field="do", forbid_unknown_fields=True, omit_defaults=True):
    """Something to do."""


class Status(_Order, frozen=True, tag="status"):
    """How the server is."""


class Rooms(_Order, frozen=True, tag="rooms"):
    """The rooms in memory."""


class ShowRoom(_Order, frozen=True, tag="room"):
    """One room, by its id or code."""

    room: Name


class Players(_Order, frozen=True, tag="players"):
    """Who is connected."""


class Kick(_Order, frozen=True, tag="kick"):
    """Close somebody's connections: by name, by `#` and number, or by address. They may come again."""

    who: Name


class Ban(_Order, frozen=True, tag="ban"):
    """Keep somebody out, by name or `#` and number, or an address or network; for good without `days`."""

    who: Name
    reason: Text = ""
    days: Annotated[int, Meta(ge=1, le=36_500)] | None = None


class Pardon(_Order, frozen=True, tag="pardon"):
    """Let them in again."""

    who: Name


class Reports(_Order, frozen=True, tag="reports"):
    """What players said of others, and nobody has dealt with."""


class Handle(_Order, frozen=True, tag="handle"):
    """The report of this number is dealt with."""

    report: int


class Pause(_Order, frozen=True, tag="pause"):
    """Stop the clock of a room, or of all where none is named."""

    room: Name | None = None


class Unpause(_Order, frozen=True, tag="unpause"):
    """Let the clock go on, unless the players want it to stand still."""

    room: Name | None = None


class Announce(_Order, frozen=True, tag="announce"):
    """Say something to everybody who is connected."""

    text: Annotated[str, Meta(min_length=1, max_length=500)]


class Message(_Order, frozen=True, tag="message"):
    """What everybody hears who comes in, until the settings are read again; nothing where it is empty."""

    text: Text


class Reload(_Order, frozen=True, tag="reload"):
    """Read the settings again, and let count what can while the server runs."""


class Drain(_Order, frozen=True, tag="drain"):
    """Begin nothing new, then stop: when no live match is played any more, or `minutes` are over."""

    minutes: Annotated[int, Meta(ge=0, le=10_080)] | None = None


class Undrain(_Order, frozen=True, tag="undrain"):
    """Go on as before."""


Order: TypeAlias = (
    Status
    | Rooms
    | ShowRoom
    | Players
    | Kick
    | Ban
    | Pardon
    | Reports
    | Handle
    | Pause
    | Unpause
    | Announce
    | Message
    | Reload
    | Drain
    | Undrain
)


class Call(Struct, frozen=True, forbid_unknown_fields=True):
    """A line to the server; the token is in `admin.json` beside the port."""

    token: str
    order: Order


class Reply(Struct, frozen=True):
    """A line back: what came of it, or why nothing did."""

    ok: bool
    result: Any = None
    error: str = ""


class Door(Struct, frozen=True, forbid_unknown_fields=True):
    """What `admin.json` in the data folder holds: where the socket is, and the word that opens it."""

    port: int
    token: str
