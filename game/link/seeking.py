"""Which server has the room of a code? Those on the local network are asked, and the one played on last."""

import asyncio
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from msgspec import Struct

from game.link.address import Address
from game.link.discovery import Discovery
from game.link.happenings import Over
from game.link.match_client import LinkClosedError, MatchClient
from game.link.websocket import WebSocketLink
from game.protocol.messages import Rooms
from game.protocol.refusals import Refused

SEEK_FOR: Final = 3.0
"""Seconds in which servers on the local network are found and asked."""

Opens = Callable[[Address, bool], MatchClient | None]
"""A client for a server, which asks for a password or not; None where that password is not known: it is not asked then."""


class Sought(Struct, frozen=True):
    """What came of it: the server that has the room, and whether it wanted the password; else None.

    Then `locked` are servers that want another password, and `answered` is how many know no such room.
    """

    place: Address | None = None
    by_password: bool = False
    locked: tuple[Address, ...] = ()
    answered: int = 0


def as_guest(place: Address, locked: bool) -> MatchClient | None:
    """A client of nobody in particular, who knows no password."""
    return None if locked else MatchClient(WebSocketLink(place, patience=0))


async def seek(
    code: str,
    also: Iterable[Address] = (),
    opens: Opens = as_guest,
    *,
    seconds: float = SEEK_FOR,
    interfaces: Sequence[str] = (),
) -> Sought:
    """Ask for at most `seconds`; the first server to say that it has the room of this code ends it.

    `also` are servers to ask beside those that are found; `interfaces` as for `Discovery`. A password goes to nobody
    who did not ask for one.
    """
    async with Discovery(interfaces) as found:
        inquiry = _Inquiry(code, opens)
        asking = asyncio.create_task(inquiry.ask_all(found, tuple(also)), name="seeking a room")
        try:
            async with asyncio.timeout(seconds):
                return await inquiry.here
        except TimeoutError:
            return Sought(locked=tuple(inquiry.locked), answered=len(inquiry.answered))
        finally:
            asking.cancel()
            await asyncio.gather(asking, return_exceptions=True)


class _Inquiry:
    """Asks each server once. `locked` and `answered` hold their first addresses, in the order in which that was known."""

    def __init__(self, code: str, opens: Opens) -> None:
        self._code, self._opens = code, opens
        self.here: asyncio.Future[Sought] = asyncio.get_running_loop().create_future()
        self.locked: dict[Address, None] = {}
        self.answered: dict[Address, None] = {}

    async def ask_all(self, found: Discovery, also: tuple[Address, ...]) -> None:
        """Ask until cancelled."""
        asked: set[Address] = set()
        async with asyncio.TaskGroup() as group:
            ways = [(place, place, False) for place in also]
            while True:
                for first, place, locked in ways:
                    if place not in asked:
                        asked.add(place)
                        group.create_task(self._ask(first, place, locked))
                servers = await found.changed()
                ways = [(one.address, place, one.locked) for one in servers for place in one.addresses]

    async def _ask(self, first: Address, place: Address, locked: bool) -> None:
        client = self._opens(place, locked)
        wrong = client is None or await self._is_refused(client, first, Sought(place, locked))
        if wrong and not locked:
            await self._ask(first, place, True)
        elif wrong:
            self.locked[first] = None

    async def _is_refused(self, client: MatchClient, first: Address, found: Sought) -> bool:
        """Whether the server wants another password."""
        async with client:
            try:
                answer = await client.list_rooms(self._code)
            except LinkClosedError:
                return _by_password(client)
        if not isinstance(answer, Rooms) or not answer.rooms:
            self.answered[first] = None
        elif not self.here.done():
            self.here.set_result(found)
        return False


def _by_password(client: MatchClient) -> bool:
    """Whether it was that which closed the link."""
    while (happening := client.poll()) is not None:
        if isinstance(happening, Over):
            return any(refusal.code == Refused.WRONG_PASSWORD for refusal in happening.refusals)
    return False
