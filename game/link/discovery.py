"""Servers on the local network, found by multicast DNS. What they say of themselves is a stranger's word."""

import asyncio
import ipaddress
import logging
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from msgspec import Struct

from game.link.address import Address

if TYPE_CHECKING:
    from zeroconf import ServiceStateChange, Zeroconf
    from zeroconf.asyncio import AsyncServiceBrowser, AsyncServiceInfo, AsyncZeroconf

_log = logging.getLogger(__name__)

SERVICE: Final = "_neo-sanctum._tcp.local."
MOST_SERVERS: Final = 64
"""More than that are not looked at: no local network has as many, but somebody may claim it."""

MOST_ADDRESSES: Final = 4
"""Of one server that are kept."""

LONGEST_NAME, LONGEST_VERSION = 64, 32
ASK_WITHIN: Final = 3000
"""Milliseconds in which a server must say where it is."""


class FoundServer(Struct, frozen=True):
    """A server as it describes itself. `addresses` has at least one, the one it prefers first; `locked` asks for a password."""

    name: str
    version: str
    locked: bool
    addresses: tuple[Address, ...]

    @property
    def address(self) -> Address:
        """Where to try first."""
        return self.addresses[0]


class Discovery:
    """`async with Discovery() as found:` listens until the block ends; `found.servers` are those known now.

    Where the network cannot be listened to it finds nothing, and the log says why. `interfaces` are addresses of this
    machine, all of them where none is given.
    """

    def __init__(self, interfaces: Sequence[str] = ()) -> None:
        self.fault = ""
        """Why the network cannot be listened to; empty where it can."""
        self._interfaces = list(interfaces)
        self._found: dict[str, FoundServer | None] = {}
        self._changed = asyncio.Event()
        self._asking: set[asyncio.Task[None]] = set()
        self._network: AsyncZeroconf | None = None
        self._browser: AsyncServiceBrowser | None = None

    @property
    def servers(self) -> tuple[FoundServer, ...]:
        """The servers known now, by name."""
        found = (server for server in self._found.values() if server is not None)
        return tuple(sorted(found, key=lambda server: (server.name.casefold(), str(server.address))))

    async def changed(self) -> tuple[FoundServer, ...]:
        """Wait until a server comes, goes, or says something else; the servers then."""
        await self._changed.wait()
        self._changed.clear()
        return self.servers

    async def __aenter__(self) -> Self:
        """Begin to listen; the first answers take a second or so."""
        from zeroconf import InterfaceChoice, IPVersion  # noqa: PLC0415 - costs a tenth of a second; only when needed
        from zeroconf.asyncio import AsyncServiceBrowser, AsyncZeroconf  # noqa: PLC0415

        try:
            network = AsyncZeroconf(self._interfaces or InterfaceChoice.All, ip_version=IPVersion.V4Only)
        except OSError as error:
            self.fault = str(error) or type(error).__name__
            _log.warning("the local network cannot be listened to: %s", self.fault)
            return self
        self._network = network
        self._browser = AsyncServiceBrowser(network.zeroconf, SERVICE, [self._on_change])
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop listening."""
        for task in tuple(self._asking):
            task.cancel()
        await asyncio.gather(*self._asking, return_exceptions=True)
        if self._browser is not None:
            await self._browser.async_cancel()
        if self._network is not None:
            await self._network.async_close()

    def _on_change(
        self, zeroconf: "Zeroconf", service_type: str, name: str, state_change: "ServiceStateChange"
    ) -> None:
        """The browser's word; its names of the parameters."""
        from zeroconf import ServiceStateChange  # noqa: PLC0415

        if state_change is ServiceStateChange.Removed:
            if self._found.pop(name, None) is not None:
                self._changed.set()
        elif name in self._found or len(self._found) < MOST_SERVERS:
            self._found.setdefault(name, None)
            task = asyncio.create_task(self._ask(zeroconf, service_type, name), name="local server")
            self._asking.add(task)
            task.add_done_callback(self._asking.discard)

    async def _ask(self, zeroconf: "Zeroconf", service_type: str, name: str) -> None:
        from zeroconf.asyncio import AsyncServiceInfo  # noqa: PLC0415

        info = AsyncServiceInfo(service_type, name)
        if await info.async_request(zeroconf, ASK_WITHIN) and name in self._found:
            server = server_of(info)
            if server is None:
                _log.debug("a server on the local network is left out: what it says of itself makes no sense")
            if server != self._found[name]:
                self._found[name] = server
                self._changed.set()


def server_of(info: "AsyncServiceInfo") -> FoundServer | None:
    """What a record says, or None where it is not what a server of this game says.

    An address outside the local network is left out: a record must not send players elsewhere.
    """
    from zeroconf import IPVersion  # noqa: PLC0415

    words = info.decoded_properties
    name, version = words.get("name") or "", words.get("version") or ""
    fits = 0 < len(name) <= LONGEST_NAME and 0 < len(version) <= LONGEST_VERSION
    if not fits or not (name + version).isprintable() or "\ufffd" in name + version or not info.port:
        return None
    hosts = [host for host in info.parsed_addresses(IPVersion.V4Only) if _is_near(host)][:MOST_ADDRESSES]
    hosts.sort(key=lambda host: host != words.get("at"))
    locked = words.get("locked") == "1"
    return (
        FoundServer(name, version, locked, tuple(Address(host, info.port) for host in hosts))
        if hosts
        else None
    )


def _is_near(host: str) -> bool:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_private and not address.is_unspecified
