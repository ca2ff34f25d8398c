"""A room: seats, the people in them, and the match they play. Messages and ticks in, effects out.

No I/O and no clock of its own: the host gives monotonic milliseconds and carries out the effects in
order. Whatever comes in, the room goes on: what it does not do, it refuses by a value.
"""

from collections.abc import Callable

from msgspec.structs import replace

from game.protocol import messages as say
from game.protocol.refusals import Refusal, Refused, refusal
from game.rules.board import Board
from game.rules.ids import Seat
from game.rules.orders import NO_ORDERS, Slate
from game.rules.ruleset import ruleset_hash
from game.rules.view import view_of
from server.room import gathering, seats, table, tokens
from server.room.clock import TurnClock
from server.room.content import Content
from server.room.effects import Ask, Close, Effect, Member, Recall, Send, StartTimer, Store
from server.room.image import (
    Abandoned,
    Began,
    Image,
    Readied,
    Record,
    Saved,
    SeatChanged,
    Setup,
    Voted,
    begun,
    with_record,
)
from server.room.pinboard import Pinboard
from server.room.shared_rules import shared

SEAT_HELD = 120_000
"""Milliseconds a lobby keeps the seat of one whose connection dropped."""

EMPTY_KEPT = 120_000
"""Milliseconds a match without anybody in it stays in memory; a resume brings it back from the journal."""

Mint = Callable[[], str]
"""Makes a fresh token; random in life, counted in tests."""

Effects = list[Effect]


class Room:
    """One room. The host owns it from one task and calls nothing while an effect is being carried out."""

    def __init__(self, image: Image, content: Content, mint: Mint) -> None:
        if image.match is not None:
            image = replace(image, match=shared(image.match))
        self.image = image
        self._content = content
        self._mint = mint
        self._members: dict[Seat, Member] = {}
        self._drops: dict[Seat, int] = {}
        self._clock = TurnClock(image.setup.timer)
        self._pins = Pinboard()
        self._board: Board | None = None if image.match is None else Board(image.match)

    @classmethod
    def made(cls, setup: Setup, content: Content, mint: Mint) -> "Room":
        """A new room with nobody in it. The setup was checked by the lobby."""
        plans = setup.plans
        owner = next(Seat(n) for n, plan in enumerate(plans) if plan.player == say.YOU)
        return cls(Image(setup, owner, tuple(seats.planned(plan) for plan in plans)), content, mint)

    # --- what the host asks ---------------------------------------------------------------------

    def info(self, *, with_code: bool = True) -> say.RoomInfo:
        """The room as people see it; the list of rooms shows it without its code."""
        setup = self.image.setup
        return say.RoomInfo(
            setup.id,
            setup.code if with_code else "",
            setup.name,
            setup.map,
            setup.length,
            setup.timer,
            setup.public,
            self.image.owner,
            self.image.phase,
            table.turn_of(self.image),
            tuple(self._chair(n) for n in range(len(self.image.seats))),
            setup.seeded,
            setup.mode,
            setup.temper,
            setup.teams,
            bool(setup.unranked),
            self.identity,
        )

    @property
    def members(self) -> tuple[Member, ...]:
        """The connections that hold a seat."""
        return tuple(self._members.values())

    @property
    def identity(self) -> say.MapIdentity | None:
        """Which map is played on; None where an earlier server began the match without noting it."""
        return self._content.identity if self.image.match is None else self.image.identity

    @property
    def is_joinable(self) -> bool:
        """Whether somebody new can sit down."""
        return self.image.phase == say.LOBBY and seats.first_open(self.image.seats) is not None

    def _chair(self, number: int) -> say.Chair:
        seat = self.image.seats[number]
        match = self.image.match
        faction = seat.faction if match is None else match.seating[number].faction
        ranked = number not in self.image.setup.unranked
        return seats.chair(seat, faction, here=Seat(number) in self._members, ranked=ranked)

    # --- what comes in --------------------------------------------------------------------------

    def opened(self, ask: Ask, player: str) -> Effects:
        """The first message: the one who made the room sits down in the seat that is theirs."""
        stored, *rest = self._sit_down(ask, self.image.owner, player)
        return [Store(stored.records, self.image), *rest] if isinstance(stored, Store) else [stored, Close()]

    def receive(self, ask: Ask, now: int) -> Effects:
        """A command. Exactly one answer to it is among the effects."""
        match ask.act:
            case say.JoinRoom():
                return self._join(ask, ask.act)
            case say.ResumeSeat():
                return self._resume(ask, ask.act, now)
            case _:
                seat = self._seat_of(ask.member)
                if seat is None:
                    return _decline(ask, refusal(Refused.NOT_SEATED, "room"))
                return self._of_seated(ask, seat, now)

    def _of_seated(self, ask: Ask, seat: Seat, now: int) -> Effects:
        match ask.act:
            case say.LeaveRoom():
                return self._leave(ask, seat, now)
            case _ if self.image.seats[seat].resigned:
                return _decline(ask, refusal(Refused.RESIGNED, "room"))
            case say.StartMatch():
                return self._start(ask, seat, now)
            case say.Resign():
                return self._resign(ask, seat, now)
            case say.SaveSlate() | say.SetReady() | say.SetPins() | say.SetEndVote():
                return self._in_turn(ask, seat, ask.act.turn, now)
            case _:
                return self._arrange(ask, seat)

    def _in_turn(self, ask: Ask, seat: Seat, turn: int, now: int) -> Effects:
        """What belongs to a turn that has not closed yet."""
        fault = self._not_now(turn, now)
        if fault is not None:
            return _decline(ask, fault)
        match ask.act:
            case say.SaveSlate(orders=orders):
                return self._save(ask, seat, turn, orders)
            case say.SetReady(ready=ready):
                stored = self._store(Readied(seat, turn, ready))
                return [stored, _done(ask), *self._after_ready(now)]
            case say.SetPins(pins=pins):
                return self._pin(ask, seat, turn, pins)
            case say.SetEndVote(agree=agree):
                stored = self._store(Voted(seat, turn, agree))
                return [stored, _done(ask), self._tell_votes(), *self._if_it_closes(now)]
            case _:
                return self._arrange(ask, seat)

    def _arrange(self, ask: Ask, seat: Seat) -> Effects:
        match ask.act:
            case say.Sit():
                return self._sit(ask, seat, ask.act)
            case say.SetLobbyReady(ready=ready):
                return self._set_lobby_ready(ask, seat, ready=ready)
            case _:
                return _decline(ask, refusal(Refused.WRONG_FIELD, "act.t", detail="not for a room"))

    def dropped(self, member: Member) -> Effects:
        """A connection is gone. The seat is held; in a lobby only for a while."""
        seat = self._seat_of(member)
        if seat is None:
            return []
        del self._members[seat]
        if self.image.phase == say.LOBBY:
            return [self._hold(seat), self._tell_room()]
        return [self._tell_room(), *self._if_empty()]

    def timer(self, name: str, now: int) -> Effects:
        """A timer of ours fired; one that is no longer meant does nothing."""
        kind, _, rest = name.partition(":")
        if kind == "hold":
            seat, _, drop = rest.partition(":")
            return self._hold_ended(Seat(int(seat)), int(drop)) if self.image.phase == say.LOBBY else []
        if kind == "empty":
            return [Close()] if not self._members and not self._clock.runs else []
        if int(rest) == table.turn_of(self.image) and self._clock.is_up(now):
            return self._time_up(now)
        return []

    def thought(self, seat: Seat, turn: int, orders: Slate, now: int) -> Effects:
        """A computer player's slate. One that is against the rules becomes no orders."""
        if self.image.phase != say.PLAYING or turn != table.turn_of(self.image) or self.image.ready[seat]:
            return []
        legal = not table.slate_refusals(self._board_now(), self.image, seat, orders)
        return [
            self._store(Saved(seat, turn, orders if legal else NO_ORDERS), Readied(seat, turn, ready=True)),
            *self._after_ready(now),
        ]

    def restored(self, now: int, elapsed: int) -> Effects:
        """The room is back from the journal, `elapsed` milliseconds after its turn began."""
        if self.image.phase == say.LOBBY:
            return [self._hold(seat) for seat in seats.persons(self.image.seats)]
        if self.image.phase != say.PLAYING:
            return []
        left = self._clock.start_again(now, elapsed)
        closed = self._if_it_closes(now)
        going_on = closed or [*self._turn_timer(left), *table.thoughts(self.image)]
        return [*going_on, *self._if_empty()]

    # --- before the match -----------------------------------------------------------------------

    def _join(self, ask: Ask, act: say.JoinRoom) -> Effects:
        fault = gathering.not_in_lobby(self.image)
        if fault is not None:
            return _decline(ask, fault)
        if self._seat_of(ask.member) is not None:
            return _decline(ask, refusal(Refused.ALREADY_SEATED, "room"))
        place = gathering.place_for(self.image, act)
        return _decline(ask, place) if isinstance(place, Refusal) else self._sit_down(ask, place, act.player)

    def _sit_down(self, ask: Ask, seat: Seat, player: str) -> Effects:
        name = gathering.name_for(self.image, player)
        if isinstance(name, Refusal):
            return _decline(ask, name)
        token = self._mint()
        person = seats.seated(self.image.seats[seat], name, tokens.digest(token))
        stored = self._store(SeatChanged(seat, person))
        self._members[seat] = ask.member
        return [stored, self._seated(ask, seat, token), self._tell_room()]

    def _sit(self, ask: Ask, seat: Seat, act: say.Sit) -> Effects:
        person = gathering.sitting(self.image, seat, act, self._content)
        if isinstance(person, Refusal):
            return _decline(ask, person)
        wanted = Seat(act.seat)
        if wanted == seat:
            return [self._store(SeatChanged(seat, person)), _done(ask), self._tell_room()]
        token = self._mint()
        person = replace(person, tokens=(tokens.digest(token),))
        stored = self._store(*gathering.moving(self.image, seat, wanted, person))
        self._members[wanted] = self._members.pop(seat)
        return [stored, self._seated(ask, wanted, token), self._tell_room()]

    def _set_lobby_ready(self, ask: Ask, seat: Seat, *, ready: bool) -> Effects:
        fault = gathering.not_in_lobby(self.image)
        if fault is not None:
            return _decline(ask, fault)
        person = replace(self.image.seats[seat], ready=ready)
        return [self._store(SeatChanged(seat, person)), _done(ask), self._tell_room()]

    def _start(self, ask: Ask, seat: Seat, now: int) -> Effects:
        made = gathering.started(self.image, seat, self._content)
        if isinstance(made, Refusal):
            return _decline(ask, made)
        match, state = made
        self.image = replace(begun(self.image, match, state), identity=self._content.identity)
        self._board = Board(match)
        stored = Store((Began(match, self.image.setup.seed),), self.image)
        snapshots: Effects = [Send((m,), self._begin(s)) for s, m in self._members.items()]
        return [stored, _done(ask), self._tell_room(), *snapshots, *self._begin_turn(now)]

    def _hold(self, seat: Seat) -> StartTimer:
        """Each drop is waited for anew: a timer of an earlier one is no longer meant."""
        self._drops[seat] = self._drops.get(seat, 0) + 1
        return StartTimer(f"hold:{seat}:{self._drops[seat]}", SEAT_HELD)

    def _hold_ended(self, seat: Seat, drop: int) -> Effects:
        gone = seat not in self._members and self.image.seats[seat].is_person
        return self._get_up(seat) if gone and drop == self._drops.get(seat) else []

    def _get_up(self, seat: Seat) -> Effects:
        """Before the match: the room closes behind the last one."""
        self._members.pop(seat, None)
        records = gathering.getting_up(self.image, seat)
        return [self._store(*records), Close() if Abandoned() in records else self._tell_room()]

    # --- the match ------------------------------------------------------------------------------

    def _begin_turn(self, now: int) -> Effects:
        if self.image.phase != say.PLAYING:
            self._clock.stop()
            return []
        return [*self._turn_timer(self._clock.start(now)), *table.thoughts(self.image)]

    def _turn_timer(self, left: int | None) -> Effects:
        if left is None:
            return []
        turn = table.turn_of(self.image)
        clock = Send(self.members, say.Clock(self.image.setup.id, turn, left))
        return [StartTimer(f"turn:{turn}", left), clock]

    def _save(self, ask: Ask, seat: Seat, turn: int, orders: Slate) -> Effects:
        faults = table.slate_refusals(self._board_now(), self.image, seat, orders)
        if faults:
            return _decline(ask, *faults)
        return [self._store(Saved(seat, turn, orders)), _done(ask)]

    def _pin(self, ask: Ask, seat: Seat, turn: int, pins: tuple[say.Pin, ...]) -> Effects:
        """Nothing is stored: who comes back to a room that was let go finds no pins."""
        faults = table.pin_refusals(self._board_now(), pins)
        if faults:
            return _decline(ask, *faults)
        self._pins.put(turn, seat, pins)
        return [_done(ask), self._to_all(say.Pins(self.image.setup.id, turn, seat, pins))]

    def _resign(self, ask: Ask, seat: Seat, now: int) -> Effects:
        """A computer player has the seat from now on, and thinks of this turn anew."""
        turn = table.turn_of(self.image)
        fault = self._not_now(turn, now)
        if fault is not None:
            return _decline(ask, fault)
        computer = seats.resigned(self.image.seats[seat], self._content.stand_in)
        unsaid = Readied(seat, turn, ready=False), Voted(seat, turn, agree=False)
        stored = self._store(SeatChanged(seat, computer), *unsaid)
        self._pins.put(turn, seat, ())
        unpinned = self._to_all(say.Pins(self.image.setup.id, turn, seat, ()))
        told: Effects = [stored, _done(ask), self._tell_room(), unpinned, self._tell_votes()]
        going_on = self._after_ready(now)
        thinks = [think for think in table.thoughts(self.image) if (think.seat, think.turn) == (seat, turn)]
        return [*told, *going_on, *thinks]

    def _not_now(self, turn: int, now: int) -> Refusal | None:
        if self.image.state is None:
            return refusal(Refused.NOT_BEGUN, "turn", found=turn)
        fault = table.wrong_turn(self.image, turn)
        if fault is None and self._clock.is_up(now):
            return refusal(Refused.LATE, "turn", found=turn, expected=turn + 1)
        return fault

    def _after_ready(self, now: int) -> Effects:
        turn = table.turn_of(self.image)
        readiness = self._to_all(say.Readiness(self.image.setup.id, turn, self.image.ready))
        return self._if_it_closes(now) or [readiness]

    def _if_it_closes(self, now: int) -> Effects:
        """The turn is played when all are ready; the match ends before that if all agree."""
        if table.is_agreed(self.image):
            return self._after_turn(table.end_by_agreement(self._board_now(), self.image), now)
        return self._play_turn(now) if table.is_due(self.image) else []

    def _time_up(self, now: int) -> Effects:
        """The turn closes with what is saved, unless everybody got up: then it waits for one to return."""
        if any(seat.is_person and not seat.away for seat in self.image.seats):
            return self._play_turn(now)
        self._clock.stop()
        return self._if_empty()

    def _play_turn(self, now: int) -> Effects:
        return self._after_turn(table.play(self._board_now(), self.image), now)

    def _after_turn(self, played: table.Played, now: int) -> Effects:
        self.image = played.image
        self._clock.stop()
        updates: Effects = [
            Send((m,), table.update_for(self.image.setup.id, played, s)) for s, m in self._members.items()
        ]
        over: Effects = [self._tell_room()] if self.image.phase == say.OVER else []
        stored = Store((played.record,), self.image)
        return [stored, *updates, *over, *self._begin_turn(now), *self._if_empty()]

    def _leave(self, ask: Ask, seat: Seat, now: int) -> Effects:
        if self.image.phase == say.LOBBY:
            first, *rest = self._get_up(seat)
            return [first, _done(ask), *rest]
        del self._members[seat]
        if self.image.seats[seat].resigned:
            return [_done(ask), self._tell_room(), *self._if_empty()]
        gone = replace(self.image.seats[seat], away=True)
        stored = self._store(SeatChanged(seat, gone))
        if self.image.phase == say.OVER:
            return [stored, _done(ask), *self._if_empty()]
        return [stored, _done(ask), self._tell_room(), *self._after_ready(now), *self._if_empty()]

    def _if_empty(self) -> Effects:
        """Nobody is here: what is over is let go at once, a match that no clock drives after a while."""
        if self._members:
            return []
        if self.image.phase == say.OVER:
            return [Close()]
        return [] if self._clock.runs else [StartTimer("empty", EMPTY_KEPT)]

    # --- coming back ----------------------------------------------------------------------------

    def _resume(self, ask: Ask, act: say.ResumeSeat, now: int) -> Effects:
        own = [Seat(n) for n, seat in enumerate(self.image.seats) if tokens.admits(seat, act.token)]
        if not own:
            unneeded = self.image.phase == say.OVER and not self._members
            return [*_decline(ask, refusal(Refused.BAD_TOKEN, "token")), *([Close()] if unneeded else [])]
        seat, token = own[0], self._mint()
        fresh = replace(tokens.rotated(self.image.seats[seat], act.token, token), away=False)
        stored = self._store(SeatChanged(seat, fresh))
        farewell = self._take_over(seat, ask.member)
        snapshot: Effects = []
        if self.image.match is not None:
            snapshot = [Recall(ask.member, self._begin(seat), act.number), *self._clock_for(ask.member, now)]
        return [stored, *farewell, self._seated(ask, seat, token), *snapshot, self._tell_room()]

    def _take_over(self, seat: Seat, member: Member) -> Effects:
        old = self._members.get(seat)
        mine = self._seat_of(member)
        if mine is not None:
            del self._members[mine]
        self._members[seat] = member
        return [] if old is None or old == member else [Send((old,), say.TakenOver(self.image.setup.id))]

    def _clock_for(self, member: Member, now: int) -> Effects:
        """What is left of the turn; a clock that waited for somebody to come back starts anew."""
        if self.image.phase == say.PLAYING and not self._clock.runs:
            return self._turn_timer(self._clock.start(now))
        left = self._clock.left(now)
        turn = table.turn_of(self.image)
        return [] if left is None else [Send((member,), say.Clock(self.image.setup.id, turn, left))]

    # --- small things ---------------------------------------------------------------------------

    def _seat_of(self, member: Member) -> Seat | None:
        return next((seat for seat, held_by in self._members.items() if held_by == member), None)

    def _board_now(self) -> Board:
        if self._board is None:
            raise table.NoMatchError(self.image.setup.id)
        return self._board

    def _store(self, *records: Record) -> Store:
        for record in records:
            self.image = with_record(self.image, record)
        return Store(records)

    def _begin(self, seat: Seat) -> say.Begin:
        match, state = table.match_of(self.image), table.state_in(self.image)
        return say.Begin(
            self.image.setup.id,
            self.image.setup.map,
            ruleset_hash(match.ruleset),
            match,
            seat,
            self.image.number,
            view_of(state, seat),
            self.image.ready,
            NO_ORDERS if self.image.seats[seat].resigned else self.image.slates[seat] or NO_ORDERS,
            votes=self.image.votes if any(self.image.votes) else (),
            pins=self._pins.of(table.turn_of(self.image), len(self.image.seats)),
            identity=self.identity,
        )

    def _seated(self, ask: Ask, seat: Seat, token: str) -> Send:
        return Send((ask.member,), say.Seated(ask.re, self.info(), seat, token))

    def _tell_votes(self) -> Send:
        turn = table.turn_of(self.image)
        return self._to_all(say.EndVotes(self.image.setup.id, turn, self.image.votes))

    def _tell_room(self) -> Send:
        return self._to_all(say.RoomChanged(self.info()))

    def _to_all(self, message: say.Downward) -> Send:
        return Send(self.members, message)


def _decline(ask: Ask, *refusals: Refusal) -> Effects:
    return [Send((ask.member,), say.Declined(ask.re, refusals))]


def _done(ask: Ask) -> Send:
    return Send((ask.member,), say.Done(ask.re))
