"""Before the match: sitting down, choosing, getting up, and the start."""

from msgspec.structs import replace

from game.protocol import messages as say
from game.protocol.refusals import Refusal, Refused, refusal
from game.rules.ids import Seat
from server.room import gathering, seats, tokens
from server.room.core import Core, Effects, decline, done
from server.room.door import not_admitted
from server.room.effects import Ask, Close, Send, StartTimer, Store
from server.room.image import Abandoned, Began, Reserved, SeatChanged, begun
from server.room.talk import last_lines

SEAT_HELD = 120_000
"""Milliseconds a lobby keeps the seat of one whose connection dropped."""


class Before:
    """A room that gathers its players."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._drops: dict[Seat, int] = {}

    def opened(self, ask: Ask, player: str) -> Effects:
        """The one who made the room sits down in the seat that is theirs."""
        stored, *rest = self._sit_down(ask, self._core.image.owner, player)
        if isinstance(stored, Store):
            return [Store(stored.records, self._core.image), *rest, *self._keep_reserved()]
        return [stored, Close()]

    def join(self, ask: Ask, act: say.JoinRoom) -> Effects:
        """Somebody comes in."""
        core = self._core
        fault = gathering.not_in_lobby(core.image)
        fault = fault or not_admitted(core.image, act.password, ask.person, act.player)
        if fault is not None:
            return decline(ask, fault)
        if core.seat_of(ask.member) is not None:
            return decline(ask, refusal(Refused.ALREADY_SEATED, "room"))
        place = self._place_for(act)
        return decline(ask, place) if isinstance(place, Refusal) else self._sit_down(ask, place, act.player)

    def rejoin(self, ask: Ask, seat: Seat, player: str) -> Effects:
        """Somebody follows into the rematch: into their own seat, or another one if that is taken."""
        core = self._core
        fault = gathering.not_in_lobby(core.image)
        if fault is None and core.seat_of(ask.member) is not None:
            fault = refusal(Refused.ALREADY_SEATED, "room")
        wanted = seat if core.image.seats[seat].player == say.OPEN else self.first_open
        if fault is None and wanted is None:
            fault = refusal(Refused.ROOM_FULL, "room")
        if fault is not None or wanted is None:
            return decline(ask, *([] if fault is None else [fault]))
        return self._sit_down(ask, wanted, player)

    @property
    def first_open(self) -> Seat | None:
        """The first seat that anybody can take."""
        image = self._core.image
        places = enumerate(image.seats)
        return next(
            (Seat(n) for n, seat in places if seat.player == say.OPEN and n not in image.reserved), None
        )

    def open_up(self) -> Effects:
        """Nobody is waited for any more."""
        if not self._core.image.reserved:
            return []
        return [self._core.store(Reserved(())), self._core.tell_room()]

    def _keep_reserved(self) -> Effects:
        return [StartTimer("reserved", SEAT_HELD)] if self._core.image.reserved else []

    def _place_for(self, act: say.JoinRoom) -> Seat | Refusal:
        place = gathering.place_for(self._core.image, act)
        image = self._core.image
        if isinstance(place, Refusal) or place not in image.reserved:
            return place
        if act.seat is not None:
            return gathering.kept(image, Seat(act.seat))
        return gathering.kept(image) if self.first_open is None else self.first_open

    def _sit_down(self, ask: Ask, seat: Seat, player: str) -> Effects:
        core = self._core
        name = gathering.name_for(core.image, player)
        if isinstance(name, Refusal):
            return decline(ask, name)
        token = core.mint()
        person = seats.seated(core.image.seats[seat], name, tokens.digest(token))
        person = replace(person, person=ask.person, standing=ask.standing, asked=ask.asked)
        stored = core.store(SeatChanged(seat, person), *gathering.kept_no_more(core.image, seat))
        core.sit(ask.member, seat)
        info = core.info()
        said = last_lines(core, ask.member, seat)
        return [stored, _seated(ask, info, seat, token), *said, core.tell_room(info)]

    def sit(self, ask: Ask, seat: Seat, act: say.Sit) -> Effects:
        """Somebody moves to another seat, or chooses another faction."""
        core = self._core
        person = gathering.sitting(core.image, seat, act, core.content)
        if isinstance(person, Refusal):
            return decline(ask, person)
        wanted = Seat(act.seat)
        if wanted in core.image.reserved:
            return decline(ask, gathering.kept(core.image, wanted))
        if wanted == seat:
            return [core.store(SeatChanged(seat, person)), done(ask), core.tell_room()]
        token = core.mint()
        person = tokens.with_another(person, token)
        stored = core.store(*gathering.moving(core.image, seat, wanted, person))
        core.members[wanted] = core.members.pop(seat)
        info = core.info()
        return [stored, _seated(ask, info, wanted, token), core.tell_room(info)]

    def set_ready(self, ask: Ask, seat: Seat, *, ready: bool) -> Effects:
        """Somebody is ready to begin, or not."""
        core = self._core
        fault = gathering.not_in_lobby(core.image)
        if fault is not None:
            return decline(ask, fault)
        person = replace(core.image.seats[seat], ready=ready)
        return [core.store(SeatChanged(seat, person)), done(ask), core.tell_room()]

    def start(self, seat: Seat) -> Began | Refusal:
        """The match is in the image: what is to be stored with that, once the first turn's clock is set."""
        core = self._core
        made = gathering.started(core.image, seat, core.content)
        if isinstance(made, Refusal):
            return made
        board, state = made
        core.image = replace(begun(core.image, board.match, state), identity=core.content.identity)
        core.play_on(board)
        return Began(board.match, core.image.setup.seed)

    # --- getting up -----------------------------------------------------------------------------

    def dropped(self, seat: Seat) -> Effects:
        """A connection is gone: its seat is held for a while."""
        return [self._hold(seat), self._core.tell_room()]

    def restored(self) -> Effects:
        """The room is back and nobody is connected yet: everybody is waited for anew."""
        held = [self._hold(seat) for seat in seats.persons(self._core.image.seats)]
        return [*held, *self._keep_reserved()]

    def hold_ended(self, seat: Seat, drop: int) -> Effects:
        """The seat was held long enough, unless its person is back or dropped again since."""
        core = self._core
        gone = seat not in core.members and core.image.seats[seat].is_person
        return self.get_up(seat) if gone and drop == self._drops.get(seat) else []

    def get_up(self, seat: Seat) -> Effects:
        """The seat is open again; the room closes behind the last one."""
        core = self._core
        core.members.pop(seat, None)
        records = gathering.getting_up(core.image, seat)
        return [core.store(*records), Close() if Abandoned() in records else core.tell_room()]

    def _hold(self, seat: Seat) -> StartTimer:
        """Each drop is waited for anew: a timer of an earlier one is no longer meant."""
        self._drops[seat] = self._drops.get(seat, 0) + 1
        return StartTimer(f"hold:{seat}:{self._drops[seat]}", SEAT_HELD)


def _seated(ask: Ask, room: say.RoomInfo, seat: Seat, token: str) -> Send:
    """The answer to one who sits now, with the token that brings them back."""
    return Send((ask.member,), say.Seated(ask.re, room, seat, token))
