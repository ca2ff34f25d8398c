"""What the server said, read by whoever looks over its shoulder."""

import functools

from game.protocol import codec
from game.protocol.messages import Downward, Upward


@functools.lru_cache(maxsize=256)
def read_downward(frame: bytes) -> Downward:
    """The message of a frame, without the checks a client makes on a stranger's. Raises what msgspec raises.

    Most frames are read by the referee and then by those they reach.
    """
    return codec._DOWN.decode(frame)


def read_upward(frame: bytes) -> Upward:
    """As above, of what a client said."""
    return codec._UP.decode(frame)
