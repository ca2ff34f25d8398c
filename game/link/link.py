"""What every link does: carries messages up, and tells what came down and how the connection fares."""

from typing import Protocol, TypeAlias

from msgspec import Struct

from game.protocol.messages import Downward, Upward


class Opened(Struct, frozen=True):
    """A connection stands, the first or a new one; nothing of an older one will arrive any more."""


class Arrived(Struct, frozen=True):
    """The server said something."""

    message: Downward


class Dropped(Struct, frozen=True):
    """The connection is gone; the link tries again in `retry_in` seconds. `reason` is for developers."""

    reason: str
    retry_in: float


class Closed(Struct, frozen=True):
    """The link is closed for good; nothing follows."""

    reason: str


LinkEvent: TypeAlias = Opened | Arrived | Dropped | Closed


class Link(Protocol):
    """One client's way to one server."""

    def send(self, message: Upward) -> None:
        """Send soon. Without a connection the message is lost: commands are sent again after `Opened`."""

    async def receive(self) -> LinkEvent:
        """The next event; after `Closed` there is none, and the caller must not ask."""

    async def close(self) -> None:
        """Close for good. A waiting or later `receive` gets `Closed`; closing twice does nothing."""
