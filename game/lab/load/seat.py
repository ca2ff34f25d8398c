"""A seat under load: one connection that asks, notes how long the answer took, and never looks at its view."""

import asyncio
import secrets
from time import perf_counter
from typing import Any

import msgspec
from msgspec import Raw, Struct

from game.lab.load.load import BURST, MESSAGES_A_SECOND, LoadError
from game.lab.load.samples import Samples
from game.lab.load.wire import Wire
from game.protocol import messages as say
from game.protocol.codec import encode
from game.protocol.refusals import Refusal

_NOTHING = Raw(b"")


class Heard(Struct, frozen=True):
    """As much of any message as a load needs; what is `Raw` is passed over unread."""

    t: str
    re: int = 0
    number: int = 0
    room: Raw = _NOTHING
    reason: Raw = _NOTHING
    rules_hash: str = ""
    ledger: bytes = b""
    patch: Raw = _NOTHING
    public_hash: bytes = b""
    refusals: Raw = _NOTHING


class _Named(Struct, frozen=True):
    id: str


_HEARD = msgspec.msgpack.Decoder(Heard)
_ROOM = msgspec.msgpack.Decoder(_Named)
_REFUSALS = msgspec.msgpack.Decoder(tuple[Refusal, ...])
_ANSWERS = frozenset(kind.__struct_config__.tag for kind in (say.Done, say.Declined, say.Rooms, say.Seated))
_ENDS = frozenset(kind.__struct_config__.tag for kind in (say.RoomClosed, say.TakenOver, say.Stopping))

_Asked = tuple[str, float, "asyncio.Future[Heard]"]
"""What was asked, when, and who waits for the answer."""


class LoadSeat:
    """`open` it, then `ask`. When the connection ends everything that waits raises LoadError."""

    def __init__(self, samples: Samples) -> None:
        self._samples = samples
        self._wire: Wire | None = None
        self._asked: dict[int, _Asked] = {}
        self._awaited: dict[str, asyncio.Future[tuple[Heard, float]]] = {}
        self._next = 1
        self._number = 0
        self._over: LoadError | None = None
        self._level, self._seen = float(BURST), 0.0

    @property
    def traffic(self) -> tuple[int, int]:
        """Bytes received and sent so far, of websocket frames."""
        return (0, 0) if self._wire is None else (self._wire.bytes_in, self._wire.bytes_out)

    async def open(self, url: str) -> None:
        """Connect and say hello. Raises LoadError, OSError."""
        host, port = url.rpartition("://")[2].rsplit(":", 1)
        loop = asyncio.get_running_loop()
        _, self._wire = await loop.create_connection(
            lambda: Wire(url, self._hear, self._lose), host.strip("[]"), int(port)
        )
        await self._wire.opened
        welcome = self.await_message("welcome")
        self._wire.send(encode(say.Hello(say.VERSION, "load", secrets.token_hex(16))))
        await welcome

    def close(self) -> None:
        """Hang up."""
        if self._wire is not None:
            self._wire.close()

    def await_message(self, kind: str) -> "asyncio.Future[tuple[Heard, float]]":
        """The next message of this kind, and when it came; call it before that can be."""
        future: asyncio.Future[tuple[Heard, float]] = asyncio.get_running_loop().create_future()
        if self._over is not None:
            _fail(future, self._over)
        self._awaited[kind] = future
        return future

    def ask(self, act: say.Act) -> "asyncio.Future[Heard]":
        """Ask at once; the answer's latency is noted under the act's key. A refusal raises LoadError."""
        future: asyncio.Future[Heard] = asyncio.get_running_loop().create_future()
        if self._over is not None or self._wire is None:
            _fail(future, self._over or LoadError("the connection is not open"))
            return future
        frame = encode(say.Command(self._next, act))
        self._asked[self._next] = (str(act.__struct_config__.tag), perf_counter(), future)
        self._next += 1
        self._wire.send(frame)
        return future

    async def turn_to_speak(self) -> None:
        """Wait until the connection may say one more without saying too much."""
        now = perf_counter()
        self._level = min(BURST, self._level + (now - self._seen) * MESSAGES_A_SECOND) - 1
        self._seen = now
        if self._level < 0:
            await asyncio.sleep(-self._level / MESSAGES_A_SECOND)

    def _hear(self, message: bytes) -> None:
        now = perf_counter()
        try:
            heard = _HEARD.decode(message)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            self._lose(f"said what cannot be read: {error}")
            return
        if heard.t in _ANSWERS:
            self._answered(heard, now)
        elif heard.t in _ENDS:
            self._lose(f"the server said {heard.t}")
        else:
            self._notice(heard, len(message), now)

    def _answered(self, heard: Heard, now: float) -> None:
        refusals = _REFUSALS.decode(heard.refusals) if len(heard.refusals) else ()
        self._samples.refusals.update(refusal.code for refusal in refusals)
        what, since, future = self._asked.pop(heard.re, ("", now, None))
        words = "; ".join(f"{one.code} {one.field}: {one.text} {one.mend}" for one in refusals)
        if future is None:
            if heard.re == 0:
                self._lose(f"refused: {words}")
            return
        self._samples.took(what, since, now)
        if future.done():
            return
        if refusals:
            future.set_exception(LoadError(f"{what} was refused: {words}"))
        else:
            future.set_result(heard)

    def _notice(self, heard: Heard, size: int, now: float) -> None:
        if heard.t == "update":
            if heard.number != self._number + 1:
                self._lose(f"update {heard.number} came after {self._number}")
                return
            self._number = heard.number
            self._samples.weighed("update", size)
            self._samples.weighed("patch", len(heard.patch))
            self._samples.weighed("ledger", len(heard.ledger))
        elif heard.t == "begin":
            self._number = heard.number
            self._samples.weighed("begin", size)
        waiting = self._awaited.pop(heard.t, None)
        if waiting is not None and not waiting.done():
            waiting.set_result((heard, now))

    def _lose(self, why: str) -> None:
        """Nothing more will come: whoever waits hears it."""
        if self._over is not None:
            return
        self._over = LoadError(f"a connection ended: {why}")
        self.close()
        for awaited in self._awaited.values():
            _fail(awaited, self._over)
        for _, _, answer in self._asked.values():
            _fail(answer, self._over)


def _fail(future: "asyncio.Future[Any]", error: LoadError) -> None:
    """Let whoever waits hear it; if nobody does any more, that is no fault."""
    if not future.done():
        future.set_exception(error)
        future.exception()


def room_of(seated: Heard) -> str:
    """The id of the room that a `seated` names."""
    return _ROOM.decode(seated.room).id
