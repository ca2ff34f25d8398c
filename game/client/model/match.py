"""A running match as the player's client holds it: what the server told, what is planned, what is to be shown."""

from collections import deque

from msgspec import Struct

from game.client.model.company import Company
from game.client.model.courier import Courier
from game.client.model.outlook import Outlook
from game.client.model.planning import Planning
from game.client.model.story import Story, story_of
from game.client.model.talk import Talk
from game.client.model.words import Saying, Words
from game.link import happenings as told
from game.link.match_client import MatchClient
from game.link.match_copy import MatchCopy
from game.protocol.messages import Pin
from game.rules.board import Board
from game.rules.ids import Seat
from game.rules.ledger import Ledger
from game.rules.state import Public

STEPS_A_FRAME = 6
"""Pieces of forecast worked out between two frames; a piece takes well under a millisecond."""


class Lost(Struct, frozen=True):
    """The connection dropped, or the room is `away`: let go because the server's disk failed.

    The next try is at `retry_at`, in seconds of the frames' clock.
    """

    retry_at: float
    away: bool = False


class Departure(Struct, frozen=True):
    """This seat plays here no longer; `key` is the sentence that says why.

    `displaced`: another device has it now, or, where one was `absent`, a substitute; it can be taken back.
    `stood_in_for` is whose seat it was, if one was their substitute: they have it again.
    """

    key: str
    displaced: bool = False
    stood_in_for: str = ""
    absent: bool = False


class MatchModel:
    """One match at one client. Call `poll` each frame; `version` rises when something looks different.

    The caller guarantees that the match has begun: `client.copy` is there.
    """

    def __init__(self, client: MatchClient, say: Saying, talk: Talk | None = None) -> None:
        self.client = client
        copy = self._copy()
        self.company = Company(client, copy.board, talk if talk is not None else Talk())
        self.words = Words(copy.board, say)
        self.planning = Planning(copy.board, copy.view.public, copy.seat, copy.slate)
        self.outlook = Outlook(self.planning)
        self.courier = Courier(client, self.planning)
        self.courier.ready = self.is_ready()
        self.stories: deque[Story] = deque()
        self.lost: Lost | None = None
        self.departure: Departure | None = None
        self.version = 0
        self._seen = -1
        self._stands_in_for = self.company.stands_in_for
        self._was_absent = self.company.is_absent(self.seat)
        self.stood_in = copy.stood_in
        """Who has played the own seat and is yet to be told of; whoever tells it empties it."""

    # --- what stands ----------------------------------------------------------------------------

    @property
    def board(self) -> Board:
        """The match's tables."""
        return self.planning.board

    @property
    def public(self) -> Public:
        """What everyone sees, as it stands."""
        return self.planning.public

    @property
    def seat(self) -> Seat:
        """The own seat; -1 for a spectator."""
        return self.planning.seat

    @property
    def mandates(self) -> tuple[str, ...]:
        """The own secret goals; a spectator has none."""
        return self._copy().view.mandates

    @property
    def ready(self) -> tuple[bool, ...]:
        """Who has finished the turn, per seat."""
        return self._copy().ready

    @property
    def resigned(self) -> bool:
        """Whether this player gave the seat up: a computer player plays it, and one may watch."""
        room = self.client.room
        return room is not None and 0 <= self.seat < len(room.seats) and room.seats[self.seat].resigned

    @property
    def pins(self) -> tuple[tuple[Pin, ...], ...]:
        """What each seat lets everybody see of its plans for this turn."""
        return self._copy().pins

    @property
    def ended(self) -> bool:
        """Whether the match is over."""
        return self.public.outcome is not None

    def is_ready(self) -> bool:
        """Whether the own seat has finished the turn, as the server knows it."""
        copy = self._copy()
        return copy.seat >= 0 and copy.ready[copy.seat]

    def is_waiting(self) -> bool:
        """Whether this player has finished and others have not."""
        return self.courier.ready and not self.ended

    def last_ledger(self) -> Ledger:
        """The ledger of the turn before; empty in the first."""
        turn = self.public.turn if self.ended else self.public.turn - 1
        return self._copy().ledgers.get(turn, ())

    def ledgers(self) -> dict[int, Ledger]:
        """Every ledger this client has, by turn."""
        return self._copy().ledgers

    def seconds_left(self) -> float | None:
        """Seconds left of the turn; None without a clock."""
        return self.client.seconds_left()

    # --- time -----------------------------------------------------------------------------------

    def poll(self, now: float) -> bool:
        """Take in what happened and work a piece on the forecasts; True if something looks different."""
        while (happening := self.client.poll()) is not None:
            self._take(happening, now)
        self.outlook.refresh()
        for _ in range(STEPS_A_FRAME):
            if not self.outlook.step():
                break
        version = self.version + self.planning.version + self.outlook.version
        changed, self._seen = version != self._seen, version
        return changed

    def touch(self) -> None:
        """Say that something looks different."""
        self.version += 1

    def _take(self, happening: told.Happening, now: float) -> None:
        if isinstance(happening, told.RoomSeen):
            self._stands_in_for = self.company.stands_in_for
            self._was_absent = self.company.is_absent(self.seat)
        self.company.talk.take(happening, self.seat)
        match happening:
            case told.TurnPlayed():
                self._played(happening)
            case told.MatchBegun():
                self._begun()
            case told.Disconnected(retry_in=seconds):
                self.lost = Lost(now + seconds)
            case told.RoomAway(retry_in=seconds):
                self.lost = Lost(now + seconds, away=True)
            case told.Connected() | told.RoomSeen():
                self.lost = None
            case told.Over():
                self.departure = Departure("city-over-closed")
            case told.SeatLost():
                self.departure = Departure("city-over-seat-lost")
            case told.Displaced():
                self.departure = self._displaced()
            case _:
                pass
        self.version += 1

    def _played(self, played: told.TurnPlayed) -> None:
        before, after = played.before.public, played.after.public
        self.stories.append(story_of(self.board, self.seat, played.entries, before, after))
        self.courier.new_turn()
        self.planning.renew(after, ())

    def _displaced(self) -> Departure:
        """Taken by the own other device; by a substitute; or by the one whose substitute this was."""
        if self._stands_in_for:
            return Departure("city-over-returned", stood_in_for=self._stands_in_for)
        key = "city-over-substituted" if self._was_absent else "city-over-displaced"
        return Departure(key, displaced=True, absent=self._was_absent)

    def returned(self) -> None:
        """The seat was taken back."""
        self.departure = None
        self.touch()

    def _begun(self) -> None:
        """A snapshot after a lost connection: the slate in work is kept while its turn still runs.

        What a substitute has saved meanwhile takes its place: that is what counts if nothing is done.
        """
        copy = self._copy()
        same_turn = copy.turn == self.public.turn and not copy.stood_in
        self.planning.board = copy.board
        self.words.board = copy.board
        self.planning.renew(copy.view.public, self.planning.slate if same_turn else copy.slate)
        if same_turn:
            self.courier.retry()
        else:
            self.courier.new_turn()
        self.stood_in = copy.stood_in

    def _copy(self) -> MatchCopy:
        if self.client.copy is None:
            raise LookupError("the match has not begun; wait for MatchBegun before showing the city")
        return self.client.copy
