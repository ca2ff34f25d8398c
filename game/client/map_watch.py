"""A local match that follows its map while it is made: new looks appear, changed rules begin anew."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from game.maps import LoadedMap, MapRefused, load
from game.maps.watching import WatchedFolder

PAUSE = 0.5
"""Seconds between two looks at the folder."""


class MapWatch:
    """Looks at a map's folder and tells what a save of it means for the match that runs on it.

    `looks` is given a map that plays as before, `rules` one that plays otherwise, `refused` the words of what is
    wrong; then the last good map stays.
    """

    def __init__(
        self,
        folder: Path,
        looks: Callable[[LoadedMap], None],
        rules: Callable[[LoadedMap], None],
        refused: Callable[[str], None],
    ) -> None:
        self._files = WatchedFolder(folder)
        self._rules_hash = ""
        self._looks = looks
        self._rules = rules
        self._refused = refused

    async def follow(self) -> None:
        """Go on until cancelled."""
        self._rules_hash = self._read_hash()
        while True:
            await asyncio.sleep(PAUSE)
            if self._files.has_changed():
                self.read()

    def read(self) -> None:
        """Read the folder once and tell what it is now."""
        try:
            loaded = load(self._files.folder)
        except MapRefused as refused:
            self._refused(str(refused.faults[0]))
            return
        except OSError as error:
            self._refused(f"{error.filename}: {error.strerror}")
            return
        tell = self._looks if loaded.rules_hash == self._rules_hash else self._rules
        self._rules_hash = loaded.rules_hash
        tell(loaded)

    def _read_hash(self) -> str:
        try:
            return load(self._files.folder).rules_hash
        except (MapRefused, OSError):
            # The match that runs is on an earlier state of it; whatever is saved next plays otherwise.
            return ""
