"""Answers who asks for a part of a map: at a pace, one part at a time."""

import asyncio
import logging

from game.protocol.messages import MOST_BYTES_OF_PART, AskMap, Declined, MapIdentity, MapPart
from game.protocol.refusals import Refused, refusal
from server.host.guest import Guest
from server.host.packages import MapUnfitError, Packages
from server.limits import LONGEST_WAIT_FOR_PART, PARTS_A_SECOND_IN_ALL, PARTS_AT_ONCE_IN_ALL, Pace

_LOG = logging.getLogger(__name__)


class Parcels:
    """Hands out what `packages` has. Whoever calls decides who may have which."""

    def __init__(self, packages: Packages) -> None:
        self._packages = packages
        self._pace = Pace(PARTS_A_SECOND_IN_ALL, PARTS_AT_ONCE_IN_ALL)

    async def answer(self, guest: Guest, re: int, act: AskMap) -> MapPart | Declined:
        """The part, when its time has come.

        Refused while another one is on its way to the same guest, or when too many ask.
        """
        if guest.fetches:
            return _declined(re, Refused.PART_UNDER_WAY)
        now = asyncio.get_running_loop().time()
        if self._pace.due_in(now) > LONGEST_WAIT_FOR_PART:
            return _declined(re, Refused.BUSY)
        guest.fetches = True
        try:
            await asyncio.sleep(max(guest.pace.wait(now), self._pace.wait(now)))
            return await self._part(re, act)
        finally:
            guest.fetches = False

    async def keep(self, identity: MapIdentity | None) -> None:
        """Have a map packed for later, when the host may have another one by its id."""
        if identity is None or identity.package is None or not self._packages.outlives:
            return
        try:
            await self._packages.ready(identity.package)
        except (MapUnfitError, OSError) as error:
            _LOG.warning("the map %s is not kept: %s", identity.title, error)

    async def close(self) -> None:
        """Nobody asks any more."""
        await self._packages.close()

    async def _part(self, re: int, act: AskMap) -> MapPart | Declined:
        try:
            part = await self._packages.part(act.package, act.offset, MOST_BYTES_OF_PART)
        except MapUnfitError as error:
            _LOG.warning("a map cannot be sent: %s", error)
            return _declined(re, Refused.MAP_UNFIT, "package")
        except OSError as error:
            _LOG.error("a map cannot be packed: %s", error)
            return _declined(re, Refused.UNKNOWN_PACKAGE, "package")
        if part is None:
            return _declined(re, Refused.UNKNOWN_PACKAGE, "package")
        if act.offset > part.total:
            return _declined(re, Refused.WRONG_OFFSET, "offset", found=act.offset, most=part.total)
        return MapPart(re, act.package, act.offset, part.data, part.total)


def _declined(re: int, code: Refused, field: str = "", **parameters: int) -> Declined:
    return Declined(re, (refusal(code, field, **parameters),))
