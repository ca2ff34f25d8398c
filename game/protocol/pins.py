"""What a seat lets the others see of its plans."""

from typing import Annotated, Literal, TypeAlias

from msgspec import Meta, Struct

from game.rules.ids import District

PinVerb: TypeAlias = Literal[
    "campaign", "care", "festival", "forum", "unique", "travel", "build", "pledge", "motion"
]  # fmt: skip
"""What a leader can do: the key of its verb."""

MOST_PINS = 8


class Pin(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """I mean to do this here: public, and it binds nobody."""

    verb: PinVerb
    district: Annotated[District, Meta(ge=0, le=255)]
