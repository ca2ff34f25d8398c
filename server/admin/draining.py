"""Coming to an end without spoiling a match: nothing new begins, and what is live may be finished."""

import asyncio
from collections.abc import Callable
from typing import Final

from game.protocol.messages import PLAYING
from server.host.host import Host
from server.operations.news import is_slow

LOOK_EVERY: Final = 1.0


def live_matches(host: Host) -> int:
    """Matches that somebody sits in front of; those that people come back to wait in the journal for the next start."""
    rooms = (keeper.room for keeper in host.rooms.all())
    return sum(1 for room in rooms if room.image.phase == PLAYING and room.here and not is_slow(room.image))


class Draining:
    """Calls `stop` when a host that drains has no live match any more, or its time is over."""

    def __init__(self, host: Host, stop: Callable[[], None]) -> None:
        self._host, self._stop = host, stop
        self._waiting: asyncio.Task[None] | None = None

    def begin(self, minutes: int | None) -> None:
        """Nothing new from now on; again, it sets the time anew."""
        self.close()
        self._host.is_draining = True
        self._waiting = asyncio.create_task(self._wait(minutes), name="draining")

    def end(self) -> None:
        """Go on as before."""
        self._host.is_draining = False
        self.close()

    def close(self) -> None:
        """Wait no more; what was begun stays."""
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    async def _wait(self, minutes: int | None) -> None:
        time = asyncio.get_running_loop().time
        end = None if minutes is None else time() + 60 * minutes
        while live_matches(self._host) and (end is None or time() < end):  # noqa: ASYNC110 - a look a second is all
            await asyncio.sleep(LOOK_EVERY)
        self._stop()
