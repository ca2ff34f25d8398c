"""What is worth telling somebody who is not here: a turn began, it closes soon, everybody waits for them.

Only for matches that people come back to; who plays live sees it. Pure: an image in, news out.
"""

from collections.abc import Collection
from typing import Final, Literal

from msgspec import Struct

from game.protocol.messages import PLAYING
from game.rules.ids import Seat
from server.room import attendance
from server.room.image import Image

SLOW: Final = 3600
"""Seconds of a turn from which on a match is one that people come back to."""

TWO_HOURS: Final = 2 * 3600 * 1000
"""Milliseconds before the deadline at which those who are waited for are told."""

Kind = Literal["your_turn", "two_hours", "last"]


class News(Struct, frozen=True):
    """What to tell: of which match, in which turn, and whom it is about. `deadline` as in `Image`."""

    kind: Kind
    room: str
    turn: int
    names: tuple[str, ...]
    deadline: int


def is_slow(image: Image) -> bool:
    """Whether people come back to this match rather than stay: by a calendar, long turns, or no clock."""
    setup = image.setup
    return setup.calendar is not None or setup.timer is None or setup.timer >= SLOW


def turn_of(image: Image) -> int:
    """The turn that is being planned, 0 where no match runs."""
    running = image.phase == PLAYING and image.state is not None
    return image.state.public.turn if running and image.state is not None else 0


def awaited(image: Image) -> tuple[Seat, ...]:
    """The seats of persons the turn waits for; nobody while the clock stands still."""
    if not turn_of(image) or image.paused_left is not None:
        return ()
    return attendance.waited_for(image)


def turn_began(image: Image, here: Collection[Seat]) -> News | None:
    """That it is their turn, for those who are not here."""
    return _about("your_turn", image, [seat for seat in awaited(image) if seat not in here])


def two_hours_left(image: Image) -> News | None:
    """That the turn closes soon, for those it waits for, here or not."""
    return _about("two_hours", image, awaited(image))


def one_is_last(image: Image, here: Collection[Seat]) -> News | None:
    """That all others are ready, for the one who is not, and not here; only where there are others."""
    waited_for = awaited(image)
    alone = len(waited_for) == 1 and len(attendance.players(image)) > 1 and waited_for[0] not in here
    return _about("last", image, waited_for) if alone else None


def _about(kind: Kind, image: Image, seats: Collection[Seat]) -> News | None:
    if not seats:
        return None
    names = tuple(_name(image, seat) for seat in seats)
    return News(kind, image.setup.name, turn_of(image), names, image.deadline)


def _name(image: Image, number: Seat) -> str:
    seat = image.seats[number]
    return seat.name if seat.substitute is None else seat.substitute.name
