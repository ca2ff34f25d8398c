"""A bounded store of finished pictures; the ones not used for longest are dropped first."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

import pygame


class SurfaceCache:
    """Surfaces by key, at most `limit` bytes together; one surface larger than that is still kept alone."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._kept: OrderedDict[Hashable, pygame.Surface] = OrderedDict()
        self._bytes = 0

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def bytes(self) -> int:
        """Bytes of all surfaces kept."""
        return self._bytes

    def get(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The surface of `key`; `make` is called if it is not kept."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        made = make()
        self._kept[key] = made
        self._bytes += _bytes(made)
        self._trim()
        return made

    def clear(self) -> None:
        """Drop everything: the scale or the palette changed."""
        self._kept.clear()
        self._bytes = 0

    def _trim(self) -> None:
        while self._bytes > self._limit and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self._bytes -= _bytes(dropped)


def _bytes(surface: pygame.Surface) -> int:
    return surface.get_pitch() * surface.get_height()
