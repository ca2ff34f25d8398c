"""A server that sends everybody more than they read: `python -m tests.support.pushing` prints where it listens."""

import asyncio
import os
import sys

import uvloop

from server.limits import MESSAGES_A_SECOND
from tests.support.servers import local_host

BYTES = 24 * 1024
"""Of a message; for each client it is another one, so that nothing is shared."""


async def main() -> None:
    async with local_host() as host:
        sys.stdout.write(f"listening {host.url}\n")
        sys.stdout.flush()
        while True:
            await asyncio.sleep(1 / MESSAGES_A_SECOND)
            for guest in tuple(host.host.board.guests.values()):
                if guest.session is not None:
                    guest.peer.push(os.urandom(BYTES))


if __name__ == "__main__":
    uvloop.run(main())
