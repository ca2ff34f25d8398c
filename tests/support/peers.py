"""A host with people at its door, without sockets: what is pushed to them is written down."""

import asyncio
from typing import TypeVar

from game.protocol import messages as say
from game.protocol.codec import Unreadable, decode_downward, encode
from server.host.host import Host

KEYS = {name: name.lower() * 8 + "0" * 24 for name in ("Anna", "Bert", "Ella")}
"""Identities, 56 letters each."""

_Message = TypeVar("_Message")


class FakePeer:
    """See `Peer`: a connection from an address, with all it was told."""

    def __init__(self, host: Host, address: str = "10.0.0.1") -> None:
        self.address = address
        self.told: list[say.Downward] = []
        self.ended: tuple[int, str] | None = None
        self.has_greeted = False
        self._host = host
        self._ids = 0
        self.guest = host.attach(self)

    def push(self, frame: bytes) -> None:
        message = decode_downward(frame)
        assert not isinstance(message, Unreadable), message
        self.told.append(message)

    def greeted(self) -> None:
        self.has_greeted = True

    def end(self, code: int, reason: str) -> None:
        self.ended = (code, reason)
        self._host.detach(self.guest)

    # --- what a test does -----------------------------------------------------------------------

    def send(self, message: say.Upward) -> None:
        self._host.receive(self.guest, encode(message))

    def hello(self, identity: str | None = None, password: str = "", key: str = "k" * 32) -> None:
        self.send(say.Hello(say.VERSION, "test", key, identity, password))

    def do(self, act: say.Act) -> int:
        """Ask for something; the id of the command."""
        self._ids += 1
        self.send(say.Command(self._ids, act))
        return self._ids

    async def asked(self, act: say.Act) -> say.Answer:
        """Ask for something and wait for the answer."""
        number = self.do(act)
        async with asyncio.timeout(20):
            while True:
                for message in self.told:
                    if isinstance(message, say.Answer) and message.re == number:
                        return message
                await asyncio.sleep(0.001)

    async def hears(self, kind: type[_Message]) -> _Message:
        """The last message of a kind, once there is one."""
        async with asyncio.timeout(20):
            while True:
                for message in reversed(self.told):
                    if isinstance(message, kind):
                        return message
                await asyncio.sleep(0.001)
