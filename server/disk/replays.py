"""What the host asks of the archive of finished matches."""

from collections.abc import Awaitable, Callable
from typing import Final, Protocol

from msgspec import Struct
from msgspec.structs import replace

from game.protocol.messages import ArchivedMatch
from game.rules.ids import Seat
from server.disk.replaying import replay_of
from server.room.image import Image, Resolved

MOST_LISTED: Final = 50
"""Matches of one's own in a list, and as many public ones."""


class KeptReplay(Struct, frozen=True):
    """A replay and who may have it: `persons`, by their ids, and everybody where it `is_public`."""

    about: ArchivedMatch
    persons: frozenset[int]
    is_public: bool
    body: bytes


class Unkept(Struct, frozen=True):
    """A room whose match is over and has no replay yet; `ended_at` is in seconds since 1970."""

    room: str
    ended_at: int


Make = Callable[[Unkept], Awaitable[KeptReplay | None]]
"""Makes the replay of a room, None where there is no such room.

Raises NotRecordableError, StorageError, ValueError where there can be none.
"""


class ReplayBytes(Struct, frozen=True):
    """Some bytes of a replay, and how many it has in all."""

    data: bytes
    total: int


class Replays(Protocol):
    """The verbs. Each raises StorageError."""

    async def keep(self, replay: KeptReplay) -> None:
        """Put it into the archive, in place of one of the same room."""

    async def cannot(self, unkept: Unkept) -> None:
        """There will never be a replay of this room."""

    async def unkept(self) -> tuple[Unkept, ...]:
        """The rooms that are over and were neither kept nor given up, in the order they were made."""

    async def listed(self, person: int) -> tuple[ArchivedMatch, ...]:
        """The newest of a person's, 0 for a guest, and the newest public ones; the latest first."""

    async def may_have(self, room: str, person: int) -> bool:
        """Whether this person may have the replay of a room; False if there is none."""

    async def part(self, room: str, offset: int, length: int) -> ReplayBytes | None:
        """At most so many bytes from `offset` on, none beyond the end; None if there is no replay."""


def kept_replay(image: Image, turns: tuple[Resolved, ...], ended_at: int) -> KeptReplay:
    """The replay of a match for the archive; `turns` are all of them, `ended_at` is in seconds since 1970.

    Takes as long as all its turns took. Raises NotRecordableError for a match that is not over, or that the
    rules of now play otherwise.
    """
    body = replay_of(image, turns, ended_at)
    setup = image.setup
    persons = frozenset(seat.person for seat in image.seats if seat.person)
    about = replace(about_match(image, ended_at), bytes=len(body))
    return KeptReplay(about, persons, setup.public and not setup.password, body)


def about_match(image: Image, ended_at: int) -> ArchivedMatch:
    """What a list shows of a match that is over and has no replay yet."""
    setup = image.setup
    names = tuple(seat.name or seat.player for seat in image.seats)
    computers = tuple(Seat(n) for n, seat in enumerate(image.seats) if not seat.name)
    about = (setup.id, setup.name, setup.map, setup.mode, setup.length, ended_at)
    return ArchivedMatch(*about, names, 0, computers)
