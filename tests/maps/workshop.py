"""A place to break maps in: a copy of the tiny city, and edits that must find what they change."""

import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from game.maps import Fault, LoadedMap, MapRefused, load

TINY = Path(__file__).parent / "cities" / "tiny"


PAINTS = {"n": "north_row", "w": "west_yard", "e": "east_side", "s": "south_quay", "i": "island"}

PAINTED = (
    "nnnnnnnnnnnn",
    "nnnnnnnnnnnn",
    "nnnnnnnnnnnn",
    "nnnnnnnnnnnn",
    "wwwwweeeeeee",
    "wwwwweeeeeee",
    "wwwwwweeeeee",
    "wwwwwweeeeee",
    "ssssssss....",
    "ssssssss.iii",
    "ssssssss.iii",
    "ssssssss.iii",
)
"""The tiny city painted: n north_row, w west_yard, e east_side, s south_quay, i island, a dot nobody."""


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

    def paint(self, rows: Sequence[str]) -> "Workshop":
        """Turn the city into one painted cell by cell: a letter for each district's first, a dot for nobody.

        Its districts become points; n, w, e, s and i stand for the five of the tiny city.
        """
        path = self.folder / "map.tmx"
        text = path.read_text("utf-8")
        start, end = text.index('<objectgroup id="3"'), text.index('<objectgroup id="4"')
        points = "".join(
            f'<object id="{number}" name="{key}" type="district" x="0" y="0"><point/></object>'
            for number, key in enumerate(PAINTS.values(), 1)
        )
        tiles = "".join(
            f'<tile id="{number}"><properties><property name="district" value="{key}"/></properties></tile>'
            for number, key in enumerate(PAINTS.values())
        )
        sheet = 'tilewidth="16" tileheight="16" tilecount="16" columns="8"'
        tileset = f'<tileset firstgid="100" name="paint" {sheet}><image source="flat.png"/>{tiles}</tileset>'
        gids = {".": "0"} | {letter: str(100 + number) for number, letter in enumerate(PAINTS)} | {"?": "110"}
        cells = ",".join(gids[letter] for row in rows for letter in row)
        layer = f'<layer name="regions" width="12" height="12"><data encoding="csv">{cells}</data></layer>'
        districts = f'{layer}<objectgroup id="3" name="districts">{points}</objectgroup>'
        text = text[:start] + districts + text[end:]
        path.write_text(text.replace("<layer", f"{tileset}<layer", 1), "utf-8")
        return self

    def plan(self, *objects: tuple[str, dict[str, object]], mode: str = "free") -> "Workshop":
        """Add a scenario: objects of a class with their properties, all in the north row."""
        things = "".join(
            f'<object id="{50 + number}" name="" type="{of_class}" x="64" y="64"><properties>'
            + "".join(f'<property name="{name}" value="{value}"/>' for name, value in facts.items())
            + "</properties><point/></object>"
            for number, (of_class, facts) in enumerate(objects)
        )
        self.edit("</map>", f'<objectgroup id="40" name="scenario">{things}</objectgroup></map>')
        return self.edit(
            '<property name="turns"', f'<property name="mode" value="{mode}"/><property name="turns"'
        )

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
