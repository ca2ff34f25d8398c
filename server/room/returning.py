"""Coming back to one's own seat, from wherever one is connected now."""

from msgspec.structs import replace

from game.protocol import messages as say
from game.protocol.refusals import Refused, refusal
from game.rules.ids import Seat
from server.room import attendance, tokens
from server.room.core import Core, Effects, decline
from server.room.effects import Ask, Close, Member, Recall, Send
from server.room.image import SeatChanged, SeatImage
from server.room.talk import last_lines
from server.room.timing import Timing
from server.room.turns import Turns


class Returning:
    """Gives seats back to their owners."""

    def __init__(self, core: Core, timing: Timing, turns: Turns) -> None:
        self._core = core
        self._timing = timing
        self._turns = turns

    def resume(self, ask: Ask, act: say.ResumeSeat, now: int) -> Effects:
        """Somebody is back in their own seat; an older connection that held it hears of that."""
        core = self._core
        own = self._own_seat(ask, act)
        seat = self._lent_seat(ask, act) if own is None else own
        if seat is None:
            unneeded = core.image.phase == say.OVER and not core.members
            return [*decline(ask, refusal(Refused.BAD_TOKEN, "token")), *([Close()] if unneeded else [])]
        return self._seat(ask, seat, act, now, lent=own is None)

    def has_seated(self, ask: Ask) -> bool:
        """Whether the command has seated its sender already, whatever a server before has answered."""
        return self._seated_by(ask) is not None

    def seat_again(self, ask: Ask, now: int) -> Effects:
        """Answer a command again that has seated its sender: nobody sits down twice for want of an answer."""
        seat = self._seated_by(ask)
        if seat is None:
            return decline(ask, refusal(Refused.NOT_SEATED, "room"))
        lent = self._core.image.seats[seat].asked != ask.asked
        return self._seat(ask, seat, say.ResumeSeat(self._core.id), now, lent=lent)

    def _seated_by(self, ask: Ask) -> Seat | None:
        if not ask.asked:
            return None
        for number, seat in enumerate(self._core.image.seats):
            if ask.asked in (seat.asked, seat.substitute and seat.substitute.asked):
                return Seat(number)
        return None

    def _seat(self, ask: Ask, seat: Seat, act: say.ResumeSeat, now: int, *, lent: bool) -> Effects:
        core, token = self._core, self._core.mint()
        substitute = None if lent else core.image.seats[seat].substitute
        unsaid = () if lent else attendance.unsaid(core.image, seat)
        stored = core.store(SeatChanged(seat, self._fresh(seat, act.token, token, lent=lent)), *unsaid)
        farewell = self._take_over(seat, ask.member)
        seated = Send((ask.member,), say.Seated(ask.re, core.info(), seat, token))
        return [
            stored,
            *farewell,
            seated,
            *self._recalled(ask.member, seat, act.number, now, "" if substitute is None else substitute.name),
            *last_lines(core, ask.member, seat),
            core.tell_room(),
            *(self._turns.after_ready(now) if unsaid else self._turns.settle(now)),
        ]

    def _fresh(self, seat: Seat, used: str | None, token: str, *, lent: bool) -> SeatImage:
        """The seat with the token that is given out now; its owner's return ends what a substitute did there."""
        place = self._core.image.seats[seat]
        if lent and place.substitute is not None:
            return replace(place, substitute=tokens.rotated(place.substitute, used, token))
        return attendance.returned(tokens.rotated(place, used, token))

    def _lent_seat(self, ask: Ask, act: say.ResumeSeat) -> Seat | None:
        """The seat that the caller plays as a substitute, by its token or by who they are."""
        for number, seat in enumerate(self._core.image.seats):
            substitute = seat.substitute
            if substitute is None:
                continue
            if act.token is None and ask.person and substitute.person == ask.person:
                return Seat(number)
            if act.token is not None and tokens.admits(substitute, act.token):
                return Seat(number)
        return None

    def _own_seat(self, ask: Ask, act: say.ResumeSeat) -> Seat | None:
        """By its token, or by who the caller is."""
        places = enumerate(self._core.image.seats)
        if act.token is None:
            return next((Seat(n) for n, seat in places if ask.person and seat.person == ask.person), None)
        own = [Seat(n) for n, seat in places if tokens.admits(seat, act.token)]
        return own[0] if own else None

    def _recalled(self, member: Member, seat: Seat, number: int, now: int, stood_in: str) -> Effects:
        if self._core.image.match is None:
            return []
        snapshot = Recall(member, replace(self._turns.snapshot(seat), stood_in=stood_in), number)
        if self._core.image.phase != say.PLAYING:
            return [snapshot]
        self._timing.arrived(seat)
        return [snapshot, *self._timing.told_to(member, now)]

    def _take_over(self, seat: Seat, member: Member) -> Effects:
        core = self._core
        old, mine = core.members.get(seat), core.seat_of(member)
        if mine is not None:
            del core.members[mine]
        core.sit(member, seat)
        return [] if old is None or old == member else [Send((old,), say.TakenOver(core.id))]
