"""A finished match as the results screen reads it, and who sat in it."""

from collections.abc import Mapping

import msgspec

from game.client.theme import Banner
from game.link.match_client import MatchClient
from game.protocol.messages import PERSON, Chair
from game.rules.board import Board
from game.rules.ids import Seat
from game.rules.ledger import Ledger
from game.rules.state import Ending, Public


class Sitter(msgspec.Struct, frozen=True):
    """Who sat in a seat: a person by name, or a computer of a level (then `level` is not empty).

    A person who `resigned` left the seat to a computer.
    """

    name: str
    level: str = ""
    resigned: bool = False


class Record(msgspec.Struct, frozen=True):
    """A match that is over.

    `public.outcome` is set. `ledgers` holds the turns this client saw, by number; a turn may be missing.
    `sitters` is by seat; `you` is the own seat, or None for a spectator.
    """

    board: Board
    public: Public
    ledgers: Mapping[int, Ledger]
    sitters: tuple[Sitter, ...]
    you: Seat | None

    @property
    def ending(self) -> Ending:
        """How it ended. Raises LookupError for a match that runs."""
        if self.public.outcome is None:
            raise LookupError(f"the match runs, in turn {self.public.turn}; there is no ending to tell of")
        return self.public.outcome.ending

    @property
    def abandoned(self) -> bool:
        """Whether it ended because every person had resigned."""
        people = [sitter for sitter in self.sitters if not sitter.level]
        return self.ending is Ending.AGREED and bool(people) and all(sitter.resigned for sitter in people)

    @property
    def sundered(self) -> bool:
        """Whether the city was torn apart, so that nobody won."""
        return self.public.outcome is not None and self.public.outcome.sundered

    @property
    def together(self) -> bool:
        """Whether all played together against the city."""
        return self.board.match.mode.together

    @property
    def winners(self) -> tuple[Seat, ...]:
        """The seats that have won; none where everybody has lost."""
        return self.public.outcome.winners if self.public.outcome is not None else ()

    def team(self, seat: Seat) -> tuple[Seat, ...]:
        """The seats that share a seat's Legacy, itself among them."""
        teams = self.board.match.teams
        return tuple(other for other in self.board.all_seats if teams[other] == teams[seat])

    def banner(self, seat: Seat) -> Banner:
        """The faction and chapter of a seat, as its signs are drawn."""
        sitting = self.board.match.seating[seat]
        return Banner(sitting.faction, sitting.chapter - 1)


def record_of(client: MatchClient) -> Record:
    """The match as the results read it. The caller guarantees that it has begun and that the seat is held."""
    copy = client.copy
    if copy is None:
        raise LookupError("the match has not begun; there is nothing to tell of it")
    chairs = client.room.seats if client.room is not None else ()
    sitters = tuple(_sitter(chair) for chair in chairs)
    if len(sitters) < copy.board.seats:
        sitters = tuple(Sitter("") for _ in copy.board.all_seats)
    you = copy.seat if copy.seat >= 0 else None
    return Record(copy.board, copy.view.public, copy.ledgers, sitters, you)


def _sitter(chair: Chair) -> Sitter:
    if chair.resigned:
        return Sitter(chair.name, resigned=True)
    return Sitter(chair.name) if chair.player == PERSON else Sitter("", chair.player)
