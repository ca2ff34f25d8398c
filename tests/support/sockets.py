"""A websocket client by hand, for what no library would do: bad handshakes, bad frames, silence, not reading."""

import asyncio
import socket
from typing import Self

from game.link.address import Address
from game.protocol import messages as say
from game.protocol.codec import encode

REQUEST = (
    "GET / HTTP/1.1\r\nHost: {host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Protocol: {protocol}\r\n\r\n"
)
_SHORT = 125


def request(address: Address) -> bytes:
    """A good handshake."""
    return REQUEST.format(host=address.host, protocol=say.SUBPROTOCOL).encode()


def frame(data: bytes, opcode: int = 2, *, fin: bool = True) -> bytes:
    """A client's frame; its mask of zeros changes nothing."""
    size = len(data)
    head = bytes((opcode | 0x80 * fin, 0x80 | (size if size <= _SHORT else 126 if size < 1 << 16 else 127)))
    width = 0 if size <= _SHORT else 2 if size < 1 << 16 else 8
    return head + (size.to_bytes(width, "big") if width else b"") + bytes(4) + data


class RawSocket:
    """`async with RawSocket(address) as raw:` is a plain connection; nothing is said by itself."""

    def __init__(
        self, address: Address, source: str = "127.0.0.1", receive_buffer: int | None = None
    ) -> None:
        self._address = address
        self._source = source
        self._receive_buffer = receive_buffer
        self.reader: asyncio.StreamReader
        self.writer: asyncio.StreamWriter

    async def __aenter__(self) -> Self:
        plain = socket.socket()
        plain.setblocking(False)
        if self._receive_buffer is not None:
            plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, self._receive_buffer)
        plain.bind((self._source, 0))
        place = (self._address.host, self._address.port)
        await asyncio.get_running_loop().sock_connect(plain, place)
        self.reader, self.writer = await asyncio.open_connection(sock=plain, limit=4096)
        return self

    async def __aexit__(self, *_: object) -> None:
        self.writer.transport.abort()

    async def opened(self) -> None:
        """Ask for a websocket and wait until it is one."""
        self.writer.write(request(self._address))
        answer = await self.reader.readuntil(b"\r\n\r\n")
        assert answer.startswith(b"HTTP/1.1 101 "), answer

    async def greeted(self, key: str = "k" * 32) -> None:
        """The same, and a hello; the welcome is waited for but not read."""
        await self.opened()
        self.send(encode(say.Hello(say.VERSION, "raw", key)))
        await self.reader.read(1)

    def send(self, message: bytes) -> None:
        """A whole binary message."""
        self.writer.write(frame(message))

    async def closed(self) -> None:
        """Read until the server has closed its side, or cut the connection."""
        try:
            while await self.reader.read(65536):
                pass
        except ConnectionError:
            return
