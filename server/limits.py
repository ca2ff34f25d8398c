"""How much one connection and one address may ask for; what is over that is refused, then closed."""

from collections import Counter, OrderedDict

MESSAGES_A_SECOND = 20.0
BURST = 40
STRIKES = 20
"""Refusals for haste after which the connection is closed."""

OPENED_WITHIN = 5.0
"""Seconds from the first packet to a whole request."""

HELLO_WITHIN = 5.0
PING_EVERY = 5.0
"""Seconds; who is not heard of from one ping to the next is gone."""

ENDED_WITHIN, OFFENDER_ENDED_WITHIN = 2.0, 0.5
"""Seconds a client has to close its side once the server has closed the other."""

FRAMES_A_TURN = 8
"""Messages of one connection that are handed over before the others have their turn."""

CONTROLS_A_SECOND, CONTROLS_AT_ONCE = 2.0, 10
"""Pings, pongs and closes of one connection."""

PARTS_OF_MESSAGES_A_SECOND, PARTS_OF_MESSAGES_AT_ONCE = 60.0, 120
"""Frames of one connection that hold only a part of a message."""

UNGREETED_PER_ADDRESS = 8
SILENT_PER_ADDRESS = 64
"""Connections from one address that have not even asked for a websocket."""

FILES_OF_THE_REST = 256
"""Of the files the process may have open, those that are no connections."""

ROOMS_PER_CONNECTION = 8
MOST_BYTES_QUEUED = 512 * 1024
"""Unsent bytes for one client beyond which it is cut off."""

BYTES_IN_KERNEL = 128 * 1024
"""What the system may hold of it beyond that, for each client; it would take megabytes if let."""

MOST_BYTES_OF_BEGIN = 256 * 1024
"""A snapshot leaves out the oldest ledgers that were missed rather than fill the queue."""

SEND_WITHIN = 10.0
"""Seconds in which a client must have read what it was sent, or it is cut off."""

MOST_ASKS_QUEUED = 256
"""Commands waiting for one room; more are refused as busy."""

MOST_SESSIONS = 4096
"""Clients whose answers are remembered after they are gone."""

PARTS_A_SECOND, PARTS_AT_ONCE = 12.0, 16
"""Parts of maps for one connection: the asking leaves it room for other messages."""

PARTS_A_SECOND_IN_ALL, PARTS_AT_ONCE_IN_ALL = 160.0, 160
"""Parts of maps for everybody together: 10 MiB a second."""

LONGEST_WAIT_FOR_PART = 10.0
"""Seconds a part may be due in at most; who would wait longer is refused as busy."""


TALKS, TALKS_WITHIN = 5, 10.0
"""So often one connection may say something within so many seconds."""

TALKS_IN_LOBBY, TALKS_IN_LOBBY_WITHIN = 40, 10.0
"""The same for everybody together in the lobby of the server."""

MOST_IN_LOBBY = 500
"""Connections that hear what is said in the lobby of the server."""


TRIES, TRIES_WITHIN = 10, 600.0
"""Wrong passwords or codes that one address may try within so many seconds."""

MOST_HELD = 64
"""Messages of one connection that wait while something is looked up for it."""

WATCHES, WATCHES_WITHIN = 4, 10.0
"""So often one connection may begin to watch within so many seconds."""

MOST_WATCHING = 4096
"""Spectators of all rooms together."""


class Window:
    """Lets `most` through in any span of so many seconds."""

    def __init__(self, most: int, seconds: float) -> None:
        self._most = most
        self._seconds = seconds
        self._last: tuple[float, ...] = ()

    def take(self, now: float) -> bool:
        """Whether one more is allowed at `now`, in seconds of a monotonic clock."""
        if self.is_full(now):
            return False
        self._last = (*self._last, now)[-self._most :]
        return True

    def is_full(self, now: float) -> bool:
        """Whether one more is not allowed."""
        return len(self._last) == self._most and now - self._last[0] < self._seconds


class Tries:
    """Counts what went wrong by address; of very many addresses only the latest."""

    def __init__(self, most: int, seconds: float, addresses: int = 4096) -> None:
        self._most = most
        self._seconds = seconds
        self._addresses = addresses
        self._windows: OrderedDict[str, Window] = OrderedDict()

    def are_spent(self, address: str, now: float) -> bool:
        """Whether no further one is allowed at `now`, in seconds of a monotonic clock."""
        window = self._windows.get(address)
        return window is not None and window.is_full(now)

    def note(self, address: str, now: float) -> None:
        """One more went wrong."""
        self._windows.setdefault(address, Window(self._most, self._seconds)).take(now)
        self._windows.move_to_end(address)
        if len(self._windows) > self._addresses:
            self._windows.popitem(last=False)


class Bucket:
    """A token bucket: `burst` at once, `rate` a second in the long run."""

    def __init__(self, rate: float = MESSAGES_A_SECOND, burst: int = BURST) -> None:
        self._rate = rate
        self._burst = burst
        self._level = float(burst)
        self._seen: float | None = None

    def take(self, now: float) -> bool:
        """Whether one more is allowed at `now`, in seconds of a monotonic clock."""
        if self._seen is not None:
            self._level = min(self._burst, self._level + (now - self._seen) * self._rate)
        self._seen = now
        if self._level < 1:
            return False
        self._level -= 1
        return True


class Pace:
    """Lets `burst` go at once and `rate` a second in the long run; who comes too early is told how long to wait."""

    def __init__(self, rate: float, burst: int) -> None:
        self._step = 1 / rate
        self._slack = (burst - 1) * self._step
        self._due = 0.0

    def due_in(self, now: float) -> float:
        """Seconds until the next one may go; `now` is of a monotonic clock."""
        return max(0.0, self._due - self._slack - now)

    def wait(self, now: float) -> float:
        """The same, and the next one is counted as gone."""
        seconds = self.due_in(now)
        self._due = max(self._due, now) + self._step
        return seconds


class AddressCount:
    """Connections per address, of which there may be so many at a time."""

    def __init__(self, most: int = UNGREETED_PER_ADDRESS) -> None:
        self._most = most
        self._counts: Counter[str] = Counter()

    def is_full(self, address: str) -> bool:
        """Whether no further one is admitted from this address."""
        return self._counts[address] >= self._most

    def enter(self, address: str) -> bool:
        """Count one more from this address, if it is admitted; then `leave` is due."""
        if self.is_full(address):
            return False
        self._counts[address] += 1
        return True

    def leave(self, address: str) -> None:
        """One that has entered is not counted any more."""
        self._counts[address] -= 1
        if not self._counts[address]:
            del self._counts[address]
