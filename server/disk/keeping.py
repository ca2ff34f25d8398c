"""A journal that also keeps the replays of matches as they end, for the player on whose machine they were played."""

import asyncio
import logging
import time

from game.protocol.messages import Turned
from game.replays.errors import ReplayError
from game.replays.recording import NotRecordableError
from game.replays.shelf import ReplayShelf
from server.disk.journal import Journal, Kept, StorageError
from server.disk.replaying import is_finished, replay_of
from server.logs import about
from server.room.image import Image, Record, Resolved

_LOG = logging.getLogger(__name__)


class KeepingJournal:
    """Gives every verb to another journal. When a turn ends a match, its replay is put on the shelf soon after.

    A replay that cannot be kept is logged; the match is stored all the same.
    """

    def __init__(self, journal: Journal, shelf: ReplayShelf) -> None:
        self._journal, self._shelf = journal, shelf
        self._keeping: set[asyncio.Task[None]] = set()

    async def claim(self, room: str) -> int:
        """See `Journal.claim`."""
        return await self._journal.claim(room)

    def append(
        self, room: str, epoch: int, records: tuple[Record, ...], image: Image | None
    ) -> asyncio.Future[None]:
        """See `Journal.append`."""
        stored = self._journal.append(room, epoch, records, image)
        ended = any(isinstance(record, Resolved) for record in records)
        if ended and image is not None and is_finished(image):
            task = asyncio.create_task(self._keep(room, image, stored), name=f"replay of {room}")
            self._keeping.add(task)
            task.add_done_callback(self._keeping.discard)
        return stored

    async def load(self, room: str) -> Kept | None:
        """See `Journal.load`."""
        return await self._journal.load(room)

    async def running(self) -> tuple[str, ...]:
        """See `Journal.running`."""
        return await self._journal.running()

    async def rooms_of(self, person: int) -> tuple[str, ...]:
        """See `Journal.rooms_of`."""
        return await self._journal.rooms_of(person)

    async def ledgers(self, room: str, after: int) -> tuple[Turned, ...]:
        """See `Journal.ledgers`."""
        return await self._journal.ledgers(room, after)

    async def played(self, room: str) -> tuple[Resolved, ...]:
        """See `Journal.played`."""
        return await self._journal.played(room)

    async def check(self) -> None:
        """See `Journal.check`."""
        await self._journal.check()

    async def close(self) -> None:
        """Finish the replays, then see `Journal.close`."""
        await asyncio.gather(*self._keeping)
        await self._journal.close()

    async def _keep(self, room: str, image: Image, stored: asyncio.Future[None]) -> None:
        try:
            await stored
            turns = await self._journal.played(room)
            path = await asyncio.to_thread(self._write, image, turns)
        except (StorageError, NotRecordableError, ReplayError, OSError) as error:
            told = about("replay_not_kept", room=room, why=str(error))
            _LOG.warning("a replay is not kept", extra=told)
        else:
            _LOG.info("a replay is kept", extra=about("replay_kept", room=room, path=path))

    def _write(self, image: Image, turns: tuple[Resolved, ...]) -> str:
        return str(self._shelf.keep(replay_of(image, turns, int(time.time()))))
