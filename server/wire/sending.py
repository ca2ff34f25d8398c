"""What is due to one client: written together, within limits of bytes and of time."""

import asyncio
from collections.abc import Callable
from typing import Final

from websockets.protocol import State
from websockets.server import ServerProtocol

from server.limits import MOST_BYTES_QUEUED, SEND_WITHIN
from server.meters import Meters

_WHOLE_BINARY: Final = 0x82
_SHORT, _LONG, _LONGER = 125, 126, 127
_HEADS: Final = tuple(bytes((_WHOLE_BINARY, size)) for size in range(_SHORT + 1))

Cut = Callable[[str, str], None]
"""Cuts the connection off: a code for the meters, and why in words."""


class Outbox:
    """The one place that writes to a socket.

    Nothing waits for a client that does not read: it is cut off when too much is unsent, or something has been
    unsent for too long. The loop says when a write was not taken at once, and when all of it was.
    """

    def __init__(
        self, transport: asyncio.Transport, protocol: ServerProtocol, meters: Meters, cut: Cut
    ) -> None:
        self._transport = transport
        self._protocol = protocol
        self._meters = meters
        self._cut = cut
        self._due: list[bytes] = []
        self._deadline: asyncio.TimerHandle | None = None
        self._is_shut = False
        transport.set_write_buffer_limits(0)

    def push(self, frame: bytes) -> bool:
        """Put a message among what is due; whether it is the first, so that `flush` has to be called soon."""
        self._due.append(frame)
        return len(self._due) == 1

    def flush(self) -> None:
        """Write what is due, and what the library has to say; nothing once the connection is closing."""
        due, self._due = self._due, []
        if self._is_shut or self._transport.is_closing():
            return
        data = b""
        if due and self._protocol.state is State.OPEN:
            self._meters.frames_out += len(due)
            self._meters.bytes_out += sum(map(len, due))
            data = framed(due)
        if self._protocol.writes:
            data += b"".join(self._protocol.data_to_send())
        self._write(data)

    def close(self) -> None:
        """The connection is gone, and nobody to be cut off: what would hold it in memory is let go of."""
        self.taken()
        self._cut = _nobody

    def blocked(self) -> None:
        """The client did not take all of a write; from now on the time counts."""
        self._deadline = asyncio.get_running_loop().call_later(SEND_WITHIN, self._too_slow)

    def taken(self) -> None:
        """The client has taken all there was: a new count begins, however much is sent in the meantime."""
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _write(self, data: bytes) -> None:
        if data:
            self._transport.write(data)
        if self._protocol.eof_sent:
            self._is_shut = True
            self._transport.write_eof()
        if self._deadline is not None:
            self._watch(self._transport.get_write_buffer_size())

    def _watch(self, unsent: int) -> None:
        self._meters.unsent_high.note(unsent)
        if unsent > MOST_BYTES_QUEUED:
            self._cut("unsent", f"{unsent} bytes wait for it to read")

    def _too_slow(self) -> None:
        self._deadline = None
        self._cut("slow", f"it has not read for {SEND_WITHIN:g} s")


def _nobody(code: str, why: str) -> None:
    """There is no connection any more."""
    del code, why


def framed(messages: list[bytes]) -> bytes:
    """The messages as frames of a server. The library makes the same bytes, in three times as long."""
    pieces = []
    for message in messages:
        size = len(message)
        pieces.append(_HEADS[size] if size <= _SHORT else _long_head(size))
        pieces.append(message)
    return b"".join(pieces)


def _long_head(size: int) -> bytes:
    if size < 1 << 16:
        return bytes((_WHOLE_BINARY, _LONG)) + size.to_bytes(2, "big")
    return bytes((_WHOLE_BINARY, _LONGER)) + size.to_bytes(8, "big")
