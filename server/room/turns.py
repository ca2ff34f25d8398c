"""The match, turn by turn: when one closes, what is played, and who has to think of the next."""

from game.protocol import messages as say
from game.rules.ids import Seat
from game.rules.orders import NO_ORDERS, Slate
from server.room import attendance, caretaking, deadlines, past, table
from server.room.core import Core, Effects, done
from server.room.effects import Ask, Close, Finished, Send, StartTimer, Store, Think
from server.room.image import Began, Readied, Saved, SeatChanged, SeatImage, Stood, with_record
from server.room.result import result_of
from server.room.timing import Timing
from server.room.voting import Voting
from server.room.watching import Watching

EMPTY_KEPT = 120_000
"""Milliseconds a match without anybody in it stays in memory; a resume brings it back from the journal."""

LAST_THOUGHTS = 5_000
"""Milliseconds that caretakers have at the deadline of a match that lasts days."""


class Turns:
    """A room whose match runs. Every turn closes in the transaction that resolves it."""

    def __init__(self, core: Core, timing: Timing, voting: Voting, watching: Watching) -> None:
        self._core = core
        self._timing = timing
        self._voting = voting
        self._watching = watching
        self._asked: set[tuple[Seat, int]] = set()
        self._closing = 0

    # --- a turn begins --------------------------------------------------------------------------

    def begun(self, ask: Ask, began: Began, now: int) -> Effects:
        """The match stands in the image: it is stored with its first deadline, and everybody gets it."""
        core = self._core
        self._timing.set(now)
        stored = Store((began,), core.image)
        snapshots = [Send((m,), self.snapshot(s)) for s, m in core.members.items()]
        return [stored, done(ask), core.tell_room(), *snapshots, *self._watching.begun(), *self._begin(now)]

    def go_on(self, now: int) -> Effects:
        """The room is back from the journal."""
        clock = self._timing.restore(now)
        return [*clock, *self.settle(now), *self.if_empty()]

    def _begin(self, now: int) -> Effects:
        if self._core.image.phase != say.PLAYING:
            return []
        return [*self._timing.started(now), *self._think()]

    # --- it may close ---------------------------------------------------------------------------

    def after_ready(self, now: int) -> Effects:
        """Readiness has changed: the turn may close, else everybody hears of it."""
        core = self._core
        readiness = core.to_all(say.Readiness(core.id, core.turn, core.image.ready))
        return self._if_it_closes(now) or [readiness, *self._follow(now)]

    def settle(self, now: int) -> Effects:
        """Something has changed on which the end of the turn hangs: who plays, who agrees, who is waited for."""
        return self._if_it_closes(now) or self._follow(now)

    def _if_it_closes(self, now: int) -> Effects:
        """The turn is played when all are ready; the match ends before that if all agree."""
        core = self._core
        if core.image.phase != say.PLAYING:
            return []
        if attendance.is_agreed(core.image):
            return self._after_turn(table.end_by_agreement(core.board, core.image), now)
        return self._play(now) if attendance.is_due(core.image) else []

    def _follow(self, now: int) -> Effects:
        if self._core.image.phase != say.PLAYING:
            return []
        return [
            *self._timing.follow(now),
            *self._voting.follow(now),
            *self._think(),
        ]

    def time_up(self, turn: int, now: int) -> Effects:
        """The turn closes with what is saved, unless something gives it more time, or a caretaker thinks first."""
        if turn != self._core.turn or turn == self._closing or not self._timing.is_up(now):
            return []
        more = self._timing.more(now)
        return [*more, *self._time_is_over(now)] if self._timing.is_up(now) else more

    def _time_is_over(self, now: int) -> Effects:
        if not attendance.players(self._core.image):
            return [*self._timing.follow(now), *self.if_empty()]
        if not self._unthought():
            return self._play(now)
        self._closing = self._core.turn
        return [*self._think(), StartTimer(f"close:{self._core.turn}", LAST_THOUGHTS)]

    def close(self, turn: int, now: int) -> Effects:
        """Caretakers have had their time."""
        meant = turn == self._core.turn == self._closing and self._timing.is_up(now)
        return self._play(now) if meant else []

    # --- computers think ------------------------------------------------------------------------

    def thought(self, seat: Seat, turn: int, orders: Slate, now: int) -> Effects:
        """A computer player's slate. One that is against the rules becomes no orders."""
        core = self._core
        self._asked.discard((seat, turn))
        if core.image.phase != say.PLAYING or turn != core.turn or core.image.ready[seat]:
            return []
        if not core.image.seats[seat].is_computer:
            return self._stood(seat, turn, orders, now)
        legal = not table.slate_refusals(core.board, core.image, seat, orders)
        given = Saved(seat, turn, orders if legal else NO_ORDERS)
        return [core.store(given, Readied(seat, turn, ready=True)), *self.after_ready(now)]

    def _stood(self, seat: Seat, turn: int, orders: Slate, now: int) -> Effects:
        """What a caretaker would do: kept even if the person has saved a slate, which then counts instead."""
        core = self._core
        if seat not in self._wanting():
            return []
        stored = core.store(Stood(seat, turn, caretaking.within(core.board, core.image, seat, orders)))
        if self._closing != turn:
            return [stored, *self.settle(now)]
        return [stored, *([] if self._wanting() else self.close(turn, now))]

    def _wanting(self) -> tuple[Seat, ...]:
        """The seats for which a caretaker has yet to think: their people are gone, or have missed the deadline."""
        image = self._core.image
        return self._unthought() if self._closing == self._core.turn else attendance.to_care_for(image)

    def _unthought(self) -> tuple[Seat, ...]:
        """At the deadline of a match that lasts days: everybody's who is not ready, whatever they have saved."""
        image = self._core.image
        if not deadlines.is_slow(image.setup):
            return ()
        return attendance.to_care_for(image, missing=True)

    def _think(self) -> Effects:
        """Ask for every slate that a computer has yet to give, each once."""
        core = self._core
        if core.image.phase != say.PLAYING or not attendance.players(core.image):
            return []
        computers = [
            Seat(n) for n, s in enumerate(core.image.seats) if s.is_computer and not core.image.ready[n]
        ]
        asked = [seat for seat in (*computers, *self._wanting()) if (seat, core.turn) not in self._asked]
        self._asked.update((seat, core.turn) for seat in asked)
        return [self._thinking(seat) for seat in asked]

    def _thinking(self, seat: Seat) -> Think:
        core = self._core
        player = core.image.seats[seat]
        return table.thought(core.image, seat, player.player if player.is_computer else core.content.stand_in)

    # --- turns ----------------------------------------------------------------------------------

    def _play(self, now: int) -> Effects:
        core = self._core
        played = table.play(core.board, core.image)
        return self._after_turn(played, now, attendance.after_turn(core.image))

    def _after_turn(
        self, played: table.Played, now: int, seats: tuple[SeatImage, ...] | None = None
    ) -> Effects:
        """The turn is over; `seats` are those after it, if it was played."""
        core, before = self._core, self._core.image.seats
        core.image = played.image
        for number, seat in enumerate(seats or before):
            core.image = with_record(core.image, SeatChanged(Seat(number), seat))
        self._timing.set(now)
        self._asked.clear()
        stored = Store((played.record,), core.image, is_of_turn=True)
        farewell = self._farewell(before)
        scene = past.scene_of(core.id, played)
        return [
            stored,
            *self._finished(),
            *farewell,
            Send(tuple(core.members.values()), scene.update),
            *self._watching.after_turn(scene),
            *(
                [core.tell_room()]
                if _look_other(before, core.image.seats) or core.image.phase == say.OVER
                else []
            ),
            *self._begin(now),
            *self.if_empty(),
        ]

    def _farewell(self, before: tuple[SeatImage, ...]) -> Effects:
        """Substitutes who missed too much have no seat any more."""
        core = self._core
        gone = [n for n, s in enumerate(before) if s.substitute and not core.image.seats[n].substitute]
        members = [core.members.pop(Seat(n), None) for n in gone]
        return [Send((m,), say.TakenOver(core.id)) for m in members if m is not None]

    def _finished(self) -> Effects:
        result = result_of(self._core.image)
        return [] if result is None else [Finished(result)]

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

    def snapshot(self, seat: Seat) -> say.Begin:
        """The match from where it stands, as this seat may see it."""
        core = self._core
        return table.snapshot(core.image, core.identity, core.pins, seat)


def _look_other(before: tuple[SeatImage, ...], after: tuple[SeatImage, ...]) -> bool:
    return [(s.absent, s.substitute) for s in before] != [(s.absent, s.substitute) for s in after]
