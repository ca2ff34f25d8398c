"""The numbers of a finished match, in whole points of Legacy that add up as shown (rule 11).

The state counts hundredths. What is shown are whole points, rounded down as running sums: parts shown
side by side always add up to the total shown.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final, Literal

import msgspec

from game.client.screens.results.record import Record
from game.rules.ids import Seat

Source = Literal["leading", "second", "agenda"]
SOURCES: Final[tuple[Source, ...]] = ("leading", "second", "agenda")
"""What Legacy comes from, in the order bars and tables show it."""


class Standing(msgspec.Struct, frozen=True):
    """A seat's line of the ranking. `place` is 0 in a sundered city; `behind` the winner, in points."""

    seat: Seat
    place: int
    total: int
    behind: int
    sources: tuple[int, ...]


def points(hundredths: int) -> int:
    """Whole points of Legacy, rounded down."""
    return hundredths // 100


def split(hundredths: Sequence[int]) -> tuple[int, ...]:
    """Parts in whole points that add up to their sum in whole points."""
    sums = [0, *(points(total) for total in accumulate(hundredths))]
    return tuple(after - before for before, after in pairwise(sums))


def sources(record: Record, seat: Seat) -> tuple[int, ...]:
    """Points a seat has of each source, in the order of `SOURCES`."""
    galas = record.public.seats[seat].galas
    return split([sum(getattr(gala, source) for gala in galas) for source in SOURCES])


def standings(record: Record) -> tuple[Standing, ...]:
    """All seats, the best first; equals in the order of their seats."""
    legacy = [state.legacy for state in record.public.seats]
    places = record.public.outcome.places if record.public.outcome is not None else ()
    seats = [Seat(seat) for seat in range(len(legacy))]
    order = sorted(seats, key=lambda seat: (places[seat] if places else 0, -legacy[seat], seat))
    best = points(max(legacy))
    return tuple(
        Standing(
            seat,
            places[seat] if places else 0,
            points(legacy[seat]),
            best - points(legacy[seat]),
            sources(record, seat),
        )
        for seat in order
    )


def running(record: Record) -> tuple[tuple[int, ...], ...]:
    """Legacy in hundredths after each Gala that was held: one row per seat."""
    return tuple(tuple(accumulate(gala.total for gala in state.galas)) for state in record.public.seats)


def leads(record: Record) -> tuple[tuple[float, ...], ...]:
    """Points above (or below 0) the mean of all seats after each Gala: one row per seat."""
    rows = running(record)
    means = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    return tuple(tuple((value - mean) / 100 for value, mean in zip(row, means, strict=True)) for row in rows)


def gala_turn(record: Record, gala: int) -> int:
    """The turn a Gala (from 0) was held in."""
    return (gala + 1) * record.board.length.season_turns


def leaders_after(record: Record, gala: int) -> frozenset[Seat]:
    """Who was ahead after a Gala (from 0); equals are ahead together."""
    column = [row[gala] for row in running(record)]
    return frozenset(Seat(seat) for seat, value in enumerate(column) if value == max(column))
