"""Whatever people and servers do to a clock: it is what is stored of it, and takes nobody's time away."""

from typing import Any

import hypothesis
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from game.protocol import messages as say
from game.protocol.refusals import Refused
from game.rules.ids import Seat
from server.room import attendance, deadlines
from server.room.effects import Effect, Member, StartTimer, Store
from server.room.image import Image, Resolved
from server.room.room import Room
from tests.support.rooms import ANN, BOB, EVE, Bench, content, wall

CID = Member(4)
MEMBERS = st.sampled_from([ANN, BOB, CID, EVE])
TIMER, BANK, HOLD = 60, 20, 40
HOUR = 3_600_000
THREE = (say.SeatPlan("sra", say.YOU), say.SeatPlan("occ", say.OPEN), say.SeatPlan("ca", say.OPEN))
WORLDS: tuple[dict[str, Any], ...] = (
    {"timer": TIMER, "bank": BANK, "grace": 10},
    {"timer": TIMER},
    {"timer": 3600, "bank": 3600},
    {"calendar": say.Calendar(2, 90, 8, 20, True)},
    {},
)


class Watched(Bench):
    """Knows when its timers are due, and looks at every turn that closes."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.due: list[tuple[int, StartTimer]] = []
        self.begun_at = self.now

    def carry_out(self, effects: list[Effect]) -> None:
        for effect in effects:
            if isinstance(effect, Store) and isinstance(effect.records[0], Resolved):
                self.closes(self.stored_image(), effect.records[0])
            if isinstance(effect, StartTimer):
                self.due.append((self.now + effect.milliseconds, effect))
            super().carry_out([effect])

    def closes(self, before: Image, turn: Resolved) -> None:
        """Nobody's turn is over before its time, and no match plays itself."""
        players = attendance.players(before)
        assert players or turn.agreed
        if not turn.agreed and not all(before.ready[seat] for seat in players):
            assert deadlines.has_clock(before.setup)
            least = (before.setup.timer or 0) * 1000
            assert self.now - self.begun_at >= least
            assert before.setup.calendar is None or wall(self.now) >= before.deadline
        self.begun_at = self.now

    def pass_time(self, milliseconds: int) -> None:
        """So much time goes by, and timers fire when they are due, in order."""
        end = self.now + milliseconds
        while self.due:
            at, timer = min(self.due, key=lambda each: each[0])
            if at > end or self.closed:
                break
            self.due.remove((at, timer))
            self.now = max(self.now, at)
            self.fire(timer)
        self.now = end


class ClockMachine(RuleBasedStateMachine):
    """Three people, their connections, and servers that die."""

    bench: Watched

    @initialize(world=st.sampled_from(WORLDS), then=st.sampled_from(["pass", "caretaker", "substitute"]))
    def begin(self, world: dict[str, Any], then: say.Absentee) -> None:
        self.bench = Watched(THREE, absence=say.Absence(HOLD, then), **{"timer": None, **world})
        self.bench.open()
        for member, name in ((BOB, "Bob"), (CID, "Cid")):
            self.bench.join(member, name)
            self.bench.ask(member, say.SetLobbyReady("r1", True))
        assert isinstance(self.bench.ask(ANN, say.StartMatch("r1")), say.Done)
        self.bench.begun_at = self.bench.now
        self.tokens = [self.bench.heard(member, say.Seated)[0].token for member in (ANN, BOB, CID)]
        self.banks = self.image.banks

    @property
    def image(self) -> Image:
        return self.bench.room.image

    @property
    def is_open(self) -> bool:
        return not self.bench.closed

    @precondition(lambda self: self.is_open)
    @rule(member=MEMBERS)
    def save(self, member: Member) -> None:
        turn = self.bench.room.info().turn
        answer = self.bench.save(member, (), turn)
        left = self.bench.left()
        if isinstance(answer, say.Done):
            assert left != 0
        elif left == 0 and self.image.phase == say.PLAYING and member in self.bench.room.members:
            assert isinstance(answer, say.Declined)
            assert answer.refusals[0].code in {Refused.LATE, Refused.TOO_EARLY}

    @precondition(lambda self: self.is_open)
    @rule(member=MEMBERS, ready=st.sampled_from([True, True, False]))
    def get_ready(self, member: Member, ready: bool) -> None:
        self.bench.ready(member, self.bench.room.info().turn, ready=ready)

    @precondition(lambda self: self.is_open)
    @rule(
        member=MEMBERS,
        matter=st.sampled_from(["pause", "extend"]),
        agree=st.sampled_from([True, True, False]),
    )
    def vote(self, member: Member, matter: say.Matter, agree: bool) -> None:
        self.bench.ask(member, say.SetVote("r1", self.bench.room.info().turn, matter, agree))

    @precondition(lambda self: self.is_open)
    @rule(matter=st.sampled_from(["pause", "extend"]))
    def all_agree(self, matter: say.Matter) -> None:
        for member in self.bench.room.members:
            self.vote(member, matter, True)

    @precondition(lambda self: self.is_open)
    @rule(on=st.booleans())
    def hold(self, on: bool) -> None:
        self.bench.carry_out(self.bench.room.hold(self.bench.now, on=on))

    @precondition(lambda self: self.is_open)
    @rule(member=MEMBERS)
    def drop(self, member: Member) -> None:
        self.bench.carry_out(self.bench.room.dropped(member, self.bench.now))

    @precondition(lambda self: self.is_open)
    @rule(member=MEMBERS)
    def leave(self, member: Member) -> None:
        self.bench.ask(member, say.LeaveRoom("r1"))

    @precondition(lambda self: self.is_open)
    @rule(member=MEMBERS, seat=st.integers(0, 2))
    def come_back(self, member: Member, seat: int) -> None:
        answer = self.bench.ask(member, say.ResumeSeat("r1", self.tokens[seat]))
        assert isinstance(answer, say.Seated)
        self.tokens[seat] = answer.token
        assert Seat(seat) in attendance.players(self.image) or self.image.phase == say.OVER

    @precondition(lambda self: self.is_open)
    @rule(member=MEMBERS, seat=st.integers(0, 2))
    def stand_in(self, member: Member, seat: int) -> None:
        self.bench.join(member, "Eve", seat)

    @precondition(lambda self: self.is_open)
    @rule()
    def think(self) -> None:
        self.bench.think()

    @precondition(lambda self: self.is_open)
    @rule(
        milliseconds=st.sampled_from([1, 5_000, 15_000, HOLD * 1000, TIMER * 1000, HOUR, 20 * HOUR])
        | st.integers(0, TIMER * 1000)
    )
    def wait(self, milliseconds: int) -> None:
        self.bench.pass_time(milliseconds)

    @rule(elapsed=st.sampled_from([0, 1_000, TIMER * 1000, HOUR, 72 * HOUR]))
    def restart(self, elapsed: int) -> None:
        """The process dies; everybody's connection is gone, the journal is all there is."""
        bench = self.bench
        bench.now += elapsed
        bench.room = Room(bench.stored_image(), content(), bench.mint, wall)
        for things in (bench.timers, bench.thinks, bench.due):
            things.clear()
        bench.carry_out(bench.room.restored(bench.now))
        bench.closed = False
        left = bench.left()
        if left is not None and self.image.paused_left is None and not self.image.overtime:
            assert left >= 15_000

    @invariant()
    def what_is_stored_is_the_clock(self) -> None:
        bench = self.bench
        assert bench.stored_image() == self.image
        left = bench.left()
        if self.image.paused_left is not None:
            assert left == self.image.paused_left
        elif left:
            assert self.image.deadline == wall(bench.now + left)

    @invariant()
    def the_clock_runs_as_long_as_somebody_plays(self) -> None:
        image = self.image
        kept = deadlines.has_clock(image.setup) and image.phase == say.PLAYING
        if image.paused_left is None:
            runs = self.bench.left() is not None
            assert runs == (kept and bool(attendance.players(image)))

    @invariant()
    def banks_only_run_down(self) -> None:
        assert all(0 <= now <= was for now, was in zip(self.image.banks, self.banks, strict=True))
        self.banks = self.image.banks


TestClock = ClockMachine.TestCase
TestClock.settings = hypothesis.settings(max_examples=60, stateful_step_count=40, deadline=None)
