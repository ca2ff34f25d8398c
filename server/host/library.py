"""What rooms can be made of on this server: maps, factions, lengths, computer levels."""

import logging
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from game.ai.roster import LEVELS
from game.content import ruleset
from game.maps import CheckedMap, MapRefused, check
from game.maps.archive import packed_files
from game.maps.document import FILE
from game.maps.identity import package_hash
from game.maps.scenario import SCENARIO
from game.protocol.messages import MapIdentity, MapOffer, ModeOffer
from game.rules.cards import Mode
from game.rules.city import City
from game.rules.ruleset import Ruleset
from server.room.content import EVERYTHING, Content, Offered

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
        self.webhook_hosts = offered.webhook_hosts
        self.tempers = tuple(key for key in rules.tempers if key in (offered.tempers or rules.tempers))
        self._modes = [rules.modes[key] for key in rules.modes if key in (offered.modes or rules.modes)]
        self.sources: dict[str, Path] = {}
        """The folders of the maps that are sent to players, by the hash of their package."""
        self._offers: tuple[MapOffer, ...] | None = None
        self._identities: dict[str, MapIdentity] = {}
        self._cities = dict(cities)
        own = SCENARIO in offered.modes or not offered.modes
        self._scenarios = dict(scenarios) if own else {}
        self._mode_offers = tuple(
            ModeOffer(mode.key, mode.together, mode.team_size, mode.neutral, mode.map, mode.length)
            for mode in (*self._modes, *self._scenarios.values())
            if mode.map is None or mode.map in self._cities
        )

    def tell_apart(self, map_id: str, identity: MapIdentity, folder: Path) -> None:
        """Say which map it is that has this id, and where its files lie."""
        self._identities[map_id] = identity
        self._offers = None
        if identity.package is not None:
            self.sources[identity.package] = folder

    def offers(self) -> tuple[MapOffer, ...]:
        """The maps, by id; everybody who comes in hears of them."""
        if self._offers is None:
            self._offers = tuple(
                MapOffer(key, city.title, len(city.starts), city.turns, self._identities.get(key))
                for key, city in sorted(self._cities.items())
            )
        return self._offers

    def modes(self) -> tuple[ModeOffer, ...]:
        """The modes that can be played on a map that is here."""
        return self._mode_offers

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
        if city is None:
            return None
        scenario, identity = self._scenarios.get(map_id), self._identities.get(map_id)
        return Content(self.rules, city, self.stand_in, scenario, identity, self.levels)


def read_library(folders: Iterable[Path], offered: Offered = EVERYTHING) -> Library:
    """Read the shipped ruleset and every map in these folders; of two maps of one id the later counts.

    A map that is refused is left out, with its faults in the log. Raises ContentError for the ruleset.
    """
    found: dict[str, tuple[CheckedMap, Path]] = {}
    for folder in folders:
        for file in sorted(folder.glob(f"*/{FILE}")):
            try:
                checked = check(file.parent)
            except MapRefused as error:
                _LOG.warning("the map %s is left out: %s", file.parent, error)
            else:
                found[checked.city.map_id] = checked, file.parent
    cities = {key: checked.city for key, (checked, _) in found.items()}
    scenarios = {key: checked.scenario for key, (checked, _) in found.items() if checked.scenario is not None}
    library = Library(ruleset(), cities, LEVELS, offered, scenarios)
    for key, (checked, folder) in found.items():
        library.tell_apart(key, _identity(checked, folder, offered), folder)
    return library


def _identity(checked: CheckedMap, folder: Path, offered: Offered) -> MapIdentity:
    """Which map it is; with its package where that is sent to players."""
    files = packed_files(folder)
    size = sum((folder / name).stat().st_size for name in files)
    sent = offered.share_maps and size <= offered.map_bytes
    package = package_hash(folder, files) if sent else None
    return MapIdentity(checked.rules_hash, package, checked.city.title, size)
