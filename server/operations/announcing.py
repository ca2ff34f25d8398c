"""Says on the local network that there is a server, by multicast DNS."""

import asyncio
import ipaddress
import logging
import socket
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

from msgspec import Struct

from game import __version__
from game.link.address import Address
from game.link.discovery import MOST_ADDRESSES, SERVICE
from game.link.here import own_addresses
from server.logs import about

if TYPE_CHECKING:
    from zeroconf.asyncio import AsyncServiceInfo, AsyncZeroconf

_LOG = logging.getLogger(__name__)
_LONGEST_LABEL: Final = 63
"""Bytes of a name in the domain name system."""


class Announcement(Struct, frozen=True):
    """What is said: the server's name, where it listens, and whether it asks for a password."""

    name: str
    address: Address
    locked: bool = False


class Announcing:
    """`async with Announcing(announcement):` says it until the block ends.

    A server that listens on this machine alone says nothing. Where the network does not take it the log says why, and
    the server runs all the same. `interfaces` are addresses of this machine, all of them where none is given.
    """

    def __init__(self, announcement: Announcement, interfaces: Sequence[str] = ()) -> None:
        self._announcement = announcement
        self._interfaces = list(interfaces)
        self._network: AsyncZeroconf | None = None
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        """Begin: the network is asked first whether the name is free, which takes a second or two."""
        hosts = self._interfaces or reachable(self._announcement.address.host)
        if hosts:
            self._task = asyncio.create_task(self._announce(hosts), name="announcing")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take it back."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        if self._network is not None:
            await self._network.async_close()

    async def _announce(self, hosts: Sequence[str]) -> None:
        from zeroconf import Error, InterfaceChoice, IPVersion  # noqa: PLC0415 - only who announces pays for it
        from zeroconf.asyncio import AsyncZeroconf  # noqa: PLC0415

        try:
            interfaces = self._interfaces or InterfaceChoice.All
            self._network = AsyncZeroconf(interfaces, ip_version=IPVersion.V4Only)
            info = record(self._announcement, hosts)
            await self._network.async_register_service(info, allow_name_change=True)
        except (OSError, Error) as error:
            told = about("not_announced", why=str(error) or type(error).__name__)
            _LOG.warning("the server is not announced on the local network", extra=told)
        else:
            _LOG.info("the server is announced on the local network", extra=about("announced"))


def reachable(host: str) -> tuple[str, ...]:
    """By which addresses others reach a server that listens on `host`; none where only this machine does."""
    if host in {"", "0.0.0.0", "::"}:  # noqa: S104 - what is listened on is not decided here
        return own_addresses()[:MOST_ADDRESSES]
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return ()
    return () if address.is_loopback or address.version != 4 else (host,)


def record(announcement: Announcement, hosts: Sequence[str]) -> "AsyncServiceInfo":
    """The record of a server that is reached by these addresses, the best first."""
    from zeroconf.asyncio import AsyncServiceInfo  # noqa: PLC0415

    words = {
        "name": announcement.name,
        "version": __version__,
        "locked": "1" if announcement.locked else "0",
        "at": hosts[0],
    }
    return AsyncServiceInfo(
        SERVICE,
        f"{_label(announcement.name)}.{SERVICE}",
        addresses=[socket.inet_aton(host) for host in hosts],
        port=announcement.address.port,
        properties=words,
        server=f"neo-sanctum-{announcement.address.port}-{hosts[0].replace('.', '-')}.local.",
    )


def _label(name: str) -> str:
    """The name as one label: no dots, and no longer than a label may be, with room for a number after it."""
    plain = "".join(c for c in name if c.isprintable() and c != ".").strip() or "Neo-Sanctum"
    return plain.encode()[: _LONGEST_LABEL - 8].decode(errors="ignore")
