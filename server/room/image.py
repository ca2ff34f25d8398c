"""What a room keeps: its image, and the records by which it changes. Both go to the journal.

An image plus the records after it is the whole room; no truth lives anywhere else.
"""

from typing import TypeAlias, TypeVar

from msgspec import Struct
from msgspec.structs import asdict, replace

from game.protocol.messages import (
    ANY_LANGUAGE,
    CALM_ABSENCE,
    CAREFUL_BRIEF,
    EVERYBODY,
    FREE_FOR_ALL,
    LOBBY,
    OPEN,
    OVER,
    PERSON,
    PLAYING,
    STANDARD_TEMPER,
    Absence,
    Brief,
    Calendar,
    Line,
    MapIdentity,
    Matter,
    SeatPlan,
    Standing,
)
from game.rules.ids import Seat
from game.rules.ledger import Ledger
from game.rules.orders import NO_ORDERS, Slate
from game.rules.state import Match, State

_Item = TypeVar("_Item")

MOST_LINES, MOST_PRIVATE_LINES = 60, 8
"""Lines of chat that a room keeps: said to everybody, and between the same two."""


MOST_WATCHERS = 64
"""Spectators of one room."""


class Setup(Struct, frozen=True, forbid_unknown_fields=True):
    """What a room was made as; never changes.

    `timer`, `bank` and `grace` are in seconds; `seeded`: its maker chose the seed. `password` is a digest, empty
    without one. `delay` is None where nobody may watch. `plans` hold the neutral third, if there is
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
    password: bytes = b""
    language: str = ANY_LANGUAGE
    bank: int = 0
    grace: int = 0
    calendar: Calendar | None = None
    absence: Absence = CALM_ABSENCE
    delay: int | None = None
    webhook: str = ""


class Substitute(Struct, frozen=True, forbid_unknown_fields=True):
    """Who plays a seat until its person returns; `tokens`, `person` and `asked` as in the seat."""

    name: str
    tokens: tuple[bytes, ...] = ()
    person: int = 0
    asked: bytes = b""


class SeatImage(Struct, frozen=True, forbid_unknown_fields=True):
    """A seat of a room. `player` is `open`, `person` or a computer's level.

    `tokens` are SHA-256 digests: the one in use and the one given last, until that is used.
    `person` is the id by which the server knows the player, 0 for a guest; `standing` what was known when they sat
    down. `away` is one who got up during the match, `absent` one for whom nobody waits any more; `missed` counts the
    deadlines missed one after another, `turns_missed` all of `turns_due`. `brief` is for the caretaker. `ready` is readiness to begin. In a `resigned` seat name and
    tokens are still of the person who had it, and may watch. `asked` names the command by which they sat down: sent
    again to a server that has forgotten its answers, it is answered with this seat.
    """

    faction: str
    player: str = OPEN
    name: str = ""
    tokens: tuple[bytes, ...] = ()
    ready: bool = False
    away: bool = False
    resigned: bool = False
    person: int = 0
    standing: Standing | None = None
    absent: bool = False
    missed: int = 0
    turns_due: int = 0
    turns_missed: int = 0
    brief: Brief = CAREFUL_BRIEF
    substitute: Substitute | None = None
    asked: bytes = b""

    @property
    def is_person(self) -> bool:
        """Whether a person holds the seat, here or not."""
        return self.player == PERSON

    @property
    def is_computer(self) -> bool:
        """Whether the server plays the seat."""
        return self.player not in {PERSON, OPEN}


class Image(Struct, frozen=True, forbid_unknown_fields=True):
    """A room now; `number` counts updates.

    `slates`, `stood`, `ready`, `votes` to end and `extending` are of the turn being planned; `stood` are the slates of
    caretakers, which count where a seat's person has left the turn alone.
    `deadline` is when the turn closes, in milliseconds of the wall clock, 0 where no clock runs; `paused_left` what was
    left of it when it was stopped, by `pausing` or, `held`, by those who run the server. `banks` is what each seat may
    use up beyond its turns, in milliseconds: as it was when somebody last began or ceased to, if this is `overtime`.
    `anchor` is what the deadlines of a calendar hang on.
    `barred` are the names, as skeletons, of those who were shown out, `barred_persons` the ids of those who are
    known. `chat` are the last lines said. `reserved` seats of a lobby are kept a while for those who had them in the
    match that is played again; open as they are, they have their names.

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
    extending: tuple[bool, ...] = ()
    pausing: tuple[bool, ...] = ()
    banks: tuple[int, ...] = ()
    deadline: int = 0
    paused_left: int | None = None
    overtime: bool = False
    held: bool = False
    anchor: int = 0
    stood: tuple[Slate | None, ...] = ()
    chat: tuple[Line, ...] = ()
    muted: tuple[Seat, ...] = ()
    barred: tuple[str, ...] = ()
    barred_persons: tuple[int, ...] = ()
    rematch: str = ""
    reserved: tuple[Seat, ...] = ()


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
    """A seat agrees on something, or not."""

    seat: Seat
    turn: int
    agree: bool
    matter: Matter = "end"


class ClockSet(_Record, frozen=True, tag="clock"):
    """The turn's deadline was moved, the clock stopped or started again, time beyond the turns used up."""

    deadline: int
    paused_left: int | None
    banks: tuple[int, ...]
    overtime: bool = False
    held: bool = False


class Stood(_Record, frozen=True, tag="stood"):
    """What the caretaker of a seat would do in this turn."""

    seat: Seat
    turn: int
    orders: Slate


class Spoken(_Record, frozen=True, tag="spoken"):
    """Somebody in the room said something."""

    line: Line


class MutedSeats(_Record, frozen=True, tag="muted"):
    """Who is not heard in this room."""

    seats: tuple[Seat, ...]


class Barred(_Record, frozen=True, tag="barred"):
    """Who does not come in again: skeletons of names, ids of persons."""

    names: tuple[str, ...]
    persons: tuple[int, ...] = ()


class Reserved(_Record, frozen=True, tag="reserved"):
    """These seats are kept for those who had them before, and no others any more."""

    seats: tuple[Seat, ...]


class Rematched(_Record, frozen=True, tag="rematched"):
    """The match is played again in this room."""

    room: str


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


Record: TypeAlias = (
    SeatChanged
    | OwnerChanged
    | Began
    | Saved
    | Readied
    | Voted
    | ClockSet
    | Stood
    | Spoken
    | MutedSeats
    | Barred
    | Reserved
    | Rematched
    | Resolved
    | Abandoned
)


def with_record(image: Image, record: Record) -> Image:
    """The image after a record. Began and Resolved change it by `begun` and `resolved` instead.

    Raises ValueError for those: a journal that has one without its image is broken.
    """
    match record:
        case Saved(seat, _, orders):
            return replace(image, slates=_put(image.slates, seat, orders))
        case Readied(seat, _, ready):
            return replace(image, ready=_put(image.ready, seat, ready))
        case SeatChanged(seat, now):
            return _with_seat(image, seat, now)
        case OwnerChanged(seat):
            return replace(image, owner=seat)
        case Voted():
            return _voted(image, record)
        case _:
            return _with_more(image, record)


def _with_more(image: Image, record: Record) -> Image:
    match record:
        case Abandoned():
            return replace(image, phase=OVER)
        case ClockSet():
            return replace(image, **asdict(record))
        case Stood(seat, _, orders):
            return replace(image, stood=_put(image.stood or (None,) * len(image.seats), seat, orders))
        case Rematched(room):
            return replace(image, rematch=room)
        case Reserved(seats):
            return replace(image, reserved=seats)
        case _:
            return _with_talk(image, record)


def _with_talk(image: Image, record: Record) -> Image:
    match record:
        case Spoken(line):
            return replace(image, chat=_with_line(image.chat, line))
        case MutedSeats(seats):
            return replace(image, muted=seats)
        case Barred(names, persons):
            return replace(image, barred=names, barred_persons=persons)
        case _:
            raise ValueError(f"room {image.setup.id}: {type(record).__name__} was stored without its image")


def _with_seat(image: Image, seat: Seat, now: SeatImage) -> Image:
    """What was said to one alone is gone when somebody else sits there."""
    was = image.seats[seat]
    others = (was.name, was.substitute and was.substitute.name) != (
        now.name,
        now.substitute and now.substitute.name,
    )
    chat = (
        tuple(x for x in image.chat if x.to == EVERYBODY or seat not in (x.seat, x.to))
        if others
        else image.chat
    )
    return replace(image, seats=_put(image.seats, seat, now), chat=chat)


def _with_line(chat: tuple[Line, ...], line: Line) -> tuple[Line, ...]:
    """Lines of others never push one's own out: how many there are would tell that they speak."""
    pair = _pair(line)
    same = [n for n, said in enumerate(chat) if _pair(said) == pair]
    if len(same) >= (MOST_LINES if line.to == EVERYBODY else MOST_PRIVATE_LINES):
        chat = (*chat[: same[0]], *chat[same[0] + 1 :])
    return (*chat, line)


def _pair(line: Line) -> frozenset[Seat]:
    """The two between whom a line was said; nobody for one that everybody may hear."""
    return frozenset() if line.to == EVERYBODY else frozenset((line.seat, line.to))


def _voted(image: Image, vote: Voted) -> Image:
    """The votes to pause outlive the turn; an image of an earlier version has none."""
    nobody = (False,) * len(image.seats)
    match vote.matter:
        case "end":
            return replace(image, votes=_put(image.votes, vote.seat, vote.agree))
        case "pause":
            return replace(image, pausing=_put(image.pausing or nobody, vote.seat, vote.agree))
        case "extend":
            return replace(image, extending=_put(image.extending or nobody, vote.seat, vote.agree))


def begun(image: Image, match: Match, state: State) -> Image:
    """The image of a match before its first turn."""
    return _planning(replace(image, phase=PLAYING, match=match), state)


def resolved(image: Image, state: State) -> Image:
    """The image after a turn; `state` is what came of it."""
    phase = PLAYING if state.public.outcome is None else OVER
    return _planning(replace(image, number=image.number + 1, phase=phase), state)


def _planning(image: Image, state: State) -> Image:
    nothing, nobody = (None,) * len(image.seats), (False,) * len(image.seats)
    return replace(
        image,
        state=state,
        slates=nothing,
        stood=(),
        ready=nobody,
        votes=nobody,
        extending=nobody,
        overtime=False,
    )


def slates_of(image: Image) -> tuple[Slate, ...]:
    """What counts if the turn closes now: each seat's last saved slate, its caretaker's, or no orders.

    Whoever was ready without a slate wanted none.
    """
    stood = image.stood or (None,) * len(image.seats)
    each = zip(image.slates, stood, image.ready, strict=True)
    return tuple(
        own or (NO_ORDERS if own is not None or ready else other or NO_ORDERS) for own, other, ready in each
    )


def _put(items: tuple[_Item, ...], index: int, item: _Item) -> tuple[_Item, ...]:
    return (*items[:index], item, *items[index + 1 :])
