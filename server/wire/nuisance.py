"""Limits below the messages: frames that never become one, such as pings, must not cost more than they may."""

from server.limits import (
    CONTROLS_A_SECOND,
    CONTROLS_AT_ONCE,
    PARTS_OF_MESSAGES_A_SECOND,
    PARTS_OF_MESSAGES_AT_ONCE,
    Bucket,
)
from server.wire.reading import Other


class Nuisance:
    """What one connection may send beside whole messages, which are counted where they are read."""

    def __init__(self) -> None:
        self._controls: Bucket | None = None
        self._parts: Bucket | None = None

    def allows(self, item: Other, now: float) -> bool:
        """Whether one more of these is still no more than a client ever sends; `now` is of a monotonic clock."""
        if item is Other.CONTROL:
            self._controls = self._controls or Bucket(CONTROLS_A_SECOND, CONTROLS_AT_ONCE)
            return self._controls.take(now)
        self._parts = self._parts or Bucket(PARTS_OF_MESSAGES_A_SECOND, PARTS_OF_MESSAGES_AT_ONCE)
        return self._parts.take(now)
