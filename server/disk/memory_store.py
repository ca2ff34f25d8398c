"""A journal that forgets everything with the process: for solo play and for tests."""

import asyncio

from game.protocol.messages import OVER, PackedLedger, Turned
from server.disk.journal import Kept, StaleEpochError, StorageError
from server.disk.sitters import persons_in
from server.room.image import Abandoned, Image, Record, Resolved


class MemoryJournal:
    """Keeps the same promises as the journal on disk, but for surviving."""

    def __init__(self) -> None:
        self._epochs: dict[str, int] = {}
        self._kept: dict[str, tuple[Image, list[Record]]] = {}
        self._turns: dict[str, list[Resolved]] = {}
        self._persons: dict[str, set[int]] = {}
        self._is_safe: asyncio.Future[None] | None = None

    async def claim(self, room: str) -> int:
        """See `Journal.claim`."""
        self._epochs[room] = self._epochs.get(room, 0) + 1
        return self._epochs[room]

    def append(
        self, room: str, epoch: int, records: tuple[Record, ...], image: Image | None
    ) -> asyncio.Future[None]:
        """See `Journal.append`."""
        if self._epochs.get(room) != epoch:
            owned = f"room {room} is owned under epoch {self._epochs.get(room)}, not {epoch}"
            return _refused(StaleEpochError(owned))
        kept = self._kept.get(room)
        if image is not None:
            self._kept[room] = image, []
        elif kept is not None:
            kept[1].extend(records)
        else:
            return _refused(StorageError(f"the first append of room {room} has no image"))
        persons = persons_in(records, image)
        if persons:
            self._persons.setdefault(room, set()).update(persons)
        for record in records:
            if isinstance(record, Resolved):
                self._turns.setdefault(room, []).append(record)
        return self._safe()

    def _safe(self) -> asyncio.Future[None]:
        """What is asked for is done at once; one future says so for all of it."""
        if self._is_safe is None:
            self._is_safe = asyncio.get_running_loop().create_future()
            self._is_safe.set_result(None)
        return self._is_safe

    async def load(self, room: str) -> Kept | None:
        """See `Journal.load`."""
        kept = self._kept.get(room)
        return None if kept is None else Kept(kept[0], tuple(kept[1]))

    async def running(self) -> tuple[str, ...]:
        """See `Journal.running`."""
        return tuple(room for room, kept in self._kept.items() if not _is_over(kept))

    async def rooms_of(self, person: int) -> tuple[str, ...]:
        """See `Journal.rooms_of`."""
        sat = (room for room, persons in self._persons.items() if person in persons)
        return tuple(room for room in sat if not _is_over(self._kept[room]))[::-1]

    async def ledgers(self, room: str, after: int) -> tuple[Turned, ...]:
        """See `Journal.ledgers`."""
        turns = (turn for turn in self._turns.get(room, []) if turn.number > after)
        return tuple(Turned(turn.turn, PackedLedger(turn.entries)) for turn in turns)

    async def played(self, room: str) -> tuple[Resolved, ...]:
        """See `Journal.played`."""
        return tuple(self._turns.get(room, ()))

    async def check(self) -> None:
        """See `Journal.check`."""

    async def close(self) -> None:
        """See `Journal.close`."""


def _refused(error: StorageError) -> asyncio.Future[None]:
    refused: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    refused.set_exception(error)
    return refused


def _is_over(kept: tuple[Image, list[Record]]) -> bool:
    image, records = kept
    return image.phase == OVER or any(isinstance(record, Abandoned) for record in records)
