"""How a match ended for each of its seats: what is remembered of people once the room is gone."""

from msgspec import Struct

from server.room.image import Image


class SeatResult(Struct, frozen=True):
    """A seat at the end. `person` is 0 for a computer and for a guest; in a `resigned` seat it is who gave it up.

    `place` counts from 1, equals share; 0 without one: not `ranked`, or all have lost together. Seats of
    the same `team` share their place. `turns_missed` of the `turns_due` closed without anything from the seat's person.
    """

    person: int
    name: str
    place: int
    ranked: bool
    resigned: bool
    team: int
    turns_due: int
    turns_missed: int


class Result(Struct, frozen=True):
    """A match that is over. `seeded`: its maker chose the seed; `ending` as in `game.rules.state.Ending`."""

    room: str
    mode: str
    seeded: bool
    ending: str
    seats: tuple[SeatResult, ...]


def result_of(image: Image) -> Result | None:
    """The result of the room's match, the same whenever it is asked for; None while it is not over."""
    match, outcome = image.match, None if image.state is None else image.state.public.outcome
    if match is None or outcome is None:
        return None
    setup = image.setup
    # Where all have lost together nobody was given one.
    places = outcome.places or (0,) * len(image.seats)
    seats = tuple(
        SeatResult(
            seat.person if seat.is_person or seat.resigned else 0,
            seat.name if seat.is_person or seat.resigned else "",
            places[number],
            number not in match.unranked,
            seat.resigned,
            match.teams[number],
            seat.turns_due,
            seat.turns_missed,
        )
        for number, seat in enumerate(image.seats)
    )
    return Result(setup.id, setup.mode, setup.seeded, str(outcome.ending), seats)
