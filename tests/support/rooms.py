"""A room on a bench, without loop, socket or disk: what it wants done is written down."""

import itertools
from collections import defaultdict
from typing import Any, TypeVar

from game.content import ruleset
from game.protocol import messages as say
from game.rules.ids import Seat
from game.rules.orders import NO_ORDERS, Campaign, Slate
from game.rules.reach import in_reach
from server.room.content import Content
from server.room.effects import (
    Ask,
    Close,
    Complain,
    Complaint,
    Effect,
    Finished,
    Member,
    Recall,
    Recollect,
    Reopen,
    Send,
    StartTimer,
    Store,
    Think,
)
from server.room.image import Image, Record, Resolved, Setup, with_record
from server.room.past import last_scenes
from server.room.room import Room
from tests.support.cities import grid_city

ANN, BOB, EVE = Member(1), Member(2), Member(3)
YOU_AND_OPEN = (say.SeatPlan("sra", say.YOU), say.SeatPlan("occ", say.OPEN))
WITH_NEUTRAL = (*YOU_AND_OPEN, say.SeatPlan("any", "greedy"))
YOU_AND_COMPUTER = (say.SeatPlan("sra", say.YOU), say.SeatPlan("any", "greedy"))

_Message = TypeVar("_Message")


def setup(plans: tuple[say.SeatPlan, ...] = YOU_AND_OPEN, timer: int | None = None, **settings: Any) -> Setup:
    return Setup("r1", "CODE23", "A room", "grid", "short", timer, True, 7, plans, **settings)


def content() -> Content:
    return Content(ruleset(), grid_city())


def wall(now: int) -> int:
    """A Monday morning in Neo-Sanctum's past: 2 November 2026, 08:00 UTC, when monotonic time began."""
    return 1_793_606_400_000 + now


class Bench:
    """Carries out a room's effects by writing them down; time is `now`, in milliseconds."""

    def __init__(
        self,
        plans: tuple[say.SeatPlan, ...] = YOU_AND_OPEN,
        timer: int | None = None,
        room: Room | None = None,
        **settings: Any,
    ) -> None:
        counter = itertools.count(1)
        self.mint = lambda: f"token{next(counter):027d}"
        self.room = room or Room.made(setup(plans, timer, **settings), content(), self.mint, wall)
        self.now = 1000
        self.sent: defaultdict[Member, list[say.Downward]] = defaultdict(list)
        self.records: list[Record] = []
        self.image: Image | None = None
        self.timers: list[StartTimer] = []
        self.thinks: list[Think] = []
        self.recalls: list[Recall] = []
        self.turns: list[Resolved] = []
        self.recollections: list[Recollect] = []
        self.reopened: list[Reopen] = []
        self.finished: list[Finished] = []
        self.complaints: list[Complaint] = []
        self.closed = False
        self._ids = itertools.count(1)

    def carry_out(self, effects: list[Effect]) -> None:
        for effect in effects:
            match effect:
                case Store(records, image):
                    self.turns += [record for record in records if isinstance(record, Resolved)]
                    self.records = [*self.records, *records] if image is None else []
                    self.image = image or self.image
                case Send(to, message):
                    for member in to:
                        self.sent[member].append(message)
                case Recall(to, begin, _):
                    self.recalls.append(effect)
                    self.sent[to].append(begin)
                case Complain(to, re, complaint):
                    self.complaints.append(complaint)
                    self.sent[to].append(say.Done(re))
                case Close():
                    self.closed = True
                case _:
                    self._note(effect)

    def _note(self, effect: Recollect | Reopen | StartTimer | Think | Finished) -> None:
        """What comes back later, if the test lets it."""
        match effect:
            case Recollect():
                self.recollections.append(effect)
            case Reopen():
                self.reopened.append(effect)
            case StartTimer():
                self.timers.append(effect)
            case Think():
                self.thinks.append(effect)
            case Finished():
                self.finished.append(effect)

    def open(self, player: str = "Ann", member: Member = ANN) -> say.Downward:
        ask = Ask(member, next(self._ids), say.CreateRoom(player, "A room", "grid", YOU_AND_OPEN, "short"))
        self.carry_out(self.room.opened(ask, player))
        return self._answer(ask)

    def number_from(self, first: int) -> None:
        """Number the commands anew, so that two benches with other pasts give answers of the same bytes."""
        self._ids = itertools.count(first)

    def ask(self, member: Member, act: say.Act) -> say.Downward:
        ask = Ask(member, next(self._ids), act)
        self.carry_out(self.room.receive(ask, self.now))
        return self._answer(ask)

    def _answer(self, ask: Ask) -> say.Downward:
        kinds = say.Done | say.Declined | say.Seated | say.Watching
        answers = [m for m in self.sent[ask.member] if isinstance(m, kinds) and m.re == ask.re]
        assert len(answers) == 1, f"{ask} got {answers}"
        return answers[0]

    def join(self, member: Member, player: str, seat: int | None = None) -> say.Downward:
        return self.ask(member, say.JoinRoom(player, "r1", seat))

    def save(self, member: Member, orders: Slate, turn: int = 1) -> say.Downward:
        return self.ask(member, say.SaveSlate("r1", turn, orders))

    def ready(self, member: Member, turn: int = 1, *, ready: bool = True) -> say.Downward:
        return self.ask(member, say.SetReady("r1", turn, ready))

    def pin(self, member: Member, *pins: say.Pin, turn: int = 1) -> say.Downward:
        return self.ask(member, say.SetPins("r1", turn, pins))

    def vote(self, member: Member, turn: int = 1, *, agree: bool = True) -> say.Downward:
        return self.ask(member, say.SetVote("r1", turn, "end", agree))

    def speak(self, member: Member, text: str, to: int | None = None) -> say.Downward:
        return self.ask(member, say.Speak(text, "r1", to))

    def talk(self, member: Member) -> list[say.Line]:
        """Every line this connection was sent."""
        return [line for said in self.heard(member, say.Said) for line in said.lines]

    def watch(self, member: Member, password: str = "") -> say.Downward:
        """Begin to watch, and get the match if it runs."""
        answer = self.ask(member, say.WatchRoom("r1", password))
        self.recollect()
        return answer

    def recollect(self) -> None:
        """The journal gives what was asked of it."""
        asked, self.recollections = self.recollections, []
        for recollect in asked:
            ledgers = [say.Turned(turn.turn, say.PackedLedger(turn.entries)) for turn in self.turns]
            scenes = last_scenes(self.room.image, self.turns, recollect.held)
            self.carry_out(self.room.recollected(ledgers, scenes if recollect.held else (), self.now))

    def resign(self, member: Member) -> say.Downward:
        return self.ask(member, say.Resign("r1"))

    def fire(self, timer: StartTimer) -> None:
        self.carry_out(self.room.timer(timer.name, self.now))

    def think(self, orders: Slate = NO_ORDERS) -> None:
        thinks, self.thinks = self.thinks, []
        for think in thinks:
            self.carry_out(self.room.thought(think.seat, think.turn, orders, self.now))

    def left(self) -> int | None:
        """Milliseconds left of the turn, also while its clock stands still; None where there is no deadline."""
        return self.room._timing.left(self.now)

    def heard(self, member: Member, kind: type[_Message]) -> list[_Message]:
        return [message for message in self.sent[member] if isinstance(message, kind)]

    def stored_image(self) -> Image:
        """What the journal would bring back."""
        assert self.image is not None
        image = self.image
        for record in self.records:
            image = with_record(image, record)
        return image


def begun(plans: tuple[say.SeatPlan, ...] = YOU_AND_OPEN, timer: int | None = None, **settings: Any) -> Bench:
    """A match that has just begun, with Ann in seat 0 and, where the plans leave room, Bob in seat 1."""
    bench = Bench(plans, timer, **settings)
    bench.open()
    if any(plan.player == say.OPEN for plan in plans):
        bench.join(BOB, "Bob")
        bench.ask(BOB, say.SetLobbyReady("r1", ready=True))
    assert isinstance(bench.ask(ANN, say.StartMatch("r1")), say.Done)
    return bench


def code_of(answer: say.Downward) -> str:
    assert isinstance(answer, say.Declined), answer
    return answer.refusals[0].code


def seat_of(answer: say.Downward) -> Seat:
    assert isinstance(answer, say.Seated), answer
    return answer.seat


def own_campaign(bench: Bench, seat: int) -> Slate:
    """One legal order of the seat: its first leader speaks where it stands."""
    board = bench.room._core.board
    leader = board.leaders_of(Seat(seat))[0]
    assert bench.room.image.state is not None
    place = in_reach(board, bench.room.image.state.public, leader)[0]
    return (Campaign(leader, place),)
