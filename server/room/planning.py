"""What players do while a turn is planned: save, get ready, pin, vote, resign, get up."""

from msgspec.structs import replace

from game.protocol import messages as say
from game.protocol.refusals import Refusal, Refused, refusal
from game.rules.ids import Seat
from game.rules.orders import Slate
from server.room import attendance, seats, table
from server.room.core import Core, Effects, decline, done
from server.room.effects import Ask
from server.room.image import Readied, Record, Saved, SeatChanged, SeatImage, Voted
from server.room.timing import Timing
from server.room.turns import Turns
from server.room.voting import Voting


class Planning:
    """A chapter of the room. What comes too late is refused; whoever was absent and acts is there again."""

    def __init__(self, core: Core, timing: Timing, voting: Voting, turns: Turns) -> None:
        self._core = core
        self._timing = timing
        self._voting = voting
        self._turns = turns

    def in_turn(self, ask: Ask, seat: Seat, turn: int, now: int) -> Effects:
        """What belongs to a turn that has not closed yet."""
        more, fault = self._time_for(turn, now)
        done = self._done(ask, seat, now) if fault is None else decline(ask, fault)
        return [*more, *done] if more else done

    def _done(self, ask: Ask, seat: Seat, now: int) -> Effects:
        act = ask.act
        match act:
            case say.SaveSlate():
                return self._save(ask, seat, act.turn, act.orders, now)
            case say.SetReady():
                acted = self._acted(ask, seat, now, Readied(seat, act.turn, act.ready))
                return [*acted, *self._turns.after_ready(now)]
            case say.SetPins():
                return self._pin(ask, seat, act.pins, now)
            case say.SetVote():
                return self._vote(ask, act, seat, now)
            case _:
                return decline(ask, refusal(Refused.WRONG_FIELD, "act.t", detail="not for a turn"))

    def _time_for(self, turn: int, now: int) -> tuple[Effects, Refusal | None]:
        """What happens because the turn's own time is up, and why a command for it is refused, if it is."""
        state = self._core.image.state
        if state is None:
            return [], refusal(Refused.NOT_BEGUN, "turn", found=turn)
        fault = table.wrong_turn(state.public, turn)
        if fault is not None or not self._timing.is_up(now):
            return [], fault
        more = self._timing.more(now)
        if self._timing.is_up(now):
            return more, refusal(Refused.LATE, "turn", found=turn, expected=turn + 1)
        return more, None

    def _acted(self, ask: Ask, seat: Seat, now: int, *records: Record) -> Effects:
        """It is on disk; for one who was absent the match waits again."""
        core = self._core
        back = attendance.back(core.image, seat)
        if back:
            return [core.store(*back, *records), done(ask), core.tell_room(), *self._timing.follow(now)]
        return [core.store(*records), done(ask)] if records else [done(ask)]

    def _save(self, ask: Ask, seat: Seat, turn: int, orders: Slate, now: int) -> Effects:
        core = self._core
        faults = table.slate_refusals(core.board, core.image, seat, orders)
        return decline(ask, *faults) if faults else self._acted(ask, seat, now, Saved(seat, turn, orders))

    def _pin(self, ask: Ask, seat: Seat, pins: tuple[say.Pin, ...], now: int) -> Effects:
        """Nothing is stored: who comes back to a room that was let go finds no pins."""
        core = self._core
        faults = table.pin_refusals(core.board, pins)
        if faults:
            return decline(ask, *faults)
        core.pins.put(core.turn, seat, pins)
        return [*self._acted(ask, seat, now), core.to_all(say.Pins(core.id, core.turn, seat, pins))]

    def _vote(self, ask: Ask, act: say.SetVote, seat: Seat, now: int) -> Effects:
        place = self._core.image.seats[seat]
        fault = self._voting.fault(act) if place.substitute is None else _not_theirs(place)
        if fault is not None:
            return decline(ask, fault)
        acted = self._acted(ask, seat, now, Voted(seat, act.turn, act.agree, act.matter))
        return [
            *acted,
            self._voting.told(act.matter),
            *self._voting.taken_back(act, now),
            *self._turns.settle(now),
        ]

    def set_brief(self, ask: Ask, seat: Seat, brief: say.Brief) -> Effects:
        """What a caretaker may do in this seat; of use from the next time it thinks."""
        core = self._core
        place = core.image.seats[seat]
        if place.substitute is not None:
            return decline(ask, _not_theirs(place))
        return [core.store(SeatChanged(seat, replace(place, brief=brief))), done(ask)]

    def resign(self, ask: Ask, seat: Seat, now: int) -> Effects:
        """A computer player has the seat from now on, and thinks of this turn anew."""
        core, turn = self._core, self._core.turn
        more, fault = self._time_for(turn, now)
        if fault is not None:
            return [*more, *decline(ask, fault)]
        computer = seats.resigned(core.image.seats[seat], core.content.stand_in)
        unsaid = Readied(seat, turn, ready=False), Voted(seat, turn, agree=False)
        stored = core.store(SeatChanged(seat, computer), *unsaid)
        core.pins.put(turn, seat, ())
        unpinned = core.to_all(say.Pins(core.id, turn, seat, ()))
        told: Effects = [stored, done(ask), core.tell_room(), unpinned, self._voting.told("end")]
        return [*more, *told, *self._turns.after_ready(now)]

    def leave(self, ask: Ask, seat: Seat, now: int) -> Effects:
        """Somebody gets up; the seat stays its owner's by the token, but nobody waits for them."""
        core = self._core
        del core.members[seat]
        was = core.image.seats[seat]
        if was.resigned:
            return [done(ask), core.tell_room(), *self._turns.if_empty()]
        up = replace(was, away=True) if was.substitute is None else replace(was, substitute=None)
        stored = core.store(SeatChanged(seat, up), *attendance.unsaid(core.image, seat))
        if core.image.phase == say.OVER:
            return [stored, done(ask), *self._turns.if_empty()]
        return [stored, done(ask), core.tell_room(), *self._turns.after_ready(now), *self._turns.if_empty()]


def _not_theirs(seat: SeatImage) -> Refusal:
    """A substitute decides nothing that outlasts their stay."""
    return refusal(Refused.SUBSTITUTE, "room", owner=seat.name)
