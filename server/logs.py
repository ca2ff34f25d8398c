"""The log: one line an entry, control characters escaped, noise of strangers calmed."""

import logging
import sys
import time

MOST_A_MINUTE = 10
"""Failed handshakes that are logged; the rest is counted."""


class LineFormatter(logging.Formatter):
    """A line whose text cannot break out of it; a traceback of our own bugs follows on lines of its own."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the base class names it
        """Escape what strangers sent."""
        return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in super().formatMessage(record))


class CalmFilter(logging.Filter):
    """Failed handshakes as one line without a traceback, and no more than a few a minute."""

    def __init__(self) -> None:
        super().__init__()
        self._minute = -1
        self._count = 0

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether to log it; drops tracebacks."""
        if record.exc_info:
            record.msg = f"{record.getMessage()}: {record.exc_info[1]!r:.200}"
            record.args = None
            record.exc_info = None
            record.exc_text = None
        minute = int(time.monotonic() // 60)
        if minute != self._minute:
            self._minute, self._count = minute, 0
        self._count += 1
        return self._count <= MOST_A_MINUTE


def log_to_stderr(level: int) -> None:
    """Log everything of this process to standard error; standard output carries the address alone."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(LineFormatter())
    logging.basicConfig(level=level, handlers=[handler], force=True)
