"""How the city stood at the end, seat by seat: districts led, people won, facilities that stand."""

import msgspec

from game.client.screens.results.record import Record
from game.rules.ids import Seat


class Tally(msgspec.Struct, frozen=True):
    """A seat at the end: districts it led (shared ones too), percent of the people, facilities."""

    led: int
    people: int
    facilities: int


def tallies(record: Record) -> tuple[Tally, ...]:
    """One tally per seat."""
    return tuple(_tally(record, Seat(seat)) for seat in range(record.board.seats))


def _tally(record: Record, seat: Seat) -> Tally:
    districts = record.public.districts
    least = record.board.ruleset.gala.least_to_lead
    led = sum(state.support[seat] == max(state.support) >= least for state in districts)
    people = sum(
        state.support[seat] * population
        for state, population in zip(districts, record.board.population, strict=True)
    )
    facilities = sum(facility.seat == seat for state in districts for facility in state.facilities)
    return Tally(led, people // (10 * record.board.total_population), facilities)
