"""The socket for those who run the server: on this machine alone, opened by a token that only they can read."""

import asyncio
import contextlib
import hmac
import logging
import secrets
from pathlib import Path
from typing import Final, Self

import msgspec

from server.admin.bureau import Bureau, CannotError
from server.admin.speech import Call, Door, Reply
from server.disk.journal import StorageError
from server.logs import about
from server.operations.token_file import write_private

_LOG = logging.getLogger(__name__)
FILE_NAME: Final = "admin.json"
MOST_BYTES: Final = 16 * 1024
MOST_CALLERS: Final = 8
SPEAK_WITHIN: Final = 5.0
"""Seconds in which a caller must say its next line."""

_CALL: Final = msgspec.json.Decoder(Call)


class AdminSocket:
    """`async with AdminSocket(bureau, folder):` listens, and `admin.json` in the folder says where and by which word."""

    def __init__(self, bureau: Bureau, folder: Path) -> None:
        self._bureau = bureau
        self._file = folder / FILE_NAME
        self._token = secrets.token_urlsafe(32)
        self._server: asyncio.Server | None = None
        self._callers: set[asyncio.StreamWriter] = set()

    async def __aenter__(self) -> Self:
        """Open it. Raises OSError."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=MOST_BYTES)
        port = self._server.sockets[0].getsockname()[1]
        self._file.unlink(missing_ok=True)
        write_private(self._file, msgspec.json.encode(Door(port, self._token)).decode())
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close it; the file goes."""
        self._bureau.close()
        self._file.unlink(missing_ok=True)
        if self._server is not None:
            self._server.close()
        for writer in tuple(self._callers):
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer line by line until one is not good or none comes. Raises nothing."""
        if len(self._callers) >= MOST_CALLERS:
            writer.transport.abort()
            return
        self._callers.add(writer)
        try:
            while await self._answer_line(reader, writer):
                pass
        except (ConnectionError, TimeoutError, ValueError, asyncio.IncompleteReadError):
            _LOG.debug("a caller for those who run the server is gone", extra=about("admin_gone"))
        finally:
            self._callers.discard(writer)
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()

    async def _answer_line(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Whether another line may come."""
        async with asyncio.timeout(SPEAK_WITHIN):
            line = await reader.readline()
        if not line:
            return False
        reply, is_trusted = await self._reply(line)
        writer.write(msgspec.json.encode(reply) + b"\n")
        await writer.drain()
        return is_trusted

    async def _reply(self, line: bytes) -> tuple[Reply, bool]:
        try:
            call = _CALL.decode(line)
        except msgspec.DecodeError as error:
            return Reply(ok=False, error=str(error)), False
        if not hmac.compare_digest(call.token.encode(), self._token.encode()):
            _LOG.warning("somebody on this machine gave a wrong token", extra=about("admin_refused"))
            return Reply(ok=False, error="wrong token; it is in admin.json of the data folder"), False
        try:
            return Reply(ok=True, result=await self._bureau.carry_out(call.order)), True
        except (CannotError, StorageError) as error:
            return Reply(ok=False, error=str(error)), True
