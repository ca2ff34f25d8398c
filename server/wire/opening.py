"""The way into a connection: from the first bytes to the request they make, within limits."""

import functools
import logging
import re
import time
from email.utils import formatdate
from http import HTTPStatus
from typing import Final

from websockets.http11 import Request
from websockets.protocol import State
from websockets.server import ServerProtocol
from websockets.typing import Subprotocol
from websockets.utils import accept_key

from game.protocol.messages import SUBPROTOCOL
from server.logs import CalmFilter

MOST_BYTES_OF_REQUEST: Final = 16 * 1024
"""Browsers send a few hundred; the library alone would take a megabyte."""

_END: Final = b"\r\n\r\n"

_USUAL: Final = re.compile(
    rb"GET /[!-~]{0,200} HTTP/1\.1\r\nHost: [!-~]{1,255}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    rb"Sec-WebSocket-Key: (?P<key>[A-Za-z0-9+/]{21}[AQgw]==)\r\nSec-WebSocket-Version: 13\r\n"
    rb"(?:Sec-WebSocket-Extensions: [ -~]{1,200}\r\n)?"
    rb"Sec-WebSocket-Protocol: " + re.escape(SUBPROTOCOL).encode() + rb"\r\n"
    rb"(?:User-Agent: [ -~]{1,200}\r\n)?\r\n"
)
"""What clients in Python ask, the game among them: letter for letter as the library itself would write it."""

STRANGERS: Final = logging.getLogger(f"{__name__}.strangers")
"""Says why somebody was not let in: no more than a few lines a minute, and no traceback."""
STRANGERS.addFilter(CalmFilter())


class Opening:
    """Feed it what came until there is a request, or `protocol` has refused."""

    def __init__(self, protocol: ServerProtocol) -> None:
        self._protocol = protocol
        self._tail = b""
        self._count = 0
        self.beyond = b""
        """What came after the request, once it is whole."""

    def feed(self, data: bytes) -> Request | None:
        """The request, if it is whole now. The library gets not a byte beyond it: it is to be answered first."""
        # The end may have come in pieces.
        known, self._tail = len(self._tail), self._tail + data
        end = self._tail.find(_END)
        head = data if end < 0 else data[: end + len(_END) - known]
        self._tail = self._tail[1 - len(_END) :]
        self._count += len(head)
        if self._count > MOST_BYTES_OF_REQUEST:
            self._too_long()
            return None
        self.beyond = data[len(head) :]
        self._protocol.receive_data(head)
        requests = [event for event in self._protocol.events_received() if isinstance(event, Request)]
        return requests[0] if requests else None

    def _too_long(self) -> None:
        words = f"The request is longer than {MOST_BYTES_OF_REQUEST} bytes.\n"
        status = HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE
        self._protocol.send_response(self._protocol.reject(status, words))


def answered_shortly(protocol: ServerProtocol, data: bytes) -> bytes | None:
    """A short way for the usual request: what came after it, if there was one and `protocol` has accepted it.

    The caller gives the very first bytes, to a protocol without extensions that takes clients without an origin. All
    else goes to `Opening`, and this way leaves the protocol as that would; a fuzzed test holds it to that.
    """
    usual = _USUAL.match(data)
    if usual is None:
        return None
    protocol.writes.append(_accepted(int(time.time())) % accept_key(usual["key"].decode()).encode())
    protocol.subprotocol, protocol.accept_called = Subprotocol(SUBPROTOCOL), True
    protocol.state = State.OPEN
    protocol.parser = protocol.parse()  # of frames, from now on
    next(protocol.parser)
    return data[usual.end() :]


@functools.lru_cache(maxsize=1)
def _accepted(second: int) -> bytes:
    date = formatdate(second, usegmt=True)
    return (
        f"HTTP/1.1 101 Switching Protocols\r\nDate: {date}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Accept: %s\r\nSec-WebSocket-Protocol: {SUBPROTOCOL}\r\n\r\n"
    ).encode()


def asks_for_websocket(request: Request) -> bool:
    """Whether it is more than a plain GET of a page."""
    return any("upgrade" in value.lower() for value in request.headers.get_all("Connection"))


def why_not(protocol: ServerProtocol) -> str:
    """Why a handshake failed, in one line."""
    error = protocol.handshake_exc
    cause = error.__cause__ if error is not None and error.__cause__ is not None else error
    return f"{cause!r:.200}"
