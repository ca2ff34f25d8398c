"""What a host offers, and what a room is played with: the ruleset and the city, chosen when it is made."""

from msgspec import Struct

from game.maps.limits import FOLDER_BYTES
from game.protocol.messages import MapIdentity
from game.rules.cards import Mode
from game.rules.city import City
from game.rules.ruleset import Ruleset

STAND_IN = "greedy"
"""The level of the computer players that take a neutral or a resigned seat, unless a host says otherwise."""


class Offered(Struct, frozen=True):
    """Which of the ruleset's modes and tempers rooms can be made in, all where none is named.

    `stand_in` is the level of the computer players that take a neutral or a resigned seat. Maps whose files
    have at most `map_bytes` are sent to players who lack them, if `share_maps` says so. A room may have its news
    sent to an https address on one of `webhook_hosts`.
    """

    modes: tuple[str, ...] = ()
    tempers: tuple[str, ...] = ()
    stand_in: str = STAND_IN
    share_maps: bool = True
    map_bytes: int = FOLDER_BYTES
    webhook_hosts: tuple[str, ...] = ()


EVERYTHING = Offered()


class Content(Struct, frozen=True):
    """The numbers and the map of a room whose match has not begun; a match keeps its own.

    `stand_in` is the level of the computer player that takes over a seat; `scenario` is the map's own mode;
    `identity` is None for a city that is on no map. `levels` are those of the computer players one can choose.
    """

    ruleset: Ruleset
    city: City
    stand_in: str = STAND_IN
    scenario: Mode | None = None
    identity: MapIdentity | None = None
    levels: tuple[str, ...] = (STAND_IN,)

    def mode(self, key: str) -> str | Mode:
        """What the rules take for that mode: its key, or the map's own."""
        return self.scenario if self.scenario is not None and self.scenario.key == key else key
