"""The one port: websockets for players, pages for whoever opens it in a browser."""

import asyncio
import socket
from typing import Final

from server.config import Config
from server.host.host import RESTART, Host
from server.limits import BYTES_IN_KERNEL
from server.wire.connection import Connection
from server.wire.pages import NoPages, Pages
from server.wire.threshold import Threshold

_CLOSED_WITHIN: Final = 2.5
"""Seconds for every client to close its side."""

_BACKLOG: Final = 512
"""Connections the system holds until the loop comes to them: all players of a full server after a restart."""


class Front:
    """Listens from `open` until `close`; `pages` are what there is beside the one that tells how to join."""

    def __init__(self, host: Host, config: Config, pages: Pages | None = None) -> None:
        self._host = host
        self._config = config
        self._pages = pages or NoPages()
        self._threshold: Threshold | None = None
        self._server: asyncio.Server | None = None

    async def open(self) -> tuple[str, int]:
        """Listen; returns host and port. Raises OSError where the port cannot be had."""
        threshold = self._threshold = Threshold(self._host, self._pages, self._config)
        self._server = await asyncio.get_running_loop().create_server(
            lambda: Connection(threshold), self._config.host, self._config.port, backlog=_BACKLOG
        )
        for listening in self._server.sockets:
            # Those that are accepted take over what is set here.
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, BYTES_IN_KERNEL)
        name = self._server.sockets[0].getsockname()
        return str(name[0]), int(name[1])

    def flush(self) -> None:
        """Write now what is due to anybody; otherwise it is written soon."""
        if self._threshold is not None:
            self._threshold.flush()

    async def close(self) -> None:
        """Stop listening and close what is open; who does not take part in closing is cut off."""
        if self._server is None or self._threshold is None:
            return
        self._server.close()
        for connection in tuple(self._threshold.connections):
            connection.end(RESTART, "the server stops")
        try:
            async with asyncio.timeout(_CLOSED_WITHIN):
                await self._threshold.emptied()
        except TimeoutError:
            for connection in tuple(self._threshold.connections):
                connection.abort()
            await self._threshold.emptied()
        await self._server.wait_closed()
