"""What people said on one server: in its lobby, and in the room one sits in or watches."""

from collections import deque
from collections.abc import Callable, Iterable
from typing import Final

from game.link import happenings as told
from game.protocol.messages import Line
from game.rules.ids import Seat

MOST_LINES: Final = 300
"""Lines kept of a room; the oldest goes first."""
LOBBY: Final = ""


class Talk:
    """Takes what the client hears; `version` rises when something of it changed.

    Whoever is `ignored` is not shown, by name and on this machine only; `on_ignored` hears of every change of them.
    `announcement` is the newest word of those who run the server, until it is dismissed.
    """

    def __init__(
        self,
        ignored: Iterable[str] = (),
        on_ignored: Callable[[frozenset[str]], None] = lambda _: None,
    ) -> None:
        self.ignored = frozenset(ignored)
        self._on_ignored = on_ignored
        self.announcement = ""
        self.version = 0
        self._lines: dict[str, deque[Line]] = {}
        self._unread: dict[str, int] = {}

    def take(self, happening: told.Happening, own: Seat | None = None) -> bool:
        """Take in what happened; False where it is nothing that was said. `own` is the seat whose lines are read.

        After a connection came back, a server says the last lines once more: they are not taken twice.
        """
        match happening:
            case told.LinesHeard(room, lines):
                self._hear(room, lines, own)
            case told.AnnouncementHeard(text):
                self.announcement = text
            case _:
                return False
        self.version += 1
        return True

    def lines(self, room: str = LOBBY) -> tuple[Line, ...]:
        """What was said there, the newest last, without whom one ignores."""
        return tuple(line for line in self._lines.get(room, ()) if line.name not in self.ignored)

    def unread(self, room: str = LOBBY) -> int:
        """How many lines of others have come since `read`."""
        return self._unread.get(room, 0)

    def read(self, room: str = LOBBY) -> None:
        """All that was said there has been seen."""
        if self._unread.pop(room, 0):
            self.version += 1

    def ignore(self, name: str, *, ignored: bool) -> None:
        """Do not show what somebody says, what they have said included; or show it again."""
        self.ignored = self.ignored | {name} if ignored else self.ignored - {name}
        self.version += 1
        self._on_ignored(self.ignored)

    def dismiss(self) -> None:
        """The announcement has been read."""
        self.announcement = ""
        self.version += 1

    def _hear(self, room: str, lines: tuple[Line, ...], own: Seat | None) -> None:
        had = self._lines.setdefault(room, deque(maxlen=MOST_LINES))
        fresh = [line for line in lines if line not in had]
        had.extend(fresh)
        others = sum(
            line.name not in self.ignored and (own is None or own < 0 or line.seat != own) for line in fresh
        )
        self._unread[room] = self._unread.get(room, 0) + others
