"""What is on the disk of one room, as the referee saw it come: every commit is checked against the rules."""

from collections import Counter
from collections.abc import Callable

from game.content import ruleset
from game.protocol import messages as say
from game.rules.board import Board
from game.rules.ids import Seat
from game.rules.ledger import Entry
from game.rules.resolve import agree, resolve
from game.rules.setup import Setting, new_match
from game.rules.state import State
from game.rules.view import public_hash, state_hash
from server.room import attendance, seats
from server.room.image import (
    Began,
    Image,
    Readied,
    Record,
    Resolved,
    Saved,
    SeatChanged,
    Spoken,
    Voted,
    slates_of,
    with_record,
)
from tests.support.cities import line_city

EPOCH = 1_700_000_000_000
"""Milliseconds since 1970 when the clock of a simulation begins."""

Break = Callable[..., None]
"""Says that a promise is broken: a template and what to put into it."""

Order = tuple[object, ...]
"""A command that changes a turn, so that its record can be told to come from it."""


class Chronicle:
    """One room. `states[n]` is the state after update n; `turns[n - 1]` the record that led there."""

    def __init__(self, room: str, broken: Break, slack: float) -> None:
        self.room = room
        self.image: Image | None = None
        self.states: list[State] = []
        self.turns: list[Resolved] = []
        self.saved: list[tuple[int, Saved]] = []
        """Every slate that reached the disk, with the life of the server it came in."""
        self.expected: Counter[Order] = Counter()
        """Commands the present life heard and has not stored yet."""
        self.spoken: set[tuple[Seat, str]] = set()
        self.tokens: set[bytes] = set()
        self._broken = broken
        self._slack = slack
        self._board: Board | None = None

    @property
    def turn(self) -> int:
        """The turn being planned; 0 before the match."""
        return self.states[-1].public.turn if self.states else 0

    @property
    def is_over(self) -> bool:
        """Whether the match is decided."""
        return bool(self.states) and self.states[-1].public.outcome is not None

    @property
    def people(self) -> tuple[Seat, ...]:
        """The seats that people play."""
        return () if self.image is None else seats.persons(self.image.seats)

    @property
    def is_gone(self) -> bool:
        """Whether nobody can ever come back to it."""
        return self.image is None or (self.image.phase == say.OVER and self.image.match is None)

    @property
    def deadline(self) -> float | None:
        """When the turn closes, in seconds of the loop's clock; None while no clock runs."""
        image = self.image
        if image is None or not image.deadline or image.paused_left is not None or self.is_over:
            return None
        return (image.deadline - EPOCH) / 1000

    def claimed(self) -> None:
        """A host took the room up."""
        self.expected.clear()

    def committed(
        self, life: int, records: tuple[Record, ...], image: Image | None, asked_at: float, now: float
    ) -> None:
        """These records, and the image where there is one, are on disk."""
        for record in records:
            self._check(life, record, asked_at, now)
            self._take(record, image)
        if image is not None:
            self._holds(image)
            self.image = image

    def _holds(self, image: Image) -> None:
        if self.states and (image.state != self.states[-1] or image.number != len(self.turns)):
            self._broken("the image stored after update %d holds another state", len(self.turns))

    def _take(self, record: Record, image: Image | None) -> None:
        match record:
            case SeatChanged(now=now):
                self.tokens.update(now.tokens)
                if now.substitute is not None:
                    self.tokens.update(now.substitute.tokens)
            case Spoken(line):
                self.spoken.add((line.seat, line.text))
        if self.image is not None and image is None:
            self.image = with_record(self.image, record)

    def _check(self, life: int, record: Record, asked_at: float, now: float) -> None:
        match record:
            case Saved(seat, turn, orders):
                self.saved.append((life, record))
                self._in_turn(turn)
                self._asked_for(seat, ("save", turn, orders))
            case Readied(seat, turn, ready=True):
                self._in_turn(turn)
                self._asked_for(seat, ("ready", turn))
            case Voted(seat, turn, agree=True, matter=matter):
                self._in_turn(turn)
                self._asked_for(seat, ("vote", turn, matter))
            case Began():
                self._begin(record)
            case Resolved():
                self._closes_in_time(record, asked_at, now)
                self._prove(record)

    def _in_turn(self, turn: int) -> None:
        if turn != self.turn:
            self._broken("an order for turn %d was stored in turn %d", turn, self.turn)

    def _asked_for(self, seat: Seat, order: Order) -> None:
        """Each record of a person comes from one command, and no two from the same."""
        if self.image is None or not self.image.seats[seat].is_person:
            return
        self.expected[order] -= 1
        if self.expected[order] < 0:
            self._broken("stored twice, or never asked for: %s", order)

    def _begin(self, began: Began) -> None:
        """The match follows from what the room was made as, and from nothing else."""
        image = self.image
        if image is None:
            self._broken("a match began in a room that is not on disk")
            return
        setup = image.setup
        setting = Setting(setup.mode, setup.temper, setup.teams, setup.unranked)
        match, state = new_match(
            ruleset(), line_city(), began.match.seating, setup.length, setup.seed, setting
        )
        if (match, setup.seed) != (began.match, began.seed):
            self._broken("the match is not the one that was asked for")
        self._board = Board(match)
        self.states = [state]

    def _closes_in_time(self, record: Resolved, asked_at: float, now: float) -> None:
        """Not before everyone is ready or time is up, and then without delay."""
        image, deadline = self.image, self.deadline
        if image is None:
            return
        if deadline is not None and now > deadline + self._slack:
            self._broken("turn %d closed %.1f s after its deadline", record.turn, now - deadline)
        everyone = attendance.is_due(image) or record.agreed
        if not everyone and (deadline is None or asked_at < deadline - 0.01):
            self._broken("turn %d closed early, and not everyone was ready", record.turn)

    def _prove(self, record: Resolved) -> None:
        """The same slates lead from the same state to the same hash, and they are the ones that were saved."""
        board, image = self._board, self.image
        if board is None or image is None:
            self._broken("turn %d was resolved before the match began", record.turn)
            return
        if not record.agreed and slates_of(image) != record.slates:
            self._broken("turn %d was played with other slates than were saved", record.turn)
        entries: list[Entry] = []
        before = self.states[-1]
        after = (
            agree(board, before, entries) if record.agreed else resolve(board, before, record.slates, entries)
        )
        self._same(record, after, tuple(entries))
        self.states.append(after)
        self.turns.append(record)

    def _same(self, record: Resolved, after: State, entries: tuple[Entry, ...]) -> None:
        wanted = (len(self.turns) + 1, self.turn, entries, public_hash(after.public), state_hash(after))
        found = (record.number, record.turn, record.entries, record.public_hash, record.state_hash)
        for name, want, have in zip(
            ("number", "turn", "ledger", "public hash", "state hash"), wanted, found, strict=True
        ):
            if want != have:
                self._broken("update %d: its %s is not what a replay gives", record.number, name)
