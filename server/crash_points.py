"""Places where a test lets the process die, as if the power failed right there.

Nothing happens unless the environment named one when the process started; no client can name one. What follows
the name after a colon says at which visit.
"""

import os
import signal
from enum import StrEnum
from typing import Final

VARIABLE: Final = "NEO_SANCTUM_CRASH_AT"


class Point(StrEnum):
    """Where the process can be made to die."""

    MIGRATING = "migrating"
    """In the middle of a step to a later version of the journal."""
    CLAIMED = "claimed"
    """A room is claimed, and not yet loaded."""
    RESOLVED = "resolved"
    """A turn is resolved in memory, and not yet asked to be stored."""
    WRITTEN = "written"
    """Records are written, and the transaction is open."""
    COMMITTED = "committed"
    """They are on disk, and nobody who waits for them knows."""
    COPYING = "copying"
    """A backup is half made, and has not got its name."""
    ACKNOWLEDGED = "acknowledged"
    """An answer is given to the connection, which has not sent it."""
    RECORD_STORED = "record-stored"
    """A slate, or a seat with its new token, is on disk, and its owner was told nothing."""
    TURN_STORED = "turn-stored"
    """A turn is on disk, and nobody was told of it."""
    STOPPING = "stopping"
    """Everybody was told that the server stops; rooms and journal are open."""


class _Armed:
    """One point, and how often it is still passed before the process dies there."""

    def __init__(self, words: str) -> None:
        name, _, visits = words.partition(":")
        self.point = Point(name)
        self.left = int(visits or 1)

    def visit(self, point: Point) -> None:
        if point is self.point:
            self.left -= 1
            if not self.left:
                os.kill(os.getpid(), signal.SIGKILL)


def _armed() -> _Armed | None:
    words = os.environ.get(VARIABLE)
    return None if words is None else _Armed(words)


_ARMED: Final = _armed()


def reach(point: Point) -> None:
    """Say that the process is here."""
    if _ARMED is not None:
        _ARMED.visit(point)
