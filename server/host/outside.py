"""What a host takes from the outside world: the wall clock, and chance that nobody can guess."""

import secrets
import time
from collections.abc import Callable
from typing import Final

from msgspec import Struct

from server.room.core import Mint


class Outside(Struct, frozen=True):
    """`wall`: milliseconds since 1970. `mint`: a fresh token of 256 bits. `draw`: a number from 0 below the given.

    Time that only has to pass is the loop's own: `loop.time()`.
    """

    wall: Callable[[], int]
    mint: Mint
    draw: Callable[[int], int]


def _now() -> int:
    return time.time_ns() // 1_000_000


def _token() -> str:
    return secrets.token_urlsafe(32)


OUTSIDE: Final = Outside(_now, _token, secrets.randbelow)
"""The world as it is; tests give another one."""
