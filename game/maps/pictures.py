"""What a PNG says of itself in its first bytes; nothing is decoded."""

import struct
from typing import Final

from game.maps.faults import Faults, Place
from game.maps.files import MapFolder
from game.maps.limits import PNG_BYTES, PNG_SIDE_PIXELS

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
_HEADER: Final = 29
_COLOUR_TYPES: Final = (0, 2, 3, 4, 6)


def png_size(folder: MapFolder, name: str, place: Place, faults: Faults) -> tuple[int, int] | None:
    """Return width and height in pixels, or note M040 or M005 and return None."""
    if folder.size(name) > PNG_BYTES:
        faults.add("M005", place, f"{folder.size(name)} bytes in {name}", f"at most {PNG_BYTES}")
        return None
    head = folder.head(name, _HEADER)
    if len(head) < _HEADER or not head.startswith(_SIGNATURE):
        faults.add("M040", place, f"{name} without the head of a PNG", "a PNG")
        return None
    width, height, depth, colour, packing, sieve, weave = struct.unpack(">IIBBBBB", head[16:])
    sides = 1 <= width <= PNG_SIDE_PIXELS and 1 <= height <= PNG_SIDE_PIXELS
    if (
        not sides
        or depth not in (1, 2, 4, 8, 16)
        or colour not in _COLOUR_TYPES
        or packing
        or sieve
        or weave > 1
    ):
        found = f"{width} x {height} pixels, depth {depth}, colour type {colour}"
        faults.add("M040", place, found, f"1..{PNG_SIDE_PIXELS} pixels a side and the standard's own codes")
        return None
    return width, height
