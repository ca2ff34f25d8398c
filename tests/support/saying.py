"""The game's own words, strict: a missing key or parameter fails the test."""

from typing import Final

from game.text.catalog import Catalog

_CATALOG: Final = Catalog(strict=True)


def say(key: str, /, **parameters: str | int) -> str:
    """The text of a key."""
    return _CATALOG.say(key, **parameters)
