"""Who may not come in, and until when."""

import ipaddress
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

FOR_EVER = 253_402_300_799_000
"""The last second of the year 9999, in milliseconds since 1970."""


class Ban(Struct, frozen=True):
    """Until when, in milliseconds since 1970, and why, in words for the one who is banned."""

    until: int
    reason: str


class AddressBan(Struct, frozen=True):
    """A ban of an address or a network, written as `network_of` writes it."""

    network: str
    ban: Ban


def network_of(address: str) -> str | None:
    """An address or network in its one written form; None for what is neither.

    Of an address of version 6 it is the network of 64 bits around it, which is one household's.
    """
    try:
        network = ipaddress.ip_network(address, strict=False)
    except ValueError:
        return None
    if network.version == 6 and network.prefixlen > 64:
        network = network.supernet(new_prefix=64)
    return str(network)


def ban_of(address: str, bans: Sequence[AddressBan], now: int) -> Ban | None:
    """The ban that keeps an address out now, None if there is none."""
    if not bans:  # everybody who says hello is looked at
        return None
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return None
    inside = (one.ban for one in bans if found in _read(one.network))
    return next((ban for ban in inside if ban.until > now), None)


@lru_cache(maxsize=1024)
def _read(network: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network:
    return ipaddress.ip_network(network)
