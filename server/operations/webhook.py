"""Sends letters to webhooks: off the event loop, patiently, and never more than a host can bear."""

import asyncio
import contextlib
import logging
import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Final, Self
from urllib.parse import urlsplit

from msgspec import Struct

from server.logs import about
from server.meters import Meters

if TYPE_CHECKING:
    import http.client

_LOG = logging.getLogger(__name__)
MOST_LETTERS: Final = 256
"""Letters on their way or waiting; further ones are dropped and counted."""

MOST_TO_ONE: Final = 32
"""Of them to one address, so that one that hangs does not use up the others' places."""

AT_A_TIME: Final = 4
ANSWER_WITHIN: Final = 10.0
PATIENCE: Final = (1.0, 5.0, 30.0, 120.0)
"""Seconds before each further try, a quarter more or less so that letters do not come all at once."""

LONGEST_WAIT: Final = 600.0
"""Most seconds to wait at an address's own request."""

OUTCOMES: Final = ("sent", "full", "refused", "given_up", "stopped")
_HEADERS: Final = {"Content-Type": "application/json", "User-Agent": "neo-sanctum-server"}


class Reply(Struct, frozen=True):
    """What came of one try: the HTTP status, 0 where there was no answer; seconds to wait if it asks for that."""

    status: int
    wait: float | None = None


Post = Callable[[str, bytes], Reply]
"""Sends a body to an address and waits for the answer; raises nothing."""


def post(url: str, body: bytes) -> Reply:
    """One HTTP request that follows no redirect, and reads no more of the answer than its head."""
    import http.client  # noqa: PLC0415 - on the thread that sends, and where something is sent at all

    parts = urlsplit(url)
    try:
        connection = _connection(parts.scheme, parts.hostname or "", parts.port)
        with contextlib.closing(connection):
            path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            connection.request("POST", path, body, _HEADERS)
            answer = connection.getresponse()
            return Reply(answer.status, _seconds(answer.getheader("Retry-After")))
    except (OSError, http.client.HTTPException, ValueError):
        return Reply(0)


def _connection(scheme: str, host: str, port: int | None) -> "http.client.HTTPConnection":
    import http.client  # noqa: PLC0415 - see above
    import ssl  # noqa: PLC0415

    if scheme == "https":
        context = ssl.create_default_context()
        return http.client.HTTPSConnection(host, port, timeout=ANSWER_WITHIN, context=context)
    return http.client.HTTPConnection(host, port, timeout=ANSWER_WITHIN)


def _seconds(text: str | None) -> float | None:
    """`Retry-After` in seconds; a date in it counts as nothing said."""
    try:
        wait = float(text or "")
    except ValueError:
        return None
    return wait if 0 <= wait < float("inf") else None


class Postman:
    """Takes letters without waiting, and counts in `Meters.letters` what becomes of each.

    `sent`; `full` where too many wait; `refused` by the address (any answer but success, overload or a fault of its
    own); `given_up` after the last try; `stopped` with the server.
    """

    def __init__(self, meters: Meters, send: Post = post) -> None:
        self._meters = meters
        self._send = send
        self._threads = ThreadPoolExecutor(AT_A_TIME, thread_name_prefix="webhook")
        self._going = asyncio.Semaphore(AT_A_TIME)
        self._letters: dict[asyncio.Task[None], str] = {}

    async def __aenter__(self) -> Self:
        """Ready."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Drop what is not sent yet; a try under way ends by itself."""
        letters = tuple(self._letters)
        for task in letters:
            task.cancel()
        await asyncio.gather(*letters, return_exceptions=True)
        self._meters.letters["stopped"] += len(letters)
        self._threads.shutdown(wait=False, cancel_futures=True)

    def take(self, url: str, body: bytes) -> None:
        """Send it soon."""
        to_it = sum(other == url for other in self._letters.values())
        if len(self._letters) >= MOST_LETTERS or to_it >= MOST_TO_ONE:
            self._count("full", url)
            return
        task = asyncio.create_task(self._deliver(url, body), name="letter")
        self._letters[task] = url
        task.add_done_callback(self._letters.pop)

    async def _deliver(self, url: str, body: bytes) -> None:
        loop = asyncio.get_running_loop()
        for patience in (*PATIENCE, None):
            async with self._going:
                reply = await loop.run_in_executor(self._threads, self._send, url, body)
            if 200 <= reply.status < 300:
                self._meters.letters["sent"] += 1
                return
            if reply.status not in {0, 408, 429} and reply.status < 500:
                self._count("refused", url, reply.status)
                return
            if patience is not None:
                await asyncio.sleep(_wait(patience, reply.wait))
        self._count("given_up", url, reply.status)

    def _count(self, outcome: str, url: str, status: int = 0) -> None:
        """The log names the host alone: the rest of such an address is a secret."""
        self._meters.letters[outcome] += 1
        told = about("letter_dropped", code=outcome, host=urlsplit(url).hostname, status=status)
        _LOG.warning("a letter to a webhook is dropped", extra=told)


def _wait(patience: float, asked: float | None) -> float:
    own = patience * random.uniform(0.75, 1.25)  # noqa: S311 - not a secret
    return own if asked is None else min(max(asked, own), LONGEST_WAIT)
