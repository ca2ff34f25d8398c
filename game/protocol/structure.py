"""The shape of a MessagePack frame, checked before anything is built from it.

Iterative, so no depth can exhaust the stack; refuses ext types, truncation and trailing bytes.
"""

import sys
from typing import Final

from game.protocol.refusals import Refusal, Refused, refusal

_FIXED: Final = {0xC0: 0, 0xC2: 0, 0xC3: 0, 0xCA: 4, 0xCB: 8} | {
    0xCC + i: size for i, size in enumerate((1, 2, 4, 8, 1, 2, 4, 8))
}
_BLOBS: Final = {0xC4: 1, 0xC5: 2, 0xC6: 4, 0xD9: 1, 0xDA: 2, 0xDB: 4}
_ARRAYS: Final = {0xDC: 2, 0xDD: 4}
_MAPS: Final = {0xDE: 2, 0xDF: 4}
_EXTS: Final = frozenset({0xC7, 0xC8, 0xC9, 0xD4, 0xD5, 0xD6, 0xD7, 0xD8})

_Head = tuple[int, int]
"""Bytes to skip (the head included), and values that lie inside."""


def structure_fault(frame: bytes, most_depth: int, most_values: int = sys.maxsize) -> Refusal | None:
    """The first thing wrong with the frame's shape, or None if it is exactly one value of sound shape.

    Containers may nest `most_depth` deep and hold `most_values` together, keys included. Takes time
    linear in the values that are allowed.
    """
    at, pending, values = 0, [1], 0
    while pending:
        if pending[-1] == 0:
            pending.pop()
            continue
        pending[-1] -= 1
        head = _head(frame, at)
        if isinstance(head, Refusal):
            return head
        at += head[0]
        if at > len(frame):
            return _malformed(len(frame), "more bytes")
        values += head[1]
        if values > most_values:
            return _malformed(at - head[0], f"no more than {most_values} values")
        if head[1]:
            pending.append(head[1])
            if len(pending) - 1 > most_depth:
                return refusal(Refused.TOO_DEEP, found=len(pending) - 1, expected=most_depth)
    return None if at == len(frame) else _malformed(at, "the end")


def _malformed(at: int, expected: str) -> Refusal:
    return refusal(Refused.MALFORMED, at=at, expected=expected)


def _head(frame: bytes, at: int) -> _Head | Refusal:
    if at >= len(frame):
        return _malformed(at, "more bytes")
    first = frame[at]
    if first < 0x80 or first >= 0xE0:
        return 1, 0
    if first < 0x90:
        return 1, 2 * (first & 0x0F)
    if first < 0xA0:
        return 1, first & 0x0F
    if first < 0xC0:
        return 1 + (first & 0x1F), 0
    return _long_head(frame, at, first)


def _long_head(frame: bytes, at: int, first: int) -> _Head | Refusal:
    if first in _FIXED:
        return 1 + _FIXED[first], 0
    if first in _EXTS:
        return _malformed(at, "no ext type")
    for table, times in ((_BLOBS, 0), (_ARRAYS, 1), (_MAPS, 2)):
        width = table.get(first)
        if width is not None:
            count = int.from_bytes(frame[at + 1 : at + 1 + width], "big")
            return (1 + width, count * times) if times else (1 + width + count, 0)
    return _malformed(at, "a MessagePack type")
