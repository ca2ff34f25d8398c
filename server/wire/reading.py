"""From bytes to messages: what one client sent, taken piece by piece so that a pile of it takes several turns."""

from enum import Enum, auto
from typing import Final

from websockets.frames import DATA_OPCODES, Frame, Opcode
from websockets.server import ServerProtocol

BYTES_AT_ONCE: Final = 2048
"""How much the library parses in one go: at most 340 frames, some two milliseconds of work."""


class Other(Enum):
    """What a client can send that is no binary message."""

    TEXT = auto()
    PART = auto()
    """A frame of a message that is not whole yet."""
    CONTROL = auto()
    """A ping, a pong or a close; the library has put the answer among what is to be written."""


Item = bytes | Other


class Reader:
    """Feed it what came; take from it until there is nothing more, but not all in one turn of the loop.

    The library's parser does the work, and keeps to its `max_message_size`: what breaks the rules of websockets
    ends in `protocol`, with nothing more to take.
    """

    def __init__(self, protocol: ServerProtocol) -> None:
        self._protocol = protocol
        self._unread = b""
        self._is_dry = True
        """Whether nothing can be taken before more comes."""
        self._frames: list[Frame] = []
        self._parts: list[bytes] = []
        self._is_text = False

    def feed(self, data: bytes) -> None:
        """More came. The caller takes what there is before it reads on, so that nothing piles up."""
        self._unread = self._unread + data if self._unread else data
        self._is_dry = not data and self._is_dry

    def take(self) -> Item | None:
        """The next of what came, or None when there is no more."""
        while not self._frames:
            portion = self._portion()
            if not portion:
                self._is_dry = True
                return None
            self._protocol.receive_data(portion)
            self._frames.extend(
                event for event in self._protocol.events_received() if isinstance(event, Frame)
            )
        return self._item(self._frames.pop(0))

    @property
    def has_more(self) -> bool:
        """Whether something may be left to take."""
        return not self._is_dry

    def _portion(self) -> bytes:
        """What the library is given next; nothing if more has to come first."""
        portion, self._unread = self._unread[:BYTES_AT_ONCE], self._unread[BYTES_AT_ONCE:]
        return portion

    def _item(self, frame: Frame) -> Item:
        if frame.opcode not in DATA_OPCODES:
            return Other.CONTROL
        if frame.opcode is not Opcode.CONT:
            self._is_text = frame.opcode is Opcode.TEXT
        if not frame.fin:
            self._parts.append(bytes(frame.data))
            return Other.PART
        return self._message(bytes(frame.data))

    def _message(self, last: bytes) -> Item:
        parts, self._parts = self._parts, []
        if self._is_text:
            return Other.TEXT
        return b"".join((*parts, last)) if parts else last
