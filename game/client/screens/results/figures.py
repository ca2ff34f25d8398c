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
from game.rules.ledger import Scored

Source = Literal["leading", "second", "stakes", "agenda", "laws", "mandates"]
SOURCES: Final[tuple[Source, ...]] = ("leading", "second", "stakes", "agenda", "laws", "mandates")
"""What Legacy comes from, in the order bars and tables show it."""
OF_A_GALA: Final = SOURCES[:4]
"""The sources that a Gala scores."""


class Standing(msgspec.Struct, frozen=True):
    """A seat's line of the ranking. `place` is 0 where the seat has none; `behind` the first, in points.

    `blame` is in hundredths.
    """

    seat: Seat
    place: int
    total: int
    behind: int
    blame: int
    sources: tuple[int, ...]


def points(hundredths: int) -> int:
    """Whole points of Legacy, rounded down."""
    return hundredths // 100


def split(hundredths: Sequence[int]) -> tuple[int, ...]:
    """Parts in whole points that add up to their sum in whole points."""
    sums = [0, *(points(total) for total in accumulate(hundredths))]
    return tuple(after - before for before, after in pairwise(sums))


def sources(record: Record, seat: Seat) -> tuple[int, ...]:
    """Points a seat has of each source, in the order of `SOURCES`.

    Laws are those that passed; what then is left of the Legacy came from mandates.
    """
    state = record.public.seats[seat]
    parts = [sum(getattr(gala, source) for gala in state.galas) for source in OF_A_GALA]
    parts.append(state.passed * record.board.ruleset.council.legacy)
    return split([*parts, state.legacy - sum(parts)])


def standings(record: Record) -> tuple[Standing, ...]:
    """All seats, the best first, those without a place last; equals in the order of their seats."""
    legacy = [state.legacy for state in record.public.seats]
    places = places_of(record)
    order = sorted(record.board.all_seats, key=lambda seat: (not places[seat], places[seat], -legacy[seat]))
    best = points(max(legacy))
    return tuple(
        Standing(
            seat,
            places[seat],
            points(legacy[seat]),
            best - points(legacy[seat]),
            record.public.seats[seat].blame,
            sources(record, seat),
        )
        for seat in order
    )


def places_of(record: Record) -> tuple[int, ...]:
    """Each seat's place from 1, or 0 where it has none: it is not ranked, or all stood together and failed."""
    outcome = record.public.outcome
    return outcome.places if outcome is not None and outcome.places else (0,) * record.board.seats


def running(record: Record) -> tuple[tuple[int, ...], ...]:
    """Legacy in hundredths after each Gala that was held, and in the end if that is more: one row per seat."""
    rows = [_after_galas(record, seat) for seat in record.board.all_seats]
    ends = [state.legacy for state in record.public.seats]
    if all(row and row[-1] == end for row, end in zip(rows, ends, strict=True)) or not any(ends):
        return tuple(rows)
    return tuple((*row, end) for row, end in zip(rows, ends, strict=True))


def galas_held(record: Record) -> int:
    """How many Galas there were."""
    return len(record.public.seats[0].galas)


def _after_galas(record: Record, seat: Seat) -> tuple[int, ...]:
    """With the laws of the seat that had passed by then, as far as this client saw them pass."""
    scored = list(accumulate(gala.total for gala in record.public.seats[seat].galas))
    laws = _laws(record, seat)
    return tuple(
        total + sum(amount for turn, amount in laws if turn <= gala_turn(record, gala))
        for gala, total in enumerate(scored)
    )


def _laws(record: Record, seat: Seat) -> list[tuple[int, int]]:
    """The turns in which laws of a seat passed, and what each scored in hundredths."""
    return [
        (turn, entry.amount)
        for turn, ledger in record.ledgers.items()
        for entry in ledger
        if isinstance(entry, Scored) and entry.seat == seat and entry.cause == "law"
    ]


def leads(record: Record) -> tuple[tuple[float, ...], ...]:
    """Points above (or below 0) the mean of all seats, in the columns of `running`: one row per seat."""
    rows = running(record)
    means = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    return tuple(tuple((value - mean) / 100 for value, mean in zip(row, means, strict=True)) for row in rows)


def gala_turn(record: Record, gala: int) -> int:
    """The turn a Gala (from 0) was held in."""
    return (gala + 1) * record.board.length.season_turns


def leaders_after(rows: Sequence[Sequence[int]], gala: int) -> frozenset[Seat]:
    """Who was ahead in a column of `rows`, which are those of `running`; equals are ahead together."""
    column = [row[gala] for row in rows]
    return frozenset(Seat(seat) for seat, value in enumerate(column) if value == max(column))
