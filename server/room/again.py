"""After the match: the way into the room in which it is played again."""

import hashlib

from game.protocol.refusals import Refused, refusal
from game.rules.ids import Seat
from server.room import seats
from server.room.core import Core, Effects, decline
from server.room.effects import Ask, Close, Member, Reopen
from server.room.image import Rematched


class Again:
    """A chapter of the room. It names the other room; the host makes it, and seats people there."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def rematch(self, ask: Ask) -> Effects:
        """Somebody of the match wants it again; all who do meet in the same room."""
        core = self._core
        if core.image.state is None or core.image.state.public.outcome is None:
            return decline(ask, refusal(Refused.NOT_OVER, "room"))
        held = core.seat_of(ask.member)
        seat = self._own(ask.person) if held is None else held
        if seat is None:
            return [*decline(ask, refusal(Refused.NOT_SEATED, "room")), *self._if_empty()]
        place = core.image.seats[seat]
        name = place.name if held is None else seats.sitter(place)
        if not core.image.rematch:
            return [*self._named(Reopen(ask, seat, name, "")), *self._if_empty()]
        return [Reopen(ask, seat, name, core.image.rematch), *self._if_empty()]

    def anew(self, reopen: Reopen) -> Effects:
        """The room that was named is no longer there to be played in: another one is."""
        return self._named(reopen)

    def _named(self, reopen: Reopen) -> Effects:
        """Stored before it is made: after a crash in between nobody makes a second one."""
        core = self._core
        room = hashlib.sha256(core.mint().encode()).hexdigest()[:16]
        stored = core.store(Rematched(room))
        return [stored, Reopen(reopen.ask, reopen.seat, reopen.name, room), core.tell_room()]

    def moved(self, member: Member) -> Effects:
        """Somebody sits in the other room, and so no longer in this one."""
        core = self._core
        seat = core.seat_of(member)
        if seat is not None:
            del core.members[seat]
        return self._if_empty()

    def _own(self, person: int) -> Seat | None:
        places = enumerate(self._core.image.seats)
        return next((Seat(n) for n, place in places if person and place.person == person), None)

    def _if_empty(self) -> Effects:
        return [] if self._core.members else [Close()]
