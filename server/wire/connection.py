"""One coroutine owns a socket and reads; what is to be sent is written without waiting, within limits."""

import asyncio
import logging

from websockets.asyncio.server import ServerConnection
from websockets.exceptions import ConnectionClosed
from websockets.protocol import State

from game.protocol.limits import MOST_BYTES_UP
from server.host.guest import Guest
from server.host.host import GOING_AWAY, Host
from server.host.switchboard import POLICY
from server.limits import HELLO_WITHIN, MOST_BYTES_QUEUED, SEND_WITHIN, AddressCount
from server.logs import about
from server.meters import Meters

_LOG = logging.getLogger(__name__)
_TRY_LATER = 1013


class SocketPeer:
    """The host's way to one websocket; the only place that sends.

    What is pushed in one turn of the loop is written at once. Nothing waits for a client that does not
    read: it is cut off when too much is unsent, or something has been unsent for too long.
    """

    def __init__(self, socket: ServerConnection, meters: Meters) -> None:
        self._meters = meters
        self.address = address_of(socket)
        self.has_greeted = asyncio.Event()
        self._socket = socket
        self._frames: list[bytes] = []
        self._deadline: asyncio.TimerHandle | None = None
        self._closing: asyncio.Task[None] | None = None

    def push(self, frame: bytes) -> None:
        """See `Peer.push`."""
        if self._closing is None:
            if not self._frames:
                self._socket.loop.call_soon(self._flush)
            self._frames.append(frame)

    def greeted(self) -> None:
        """See `Peer.greeted`."""
        self.has_greeted.set()
        self._socket.protocol.max_message_size = MOST_BYTES_UP

    def end(self, code: int, reason: str) -> None:
        """See `Peer.end`."""
        if self._closing is None:
            self._flush()
            self._closing = self._socket.loop.create_task(self._socket.close(code, reason))

    async def gone(self) -> None:
        """Wait until the socket is closed, which `end` began."""
        if self._closing is not None:
            await self._closing
        if self._deadline is not None:
            self._deadline.cancel()

    def _flush(self) -> None:
        frames, self._frames = self._frames, []
        if frames and self._socket.state is State.OPEN:
            # Whoever has taken all there was begins a new count, however much was sent in the meantime.
            self._watch(self._socket.transport.get_write_buffer_size())
            self._meters.frames_out += len(frames)
            self._meters.bytes_out += sum(map(len, frames))
            for frame in frames:
                self._socket.protocol.send_binary(frame)
            self._socket.send_data()
            self._watch(self._socket.transport.get_write_buffer_size())

    def _watch(self, unsent: int) -> None:
        """Keep an eye on what the client has not taken yet."""
        self._meters.unsent_high.note(unsent)
        if unsent > MOST_BYTES_QUEUED:
            self._cut_off("unsent", f"{unsent} bytes wait for it to read")
        elif not unsent and self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
        elif unsent and self._deadline is None:
            self._deadline = self._socket.loop.call_later(SEND_WITHIN, self._too_slow)

    def _too_slow(self) -> None:
        self._deadline = None
        if self._socket.transport.get_write_buffer_size():
            self._cut_off("slow", f"it has not read for {SEND_WITHIN:g} s")

    def _cut_off(self, code: str, why: str) -> None:
        self._meters.cuts[code] += 1
        told = about("cut_off", address=self.address, code=code, why=why)
        _LOG.info("a connection is cut off", extra=told)
        self._socket.transport.abort()


def address_of(socket: ServerConnection) -> str:
    """The address a connection comes from, without its port."""
    remote = socket.remote_address
    return str(remote[0]) if remote else "unknown"


async def serve(host: Host, ungreeted: AddressCount, socket: ServerConnection) -> None:
    """Speak the protocol with one client until it is gone. Raises nothing."""
    peer = SocketPeer(socket, host.meters)
    if ungreeted.is_full(peer.address):
        host.meters.cuts["crowded"] += 1
        await socket.close(_TRY_LATER, "too many connections without a hello")
        return
    guest = host.attach(peer)
    try:
        with ungreeted.counted(peer.address):
            await _read_hello(host, guest, peer, socket)
        while True:
            _hand_over(host, guest, await socket.recv())
            # What lies ready is received without waiting: nobody's frames may keep the others from their turn.
            await asyncio.sleep(0)
    except ConnectionClosed:
        _LOG.debug("a connection is gone", extra=about("gone", address=peer.address))
    finally:
        host.detach(guest)
        peer.end(GOING_AWAY, "")
        await peer.gone()


async def _read_hello(host: Host, guest: Guest, peer: SocketPeer, socket: ServerConnection) -> None:
    try:
        async with asyncio.timeout(HELLO_WITHIN):
            while not peer.has_greeted.is_set():
                _hand_over(host, guest, await socket.recv())
    except TimeoutError:
        host.meters.cuts["silent"] += 1
        await socket.close(POLICY, "no hello")


def _hand_over(host: Host, guest: Guest, frame: str | bytes) -> None:
    if isinstance(frame, str):
        host.not_binary(guest)
    else:
        host.receive(guest, frame)
