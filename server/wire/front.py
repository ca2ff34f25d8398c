"""The one port: websockets for players, a page for whoever opens it in a browser."""

import asyncio
import logging
from functools import partial
from typing import cast

from websockets.asyncio.server import Server, ServerConnection
from websockets.asyncio.server import serve as websocket_server
from websockets.http11 import Request, Response
from websockets.typing import Origin, Subprotocol

from game.protocol.limits import MOST_BYTES_BEFORE_HELLO
from game.protocol.messages import SUBPROTOCOL
from server.config import Config
from server.host.host import RESTART, Host
from server.limits import SILENT_PER_ADDRESS, AddressCount
from server.logs import CalmFilter
from server.wire.connection import serve
from server.wire.pages import NoPages, Pages, answer
from server.wire.socket_limits import LimitedConnection

_CLOSED_WITHIN = 2.5
"""Seconds for every client to answer the closing handshake."""


def _limited(silent: AddressCount) -> type[ServerConnection]:
    """What makes a connection; the library says `type` but only ever calls it."""
    return cast("type[ServerConnection]", partial(LimitedConnection, silent=silent))


class Front:
    """Listens from `open` until `close`; `pages` are what there is beside the one that tells how to join."""

    def __init__(self, host: Host, config: Config, pages: Pages | None = None) -> None:
        self._host = host
        self._config = config
        self._pages = pages or NoPages()
        self._ungreeted = AddressCount()
        self._server: Server | None = None

    async def open(self) -> tuple[str, int]:
        """Listen; returns host and port. Raises OSError where the port cannot be had."""
        logger = logging.getLogger("server.wire.websockets")
        logger.setLevel(logging.WARNING)
        logger.addFilter(CalmFilter())
        self._server = await websocket_server(
            self._serve,
            self._config.host,
            self._config.port,
            origins=[None, *(Origin(origin) for origin in self._config.origins)],
            subprotocols=[Subprotocol(SUBPROTOCOL)],
            compression=None,
            process_request=self._answer_browser,
            server_header=None,
            open_timeout=5,
            ping_interval=5,
            ping_timeout=5,
            close_timeout=2,
            max_size=MOST_BYTES_BEFORE_HELLO,
            max_queue=16,
            create_connection=_limited(AddressCount(SILENT_PER_ADDRESS)),
            logger=logger,
        )
        name = self._server.sockets[0].getsockname()
        return str(name[0]), int(name[1])

    async def close(self) -> None:
        """Stop listening and close what is open; who does not take part in closing is cut off."""
        if self._server is None:
            return
        self._server.close(code=RESTART, reason="the server stops")
        try:
            async with asyncio.timeout(_CLOSED_WITHIN):
                await self._server.wait_closed()
        except TimeoutError:
            for socket in tuple(self._server.all_connections):
                socket.transport.abort()
            await self._server.wait_closed()

    async def _serve(self, socket: ServerConnection) -> None:
        await serve(self._host, self._ungreeted, socket)

    def _answer_browser(self, socket: ServerConnection, request: Request) -> Response | None:
        """A page for a plain GET; None lets the handshake of a websocket go on."""
        if "upgrade" in request.headers.get("Connection", "").lower():
            return None
        name = socket.local_address
        return answer(request, f"{name[0]}:{name[1]}", self._pages)
