"""One coroutine owns a socket: it reads; a second one writes what is queued, within a deadline."""

import asyncio
import contextlib
import logging
from typing import NamedTuple

from websockets.asyncio.server import ServerConnection
from websockets.exceptions import ConnectionClosed

from game.protocol.limits import MOST_BYTES_UP
from server.guest import Guest
from server.host import GOING_AWAY, POLICY, Host
from server.limits import HELLO_WITHIN, MOST_BYTES_QUEUED, MOST_FRAMES_QUEUED, SEND_WITHIN, AddressCount

_LOG = logging.getLogger(__name__)
_TRY_LATER = 1013


class _End(NamedTuple):
    """Close the socket once what was queued before it is sent."""

    code: int
    reason: str


class SocketPeer:
    """The host's way to one websocket. The queue is bounded: who does not read is cut off."""

    def __init__(self, socket: ServerConnection) -> None:
        self.address = address_of(socket)
        self.has_greeted = asyncio.Event()
        self._socket = socket
        self._queue: asyncio.Queue[bytes | _End] = asyncio.Queue()
        self._bytes = 0
        self._ending = False

    def push(self, frame: bytes) -> None:
        """See `Peer.push`."""
        if self._ending:
            return
        self._bytes += len(frame)
        if self._queue.qsize() >= MOST_FRAMES_QUEUED or self._bytes > MOST_BYTES_QUEUED:
            self._cut_off("it does not read what it is sent")
        else:
            self._queue.put_nowait(frame)

    def greeted(self) -> None:
        """See `Peer.greeted`."""
        self.has_greeted.set()
        self._socket.protocol.max_message_size = MOST_BYTES_UP

    def end(self, code: int, reason: str) -> None:
        """See `Peer.end`."""
        if not self._ending:
            self._ending = True
            self._queue.put_nowait(_End(code, reason))

    async def write(self) -> None:
        """Send what is queued until told to end or the socket is gone."""
        with contextlib.suppress(ConnectionClosed):
            while True:
                item = await self._queue.get()
                if isinstance(item, _End):
                    await self._socket.close(item.code, item.reason)
                    return
                self._bytes -= len(item)
                if not await self._sent(item):
                    return

    async def _sent(self, frame: bytes) -> bool:
        try:
            async with asyncio.timeout(SEND_WITHIN):
                await self._socket.send(frame)
        except TimeoutError:
            self._cut_off(f"it took more than {SEND_WITHIN:g} s over one frame")
            return False
        return True

    def _cut_off(self, why: str) -> None:
        """Close without waiting for a client that does not read."""
        self._ending = True
        self._queue.put_nowait(_End(POLICY, ""))
        _LOG.info("%s is cut off: %s", self.address, why)
        self._socket.transport.abort()


def address_of(socket: ServerConnection) -> str:
    """The address a connection comes from, without its port."""
    remote = socket.remote_address
    return str(remote[0]) if remote else "unknown"


async def serve(host: Host, ungreeted: AddressCount, socket: ServerConnection) -> None:
    """Speak the protocol with one client until it is gone. Raises nothing."""
    peer = SocketPeer(socket)
    if ungreeted.is_full(peer.address):
        await socket.close(_TRY_LATER, "too many connections without a hello")
        return
    guest = host.attach(peer)
    writer = asyncio.create_task(peer.write(), name=f"writer to {peer.address}")
    try:
        with ungreeted.counted(peer.address):
            await _read_hello(host, guest, peer, socket)
        while True:
            _hand_over(host, guest, await socket.recv())
    except ConnectionClosed:
        _LOG.debug("%s is gone", peer.address)
    finally:
        host.detach(guest)
        peer.end(GOING_AWAY, "")
        await writer


async def _read_hello(host: Host, guest: Guest, peer: SocketPeer, socket: ServerConnection) -> None:
    try:
        async with asyncio.timeout(HELLO_WITHIN):
            while not peer.has_greeted.is_set():
                _hand_over(host, guest, await socket.recv())
    except TimeoutError:
        await socket.close(POLICY, "no hello")


def _hand_over(host: Host, guest: Guest, frame: str | bytes) -> None:
    if isinstance(frame, str):
        host.not_binary(guest)
    else:
        host.receive(guest, frame)
