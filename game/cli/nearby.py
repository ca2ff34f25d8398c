"""Servers on the local network, as the client shows them."""

import os
from collections.abc import Callable, Sequence

from game.client.launcher import LaunchError, Nearby
from game.link.discovery import Discovery, FoundServer


async def look_around(found: Callable[[tuple[Nearby, ...]], None], interfaces: Sequence[str] = ()) -> None:
    """Look for servers until cancelled; `found` hears of all there are, at each change.

    Raises LaunchError where the network cannot be asked; `interfaces` as for `Discovery`.
    """
    async with Discovery(interfaces) as discovery:
        if discovery.fault:
            raise LaunchError(f"the local network cannot be asked: {discovery.fault}")
        found(())
        while True:
            found(tuple(_seen(server) for server in await discovery.changed()))


def _seen(server: FoundServer) -> Nearby:
    return Nearby(str(server.address), server.name, server.locked, server.version)


def is_announced() -> bool:
    """Whether a match that is hosted here is announced on the local network: `NEO_SANCTUM_ANNOUNCE=false` stops it."""
    return os.environ.get("NEO_SANCTUM_ANNOUNCE", "true").lower() not in {"0", "false", "no", "off"}
