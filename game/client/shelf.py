"""The maps on this machine as the screens need them: found by what a match says of its map."""

from pathlib import Path

from game.client.screens.setup.plan import MapCard
from game.client.screens.sketch import sketch_of
from game.maps import LoadedMap, MapRefused, load, official
from game.maps.cache import MapCache
from game.maps.document import FILE
from game.maps.shelf import find
from game.protocol.messages import MapIdentity


class MapShelf:
    """Official maps and those in further folders; each is read once, when it is first asked for.

    A folder is a map's own, or one that holds such folders. One that is not there holds none. `cache` has the
    maps that came from other machines.
    """

    def __init__(self, folders: tuple[Path, ...] = (), cache: MapCache | None = None) -> None:
        self.cache = cache or MapCache()
        self._folders = folders
        self._fetched: dict[str, LoadedMap] = {}
        self._loaded: dict[str, LoadedMap] | None = None

    def all(self) -> tuple[LoadedMap, ...]:
        """Every map that can be read, official ones first."""
        return tuple(self._maps().values())

    def get(self, map_id: str) -> LoadedMap | None:
        """The map of an id, or None where it is not on this machine."""
        return self._maps().get(map_id)

    def put(self, loaded: LoadedMap) -> None:
        """Take a map in place of the one of its id."""
        self._maps()[loaded.city.map_id] = loaded

    def played(self, map_id: str, identity: MapIdentity | None) -> LoadedMap | None:
        """The map of a match, or None where none here plays as it does; where no more is known, that of its id.

        Maps that were fetched from others are found, too, whatever their ids.
        """
        of_id = self.get(map_id)
        if identity is None or (of_id is not None and of_id.rules_hash == identity.rules):
            return of_id
        same = (loaded for loaded in self.all() if loaded.rules_hash == identity.rules)
        return next(same, None) or self._from_cache(identity.rules)

    def cards(self) -> tuple[MapCard, ...]:
        """The maps as the set-up shows them."""
        return tuple(card_of(loaded) for loaded in self.all())

    def titles(self) -> dict[str, str]:
        """Titles by id."""
        return {map_id: loaded.city.title for map_id, loaded in self._maps().items()}

    def _from_cache(self, rules: str) -> LoadedMap | None:
        folder = None if rules in self._fetched else self.cache.find(rules)
        if folder is not None:
            loaded = _read(folder)
            if loaded is None or loaded.rules_hash != rules:
                self.cache.remove(folder)
            else:
                self._fetched[rules] = loaded
        return self._fetched.get(rules)

    def _maps(self) -> dict[str, LoadedMap]:
        if self._loaded is None:
            further = [map_folder for folder in self._folders for map_folder in _maps_in(folder)]
            folders = [*(find(map_id) for map_id in official()), *further]
            found = (_read(folder) for folder in folders)
            self._loaded = {loaded.city.map_id: loaded for loaded in found if loaded is not None}
        return self._loaded


def card_of(loaded: LoadedMap) -> MapCard:
    """A map as the set-up shows it."""
    made = loaded.manifest
    return MapCard(
        loaded.city.map_id,
        made.title,
        made.authors,
        made.description,
        loaded.city,
        sketch_of(loaded.art),
        loaded.scenario,
    )


def _maps_in(folder: Path) -> list[Path]:
    if (folder / FILE).is_file():
        return [folder]
    return sorted(path.parent for path in folder.glob(f"*/{FILE}"))


def _read(folder: Path) -> LoadedMap | None:
    """A map, or None for one that the gate refuses: `neo-sanctum map check` tells its maker why."""
    try:
        return load(folder)
    except (MapRefused, OSError):
        return None
