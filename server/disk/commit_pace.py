"""How long commits take here, by which is decided where the next one is done."""

from typing import Final

QUICK: Final = 0.001
"""Seconds. To play a turn holds the loop up for as long."""

LONGEST_COUNTED: Final = 0.016
"""Seconds. One that takes longer, as when a disk cleans up, is counted as this, so that a few dozen quick ones outweigh it."""

WEIGHT: Final = 1 / 16
"""Of the last commit against all before."""


class CommitPace:
    """Note every commit; nothing is known before the first, which is taken for slow."""

    def __init__(self) -> None:
        self._usual = LONGEST_COUNTED

    def note(self, seconds: float) -> None:
        """A commit took so long."""
        self._usual += (min(seconds, LONGEST_COUNTED) - self._usual) * WEIGHT

    @property
    def is_quick(self) -> bool:
        """Whether the event loop may do the next one itself: it is held up for no longer than by a turn that is played."""
        return self._usual < QUICK
