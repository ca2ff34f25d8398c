"""Who comes in: the server's password, its list of players, and its bans."""

import hmac
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from msgspec import Struct

from game.protocol import messages as say
from game.protocol.refusals import Refusal, Refused, refusal
from server.host.guest import MEMORY, Guest
from server.host.switchboard import POLICY, Switchboard
from server.limits import TRIES, TRIES_WITHIN, Tries
from server.people.ban import FOR_EVER, AddressBan, Ban, ban_of, network_of
from server.people.people import People
from server.people.person import Person
from server.room.names import skeleton

_NAMED: Final = say.CreateRoom | say.JoinRoom
"""What one does under a name."""


class Admission(Struct, frozen=True):
    """Who may come in. Where `allow` names somebody, nobody else may: players by name, or by `#` and their number."""

    password: str = ""
    allow: tuple[str, ...] = ()


EVERYBODY: Final = Admission()


class Doorkeeper:
    """Looks at who says hello, and at what those do whom it does not know yet. `wall` is milliseconds since 1970.

    Whoever comes through the memory is this process's own player, and may always come in.
    """

    def __init__(
        self, people: People, board: Switchboard, admission: Admission, wall: Callable[[], int]
    ) -> None:
        self._people = people
        self._board = board
        self._wall = wall
        self.admit(admission)
        self._bans: tuple[AddressBan, ...] = ()
        self._tries = Tries(TRIES, TRIES_WITHIN)

    def admit(self, admission: Admission) -> None:
        """These may come in from now on; who is here stays, and sits down nowhere else without being invited."""
        self._password = admission.password.encode()
        self._names = {skeleton(entry) for entry in admission.allow if not entry.startswith("#")}
        self._numbers = {entry for entry in admission.allow if entry.startswith("#")}

    async def start(self) -> None:
        """Read which addresses are kept out. Raises StorageError."""
        self._bans = await self._people.address_bans()

    # --- at the door ----------------------------------------------------------------------------

    def fault_of(self, guest: Guest, hello: say.Hello) -> Refusal | None:
        """Why this one does not come in, as far as one can see without asking who it is."""
        if guest.peer.address == MEMORY:
            return None
        ban = ban_of(guest.peer.address, self._bans, self._wall())
        if ban is not None:
            return _banned(ban)
        return self._wrong_password(guest, hello) or self._must_be_known(hello)

    def _wrong_password(self, guest: Guest, hello: say.Hello) -> Refusal | None:
        if not self._password:
            return None
        origin, now = network_of(guest.peer.address) or "", self._board.now()
        if self._tries.are_spent(origin, now):
            return refusal(Refused.TOO_FAST, "password")
        if hmac.compare_digest(hello.password.encode(), self._password):
            return None
        self._tries.note(origin, now)
        return refusal(Refused.WRONG_PASSWORD, "password")

    def _must_be_known(self, hello: say.Hello) -> Refusal | None:
        is_open = not (self._names or self._numbers)
        return None if is_open or hello.identity is not None else refusal(Refused.NOT_INVITED, "identity")

    async def recognize(self, guest: Guest, identity: str) -> Refusal | None:
        """Find out who it is, and why they do not come in, if so. Raises StorageError."""
        guest.identity, guest.person = identity, await self._people.known(identity)
        if guest.person is None or guest.peer.address == MEMORY:
            return None
        ban = await self._people.is_banned(guest.peer.address, guest.person.id)
        if ban is not None:
            return _banned(ban)
        return None if self._invites(guest.person, guest.person.name) else refusal(Refused.NOT_INVITED)

    # --- inside ---------------------------------------------------------------------------------

    def keeps_from(self, guest: Guest, act: say.Act) -> bool:
        """Whether somebody who is not on the list wants something, or one who is wants another name."""
        if not (self._names or self._numbers) or guest.peer.address == MEMORY:
            return False
        if isinstance(act, say.UseDeviceCode):
            return False
        name = act.player if isinstance(act, _NAMED) else guest.name
        return not self._invites(guest.person, name)

    def _invites(self, person: Person | None, name: str) -> bool:
        if not (self._names or self._numbers):
            return True
        is_numbered = person is not None and f"#{person.id}" in self._numbers
        return is_numbered or skeleton(name) in self._names

    # --- by those who run the server ------------------------------------------------------------

    async def ban(self, who: int | str, ban: Ban) -> bool:
        """Keep out a person, by id, or an address or network, and show out those who are here.

        False if there is none such. Raises StorageError.
        """
        if not await self._people.ban(who, ban):
            return False
        await self.start()
        for guest in tuple(self._board.guests.values()):
            if self._is_meant(guest, who, ban):
                self._board.scold(guest, 0, _banned(ban))
                guest.peer.end(POLICY, Refused.BANNED)
        return True

    async def pardon(self, who: int | str) -> bool:
        """Let them in again; False if they were not kept out. Raises StorageError."""
        is_pardoned = await self._people.pardon(who)
        await self.start()
        return is_pardoned

    def _is_meant(self, guest: Guest, who: int | str, ban: Ban) -> bool:
        if isinstance(who, int):
            return guest.person is not None and guest.person.id == who
        only = (AddressBan(network_of(who) or who, ban),)
        return ban_of(guest.peer.address, only, self._wall()) is not None


def _banned(ban: Ban) -> Refusal:
    until = "further notice"
    if ban.until < FOR_EVER:
        until = datetime.fromtimestamp(ban.until / 1000, UTC).strftime("%Y-%m-%d %H:%M UTC")
    return refusal(Refused.BANNED, until=until, reason=ban.reason or "no reason was given")
