"""A connection as the host knows it: whatever carries its frames, its session, and what it may do."""

import hashlib
from functools import cached_property
from typing import Final, Protocol

from game.protocol.codec import Unreadable, encode
from game.protocol.messages import Command, Upward
from game.protocol.session import ServerSession
from server.limits import (
    PARTS_A_SECOND,
    PARTS_AT_ONCE,
    TALKS,
    TALKS_WITHIN,
    WATCHES,
    WATCHES_WITHIN,
    Bucket,
    Pace,
    Window,
)
from server.people.person import Person
from server.room.effects import Member

MEMORY = "memory"
"""The address of whoever plays in the server's own process."""


NAME_BYTES: Final = 16


class Peer(Protocol):
    """What carries frames to a client: a websocket, or a link in memory."""

    address: str
    """Where it comes from, for limits and the log."""

    def push(self, frame: bytes) -> None:
        """Send soon; a peer that does not keep up is cut off. Never waits, never raises."""

    def greeted(self) -> None:
        """The client said hello: larger messages are allowed from now on."""

    def end(self, code: int, reason: str) -> None:
        """Send what is queued, then close with this websocket code."""


class Client:
    """Whoever says hello with one key: what is remembered of its commands, and the connection it has now."""

    def __init__(self, key: str) -> None:
        self.session = ServerSession()
        self.guest: Guest | None = None
        self._key = key

    def name_of(self, command: Command) -> bytes:
        """What this command is called where it is remembered for good: a digest, from which no key can be had."""
        return hashlib.sha256(self._key.encode() + encode(command)).digest()[:NAME_BYTES]


class Guest:
    """One connection. `client` is None until it said hello; `under_way` are its commands without an answer."""

    def __init__(self, member: Member, peer: Peer) -> None:
        self.member = member
        self.peer = peer
        self.client: Client | None = None
        self.under_way: set[int] = set()
        self.identity: str | None = None
        """The key the client gave; a secret."""
        self.person: Person | None = None
        """Whom the server knows by that key."""
        self.held: list[Upward | Unreadable] | None = None
        """What came while something is looked up for it; None while nothing is."""
        self.bucket = Bucket()
        self.strikes = 0
        self.fetches = False
        """Whether a part of a map is on its way to it."""
        self.rooms: set[str] = set()
        """Rooms it may hold a seat in; each hears when the connection is gone."""
        self.left: frozenset[str] = frozenset()
        """Those of them in which it got up last, or ceased to watch."""

    # Most connections never need these.

    @cached_property
    def talk(self) -> Window:
        """How often it says something."""
        return Window(TALKS, TALKS_WITHIN)

    @cached_property
    def watches(self) -> Window:
        """How often it begins to watch."""
        return Window(WATCHES, WATCHES_WITHIN)

    @cached_property
    def pace(self) -> Pace:
        """Of the parts of maps that are on their way to it."""
        return Pace(PARTS_A_SECOND, PARTS_AT_ONCE)

    @property
    def session(self) -> ServerSession | None:
        """What is remembered of the client's commands; None until it said hello."""
        return None if self.client is None else self.client.session

    @property
    def name(self) -> str:
        """Under which the server knows its person; empty for a guest."""
        return "" if self.person is None else self.person.name

    @property
    def number(self) -> int:
        """Its person's id, 0 for a guest."""
        return 0 if self.person is None else self.person.id

    @property
    def is_held(self) -> bool:
        """Whether what it sends has to wait."""
        return self.held is not None
