"""The host: connections on one side, rooms on the other. It waits, sends and stores; rooms decide.

Everything here runs in one event loop. `attach`, `receive` and `detach` never wait.
"""

import asyncio
import itertools
import logging
from collections import Counter, OrderedDict
from collections.abc import Coroutine
from typing import Any

from game import __version__
from game.protocol import messages as say
from game.protocol.codec import Unreadable, decode_upward, encode
from game.protocol.limits import MOST_BYTES_BEFORE_HELLO, MOST_BYTES_UP
from game.protocol.refusals import Refusal, Refused, refusal
from game.protocol.session import ServerSession, Standing
from server.disk.journal import Journal, StorageError
from server.host.guest import Guest, Peer
from server.host.keeper import Keeper
from server.host.library import Library
from server.host.lobby import setup_of
from server.host.outside import OUTSIDE, Outside
from server.host.packages import Packages
from server.host.parcels import Parcels
from server.host.thinking import Thinker
from server.host.wording import Words, with_words
from server.limits import MOST_SESSIONS, ROOMS_PER_CONNECTION, STRIKES
from server.logs import about
from server.meters import Meters
from server.room.effects import Ask, Member
from server.room.image import Setup
from server.room.room import Room

_LOG = logging.getLogger(__name__)
GOING_AWAY, POLICY, RESTART = 1001, 1008, 1012
_LISTED = 100
"""Most rooms in one list."""


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
        self.thinker = thinker
        self._library = library
        self._words = words
        self._parcels = Parcels(packages)
        self._most_rooms = most_rooms
        self._name = name
        self._outside = outside
        self._members = itertools.count(1)
        self._guests: dict[Member, Guest] = {}
        self._sessions: OrderedDict[str, ServerSession] = OrderedDict()
        self._keepers: dict[str, Keeper] = {}
        self._codes: dict[str, str] = {}
        self._errands: set[asyncio.Task[None]] = set()
        self._fetching = asyncio.Lock()
        self._stopping = False
        self.is_draining = False
        """Whether no further room or match may begin here."""

    # --- life -----------------------------------------------------------------------------------

    async def start(self) -> int:
        """Bring back every room that is not over; returns how many. One that cannot be read is logged."""
        rooms = await self.journal.running()
        back = [await self._restore(room) for room in rooms]
        return sum(keeper is not None for keeper in back)

    async def stop(self) -> None:
        """Tell everyone, let go of every room, close the journal. Nothing acknowledged is lost."""
        self._stopping = True
        for guest in tuple(self._guests.values()):
            guest.peer.push(encode(say.Stopping()))
        for errand in tuple(self._errands):
            errand.cancel()
        await asyncio.gather(*(keeper.stop() for keeper in tuple(self._keepers.values())))
        for guest in tuple(self._guests.values()):
            guest.peer.end(RESTART, "the server stops")
        await self.journal.close()
        self.thinker.close()
        await self._parcels.close()

    async def _restore(self, room: str) -> Keeper | None:
        try:
            # Looked at before it is claimed: a claim of whatever strangers name would be kept on disk.
            if await self.journal.load(room) is None:
                return None
            epoch = await self.journal.claim(room)
            kept = await self.journal.load(room)
            if kept is None:
                return None
            image = kept.now()
        except (StorageError, ValueError) as error:
            told = about("room_lost", room=room, why=str(error))
            _LOG.error("a room cannot be brought back", extra=told)
            return None
        content = self._library.content(image.setup.map)
        if content is None:
            told = about("room_without_map", room=room, map=image.setup.map)
            _LOG.error("a room is played on a map that is not here", extra=told)
            return None
        elapsed = self._outside.wall() - kept.turn_at
        keeper = self._keep(Room(image, content, self._outside.mint, self._wall), epoch)
        keeper.put(lambda now: keeper.room.restored(now, elapsed))
        return keeper

    def _keep(self, room: Room, epoch: int) -> Keeper:
        keeper = Keeper(room, epoch, self)
        self._keepers[keeper.id] = keeper
        self._codes[room.image.setup.code] = keeper.id
        return keeper

    # --- what keepers ask -----------------------------------------------------------------------

    def post(self, to: tuple[Member, ...], message: say.Downward) -> None:
        """Send a message to those of the connections that are still there; answers are remembered."""
        if isinstance(message, say.Declined):
            self._count(message.refusals)
        message = with_words(message, self._words)
        frame: bytes | None = None
        for member in to:
            guest = self._guests.get(member)
            if guest is None:
                continue
            frame = frame or encode(message)
            if guest.session is not None and isinstance(
                message, say.Done | say.Declined | say.Rooms | say.Seated
            ):
                guest.session.answer(message.re, frame)
            guest.peer.push(frame)

    def forget(self, room: str) -> None:
        """The room is no longer kept in memory."""
        keeper = self._keepers.pop(room, None)
        if keeper is not None:
            self._codes.pop(keeper.room.image.setup.code, None)

    def _count(self, refusals: tuple[Refusal, ...]) -> None:
        self.meters.refusals.update(refusal.code for refusal in refusals)

    @property
    def is_stopping(self) -> bool:
        """Whether the end has begun."""
        return self._stopping

    @property
    def is_full(self) -> bool:
        """Whether no further room fits into memory."""
        return len(self._keepers) >= self._most_rooms

    def rooms_by_phase(self) -> Counter[str]:
        """How many rooms are in memory, by their phase; looks at each of them."""
        return Counter(keeper.room.image.phase for keeper in self._keepers.values())

    # --- what connections ask -------------------------------------------------------------------

    def attach(self, peer: Peer) -> Guest:
        """A connection stands. It must say hello first."""
        guest = Guest(Member(next(self._members)), peer)
        self._guests[guest.member] = guest
        self.meters.connections += 1
        self.meters.connections_open += 1
        return guest

    def detach(self, guest: Guest) -> None:
        """The connection is gone; its seats are held."""
        if self._guests.pop(guest.member, None) is not None:
            self.meters.connections_open -= 1
            for room in guest.rooms & self._keepers.keys():
                self._keepers[room].dropped(guest.member)

    def receive(self, guest: Guest, frame: bytes) -> None:
        """A frame came. Whatever it is, the connection is answered or closed, and nobody else notices."""
        if guest.member not in self._guests:
            return
        self.meters.frames_in += 1
        self.meters.bytes_in += len(frame)
        message = decode_upward(frame, MOST_BYTES_UP if guest.session else MOST_BYTES_BEFORE_HELLO)
        if not guest.bucket.take(asyncio.get_running_loop().time()):
            self._too_fast(guest, message)
        elif isinstance(message, Unreadable):
            self._scold(guest, message.id, message.refusal)
        elif guest.session is None:
            self._greet(guest, message)
        elif isinstance(message, say.Hello):
            self._scold(guest, 0, refusal(Refused.HELLO_TWICE, "t"))
        else:
            self._command(guest, guest.session, message)

    def not_binary(self, guest: Guest) -> None:
        """A text frame came; the protocol has none."""
        self._scold(guest, 0, refusal(Refused.NOT_BINARY))

    def _too_fast(self, guest: Guest, message: say.Upward | Unreadable) -> None:
        """Refused without being carried out; whoever does not stop is closed."""
        guest.strikes += 1
        re = message.id if isinstance(message, say.Command | Unreadable) else 0
        self._scold(guest, re, refusal(Refused.TOO_FAST))
        if guest.strikes >= STRIKES:
            guest.peer.end(POLICY, Refused.TOO_FAST)

    def _scold(self, guest: Guest, re: int, *refusals: Refusal) -> None:
        """Refuse without remembering it as the answer: the same id may come again."""
        self._count(refusals)
        guest.peer.push(encode(with_words(say.Declined(re, refusals), self._words)))
        if guest.session is None:
            guest.peer.end(POLICY, refusals[0].code)

    def _greet(self, guest: Guest, message: say.Upward) -> None:
        if not isinstance(message, say.Hello):
            self._scold(guest, message.id, refusal(Refused.HELLO_FIRST, "t"))
        elif message.version != say.VERSION:
            versions = {"found": message.version, "expected": say.VERSION}
            self._scold(guest, 0, refusal(Refused.OTHER_VERSION, "version", **versions))
        else:
            guest.session = self._session(message.key)
            guest.peer.greeted()
            guest.peer.push(encode(self._welcome()))

    def _session(self, key: str) -> ServerSession:
        session = self._sessions.setdefault(key, ServerSession())
        self._sessions.move_to_end(key)
        if len(self._sessions) > MOST_SESSIONS:
            self._sessions.popitem(last=False)
        return session

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

    # --- commands -------------------------------------------------------------------------------

    def _command(self, guest: Guest, session: ServerSession, command: say.Command) -> None:
        self.meters.commands[type(command.act)] += 1
        match session.receive(command):
            case Standing.NEW:
                self._carry_out(guest, Ask(guest.member, command.id, command.act))
            case Standing.ANSWERED:
                guest.peer.push(session.answer_of(command.id))
            case Standing.REUSED:
                self._scold(guest, command.id, refusal(Refused.ID_REUSED, "id", found=command.id))
            case Standing.UNDER_WAY:
                _LOG.debug("asked again what is under way", extra=about("asked_again", member=guest.member))

    def _carry_out(self, guest: Guest, ask: Ask) -> None:
        match ask.act:
            case _ if self._stopping:
                self._decline(ask, Refused.STOPPING)
            case say.ListRooms(room=room):
                self._list_rooms(ask, room)
                self._forget(guest, ask)
            case say.CreateRoom():
                self._create(guest, ask, ask.act)
            case say.AskMap():
                self._ask_map(guest, ask, ask.act)
            case say.ResumeSeat(room=room) if room not in self._keepers:
                self._errand(self._fetch(guest, ask, room))
            case _:
                self._to_named_room(guest, ask)

    def _to_named_room(self, guest: Guest, ask: Ask) -> None:
        room = getattr(ask.act, "room", None)
        if isinstance(room, str):
            self._to_room(guest, ask, room)
        else:
            self._decline(ask, Refused.WRONG_FIELD, "act.t")

    def _list_rooms(self, ask: Ask, name: str | None) -> None:
        """All that are open, or a look at one without sitting down in it."""
        keeper = None if name is None else self._named(name)
        if name is None:
            self.post((ask.member,), say.Rooms(ask.re, self._open_rooms()))
        elif keeper is None:
            self._decline(ask, Refused.UNKNOWN_ROOM, "room")
        else:
            self.post((ask.member,), say.Rooms(ask.re, (keeper.room.info(with_code=False),)))

    def _open_rooms(self) -> tuple[say.RoomInfo, ...]:
        rooms = (keeper.room for keeper in self._keepers.values())
        public = (room for room in rooms if room.image.setup.public and room.is_joinable)
        return tuple(room.info(with_code=False) for room in itertools.islice(public, _LISTED))

    def _named(self, name: str) -> Keeper | None:
        """The room of an id or a code."""
        return self._keepers.get(name) or self._keepers.get(self._codes.get(name.upper(), ""))

    def _decline(self, ask: Ask, code: Refused, field: str = "") -> None:
        self.post((ask.member,), say.Declined(ask.re, (refusal(code, field),)))

    def _to_room(self, guest: Guest, ask: Ask, name: str) -> None:
        keeper = self._named(name)
        if keeper is None:
            self._decline(ask, Refused.UNKNOWN_ROOM, "room")
        elif keeper.id not in guest.rooms and self._seats_held(guest) >= ROOMS_PER_CONNECTION:
            self._decline(ask, Refused.TOO_MANY_ROOMS, "room")
        else:
            guest.rooms.add(keeper.id)
            if not keeper.ask(ask):
                self._busy(guest, ask)

    def _seats_held(self, guest: Guest) -> int:
        """In how many rooms the connection sits; rooms that are gone are forgotten on the way."""
        guest.rooms &= self._keepers.keys()
        return sum(guest.member in self._keepers[room].room.members for room in guest.rooms)

    def _busy(self, guest: Guest, ask: Ask) -> None:
        self._forget(guest, ask)
        self._scold(guest, ask.re, refusal(Refused.BUSY, "room"))

    def _forget(self, guest: Guest, ask: Ask) -> None:
        """Nothing was changed: the answer need not be kept, and the same command may come again."""
        if guest.session is not None:
            guest.session.forget(ask.re)

    def _create(self, guest: Guest, ask: Ask, act: say.CreateRoom) -> None:
        full = self.is_full or self._seats_held(guest) >= ROOMS_PER_CONNECTION
        if full:
            self._decline(ask, Refused.TOO_MANY_ROOMS)
            return
        setup = setup_of(act, self._library, self._outside.draw)
        if isinstance(setup, Setup):
            self._errand(self._open(guest, ask, setup, act.player))
        else:
            self.post((ask.member,), say.Declined(ask.re, setup))

    def _errand(self, errand: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(errand)
        self._errands.add(task)
        task.add_done_callback(self._errands.discard)

    async def _open(self, guest: Guest, ask: Ask, setup: Setup, player: str) -> None:
        content = self._library.content(setup.map)
        if content is None:
            self._decline(ask, Refused.UNKNOWN_MAP, "map")
            return
        try:
            epoch = await self.journal.claim(setup.id)
        except StorageError as error:
            _LOG.error("a room could not be made", extra=about("room_not_made", why=str(error)))
            self._decline(ask, Refused.STORAGE)
            return
        keeper = self._keep(Room.made(setup, content, self._outside.mint, self._wall), epoch)
        guest.rooms.add(keeper.id)
        _LOG.info("a room is made", extra=about("room_made", room=keeper.id, member=guest.member))
        keeper.open(ask, player)
        self._errand(self._parcels.keep(keeper.room.identity))
        if guest.member not in self._guests:
            keeper.dropped(guest.member)

    # --- maps -----------------------------------------------------------------------------------

    def _ask_map(self, guest: Guest, ask: Ask, act: say.AskMap) -> None:
        """Parts are too large to be remembered: who did not get one asks again."""
        self._forget(guest, ask)
        if self._may_have(guest, act.package):
            self._errand(self._send_part(guest, ask, act))
        else:
            self._decline(ask, Refused.UNKNOWN_PACKAGE, "package")

    def _may_have(self, guest: Guest, package: str) -> bool:
        """Whether the map is offered here, or played in a room the guest sits in."""
        rooms = [self._keepers[key].room for key in guest.rooms & self._keepers.keys()]
        played = [room.identity for room in rooms if guest.member in room.members]
        own = {identity.package for identity in played if identity is not None}
        return package in self._library.sources or package in own

    async def _send_part(self, guest: Guest, ask: Ask, act: say.AskMap) -> None:
        self.post((ask.member,), await self._parcels.answer(guest, ask.re, act))

    async def _fetch(self, guest: Guest, ask: Ask, room: str) -> None:
        """A seat of a room that is not in memory: over, or let go after a failure."""
        async with self._fetching:
            if room not in self._keepers:
                await self._restore(room)
        self._to_room(guest, ask, room)

    def _wall(self, now: int) -> int:
        """Milliseconds since 1970 at a moment given in monotonic milliseconds."""
        return self._outside.wall() + now - int(asyncio.get_running_loop().time() * 1000)
