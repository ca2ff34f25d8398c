"""What the server said, read by whoever looks over its shoulder."""

from game.protocol import codec
from game.protocol.messages import Downward, Upward


def read_downward(frame: bytes) -> Downward:
    """The message of a frame, without the checks a client makes on a stranger's. Raises what msgspec raises."""
    return codec._DOWN.decode(frame)


def read_upward(frame: bytes) -> Upward:
    """As above, of what a client said."""
    return codec._UP.decode(frame)
