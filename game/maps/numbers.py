"""Numbers and words out of XML attributes, by strict form only."""

import re
from math import floor
from typing import Final

from game.maps.faults import Faults, Place, quoted
from game.maps.xmltree import Node

_WHOLE: Final = re.compile(r"-?\d{1,10}", re.ASCII)
_PLAIN: Final = re.compile(r"-?\d{1,7}(\.\d{1,12})?(e-\d{1,2})?", re.ASCII)

SUBDIVISION: Final = 4
"""All geometry is in whole quarters of a tile."""


class Attributes:
    """Reads the attributes of one node, noting what is missing or malformed (M026, M027)."""

    def __init__(self, node: Node, place: Place, faults: Faults) -> None:
        self.place = place
        self._values = node.attributes
        self._faults = faults

    def whole(self, name: str, low: int, high: int, default: int | None = None) -> int:
        """Return a whole number in `low`..`high`; `low` after noting a fault."""
        text = self._values.get(name)
        if text is None and default is not None:
            return default
        expected = f"a whole number {low}..{high}"
        if text is None:
            self._faults.add("M027", self.place, f"no attribute {name}", expected)
        elif not _WHOLE.fullmatch(text) or not low <= int(text) <= high:
            self._faults.add("M026", self.place, f"{name} {quoted(text)}", expected)
        else:
            return int(text)
        return low

    def quarters(self, name: str, unit: int) -> int:
        """Return a coordinate in quarter tiles, `unit` pixels being one tile; 0 if it is not given."""
        text = self._values.get(name, "0")
        value = to_quarters(text, unit)
        if value is None:
            self._faults.add("M026", self.place, f"{name} {quoted(text)}", "a plain number")
        return value or 0

    def is_neutral(self, name: str, neutral: tuple[str, ...]) -> bool:
        """Whether an attribute is absent or has one of its do-nothing values."""
        return self._values.get(name, neutral[0]) in neutral


def to_quarters(text: str, unit: int) -> int | None:
    """Return a pixel coordinate as whole quarter tiles, or None if it is no plain number."""
    if not _PLAIN.fullmatch(text):
        return None
    return _rounded(float(text), unit)


def to_points(text: str, unit: int, origin: tuple[str, str]) -> tuple[tuple[int, int], ...] | None:
    """Return Tiled's list `x,y x,y ...`, relative to `origin`, in quarter tiles; None if any is malformed."""
    if not all(map(_PLAIN.fullmatch, origin)):
        return None
    left, top = map(float, origin)
    points = []
    for pair in text.split():
        x, comma, y = pair.partition(",")
        if not (comma and _PLAIN.fullmatch(x) and _PLAIN.fullmatch(y)):
            return None
        points.append((_rounded(left + float(x), unit), _rounded(top + float(y), unit)))
    return tuple(points)


def _rounded(pixels: float, unit: int) -> int:
    # Halves go one way: round() sends 1.5 and 2.5 both to 2, and a strip a quarter wide would vanish.
    return floor(pixels * SUBDIVISION / unit + 0.5)
