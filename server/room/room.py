"""A room: seats, the people in them, and the match they play. Messages and ticks in, effects out.

No I/O and no clock of its own: the host gives monotonic milliseconds and carries out the effects in
order. Whatever comes in, the room goes on: what it does not do, it refuses by a value.
"""

from collections.abc import Collection

from game.protocol import messages as say
from game.protocol.refusals import Refusal, Refused, refusal
from game.rules.ids import Seat
from game.rules.orders import Slate
from server.room import seats
from server.room.before import Before
from server.room.content import Content
from server.room.core import Core, Effects, Mint, WallClock, decline, done
from server.room.effects import Ask, Close, Member
from server.room.image import Image, Setup
from server.room.owner import Owner
from server.room.returning import Returning
from server.room.talk import Talk
from server.room.timing import Timing
from server.room.turns import Turns


class Room:
    """One room. The host owns it from one task and calls nothing while an effect is being carried out.

    Each chapter of it (before the match, its turns, coming back) is a class of its own over one core.
    """

    def __init__(self, image: Image, content: Content, mint: Mint, wall: WallClock) -> None:
        self._core = Core(image, content, mint, wall)
        self._timing = Timing(self._core)
        self._before = Before(self._core)
        self._owner = Owner(self._core)
        self._talk = Talk(self._core)
        self._turns = Turns(self._core, self._timing)
        self._returning = Returning(self._core, self._timing, self._turns)

    @classmethod
    def made(cls, setup: Setup, content: Content, mint: Mint, wall: WallClock) -> "Room":
        """A new room with nobody in it. The setup was checked by the lobby."""
        plans = setup.plans
        owner = next(Seat(n) for n, plan in enumerate(plans) if plan.player == say.YOU)
        return cls(Image(setup, owner, tuple(seats.planned(plan) for plan in plans)), content, mint, wall)

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
        return self.image.phase == say.LOBBY and seats.first_open(self.image.seats) is not None

    # --- what comes in --------------------------------------------------------------------------

    def opened(self, ask: Ask, player: str) -> Effects:
        """The first message: the one who made the room sits down in the seat that is theirs."""
        return self._before.opened(ask, player)

    def receive(self, ask: Ask, now: int) -> Effects:
        """A command. Exactly one answer to it is among the effects."""
        match ask.act:
            case say.JoinRoom():
                return self._before.join(ask, ask.act)
            case say.ResumeSeat():
                return self._returning.resume(ask, ask.act, now)
            case _:
                seat = self._core.seat_of(ask.member)
                if seat is None:
                    return decline(ask, refusal(Refused.NOT_SEATED, "room"))
                return self._of_seated(ask, seat, now)

    def _of_seated(self, ask: Ask, seat: Seat, now: int) -> Effects:
        match ask.act:
            case say.LeaveRoom():
                return self._leave(ask, seat, now)
            case say.Speak() | say.Mute() | say.Report():
                return self._talk.receive(ask, ask.act, seat, now)
            case _ if self.image.seats[seat].resigned:
                return decline(ask, refusal(Refused.RESIGNED, "room"))
            case say.Resign():
                return self._turns.resign(ask, seat, now)
            case say.SaveSlate() | say.SetReady() | say.SetPins() | say.SetVote():
                return self._turns.in_turn(ask, seat, ask.act.turn, now)
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
        stored = self._before.start(seat)
        if isinstance(stored, Refusal):
            return decline(ask, stored)
        return self._turns.begun(ask, stored, now)

    def _leave(self, ask: Ask, seat: Seat, now: int) -> Effects:
        if self.image.phase != say.LOBBY:
            return self._turns.leave(ask, seat, now)
        first, *rest = self._before.get_up(seat)
        return [first, done(ask), *rest]

    def dropped(self, member: Member) -> Effects:
        """A connection is gone. The seat is held; in a lobby only for a while."""
        seat = self._core.seat_of(member)
        if seat is None:
            return []
        del self._core.members[seat]
        if self.image.phase == say.LOBBY:
            return self._before.dropped(seat)
        return [self._core.tell_room(), *self._turns.if_empty()]

    def timer(self, name: str, now: int) -> Effects:
        """A timer of ours fired; one that is no longer meant does nothing."""
        kind, _, rest = name.partition(":")
        match kind:
            case "hold" if self.image.phase == say.LOBBY:
                seat, _, drop = rest.partition(":")
                return self._before.hold_ended(Seat(int(seat)), int(drop))
            case "empty" if self._turns.is_deserted():
                return [Close()]
            case "turn":
                return self._turns.time_up(int(rest), now)
            case _:
                return []

    def thought(self, seat: Seat, turn: int, orders: Slate, now: int) -> Effects:
        """A computer player's slate. One that is against the rules becomes no orders."""
        return self._turns.thought(seat, turn, orders, now)

    def restored(self, now: int, elapsed: int) -> Effects:
        """The room is back from the journal, `elapsed` milliseconds after its turn began."""
        if self.image.phase == say.LOBBY:
            return self._before.restored()
        return self._turns.go_on(now, elapsed) if self.image.phase == say.PLAYING else []
