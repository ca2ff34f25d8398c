"""How a room is played: by which clock, and what becomes of a seat whose person is gone."""

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

from game.protocol.pins import PinVerb

HOUR = 3600

Matter: TypeAlias = Literal["end", "pause", "extend"]
"""What the persons of a match can agree on: end it now, stop its clock, give this turn more time."""

Absentee: TypeAlias = Literal["caretaker", "substitute", "pass"]
"""Who plays for somebody who is gone: a computer, whoever takes the seat, or nobody."""


class Calendar(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """Deadlines for matches that last days: a fixed grid, one point every `every` hours.

    A point outside the active hours (`active_from` to `active_to` by a clock that is `utc_offset` minutes ahead of
    UTC), or on a Saturday or Sunday with `weekends_off`, is left out. A turn that ends early does not move the grid.
    """

    every: Annotated[int, Meta(ge=1, le=168)]
    utc_offset: Annotated[int, Meta(ge=-840, le=840)] = 0
    active_from: Annotated[int, Meta(ge=0, le=23)] = 0
    active_to: Annotated[int, Meta(ge=1, le=24)] = 24
    weekends_off: bool = False


class Absence(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What becomes of the seat of somebody whose connection is gone for `hold` seconds, or who misses a deadline.

    The owner of the seat gets it back on return, whoever played it meanwhile.
    """

    hold: Annotated[int, Meta(ge=5, le=3600)] = 120
    then: Absentee = "caretaker"


class Brief(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """What a caretaker may do in one's seat: these verbs, gifts or motions if it says so. It never closes a facility."""

    verbs: Annotated[tuple[PinVerb, ...], Meta(max_length=16)] = (
        "campaign",
        "care",
        "festival",
        "forum",
        "unique",
        "travel",
        "build",
        "pledge",
    )
    gifts: bool = False
    motions: bool = False


CALM_ABSENCE = Absence()
CAREFUL_BRIEF = Brief()
