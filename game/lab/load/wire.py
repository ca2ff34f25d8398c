"""A websocket without a coroutine of its own: it costs as little as it may beside the server it measures."""

import asyncio
from collections.abc import Callable
from typing import cast

from websockets.client import ClientProtocol
from websockets.exceptions import InvalidHandshake
from websockets.frames import DATA_OPCODES, Frame
from websockets.http11 import Response
from websockets.typing import Subprotocol
from websockets.uri import parse_uri

from game.lab.load.load import LoadError
from game.protocol.limits import MOST_BYTES_DOWN
from game.protocol.messages import SUBPROTOCOL


class Wire(asyncio.Protocol):
    """One connection. `heard` is called with every message; `lost`, once, with why there will be none any more."""

    def __init__(self, url: str, heard: Callable[[bytes], None], lost: Callable[[str], None]) -> None:
        self.bytes_in = 0
        self.bytes_out = 0
        self.opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._websocket = ClientProtocol(
            parse_uri(url), subprotocols=[Subprotocol(SUBPROTOCOL)], max_size=MOST_BYTES_DOWN
        )
        self._heard = heard
        self._lost = lost
        self._parts: list[bytes] = []
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See the base class: ask for a websocket."""
        self._transport = cast("asyncio.Transport", transport)  # uvloop's are none by inheritance
        self._websocket.send_request(self._websocket.connect())
        self._write()

    def data_received(self, data: bytes) -> None:
        """See the base class: hand over what is complete."""
        self.bytes_in += len(data)
        self._websocket.receive_data(data)
        for event in self._websocket.events_received():
            if isinstance(event, Frame):
                self._take(event)
            elif isinstance(event, Response):
                self._settle()
        self._write()

    def connection_lost(self, exc: Exception | None) -> None:
        """See the base class: tell, unless it was closed from here."""
        if self._transport is None:
            return
        self._transport = None
        self._websocket.receive_eof()
        reason = f"closed with code {self._websocket.close_code} {self._websocket.close_reason or ''}".strip()
        why = f"cut off ({exc})" if exc is not None else reason
        if not self.opened.done():
            self.opened.set_exception(LoadError(f"the server answers no websocket: {why}"))
        self._lost(why)

    def send(self, message: bytes) -> None:
        """Send a message; nothing happens once the connection is lost."""
        if self._transport is not None:
            self._websocket.send_binary(message)
            self._write()

    def close(self) -> None:
        """Hang up; `lost` is not called."""
        if self._transport is not None:
            self._transport.abort()
            self._transport = None

    def _settle(self) -> None:
        """The server answered the request for a websocket."""
        error = self._websocket.handshake_exc
        if self.opened.done():
            return
        if isinstance(error, InvalidHandshake):
            self.opened.set_exception(LoadError(f"the server answers no websocket: {error}"))
        elif error is None:
            self.opened.set_result(None)

    def _take(self, frame: Frame) -> None:
        if frame.opcode not in DATA_OPCODES:
            return
        self._parts.append(bytes(frame.data))
        if frame.fin:
            message = self._parts[0] if len(self._parts) == 1 else b"".join(self._parts)
            self._parts.clear()
            self._heard(message)

    def _write(self) -> None:
        for data in self._websocket.data_to_send():
            if self._transport is None:
                return
            if data:
                self.bytes_out += len(data)
                self._transport.write(data)
            else:
                self._transport.write_eof()
