"""Turning points: where the match was decided, found in the Galas and the ledgers."""

from collections.abc import Iterable, Iterator
from typing import Final, Literal, TypeVar

import msgspec

from game.client.screens.results.figures import gala_turn, leaders_after, leads, running
from game.client.screens.results.record import Record
from game.rules.ids import District, Seat
from game.rules.ledger import Contested, Fractured, Stopped

Kind = Literal["took_lead", "took", "gained", "lost", "gala", "fracture", "sundered", "stopped"]
"""The lead of the match; the lead in a district, or people gained or lost there; one Gala; Fracture; upkeep unpaid."""

_Entry = TypeVar("_Entry")
MOST: Final = 4
_NOWHERE: Final = District(-1)
_PER_LEAD: Final = 9.0
_PER_POINT: Final = 0.8
_PER_PERSON: Final = 0.013
_PER_FRACTURE: Final = 0.3
_PER_STOP: Final = 6.0


class Turning(msgspec.Struct, frozen=True):
    """One turning point. `amount` and `to` are points, permille of support or Fracture, by its kind.

    `seats` are those it is about; `weight` compares kinds: about as many points of Legacy as it moved.
    """

    turn: int
    kind: Kind
    seats: tuple[Seat, ...]
    weight: float
    district: District = _NOWHERE
    amount: int = 0
    to: int = 0


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


def _family(point: Turning) -> str:
    return {"lost": "gained", "took": "gained", "sundered": "fracture"}.get(point.kind, point.kind)


def _galas(record: Record) -> int:
    return len(record.public.seats[0].galas)


def _lead_changes(record: Record) -> Iterator[Turning]:
    """A Gala after which somebody else was ahead; a late one weighs more."""
    for gala in range(1, _galas(record)):
        ahead = leaders_after(record, gala)
        new = ahead - leaders_after(record, gala - 1)
        if new and len(ahead) == 1:
            (seat,) = new
            lead = _margin(record, gala)
            weight = _PER_LEAD * (0.5 + (gala + 1) / _galas(record)) + lead
            yield Turning(
                gala_turn(record, gala), "took_lead", (seat,), weight, amount=round(lead), to=gala + 1
            )


def _margin(record: Record, gala: int) -> float:
    """Points between the first and the second after a Gala."""
    first, second, *_ = sorted((row[gala] for row in running(record)), reverse=True)
    return (first - second) / 100


def _great_galas(record: Record) -> Iterator[Turning]:
    """The Gala at which a seat won most on the mean of all."""
    rows = leads(record)
    steps = [
        (row[gala] - (row[gala - 1] if gala else 0.0), gala, Seat(seat))
        for seat, row in enumerate(rows)
        for gala in range(len(row))
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


def _entries(record: Record, kind: type[_Entry]) -> Iterable[tuple[int, _Entry]]:
    for turn, ledger in sorted(record.ledgers.items()):
        for entry in ledger:
            if isinstance(entry, kind):
                yield turn, entry
