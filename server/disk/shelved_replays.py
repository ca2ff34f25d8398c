"""An archive that also puts what it keeps on the shelf of the player on whose machine it was played."""

import asyncio
import logging

from game.protocol.messages import ArchivedMatch
from game.replays.errors import ReplayError
from game.replays.shelf import ReplayShelf
from server.disk.replays import KeptReplay, ReplayBytes, Replays, Unkept
from server.logs import about

_LOG = logging.getLogger(__name__)


class ShelvedReplays:
    """Gives every verb to another archive. A replay the shelf does not take is logged, and in the archive all the same."""

    def __init__(self, replays: Replays, shelf: ReplayShelf) -> None:
        self._replays, self._shelf = replays, shelf

    async def keep(self, replay: KeptReplay) -> None:
        """See `Replays.keep`."""
        try:
            path = await asyncio.to_thread(self._shelf.keep, replay.body)
        except (ReplayError, OSError) as error:
            told = about("replay_not_kept", room=replay.about.room, why=str(error))
            _LOG.warning("a replay is not on the shelf", extra=told)
        else:
            told = about("replay_kept", room=replay.about.room, path=str(path))
            _LOG.info("a replay is on the shelf", extra=told)
        await self._replays.keep(replay)

    async def cannot(self, unkept: Unkept) -> None:
        """See `Replays.cannot`."""
        await self._replays.cannot(unkept)

    async def unkept(self) -> tuple[Unkept, ...]:
        """See `Replays.unkept`."""
        return await self._replays.unkept()

    async def listed(self, person: int) -> tuple[ArchivedMatch, ...]:
        """See `Replays.listed`."""
        return await self._replays.listed(person)

    async def may_have(self, room: str, person: int) -> bool:
        """See `Replays.may_have`."""
        return await self._replays.may_have(room, person)

    async def part(self, room: str, offset: int, length: int) -> ReplayBytes | None:
        """See `Replays.part`."""
        return await self._replays.part(room, offset, length)
