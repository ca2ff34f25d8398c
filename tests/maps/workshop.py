"""A place to break maps in: a copy of the tiny city, and edits that must find what they change."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from game.maps import Fault, LoadedMap, MapRefused, load

TINY = Path(__file__).parent / "cities" / "tiny"


class Workshop:
    """A copy of the tiny city in a folder of its own, named `tiny`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "tiny"
        shutil.copytree(TINY, self.folder)

    def edit(self, old: str, new: str, file: str = "map.tmx", count: int = 1) -> "Workshop":
        path = self.folder / file
        text = path.read_text("utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new, count), "utf-8")
        return self

    def write(self, file: str, data: bytes) -> "Workshop":
        (self.folder / file).write_bytes(data)
        return self

    def manifest(self, **fields: object) -> "Workshop":
        path = self.folder / "manifest.json"
        path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | fields), "utf-8")
        return self

    def line_of(self, text: str) -> int:
        lines = (self.folder / "map.tmx").read_text("utf-8").splitlines()
        return next(number for number, line in enumerate(lines, 1) if text in line)

    def load(self) -> LoadedMap:
        return load(self.folder)

    def faults(self) -> tuple[Fault, ...]:
        """Return what the gate says, whether it refuses the map or only warns."""
        try:
            return self.load().warnings
        except MapRefused as refusal:
            return refusal.faults

    def refused(self) -> tuple[Fault, ...]:
        with pytest.raises(MapRefused) as caught:
            self.load()
        return caught.value.faults

    def only(self) -> Fault:
        """Return the one fault of a refused map."""
        faults = self.refused()
        assert len(faults) == 1, [str(fault) for fault in faults]
        return faults[0]


Break = Callable[[Workshop], object]
"""Something done to a map that must bring forth a fault."""
