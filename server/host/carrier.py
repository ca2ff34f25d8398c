"""Sends what is large in parts, maps and replays alike: at a pace, one part at a time to each connection."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from game.protocol.messages import Declined
from game.protocol.refusals import Refused, refusal
from server.host.guest import Guest
from server.limits import LONGEST_WAIT_FOR_PART, PARTS_A_SECOND_IN_ALL, PARTS_AT_ONCE_IN_ALL, Pace

_Part = TypeVar("_Part")


class Carrier:
    """Everybody's parts share one pace, and each connection has its own."""

    def __init__(self) -> None:
        self._pace = Pace(PARTS_A_SECOND_IN_ALL, PARTS_AT_ONCE_IN_ALL)

    async def carry(
        self, guest: Guest, re: int, fetch: Callable[[], Awaitable[_Part | Declined]]
    ) -> _Part | Declined:
        """What `fetch` gives, when its time has come.

        Refused while another part is on its way to the same guest, or when too many ask.
        """
        if guest.fetches:
            return declined(re, Refused.PART_UNDER_WAY)
        now = asyncio.get_running_loop().time()
        if self._pace.due_in(now) > LONGEST_WAIT_FOR_PART:
            return declined(re, Refused.BUSY)
        guest.fetches = True
        try:
            await asyncio.sleep(max(guest.pace.wait(now), self._pace.wait(now)))
            return await fetch()
        finally:
            guest.fetches = False


def declined(re: int, code: Refused, field: str = "", **parameters: int) -> Declined:
    """There is no such part, and why."""
    return Declined(re, (refusal(code, field, **parameters),))
