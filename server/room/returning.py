"""Coming back to one's own seat, from wherever one is connected now."""

from msgspec.structs import replace

from game.protocol import messages as say
from game.protocol.refusals import Refused, refusal
from game.rules.ids import Seat
from server.room import tokens
from server.room.core import Core, Effects, decline
from server.room.effects import Ask, Close, Member, Recall, Send
from server.room.image import SeatChanged
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
        seat = self._own_seat(ask, act)
        if seat is None:
            unneeded = core.image.phase == say.OVER and not core.members
            return [*decline(ask, refusal(Refused.BAD_TOKEN, "token")), *([Close()] if unneeded else [])]
        token = core.mint()
        fresh = replace(tokens.rotated(core.image.seats[seat], act.token, token), away=False)
        stored = core.store(SeatChanged(seat, fresh))
        farewell = self._take_over(seat, ask.member)
        seated = Send((ask.member,), say.Seated(ask.re, core.info(), seat, token))
        return [
            stored,
            *farewell,
            seated,
            *self._recalled(ask.member, seat, act.number, now),
            *last_lines(core, ask.member, seat),
            core.tell_room(),
        ]

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
        return [snapshot, *(self._timing.wake(now) or self._timing.told_to(member, now))]

    def _take_over(self, seat: Seat, member: Member) -> Effects:
        core = self._core
        old, mine = core.members.get(seat), core.seat_of(member)
        if mine is not None:
            del core.members[mine]
        core.members[seat] = member
        return [] if old is None or old == member else [Send((old,), say.TakenOver(core.id))]
