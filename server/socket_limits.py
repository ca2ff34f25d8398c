"""Limits below the messages: frames that never become one, such as pings, must not cost more than they may."""

import logging
from typing import Any

from websockets.asyncio.server import ServerConnection
from websockets.frames import DATA_OPCODES, Frame, Opcode
from websockets.http11 import Request
from websockets.protocol import Event

from server.limits import Bucket

_LOG = logging.getLogger(__name__)
CONTROLS_A_SECOND, CONTROLS_AT_ONCE = 2.0, 10
FRAGMENTS_A_SECOND, FRAGMENTS_AT_ONCE = 60.0, 120


class LimitedConnection(ServerConnection):
    """A websocket that is cut off at once when it sends more pings or fragments than a client ever would.

    Whole messages in one frame are counted where they are read.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._controls = Bucket(CONTROLS_A_SECOND, CONTROLS_AT_ONCE)
        self._fragments = Bucket(FRAGMENTS_A_SECOND, FRAGMENTS_AT_ONCE)

    def process_event(self, event: Event) -> None:
        """See the base class; called for the request and for every frame."""
        super().process_event(event)
        if isinstance(event, Request) or not isinstance(event, Frame):
            return
        if event.opcode in DATA_OPCODES and event.opcode is not Opcode.CONT and event.fin:
            return
        bucket = self._fragments if event.opcode in DATA_OPCODES else self._controls
        if not bucket.take(self.loop.time()):
            _LOG.info("a connection is cut off: too many frames that are no messages")
            self.transport.abort()
