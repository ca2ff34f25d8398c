"""Keeps the replays of matches as they end, and hands them out to those who may have them."""

import asyncio
import logging
from collections.abc import Coroutine
from concurrent.futures import BrokenExecutor
from typing import Any, Final

from game.protocol.messages import MOST_BYTES_OF_PART, Archive, AskReplay, Declined, ReplayPart
from game.protocol.refusals import Refused
from game.replays.recording import NotRecordableError
from server.disk.journal import Journal, StorageError
from server.disk.replays import KeptReplay, Make, Replays, Unkept, kept_replay
from server.host.carrier import Carrier, declined
from server.host.guest import Guest
from server.logs import about

_LOG = logging.getLogger(__name__)
_REST: Final = 0.1
"""Seconds between two matches that a former server left without a replay: play goes first."""


class Archivist:
    """Has replays made beside the loop, one at a time. A match that runs is never told of."""

    def __init__(
        self, journal: Journal, replays: Replays, carrier: Carrier, make: Make | None = None
    ) -> None:
        """`make` makes them elsewhere; without it they are made here, on a thread."""
        self._journal = journal
        self._replays = replays
        self._carrier = carrier
        self._make_one = make or self._made_here
        self._making = asyncio.Lock()
        self._tasks: dict[str, asyncio.Task[None]] = {}

    def start(self) -> None:
        """Begin with the matches that a former server left, beside play."""
        self._begin("", self._catch_up())

    def keep(self, room: str, ended_at: int) -> None:
        """The room's match has just ended, `ended_at` in seconds since 1970: its replay is made soon."""
        self._begin(room, self._make(Unkept(room, ended_at)))

    async def stop(self) -> None:
        """Finish the replays of what has just ended; the rest is for the next server."""
        former = self._tasks.pop("", None)
        if former is not None:
            former.cancel()
        await asyncio.gather(*self._tasks.values(), return_exceptions=True)

    def _begin(self, room: str, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work, name=f"replay of {room}")
        self._tasks[room] = task
        task.add_done_callback(lambda _: self._tasks.pop(room, None))

    # --- making ---------------------------------------------------------------------------------

    async def _catch_up(self) -> None:
        try:
            for unkept in await self._replays.unkept():
                await self._make(unkept)
                await asyncio.sleep(_REST)
        except StorageError as error:
            _LOG.error("old matches cannot be looked for", extra=about("replays_lost", why=str(error)))

    async def _make(self, unkept: Unkept) -> None:
        """One that cannot be made is logged, and not tried again if that is the match's own fault."""
        async with self._making:
            try:
                await self._put(unkept)
            except (StorageError, BrokenExecutor) as error:
                told = about("replay_not_kept", room=unkept.room, why=str(error))
                _LOG.error("a replay is not kept", extra=told)

    async def _put(self, unkept: Unkept) -> None:
        try:
            replay = await self._make_one(unkept)
        except (NotRecordableError, StorageError, ValueError) as error:
            told = about("replay_impossible", room=unkept.room, why=str(error))
            _LOG.warning("there is no replay of a match", extra=told)
            await self._replays.cannot(unkept)
        else:
            if replay is not None:
                await self._replays.keep(replay)

    async def _made_here(self, unkept: Unkept) -> KeptReplay | None:
        kept = await self._journal.load(unkept.room)
        if kept is None:
            return None
        turns = await self._journal.played(unkept.room)
        return await asyncio.to_thread(kept_replay, kept.now(), turns, unkept.ended_at)

    # --- handing out ----------------------------------------------------------------------------

    async def listed(self, guest: Guest, re: int) -> Archive:
        """The matches this one may see again. Raises StorageError."""
        return Archive(re, await self._replays.listed(guest.number))

    async def answer(self, guest: Guest, re: int, act: AskReplay, *, sits: bool) -> ReplayPart | Declined:
        """A part of a replay, when its time has come; `sits`: the guest has a seat in the room, known by it alone.

        Raises StorageError.
        """
        return await self._carrier.carry(guest, re, lambda: self._part(guest, re, act, sits=sits))

    async def _part(self, guest: Guest, re: int, act: AskReplay, *, sits: bool) -> ReplayPart | Declined:
        under_way = self._tasks.get(act.room)
        if under_way is not None:
            await asyncio.wait([under_way])
        if not sits and not await self._replays.may_have(act.room, guest.number):
            return declined(re, Refused.NO_REPLAY, "room")
        part = await self._replays.part(act.room, act.offset, MOST_BYTES_OF_PART)
        if part is None:
            return declined(re, Refused.NO_REPLAY, "room")
        if act.offset > part.total:
            return declined(re, Refused.WRONG_OFFSET, "offset", found=act.offset, most=part.total)
        return ReplayPart(re, act.room, act.offset, part.data, part.total)
