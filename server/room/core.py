"""What every chapter of a room works on: its image, the connections in it, and the words it says to them."""

from collections.abc import Callable
from typing import Final

from msgspec.structs import replace

from game.protocol import messages as say
from game.protocol.refusals import Refusal
from game.rules.board import Board
from game.rules.ids import Seat
from server.room import seats, table
from server.room.content import Content
from server.room.effects import Ask, Effect, Member, Send, Store
from server.room.image import Image, Record, with_record
from server.room.pinboard import Pinboard
from server.room.shared_rules import shared

Mint = Callable[[], str]
"""Makes a fresh token; random in life, counted in tests."""

WallClock = Callable[[int], int]
"""Milliseconds since 1970 at a moment given in monotonic milliseconds."""

Effects = list[Effect]

MOST_RECORDS: Final = 200
"""Records after which the room's image is stored again: what people say in a lobby has no end, and a turn of days many slates."""


class Core:
    """The room's truth and who is connected. A chapter changes it by `store` and tells of it by what it returns."""

    def __init__(self, image: Image, content: Content, mint: Mint, wall: WallClock) -> None:
        if image.match is not None:
            image = replace(image, match=shared(image.match))
        self.image = image
        self.content = content
        self.mint = mint
        self.wall = wall
        self.members: dict[Seat, Member] = {}
        self.watchers: dict[Member, None] = {}
        """Spectators, in the order they came."""
        self.recorded = 0
        """Records since `store` last put the image beside them; those after a turn's image may be fewer."""
        self.pins = Pinboard()
        self._board: Board | None = None

    # --- questions ------------------------------------------------------------------------------

    @property
    def id(self) -> str:
        """The room's id."""
        return self.image.setup.id

    @property
    def turn(self) -> int:
        """The turn being planned, 0 in a lobby."""
        return table.turn_of(self.image)

    @property
    def board(self) -> Board:
        """The match's tables, made when first needed. Raises NoMatchError in a lobby."""
        if self._board is None:
            self._board = Board(table.match_of(self.image))
        return self._board

    def play_on(self, board: Board) -> None:
        """The match in the image has just begun; these are its tables."""
        self._board = board

    @property
    def identity(self) -> say.MapIdentity | None:
        """Which map is played on; None where an earlier server began the match without noting it."""
        return self.content.identity if self.image.match is None else self.image.identity

    def seat_of(self, member: Member) -> Seat | None:
        """The seat that this connection holds."""
        for seat, held_by in self.members.items():
            if held_by == member:
                return seat
        return None

    @property
    def is_seen_live(self) -> bool:
        """Whether spectators see what happens as it happens: without a delay, and when nothing is hidden any more."""
        return self.image.setup.delay == 0 or self.image.phase == say.OVER

    def info(self, *, with_code: bool = True) -> say.RoomInfo:
        """The room as people see it; the list of rooms shows it without its code."""
        image, setup = self.image, self.image.setup
        return say.RoomInfo(
            setup.id,
            setup.code if with_code else "",
            setup.name,
            setup.map,
            setup.length,
            setup.timer,
            setup.public,
            image.owner,
            image.phase,
            self.turn,
            tuple(self._chair(n) for n in range(len(image.seats))),
            setup.seeded,
            setup.mode,
            setup.temper,
            setup.teams,
            bool(setup.unranked),
            self.identity,
            setup.language,
            bool(setup.password),
            setup.bank,
            setup.grace,
            setup.calendar,
            setup.absence,
            setup.delay,
            len(self.watchers),
            paused=image.paused_left is not None,
            rematch=image.rematch,
            muted=image.muted,
        )

    def _chair(self, number: int) -> say.Chair:
        seat, match = self.image.seats[number], self.image.match
        faction = seat.faction if match is None else match.seating[number].faction
        ranked = number not in self.image.setup.unranked
        here, is_kept = Seat(number) in self.members, number in self.image.reserved
        return seats.chair(seat, faction, here=here, ranked=ranked, is_kept=is_kept)

    # --- what chapters do -----------------------------------------------------------------------

    def store(self, *records: Record) -> Store:
        """Change the image by these records; what is returned must come before what is told of them."""
        for record in records:
            self.image = with_record(self.image, record)
        self.recorded += len(records)
        if self.recorded < MOST_RECORDS:
            return Store(records)
        self.recorded = 0
        return Store(records, self.image)

    def sit(self, member: Member, seat: Seat) -> None:
        """This connection holds the seat from now on, and does not only watch."""
        self.members[seat] = member
        self.watchers.pop(member, None)

    def tell_room(self, info: say.RoomInfo | None = None) -> Send:
        """Say to everybody, spectators too, what the room is now; `info` if the caller has just made it."""
        return Send((*self.members.values(), *self.watchers), say.RoomChanged(info or self.info()))

    def to_all(self, message: say.Downward) -> Send:
        """Say this to every connection in the room, and to spectators who see what happens as it happens."""
        watchers = self.watchers if self.is_seen_live else ()
        return Send((*self.members.values(), *watchers), message)


def decline(ask: Ask, *refusals: Refusal) -> Effects:
    """The command changed nothing, and why."""
    return [Send((ask.member,), say.Declined(ask.re, refusals))]


def done(ask: Ask) -> Send:
    """The command is done."""
    return Send((ask.member,), say.Done(ask.re))
