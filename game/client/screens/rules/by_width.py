"""What was laid out once for a width is kept: while a page scrolls its pieces are asked again and again."""

from collections.abc import Callable
from typing import Final, Generic, TypeVar

from game.client.look import Look

_T = TypeVar("_T")

MOST: Final = 4
"""Widths kept: a scroll area asks for the one with its bar and for the one without."""


class ByWidth(Generic[_T]):
    """Keeps what `make(look, width)` gives, until the look changes."""

    def __init__(self, make: Callable[[Look, int], _T]) -> None:
        self._make = make
        self._look: Look | None = None
        self._kept: dict[int, _T] = {}

    def get(self, look: Look, width: int) -> _T:
        """What was made for this width, made now if it is not there."""
        if look is not self._look:
            self._look, self._kept = look, {}
        if width not in self._kept:
            if len(self._kept) >= MOST:
                self._kept.clear()
            self._kept[width] = self._make(look, width)
        return self._kept[width]
