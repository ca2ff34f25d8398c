"""Messages to frames and back. Decoding is validation: what comes out has exactly the type it says."""

import re
import sys
from typing import Final, TypeVar

import msgspec

from game.protocol import limits
from game.protocol.limits import MOST_BYTES_UP
from game.protocol.messages import Downward, Upward
from game.protocol.packing import PackedLedger
from game.protocol.refusals import Refusal, Refused, refusal
from game.protocol.structure import structure_fault


def _pack(value: object) -> bytes:
    """What msgspec has no form for: a ledger, which travels packed."""
    if isinstance(value, PackedLedger):
        return value.data
    raise TypeError(f"{type(value).__name__} is no part of a message")


def _unpack(kind: type, value: object) -> PackedLedger:
    if kind is PackedLedger and isinstance(value, bytes):
        return PackedLedger.read(value)
    raise TypeError(f"found {type(value).__name__}, expected bytes")


_ENCODER: Final = msgspec.msgpack.Encoder(enc_hook=_pack)
_UP: Final[msgspec.msgpack.Decoder[Upward]] = msgspec.msgpack.Decoder(Upward)
_DOWN: Final[msgspec.msgpack.Decoder[Downward]] = msgspec.msgpack.Decoder(Downward, dec_hook=_unpack)
_NO_MESSAGE: Final = (msgspec.DecodeError, UnicodeDecodeError, OverflowError)
_NO_SHORT_MESSAGE: Final = (*_NO_MESSAGE, RecursionError)
_PATH: Final = re.compile(r" - at `(?:key in )?\$\.?(?P<path>[^`]*)`$")
_LONGEST_DETAIL: Final = 120

_Message = TypeVar("_Message")


class _Numbered(msgspec.Struct):
    """As much of a command as is needed to say which one is refused."""

    id: int = 0


_NUMBERED: Final = msgspec.msgpack.Decoder(_Numbered)


class Unreadable(msgspec.Struct, frozen=True):
    """A frame that is no message: what is wrong, and the id of the command if it has one (else 0)."""

    id: int
    refusal: Refusal


def encode(message: Upward | Downward) -> bytes:
    """The message as one binary frame."""
    return _ENCODER.encode(message)


def decode_upward(frame: bytes, most_bytes: int = MOST_BYTES_UP) -> Upward | Unreadable:
    """What a client said, or why it cannot be read. Raises nothing, whatever the bytes."""
    message = _short_message(frame) if len(frame) <= most_bytes else None
    if message is not None:
        return message
    fault = _fault(frame, most_bytes, limits.MOST_DEPTH_UP, limits.MOST_VALUES_UP)
    if fault is not None:
        return fault
    return _decode(frame, _UP)


def decode_downward(frame: bytes) -> Downward | Unreadable:
    """What the server said, or why it cannot be read. Raises nothing, whatever the bytes."""
    fault = _fault(frame, limits.MOST_BYTES_DOWN, limits.MOST_DEPTH_DOWN, sys.maxsize)
    if fault is not None:
        return fault
    return _decode(frame, _DOWN)


def _short_message(frame: bytes) -> Upward | None:
    """What nearly every frame is; None where its structure has to be looked at first.

    A value takes a byte at least, so a short frame cannot hold too many of them; and of what is no message, or
    nests deeper than one, the typed decoder builds nothing. A fuzzed test holds both ways to the same outcome.
    """
    if len(frame) > limits.MOST_VALUES_UP:
        return None
    try:
        return _UP.decode(frame)
    except _NO_SHORT_MESSAGE:
        return None


def _fault(frame: bytes, most_bytes: int, most_depth: int, most_values: int) -> Unreadable | None:
    if len(frame) > most_bytes:
        return Unreadable(0, refusal(Refused.TOO_LONG, found=len(frame), expected=most_bytes))
    fault = structure_fault(frame, most_depth, most_values)
    return None if fault is None else Unreadable(0, fault)


def _decode(frame: bytes, decoder: msgspec.msgpack.Decoder[_Message]) -> _Message | Unreadable:
    try:
        return decoder.decode(frame)
    except _NO_MESSAGE as error:
        return Unreadable(_id_of(frame), _wrong_field(str(error)))


def _id_of(frame: bytes) -> int:
    try:
        return max(0, _NUMBERED.decode(frame).id)
    except _NO_MESSAGE:
        return 0


def _wrong_field(detail: str) -> Refusal:
    match = _PATH.search(detail)
    path = match["path"] if match else ""
    words = _PATH.sub("", detail)[:_LONGEST_DETAIL]
    return refusal(Refused.WRONG_FIELD, path, detail=words)
