"""The way onto other people's servers: connect, look at the rooms, sit down in one or make one."""

from collections.abc import Callable
from functools import partial

import msgspec

from game.client.contact import Contact, Fault
from game.client.kept_seats import KeptSeat, KeptSeats
from game.client.launcher import LaunchError, MatchPlan, room_of
from game.client.screens.base import Stage
from game.client.screens.join import JoinDoors, JoinScreen
from game.client.screens.lobby.rooms import RoomsDoors, RoomsScreen
from game.client.screens.setup.plan import Choices, match_plan, name_of, room_name
from game.client.screens.setup.screen import SetupScreen, Table
from game.client.shelf import MapShelf, card_of
from game.content import ruleset
from game.link.address import Address
from game.link.match_client import LinkClosedError
from game.protocol.messages import Declined, Seated
from game.protocol.refusals import Refusal


class ServerExits(msgspec.Struct, frozen=True):
    """Where it leads: to the seat one has, out of the room, to the title, out because all is lost (with why)."""

    seated: Callable[[], None]
    leave: Callable[[], None]
    title: Callable[[], None]
    lost: Callable[[tuple[Refusal, ...]], None]


class ServerDoor:
    """Holds the contact while no match is shown. `seats` finds the seats one had before the program ended."""

    def __init__(
        self, stage: Stage, contact: Contact, shelf: MapShelf, seats: KeptSeats, exits: ServerExits
    ) -> None:
        self._stage, self._contact, self._shelf = stage, contact, shelf
        self._seats, self._exits = seats, exits

    # --- onto the server -------------------------------------------------------------------------

    def join(self) -> None:
        """Find somebody's match: ask where."""
        doors = JoinDoors(self._connect, self._contact.cancel, self._exits.title)
        self._stage.go(JoinScreen(self._stage, doors))

    def join_at(self, address: str) -> None:
        """Go to a server or an invite at once, by the player's name from the settings."""
        self.join()
        screen = self._stage.top
        if isinstance(screen, JoinScreen):
            screen.address.put(address)
            screen.name.put(name_of(self._stage))
            screen.connect()

    def _connect(self, address: Address, name: str) -> None:
        self._keep(name=name, last_server=str(msgspec.structs.replace(address, code="")))
        self._contact.work(self._join(address, name), self._join_failed)

    async def _join(self, address: Address, name: str) -> None:
        """Connect first, then sit down: so that a wrong code is told as what it is."""
        await self._contact.close()
        bare = str(msgspec.structs.replace(address, code=""))
        client = await self._stage.launcher.join(bare, name)
        self._contact.take(client)
        client.on_seated = partial(self._keep_seat, bare)
        if not address.code:
            self.show_rooms(bare)
            return
        answer = await self._seat_at(bare, address.code, name)
        if isinstance(answer, Seated):
            self._exits.seated()
            return
        faults = self._contact.refused(answer.refusals)
        await self._contact.close()
        self._tell_join(faults)

    async def _seat_at(self, server: str, code: str, name: str) -> Seated | Declined:
        """A free seat; where there is none, the one this player had before the program ended."""
        answer = await self._contact.running.join(code, name)
        kept = self._seats.find(server, code) if isinstance(answer, Declined) else None
        if kept is None:
            return answer
        again = await self._contact.running.resume(kept.room, kept.token)
        return again if isinstance(again, Seated) else answer

    def _keep_seat(self, server: str, seated: Seated) -> None:
        room = seated.room
        self._seats.keep(KeptSeat(server, room.code, room.id, seated.token))

    def _join_failed(self, error: Exception) -> None:
        if not isinstance(error, LaunchError | LinkClosedError | OSError):
            raise error
        self._tell_join([self._contact.fault(error)])

    def _tell_join(self, faults: list[Fault]) -> None:
        screen = self._stage.top
        if isinstance(screen, JoinScreen):
            screen.failed(faults)

    # --- its rooms -------------------------------------------------------------------------------

    def show_rooms(self, server: str) -> None:
        """The rooms of the server one is connected to."""
        client = self._contact.running
        doors = RoomsDoors(self._sit_down, self._set_up, self._exits.leave)
        welcome = client.welcome
        maps = {offer.id: offer.title for offer in welcome.maps} if welcome is not None else {}
        self._stage.go(RoomsScreen(self._stage, client, doors, server, maps))

    def back_to_rooms(self, faults: list[Fault]) -> None:
        """Get up, and back to the list of rooms, which says what went wrong."""
        self._contact.work(self._back(faults), self._sit_failed)

    def displaced(self) -> None:
        """The seat was taken on another device: back among the rooms, with how to take it back."""
        say = self._stage.say
        self.back_to_rooms([(say("lobby-displaced"), say("lobby-displaced-mend"))])

    async def _back(self, faults: list[Fault]) -> None:
        client = self._contact.running
        if client.room is not None:
            await client.leave()
        self.show_rooms(self._contact.server())
        if isinstance(self._stage.top, RoomsScreen):
            self._stage.top.failed(faults)

    def _sit_down(self, room: str) -> None:
        self._contact.work(self._sit(room), self._sit_failed)

    async def _sit(self, room: str) -> None:
        answer = await self._contact.running.join(room, name_of(self._stage))
        if isinstance(answer, Seated):
            self._exits.seated()
        elif isinstance(self._stage.top, RoomsScreen):
            self._stage.top.failed(self._contact.refused(answer.refusals))

    def _sit_failed(self, error: Exception) -> None:
        if not isinstance(error, LinkClosedError):
            raise error
        self._exits.lost(())

    def _set_up(self) -> None:
        """A room on somebody else's server, of the maps that both have."""
        welcome = self._contact.running.welcome
        offers = welcome.maps if welcome is not None else ()
        here = [(offer.id, self._shelf.played(offer.id, offer.identity)) for offer in offers]
        offered = tuple(card_of(map_) for key, map_ in here if map_ is not None and map_.city.map_id == key)
        if not offered or welcome is None:
            self._contact.tell("lobby-no-map", [(self._stage.say("lobby-no-map-why"), "")])
            return
        modes = tuple(mode.key for mode in welcome.modes)
        table = Table(offered, ruleset(), welcome.levels, modes, welcome.tempers)
        back = self._stage.back
        self._stage.push(SetupScreen(self._stage, table, self._create_there, back, hosting=True))

    def _create_there(self, choices: Choices) -> None:
        plan = match_plan(choices, choices.player, room_name(self._stage, choices.room))
        self._contact.work(self._create(plan), self._sit_failed)

    async def _create(self, plan: MatchPlan) -> None:
        answer = await self._contact.running.create(room_of(plan))
        if isinstance(answer, Declined):
            self._contact.tell("setup-failed", self._contact.refused(answer.refusals))
            return
        self._exits.seated()

    def _keep(self, **changes: str) -> None:
        self._stage.settings = msgspec.structs.replace(self._stage.settings, **changes)
        self._stage.on_settings()
