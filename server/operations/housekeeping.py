"""Lets go of what was kept long enough, once an hour, beside play."""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from types import TracebackType
from typing import Final, Self

from server.disk.journal import StorageError
from server.disk.retention import Retention
from server.logs import about

_LOG = logging.getLogger(__name__)
FIRST_AFTER: Final = 60.0
"""Seconds after the start: those who come back go first."""

EVERY: Final = 3600.0


class Housekeeping:
    """`async with Housekeeping(retention, is_open):` sweeps until the block ends; `is_open` knows rooms in memory."""

    def __init__(self, retention: Retention, is_open: Callable[[str], bool]) -> None:
        self._retention = retention
        self._is_open = is_open
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        """Begin; the first sweep is a while off."""
        self._task = asyncio.create_task(self._keep_house(), name="housekeeping")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop; what is left is for the next server."""
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def _keep_house(self) -> None:
        await asyncio.sleep(FIRST_AFTER)
        while True:
            await self.sweep()
            await asyncio.sleep(EVERY)

    async def sweep(self) -> None:
        """Do it now. A disk that refuses is logged."""
        try:
            swept = await self._retention.sweep(self._is_open)
        except StorageError as error:
            _LOG.error("old matches cannot be let go of", extra=about("not_swept", why=str(error)))
            return
        if swept.rooms or swept.replays:
            told = about("swept", rooms=swept.rooms, replays=swept.replays)
            _LOG.info("old matches were let go of", extra=told)
