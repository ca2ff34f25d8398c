"""Bringing rooms back that were let go because the disk failed: their clocks must run on, whoever is there."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final

from server.disk.journal import Journal, StorageError
from server.logs import about

_LOG = logging.getLogger(__name__)
FIRST_PAUSE: Final = 0.5
LONGEST_PAUSE: Final = 30.0
"""Seconds between two tries; each is twice as long as the one before."""

CALM: Final = 60.0
"""Seconds without a loss after which pauses begin with the shortest again."""


class Recovery:
    """One per host. `fetch` brings a room back that is not in memory; it raises nothing."""

    def __init__(self, journal: Journal, fetch: Callable[[str], Awaitable[None]]) -> None:
        self._journal = journal
        self._fetch = fetch
        self._lost: dict[str, None] = {}
        self._pause = FIRST_PAUSE
        self._lost_at = 0.0
        self._work: asyncio.Task[None] | None = None

    def want(self, room: str) -> None:
        """The room could not be stored or read: bring it back when the disk works again, unless it is over."""
        now = asyncio.get_running_loop().time()
        if now - self._lost_at > CALM:
            self._pause = FIRST_PAUSE
        self._lost_at = now
        self._lost[room] = None
        if self._work is None or self._work.done():
            self._work = asyncio.create_task(self._until_all_are_back(), name="recovery")

    def __contains__(self, room: str) -> bool:
        """Whether it waits for the disk."""
        return room in self._lost

    async def stop(self) -> None:
        """Bring nothing back any more."""
        if self._work is not None:
            self._work.cancel()
            await asyncio.wait({self._work})

    async def _until_all_are_back(self) -> None:
        while self._lost:
            await asyncio.sleep(self._pause)
            self._pause = min(2 * self._pause, LONGEST_PAUSE)
            try:
                await self._journal.check()
                running = frozenset(await self._journal.running())
            except StorageError as error:
                told = about("disk_failing", rooms=len(self._lost), why=str(error))
                _LOG.warning("rooms wait for the disk", extra=told)
                continue
            await self._bring_back(running)

    async def _bring_back(self, running: frozenset[str]) -> None:
        """One that fails again is wanted again, by whoever sees it fail."""
        lost, self._lost = self._lost, {}
        for room in lost:
            if room in running:
                await self._fetch(room)
        _LOG.info("the disk works again", extra=about("rooms_back", rooms=len(lost)))
