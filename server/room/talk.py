"""What people in a room say to each other, and who hears it."""

from game.protocol import messages as say
from game.protocol.refusals import Refusal, Refused, refusal
from game.rules.ids import Seat
from server.room import gathering, seats, speech
from server.room.core import Core, Effects, decline, done
from server.room.effects import Ask, Complain, Complaint, Member, Send
from server.room.image import MutedSeats, Spoken

_MOST_EVIDENCE = 10
"""Lines that go with a complaint."""


def last_lines(core: Core, member: Member, seat: Seat) -> Effects:
    """What was said lately and whoever sits there may hear, for one who has just come."""
    lines = _heard(core, seat)
    return [Send((member,), say.Said(core.id, lines))] if lines else []


def _heard(core: Core, seat: Seat) -> tuple[say.Line, ...]:
    chat = core.image.chat
    return tuple(line for line in chat if line.to == say.EVERYBODY or seat in (line.seat, line.to))


class Talk:
    """A chapter of the room. Those who resigned and those who play for somebody may speak like all others."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def receive(self, ask: Ask, act: say.Speak | say.Mute | say.Report, seat: Seat, now: int) -> Effects:
        """What one in this seat wants to say, or not to hear."""
        match act:
            case say.Speak():
                return self._speak(ask, seat, act, now)
            case say.Mute():
                return self._mute(ask, seat, act)
            case say.Report():
                return self._report(ask, seat, act, now)

    def _speak(self, ask: Ask, seat: Seat, act: say.Speak, now: int) -> Effects:
        """A line, stored before anybody hears it."""
        core = self._core
        text = speech.tidy(act.text)
        if text is None:
            return decline(ask, refusal(Refused.BAD_TEXT, "text", most=say.MOST_TEXT))
        to = say.EVERYBODY if act.to is None else Seat(act.to)
        fault = self._not_said(seat, to)
        if fault is not None:
            return decline(ask, fault)
        line = say.Line(seats.sitter(core.image.seats[seat]), text, core.wall(now), seat, to)
        return [core.store(Spoken(line)), done(ask), self._say(line)]

    def _mute(self, ask: Ask, seat: Seat, act: say.Mute) -> Effects:
        """The owner lets nobody hear a seat, or lets it be heard again."""
        core, place = self._core, Seat(act.seat)
        fault = gathering.not_owner(core.image, seat) or self._nobody_in(place, "seat")
        if fault is not None:
            return decline(ask, fault)
        others = [muted for muted in core.image.muted if muted != place]
        muted = tuple(sorted([*others, place])) if act.muted else tuple(others)
        return [core.store(MutedSeats(muted)), done(ask), core.tell_room()]

    def _report(self, ask: Ask, seat: Seat, act: say.Report, now: int) -> Effects:
        """A complaint about somebody, with what they said lately; nobody in the room hears of it."""
        core, place = self._core, Seat(act.seat)
        text = speech.tidy(act.text)
        if text is None:
            return decline(ask, refusal(Refused.BAD_TEXT, "text", most=say.MOST_TEXT))
        fault = self._nobody_in(place, "seat")
        if fault is not None:
            return decline(ask, fault)
        of = core.image.seats[place]
        lines = tuple(line for line in _heard(core, seat) if line.seat == place)[-_MOST_EVIDENCE:]
        person = of.person if of.substitute is None else of.substitute.person
        complaint = Complaint(
            core.id, core.wall(now), seat, ask.person, place, person, seats.sitter(of), text, lines
        )
        return [Complain(ask.member, ask.re, complaint)]

    def _say(self, line: say.Line) -> Send:
        core = self._core
        message = say.Said(core.id, (line,))
        if line.to == say.EVERYBODY:
            return core.to_all(message)
        both = (core.members.get(place) for place in dict.fromkeys((line.seat, line.to)))
        return Send(tuple(member for member in both if member is not None), message)

    def _not_said(self, seat: Seat, to: Seat) -> Refusal | None:
        if seat in self._core.image.muted:
            return refusal(Refused.MUTED, "room")
        return None if to == say.EVERYBODY else self._nobody_in(to, "to")

    def _nobody_in(self, seat: Seat, field: str) -> Refusal | None:
        """A computer player neither speaks nor listens."""
        places = self._core.image.seats
        if seat >= len(places):
            return refusal(Refused.NO_SUCH_SEAT, field, found=seat, most=len(places) - 1)
        return None if seats.sitter(places[seat]) else refusal(Refused.NOT_A_PERSON, field, found=seat)
