"""Turning points: where the match was decided, found in the Galas and the ledgers."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal, TypeVar

import msgspec

from game.client.screens.results.figures import gala_turn, galas_held, leaders_after, leads, running
from game.client.screens.results.record import Record
from game.rules.ids import District, Seat
from game.rules.ledger import (
    Contested,
    Decided,
    Finished,
    Fractured,
    Happened,
    Scored,
    Shifted,
    Stopped,
)

Kind = Literal[
    "took_lead", "mandates", "took", "gained", "lost", "gala", "fracture", "sundered", "stopped", "law", "finished",
    "unanswered",
]  # fmt: skip
"""The lead of the match, by a Gala or by mandates; the lead in a district, or people gained or lost there; one
Gala; Fracture; upkeep unpaid; a law that passed; a Sanctuary finished; a crisis that nobody answered."""

_Entry = TypeVar("_Entry")
MOST: Final = 4
_NOWHERE: Final = District(-1)
_PER_LEAD: Final = 9.0
_PER_POINT: Final = 0.8
_PER_PERSON: Final = 0.013
_PER_FRACTURE: Final = 0.3
_PER_STOP: Final = 6.0
_PER_LAW: Final = 4.0
_PER_STAKE: Final = 0.35
_PER_HARM: Final = 1.5


class Turning(msgspec.Struct, frozen=True):
    """One turning point. `amount` and `to` are points, permille, weights of a vote or Fracture, by its kind.

    `seats` are those it is about; `weight` compares kinds: about as many points of Legacy as it moved. `key` names
    the law or the event.
    """

    turn: int
    kind: Kind
    seats: tuple[Seat, ...]
    weight: float
    district: District = _NOWHERE
    amount: int = 0
    to: int = 0
    key: str = ""


def turning_points(record: Record, most: int = MOST) -> tuple[Turning, ...]:
    """The heaviest turning points, at most `most`, in the order of their turns.

    No kind has more than half of them, so that the list tells a story and not one thing four times.
    """
    found = sorted(_all(record), key=lambda point: (-point.weight, point.turn))
    kept: list[Turning] = []
    for point in found:
        alike = sum(_family(other) == _family(point) for other in kept)
        same = any(other.turn == point.turn and other.district == point.district for other in kept)
        if len(kept) < most and alike < max(1, most // 2) and not same:
            kept.append(point)
    return tuple(sorted(kept, key=lambda point: (point.turn, -point.weight)))


def _all(record: Record) -> Iterator[Turning]:
    yield from _lead_changes(record)
    yield from _great_galas(record)
    yield from _moves(record)
    yield from _fractures(record)
    yield from _stops(record)
    yield from _laws(record)
    yield from _sanctuaries(record)
    yield from _unanswered(record)


def _family(point: Turning) -> str:
    families = {"lost": "gained", "took": "gained", "sundered": "fracture", "mandates": "took_lead"}
    return families.get(point.kind, point.kind)


def _lead_changes(record: Record) -> Iterator[Turning]:
    """A Gala after which somebody else was ahead, a late one weighs more; or the mandates at the end."""
    galas, rows = galas_held(record), running(record)
    for column in range(1, len(rows[0])):
        ahead = leaders_after(rows, column)
        new = ahead - leaders_after(rows, column - 1)
        if new and len(ahead) == 1:
            (seat,) = new
            lead = _margin(rows, column)
            weight = _PER_LEAD * (0.5 + (column + 1) / galas) + lead
            by_gala = column < galas
            turn = gala_turn(record, column) if by_gala else record.public.turn
            kind: Kind = "took_lead" if by_gala else "mandates"
            yield Turning(turn, kind, (seat,), weight, amount=round(lead), to=column + 1)


def _margin(rows: Sequence[Sequence[int]], gala: int) -> float:
    """Points between the first and the second in a column of `running`."""
    first, second, *_ = sorted((row[gala] for row in rows), reverse=True)
    return (first - second) / 100


def _great_galas(record: Record) -> Iterator[Turning]:
    """The Gala at which a seat won most on the mean of all."""
    rows = leads(record)
    steps = [
        (row[gala] - (row[gala - 1] if gala else 0.0), gala, Seat(seat))
        for seat, row in enumerate(rows)
        for gala in range(galas_held(record))
    ]
    for lead, gala, seat in sorted(steps, key=lambda step: (-step[0], step[1]))[:2]:
        if lead >= 1:
            score = record.public.seats[seat].galas[gala].total // 100
            yield Turning(
                gala_turn(record, gala), "gala", (seat,), _PER_POINT * lead, amount=score, to=gala + 1
            )


def _moves(record: Record) -> Iterator[Turning]:
    """The largest changes of support in one turn, weighed with the people they concern."""
    for turn, ledger in record.ledgers.items():
        for entry in ledger:
            if isinstance(entry, Contested):
                yield from _moves_of(record, turn, entry)


def _moves_of(record: Record, turn: int, entry: Contested) -> Iterator[Turning]:
    people = record.board.population[entry.district]
    for seat, (before, after) in enumerate(zip(entry.before, entry.after, strict=True)):
        change = after - before
        if change:
            kind: Kind = "lost" if change < 0 else "took" if _took(entry, seat) else "gained"
            weight = _PER_PERSON * abs(change) * people
            yield Turning(turn, kind, (Seat(seat),), weight, entry.district, before, after)


def _took(entry: Contested, seat: int) -> bool:
    """Whether the seat came to lead the district alone."""
    after = [support for other, support in enumerate(entry.after) if other != seat]
    before = [support for other, support in enumerate(entry.before) if other != seat]
    return entry.after[seat] > max(after) and entry.before[seat] <= max(before)


def _fractures(record: Record) -> Iterator[Turning]:
    """Where Fracture stood highest, if it passed a step there that hurts; the end, if it sundered the city."""
    measured = [(entry.after, turn) for turn, entry in _entries(record, Fractured)]
    if not measured:
        return
    peak, turn = max(measured, key=lambda pair: (pair[0], -pair[1]))
    if peak < 50:
        return
    if record.sundered:
        yield Turning(turn, "sundered", (), 1000.0, amount=peak)
    else:
        yield Turning(turn, "fracture", (), _PER_FRACTURE * peak, amount=peak)


def _stops(record: Record) -> Iterator[Turning]:
    """The first turn in which a seat could not pay its upkeep."""
    seen: set[Seat] = set()
    for turn, entry in _entries(record, Stopped):
        if entry.seat not in seen:
            seen.add(entry.seat)
            yield Turning(turn, "stopped", (entry.seat,), _PER_STOP, amount=entry.missing)


def _laws(record: Record) -> Iterator[Turning]:
    """Laws that passed; a close vote weighs more."""
    for turn, entry in _entries(record, Decided):
        if entry.passed:
            movers = (entry.mover,) if entry.mover >= 0 else ()
            close = max(0, 100 - (entry.ayes - entry.nays)) / 25
            weight = _PER_LAW * (1 + len(movers)) + close
            yield Turning(turn, "law", movers, weight, amount=entry.ayes, to=entry.nays, key=entry.law)


def _sanctuaries(record: Record) -> Iterator[Turning]:
    """Sanctuaries that were finished, by what their stakes paid in the whole match."""
    for turn, entry in _entries(record, Finished):
        holders = [seat for seat in record.board.all_seats if entry.stakes[seat]]
        holders.sort(key=lambda seat: -entry.stakes[seat])
        paid = sum(
            scored.amount
            for _, scored in _entries(record, Scored)
            if scored.cause == "stakes" and scored.district == entry.district
        )
        weight = _PER_STAKE * paid / 100
        amount, to = sum(entry.stakes), len(holders)
        yield Turning(turn, "finished", tuple(holders), weight, entry.district, amount=amount, to=to)


def _unanswered(record: Record) -> Iterator[Turning]:
    """Crises that nobody answered, by the unrest they brought."""
    for turn, entry in _entries(record, Happened):
        if entry.answered or not record.board.ruleset.events[entry.event].answers:
            continue
        brought = sum(
            shift.amount
            for shift in record.ledgers[turn]
            if isinstance(shift, Shifted) and shift.cause == entry.event and shift.subject == "unrest"
        )
        weight = _PER_HARM * brought
        yield Turning(turn, "unanswered", (), weight, entry.district, amount=brought, key=entry.event)


def _entries(record: Record, kind: type[_Entry]) -> Iterable[tuple[int, _Entry]]:
    for turn, ledger in sorted(record.ledgers.items()):
        for entry in ledger:
            if isinstance(entry, kind):
                yield turn, entry
