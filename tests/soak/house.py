"""The server of the soak: everything `server.process` puts around a host, in one process with its players."""

import asyncio
import logging
import os
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path
from typing import Final

from msgspec import Struct

from game.ai.roster import LEVELS, decide
from game.content import ruleset
from game.rules.orders import Slate
from server.config import Config
from server.disk.people_store import SqlitePeople
from server.disk.replay_store import SqliteReplays
from server.disk.retention import DAY, Retention, Terms
from server.disk.store import open_journal
from server.host.host import Host
from server.host.library import Library
from server.host.outside import OUTSIDE
from server.host.thinking import Thinker, Thought, pool_of_one_thread
from server.host.thinking import _board as board_of
from server.local import LocalHost
from server.logs import LineFormatter
from server.meters import Meters
from server.operations.herald import Herald
from server.operations.housekeeping import Housekeeping
from server.operations.pages import OperationPages
from server.operations.watch import Watch
from tests.support.cities import line_city

MAP: Final = "line"
TOKEN: Final = "a token for the soak"


class House(Struct, frozen=True):
    """A server and what looks after it."""

    local: LocalHost
    keeping: Housekeeping
    pages: OperationPages

    @property
    def host(self) -> Host:
        """The host itself."""
        return self.local.host

    async def settled(self) -> None:
        """Returns when every replay of a match that is over is made."""
        archivist = self.host._archivist
        async with archivist._making:
            pass
        while archivist._tasks:
            await asyncio.wait(tuple(archivist._tasks.values()))

    async def sweep(self) -> None:
        """Let go of every match that is over, as if it had ended long ago, and look at the figures."""
        await self.keeping.sweep()
        self.pages.page("/metrics", {"authorization": f"Bearer {TOKEN}"})


def _later() -> int:
    """A month from now, so that the shortest terms are over."""
    return time.time_ns() // 1_000_000 + 30 * DAY


def _draw(thought: Thought) -> Slate:
    """A computer player that takes no time worth mentioning."""
    return decide("random", board_of(thought.match), thought.view, thought.seed)


@contextmanager
def _logged() -> Iterator[None]:
    """What the server says is formatted and written, but to nowhere."""
    logger = logging.getLogger("server")
    before = logger.level, logger.propagate
    with Path(os.devnull).open("w") as nowhere:
        handler = logging.StreamHandler(nowhere)
        handler.setFormatter(LineFormatter())
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
        logger.propagate = False
        try:
            yield
        finally:
            logger.removeHandler(handler)
            logger.level, logger.propagate = before


@asynccontextmanager
async def house(folder: Path) -> AsyncIterator[House]:
    """A server that keeps its matches in this folder and lets go of them when it is told to sweep."""
    meters = Meters()
    journal = await open_journal(folder, meters)
    pages = OperationPages(meters, TOKEN)
    local = LocalHost(
        Config(port=0),
        journal=journal,
        thinker=Thinker(pool_of_one_thread, player=_draw, meters=meters),
        library=Library(ruleset(), {MAP: line_city()}, LEVELS),
        packages=folder / "packages",
        pages=pages,
        meters=meters,
        people=SqlitePeople(journal.database),
        replays=SqliteReplays(journal.database),
        listen=True,
    )
    rooms = local.host.rooms
    rooms.observers.append(Herald(lambda _url, _body: None, "Soak", "https://example.org/", OUTSIDE.wall))
    keeping = Housekeeping(Retention(journal.database, Terms(1, 1), _later), rooms.__contains__)
    async with AsyncExitStack() as stack:
        stack.enter_context(_logged())
        await stack.enter_async_context(local)
        watch = await stack.enter_async_context(Watch(meters, journal, folder))
        pages.show(local.host, watch)
        yield House(local, keeping, pages)
