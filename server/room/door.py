"""The door of a room: whom it lets in, to sit down or to watch. Pure; knows no connections."""

import hmac

from game.protocol.refusals import Refusal, Refused, refusal
from server.room import names, tokens
from server.room.image import Barred, Image, SeatImage

MOST_BARRED = 64
"""Of those shown out the newest are remembered."""


def not_admitted(image: Image, password: str, person: int = 0, player: str = "") -> Refusal | None:
    """Why somebody does not come in, if they do not.

    `person` is who the server knows them as, 0 for a guest; `player` the name they want, empty for who only
    watches. One who was shown out and knows no password hears of the password alone.
    """
    if image.setup.password and not hmac.compare_digest(tokens.digest(password), image.setup.password):
        return refusal(Refused.WRONG_PASSWORD, "password")
    if person in image.barred_persons or (image.barred and player and names.skeleton(player) in image.barred):
        return refusal(Refused.KICKED, "room")
    return None


def barring(image: Image, seat: SeatImage) -> Barred:
    """The record after which the one in this seat does not come in again."""
    persons = (*image.barred_persons, seat.person) if seat.person else image.barred_persons
    return Barred((*image.barred, names.skeleton(seat.name))[-MOST_BARRED:], persons[-MOST_BARRED:])
