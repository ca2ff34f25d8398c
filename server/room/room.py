"""A room: seats, the people in them, and the match they play. Messages and ticks in, effects out.

No I/O and no clock of its own: the host gives monotonic milliseconds and carries out the effects in
order. Whatever comes in, the room goes on: what it does not do, it refuses by a value.
"""

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from game.protocol import messages as say
from game.protocol.refusals import Refusal, Refused, refusal
from game.rules.ids import Seat
from game.rules.orders import Slate
from server.room import seats
from server.room.absence import Absence
from server.room.again import Again
from server.room.before import Before
from server.room.content import Content
from server.room.core import Core, Effects, Mint, WallClock, decline, done
from server.room.effects import Ask, Close, Member, Reopen
from server.room.image import Image, Setup
from server.room.owner import Owner
from server.room.past import Scene
from server.room.planning import Planning
from server.room.returning import Returning
from server.room.substitution import Substitution
from server.room.talk import Talk
from server.room.timing import Timing
from server.room.turns import Turns
from server.room.voting import Voting
from server.room.watching import Watching


class Room:
    """One room. Its keeper asks one thing at a time and nothing while an effect is being carried out.

    Each chapter of it (before the match, its turns, coming back) is a class of its own over one core.
    """

    def __init__(self, image: Image, content: Content, mint: Mint, wall: WallClock) -> None:
        self._core = Core(image, content, mint, wall)
        self._timing = Timing(self._core)
        self._before = Before(self._core)
        self._again = Again(self._core)
        self._owner = Owner(self._core)
        self._talk = Talk(self._core)
        self._voting = Voting(self._core, self._timing)
        self._watching = Watching(self._core, self._timing)
        self._turns = Turns(self._core, self._timing, self._voting, self._watching)
        self._planning = Planning(self._core, self._timing, self._voting, self._turns)
        self._absence = Absence(self._core, self._timing, self._turns)
        self._substitution = Substitution(self._core, self._timing, self._turns)
        self._returning = Returning(self._core, self._timing, self._turns)

    @classmethod
    def made(cls, setup: Setup, content: Content, mint: Mint, wall: WallClock) -> "Room":
        """A new room with nobody in it. The setup was checked by the lobby."""
        return cls(_empty(setup), content, mint, wall)

    @classmethod
    def again(cls, setup: Setup, before: Image, content: Content, mint: Mint, wall: WallClock) -> "Room":
        """A new room for the players of a match that is over: their seats are reserved, who was shown out stays out."""
        image = replace(_empty(setup), barred=before.barred, barred_persons=before.barred_persons)
        own = tuple(seat for seat in seats.persons(before.seats) if seat != image.owner)
        kept = seats.kept_for(image.seats, {seat: seats.sitter(before.seats[seat]) for seat in own})
        return cls(replace(image, seats=kept, reserved=own), content, mint, wall)

    # --- what the host asks ---------------------------------------------------------------------

    @property
    def image(self) -> Image:
        """All that is stored of the room, as it is now."""
        return self._core.image

    def info(self, *, with_code: bool = True) -> say.RoomInfo:
        """The room as people see it; the list of rooms shows it without its code."""
        return self._core.info(with_code=with_code)

    @property
    def members(self) -> tuple[Member, ...]:
        """The connections that hold a seat."""
        return tuple(self._core.members.values())

    @property
    def watchers(self) -> Collection[Member]:
        """The connections that watch."""
        return self._core.watchers.keys()

    def has(self, member: Member) -> bool:
        """Whether a connection sits here, or watches."""
        return member in self._core.watchers or self._core.seat_of(member) is not None

    @property
    def here(self) -> Collection[Seat]:
        """The seats whose persons are connected."""
        return self._core.members.keys()

    @property
    def identity(self) -> say.MapIdentity | None:
        """Which map is played on; None where an earlier server began the match without noting it."""
        return self._core.identity

    def name_of(self, member: Member) -> str:
        """The name under which a connection sits here, empty for one that does not."""
        seat = self._core.seat_of(member)
        return "" if seat is None else seats.sitter(self.image.seats[seat])

    @property
    def is_joinable(self) -> bool:
        """Whether somebody new can sit down."""
        return self.image.phase == say.LOBBY and self._before.first_open is not None

    @property
    def is_open_to_guests(self) -> bool:
        """Whether the match runs, and can be watched or wants somebody for a seat whose person is absent."""
        image = self.image
        if image.phase != say.PLAYING:
            return False
        wanted = image.setup.absence.then == "substitute"
        missing = wanted and any(seat.absent and seat.substitute is None for seat in image.seats)
        return image.setup.delay is not None or missing

    # --- what comes in --------------------------------------------------------------------------

    def opened(self, ask: Ask, player: str) -> Effects:
        """The first message: the one who made the room sits down in the seat that is theirs."""
        return self._before.opened(ask, player)

    def receive(self, ask: Ask, now: int) -> Effects:
        """A command. Exactly one answer to it is among the effects."""
        seat = self._core.seat_of(ask.member)
        if seat is not None and isinstance(ask.act, say.OF_A_TURN):  # nearly all there are
            return self._in_turn(ask, seat, ask.act.turn, now)
        return self._other(ask, seat, now)

    def _other(self, ask: Ask, seat: Seat | None, now: int) -> Effects:
        act = ask.act
        match act:
            case say.CreateRoom() | say.JoinRoom():
                return self._come_in(ask, now)
            case say.ResumeSeat():
                return self._returning.resume(ask, act, now)
            case say.WatchRoom(password=password):
                return self._watching.watch(ask, password)
            case say.Rematch():
                return self._again.rematch(ask)
            case _:
                return self._of_unseated(ask) if seat is None else self._of_seated(ask, seat, now)

    def _come_in(self, ask: Ask, now: int) -> Effects:
        if self._returning.has_seated(ask):
            return self._returning.seat_again(ask, now)
        if not isinstance(ask.act, say.JoinRoom):
            return decline(ask, refusal(Refused.NOT_SEATED, "room"))
        if self.image.phase != say.LOBBY:
            return self._substitution.join(ask, ask.act, now)
        return self._before.join(ask, ask.act)

    def _of_unseated(self, ask: Ask) -> Effects:
        if isinstance(ask.act, say.LeaveRoom) and ask.member in self._core.watchers:
            return [done(ask), *self._watching.gone(ask.member)]
        return decline(ask, refusal(Refused.NOT_SEATED, "room"))

    def _in_turn(self, ask: Ask, seat: Seat, turn: int, now: int) -> Effects:
        if self._core.image.seats[seat].resigned:
            return decline(ask, refusal(Refused.RESIGNED, "room"))
        return self._planning.in_turn(ask, seat, turn, now)

    def _of_seated(self, ask: Ask, seat: Seat, now: int) -> Effects:
        match ask.act:
            case say.LeaveRoom():
                return self._leave(ask, seat, now)
            case say.Speak() | say.Mute() | say.Report():
                return self._talk.receive(ask, ask.act, seat, now)
            case _ if self.image.seats[seat].resigned:
                return decline(ask, refusal(Refused.RESIGNED, "room"))
            case _:
                return self._of_player(ask, seat, now)

    def _of_player(self, ask: Ask, seat: Seat, now: int) -> Effects:
        match ask.act:
            case say.Resign() if self.image.seats[seat].substitute is not None:
                # The seat is not theirs to give up.
                return self._leave(ask, seat, now)
            case say.Resign():
                return self._planning.resign(ask, seat, now)
            case say.SetBrief(brief=brief):
                return self._planning.set_brief(ask, seat, brief)
            case _:
                return self._arrange(ask, seat, now)

    def _arrange(self, ask: Ask, seat: Seat, now: int) -> Effects:
        match ask.act:
            case say.StartMatch():
                return self._start(ask, seat, now)
            case say.Sit():
                return self._before.sit(ask, seat, ask.act)
            case say.SetLobbyReady(ready=ready):
                return self._before.set_ready(ask, seat, ready=ready)
            case say.FillSeat():
                return self._owner.fill(ask, seat, ask.act)
            case say.Kick():
                return self._owner.kick(ask, seat, Seat(ask.act.seat))
            case _:
                return decline(ask, refusal(Refused.WRONG_FIELD, "act.t", detail="not for a room"))

    def _start(self, ask: Ask, seat: Seat, now: int) -> Effects:
        began = self._before.start(seat)
        if isinstance(began, Refusal):
            return decline(ask, began)
        return self._turns.begun(ask, began, now)

    def _leave(self, ask: Ask, seat: Seat, now: int) -> Effects:
        if self.image.phase != say.LOBBY:
            return self._planning.leave(ask, seat, now)
        first, *rest = self._before.get_up(seat)
        return [first, done(ask), *rest]

    def rejoin(self, ask: Ask, seat: Seat, player: str, now: int) -> Effects:
        """Somebody of the match before follows into this room."""
        if self._returning.has_seated(ask):
            return self._returning.seat_again(ask, now)
        return self._before.rejoin(ask, seat, player)

    def moved(self, member: Member) -> Effects:
        """Somebody sits in the room where the match is played again."""
        return self._again.moved(member)

    def anew(self, reopen: Reopen) -> Effects:
        """The room for playing again is gone, and another one is wanted."""
        return self._again.anew(reopen)

    def dropped(self, member: Member, now: int) -> Effects:
        """A connection is gone. The seat is held; in a lobby only for a while."""
        if member in self._core.watchers:
            return self._watching.gone(member)
        seat = self._core.seat_of(member)
        if seat is None:
            return []
        del self._core.members[seat]
        if self.image.phase == say.LOBBY:
            return self._before.dropped(seat)
        self._timing.dropped(seat, now)
        return [self._core.tell_room(), *self._absence.dropped(seat), *self._turns.if_empty()]

    def timer(self, name: str, now: int) -> Effects:
        """A timer of ours fired; one that is no longer meant does nothing."""
        kind, _, rest = name.partition(":")
        match kind:
            case "hold" if self.image.phase == say.LOBBY:
                seat, _, drop = rest.partition(":")
                return self._before.hold_ended(Seat(int(seat)), int(drop))
            case "empty" if self._turns.is_deserted():
                return [Close()]
            case "reserved":
                return self._before.open_up()
            case "watchers":
                return self._watching.tell_count()
            case _ if self.image.phase == say.PLAYING:
                return self._in_match(kind, rest, now)
            case _:
                return []

    def _in_match(self, kind: str, rest: str, now: int) -> Effects:
        match kind:
            case "turn":
                return self._turns.time_up(int(rest), now)
            case "close":
                return self._turns.close(int(rest), now)
            case "absent":
                seat, _, drop = rest.partition(":")
                return self._absence.hold_ended(Seat(int(seat)), int(drop), now)
            case _:
                return []

    def thought(self, seat: Seat, turn: int, orders: Slate, now: int) -> Effects:
        """A computer player's slate. One that is against the rules becomes no orders."""
        return self._turns.thought(seat, turn, orders, now)

    def recollected(self, turns: Sequence[say.Turned], past: Sequence[Scene], now: int) -> Effects:
        """What `Recollect` asked for: every turn of the match, and the last ones as spectators will see them."""
        return self._watching.recollected(turns, past, now)

    def restored(self, now: int, recorded: int = 0) -> Effects:
        """The room is back from the journal, which had `recorded` records after its image, and nobody is connected."""
        self._core.recorded = recorded
        if self.image.phase == say.LOBBY:
            return self._before.restored()
        if self.image.phase == say.OVER:
            return []
        return [*self._absence.restored(), *self._turns.go_on(now)]

    def hold(self, now: int, *, on: bool) -> Effects:
        """Those who run the server stop the match's clock, or let it go on; nothing where there is none."""
        return [*self._voting.hold(now, on=on), *self._turns.settle(now)]


def _empty(setup: Setup) -> Image:
    """A room in which nobody sits yet."""
    owner = next(Seat(n) for n, plan in enumerate(setup.plans) if plan.player == say.YOU)
    return Image(setup, owner, tuple(seats.planned(plan) for plan in setup.plans))
