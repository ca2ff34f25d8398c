"""A link over a websocket that connects again by itself."""

import asyncio
import contextlib
import random
from collections.abc import Iterator

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidURI
from websockets.typing import Subprotocol

from game.link.address import Address
from game.link.link import Arrived, Closed, Dropped, LinkEvent, Opened
from game.protocol.codec import Unreadable, decode_downward, encode
from game.protocol.limits import MOST_BYTES_DOWN
from game.protocol.messages import SUBPROTOCOL, Upward

FIRST_DELAY = 0.2
LONGEST_DELAY = 10.0
PATIENCE = 120.0
"""Seconds without any connection after which the link gives up: as long as a server holds a seat."""


def delays() -> Iterator[float]:
    """Seconds before each new try: doubling, with a random part so that clients do not come all at once."""
    delay = FIRST_DELAY
    while True:
        yield delay * random.uniform(0.75, 1.25)  # noqa: S311 - not a secret
        delay = min(delay * 2, LONGEST_DELAY)


class WebSocketLink:
    """Made inside a running loop; begins to connect at once.

    After a drop it tries again for `patience` seconds, then it is `Closed`. Only a server that says something
    it can read counts as found: one that hangs up at once is tried less and less often.
    """

    def __init__(self, address: Address, patience: float = PATIENCE) -> None:
        self._address = address
        self._patience = patience
        self._events: asyncio.Queue[LinkEvent] = asyncio.Queue()
        self._outbox: asyncio.Queue[bytes] | None = None
        self._closed = False
        self._heard = False
        self._task = asyncio.create_task(self._run(), name=f"link to {address}")

    def send(self, message: Upward) -> None:
        """Send soon, if there is a connection."""
        if self._outbox is not None:
            self._outbox.put_nowait(encode(message))

    async def receive(self) -> LinkEvent:
        """The next event."""
        return await self._events.get()

    async def close(self) -> None:
        """Close for good."""
        await _ended(self._task)
        self._finish("closed here")

    def _finish(self, reason: str) -> None:
        self._outbox = None
        if not self._closed:
            self._closed = True
            self._events.put_nowait(Closed(reason))

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        waits, give_up = delays(), loop.time() + self._patience
        while True:
            self._heard = False
            reason = await self._connection()
            if self._heard:
                waits, give_up = delays(), loop.time() + self._patience
            wait = next(waits)
            if loop.time() + wait > give_up:
                self._finish(reason)
                return
            self._events.put_nowait(Dropped(reason, wait))
            await asyncio.sleep(wait)

    async def _connection(self) -> str:
        """One connection from its opening to its end: why it is gone."""
        try:
            async with connect(
                self._address.url,
                subprotocols=[Subprotocol(SUBPROTOCOL)],
                compression=None,
                max_size=MOST_BYTES_DOWN,
                proxy=None,
                open_timeout=5,
                ping_interval=5,
                ping_timeout=10,
                close_timeout=2,
            ) as socket:
                await self._talk(socket)
        except ConnectionClosed as error:
            return str(error)
        except (OSError, TimeoutError, InvalidHandshake, InvalidURI) as error:
            return f"{self._address}: {error}"
        return "the server sent what cannot be read"

    async def _talk(self, socket: ClientConnection) -> None:
        self._outbox = asyncio.Queue()
        self._events.put_nowait(Opened())
        writer = asyncio.create_task(self._write(socket, self._outbox))
        try:
            while True:
                frame = await socket.recv(decode=False)
                message = decode_downward(frame)
                if isinstance(message, Unreadable):
                    return
                self._heard = True
                self._events.put_nowait(Arrived(message))
        finally:
            self._outbox = None
            await _ended(writer)

    async def _write(self, socket: ClientConnection, outbox: asyncio.Queue[bytes]) -> None:
        """Send what is in the outbox until the connection is gone, which the reader reports."""
        with contextlib.suppress(ConnectionClosed):
            while True:
                await socket.send(await outbox.get())


async def _ended(task: asyncio.Task[None]) -> None:
    """End a task of one's own, and raise what it failed with.

    It is waited for, not awaited: if whoever waits is to end itself meanwhile, it does.
    """
    task.cancel()
    await asyncio.wait({task})
    if not task.cancelled():
        task.result()
