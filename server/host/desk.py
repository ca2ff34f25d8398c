"""What is asked of the server rather than of one room: lists, new rooms, maps, rooms that sleep in the journal."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any, Final

from msgspec.structs import replace

from game.protocol import messages as say
from game.protocol.refusals import Refused, refusal
from server.disk.journal import StorageError
from server.host.archivist import Archivist
from server.host.guest import Guest
from server.host.keeper import Keeper
from server.host.library import Library
from server.host.lobby import setup_again, setup_of
from server.host.lounge import Lounge
from server.host.outside import Outside
from server.host.parcels import Parcels
from server.host.registry import Registry
from server.host.rooms import Rooms
from server.host.switchboard import Switchboard
from server.limits import MOST_WATCHING, ROOMS_PER_CONNECTION
from server.logs import about
from server.room.effects import Ask, Reopen
from server.room.image import Image, Setup

_LOG = logging.getLogger(__name__)
ROOM_ID: Final = 16
"""Letters of a room's id."""


class Desk:
    """Carries out commands. What takes time is an errand of its own, so that nobody waits for another's."""

    def __init__(  # noqa: PLR0913 - each service is one of a kind
        self,
        board: Switchboard,
        rooms: Rooms,
        library: Library,
        parcels: Parcels,
        outside: Outside,
        *,
        registry: Registry,
        archivist: Archivist,
        most_rooms: int,
    ) -> None:
        self._board = board
        self._rooms = rooms
        self._library = library
        self._parcels = parcels
        self._outside = outside
        self._registry = registry
        self._archivist = archivist
        self.most_rooms = most_rooms
        """Rooms in memory beyond which none is made."""
        self._lounge = Lounge(board, rooms, outside.wall)
        rooms.reopening = self._reopen
        self._errands: set[asyncio.Task[None]] = set()

    def lookup(self, guest: Guest, ask: Ask) -> Coroutine[Any, Any, None] | None:
        """What has to be looked up first, with everything else this guest sends waiting for it; None if nothing."""
        match ask.act:
            case say.CreateRoom(player=player) | say.JoinRoom(player=player) if not self._registry.is_named(
                guest, player
            ):
                return self._stored(ask, self._under_name(guest, ask, player))
            case say.AskDeviceCode():
                return self._stored(ask, self._registry.new_code(guest, ask))
            case say.UseDeviceCode(code=code):
                return self._stored(ask, self._registry.use_code(guest, ask, code))
            case say.MyMatches():
                return self._listed(guest, ask, self._registry.matches(guest, ask))
            case say.AskArchive():
                return self._listed(guest, ask, self._list_archive(guest, ask))
            case _:
                return None

    async def _listed(self, guest: Guest, ask: Ask, lookup: Coroutine[Any, Any, None]) -> None:
        """A list may be long and changes nothing: it is not remembered, and looked up again for who asks again."""
        await self._stored(ask, lookup)
        self._board.forget(guest, ask)

    async def _stored(self, ask: Ask, lookup: Coroutine[Any, Any, None]) -> None:
        try:
            await lookup
        except StorageError as error:
            _LOG.error("something cannot be looked up", extra=about("lookup_failed", why=str(error)))
            self._board.decline(ask, Refused.STORAGE)

    async def _under_name(self, guest: Guest, ask: Ask, player: str) -> None:
        """Let somebody in under a name that is theirs, or nobody's."""
        if await self._registry.named(guest, player):
            self.carry_out(guest, replace(ask, person=guest.number))
        else:
            why = refusal(Refused.NAME_TAKEN, "player", found=player)
            self._board.post((ask.member,), say.Declined(ask.re, (why,)))

    def carry_out(self, guest: Guest, ask: Ask) -> None:
        """Answer the command now or soon, or give it to the room it names. Nothing has to be looked up first."""
        match ask.act:
            case say.ListRooms(room=room):
                self._list_rooms(ask, room)
                self._board.forget(guest, ask)
            case say.CreateRoom():
                self._errand(self._stored(ask, self._create(guest, ask, ask.act)))
            case say.AskMap():
                self._ask_map(guest, ask, ask.act)
            case say.AskReplay():
                self._ask_replay(guest, ask, ask.act)
            case say.Speak() | say.Report() if not guest.talk.take(self._board.now()):
                self._board.not_now(guest, ask, refusal(Refused.TALKS_TOO_FAST))
            case say.WatchRoom():
                self._watch(guest, ask)
            case say.Speak(room=None, text=text):
                self._lounge.speak(guest, ask, text)
            case say.VisitLobby(here=here):
                self._lounge.visit(guest, ask, here=here)
            case say.ResumeSeat(room=room) | say.Rematch(room=room) if room not in self._rooms:
                self._errand(self._fetch(guest, ask, room))
            case _:
                self._to_named_room(guest, ask)

    def gone(self, guest: Guest) -> None:
        """The connection is gone; its seats are held."""
        self._lounge.leave(guest.member)
        for keeper in self._rooms.of(guest.rooms):
            keeper.dropped(guest.member)

    @property
    def is_full(self) -> bool:
        """Whether no further room fits into memory."""
        return len(self._rooms) >= self.most_rooms

    def stop(self) -> None:
        """Drop the errands that are under way."""
        for errand in tuple(self._errands):
            errand.cancel()

    def _errand(self, errand: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(errand)
        self._errands.add(task)
        task.add_done_callback(self._errands.discard)

    # --- rooms ----------------------------------------------------------------------------------

    def _to_named_room(self, guest: Guest, ask: Ask) -> None:
        room = getattr(ask.act, "room", None)
        if isinstance(room, str):
            self._to_room(guest, ask, room)
        else:
            self._board.decline(ask, Refused.WRONG_FIELD, "act.t")

    def is_inside(self, guest: Guest, act: say.Act) -> bool:
        """Whether this is done in a room which the guest was let into before and has not left."""
        if isinstance(act, say.AskMap):
            return any(keeper.room.has(guest.member) for keeper in self._rooms.of(guest.rooms))
        if not isinstance(act, say.OF_A_ROOM) or act.room is None:
            return False
        keeper = self._rooms.named(act.room)
        room = act.room if keeper is None else keeper.id
        return room in guest.rooms and room not in guest.left

    def take_in(self, guest: Guest, ask: Ask, name: str) -> bool:
        """Give the command to a room which the guest was let into before; False if it was not."""
        keeper = self._rooms.named(name)
        if keeper is None or keeper.id not in guest.rooms:
            return False
        if not keeper.ask(ask):
            self._board.busy(guest, ask)
        return True

    def _to_room(self, guest: Guest, ask: Ask, name: str) -> None:
        keeper = self._rooms.named(name)
        if keeper is None:
            self._board.decline(ask, self._rooms.why_not_here(name), "room")
        elif keeper.id not in guest.rooms and self._seats_held(guest) >= ROOMS_PER_CONNECTION:
            self._board.decline(ask, Refused.TOO_MANY_ROOMS, "room")
        else:
            guest.rooms.add(keeper.id)
            _note_left(guest, ask.act, keeper.id)
            if not keeper.ask(_standing(guest, ask, keeper.room.image.setup.mode)):
                self._board.busy(guest, ask)
            if not self._board.is_here(guest):
                # Gone while the room was fetched: nobody else would tell the room.
                keeper.dropped(guest.member)

    def _watch(self, guest: Guest, ask: Ask) -> None:
        """A look at a whole match costs more than most commands."""
        if not guest.watches.take(self._board.now()):
            self._board.not_now(guest, ask, refusal(Refused.TOO_FAST))
        elif self._rooms.meters.watching >= MOST_WATCHING:
            self._board.busy(guest, ask)
        else:
            self._to_named_room(guest, ask)

    def _seats_held(self, guest: Guest) -> int:
        """In how many rooms the connection sits or watches; rooms that are gone are forgotten on the way."""
        keepers = self._rooms.of(guest.rooms)
        guest.rooms = {keeper.id for keeper in keepers}
        guest.left &= guest.rooms
        return sum(keeper.room.has(guest.member) for keeper in keepers)

    def _list_rooms(self, ask: Ask, name: str | None) -> None:
        """All that are open, or a look at one without sitting down in it."""
        keeper = None if name is None else self._rooms.named(name)
        if name is None:
            self._board.post((ask.member,), say.Rooms(ask.re, self._rooms.open()))
        elif keeper is None:
            self._board.decline(ask, Refused.UNKNOWN_ROOM, "room")
        else:
            self._board.post((ask.member,), say.Rooms(ask.re, (keeper.room.info(with_code=False),)))

    async def _create(self, guest: Guest, ask: Ask, act: say.CreateRoom) -> None:
        """A room's id follows from the command that makes it: sent again after a crash, it leads to the same room.

        Raises StorageError.
        """
        ask = _standing(guest, ask, act.mode)
        room = ask.asked.hex()[:ROOM_ID]
        is_taken = await self._rooms.journal.load(room) is not None
        looked = await self._rooms.looked_at(room) if is_taken else None
        if looked is not None and looked[0].phase != say.OVER:
            await self._fetch(guest, ask, room)
        elif self.is_full or self._seats_held(guest) >= ROOMS_PER_CONNECTION:
            self._board.decline(ask, Refused.TOO_MANY_ROOMS)
        else:
            setup = setup_of(act, self._library, self._outside.draw)
            if not isinstance(setup, Setup):
                self._board.post((ask.member,), say.Declined(ask.re, setup))
                return
            await self._open(guest, ask, setup if is_taken else replace(setup, id=room), act.player)

    async def _open(self, guest: Guest, ask: Ask, setup: Setup, player: str) -> None:
        keeper = await self._rooms.make(setup)
        if keeper is None:
            self._board.decline(ask, Refused.UNKNOWN_MAP, "map")
            return
        guest.rooms.add(keeper.id)
        _LOG.info("a room is made", extra=about("room_made", room=keeper.id, member=guest.member))
        keeper.open(ask, player)
        self._errand(self._parcels.keep(keeper.room.identity))
        if not self._board.is_here(guest):
            keeper.dropped(guest.member)

    async def _reopen(self, reopen: Reopen, before: Image) -> bool:
        """Seat somebody where a match is played again; False if that room has had its match. Makes it if need be."""
        guest = self._board.guests.get(reopen.ask.member)
        if guest is None:
            return True
        looked = await self._rooms.looked_at(reopen.room)
        if looked is not None and looked[0].phase == say.OVER:
            return False
        await self._rooms.fetch(reopen.room)
        keeper = self._rooms.named(reopen.room)
        if keeper is None:
            keeper = await self._made_again(reopen, before)
            if keeper is None:
                return True
            keeper.open(reopen.ask, reopen.name)
        else:
            keeper.rejoin(reopen)
        guest.rooms.add(keeper.id)
        await keeper.settled()
        if not self._board.is_here(guest):
            keeper.dropped(guest.member)
        return True

    async def _made_again(self, reopen: Reopen, before: Image) -> Keeper | None:
        """The room of a rematch; None, and said why, if there can be none."""
        why = Refused.TOO_MANY_ROOMS
        if not self.is_full:
            setup = setup_again(before, reopen.seat, reopen.room, self._outside.draw)
            try:
                keeper = await self._rooms.make_again(setup, before)
            except StorageError as error:
                _LOG.error("a room could not be made", extra=about("room_not_made", why=str(error)))
                why = Refused.STORAGE
            else:
                if keeper is not None:
                    return keeper
                why = Refused.UNKNOWN_MAP
        self._board.decline(reopen.ask, why)
        return None

    async def _fetch(self, guest: Guest, ask: Ask, room: str) -> None:
        """A seat of a room that is not in memory: over, or let go after a failure."""
        await self._rooms.fetch(room)
        self._to_room(guest, ask, room)

    # --- replays --------------------------------------------------------------------------------

    async def _list_archive(self, guest: Guest, ask: Ask) -> None:
        self._board.post((ask.member,), await self._archivist.listed(guest, ask.re))

    def _ask_replay(self, guest: Guest, ask: Ask, act: say.AskReplay) -> None:
        """Parts are too large to be remembered; who sits in the room may have them whatever the server knows of them."""
        self._board.forget(guest, ask)
        keeper = self._rooms.named(act.room)
        sits = keeper is not None and keeper.id in guest.rooms and guest.member in keeper.room.members
        if sits and keeper is not None and keeper.room.image.phase != say.OVER:
            self._board.decline(ask, Refused.NOT_OVER, "room")
        else:
            self._errand(self._stored(ask, self._send_replay(guest, ask, act, sits=sits)))

    async def _send_replay(self, guest: Guest, ask: Ask, act: say.AskReplay, *, sits: bool) -> None:
        self._board.post((ask.member,), await self._archivist.answer(guest, ask.re, act, sits=sits))

    # --- maps -----------------------------------------------------------------------------------

    def _ask_map(self, guest: Guest, ask: Ask, act: say.AskMap) -> None:
        """Parts are too large to be remembered: who did not get one asks again."""
        self._board.forget(guest, ask)
        if self._may_have(guest, act.package):
            self._errand(self._send_part(guest, ask, act))
        else:
            self._board.decline(ask, Refused.UNKNOWN_PACKAGE, "package")

    def _may_have(self, guest: Guest, package: str) -> bool:
        """Whether the map is offered here, or played in a room the guest sits in or watches."""
        rooms = [keeper.room for keeper in self._rooms.of(guest.rooms)]
        played = [room.identity for room in rooms if room.has(guest.member)]
        own = {identity.package for identity in played if identity is not None}
        return package in self._library.sources or package in own

    async def _send_part(self, guest: Guest, ask: Ask, act: say.AskMap) -> None:
        self._board.post((ask.member,), await self._parcels.answer(guest, ask.re, act))


def _note_left(guest: Guest, act: say.Act, room: str) -> None:
    """Keep whether the guest has left the room, or comes in again."""
    if isinstance(act, say.LeaveRoom):
        guest.left |= {room}
    elif guest.left and isinstance(act, say.CreateRoom | say.JoinRoom | say.ResumeSeat | say.WatchRoom):
        guest.left -= {room}


def _standing(guest: Guest, ask: Ask, mode: str) -> Ask:
    """A command that seats somebody, with its name and what is known of the person."""
    if guest.client is None or not isinstance(ask.act, say.CreateRoom | say.JoinRoom | say.Rematch):
        return ask
    standing = None if guest.person is None else guest.person.standing(mode)
    return replace(ask, asked=guest.client.name_of(say.Command(ask.re, ask.act)), standing=standing)
