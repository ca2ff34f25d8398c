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
        token = core.mint()
        stored = core.store(SeatChanged(seat, self._fresh(seat, act.token, token, lent=own is None)))
        farewell = self._take_over(seat, ask.member)
        seated = Send((ask.member,), say.Seated(ask.re, core.info(), seat, token))
        return [
            stored,
            *farewell,
            seated,
            *self._recalled(ask.member, seat, act.number, now),
            *last_lines(core, ask.member, seat),
            core.tell_room(),
            *self._turns.settle(now),
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

    def _recalled(self, member: Member, seat: Seat, number: int, now: int) -> Effects:
        if self._core.image.match is None:
            return []
        snapshot = Recall(member, self._turns.snapshot(seat), number)
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
