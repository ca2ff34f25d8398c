"""What players know of their commands, held against what the server's journal has of them."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from msgspec import Struct

from game.protocol import messages as say
from game.rules.board import Board
from game.rules.ids import Seat
from game.rules.ledger import Entry
from game.rules.resolve import resolve
from game.rules.setup import opening
from game.rules.view import public_hash, state_hash
from server.disk import rows
from server.disk.rows import StoredRoom
from server.room.image import Image, Readied, Record, Resolved, Saved

Order: TypeAlias = Saved | Readied
"""A command that counts, as the record that comes of it."""


class Entered(Struct):
    """A command on its way. `answer` is None until the player has one."""

    order: Order
    answer: say.Answer | None = None

    @property
    def must_count(self) -> bool:
        """Whether the player was told that it counts."""
        return isinstance(self.answer, say.Done)

    @property
    def may_count(self) -> bool:
        """Whether it may be on disk, as far as the player can know."""
        return self.answer is None or self.must_count


class Books:
    """Every command of every player, in the order they were sent."""

    def __init__(self) -> None:
        self.rooms: list[str] = []
        """Rooms the players were told they have made."""
        self._entered: defaultdict[str, list[Entered]] = defaultdict(list)

    def enter(self, room: str, order: Order) -> Entered:
        """A player sends it now."""
        entered = Entered(order)
        self._entered[room].append(entered)
        return entered

    @property
    def acknowledged(self) -> int:
        """How many commands the players were told count."""
        return sum(one.must_count for entered in self._entered.values() for one in entered)

    def faults(self, database: sqlite3.Connection) -> Iterator[str]:
        """What the journal has otherwise than the players were told."""
        stored = list(rows.rooms(database, "TRUE"))
        if sorted(room.id for room in stored) != sorted(self.rooms):
            yield f"{len(stored)} rooms are on disk, {len(self.rooms)} were made"
        for room in stored:
            records = rows.records_after(database, room.made, 0)
            yield from (f"room {room.id}: {fault}" for fault in self._faults_of(room, records))

    def _faults_of(self, room: StoredRoom, records: tuple[Record, ...]) -> Iterator[str]:
        image = room.image()
        entered, stored = _by_seat(self._entered[room.id]), _by_seat(_orders_in(records, image))
        for key in entered.keys() | stored.keys():
            if not fits(entered[key], [one.order for one in stored[key]]):
                sent = "; ".join(f"{one.order} {type(one.answer).__name__}" for one in entered[key])
                yield f"seat and turn {key}: sent {sent}, stored {[one.order for one in stored[key]]}"
        yield from _last_ones_were_played(records)
        yield from _plays_again(image, records)


def fits(entered: list[Entered], stored: list[Order]) -> bool:
    """Whether the records can come from the commands: each acknowledged one once, each unanswered one at most once."""
    places = {0}
    """How many records the commands so far can account for."""
    for one in entered:
        taken = {
            place + 1
            for place in places
            if one.may_count and place < len(stored) and stored[place] == one.order
        }
        places = taken if one.must_count else taken | places
    return len(stored) in places


def _by_seat(entered: Iterable[Entered]) -> defaultdict[tuple[Seat, int], list[Entered]]:
    found: defaultdict[tuple[Seat, int], list[Entered]] = defaultdict(list)
    for one in entered:
        found[one.order.seat, one.order.turn].append(one)
    return found


def _orders_in(records: Iterable[Record], image: Image) -> Iterator[Entered]:
    """Those of people."""
    orders = (record for record in records if isinstance(record, Saved | Readied))
    return (Entered(order) for order in orders if image.seats[order.seat].is_person)


def _last_ones_were_played(records: tuple[Record, ...]) -> Iterator[str]:
    """Each turn is played once, in its order, with the slates that were stored last."""
    last: dict[Seat, Saved] = {}
    number = 0
    for record in records:
        if isinstance(record, Saved):
            last[record.seat] = record
        elif isinstance(record, Resolved):
            number += 1
            slates = [last[Seat(n)].orders if n in last else () for n in range(len(record.slates))]
            if record.number != number or list(record.slates) != slates:
                yield f"turn {record.turn} was not played as it was stored"
            last.clear()


def _plays_again(image: Image, records: tuple[Record, ...]) -> Iterator[str]:
    """The rules come to the same from the seed and the slates."""
    if image.match is None:
        return
    board = Board(image.match)
    state = opening(board, image.setup.seed)
    for record in records:
        if isinstance(record, Resolved):
            ledger: list[Entry] = []
            state = resolve(board, state, record.slates, ledger)
            found = (record.entries, record.public_hash, record.state_hash)
            if found != (tuple(ledger), public_hash(state.public), state_hash(state)):
                yield f"turn {record.turn} comes out otherwise when it is played again"
                return
