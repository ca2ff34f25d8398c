"""Taking the seat of somebody who is absent, until they return."""

from msgspec.structs import replace

from game.protocol import messages as say
from game.protocol.refusals import Refusal, Refused, refusal
from game.rules.ids import Seat
from server.room import attendance, gathering, tokens
from server.room.core import Core, Effects, decline
from server.room.door import not_admitted
from server.room.effects import Ask, Recall, Send
from server.room.image import Image, SeatChanged, Substitute
from server.room.talk import last_lines
from server.room.timing import Timing
from server.room.turns import Turns


class Substitution:
    """A chapter of the room, for matches that run and want substitutes."""

    def __init__(self, core: Core, timing: Timing, turns: Turns) -> None:
        self._core = core
        self._timing = timing
        self._turns = turns

    def join(self, ask: Ask, act: say.JoinRoom, now: int) -> Effects:
        """Somebody comes into a match that has begun; they play the seat that they name."""
        core = self._core
        seat = _place(core.image, act)
        if isinstance(seat, Refusal):
            return decline(ask, seat)
        name = self._not_taken(ask, act, seat) or gathering.name_for(core.image, act.player)
        return decline(ask, name) if isinstance(name, Refusal) else self._sit_down(ask, seat, name, now)

    def _not_taken(self, ask: Ask, act: say.JoinRoom, seat: Seat) -> Refusal | None:
        core = self._core
        fault = not_admitted(core.image, act.password, ask.person, act.player)
        if fault is None and (core.seat_of(ask.member) is not None or _sits_here(core.image, ask.person)):
            return refusal(Refused.ALREADY_SEATED, "room")
        if fault is None and not attendance.is_gone(core.image.seats[seat]):
            return refusal(Refused.NOT_ABSENT, "seat", found=seat)
        return fault

    def _sit_down(self, ask: Ask, seat: Seat, name: str, now: int) -> Effects:
        core, token = self._core, self._core.mint()
        substitute = Substitute(name, (tokens.digest(token),), ask.person, ask.asked)
        place = replace(core.image.seats[seat], substitute=substitute, missed=0)
        stored = core.store(SeatChanged(seat, place))
        old = core.members.get(seat)
        core.sit(ask.member, seat)
        self._timing.arrived(seat)
        return [
            stored,
            *([] if old is None else [Send((old,), say.TakenOver(core.id))]),
            Send((ask.member,), say.Seated(ask.re, core.info(), seat, token)),
            Recall(ask.member, self._turns.snapshot(seat), 0),
            *self._timing.told_to(ask.member, now),
            *last_lines(core, ask.member, seat),
            core.tell_room(),
            *self._turns.settle(now),
        ]


def _sits_here(image: Image, person: int) -> bool:
    """Whether this person has a seat in the match already; nobody plays two."""
    substitutes = [seat.substitute.person for seat in image.seats if seat.substitute is not None]
    return person != 0 and person in (*substitutes, *(seat.person for seat in image.seats))


def _place(image: Image, act: say.JoinRoom) -> Seat | Refusal:
    """The seat that is meant, in a match that takes substitutes."""
    if act.seat is None or image.phase != say.PLAYING:
        return refusal(Refused.ALREADY_BEGUN, "room")
    if image.setup.absence.then != "substitute":
        return refusal(Refused.NO_SUBSTITUTES, "room")
    if act.seat >= len(image.seats):
        return refusal(Refused.NO_SUCH_SEAT, "seat", found=act.seat, most=len(image.seats) - 1)
    return Seat(act.seat)
