"""The maps of this machine as the screens need them, each read once."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from game.client.city_layout import CityLayout
from game.client.screens.setup.plan import MapCard
from game.client.screens.sketch import sketch_of
from game.maps import LoadedMap, find, load

_Made = TypeVar("_Made")
Reader = Callable[[str], LoadedMap]
"""Reads a map by its id. Raises LookupError for one that is not here, MapRefused for one that is broken."""


def read_map(map_id: str) -> LoadedMap:
    """An official map by its id, or any by its folder. Raises LookupError, MapRefused or OSError."""
    return load(find(map_id))


class Atlas:
    """Maps by id, read when first asked for and kept."""

    def __init__(self, read: Reader = read_map) -> None:
        self._read = read
        self._maps: dict[str, LoadedMap] = {}
        self._cards: dict[str, MapCard] = {}
        self._layouts: dict[str, CityLayout] = {}

    def card(self, map_id: str) -> MapCard:
        """What the set-up shows of a map. Raises as the reader does."""
        return _kept(self._cards, map_id, partial(self._card, map_id))

    def layout(self, map_id: str) -> CityLayout:
        """What the city is drawn from. Raises as the reader does."""
        return _kept(self._layouts, map_id, lambda: CityLayout(self._map(map_id).art))

    def _map(self, map_id: str) -> LoadedMap:
        return _kept(self._maps, map_id, partial(self._read, map_id))

    def _card(self, map_id: str) -> MapCard:
        found = self._map(map_id)
        manifest = found.manifest
        return MapCard(
            map_id, manifest.title, manifest.authors, manifest.description, found.city, sketch_of(found.art)
        )


def _kept(shelf: dict[str, _Made], key: str, make: Callable[[], _Made]) -> _Made:
    if key not in shelf:
        shelf[key] = make()
    return shelf[key]
