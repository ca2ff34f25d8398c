"""Replays to bytes and back: a stream of records, each chained to the one before it. Pure; knows no files.

A record is an array of three: its kind, its body (MessagePack again, as bytes), and the chain's value after it.
What is read may come from anybody: every size, count and depth is bounded before anything is built from it.
"""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeVar

import msgpack
import msgspec
from msgspec import Struct

from game.protocol.structure import structure_fault
from game.replays.errors import Broken, ReplayError
from game.replays.replay import FORMAT, MOST_TURNS, Brief, End, Header, Opening, Replay, TurnPlayed

MOST_BYTES: Final = 64 << 20
"""Of a whole file."""
MOST_BYTES_OF_RECORD: Final = 4 << 20
MOST_DEPTH: Final = 24
MOST_VALUES: Final = 1_000_000
START: Final = hashlib.sha256(b"neo-sanctum replay").digest()
"""The chain's value before the first record."""

HEADER, OPENING, TURN, END = "neo-sanctum replay", "opening", "turn", "end"
_SIZE_OF_CHAIN: Final = 32
_LONGEST_FOUND: Final = 80
_LONE: Final = msgpack.packb(None)

_Body = TypeVar("_Body", Header, Opening, TurnPlayed, End)
_FORMATS: Final = msgspec.msgpack.Decoder(dict[str, msgspec.Raw])
_DECODERS: Final[dict[type[Any], msgspec.msgpack.Decoder[Any]]] = {
    kind: msgspec.msgpack.Decoder(kind) for kind in (Header, Opening, TurnPlayed, End)
}


class Link(Struct, frozen=True):
    """A record whose chain holds: its kind, its body, where it stands, and the chain's value after it."""

    kind: str
    body: bytes
    where: str
    chain: bytes


def chained(before: bytes, kind: str, body: bytes) -> bytes:
    """The chain's value after a record: SHA-256 over the value before it, kind, length and body."""
    return hashlib.sha256(before + f"{kind}:{len(body)}:".encode() + body).digest()


# --- writing -------------------------------------------------------------------------------------


def encode(header: Header, opening: Opening, turns: Iterable[TurnPlayed], end: End) -> bytes:
    """The bytes of a replay; what they hold is sound if the caller's parts are."""
    packer = msgpack.Packer(use_bin_type=True)
    chain, out = START, []
    bodies: list[tuple[str, Struct]] = [(HEADER, header), (OPENING, opening)]
    bodies += [(TURN, turn) for turn in turns]
    for kind, part in (*bodies, (END, end)):
        body = msgspec.msgpack.encode(part)
        chain = chained(chain, kind, body)
        out.append(packer.pack((kind, body, chain)))
    return b"".join(out)


# --- reading -------------------------------------------------------------------------------------


def decode(chunks: Iterable[bytes]) -> Replay:
    """The replay in a stream that comes in pieces of any size. Raises ReplayError for whatever is wrong with it."""
    links = _links(chunks)
    header = _header(_next(links, HEADER))
    opening = _body(_next(links, OPENING), Opening)
    turns: list[TurnPlayed] = []
    for link in links:
        if link.kind == END:
            _nothing_after(links)
            return Replay(header, opening, tuple(turns), _body(link, End), link.chain)
        if len(turns) == MOST_TURNS:
            raise ReplayError(Broken.TOO_LARGE, link.where, MOST_TURNS + 1, MOST_TURNS)
        turns.append(_body(_of_kind(link, TURN), TurnPlayed))
    raise ReplayError(Broken.TRUNCATED, _place(len(turns) + 2), "", END)


def decode_brief(chunks: Iterable[bytes]) -> Brief:
    """As much of it as a list shows; turns are chained but not read. Raises ReplayError."""
    links = _links(chunks)
    header = _header(_next(links, HEADER))
    count = 1
    for link in links:
        if link.kind == END:
            _nothing_after(links)
            return Brief(header, _body(link, End))
        count += 1
    raise ReplayError(Broken.TRUNCATED, _place(count), "", END)


def _links(chunks: Iterable[bytes]) -> Iterator[Link]:
    """The records one after the other, each with its chain checked."""
    chain, place = START, 0
    for found in _values(chunks):
        where = _place(place)
        parts = _parts(found)
        if parts is None:
            code = Broken.MALFORMED if place else Broken.NO_REPLAY
            raise ReplayError(code, where, type(found).__name__, "[str, bin, bin]")
        kind, body, claimed = parts
        if not place and kind != HEADER:
            raise ReplayError(Broken.NO_REPLAY, where, _short(kind), HEADER)
        chain = chained(chain, kind, body)
        if claimed != chain:
            raise ReplayError(Broken.CHAIN, where, claimed.hex()[:16], chain.hex()[:16])
        yield Link(kind, body, where, chain)
        place += 1
    if not place:
        raise ReplayError(Broken.NO_REPLAY, _place(0), 0, HEADER)


def _parts(found: object) -> tuple[str, bytes, bytes] | None:
    """Kind, body and chain; only the shape is looked at, for what lies deeper may be nested without end."""
    if not isinstance(found, tuple) or len(found) != 3:
        return None
    kind, body, chain = found
    sound = isinstance(kind, str) and isinstance(body, bytes) and isinstance(chain, bytes)
    return (kind, body, chain) if sound and len(chain) == _SIZE_OF_CHAIN else None


def _values(chunks: Iterable[bytes]) -> Iterator[object]:
    """The values of a MessagePack stream, within the limits."""
    unpacker = msgpack.Unpacker(
        use_list=False,
        raw=False,
        strict_map_key=True,
        max_buffer_size=2 * MOST_BYTES_OF_RECORD,
        max_str_len=len(HEADER),
        max_bin_len=MOST_BYTES_OF_RECORD,
        max_array_len=3,
        max_map_len=0,
        max_ext_len=0,
    )
    size = count = 0
    for chunk in chunks:
        size += len(chunk)
        if size > MOST_BYTES:
            raise ReplayError(Broken.TOO_LARGE, _place(count), size, MOST_BYTES)
        for value in _drain(unpacker, chunk, count):
            yield value
            count += 1
    # A lone value fed after the last piece comes out as it is, unless a record before it still waits for more.
    if list(_drain(unpacker, _LONE, count)) != [None]:
        raise ReplayError(Broken.TRUNCATED, _place(count), size, "[str, bin, bin]")


def _drain(unpacker: "msgpack.Unpacker", chunk: bytes, count: int) -> Iterator[object]:
    """Feed a piece, however large, and take out the values it completes."""
    for start in range(0, len(chunk), MOST_BYTES_OF_RECORD):
        try:
            unpacker.feed(chunk[start : start + MOST_BYTES_OF_RECORD])
            for value in unpacker:
                yield value
                count += 1
        # The package raises ValueError of several kinds, BufferFull among them; a bad text is a ValueError too.
        except (ValueError, msgpack.UnpackException) as error:
            code = Broken.MALFORMED if count else Broken.NO_REPLAY
            raise ReplayError(code, _place(count), _short(str(error) or type(error).__name__)) from error


def _place(number: int) -> str:
    """A record by its number; the first is 0, the header, so that turn n is record n + 1."""
    return f"record {number}"


def _next(links: Iterator[Link], kind: str) -> Link:
    link = next(links, None)
    if link is None:
        raise ReplayError(Broken.TRUNCATED, _place(1), "", kind)
    return _of_kind(link, kind)


def _of_kind(link: Link, kind: str) -> Link:
    if link.kind != kind:
        raise ReplayError(Broken.WRONG_ORDER, link.where, link.kind, kind)
    return link


def _nothing_after(links: Iterator[Link]) -> None:
    link = next(links, None)
    if link is not None:
        raise ReplayError(Broken.WRONG_ORDER, link.where, link.kind)


def _header(link: Link) -> Header:
    """Its format is looked at first: a later one may have other fields."""
    _check_structure(link)
    try:
        fields = _FORMATS.decode(link.body)
        found = msgspec.msgpack.decode(fields.get("format", b"\xc0"), type=int)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ReplayError(Broken.NO_REPLAY, link.where, _short(str(error)), FORMAT) from error
    if found != FORMAT:
        raise ReplayError(Broken.OTHER_FORMAT, link.where, found, FORMAT)
    return _body(link, Header)


def _body(link: Link, kind: type[_Body]) -> _Body:
    _check_structure(link)
    try:
        body: _Body = _DECODERS[kind].decode(link.body)
    except (msgspec.DecodeError, UnicodeDecodeError, OverflowError) as error:
        raise ReplayError(Broken.WRONG_FIELD, link.where, _short(str(error)), kind.__name__) from error
    return body


def _check_structure(link: Link) -> None:
    fault = structure_fault(link.body, MOST_DEPTH, MOST_VALUES)
    if fault is not None:
        found = ", ".join(f"{name} {value}" for name, value in fault.parameters.items())
        raise ReplayError(Broken.MALFORMED, link.where, f"{fault.code}: {found}")


def _short(words: str) -> str:
    """Printable, and never long: it may come from anybody."""
    return "".join(letter if letter.isprintable() else "?" for letter in words)[:_LONGEST_FOUND]
