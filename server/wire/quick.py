"""A short way for what nearly all frames are: small, whole, binary. All others go to the library, one at a time."""

from typing import Final

from websockets.frames import Opcode
from websockets.protocol import State
from websockets.server import ServerProtocol

from server.wire.reading import Item, Reader

try:
    from websockets.speedups import apply_mask
except ImportError:  # the library works without its part in C, and so do we
    from websockets.utils import apply_mask

_WHOLE_BINARY: Final = 0x82
_MASKED: Final = 0x80
_SHORT, _LONG, _LONGER = 125, 126, 127
_MASK: Final = 4
_OPCODES: Final = frozenset(Opcode)


class QuickReader(Reader):
    """A `Reader` that takes the same from the same bytes, with less work; held to it by a fuzzed test."""

    def __init__(self, protocol: ServerProtocol) -> None:
        super().__init__(protocol)
        self._at = 0

    def feed(self, data: bytes) -> None:
        """See `Reader.feed`."""
        self._unread = self._unread[self._at :] + data if self._at < len(self._unread) else data
        self._at = 0
        self._is_dry = not data and self._is_dry

    def take(self) -> Item | None:
        """See `Reader.take`."""
        if self._at == len(self._unread) and not self._frames:
            self._is_dry = True
            return None
        # Inside a message in parts, and once the connection ends, every frame is the library's.
        if not self._parts and self._protocol.state is State.OPEN:
            message = self._whole_binary()
            if message is not None:
                return message
        return super().take()

    def _whole_binary(self) -> bytes | None:
        """The next frame's message if it is one of those and all of it is there."""
        data, at = self._unread, self._at
        if len(data) - at < 2 + _MASK or data[at] != _WHOLE_BINARY:
            return None
        size, start = data[at + 1] - _MASKED, at + 2 + _MASK
        if size == _LONG and start + 2 <= len(data):
            size, start = data[at + 2] << 8 | data[at + 3], start + 2
        elif not 0 <= size <= _SHORT:
            return None
        end, most = start + size, self._protocol.max_message_size
        if end > len(data) or (most is not None and size > most):
            return None
        self._at = end
        return apply_mask(data[start:end], data[start - _MASK : start])

    def _portion(self) -> bytes:
        """One whole frame for the library, or all there is where it will refuse; nothing if it is not whole yet."""
        end = self._end_of_frame()
        if end is None or end > len(self._unread):
            return b""
        start, self._at = self._at, end
        return self._unread[start:end]

    def _end_of_frame(self) -> int | None:
        """Where the next frame ends, None if its head is not whole yet."""
        data, at, everything = self._unread, self._at, len(self._unread)
        if self._protocol.state is not State.OPEN:
            return everything
        if everything - at < 2:
            return None
        if data[at] & 0x0F not in _OPCODES or not data[at + 1] & _MASKED:
            return everything
        size, start = data[at + 1] & ~_MASKED, at + 2
        width = {_LONG: 2, _LONGER: 8}.get(size, 0)
        if width:
            if everything - start < width:
                return None
            size = int.from_bytes(data[start : start + width], "big")
        return everything if self._is_too_long(size) else start + width + _MASK + size

    def _is_too_long(self, size: int) -> bool:
        most = self._protocol.max_message_size
        return most is not None and size > most - (self._protocol.current_size or 0)
