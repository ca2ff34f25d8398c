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
from server.crash_points import Point, reach
from server.disk.journal import Journal, StorageError
from server.disk.memory_people import MemoryPeople
from server.disk.memory_replays import MemoryReplays
from server.disk.replays import Make, Replays
from server.host.archivist import Archivist
from server.host.carrier import Carrier
from server.host.desk import Desk
from server.host.doorkeeper import EVERYBODY, Admission, Doorkeeper
from server.host.guest import Guest, Peer
from server.host.library import Library
from server.host.outside import OUTSIDE, Outside
from server.host.packages import Packages
from server.host.parcels import Parcels
from server.host.registry import Registry
from server.host.reports import KeptReports
from server.host.results import Results
from server.host.rooms import Rooms
from server.host.switchboard import POLICY, Switchboard
from server.host.thinking import Thinker
from server.host.turnstile import Turnstile
from server.host.wording import Words
from server.limits import STRIKES
from server.logs import about
from server.meters import Meters
from server.people.people import People
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
        people: People | None = None,
        replays: Replays | None = None,
        make_replay: Make | None = None,
        admission: Admission = EVERYBODY,
        message: str = "",
    ) -> None:
        self.meters = meters or Meters()
        self.journal = journal
        self.board = Switchboard(words, self.meters)
        self.people = people or MemoryPeople(outside.wall, outside.draw)
        carrier = Carrier()
        self._parcels = Parcels(packages, carrier)
        self._archivist = Archivist(journal, replays or MemoryReplays(), carrier, make_replay)
        self.rooms = Rooms(
            self.board,
            journal,
            thinker,
            library,
            outside,
            meters=self.meters,
            results=Results(self.people, self.board, self._archivist, outside.wall),
            reports=KeptReports(self.people),
        )
        self.door = Doorkeeper(self.people, self.board, admission, outside.wall)
        self._thinker = thinker
        self._library = library
        self._name = name
        registry = Registry(self.people, self.rooms, self.board, outside.wall)
        self._desk = Desk(
            self.board,
            self.rooms,
            library,
            self._parcels,
            outside,
            registry=registry,
            archivist=self._archivist,
            most_rooms=most_rooms,
        )
        self._turnstile = Turnstile(self._take_later)
        self.is_stopping = False
        """Whether the end has begun."""
        self.is_draining = False
        """Whether no further room or match may begin here."""
        self.message = message
        """What everybody hears who comes in; one line, at most MOST_MESSAGE characters."""

    # --- life -----------------------------------------------------------------------------------

    async def start(self) -> int:
        """Bring back every room that is not over; returns how many. One that cannot be read is logged."""
        await self.door.start()
        back = await self.rooms.start()
        self._archivist.start()
        return back

    async def stop(self) -> None:
        """Tell everyone, let go of every room, close the journal. Nothing acknowledged is lost."""
        self.is_stopping = True
        for guest in tuple(self.board.guests.values()):
            guest.peer.push(encode(say.Stopping()))
        reach(Point.STOPPING)
        self._turnstile.stop()
        self._desk.stop()
        await self.rooms.stop()
        for guest in tuple(self.board.guests.values()):
            guest.peer.end(RESTART, "the server stops")
        await self._archivist.stop()
        await self.journal.close()
        self._thinker.close()
        await self._parcels.close()

    @property
    def is_full(self) -> bool:
        """Whether no further room fits into memory."""
        return self._desk.is_full

    def allow_rooms(self, most: int) -> None:
        """So many rooms may be in memory from now on; those that are stay."""
        self._desk.most_rooms = most

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
        meters = self.meters
        meters.frames_in += 1
        meters.bytes_in += len(frame)
        message = decode_upward(frame, MOST_BYTES_UP if guest.client else MOST_BYTES_BEFORE_HELLO)
        if not guest.bucket.take(self.board.now()):
            self._too_fast(guest, message)
        elif guest.held is None:
            self._take(guest, message)
        elif not self._turnstile.receive(guest, message):
            self._too_fast(guest, message)

    def _take_later(self, guest: Guest, message: say.Upward | Unreadable) -> None:
        """A message that had to wait for its turn."""
        if self.board.is_here(guest):
            self._take(guest, message)

    def _take(self, guest: Guest, message: say.Upward | Unreadable) -> None:
        """A message whose turn it is."""
        if isinstance(message, say.Command) and guest.client is not None:
            self._command(guest, guest.client.session, message)
        elif isinstance(message, Unreadable):
            self.board.scold(guest, message.id, message.refusal)
        elif guest.client is None:
            self._greet(guest, message)
        else:
            self.board.scold(guest, 0, refusal(Refused.HELLO_TWICE, "t"))

    def not_binary(self, guest: Guest) -> None:
        """A text frame came; the protocol has none. It counts as any other that cannot be read."""
        fault = refusal(Refused.NOT_BINARY)
        if guest.bucket.take(self.board.now()):
            self.board.scold(guest, 0, fault)
        else:
            self._too_fast(guest, Unreadable(0, fault))

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
            fault = self.door.fault_of(guest, message)
            if fault is not None:
                self.board.scold(guest, 0, fault)
            elif message.identity is None:
                self._let_in(guest, message)
            else:
                self._turnstile.hold(guest, self._recognize(guest, message, message.identity))

    async def _recognize(self, guest: Guest, hello: say.Hello, identity: str) -> None:
        try:
            fault = await self.door.recognize(guest, identity)
        except StorageError as error:
            _LOG.error("a person cannot be looked up", extra=about("people_lost", why=str(error)))
            fault = refusal(Refused.STORAGE)
        if fault is not None:
            self.board.scold(guest, 0, fault)
        elif self.board.is_here(guest):
            self._let_in(guest, hello)

    def _let_in(self, guest: Guest, hello: say.Hello) -> None:
        self._end_older(self.board.greet(guest, hello.key))
        guest.peer.greeted()
        guest.peer.push(encode(self._welcome(guest)))

    def _end_older(self, guest: Guest | None) -> None:
        """A client that came anew no longer means what an older connection of it may still bring."""
        if guest is not None:
            guest.peer.end(GOING_AWAY, "the same client came over another connection")
            self.detach(guest)

    def _welcome(self, guest: Guest) -> say.Welcome:
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
            None if guest.person is None else guest.person.profile(),
            message=self.message,
            webhook_hosts=library.webhook_hosts,
        )

    def _command(self, guest: Guest, session: ServerSession, command: say.Command) -> None:
        self.meters.commands[type(command.act)] += 1
        standing = session.receive(command)
        if standing is Standing.NEW:
            guest.under_way.add(command.id)
            person = guest.person
            self._new(guest, Ask(guest.member, command.id, command.act, 0 if person is None else person.id))
            return
        match standing:
            case Standing.ANSWERED:
                guest.peer.push(session.answer_of(command.id))
            case Standing.REUSED:
                self.board.scold(guest, command.id, refusal(Refused.ID_REUSED, "id", found=command.id))
            case Standing.UNDER_WAY:
                _LOG.debug("asked again what is under way", extra=about("asked_again", member=guest.member))

    def _new(self, guest: Guest, ask: Ask) -> None:
        """A command that was not carried out before."""
        if self.is_stopping:
            self.board.decline(ask, Refused.STOPPING)
        elif isinstance(ask.act, say.OF_A_TURN) and self._desk.take_in(guest, ask, ask.act.room):
            pass  # nearly all there are; whoever was let into a room plays on, also under a list of later
        elif self.is_draining and isinstance(ask.act, say.CreateRoom | say.StartMatch | say.Rematch):
            self.board.decline(ask, Refused.DRAINING)
        elif self.door.keeps_from(guest, ask.act) and not self._desk.is_inside(guest, ask.act):
            self.board.decline(ask, Refused.NOT_INVITED)
        elif (lookup := self._desk.lookup(guest, ask)) is not None:
            self._turnstile.hold(guest, lookup)
        else:
            self._desk.carry_out(guest, ask)
