"""What messages speak of: seats, rooms, maps and modes as everyone sees them."""

from typing import Annotated

from msgspec import Meta, Struct

from game.protocol.pace import CALM_ABSENCE, Absence, Calendar
from game.rules.ids import Seat

SeatIndex = Annotated[int, Meta(ge=0, le=7)]
ShortText = Annotated[str, Meta(max_length=64)]
Key = Annotated[str, Meta(min_length=1, max_length=64)]
LanguageTag = Annotated[str, Meta(max_length=12, pattern=r"^[a-z]*(-[A-Za-z]+)*\Z")]
"""A language such as `en` or `pt-BR`; empty where none is meant."""
Teams = Annotated[tuple[SeatIndex, ...], Meta(max_length=8)]
"""The number of each seat's team; empty where the mode says who is with whom."""
Hash = Annotated[str, Meta(min_length=64, max_length=64, pattern=r"^[0-9a-f]*\Z")]
"""A SHA-256 in hexadecimal."""

FREE_FOR_ALL = "free"
STANDARD_TEMPER = "standard"
ANY_LANGUAGE = ""
"""A room in which people speak as they like."""

YOU = "you"
"""A seat for the one who makes the room."""
OPEN = "open"
"""A seat for whoever comes."""
ANY = "any"
"""Whichever faction fits: the map's for that start, else one that nobody has yet."""


class SeatPlan(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A seat of a room to be made: a faction's key or `any`, and `you`, `open` or a computer's level."""

    faction: Key
    player: Key


class MapIdentity(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """Which map it is, whatever its id: two with the same `rules` play the same.

    `rules` is the hash of what the rules see of it, `package` that of its files' names, lengths and contents,
    None where the server does not send them. `bytes` is the length of its files; zipped, it is hardly more.
    """

    rules: Hash
    package: Hash | None
    title: Annotated[str, Meta(max_length=64)]
    bytes: Annotated[int, Meta(ge=0, le=2**31)]


class MapOffer(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A map the server has: its id, title, number of seats, and the length of match it asks for."""

    id: str
    title: str
    seats: int
    turns: int
    identity: MapIdentity | None = None


class ModeOffer(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A way to play that the server has.

    `together`: all win or all lose. `team_size` seats share their Legacy, 0 for everyone alone. `neutral`
    says whether a computer player may take a third seat where two play. A mode with a `map` or `length` is
    played on no other; a map's own mode has the key `scenario`.
    """

    key: str
    together: bool
    team_size: int
    neutral: bool
    map: str | None = None
    length: str | None = None


class Standing(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What a server knows of somebody who sits down: the rating in the room's mode, and how reliable they are.

    `rating` is right within `spread` two times in three; None for who has not been rated in it. `reliability` is
    a percentage, None while little is known.
    """

    rating: int | None = None
    spread: int = 0
    reliability: int | None = None


class Chair(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A seat of a room as everyone sees it.

    `player` is `open`, `person` or a computer's level; `here` says whether the person is connected.
    `faction` may be `any` until the match begins. `ready` is readiness to begin. A seat that is not
    `ranked` plays and cannot win. In a seat that was `resigned` a computer player plays, and `name` and
    `here` are still of the person who had it. Nobody waits for who is `absent`; `substitute` is the name of
    whoever has taken the seat until they return. An `open` seat of a rematch is `kept_for` the one of this name, who
    had it before; nobody else can take it for a while.
    """

    faction: str
    player: str
    name: str
    here: bool
    ready: bool
    ranked: bool = True
    resigned: bool = False
    absent: bool = False
    substitute: str = ""
    standing: Standing | None = None
    kept_for: str = ""


PERSON = "person"
LOBBY, PLAYING, OVER = "lobby", "playing", "over"


class RoomInfo(Struct, frozen=True, forbid_unknown_fields=True):
    """A room as everyone in it sees it. `phase` is `lobby`, `playing` or `over`; `turn` is 0 in a lobby.

    `code` invites others in; in the list of rooms it is empty. `seeded` says that whoever made the room
    fixed its draws, and so may know what comes up. `teams` is each seat's, empty in a mode without;
    `neutral` says that a computer player has a third, unranked seat. `identity` tells the map from others of
    its id; it is missing for matches that an earlier version of the server began. `language` is what is spoken,
    `locked` asks for a password. `timer`, `bank` and `grace` are seconds, `calendar` stands in place of them.
    `delay` is how many turns later spectators see what happens, None where there are none; `watchers` counts them.
    `rematch` is the room in which it is played again; who sits in a seat of `muted` is not heard.
    """

    id: str
    code: str
    name: str
    map: str
    length: str
    timer: int | None
    public: bool
    owner: Seat
    phase: str
    turn: int
    seats: tuple[Chair, ...]
    seeded: bool = False
    mode: str = FREE_FOR_ALL
    temper: str = STANDARD_TEMPER
    teams: tuple[int, ...] = ()
    neutral: bool = False
    identity: MapIdentity | None = None
    language: str = ANY_LANGUAGE
    locked: bool = False
    bank: int = 0
    grace: int = 0
    calendar: Calendar | None = None
    absence: Absence = CALM_ABSENCE
    delay: int | None = None
    watchers: int = 0
    paused: bool = False
    rematch: str = ""
    muted: tuple[Seat, ...] = ()
