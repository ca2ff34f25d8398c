"""What people say to each other."""

from typing import Annotated

from msgspec import Meta, Struct

from game.rules.ids import Seat

MOST_TEXT = 300
MOST_MESSAGE = 200
"""Characters of what a server tells everybody who comes."""

EVERYBODY = Seat(-1)
"""As the receiver of a line: whoever is in the room."""

ChatText = Annotated[str, Meta(min_length=1, max_length=MOST_TEXT)]


class Line(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A line of chat. `seat` is the speaker's, -1 in the lobby of a server; `to` a seat, or -1 for everybody.

    `at` is milliseconds since 1970.
    """

    name: str
    text: str
    at: int
    seat: Seat = EVERYBODY
    to: Seat = EVERYBODY
