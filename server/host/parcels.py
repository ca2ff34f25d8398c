"""Answers who asks for a part of a map."""

import logging

from game.protocol.messages import MOST_BYTES_OF_PART, AskMap, Declined, MapIdentity, MapPart
from game.protocol.refusals import Refused
from server.host.carrier import Carrier, declined
from server.host.guest import Guest
from server.host.packages import MapUnfitError, Packages

_LOG = logging.getLogger(__name__)


class Parcels:
    """Hands out what `packages` has. Whoever calls decides who may have which."""

    def __init__(self, packages: Packages, carrier: Carrier) -> None:
        self._packages = packages
        self._carrier = carrier

    async def answer(self, guest: Guest, re: int, act: AskMap) -> MapPart | Declined:
        """The part, when its time has come; see `Carrier.carry`."""
        return await self._carrier.carry(guest, re, lambda: self._part(re, act))

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
            return declined(re, Refused.MAP_UNFIT, "package")
        except OSError as error:
            _LOG.error("a map cannot be packed: %s", error)
            return declined(re, Refused.UNKNOWN_PACKAGE, "package")
        if part is None:
            return declined(re, Refused.UNKNOWN_PACKAGE, "package")
        if act.offset > part.total:
            return declined(re, Refused.WRONG_OFFSET, "offset", found=act.offset, most=part.total)
        return MapPart(re, act.package, act.offset, part.data, part.total)
