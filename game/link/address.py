"""Where a server is: host, port and, in an invite, the code of a room."""

from msgspec import Struct

DEFAULT_PORT = 24145
CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""What the codes of rooms are made of: no two that look alike."""
CODE_LENGTH = 6


class BadAddressError(ValueError):
    """Text that names no server; the message says what was expected."""


class Address(Struct, frozen=True):
    """A server's address. `code` is the room's code of an invite, or empty."""

    host: str
    port: int
    code: str = ""
    secure: bool = False

    @property
    def url(self) -> str:
        """The websocket's address."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'wss' if self.secure else 'ws'}://{host}:{self.port}"

    def __str__(self) -> str:
        """The form an invite has; `parse` reads it back."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        code = f"/{self.code}" if self.code else ""
        return f"{'wss://' if self.secure else ''}{host}:{self.port}{code}"


def is_code(text: str) -> bool:
    """Whether it is the bare code of a room, without a server: a host of that name is typed with its port."""
    tidy = text.strip().upper()
    return len(tidy) == CODE_LENGTH and all(letter in CODE_LETTERS for letter in tidy)


def parse(text: str) -> Address:
    """Read `host`, `host:port`, `host:port/CODE`, each also after `ws://` or `wss://`; IPv6 in brackets.

    Raises BadAddressError.
    """
    scheme, divided, rest = text.strip().rpartition("://")
    if divided and scheme not in {"ws", "wss"}:
        raise BadAddressError(
            f"{text!r} begins with {scheme}://; a server's address begins with ws:// or wss://"
        )
    place, _, code = rest.partition("/")
    host, port = _host_and_port(place, text)
    return Address(host, port, code.strip("/").upper(), scheme == "wss")


def _host_and_port(place: str, text: str) -> tuple[str, int]:
    if place.startswith("["):
        host, closed, tail = place[1:].partition("]")
        if not closed or (tail and not tail.startswith(":")):
            raise BadAddressError(f"{text!r} has an unfinished [address]; write it as [::1]:{DEFAULT_PORT}")
        port = tail[1:]
    else:
        host, _, port = place.partition(":")
    if not host:
        raise BadAddressError(
            f"{text!r} names no host; write it as host:{DEFAULT_PORT} or host:{DEFAULT_PORT}/CODE"
        )
    if port and not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise BadAddressError(f"{text!r} has the port {port!r}; a port is a number from 1 to 65535")
    return host, int(port) if port else DEFAULT_PORT
