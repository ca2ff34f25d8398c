"""What is remembered of people when a match ends."""

import logging
from collections.abc import Callable

from server.disk.journal import Journal, StorageError
from server.host.archivist import Archivist
from server.host.switchboard import Switchboard
from server.logs import about
from server.people.people import People
from server.room.result import Result, result_of

_LOG = logging.getLogger(__name__)


class Results:
    """Counts each match once, for everybody in it, and has its replay kept. `wall` is milliseconds since 1970."""

    def __init__(
        self, people: People, board: Switchboard, archivist: Archivist, wall: Callable[[], int]
    ) -> None:
        self._people = people
        self._board = board
        self._archivist = archivist
        self._wall = wall

    async def finished(self, result: Result) -> None:
        """A match is over. What cannot be counted now is counted at the next start."""
        self._archivist.keep(result.room, self._wall() // 1000)
        try:
            if await self._people.finished(result):
                await self._look_again({seat.person for seat in result.seats if seat.person})
        except StorageError as error:
            told = about("result_not_counted", room=result.room, why=str(error))
            _LOG.error("a result is not counted yet", extra=told)

    async def catch_up(self, journal: Journal) -> None:
        """Count the matches that ended just before the server did. Raises StorageError."""
        for room in await self._people.uncounted():
            try:
                kept = await journal.load(room)
                result = None if kept is None else result_of(kept.now())
            except (StorageError, ValueError) as error:
                told = about("result_lost", room=room, why=str(error))
                _LOG.warning("a result cannot be read and is never counted", extra=told)
                continue
            if result is not None:
                await self._people.finished(result)

    async def _look_again(self, persons: set[int]) -> None:
        """Those who are connected are known by their new figures from now on."""
        found = {person: await self._people.find(f"#{person}") for person in persons}
        for guest in tuple(self._board.guests.values()):
            if guest.person is not None and guest.person.id in found:
                guest.person = found[guest.person.id]
