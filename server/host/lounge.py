"""The lobby of the server, where people meet who sit in different rooms. What is said there is kept in memory only."""

from collections import deque
from collections.abc import Callable
from typing import Final

from game.protocol import messages as say
from game.protocol.refusals import Refused, refusal
from server.host.guest import Guest
from server.host.rooms import Rooms
from server.host.switchboard import Switchboard
from server.limits import MOST_IN_LOBBY, TALKS_IN_LOBBY, TALKS_IN_LOBBY_WITHIN, Window
from server.room import speech
from server.room.effects import Ask, Member

MOST_LINES: Final = 50
HERE: Final = ""
"""The lobby, where other lines name a room."""


class Lounge:
    """Who hears the lobby, and the last lines. `wall` gives milliseconds since 1970.

    One speaks there under the name the server knows one by; a guest under that of the seat they are in, and not
    without one: a name that is nobody's could be anybody's.
    """

    def __init__(self, board: Switchboard, rooms: Rooms, wall: Callable[[], int]) -> None:
        self._board = board
        self._rooms = rooms
        self._wall = wall
        self._listeners: dict[Member, None] = {}
        self._lines: deque[say.Line] = deque(maxlen=MOST_LINES)
        self._pace = Window(TALKS_IN_LOBBY, TALKS_IN_LOBBY_WITHIN)

    def visit(self, guest: Guest, ask: Ask, *, here: bool) -> None:
        """Hear the lobby from now on, the last lines at once; or not any more."""
        if not here:
            self.leave(guest.member)
        elif guest.member not in self._listeners and len(self._listeners) >= MOST_IN_LOBBY:
            self._board.busy(guest, ask)
            return
        else:
            self._listeners[guest.member] = None
        self._board.post((ask.member,), say.Done(ask.re))
        if here and self._lines:
            self._board.post((ask.member,), say.Said(HERE, tuple(self._lines)))

    def leave(self, member: Member) -> None:
        """The connection does not listen any more, if it ever did."""
        self._listeners.pop(member, None)

    def speak(self, guest: Guest, ask: Ask, text: str) -> None:
        """Say something to whoever listens, the speaker included; answered after it is said."""
        words, name = speech.tidy(text), guest.name or self._rooms.name_of(guest.member, guest.rooms)
        if words is None:
            why = refusal(Refused.BAD_TEXT, "text", most=say.MOST_TEXT)
            self._board.post((ask.member,), say.Declined(ask.re, (why,)))
        elif not name:
            self._board.decline(ask, Refused.NO_IDENTITY)
        elif not self._pace.take(self._board.now()):
            self._board.busy(guest, ask)
        else:
            line = say.Line(name, words, self._wall())
            self._lines.append(line)
            self._board.post(tuple(self._listeners), say.Said(HERE, (line,)))
            self._board.post((ask.member,), say.Done(ask.re))
