"""Which server has the room of a code? Those on the local network are asked, and the one played on last."""

import asyncio
import contextlib
from collections.abc import Iterable, Sequence
from typing import Final

from game.link.address import Address
from game.link.discovery import Discovery
from game.link.match_client import LinkClosedError, MatchClient
from game.link.websocket import WebSocketLink
from game.protocol.messages import Rooms

SEEK_FOR: Final = 3.0
"""Seconds in which servers on the local network are found and asked."""


async def seek(
    code: str, also: Iterable[Address] = (), *, seconds: float = SEEK_FOR, interfaces: Sequence[str] = ()
) -> Address | None:
    """The first server to say that it has the room of this code, or None after `seconds`.

    `also` are servers to ask beside those that are found; `interfaces` as for `Discovery`.
    """
    here: asyncio.Future[Address] = asyncio.get_running_loop().create_future()
    async with Discovery(interfaces) as found:
        inquiry = asyncio.create_task(_inquire(found, code, tuple(also), here), name="seeking a room")
        try:
            async with asyncio.timeout(seconds):
                return await here
        except TimeoutError:
            return None
        finally:
            inquiry.cancel()
            await asyncio.gather(inquiry, return_exceptions=True)


async def _inquire(
    found: Discovery, code: str, places: tuple[Address, ...], here: asyncio.Future[Address]
) -> None:
    """Ask each place once, until cancelled."""
    asked: set[Address] = set()
    async with asyncio.TaskGroup() as group:
        while True:
            for place in set(places) - asked:
                asked.add(place)
                group.create_task(_ask(place, code, here))
            places = tuple(place for server in await found.changed() for place in server.addresses)


async def _ask(place: Address, code: str, here: asyncio.Future[Address]) -> None:
    with contextlib.suppress(LinkClosedError):
        async with MatchClient(WebSocketLink(place, patience=0)) as client:
            answer = await client.list_rooms(code)
            if isinstance(answer, Rooms) and answer.rooms and not here.done():
                here.set_result(place)
