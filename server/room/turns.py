"""The match: orders, readiness, votes, and the turns as they close."""

from msgspec.structs import replace

from game.protocol import messages as say
from game.protocol.refusals import Refusal, Refused, refusal
from game.rules.ids import Seat
from game.rules.orders import NO_ORDERS, Slate
from server.room import seats, table
from server.room.core import Core, Effects, decline, done
from server.room.effects import Ask, Close, Finished, Send, StartTimer, Store
from server.room.image import Readied, Saved, SeatChanged, Voted
from server.room.result import result_of
from server.room.timing import Timing

EMPTY_KEPT = 120_000
"""Milliseconds a match without anybody in it stays in memory; a resume brings it back from the journal."""


class Turns:
    """A room whose match runs. Every turn closes in the transaction that resolves it."""

    def __init__(self, core: Core, timing: Timing) -> None:
        self._core = core
        self._timing = timing

    # --- what players do ------------------------------------------------------------------------

    def in_turn(self, ask: Ask, seat: Seat, turn: int, now: int) -> Effects:
        """What belongs to a turn that has not closed yet."""
        fault = self._not_now(turn, now)
        if fault is not None:
            return decline(ask, fault)
        match ask.act:
            case say.SaveSlate(orders=orders):
                return self._save(ask, seat, turn, orders)
            case say.SetReady(ready=ready):
                stored = self._core.store(Readied(seat, turn, ready))
                return [stored, done(ask), *self.after_ready(now)]
            case say.SetPins(pins=pins):
                return self._pin(ask, seat, turn, pins)
            case _:
                return self._vote(ask, seat, now)

    def _save(self, ask: Ask, seat: Seat, turn: int, orders: Slate) -> Effects:
        core = self._core
        faults = table.slate_refusals(core.board, core.image, seat, orders)
        if faults:
            return decline(ask, *faults)
        return [core.store(Saved(seat, turn, orders)), done(ask)]

    def _pin(self, ask: Ask, seat: Seat, turn: int, pins: tuple[say.Pin, ...]) -> Effects:
        """Nothing is stored: who comes back to a room that was let go finds no pins."""
        core = self._core
        faults = table.pin_refusals(core.board, pins)
        if faults:
            return decline(ask, *faults)
        core.pins.put(turn, seat, pins)
        return [done(ask), core.to_all(say.Pins(core.id, turn, seat, pins))]

    def _vote(self, ask: Ask, seat: Seat, now: int) -> Effects:
        match ask.act:
            case say.SetVote(turn=turn, matter="end", agree=agree):
                stored = self._core.store(Voted(seat, turn, agree))
                return [stored, done(ask), self._tell_votes(), *self.if_it_closes(now)]
            case _:
                return decline(ask, refusal(Refused.WRONG_FIELD, "act.t", detail="not for a room"))

    def resign(self, ask: Ask, seat: Seat, now: int) -> Effects:
        """A computer player has the seat from now on, and thinks of this turn anew."""
        core, turn = self._core, self._core.turn
        fault = self._not_now(turn, now)
        if fault is not None:
            return decline(ask, fault)
        computer = seats.resigned(core.image.seats[seat], core.content.stand_in)
        unsaid = Readied(seat, turn, ready=False), Voted(seat, turn, agree=False)
        stored = core.store(SeatChanged(seat, computer), *unsaid)
        core.pins.put(turn, seat, ())
        unpinned = core.to_all(say.Pins(core.id, turn, seat, ()))
        told: Effects = [stored, done(ask), core.tell_room(), unpinned, self._tell_votes()]
        going_on = self.after_ready(now)
        thinks = [think for think in table.thoughts(core.image) if (think.seat, think.turn) == (seat, turn)]
        return [*told, *going_on, *thinks]

    def leave(self, ask: Ask, seat: Seat, now: int) -> Effects:
        """Somebody gets up; the seat stays theirs by its token, but nobody waits for them."""
        core = self._core
        del core.members[seat]
        if core.image.seats[seat].resigned:
            return [done(ask), core.tell_room(), *self.if_empty()]
        stored = core.store(SeatChanged(seat, replace(core.image.seats[seat], away=True)))
        if core.image.phase == say.OVER:
            return [stored, done(ask), *self.if_empty()]
        return [stored, done(ask), core.tell_room(), *self.after_ready(now), *self.if_empty()]

    def thought(self, seat: Seat, turn: int, orders: Slate, now: int) -> Effects:
        """A computer player's slate. One that is against the rules becomes no orders."""
        core = self._core
        if core.image.phase != say.PLAYING or turn != core.turn or core.image.ready[seat]:
            return []
        legal = not table.slate_refusals(core.board, core.image, seat, orders)
        given = Saved(seat, turn, orders if legal else NO_ORDERS)
        return [core.store(given, Readied(seat, turn, ready=True)), *self.after_ready(now)]

    # --- turns ----------------------------------------------------------------------------------

    def begun(self, ask: Ask, stored: Store, now: int) -> Effects:
        """The match stands: everybody gets it, and the first turn begins."""
        core = self._core
        snapshots = [Send((m,), self.snapshot(s)) for s, m in core.members.items()]
        return [stored, done(ask), core.tell_room(), *snapshots, *self._begin_turn(now)]

    def go_on(self, now: int, elapsed: int) -> Effects:
        """The room is back from the journal, `elapsed` milliseconds after its turn began."""
        clock = self._timing.go_on(now, elapsed)
        closed = self.if_it_closes(now)
        going_on = closed or [*clock, *table.thoughts(self._core.image)]
        return [*going_on, *self.if_empty()]

    def after_ready(self, now: int) -> Effects:
        """Readiness has changed: the turn may close, else everybody hears of it."""
        core = self._core
        readiness = core.to_all(say.Readiness(core.id, core.turn, core.image.ready))
        return self.if_it_closes(now) or [readiness]

    def if_it_closes(self, now: int) -> Effects:
        """The turn is played when all are ready; the match ends before that if all agree."""
        image = self._core.image
        if table.is_agreed(image):
            return self._after_turn(table.end_by_agreement(self._core.board, image), now)
        return self._play(now) if table.is_due(image) else []

    def time_up(self, turn: int, now: int) -> Effects:
        """The turn closes with what is saved, unless everybody got up: then it waits for one to return."""
        if turn != self._core.turn or not self._timing.is_up(now):
            return []
        if any(seat.is_person and not seat.away for seat in self._core.image.seats):
            return self._play(now)
        self._timing.stop()
        return self.if_empty()

    def if_empty(self) -> Effects:
        """Nobody is here: what is over is let go at once, a match that no clock drives after a while."""
        if self._core.members:
            return []
        if self._core.image.phase == say.OVER:
            return [Close()]
        return [] if self._timing.runs else [StartTimer("empty", EMPTY_KEPT)]

    def is_deserted(self) -> bool:
        """Whether nobody is here and no clock drives the match."""
        return not self._core.members and not self._timing.runs

    def _play(self, now: int) -> Effects:
        return self._after_turn(table.play(self._core.board, self._core.image), now)

    def _after_turn(self, played: table.Played, now: int) -> Effects:
        core = self._core
        core.image = played.image
        self._timing.stop()
        update = core.to_all(table.update_of(core.id, played))
        stored = Store((played.record,), core.image)
        return [stored, *self._finished(), update, *self._begin_turn(now), *self.if_empty()]

    def _finished(self) -> Effects:
        result = result_of(self._core.image)
        return [] if result is None else [Finished(result), self._core.tell_room()]

    def _begin_turn(self, now: int) -> Effects:
        if self._core.image.phase != say.PLAYING:
            self._timing.stop()
            return []
        return [*self._timing.begin(now), *table.thoughts(self._core.image)]

    def _not_now(self, turn: int, now: int) -> Refusal | None:
        if self._core.image.state is None:
            return refusal(Refused.NOT_BEGUN, "turn", found=turn)
        fault = table.wrong_turn(self._core.image, turn)
        if fault is None and self._timing.is_up(now):
            return refusal(Refused.LATE, "turn", found=turn, expected=turn + 1)
        return fault

    # --- what is told ---------------------------------------------------------------------------

    def snapshot(self, seat: Seat) -> say.Begin:
        """The match from where it stands, as this seat may see it."""
        core = self._core
        return table.snapshot(core.image, core.identity, core.pins, seat)

    def _tell_votes(self) -> Send:
        core = self._core
        return core.to_all(say.Votes(core.id, core.turn, "end", core.image.votes))
