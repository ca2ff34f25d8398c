"""The clients of the race in `wire_race`."""

import asyncio
from typing import Any, Final, cast

from websockets.client import ClientProtocol
from websockets.http11 import Response
from websockets.typing import Subprotocol
from websockets.uri import parse_uri

from game.protocol import messages as say
from game.protocol.codec import decode_downward, encode
from game.rules.ids import District, Leader
from game.rules.orders import Campaign
from tests.bench.wire_servers import ASKS, BYTES_OF_UPDATE

BINARY, PING, PONG = 0x82, 0x89, 0x8A
SLATE: Final = tuple(Campaign(Leader(n), District(n)) for n in range(3))


def framed(message: bytes, kind: int) -> bytes:
    """A client's frame; a mask of zeros is a mask, too."""
    size = len(message)
    head = bytes((kind, 0x80 | size)) if size < 126 else bytes((kind, 0xFE)) + size.to_bytes(2, "big")
    return head + bytes(4) + message


class Seat(asyncio.Protocol):
    """A client that costs little: it asks, waits for the answer, asks again; frames by hand once it is in."""

    def __init__(self, url: str) -> None:
        self._websocket = ClientProtocol(parse_uri(url), subprotocols=[Subprotocol(say.SUBPROTOCOL)])
        self._transport: asyncio.Transport
        self._rest = b""
        self._number = 0
        self.open: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting: asyncio.Future[Any] | None = None
        self._for: type = object
        self.room = "0" * 16
        self.together = False
        """Whether it sends all of a turn at once, without waiting for the answers."""
        self.turn = 1
        self.turns_left = 0
        self.asked = 0
        self.finished: asyncio.Future[None] | None = None

    # --- coming in ------------------------------------------------------------------------------

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)
        self._websocket.send_request(self._websocket.connect())
        self._transport.write(b"".join(self._websocket.data_to_send()))

    def data_received(self, data: bytes) -> None:
        if self.open.done():
            self._rest += data
            self._take_frames()
            return
        self._websocket.receive_data(data)
        if any(isinstance(event, Response) for event in self._websocket.events_received()):
            assert self._websocket.handshake_exc is None, self._websocket.handshake_exc
            self.open.set_result(None)

    def send(self, *messages: bytes, kind: int = BINARY) -> None:
        """Whole frames in one write."""
        self._transport.write(b"".join(framed(message, kind) for message in messages))

    async def ask(self, act: say.Act | say.Hello, kind: type[Any]) -> Any:
        """Send it and wait for a message of this kind."""
        self._for, self._waiting = kind, asyncio.get_running_loop().create_future()
        self._number += 1
        self.send(encode(act if isinstance(act, say.Hello) else say.Command(self._number, act)))
        return await asyncio.wait_for(self._waiting, 20)

    def wait_for(self, kind: type[Any]) -> asyncio.Future[Any]:
        self._for, self._waiting = kind, asyncio.get_running_loop().create_future()
        return self._waiting

    # --- playing --------------------------------------------------------------------------------

    def play(self, turns: int) -> asyncio.Future[None]:
        self.turns_left = turns
        self.finished = asyncio.get_running_loop().create_future()
        self._begin_turn()
        return self.finished

    def _begin_turn(self) -> None:
        self.asked = 0
        self.send(*[self._next() for _ in range(ASKS if self.together else 1)])

    def _next(self) -> bytes:
        self.asked += 1
        act: say.Act = say.SetReady(self.room, self.turn, ready=True)
        if self.asked < ASKS:
            act = say.SaveSlate(self.room, self.turn, SLATE)
        self._number += 1
        return encode(say.Command(self._number, act))

    def _take_frames(self) -> None:
        data, at = self._rest, 0
        while len(data) - at >= 2:
            size, start = data[at + 1], at + 2
            if size >= 126:
                width = 2 if size == 126 else 8
                size, start = int.from_bytes(data[start : start + width], "big"), start + width
            if start + size > len(data):
                break
            if data[at] == PING:
                self.send(data[start : start + size], kind=PONG)
            else:
                self._heard(data[start : start + size])
            at = start + size
        self._rest = data[at:]

    def _heard(self, message: bytes) -> None:
        if self.finished is None:
            self._answered(message)
        elif message[4:8] == b"done":
            if self.asked < ASKS:
                self.send(self._next())
        elif message[4:10] == b"update" or len(message) == BYTES_OF_UPDATE:
            self._played()
        elif message[4:12] == b"declined":
            self.finished.set_exception(AssertionError(decode_downward(message)))

    def _answered(self, message: bytes) -> None:
        said = decode_downward(message)
        if self._waiting is not None and not self._waiting.done() and isinstance(said, self._for):
            self._waiting.set_result(said)
        assert not isinstance(said, say.Declined), said

    def _played(self) -> None:
        self.turn = self.turn % 200 + 1
        self.turns_left -= 1
        if self.turns_left:
            self._begin_turn()
        elif self.finished is not None:
            self.finished.set_result(None)

    def close(self) -> None:
        self._transport.abort()
