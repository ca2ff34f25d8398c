"""Limits below the messages: frames that never become one, such as pings, must not cost more than they may."""

import asyncio
import logging
from contextlib import ExitStack
from typing import Any

from websockets.asyncio.server import ServerConnection
from websockets.frames import DATA_OPCODES, Frame, Opcode
from websockets.http11 import Request
from websockets.protocol import Event

from server.limits import AddressCount, Bucket
from server.logs import about

_LOG = logging.getLogger(__name__)
CONTROLS_A_SECOND, CONTROLS_AT_ONCE = 2.0, 10
FRAGMENTS_A_SECOND, FRAGMENTS_AT_ONCE = 60.0, 120


class LimitedConnection(ServerConnection):
    """A websocket that is cut off at once when it sends more pings or fragments than a client ever would.

    Whole messages in one frame are counted where they are read. `silent` counts the connections that have
    not sent a request yet; one too many from an address is cut off before it costs anything.
    """

    def __init__(self, *arguments: Any, silent: AddressCount, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._silent = silent
        self._counted = ExitStack()
        self._controls = Bucket(CONTROLS_A_SECOND, CONTROLS_AT_ONCE)
        self._fragments = Bucket(FRAGMENTS_A_SECOND, FRAGMENTS_AT_ONCE)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See the base class."""
        super().connection_made(transport)
        name = transport.get_extra_info("peername")
        address = str(name[0]) if name else "unknown"
        if self._silent.is_full(address):
            self.transport.abort()
        else:
            self._counted.enter_context(self._silent.counted(address))

    def connection_lost(self, exc: Exception | None) -> None:
        """See the base class."""
        self._counted.close()
        super().connection_lost(exc)

    def process_event(self, event: Event) -> None:
        """See the base class; called for the request and for every frame."""
        super().process_event(event)
        if isinstance(event, Request):
            self._counted.close()
        if not isinstance(event, Frame):
            return
        if event.opcode in DATA_OPCODES and event.opcode is not Opcode.CONT and event.fin:
            return
        bucket = self._fragments if event.opcode in DATA_OPCODES else self._controls
        if not bucket.take(self.loop.time()):
            told = about("cut_off", code="frames", why="too many frames that are no messages")
            _LOG.info("a connection is cut off", extra=told)
            self.transport.abort()
