"""Plays match after match on one server and looks at the memory of the process meanwhile."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from server.garbage import look_rarely
from tests.soak.house import House, house
from tests.soak.matches import MatchPlay, course_of
from tests.soak.samples import Sample, take

Heard = Callable[[Sample], None]


class Soak:
    """One run. Give `heard` to be told of each sample as it is taken.

    With `alike` every stretch between two samples has matches of the same kinds.
    """

    def __init__(self, matches: int, every: int, heard: Heard | None = None, *, alike: bool = False) -> None:
        self._alike = alike
        self._matches = matches
        self._every = every
        self._heard = heard
        self._samples: list[Sample] = []
        self._turns = 0

    async def run(self, folder: Path) -> list[Sample]:
        """Play in this folder; returns a sample for every so many matches."""
        async with house(folder) as served:
            look_rarely()
            for first in range(0, self._matches, self._every):
                await self._stretch(served, first)
                await self._look(served, first + self._every)
            failed = served.host.meters.rooms_failed
        assert not failed, f"{failed} rooms failed"
        return self._samples

    async def _stretch(self, served: House, first: int) -> None:
        """Some matches, one after the other; those before them are swept away meanwhile."""
        sweeping = asyncio.create_task(served.sweep())
        for number in range(first, first + self._every):
            course = course_of(number - first if self._alike else number)
            self._turns += await MatchPlay(served, number, course).play()
        await sweeping
        await served.settled()
        assert not len(served.host.rooms), "a room was not let go of"
        assert not served.host.board.guests, "a connection was not let go of"

    async def _look(self, served: House, matches: int) -> None:
        await asyncio.sleep(0)
        sample = take(matches, self._turns)
        self._samples.append(sample)
        if self._heard is not None:
            self._heard(sample)
