"""What the connections of one port share: where they lead to, what they are counted in, and their turn to write."""

import asyncio
import logging
from typing import Final, Protocol

from websockets.server import ServerProtocol
from websockets.typing import Origin, Subprotocol

from game.protocol.limits import MOST_BYTES_BEFORE_HELLO
from game.protocol.messages import SUBPROTOCOL
from server.config import Config
from server.host.host import Host
from server.limits import FILES_OF_THE_REST, SILENT_PER_ADDRESS, AddressCount
from server.logs import CalmFilter
from server.memory import give_back
from server.open_files import may_be_open
from server.wire.opening import answered_shortly
from server.wire.pages import Pages
from server.wire.proxies import Proxies
from server.wire.quick import QuickReader
from server.wire.reading import Reader
from server.wire.sending import Outbox

BYTES_READ_AT_ONCE: Final = 16 * 1024
TIDIED_AFTER: Final = 10.0
"""Seconds, so that many who are cut off one after the other are tidied up after together."""

_LIBRARY: Final = logging.getLogger(f"{__name__}.websockets")
_LIBRARY.setLevel(logging.WARNING)
_LIBRARY.addFilter(CalmFilter())


class Endable(Protocol):
    """A connection, as far as the one who closes the port is concerned."""

    def end(self, code: int, reason: str) -> None:
        """Tell the client, then close."""

    def abort(self) -> None:
        """Drop it at once."""


class Threshold:
    """Made inside a running loop. Of web pages only those of the config's origins may connect; programs send none."""

    def __init__(self, host: Host, pages: Pages, config: Config) -> None:
        self.host = host
        self.pages = pages
        self.proxies = Proxies(config.trusted_proxies)
        self._is_quick = config.quick_frames
        self.silent = AddressCount(SILENT_PER_ADDRESS)
        """Connections that have not sent a request."""
        self.ungreeted = AddressCount()
        """Websockets without a hello."""
        self.buffer = memoryview(bytearray(BYTES_READ_AT_ONCE))
        """Where the loop reads to; each connection takes out what is its own at once."""
        self.connections: set[Endable] = set()
        files = may_be_open()
        self._most = files - min(FILES_OF_THE_REST, files // 4)
        self._origins = [None, *(Origin(origin) for origin in config.origins)]
        self._subprotocols = [Subprotocol(SUBPROTOCOL)]
        self._due: list[Outbox] = []
        self._loop = asyncio.get_running_loop()
        self._is_empty = asyncio.Event()
        self._is_untidy = False

    def protocol(self) -> ServerProtocol:
        """The library's side of a new connection; without any extension, so nothing is compressed."""
        return ServerProtocol(
            origins=self._origins,
            subprotocols=self._subprotocols,
            max_size=MOST_BYTES_BEFORE_HELLO,
            logger=_LIBRARY,
        )

    def answered_shortly(self, protocol: ServerProtocol, data: bytes) -> bytes | None:
        """See `opening.answered_shortly`; None where everything is to be the library's."""
        return answered_shortly(protocol, data) if self._is_quick else None

    def reader(self, protocol: ServerProtocol) -> Reader:
        """What takes messages out of what comes over that connection."""
        return QuickReader(protocol) if self._is_quick else Reader(protocol)

    @property
    def is_full(self) -> bool:
        """Whether there are so many connections that with more of them the process would be out of files."""
        return len(self.connections) > self._most

    def flush_soon(self, outbox: Outbox) -> None:
        """Flush it when what the loop does now is done, together with all others to which something is due."""
        if not self._due:
            self._loop.call_soon(self.flush)
        self._due.append(outbox)

    def flush(self) -> None:
        """Write now what is due: nobody waits until the loop has read what others sent meanwhile."""
        due, self._due = self._due, []
        for outbox in due:
            outbox.flush()

    def gone(self, connection: Endable) -> None:
        """The socket is closed."""
        self.connections.discard(connection)
        if not self.connections:
            self._is_empty.set()

    def tidy_soon(self) -> None:
        """A connection was cut off, perhaps with much that was unsent: its memory goes back to the system."""
        if not self._is_untidy:
            self._is_untidy = True
            self._loop.call_later(TIDIED_AFTER, self._tidy)

    async def emptied(self) -> None:
        """Wait until every connection is gone; the caller lets nobody in any more."""
        if self.connections:
            self._is_empty.clear()
            await self._is_empty.wait()

    def _tidy(self) -> None:
        self._is_untidy = False
        self._loop.run_in_executor(None, give_back)
