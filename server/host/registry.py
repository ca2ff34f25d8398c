"""Who somebody is on this server: names, devices, standings, the matches they sit in."""

from collections.abc import Callable

from game.protocol import messages as say
from game.protocol.refusals import Refused, refusal
from game.rules.ids import Seat
from server.host.guest import Guest
from server.host.rooms import Rooms
from server.host.switchboard import Switchboard
from server.limits import TRIES, TRIES_WITHIN, Tries
from server.people.ban import network_of
from server.people.people import CODE_VALID, People, Taken
from server.room.effects import Ask
from server.room.image import Image
from server.room.names import tidy

_MOST_LISTED = 50
"""Most matches in one list."""


class Registry:
    """Answers what is asked about oneself. Its verbs may take a moment; each raises StorageError."""

    def __init__(self, people: People, rooms: Rooms, board: Switchboard, wall: Callable[[], int]) -> None:
        """`wall` gives milliseconds since 1970."""
        self._people = people
        self._rooms = rooms
        self._board = board
        self._wall = wall
        self._tries = Tries(TRIES, TRIES_WITHIN)

    # --- names ----------------------------------------------------------------------------------

    def is_named(self, guest: Guest, player: str) -> bool:
        """Whether nothing has to be asked before the guest is called so: it is their name, or none at all."""
        name = tidy(player)
        return name is None or (guest.person is not None and guest.person.name == name)

    async def named(self, guest: Guest, player: str) -> bool:
        """Whether the guest may be called so; one with an identity holds the name from now on."""
        name = tidy(player)
        if name is None:
            return True  # the room says what is wrong with it
        if guest.identity is None:
            return await self._people.is_free(name)
        found = await self._people.claim(guest.identity, name)
        if isinstance(found, Taken):
            return False
        guest.person = found
        return True

    # --- devices --------------------------------------------------------------------------------

    async def new_code(self, guest: Guest, ask: Ask) -> None:
        """A code for another device."""
        if guest.person is None:
            self._board.decline(ask, Refused.NO_IDENTITY)
            return
        code = await self._people.new_code(guest.person.id)
        self._board.post((ask.member,), say.DeviceCode(ask.re, code, CODE_VALID // 1000))

    async def use_code(self, guest: Guest, ask: Ask, code: str) -> None:
        """This device is of whoever got the code, from now on."""
        origin, now = network_of(guest.peer.address) or "", self._board.now()
        if guest.identity is None:
            self._board.decline(ask, Refused.NO_IDENTITY)
            return
        if self._tries.are_spent(origin, now):
            self._board.not_now(guest, ask, refusal(Refused.TOO_FAST, "code"))
            return
        person = await self._people.use_code(code, guest.identity)
        if person is None:
            self._tries.note(origin, now)
            self._board.decline(ask, Refused.UNKNOWN_CODE, "code")
            return
        guest.person = person
        self._board.post((ask.member,), say.Known(ask.re, person.profile()))

    # --- matches --------------------------------------------------------------------------------

    async def matches(self, guest: Guest, ask: Ask) -> None:
        """Where this person sits, in memory or not; those that wait for them first."""
        if guest.person is None:
            self._board.decline(ask, Refused.NO_IDENTITY)
            return
        number = guest.person.id
        rooms = await self._rooms.journal.rooms_of(number)
        looked = [await self._rooms.looked_at(room) for room in rooms[:_MOST_LISTED]]
        found = [_own(image, info, number, self._wall()) for image, info in filter(None, looked)]
        own = sorted((one for one in found if one is not None), key=lambda one: not one.is_due)
        self._board.post((ask.member,), say.Matches(ask.re, tuple(own)))


def _own(image: Image, info: say.RoomInfo, person: int, now: int) -> say.OwnMatch | None:
    """The room as the match of a person; None if they do not sit there any more."""
    seat = seat_of(image, person)
    if seat is None:
        return None
    is_due = image.phase == say.PLAYING and not image.ready[seat] and not image.seats[seat].resigned
    left = max(0, image.deadline - now) if image.deadline else None
    return say.OwnMatch(info, seat, is_due, left if image.paused_left is None else image.paused_left)


def seat_of(image: Image, person: int) -> Seat | None:
    """Where a person sits: in their own seat, or in somebody's place."""
    for number, seat in enumerate(image.seats):
        if seat.person == person or (seat.substitute is not None and seat.substitute.person == person):
            return Seat(number)
    return None
