"""The log: one line an entry, control characters escaped, noise of strangers calmed.

What an entry is about goes into fields: `_LOG.info("a room is let go", extra=about("room_closed", room=room))`. The
message stays the same each time, so that entries can be counted; in it, too, nothing can break out of its line.
Tokens, seeds and slates are no fields.
"""

import json
import logging
import sys
import time
from datetime import UTC, datetime
from typing import Any, Final

FORMATS: Final = ("text", "json")
LEVELS: Final = {
    "debug": logging.DEBUG,
    "info": logging.INFO,
    "warning": logging.WARNING,
    "error": logging.ERROR,
}
MOST_A_MINUTE: Final = 10
"""Failed handshakes that are logged; the rest is counted."""

LONGEST_FIELD: Final = 200
"""Characters of a field that are kept: what a stranger sent must not fill a disk."""

Value = str | int | float | bool | None


def about(event: str, **fields: Value) -> dict[str, Any]:
    """What `extra` takes: the event's name, the same each time, and what it is about."""
    return {"event": event, "fields": fields}


class LineFormatter(logging.Formatter):
    """For people: a line whose text cannot break out of it, its fields at its end as `name=value`.

    A traceback of our own bugs follows on lines of its own, indented, so that none looks like an entry.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the base class names it
        """Escape what strangers sent."""
        event, fields = _about(record)
        named = [f"{name}={_quoted(value)}" for name, value in fields.items()]
        return escaped(" ".join((super().formatMessage(record), *([f"[{event}]"] if event else ()), *named)))

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the base class names it
        """The traceback, each of its lines escaped."""
        return "\n".join(f"    {escaped(line)}" for line in super().formatException(ei).split("\n"))


class JsonFormatter(logging.Formatter):
    """For programs: an object a line, in ASCII.

    `at` is ISO 8601 in UTC. `level`, `logger`, `message` are always there, `event` and the fields beside them where
    the entry has any, `trace` for a bug of our own.
    """

    def format(self, record: logging.LogRecord) -> str:
        """See the class."""
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        event, fields = _about(record)
        entry: dict[str, Any] = {"at": at, "level": record.levelname.lower(), "logger": record.name}
        entry |= {"message": record.getMessage()} | ({"event": event} if event else {})
        entry = {name: _short(value) for name, value in fields.items()} | entry
        if record.exc_info:
            entry["trace"] = self.formatException(record.exc_info)
        return json.dumps(entry, ensure_ascii=True)


def escaped(text: str) -> str:
    """The text with everything that is not printable written out."""
    return text if text.isprintable() else "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text)


def _about(record: logging.LogRecord) -> tuple[str, dict[str, Value]]:
    return getattr(record, "event", ""), getattr(record, "fields", {})


def _short(value: Value) -> Value:
    return value[:LONGEST_FIELD] if isinstance(value, str) else value


def _quoted(value: Value) -> str:
    text = str(_short(value))
    return text if text and not set(text) & set(" =\"'") else json.dumps(text, ensure_ascii=False)


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


def log_to_stderr(level: int, form: str = FORMATS[0]) -> None:
    """Log everything of this process to standard error; standard output carries the address alone.

    `form` is one of `FORMATS`.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonFormatter() if form == "json" else LineFormatter())
    logging.basicConfig(level=level, handlers=[handler], force=True)
