"""How soon a thread that waits for the interpreter gets it: a commit that is done must not wait for a whole turn of play."""

import sys
from typing import Final

HANDED_OVER_AFTER: Final = 0.0005
"""Seconds. Python's own 5 ms are longer than a commit and everything else that an answer waits for."""


def hand_over_soon() -> None:
    """Set it. The server has few threads, so that handing over more often costs next to nothing."""
    sys.setswitchinterval(HANDED_OVER_AFTER)
