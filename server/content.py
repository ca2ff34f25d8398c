"""What a room is played with: the ruleset and the city, chosen when the room is made."""

from msgspec import Struct

from game.rules.city import City
from game.rules.ruleset import Ruleset


class Content(Struct, frozen=True):
    """The numbers and the map of a room whose match has not begun; a match keeps its own."""

    ruleset: Ruleset
    city: City
