"""What a room keeps: its image, and the records by which it changes. Both go to the journal.

An image plus the records after it is the whole room; no truth lives anywhere else.
"""

from typing import TypeAlias, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from game.protocol.messages import (
    FREE_FOR_ALL,
    LOBBY,
    OPEN,
    OVER,
    PERSON,
    PLAYING,
    STANDARD_TEMPER,
    MapIdentity,
    SeatPlan,
)
from game.rules.ids import Seat
from game.rules.ledger import Ledger
from game.rules.orders import NO_ORDERS, Slate
from game.rules.state import Match, State

_Item = TypeVar("_Item")


class Setup(Struct, frozen=True, forbid_unknown_fields=True):
    """What a room was made as; never changes.

    `timer` is in seconds; `seeded`: its maker chose the seed. `plans` hold the neutral third, if there is
    one; `unranked` names it. What has a default was not stored by earlier versions.
    """

    id: str
    code: str
    name: str
    map: str
    length: str
    timer: int | None
    public: bool
    seed: int
    plans: tuple[SeatPlan, ...]
    seeded: bool = False
    mode: str = FREE_FOR_ALL
    temper: str = STANDARD_TEMPER
    teams: tuple[int, ...] = ()
    unranked: tuple[Seat, ...] = ()


class SeatImage(Struct, frozen=True, forbid_unknown_fields=True):
    """A seat of a room. `player` is `open`, `person` or a computer's level.

    `tokens` are SHA-256 digests: the one in use and the one given last, until that is used.
    `away` is one who got up during the match; `ready` is readiness to begin. In a `resigned` seat name and
    tokens are still of the person who had it, and may watch.
    """

    faction: str
    player: str = OPEN
    name: str = ""
    tokens: tuple[bytes, ...] = ()
    ready: bool = False
    away: bool = False
    resigned: bool = False

    @property
    def is_person(self) -> bool:
        """Whether a person holds the seat, here or not."""
        return self.player == PERSON

    @property
    def is_computer(self) -> bool:
        """Whether the server plays the seat."""
        return self.player not in {PERSON, OPEN}


class Image(Struct, frozen=True, forbid_unknown_fields=True):
    """A room now. `slates`, `ready` and `votes` to end are of the turn being planned; `number` counts updates.

    `identity` is of the map the match is played on, whatever the host has under its id by now.
    """

    setup: Setup
    owner: Seat
    seats: tuple[SeatImage, ...]
    phase: str = LOBBY
    match: Match | None = None
    state: State | None = None
    number: int = 0
    slates: tuple[Slate | None, ...] = ()
    ready: tuple[bool, ...] = ()
    votes: tuple[bool, ...] = ()
    identity: MapIdentity | None = None


class _Record(Struct, frozen=True, tag_field="r", forbid_unknown_fields=True, omit_defaults=True):
    """A change of a room."""


class SeatChanged(_Record, frozen=True, tag="seat"):
    """Somebody sat down, got up, chose a faction, got a token, is ready to begin."""

    seat: Seat
    now: SeatImage


class OwnerChanged(_Record, frozen=True, tag="owner"):
    """The room has another owner."""

    seat: Seat


class Began(_Record, frozen=True, tag="began"):
    """The match began; the image after it is stored with it. With the seed, all a replay starts from."""

    match: Match
    seed: int


class Saved(_Record, frozen=True, tag="saved"):
    """A seat's slate of this turn."""

    seat: Seat
    turn: int
    orders: Slate


class Readied(_Record, frozen=True, tag="readied"):
    """A seat has finished the turn, or not."""

    seat: Seat
    turn: int
    ready: bool


class Voted(_Record, frozen=True, tag="voted"):
    """A seat agrees that the match ends in this turn, or not."""

    seat: Seat
    turn: int
    agree: bool


class Resolved(_Record, frozen=True, tag="resolved"):
    """A turn was resolved; the image after it is stored with it.

    `agreed`: the match ended by agreement, before the slates of this turn were played.
    """

    number: int
    turn: int
    slates: tuple[Slate, ...]
    entries: Ledger
    public_hash: bytes
    state_hash: bytes
    agreed: bool = False


class Abandoned(_Record, frozen=True, tag="abandoned"):
    """Everybody left before the match began."""


Record: TypeAlias = SeatChanged | OwnerChanged | Began | Saved | Readied | Voted | Resolved | Abandoned


def with_record(image: Image, record: Record) -> Image:
    """The image after a record. Began and Resolved change it by `begun` and `resolved` instead.

    Raises ValueError for those: a journal that has one without its image is broken.
    """
    match record:
        case SeatChanged(seat, now):
            return replace(image, seats=_put(image.seats, seat, now))
        case OwnerChanged(seat):
            return replace(image, owner=seat)
        case Saved(seat, _, orders):
            return replace(image, slates=_put(image.slates, seat, orders))
        case Readied(seat, _, ready):
            return replace(image, ready=_put(image.ready, seat, ready))
        case Voted(seat, _, agree):
            return replace(image, votes=_put(image.votes, seat, agree))
        case Abandoned():
            return replace(image, phase=OVER)
        case _:
            raise ValueError(f"room {image.setup.id}: {type(record).__name__} was stored without its image")


def begun(image: Image, match: Match, state: State) -> Image:
    """The image of a match before its first turn."""
    return _planning(replace(image, phase=PLAYING, match=match), state)


def resolved(image: Image, state: State) -> Image:
    """The image after a turn; `state` is what came of it."""
    phase = PLAYING if state.public.outcome is None else OVER
    return _planning(replace(image, number=image.number + 1, phase=phase), state)


def _planning(image: Image, state: State) -> Image:
    seats = len(image.seats)
    nobody = (False,) * seats
    return replace(image, state=state, slates=(None,) * seats, ready=nobody, votes=nobody)


def slates_of(image: Image) -> tuple[Slate, ...]:
    """What counts if the turn closes now: the last saved slate of each seat, or no orders."""
    return tuple(slate or NO_ORDERS for slate in image.slates)


def _put(items: tuple[_Item, ...], index: int, item: _Item) -> tuple[_Item, ...]:
    return (*items[:index], item, *items[index + 1 :])
