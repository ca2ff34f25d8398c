"""The tiles of the kit's sheets by their kind."""

from collections.abc import Sequence
from pathlib import Path
from xml.etree.ElementTree import parse

from msgspec import Struct

from game.maps.generating.canvas import Cell


class Kinds(Struct, frozen=True):
    """The global number of each kind's tile in a map that begins with these sheets, and the sheets' lengths."""

    numbers: dict[str, int]
    counts: dict[str, int]

    def gids(self, tiles: dict[Cell, str]) -> dict[Cell, int]:
        """Kinds as the numbers a tile layer holds. Every kind is in the sheets."""
        return {cell: self.numbers[kind] for cell, kind in tiles.items()}


def kinds_of(folder: Path, sheets: Sequence[str]) -> Kinds:
    """Read the kit's own sheets, numbered in the order given."""
    numbers: dict[str, int] = {}
    counts: dict[str, int] = {}
    first = 1
    for sheet in sheets:
        root = parse(folder / f"{sheet}.tsx").getroot()  # noqa: S314 - the kit's own file
        for tile in root.iter("tile"):
            for fact in tile.iter("property"):
                if fact.get("name") == "kind":
                    numbers[str(fact.get("value"))] = first + int(tile.get("id", "0"))
        counts[sheet] = int(root.get("tilecount", "0"))
        first += counts[sheet]
    return Kinds(numbers, counts)
