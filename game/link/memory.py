"""A link inside one process: solo takes the same path as everyone, only without a socket."""

import asyncio
from collections.abc import Callable

from game.link.link import Arrived, Closed, LinkEvent, Opened
from game.protocol.codec import Unreadable, decode_downward, encode
from game.protocol.messages import Upward


class MemoryLink:
    """The client's end. Whoever runs the server gives `up`, and calls `push` and `end`.

    Frames go through the codec both ways, so that a message that cannot be sent over a socket cannot be
    sent here either.
    """

    def __init__(self, up: Callable[[bytes], None], hang_up: Callable[[], None]) -> None:
        self._up = up
        self._hang_up = hang_up
        self._events: asyncio.Queue[LinkEvent] = asyncio.Queue()
        self._open = True
        self._events.put_nowait(Opened())

    def send(self, message: Upward) -> None:
        """Give the message to the server."""
        if self._open:
            self._up(encode(message))

    async def receive(self) -> LinkEvent:
        """The next event."""
        return await self._events.get()

    async def close(self) -> None:
        """Hang up."""
        if self._open:
            self.end("closed here")
            self._hang_up()

    def push(self, frame: bytes) -> None:
        """The server's side: a frame for the client."""
        message = decode_downward(frame)
        if isinstance(message, Unreadable):
            self.end(f"the server sent what cannot be read: {message.refusal}")
            self._hang_up()
        elif self._open:
            self._events.put_nowait(Arrived(message))

    def end(self, reason: str) -> None:
        """The server's side: nothing more will come."""
        if self._open:
            self._open = False
            self._events.put_nowait(Closed(reason))
