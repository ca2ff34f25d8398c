"""Which addresses this machine has, for others to reach it by."""

import contextlib
import ipaddress
import socket


def own_address() -> str:
    """The address others on the local network reach this machine by, or 127.0.0.1 where there is none.

    Sends nothing: an unsent datagram's socket knows by which way it would leave.
    """
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))
        return str(probe.getsockname()[0])
    return "127.0.0.1"


def own_addresses() -> tuple[str, ...]:
    """Every IPv4 address of this machine that others may reach it by, the best first; empty without a network."""
    import ifaddr  # noqa: PLC0415 - only hosts need it

    every = {str(ip.ip) for adapter in ifaddr.get_adapters() for ip in adapter.ips if ip.is_IPv4}
    others = sorted(address for address in every if not ipaddress.ip_address(address).is_loopback)
    best = own_address()
    return tuple(sorted(others, key=lambda address: address != best))
