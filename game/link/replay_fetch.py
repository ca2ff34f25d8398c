"""Fetching a replay from a server, part by part."""

from collections.abc import Callable
from typing import Protocol

from game.protocol.messages import Declined, ReplayPart
from game.protocol.refusals import Refusal
from game.replays.codec import MOST_BYTES

Told = Callable[[int, int], None]
"""Is told how many bytes have arrived, of how many."""


class ReplayFetchError(Exception):
    """A replay was not fetched: `refusals` are the server's words; without them it answered what cannot be."""

    def __init__(self, why: str, refusals: tuple[Refusal, ...] = ()) -> None:
        super().__init__(why)
        self.refusals = refusals


class ReplaySource(Protocol):
    """What is needed of a `MatchClient`."""

    async def replay_part(self, room: str, offset: int) -> ReplayPart | Declined:
        """Some bytes of a replay from `offset` on."""
        ...


async def fetch_replay(source: ReplaySource, room: str, told: Told) -> bytes:
    """The whole replay of a match. It may come from anybody: read it as such.

    Raises ReplayFetchError, and whatever the source raises.
    """
    data = bytearray()
    while True:
        part = await source.replay_part(room, len(data))
        if isinstance(part, Declined):
            raise ReplayFetchError("the server does not send it", part.refusals)
        if part.offset != len(data) or part.total > MOST_BYTES or len(data) + len(part.data) > part.total:
            raise ReplayFetchError(f"a part from {part.offset} of {part.total} bytes came after {len(data)}")
        data += part.data
        told(len(data), part.total)
        if len(data) == part.total:
            return bytes(data)
        if not part.data:
            raise ReplayFetchError(f"nothing came after {len(data)} of {part.total} bytes")
