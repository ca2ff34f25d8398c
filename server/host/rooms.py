"""The rooms in memory, each with its keeper: made, brought back from the journal, found, let go."""

import asyncio
import itertools
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Collection
from typing import Protocol

from game.protocol import messages as say
from game.protocol.refusals import Refused
from game.rules.ids import Seat
from server.crash_points import Point, reach
from server.disk.journal import Journal, StorageError, UnreadableError
from server.host.keeper import Keeper
from server.host.library import Library
from server.host.outside import Outside
from server.host.recovery import Recovery
from server.host.reports import Reports
from server.host.results import Results
from server.host.switchboard import Switchboard
from server.host.thinking import Thinker
from server.logs import about
from server.meters import Meters
from server.room.effects import Member, Reopen
from server.room.image import Image, Setup
from server.room.result import Result
from server.room.room import Room

_LOG = logging.getLogger(__name__)
_LISTED = 100
"""Most rooms of a kind in one list."""


class Observer(Protocol):
    """Somebody who looks at rooms as they change. Must not wait, raise, or change them."""

    def look(self, image: Image, here: Collection[Seat]) -> None:
        """A room is like this now, all of it on disk, and these seats are connected."""

    def forget(self, room: str) -> None:
        """The room is no longer kept in memory."""


Reopening = Callable[[Reopen, Image], Awaitable[bool]]
"""Seats somebody in the room of a rematch; False if that room is over."""


class Rooms:
    """Every room has one keeper; a room that nobody needs is in the journal alone."""

    def __init__(  # noqa: PLR0913 - each service is one of a kind
        self,
        board: Switchboard,
        journal: Journal,
        thinker: Thinker,
        library: Library,
        outside: Outside,
        *,
        meters: Meters,
        results: Results,
        reports: Reports,
    ) -> None:
        self.journal = journal
        self.post = board.post
        """See `Switchboard.post`."""
        self.thinker = thinker
        self.meters = meters
        self.observers: list[Observer] = []
        """Those who want to see every change; put them in before `start`."""
        self.recollecting = asyncio.Lock()
        self.reports = reports
        self.reopening: Reopening | None = None
        """Plays a match again; whoever makes rooms puts it in."""
        self._results = results
        self._board = board
        self._library = library
        self._outside = outside
        self._keepers: dict[str, Keeper] = {}
        self._codes: dict[str, str] = {}
        self._fetching = asyncio.Lock()
        self._recovery = Recovery(journal, self.fetch)

    # --- life -----------------------------------------------------------------------------------

    async def start(self) -> int:
        """Bring back every room that is not over; returns how many. One that cannot be read is logged.

        Raises StorageError.
        """
        await self._results.catch_up(self.journal)
        rooms = await self.journal.running()
        # Together, so that they share the journal's commits.
        back = await asyncio.gather(*(self._restore(room) for room in rooms))
        return sum(keeper is not None for keeper in back)

    async def stop(self) -> None:
        """Let go of every room after what it is doing now."""
        await self._recovery.stop()
        await asyncio.gather(*(keeper.stop() for keeper in tuple(self._keepers.values())))

    async def make(self, setup: Setup) -> Keeper | None:
        """A new room with nobody in it; None where its map is not here. Raises StorageError."""
        content = self._library.content(setup.map)
        if content is None:
            return None
        epoch = await self.journal.claim(setup.id)
        return self._keep(Room.made(setup, content, self._outside.mint, self._wall), epoch)

    async def make_again(self, setup: Setup, before: Image) -> Keeper | None:
        """A new room for the players of a match that is over; None where its map is not here. Raises StorageError."""
        content = self._library.content(setup.map)
        if content is None:
            return None
        epoch = await self.journal.claim(setup.id)
        return self._keep(Room.again(setup, before, content, self._outside.mint, self._wall), epoch)

    async def reopen(self, reopen: Reopen, before: Image) -> bool:
        """See `Services.reopen`."""
        return self.reopening is None or await self.reopening(reopen, before)

    def has_moved(self, reopen: Reopen) -> bool:
        """See `Services.has_moved`."""
        keeper = self._keepers.get(reopen.room)
        return keeper is not None and keeper.room.has(reopen.ask.member)

    async def fetch(self, room: str) -> None:
        """Bring back a room that is not in memory, if there is such: one that is over, or let go."""
        async with self._fetching:
            # Looked at before it is claimed: a claim of whatever strangers name would be kept on disk.
            if room not in self._keepers and await self._is_stored(room):
                await self._restore(room)

    async def _is_stored(self, room: str) -> bool:
        try:
            return await self.journal.load(room) is not None
        except StorageError:
            return True  # told of when it is brought back

    async def looked_at(self, room: str) -> tuple[Image, say.RoomInfo] | None:
        """A room by its id, in memory or not, without bringing it back; None where it is not there or not readable."""
        keeper = self._keepers.get(room)
        if keeper is not None:
            return keeper.room.image, keeper.room.info()
        try:
            kept = await self.journal.load(room)
            image = None if kept is None else kept.now()
        except (StorageError, ValueError):
            return None  # it was logged at the start, where it could not be brought back either
        content = None if image is None else self._library.content(image.setup.map)
        if image is None or content is None:
            return None
        return image, Room(image, content, self._outside.mint, self._wall).info()

    async def _restore(self, room: str) -> Keeper | None:
        """Bring back a room that is stored."""
        try:
            epoch = await self.journal.claim(room)
            reach(Point.CLAIMED)
            kept = await self.journal.load(room)
            if kept is None:
                return None
            image = kept.now()
        except (StorageError, ValueError) as error:
            told = about("room_lost", room=room, why=str(error))
            _LOG.error("a room cannot be brought back", extra=told)
            if not isinstance(error, UnreadableError | ValueError):
                self._recovery.want(room)
            return None
        content = self._library.content(image.setup.map)
        if content is None:
            told = about("room_without_map", room=room, map=image.setup.map)
            _LOG.error("a room is played on a map that is not here", extra=told)
            return None
        keeper = self._keep(Room(image, content, self._outside.mint, self._wall), epoch)
        recorded = len(kept.records)
        keeper.put(lambda now: keeper.room.restored(now, recorded))
        return keeper

    def _keep(self, room: Room, epoch: int) -> Keeper:
        keeper = Keeper(room, epoch, self)
        self._keepers[keeper.id] = keeper
        self._codes[room.image.setup.code] = keeper.id
        return keeper

    def _wall(self, now: int) -> int:
        """Milliseconds since 1970 at a moment given in monotonic milliseconds."""
        return self._outside.wall() + now - int(asyncio.get_running_loop().time() * 1000)

    # --- what keepers ask -----------------------------------------------------------------------

    def look(self, room: Room) -> None:
        """Something has happened in the room, and is told."""
        for observer in self.observers:
            observer.look(room.image, room.here)

    async def finished(self, result: Result) -> None:
        """A match is over: it is counted for the people in it."""
        await self._results.finished(result)

    def lost(self, room: str) -> None:
        """See `Services.lost`."""
        self._recovery.want(room)

    def forget(self, room: str) -> None:
        """The room is no longer kept in memory."""
        keeper = self._keepers.pop(room, None)
        if keeper is not None:
            for observer in self.observers:
                observer.forget(room)
            self._codes.pop(keeper.room.image.setup.code, None)

    # --- questions ------------------------------------------------------------------------------

    def __len__(self) -> int:
        """How many rooms are in memory."""
        return len(self._keepers)

    def __contains__(self, room: str) -> bool:
        """Whether the room of this id is in memory."""
        return room in self._keepers

    def why_not_here(self, room: str) -> Refused:
        """Why a room is not in memory: there is no such, or the disk failed and it will be back."""
        return Refused.STORAGE if room in self._recovery else Refused.UNKNOWN_ROOM

    def named(self, name: str) -> Keeper | None:
        """The room of an id or a code."""
        keeper = self._keepers.get(name)
        return self._keepers.get(self._codes.get(name.upper(), "")) if keeper is None else keeper

    def of(self, ids: Collection[str]) -> list[Keeper]:
        """Those of these rooms that are still in memory."""
        return [self._keepers[room] for room in ids if room in self._keepers]

    def all(self) -> tuple[Keeper, ...]:
        """Every room in memory."""
        return tuple(self._keepers.values())

    def name_of(self, member: Member, ids: Collection[str]) -> str:
        """The name under which a connection sits in one of these rooms, empty if it sits in none."""
        names = (keeper.room.name_of(member) for keeper in self.of(ids))
        return next((name for name in names if name), "")

    def open(self) -> tuple[say.RoomInfo, ...]:
        """The public rooms that somebody can join, then those with a match for guests, without their codes."""
        rooms = (keeper.room for keeper in self._keepers.values())
        public = [room for room in rooms if room.image.setup.public]
        joined = itertools.islice((room for room in public if room.is_joinable), _LISTED)
        visited = itertools.islice((room for room in public if room.is_open_to_guests), _LISTED)
        return tuple(room.info(with_code=False) for room in (*joined, *visited))

    def by_phase(self) -> Counter[str]:
        """How many rooms are in memory, by their phase; looks at each of them."""
        return Counter(keeper.room.image.phase for keeper in self._keepers.values())
