"""A line that is cut: lets bytes through between clients and a server until it breaks, in the ways lines break."""

import asyncio
import contextlib
import random
import socket
import struct
from enum import Enum, auto
from math import inf
from typing import Self, TypeAlias

from game.link.address import Address

MOST_BYTES_UP, MOST_BYTES_DOWN, MOST_SECONDS = 3000, 50_000, 2.0
"""What a line carries at most before it breaks; how much exactly is drawn anew for each."""

MOST_BYTES_OF_OPENING = 700
"""The same for one that breaks while a client says hello and comes back to its seat."""

LONGEST_DEAF = 0.4
"""Seconds in which a broken line still carries the other way."""

LONGEST_ORPHANED = 1.0
"""Seconds in which the server does not hear that a client is gone."""

MOST_AT_ONCE = 1 << 16
"""Bytes that are carried in one piece; how the sides have cut them is not kept."""

_RESET = struct.pack("ii", 1, 0)

Side: TypeAlias = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Manner(Enum):
    """How a line breaks."""

    CLOSED = auto()
    """Both sides hear of it at once."""
    DEAF = auto()
    """What goes the way that broke is lost, the other way goes on for a while."""
    ORPHANED = auto()
    """The client hears of it, the server does not for a while."""


class Fuse:
    """How long a line holds: so many bytes one way, or so many seconds. What is beyond is lost."""

    def __init__(self, *, is_up: bool = True, size: float = inf, seconds: float | None = None) -> None:
        self.seconds = seconds
        self._is_up = is_up
        self._left = size

    def through(self, data: bytes, *, is_up: bool) -> bytes:
        """What of this gets through."""
        if is_up is not self._is_up or self._left == inf:
            return data
        kept = data[: max(0, int(self._left))]
        self._left -= len(data)
        return kept

    def burn(self) -> None:
        """The time is up."""
        self._left = -1

    @property
    def is_burnt(self) -> bool:
        """Whether the line is broken."""
        return self._left < 0


class CuttingProxy:
    """`async with CuttingProxy(server, dice, cuts) as proxy:` listens at `proxy.address`.

    Every line breaks sooner or later until there were so many `cuts`; lines that are made after that hold.
    """

    def __init__(self, server: Address, dice: random.Random, cuts: int) -> None:
        self.address = server
        self.broken = dict.fromkeys(Manner, 0)
        """How many lines broke in each manner."""
        self._server = server
        self._dice = dice
        self._wanted = cuts
        self._lines: set[asyncio.Task[None]] = set()
        self._listening: asyncio.Server

    @property
    def cuts(self) -> int:
        """How many lines broke so far."""
        return sum(self.broken.values())

    async def __aenter__(self) -> Self:
        self._listening = await asyncio.start_server(self._taken, "127.0.0.1", 0)
        host, port = self._listening.sockets[0].getsockname()[:2]
        self.address = Address(host, port)
        return self

    async def __aexit__(self, *_: object) -> None:
        self._listening.close()
        for line in self._lines:
            line.cancel()
        if self._lines:
            await asyncio.wait(self._lines)

    def _taken(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = asyncio.create_task(self._carry((reader, writer)))
        self._lines.add(line)
        line.add_done_callback(self._lines.discard)

    async def _carry(self, client: Side) -> None:
        server = await asyncio.open_connection(self._server.host, self._server.port)
        manner = self._dice.choice(list(Manner))
        line = Line(client, server, self._fuse(), manner, self._dice)
        if await line.held():
            self.broken[manner] += 1
            await line.cut()

    def _fuse(self) -> Fuse:
        dice = self._dice
        if self.cuts >= self._wanted:
            return Fuse()
        if dice.random() < 0.25:
            return Fuse(is_up=dice.random() < 0.5, seconds=dice.uniform(0, MOST_SECONDS))
        is_up, is_early = dice.random() < 0.5, dice.random() < 0.3
        most = MOST_BYTES_OF_OPENING if is_early else MOST_BYTES_UP if is_up else MOST_BYTES_DOWN
        return Fuse(is_up=is_up, size=dice.randrange(most))


class Line:
    """One connection of a client, and the one to the server that stands for it."""

    def __init__(self, client: Side, server: Side, fuse: Fuse, manner: Manner, dice: random.Random) -> None:
        self._client, self._server = client[1], server[1]
        self._fuse, self._manner, self._dice = fuse, manner, dice
        self._over = asyncio.Event()
        self._ways = [
            asyncio.create_task(self._way(client[0], server[1], is_up=True)),
            asyncio.create_task(self._way(server[0], client[1], is_up=False)),
        ]

    async def held(self) -> bool:
        """Carry until a side has closed, or the line breaks: True then, and it is to be `cut`."""
        try:
            async with asyncio.timeout(self._fuse.seconds):
                await self._over.wait()
        except TimeoutError:
            self._fuse.burn()
        finally:
            if not self._fuse.is_burnt:
                await self._gone(is_reset=False)
        return self._fuse.is_burnt

    async def cut(self) -> None:
        """Break, as is the manner of this line."""
        is_reset = self._dice.random() < 0.5
        try:
            if self._manner is Manner.DEAF:
                await asyncio.sleep(self._dice.uniform(0, LONGEST_DEAF))
            elif self._manner is Manner.ORPHANED:
                _hang_up(self._client, is_reset=is_reset)
                await asyncio.sleep(self._dice.uniform(0, LONGEST_ORPHANED))
        finally:
            await self._gone(is_reset=is_reset)

    async def _gone(self, *, is_reset: bool) -> None:
        for way in self._ways:
            way.cancel()
        _hang_up(self._client, is_reset=is_reset)
        _hang_up(self._server, is_reset=is_reset)
        await asyncio.wait(self._ways)

    async def _way(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, is_up: bool) -> None:
        with contextlib.suppress(ConnectionError):
            while data := await reader.read(self._dice.randint(1, MOST_AT_ONCE)):
                writer.write(self._fuse.through(data, is_up=is_up))
                if self._fuse.is_burnt:
                    self._over.set()
                await writer.drain()
        self._over.set()


def _hang_up(writer: asyncio.StreamWriter, *, is_reset: bool) -> None:
    """In good order, or so that the other side is told of a reset and loses what it had not read."""
    if is_reset and not writer.is_closing():
        plain: socket.socket = writer.get_extra_info("socket")
        plain.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
        writer.transport.abort()
    writer.close()
