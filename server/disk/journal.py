"""What the host asks of a disk: a handful of verbs, so that one file can later become a shared database.

A room is owned under an epoch. Whoever claims it gets a higher one, and from then on the store refuses
what the former owner still wants to write.
"""

from collections.abc import Callable, Generator
from typing import Any, Protocol

from msgspec import Struct

from game.protocol.messages import Turned
from server.room.image import Image, Record, Resolved, with_record


class StorageError(Exception):
    """The disk did not take or give what was asked; nothing of the request was stored."""


class StaleEpochError(StorageError):
    """Somebody else has claimed the room since; the owner under the old epoch must let go of it."""


class UnreadableError(StorageError):
    """What is stored is not what this server reads, and will not be the next time either."""


class Storing(Protocol):
    """Something that is being stored: a future, or what behaves as one. One waits for it."""

    def done(self) -> bool:
        """Whether it is safe on disk, or refused."""

    def result(self) -> None:
        """Raises why it is refused; it must be done."""

    def add_done_callback(self, then: Callable[[Any], object], /) -> None:
        """Call this with it when it is done; it is not done yet."""

    def __await__(self) -> Generator[Any, None, None]:
        """Wait for it."""


class Kept(Struct, frozen=True):
    """A room as stored: the last image and the records after it."""

    image: Image
    records: tuple[Record, ...]

    def now(self) -> Image:
        """The room now. Raises ValueError where the records do not follow from the image."""
        image = self.image
        for record in self.records:
            image = with_record(image, record)
        return image


class Journal(Protocol):
    """The verbs. Each raises StorageError."""

    async def claim(self, room: str) -> int:
        """Own the room from now on; returns the epoch. A room that is not stored yet may be claimed too."""

    def append(self, room: str, epoch: int, records: tuple[Record, ...], image: Image | None) -> Storing:
        """Store the records in order, and the image that holds them all if there is one.

        It is done once they are safe on disk. All or nothing. The first append of a room has an image.
        Raises, there and then or by what it returns, StaleEpochError if the room was claimed again.
        """

    async def load(self, room: str) -> Kept | None:
        """What is stored of the room, or None."""

    async def running(self) -> tuple[str, ...]:
        """The ids of the rooms that are not over, in the order they were made."""

    async def rooms_of(self, person: int) -> tuple[str, ...]:
        """The ids of the rooms that are not over in which a person sits or sat, the latest made first."""

    async def ledgers(self, room: str, after: int) -> tuple[Turned, ...]:
        """The turns resolved after update number `after`, in order."""

    async def played(self, room: str) -> tuple[Resolved, ...]:
        """Every turn of the room's match that was resolved, in order: all that a replay needs besides its image."""

    async def check(self) -> None:
        """Write something that changes nothing; returns once it is safe on disk, as any append would be."""

    async def close(self) -> None:
        """Finish what is asked for already, then let go of the disk."""
