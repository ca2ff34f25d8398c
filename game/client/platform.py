"""What the client needs from where it runs. A desktop and a browser fulfil it, each in its own way.

Nothing else in the client opens files of the player, waits, or reads a clock; connections are `game.link`'s.
"""

from pathlib import Path
from typing import Protocol


class Platform(Protocol):
    """The place the client runs in."""

    async def next_frame(self, *, idle: bool = False) -> float:
        """Wait until the next frame is due, longer where the window is `idle`.

        Returns the time in seconds of a clock that never goes back.
        """
        ...

    def load_settings(self) -> bytes | None:
        """The player's settings as they were saved, or None if there are none yet."""
        ...

    def save_settings(self, data: bytes) -> None:
        """Keep the player's settings. Raises OSError if they cannot be written."""
        ...

    def maps_folder(self) -> Path:
        """Where the player keeps maps of others, a folder each; it need not exist."""
        ...

    def replays_folder(self) -> Path:
        """Where the replays of the player's matches are kept; it need not exist."""
        ...

    def seats_file(self) -> Path:
        """Where the player's seats on other machines are kept; it need not exist."""
        ...

    def identity_key(self) -> bytes | None:
        """The player's own key, made and kept when it is first asked for; None where it can be neither read nor kept.

        It opens every seat of theirs: it is for `game.link.identity` alone.
        """
        ...
