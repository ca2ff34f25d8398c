"""What the client needs from where it runs. A desktop and a browser fulfil it, each in its own way.

Nothing else in the client opens sockets or files of the player, waits, or reads a clock.
"""

from collections.abc import Sequence
from typing import Protocol


class Wire(Protocol):
    """An open connection to a match: frames of bytes in both directions."""

    @property
    def is_open(self) -> bool:
        """Whether frames can still be sent; False for good once the connection is lost or closed."""
        ...

    def send(self, frame: bytes) -> None:
        """Queue a frame. A frame given to a wire that is not open is dropped; the session sends it again."""
        ...

    def poll(self) -> Sequence[bytes]:
        """The frames that came in since the last call, in order; never waits."""
        ...

    def close(self) -> None:
        """End the connection; closing twice is allowed."""
        ...


class Platform(Protocol):
    """The place the client runs in."""

    async def connect(self, address: str) -> Wire:
        """A connection to `address`. Raises OSError with a reason a player can act on if there is none."""
        ...

    async def next_frame(self) -> float:
        """Wait until the next frame is due; returns the time in seconds of a clock that never goes back."""
        ...

    def load_settings(self) -> bytes | None:
        """The player's settings as they were saved, or None if there are none yet."""
        ...

    def save_settings(self, data: bytes) -> None:
        """Keep the player's settings. Raises OSError if they cannot be written."""
        ...
