"""What rooms can be made of on this server: maps, factions, lengths, computer levels."""

import logging
from collections.abc import Iterable, Mapping
from pathlib import Path

from game.ai.roster import LEVELS
from game.content import ruleset
from game.maps import MapRefused, check
from game.maps.document import FILE
from game.protocol.messages import MapOffer
from game.rules.city import City
from game.rules.ruleset import Ruleset
from server.content import Content

_LOG = logging.getLogger(__name__)


class Library:
    """Read once at the start; `cities` by id of the map."""

    def __init__(self, rules: Ruleset, cities: Mapping[str, City], levels: tuple[str, ...]) -> None:
        self.rules = rules
        self.levels = levels
        self._cities = dict(cities)

    def offers(self) -> tuple[MapOffer, ...]:
        """The maps, by id."""
        return tuple(
            MapOffer(city.map_id, city.title, len(city.starts), city.turns)
            for _, city in sorted(self._cities.items())
        )

    def city(self, map_id: str) -> City | None:
        """The city of a map, or None if there is no such map here."""
        return self._cities.get(map_id)

    def content(self, map_id: str) -> Content | None:
        """What a room on this map is played with, or None if there is no such map here."""
        city = self._cities.get(map_id)
        return None if city is None else Content(self.rules, city)


def read_library(folders: Iterable[Path]) -> Library:
    """Read the shipped ruleset and every map in these folders; of two maps of one id the later counts.

    A map that is refused is left out, with its faults in the log. Raises ContentError for the ruleset.
    """
    cities: dict[str, City] = {}
    for folder in folders:
        for file in sorted(folder.glob(f"*/{FILE}")):
            try:
                city = check(file.parent).city
            except MapRefused as error:
                _LOG.warning("the map %s is left out: %s", file.parent, error)
            else:
                cities[city.map_id] = city
    return Library(ruleset(), cities, LEVELS)
