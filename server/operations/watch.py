"""Looks at the running server at an even pace: how late its loop is, and whether its disk takes what it is given."""

import asyncio
import contextlib
import logging
import shutil
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from server.disk.journal import Journal, StorageError
from server.logs import about
from server.meters import Meters

_LOG = logging.getLogger(__name__)
LAG_EVERY: Final = 0.25
DISK_EVERY: Final = 10.0
ROLL_EVERY: Final = 60.0
DISK_WITHIN: Final = 5.0
"""Seconds a journal may take for one small record before it counts as not writable."""

LEAST_FREE: Final = 64 * 1024 * 1024
"""Bytes that must be free where the journal lies: it fails long before the disk is truly full."""


class Watch:
    """`async with Watch(meters, journal, folder):` watches until the block ends.

    `folder` is where the journal lies, None where there is none.
    """

    def __init__(self, meters: Meters, journal: Journal, folder: Path | None) -> None:
        self.is_writable = True
        """Whether the journal took a small record when it was last tried."""
        self.lag = 0.0
        """Seconds the loop was late when it was last looked at."""
        self._meters = meters
        self._journal = journal
        self._folder = folder
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        """Begin; the disk is looked at once before this returns."""
        await self.try_disk()
        self._tasks = [
            asyncio.create_task(self._sample_lag(), name="loop lag"),
            asyncio.create_task(self._look_at_disk(), name="disk"),
            asyncio.create_task(_every(ROLL_EVERY, self._meters.roll), name="high-water marks"),
        ]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop watching."""
        for task in self._tasks:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await task

    async def try_disk(self) -> None:
        """Try the journal now."""
        was_writable, self.is_writable = self.is_writable, await self._takes_a_record()
        if self.is_writable and not was_writable:
            _LOG.warning("the journal can be written again", extra=about("storage_back"))

    async def _sample_lag(self) -> None:
        time = asyncio.get_running_loop().time
        while True:
            due = time() + LAG_EVERY
            await asyncio.sleep(LAG_EVERY)
            self.lag = max(0.0, time() - due)
            self._meters.lag.observe(self.lag)
            self._meters.lag_high.note(self.lag)

    async def _look_at_disk(self) -> None:
        while True:
            await asyncio.sleep(DISK_EVERY)
            await self.try_disk()

    async def _takes_a_record(self) -> bool:
        try:
            async with asyncio.timeout(DISK_WITHIN):
                await self._journal.check()
                free = LEAST_FREE if self._folder is None else await asyncio.to_thread(_free, self._folder)
        except (StorageError, OSError, TimeoutError) as error:
            told = about("storage", why=str(error) or "it does not answer")
            _LOG.error("the journal cannot be written", extra=told)
            return False
        if free < LEAST_FREE:
            told = about("storage", free=free, needed=LEAST_FREE)
            _LOG.error("the disk is nearly full", extra=told)
        return free >= LEAST_FREE


def _free(folder: Path) -> int:
    return shutil.disk_usage(folder).free


async def _every(seconds: float, act: Callable[[], None]) -> None:
    while True:
        await asyncio.sleep(seconds)
        act()
