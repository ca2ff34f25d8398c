"""The host: connections on one side, rooms on the other. It waits, sends and stores; rooms decide.

Everything here runs in one event loop. `attach`, `receive` and `detach` never wait.
"""

import logging
from collections import Counter

from game import __version__
from game.protocol import messages as say
from game.protocol.codec import Unreadable, decode_upward, encode
from game.protocol.limits import MOST_BYTES_BEFORE_HELLO, MOST_BYTES_UP
from game.protocol.refusals import Refused, refusal
from game.protocol.session import ServerSession, Standing
from server.disk.journal import Journal
from server.host.desk import Desk
from server.host.guest import Guest, Peer
from server.host.library import Library
from server.host.outside import OUTSIDE, Outside
from server.host.packages import Packages
from server.host.parcels import Parcels
from server.host.rooms import Rooms
from server.host.switchboard import POLICY, Switchboard
from server.host.thinking import Thinker
from server.host.wording import Words
from server.limits import STRIKES
from server.logs import about
from server.meters import Meters
from server.room.effects import Ask

_LOG = logging.getLogger(__name__)
GOING_AWAY, RESTART = 1001, 1012


class Host:
    """Give it a journal, a thinker, a library and the words of refusals; `start` before the first guest."""

    def __init__(  # noqa: PLR0913 - each service is one of a kind
        self,
        journal: Journal,
        thinker: Thinker,
        library: Library,
        words: Words,
        *,
        packages: Packages,
        most_rooms: int,
        name: str,
        meters: Meters | None = None,
        outside: Outside = OUTSIDE,
    ) -> None:
        self.meters = meters or Meters()
        self.journal = journal
        self.board = Switchboard(words, self.meters)
        self.rooms = Rooms(self.board, journal, thinker, library, outside, self.meters)
        self._thinker = thinker
        self._library = library
        self._name = name
        self._parcels = Parcels(packages)
        self._desk = Desk(self.board, self.rooms, library, self._parcels, outside, most_rooms)
        self.is_stopping = False
        """Whether the end has begun."""
        self.is_draining = False
        """Whether no further room or match may begin here."""

    # --- life -----------------------------------------------------------------------------------

    async def start(self) -> int:
        """Bring back every room that is not over; returns how many. One that cannot be read is logged."""
        return await self.rooms.start()

    async def stop(self) -> None:
        """Tell everyone, let go of every room, close the journal. Nothing acknowledged is lost."""
        self.is_stopping = True
        for guest in tuple(self.board.guests.values()):
            guest.peer.push(encode(say.Stopping()))
        self._desk.stop()
        await self.rooms.stop()
        for guest in tuple(self.board.guests.values()):
            guest.peer.end(RESTART, "the server stops")
        await self.journal.close()
        self._thinker.close()
        await self._parcels.close()

    @property
    def is_full(self) -> bool:
        """Whether no further room fits into memory."""
        return self._desk.is_full

    def rooms_by_phase(self) -> Counter[str]:
        """How many rooms are in memory, by their phase; looks at each of them."""
        return self.rooms.by_phase()

    # --- what connections ask -------------------------------------------------------------------

    def attach(self, peer: Peer) -> Guest:
        """A connection stands. It must say hello first."""
        return self.board.plug_in(peer)

    def detach(self, guest: Guest) -> None:
        """The connection is gone; its seats are held."""
        if self.board.unplug(guest):
            self._desk.gone(guest)

    def receive(self, guest: Guest, frame: bytes) -> None:
        """A frame came. Whatever it is, the connection is answered or closed, and nobody else notices."""
        if not self.board.is_here(guest):
            return
        self.meters.frames_in += 1
        self.meters.bytes_in += len(frame)
        message = decode_upward(frame, MOST_BYTES_UP if guest.session else MOST_BYTES_BEFORE_HELLO)
        if not guest.bucket.take(self.board.now()):
            self._too_fast(guest, message)
        elif isinstance(message, Unreadable):
            self.board.scold(guest, message.id, message.refusal)
        elif guest.session is None:
            self._greet(guest, message)
        elif isinstance(message, say.Hello):
            self.board.scold(guest, 0, refusal(Refused.HELLO_TWICE, "t"))
        else:
            self._command(guest, guest.session, message)

    def not_binary(self, guest: Guest) -> None:
        """A text frame came; the protocol has none."""
        self.board.scold(guest, 0, refusal(Refused.NOT_BINARY))

    def _too_fast(self, guest: Guest, message: say.Upward | Unreadable) -> None:
        """Refused without being carried out; whoever does not stop is closed."""
        guest.strikes += 1
        re = message.id if isinstance(message, say.Command | Unreadable) else 0
        self.board.scold(guest, re, refusal(Refused.TOO_FAST))
        if guest.strikes >= STRIKES:
            guest.peer.end(POLICY, Refused.TOO_FAST)

    def _greet(self, guest: Guest, message: say.Upward) -> None:
        if not isinstance(message, say.Hello):
            self.board.scold(guest, message.id, refusal(Refused.HELLO_FIRST, "t"))
        elif message.version != say.VERSION:
            versions = {"found": message.version, "expected": say.VERSION}
            self.board.scold(guest, 0, refusal(Refused.OTHER_VERSION, "version", **versions))
        else:
            self._end_older(self.board.greet(guest, message.key))
            guest.peer.greeted()
            guest.peer.push(encode(self._welcome()))

    def _end_older(self, guest: Guest | None) -> None:
        """A client that came anew no longer means what an older connection of it may still bring."""
        if guest is not None:
            guest.peer.end(GOING_AWAY, "the same client came over another connection")
            self.detach(guest)

    def _welcome(self) -> say.Welcome:
        library = self._library
        return say.Welcome(
            say.VERSION,
            __version__,
            self._name,
            library.offers(),
            tuple(library.rules.factions),
            tuple(library.rules.lengths),
            library.levels,
            library.modes(),
            library.tempers,
        )

    def _command(self, guest: Guest, session: ServerSession, command: say.Command) -> None:
        self.meters.commands[type(command.act)] += 1
        standing = session.receive(command)
        if standing is Standing.NEW:
            guest.under_way.add(command.id)
        match standing:
            case Standing.NEW if self.is_stopping:
                self.board.decline(Ask(guest.member, command.id, command.act), Refused.STOPPING)
            case Standing.NEW:
                self._desk.carry_out(guest, Ask(guest.member, command.id, command.act))
            case Standing.ANSWERED:
                guest.peer.push(session.answer_of(command.id))
            case Standing.REUSED:
                self.board.scold(guest, command.id, refusal(Refused.ID_REUSED, "id", found=command.id))
            case Standing.UNDER_WAY:
                _LOG.debug("asked again what is under way", extra=about("asked_again", member=guest.member))
