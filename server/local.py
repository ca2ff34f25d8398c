"""A whole host as one value: for the server's own process, for solo and hosted play, and for tests."""

import logging
from pathlib import Path
from types import TracebackType
from typing import Self

from game.link.address import Address
from game.link.memory import MemoryLink
from game.protocol.refusals import Refused, refusal
from game.resources import maps_folder
from server.config import Config
from server.disk.journal import Journal
from server.disk.memory_store import MemoryJournal
from server.disk.replays import Make, Replays
from server.host.doorkeeper import Admission
from server.host.guest import MEMORY, Guest
from server.host.host import Host
from server.host.library import Library, read_library
from server.host.outside import OUTSIDE, Outside
from server.host.packages import Packages
from server.host.thinking import Thinker, pool_of_one_thread
from server.host.wording import english
from server.meters import Meters
from server.people.people import People
from server.wire.front import Front
from server.wire.pages import Pages

_LOG = logging.getLogger(__name__)


class LocalHost:
    """`async with LocalHost(Config()) as host:` runs a host; `host.link()` is a way to it without a socket.

    Without more it keeps nothing and thinks in a thread, which is what solo play wants. With `listen`
    it opens the port of the config, and `url` says where; the host then takes both kinds of link.
    `packages` is a folder for maps on their way to players, `pages` are what there is on the port beside `/`.
    `people` and `replays` are kept in memory where none are given. `meters` are those the journal and the thinker count in, if they were given.
    """

    def __init__(  # noqa: PLR0913 - each service is one of a kind
        self,
        config: Config,
        *,
        journal: Journal | None = None,
        thinker: Thinker | None = None,
        library: Library | None = None,
        packages: Path | None = None,
        pages: Pages | None = None,
        meters: Meters | None = None,
        listen: bool = False,
        outside: Outside = OUTSIDE,
        people: People | None = None,
        replays: Replays | None = None,
        make_replay: Make | None = None,
    ) -> None:
        self.url = ""
        self.address: Address | None = None
        self._library = library or read_library(_map_folders(config), config.offered)
        words = english()
        if listen:
            # The first refusal reads the texts from disk; that must not happen while many play.
            words(refusal(Refused.BUSY))
        self.host = Host(
            journal or MemoryJournal(),
            thinker or Thinker(pool_of_one_thread),
            self._library,
            words,
            packages=Packages(self._library.sources, packages),
            most_rooms=config.rooms,
            name=config.name,
            meters=meters,
            outside=outside,
            people=people,
            replays=replays,
            make_replay=make_replay,
            admission=Admission(config.password or "", config.allow),
            message=config.message,
        )
        self._front = Front(self.host, config, pages) if listen else None

    async def __aenter__(self) -> Self:
        """Bring back the rooms of the journal, then open the port. Raises OSError, StorageError."""
        try:
            await self._open()
        except BaseException:
            await self.host.stop()
            raise
        return self

    async def _open(self) -> None:
        back = await self.host.start()
        if back:
            _LOG.info("%d rooms brought back from the journal", back)
        if self._front is not None:
            name, port = await self._front.open()
            self.address = Address(name, port)
            self.url = self.address.url
            _LOG.info("listening on %s", self.url)

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Tell everyone, store what is under way, stop."""
        await self.host.stop()
        if self._front is not None:
            await self._front.close()

    def flush(self) -> None:
        """Write now what is due to those who came through the port; otherwise it is written soon."""
        if self._front is not None:
            self._front.flush()

    def link(self) -> MemoryLink:
        """A way to this host without a socket."""
        return MemoryPeer(self.host).link


class MemoryPeer:
    """The host's side of a link in memory."""

    address = MEMORY

    def __init__(self, host: Host) -> None:
        self._host = host
        self._guest: Guest = host.attach(self)
        self.link = MemoryLink(self._receive, self._hang_up)

    def push(self, frame: bytes) -> None:
        """See `Peer.push`."""
        self.link.push(frame)

    def greeted(self) -> None:
        """See `Peer.greeted`."""

    def end(self, code: int, reason: str) -> None:
        """See `Peer.end`."""
        self.link.end(f"{code} {reason}")
        self._host.detach(self._guest)

    def _receive(self, frame: bytes) -> None:
        self._host.receive(self._guest, frame)

    def _hang_up(self) -> None:
        self._host.detach(self._guest)


def _map_folders(config: Config) -> tuple[Path, ...]:
    own = (Path(config.maps),) if config.maps else ()
    return (maps_folder(), *own)
