"""Whatever people send, in whatever order: every command is answered once, and the journal has the room."""

from typing import Any, get_args

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from game.protocol import messages as say
from game.protocol.refusals import ALL_CODES
from game.rules.ids import District, Leader
from game.rules.orders import Build, Campaign, Care, Travel
from game.rules.view import View, apply, public_hash
from server.room.effects import Member
from server.room.room import Room
from tests.support.rooms import ANN, BOB, Bench, content, wall

MEMBERS = st.sampled_from([Member(n) for n in range(1, 6)])
SEATS = st.integers(0, 4)
VERBS = get_args(say.PinVerb)
TURNS = st.integers(0, 3)
NAMES = st.sampled_from(["Ann", "ANN", "Bob", "Cid", "Dee", "", "x\u202e"])
ORDER = st.builds(
    lambda kind, leader, district: kind(Leader(leader), District(district)),
    st.sampled_from([Campaign, Care, Travel]),
    st.integers(0, 12),
    st.integers(0, 17),
) | st.builds(
    lambda n, kind: Build(Leader(n), District(n), kind),
    st.integers(0, 5),
    st.sampled_from(["free_school", "x"]),
)
PIN = st.builds(
    lambda verb, where: say.Pin(verb, District(where)), st.sampled_from(VERBS), st.integers(0, 17)
)
DELAY = 1
PLANS = (
    say.SeatPlan("any", say.YOU),
    say.SeatPlan("occ", say.OPEN),
    say.SeatPlan("any", "greedy"),
)


class RoomMachine(RuleBasedStateMachine):
    """People who join, play, drop, resume and misbehave, and a clock that runs."""

    def __init__(self) -> None:
        super().__init__()
        self.bench = Bench(PLANS, timer=60, delay=DELAY)
        self.bench.open()
        self.tokens: list[str] = []

    def ask(self, member: Member, act: say.Act) -> None:
        before = self.bench.room.image
        answer = self.bench.ask(member, act)
        if isinstance(answer, say.Seated):
            self.tokens.append(answer.token)
        if isinstance(answer, say.Declined):
            assert answer.refusals
            assert all(refusal.code in ALL_CODES for refusal in answer.refusals)
            assert self.bench.room.image == before

    @initialize(begun=st.booleans())
    def perhaps_begin(self, begun: bool) -> None:
        """Half of all runs start inside a match; few would find their way there by chance."""
        self.tokens += [message.token for message in self.bench.heard(ANN, say.Seated)]
        if begun:
            self.join(BOB, "Bob", 1)
            self.lobby_ready(BOB, True)
            self.start(ANN)
            assert self.turn() == 1

    @rule(member=MEMBERS, name=NAMES, seat=SEATS | st.none())
    def join(self, member: Member, name: str, seat: int | None) -> None:
        self.ask(member, say.JoinRoom(name, "r1", seat))

    @rule(member=MEMBERS, seat=SEATS, faction=st.sampled_from(["any", "sra", "ca", "pirates"]))
    def sit(self, member: Member, seat: int, faction: str) -> None:
        self.ask(member, say.Sit("r1", seat, faction))

    @rule(member=MEMBERS, ready=st.booleans())
    def lobby_ready(self, member: Member, ready: bool) -> None:
        self.ask(member, say.SetLobbyReady("r1", ready))

    @rule(member=MEMBERS)
    def start(self, member: Member) -> None:
        self.ask(member, say.StartMatch("r1"))

    @rule(member=MEMBERS, orders=st.lists(ORDER, max_size=4), late=TURNS)
    def save(self, member: Member, orders: list[Any], late: int) -> None:
        self.ask(member, say.SaveSlate("r1", max(0, self.turn() + 1 - late), tuple(orders)))

    @rule(member=MEMBERS, ready=st.booleans())
    def ready(self, member: Member, ready: bool) -> None:
        self.ask(member, say.SetReady("r1", self.turn(), ready))

    @rule(member=MEMBERS, pins=st.lists(PIN, max_size=3), late=TURNS)
    def pin(self, member: Member, pins: list[say.Pin], late: int) -> None:
        before = self.bench.room.image
        self.ask(member, say.SetPins("r1", max(0, self.turn() + 1 - late), tuple(pins)))
        assert self.bench.room.image is before

    @rule(member=MEMBERS, agree=st.booleans())
    def vote(self, member: Member, agree: bool) -> None:
        self.ask(member, say.SetVote("r1", self.turn(), "end", agree))

    @rule(member=MEMBERS, matter=st.sampled_from(["pause", "extend"]), agree=st.booleans())
    def vote_on_time(self, member: Member, matter: say.Matter, agree: bool) -> None:
        self.ask(member, say.SetVote("r1", self.turn(), matter, agree))

    @rule(member=MEMBERS, verbs=st.sampled_from([(), ("care",)]))
    def brief(self, member: Member, verbs: Any) -> None:
        self.ask(member, say.SetBrief("r1", say.Brief(verbs)))

    @rule(on=st.booleans())
    def hold(self, on: bool) -> None:
        self.bench.carry_out(self.bench.room.hold(self.bench.now, on=on))

    @rule(member=MEMBERS)
    def resign(self, member: Member) -> None:
        self.ask(member, say.Resign("r1"))

    @rule(member=MEMBERS)
    def leave(self, member: Member) -> None:
        self.ask(member, say.LeaveRoom("r1"))

    @rule(member=MEMBERS, level=st.sampled_from(["open", "greedy", "genius"]), seat=SEATS)
    def fill(self, member: Member, level: str, seat: int) -> None:
        self.ask(member, say.FillSeat("r1", seat, level))

    @rule(member=MEMBERS, seat=SEATS)
    def kick(self, member: Member, seat: int) -> None:
        self.ask(member, say.Kick("r1", seat))

    @rule(member=MEMBERS, seat=SEATS, muted=st.booleans())
    def mute(self, member: Member, seat: int, muted: bool) -> None:
        self.ask(member, say.Mute("r1", seat, muted))

    @rule(member=MEMBERS, text=st.sampled_from(["Hello", "\u202e", " "]), to=SEATS | st.none())
    def speak(self, member: Member, text: str, to: int | None) -> None:
        self.ask(member, say.Speak(text, "r1", to))

    @rule(member=MEMBERS, seat=SEATS)
    def report(self, member: Member, seat: int) -> None:
        self.ask(member, say.Report("r1", seat, "Rude"))

    @rule(member=MEMBERS)
    def watch(self, member: Member) -> None:
        self.ask(member, say.WatchRoom("r1"))

    @rule()
    def recollect(self) -> None:
        self.bench.recollect()

    @rule(member=MEMBERS)
    def drop(self, member: Member) -> None:
        self.bench.carry_out(self.bench.room.dropped(member, self.bench.now))

    @precondition(lambda self: self.tokens)
    @rule(member=MEMBERS, pick=st.integers(0, 99))
    def resume(self, member: Member, pick: int) -> None:
        self.ask(member, say.ResumeSeat("r1", self.tokens[pick % len(self.tokens)]))

    @rule(orders=st.lists(ORDER, max_size=2))
    def think(self, orders: list[Any]) -> None:
        self.bench.think(tuple(orders))

    @precondition(lambda self: self.bench.timers)
    @rule(milliseconds=st.integers(0, 70_000), pick=st.integers(0, 99))
    def wait(self, milliseconds: int, pick: int) -> None:
        self.bench.now += milliseconds
        self.bench.fire(self.bench.timers[pick % len(self.bench.timers)])

    @rule(elapsed=st.integers(0, 100_000))
    def restart(self, elapsed: int) -> None:
        """The process dies; everybody's connection is gone, the journal is all there is."""
        if self.bench.closed:
            return
        self.bench.now += elapsed
        self.bench.room = Room(self.bench.stored_image(), content(), self.bench.mint, wall)
        self.bench.sent.clear()
        self.bench.timers.clear()
        self.bench.thinks.clear()
        self.bench.recollections.clear()
        self.bench.carry_out(self.bench.room.restored(self.bench.now))

    def turn(self) -> int:
        return self.bench.room.info().turn

    @invariant()
    def the_journal_has_the_room(self) -> None:
        assert self.bench.stored_image() == self.bench.room.image

    @invariant()
    def nobody_sits_in_two_seats(self) -> None:
        members = self.bench.room.members
        assert len(set(members)) == len(members)
        assert not set(members) & set(self.bench.room.watchers)

    @invariant()
    def every_copy_agrees_with_the_room(self) -> None:
        state = self.bench.room.image.state
        for member in self.bench.room.members:
            _, view = self.copy_of(member)
            assert (view is None) == (state is None)
            if view is not None and state is not None:
                assert view.public == state.public

    @invariant()
    def spectators_see_the_turn_that_is_due_or_wait_for_it(self) -> None:
        image = self.bench.room.image
        for member in self.bench.room.watchers:
            number, view = self.copy_of(member)
            late = 0 if image.phase == say.OVER else DELAY
            if view is not None and view.viewer == -1:
                assert number == max(0, image.number - late)

    def copy_of(self, member: Member) -> tuple[int, View | None]:
        """What a connection sees. Only its last stay counts: who came back began from a snapshot."""
        view, number = None, 0
        for message in self.bench.sent[member]:
            if isinstance(message, say.Watching):
                view = None
            if isinstance(message, say.Begin):
                view, number = message.view, message.number
            if isinstance(message, say.Update) and view is not None:
                assert message.number == number + 1
                view, number = apply(view, message.patch), message.number
                assert public_hash(view.public) == message.public_hash
        return number, view


TestRoom = RoomMachine.TestCase
TestRoom.settings = settings(max_examples=40, stateful_step_count=40, deadline=None)
