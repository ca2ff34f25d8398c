"""A match on its way to another server: one self-describing MessagePack value, proved before it is believed. Pure."""

import hashlib
from typing import Final

import msgspec
from msgspec import Struct

from game import __version__
from game.protocol.messages import OVER, PLAYING
from game.replays.errors import ReplayError
from game.replays.soundness import check_match, check_slates
from game.rules.board import Board
from game.rules.errors import RulesError
from game.rules.resolve import agree, resolve
from game.rules.setup import opening
from game.rules.state import Match, State
from game.rules.view import state_hash
from server.disk.journal import StorageError
from server.room import table
from server.room.image import Image, Resolved

FORMAT: Final = "neo-sanctum match on the move"
VERSION: Final = 1
MOST_BYTES: Final = 64 << 20

_ENCODER: Final = msgspec.msgpack.Encoder()


class PlayedTurn(Struct, frozen=True, forbid_unknown_fields=True):
    """A turn, and when it was resolved, in milliseconds since 1970."""

    at: int
    turn: Resolved


class Moved(Struct, frozen=True, forbid_unknown_fields=True):
    """A room with a match, and every turn of it. It holds the seed and all slates: a secret."""

    image: Image
    turns: tuple[PlayedTurn, ...]


class _Envelope(Struct, frozen=True):
    """What is outside: which file this is, and the SHA-256 of what is inside, as packed."""

    format: str
    version: int
    program: str
    rules: int
    hash: bytes
    match: msgspec.Raw


_ENVELOPE: Final = msgspec.msgpack.Decoder(_Envelope)
_MOVED: Final = msgspec.msgpack.Decoder(Moved)


def packed(moved: Moved) -> bytes:
    """The file. Raises StorageError for a room without a match."""
    match = moved.image.match
    if match is None:
        raise StorageError(f"room {moved.image.setup.id} has no match yet; there is nothing to move")
    body = _ENCODER.encode(moved)
    digest = hashlib.sha256(body).digest()
    envelope = _Envelope(FORMAT, VERSION, __version__, match.ruleset.version, digest, msgspec.Raw(body))
    return _ENCODER.encode(envelope)


def unpacked(data: bytes) -> Moved:
    """What the file holds, played again from the seed to where it stands.

    Raises StorageError: where it is, what was found, what was expected, how to mend it.
    """
    envelope = _envelope(data)
    body = bytes(envelope.match)
    if hashlib.sha256(body).digest() != envelope.hash:
        raise StorageError("the file is damaged: its hash is another than it says; export the match again")
    try:
        moved = _MOVED.decode(body)
    except msgspec.DecodeError as error:
        raise StorageError(
            f"the match cannot be read: {error}; it was exported by version {envelope.program} with rules "
            f"{envelope.rules}, this is version {__version__}; import it with that version"
        ) from error
    _prove(moved, envelope.program)
    return moved


def _envelope(data: bytes) -> _Envelope:
    expected = "expected a file that `neo-sanctum-server export` wrote"
    if len(data) > MOST_BYTES:
        raise StorageError(f"the file has {len(data)} bytes, expected {MOST_BYTES} at most; {expected}")
    try:
        envelope = _ENVELOPE.decode(data)
    except msgspec.DecodeError as error:
        raise StorageError(f"the file is no match on the move: {error}; {expected}") from error
    if envelope.format != FORMAT:
        raise StorageError(
            f"the file says {envelope.format[:40]!r} of itself, expected {FORMAT!r}; {expected}"
        )
    if envelope.version > VERSION:
        raise StorageError(
            f"the file has format {envelope.version}, this server knows up to {VERSION}; use a newer server"
        )
    return envelope


# --- proof ------------------------------------------------------------------------------------------


def _prove(moved: Moved, program: str) -> None:
    image = moved.image
    if image.match is None or image.state is None or image.phase not in {PLAYING, OVER}:
        raise StorageError("the file is broken: the room has no match; export it again")
    _check_shape(image, image.match)
    try:
        check_match(image.match)
        state = _played_again(Board(image.match), image.state.secret.seed, moved, program)
    except (RulesError, ReplayError) as error:
        raise StorageError(f"the file is broken: {error}; export the match again") from error
    if state_hash(state) != state_hash(image.state) or image.number != len(moved.turns):
        raise StorageError(
            "the file is broken: its turns lead elsewhere than where the match stands; export it again"
        )
    _check_slates_of_now(image, Board(image.match))


def _check_shape(image: Image, match: Match) -> None:
    """What is listed by seat has as many places as there are seats."""
    seats = len(match.seating)
    lists = {
        "seats": image.seats,
        "plans": image.setup.plans,
        "slates": image.slates,
        "stood": image.stood or image.slates,
        "ready": image.ready,
        "votes": image.votes,
        "banks": image.banks or image.seats,
        "extending": image.extending or image.seats,
        "pausing": image.pausing or image.seats,
    }
    for name, found in lists.items():
        if len(found) != seats:
            raise StorageError(
                f"the file is broken: found {len(found)} {name}, expected {seats}; export it again"
            )
    if image.owner not in range(seats):
        raise StorageError(f"the file is broken: found owner {image.owner}, expected a seat below {seats}")


def _played_again(board: Board, seed: int, moved: Moved, program: str) -> State:
    state = opening(board, seed)
    for number, played in enumerate(moved.turns, start=1):
        turn = played.turn
        check_slates(board, turn.slates, f"turn {number}")
        state = agree(board, state, []) if turn.agreed else resolve(board, state, turn.slates, [])
        if turn.number != number or state_hash(state) != turn.state_hash:
            raise StorageError(
                f"turn {number} of the match comes out otherwise than it was played by version {program}: these are "
                "other rules, or the file is broken; import it with that version, or export it again"
            )
    return state


def _check_slates_of_now(image: Image, board: Board) -> None:
    if image.phase != PLAYING:
        return
    for seat, slate in [*enumerate(image.slates), *enumerate(image.stood)]:
        if slate is not None and table.slate_refusals(board, image, board.all_seats[seat], slate):
            raise StorageError(
                f"the file is broken: the slate of seat {seat} is against the rules; export it again"
            )
