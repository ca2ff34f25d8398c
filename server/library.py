"""What rooms can be made of on this server: maps, factions, lengths, computer levels."""

import logging
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from game.ai.roster import LEVELS
from game.content import ruleset
from game.maps import MapRefused, check
from game.maps.document import FILE
from game.maps.scenario import SCENARIO
from game.protocol.messages import MapOffer, ModeOffer
from game.rules.cards import Mode
from game.rules.city import City
from game.rules.ruleset import Ruleset
from server.content import EVERYTHING, Content, Offered

_LOG = logging.getLogger(__name__)
NO_SCENARIOS: Final[Mapping[str, Mode]] = {}


class Library:
    """Read once at the start; `cities`, and the `scenarios` of some of them, by id of the map."""

    def __init__(
        self,
        rules: Ruleset,
        cities: Mapping[str, City],
        levels: tuple[str, ...],
        offered: Offered = EVERYTHING,
        scenarios: Mapping[str, Mode] = NO_SCENARIOS,
    ) -> None:
        self.rules = rules
        self.levels = levels
        self.stand_in = offered.stand_in
        self.tempers = tuple(key for key in rules.tempers if key in (offered.tempers or rules.tempers))
        self._modes = [rules.modes[key] for key in rules.modes if key in (offered.modes or rules.modes)]
        self._cities = dict(cities)
        own = SCENARIO in offered.modes or not offered.modes
        self._scenarios = dict(scenarios) if own else {}

    def offers(self) -> tuple[MapOffer, ...]:
        """The maps, by id."""
        return tuple(
            MapOffer(city.map_id, city.title, len(city.starts), city.turns)
            for _, city in sorted(self._cities.items())
        )

    def modes(self) -> tuple[ModeOffer, ...]:
        """The modes that can be played on a map that is here."""
        return tuple(
            ModeOffer(mode.key, mode.together, mode.team_size, mode.neutral, mode.map, mode.length)
            for mode in (*self._modes, *self._scenarios.values())
            if mode.map is None or mode.map in self._cities
        )

    def mode(self, key: str, map_id: str) -> Mode | None:
        """The mode of that key, the map's own one if that is meant; None if none such is offered."""
        if key == SCENARIO:
            return self._scenarios.get(map_id)
        return next((mode for mode in self._modes if mode.key == key), None)

    def city(self, map_id: str) -> City | None:
        """The city of a map, or None if there is no such map here."""
        return self._cities.get(map_id)

    def content(self, map_id: str) -> Content | None:
        """What a room on this map is played with, or None if there is no such map here."""
        city = self._cities.get(map_id)
        return None if city is None else Content(self.rules, city, self.stand_in, self._scenarios.get(map_id))


def read_library(folders: Iterable[Path], offered: Offered = EVERYTHING) -> Library:
    """Read the shipped ruleset and every map in these folders; of two maps of one id the later counts.

    A map that is refused is left out, with its faults in the log. Raises ContentError for the ruleset.
    """
    cities: dict[str, City] = {}
    scenarios: dict[str, Mode] = {}
    for folder in folders:
        for file in sorted(folder.glob(f"*/{FILE}")):
            try:
                checked = check(file.parent)
            except MapRefused as error:
                _LOG.warning("the map %s is left out: %s", file.parent, error)
            else:
                cities[checked.city.map_id] = checked.city
                scenarios.pop(checked.city.map_id, None)
                if checked.scenario is not None:
                    scenarios[checked.city.map_id] = checked.scenario
    return Library(ruleset(), cities, LEVELS, offered, scenarios)
