"""The way onto other people's servers: by address, by invite, by a bare code, or by what is on the local network."""

import asyncio
from collections.abc import Callable
from functools import partial

import msgspec

from game.client.contact import Contact, Fault
from game.client.kept_seats import KeptSeat, KeptSeats
from game.client.launcher import LaunchError
from game.client.lobby_door import LobbyDoor
from game.client.screens.base import Stage
from game.client.screens.fetching import plain
from game.client.screens.join import JoinDoors, JoinScreen, Wish
from game.client.screens.nearby import NearbyList
from game.client.screens.password import ask_password
from game.client.screens.setup.plan import name_of
from game.link.address import Address
from game.link.match_client import LinkClosedError
from game.link.seeking import Sought
from game.protocol.messages import Declined, Seated
from game.protocol.refusals import Refusal, Refused


class ServerDoor:
    """Asks where to, connects, and hands over to the `lobby`. `seats` finds those one had before the program ended."""

    def __init__(
        self,
        stage: Stage,
        contact: Contact,
        seats: KeptSeats,
        lobby: LobbyDoor,
        title: Callable[[], None],
    ) -> None:
        self._stage, self._contact, self._seats = stage, contact, seats
        self._lobby, self._title = lobby, title
        self._seeking: asyncio.Task[None] | None = None

    def join(self) -> None:
        """Find somebody's match: ask where."""
        doors = JoinDoors(self._connect, self._contact.cancel, self._leave, self._seek, self._rest)
        self._stage.go(JoinScreen(self._stage, doors))

    def join_at(self, address: str) -> None:
        """Go to a server or an invite at once, by the player's name from the settings."""
        self.join()
        screen = self._stage.top
        if isinstance(screen, JoinScreen):
            screen.address.put(address)
            screen.name.put(name_of(self._stage))
            screen.connect()

    def _leave(self) -> None:
        """To the title; a connection that only lacked a password is closed on the way."""
        if self._contact.client is None:
            self._title()
        else:
            self._contact.work(self._left())

    async def _left(self) -> None:
        await self._contact.close()
        self._title()

    # --- the local network -----------------------------------------------------------------------

    def _seek(self, shown: NearbyList) -> None:
        def failed(error: Exception) -> None:
            if not isinstance(error, LaunchError | OSError):
                raise error
            shown.failed(str(error))

        self._seeking = self._stage.work(self._stage.launcher.nearby(shown.put), failed)

    def _rest(self) -> None:
        if self._seeking is not None:
            self._seeking.cancel()

    # --- onto the server -------------------------------------------------------------------------

    def _connect(self, wish: Wish) -> None:
        self._keep(name=wish.name)
        job = self._find(wish) if wish.address is None else self._join(wish, wish.address)
        self._contact.work(job, self._join_failed)

    async def _find(self, wish: Wish) -> None:
        """Ask the servers near and the last one which of them has the room of the code; there one sits down."""
        last = self._stage.settings.last_server
        sought = await self._stage.launcher.seek(wish.code, [last] if last else [], wish.password)
        if sought.place is not None:
            wish = wish if sought.by_password else msgspec.structs.replace(wish, password="")
            await self._join(wish, msgspec.structs.replace(sought.place, code=wish.code))
            return
        await self._contact.close()
        self._tell_join(self._not_found(wish, sought), by_password=bool(sought.locked))

    def _not_found(self, wish: Wish, sought: Sought) -> list[Fault]:
        """Nobody who could be asked knows the code; a password that is missing is the first thing to mend."""
        say = self._stage.say
        if not sought.locked:
            fault = say("join-fault-code", code=wish.code, servers=sought.answered)
            return [(fault, say("join-fault-code-mend"))]
        servers = ", ".join(self._name_at(str(address)) for address in sought.locked)
        key = "join-fault-code-password" if wish.password else "join-fault-code-locked"
        return [(say(key, code=wish.code, servers=servers), say(f"{key}-mend"))]

    def _name_at(self, address: str) -> str:
        """What a server near calls itself; the address of one that is not listed."""
        screen = self._stage.top
        near = screen.nearby.found if isinstance(screen, JoinScreen) else ()
        return next((plain(server.server) for server in near if server.address == address), address)

    async def _join(self, wish: Wish, address: Address) -> None:
        """Connect first, then sit down: so that a wrong code is told as what it is."""
        self._keep(last_server=str(_bare(address)))
        await self._reach(address, wish)
        await self._arrive(wish, address)

    async def _reach(self, address: Address, wish: Wish) -> None:
        await self._contact.close()
        bare = str(_bare(address))
        client = await self._stage.launcher.join(bare, wish.name, wish.password)
        self._contact.take(client, bare, wish.password)
        client.on_seated = partial(self._keep_seat, bare)

    async def _arrive(self, wish: Wish, address: Address, word: str = "") -> None:
        """Sit down where there is a code, else look at the lobby. `word` is the room's password."""
        bare = str(_bare(address))
        self._keep(last_server=bare)
        if not address.code:
            self._lobby.show()
            return
        answer = await self._seat_at(bare, address.code, wish.name, word)
        if isinstance(answer, Seated):
            await self._lobby.begin(answer.room)
            return
        faults = self._contact.refused(answer.refusals)
        if _by_password(answer.refusals):
            self._tell_join([])
            ask_password(self._stage, lambda again: self._again(wish, address, again), faults if word else ())
            return
        await self._contact.close()
        self._tell_join(faults)

    def _again(self, wish: Wish, address: Address, word: str) -> None:
        self._contact.work(self._arrive(wish, address, word), self._join_failed)

    async def _seat_at(self, server: str, code: str, name: str, word: str) -> Seated | Declined:
        """A free seat; where there is none, the one this player had before the program ended."""
        answer = await self._contact.running.join(code, name, password=word)
        kept = self._seats.find(server, code) if isinstance(answer, Declined) else None
        if kept is None:
            return answer
        again = await self._contact.running.resume(kept.room, kept.token)
        return again if isinstance(again, Seated) else answer

    def _keep_seat(self, server: str, seated: Seated) -> None:
        room = seated.room
        self._seats.keep(KeptSeat(server, room.code, room.id, seated.token))

    # --- what became of it -----------------------------------------------------------------------

    def _join_failed(self, error: Exception) -> None:
        if not isinstance(error, LaunchError | LinkClosedError | OSError):
            raise error
        refusals = error.refusals if isinstance(error, LaunchError) else ()
        faults = self._contact.refused(refusals) or [self._contact.fault(error)]
        self._tell_join(faults, by_password=_by_password(refusals))

    def _tell_join(self, faults: list[Fault], *, by_password: bool = False) -> None:
        screen = self._stage.top
        if isinstance(screen, JoinScreen):
            screen.failed(faults, by_password=by_password)

    def _keep(self, **changes: str) -> None:
        self._stage.settings = msgspec.structs.replace(self._stage.settings, **changes)
        self._stage.on_settings()


def _bare(address: Address) -> Address:
    return msgspec.structs.replace(address, code="")


def _by_password(refusals: tuple[Refusal, ...]) -> bool:
    return any(refusal.code == Refused.WRONG_PASSWORD for refusal in refusals)
