"""The launcher, made when the client first asks it for something: no server is needed for the first frame."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.client.desktop import Desktop
from game.client.launcher import MatchPlan, Nearby
from game.link.address import DEFAULT_PORT
from game.link.match_client import MatchClient
from game.link.seeking import Sought
from game.protocol.messages import MapOffer

if TYPE_CHECKING:
    from game.cli.launcher import LocalLauncher


class LateLauncher:
    """Fulfils `game.client.launcher.Launcher` through a `LocalLauncher`; takes what that one takes.

    Without another `key` it is the one kept on this machine.
    """

    def __init__(
        self,
        port: int = DEFAULT_PORT,
        maps: tuple[Path, ...] = (),
        key: Callable[[], bytes | None] | None = None,
    ) -> None:
        self._port = port
        self._key = key or Desktop().identity_key
        self._maps = maps
        self._made: LocalLauncher | None = None

    def _launcher(self) -> "LocalLauncher":
        if self._made is None:
            from game.cli.launcher import LocalLauncher  # noqa: PLC0415 - the whole reason of this class

            self._made = LocalLauncher(self._port, self._maps, self._key)
        return self._made

    def maps(self) -> tuple[MapOffer, ...]:
        """See `Launcher.maps`."""
        return self._launcher().maps()

    def forget_maps(self) -> None:
        """See `Launcher.forget_maps`."""
        if self._made is not None:
            self._made.forget_maps()

    def levels(self) -> tuple[str, ...]:
        """See `Launcher.levels`."""
        return self._launcher().levels()

    def address(self) -> str:
        """See `Launcher.address`."""
        return "" if self._made is None else self._made.address()

    async def solo(self, plan: MatchPlan) -> MatchClient:
        """See `Launcher.solo`."""
        return await self._launcher().solo(plan)

    async def host(self, plan: MatchPlan) -> MatchClient:
        """See `Launcher.host`."""
        return await self._launcher().host(plan)

    async def join(self, address: str, player: str, password: str = "") -> MatchClient:
        """See `Launcher.join`."""
        return await self._launcher().join(address, player, password)

    async def nearby(self, found: Callable[[tuple[Nearby, ...]], None]) -> None:
        """See `Launcher.nearby`."""
        await self._launcher().nearby(found)

    async def seek(self, code: str, also: Sequence[str], password: str = "") -> Sought:
        """See `Launcher.seek`."""
        return await self._launcher().seek(code, also, password)

    async def close(self, client: MatchClient) -> None:
        """See `Launcher.close`."""
        await self._launcher().close(client)

    async def close_all(self) -> None:
        """Leave everything that is still open; for the end of the program."""
        if self._made is not None:
            await self._made.close_all()
