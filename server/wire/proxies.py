"""Whose word is taken for where a connection comes from: only that of the proxies a host names."""

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

_OWN_BITS = 64
"""A household has a whole IPv6 network of this length, and as many addresses in it as it likes."""


class Proxies:
    """The proxies in front of the server, by address or network such as `10.0.0.0/8`; checked by the config."""

    def __init__(self, trusted: Sequence[str] = ()) -> None:
        self._trusted = [ip_network(each, strict=False) for each in trusted]

    def trusts(self, address: str) -> bool:
        """Whether a connection from this address is a proxy's."""
        if not self._trusted:
            return False
        found = _address(address)
        return found is not None and any(found in network for network in self._trusted)

    def origin(self, address: str, forwarded: Sequence[str]) -> str:
        """Where a connection from `address` really comes from; `forwarded` are its `X-Forwarded-For` headers.

        The last one they name that is no proxy of ours. What a stranger wrote there is not heeded, and what cannot
        be read ends the search.
        """
        named = [each.strip() for header in forwarded for each in header.split(",")]
        while named and self.trusts(address):
            found = _address(named.pop())
            if found is None:
                break
            address = str(found)
        return address


def counted_as(address: str) -> str:
    """What an address is counted under by the limits: an IPv6 one under its network."""
    found = _address(address) if ":" in address else None
    if not isinstance(found, IPv6Address):
        return address
    return str(IPv6Network((found, _OWN_BITS), strict=False))


def _address(text: str) -> IPv4Address | IPv6Address | None:
    """The address; None if it is none. One of IPv4 stays one if it comes in IPv6's clothes."""
    try:
        found = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    mapped = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    return mapped or found
