"""Finished matches as replays: random but legal play on the grid or on Core, with the numbers that ship."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import msgspec
from msgspec.structs import replace

from game.content import ruleset
from game.maps import check, find
from game.replays import codec
from game.replays.codec import decode, encode
from game.replays.recording import Occasion, Played, record
from game.replays.replay import Replay
from game.rules.board import Board
from game.rules.city import City
from game.rules.resolve import resolve
from game.rules.setup import FREE_FOR_ALL, Setting, new_match
from game.rules.state import Match, Sitting, State
from server.disk.replaying import is_finished
from server.room.image import Image, Resolved
from server.room.table import play
from tests.support.cities import grid_city
from tests.support.matches import THREE, random_slates
from tests.support.rooms import begun

ENDED = 1_790_000_000
"""When the matches of the tests ended: in September 2026."""


def played(
    city: City | None = None,
    seating: Sequence[Sitting] = THREE,
    setting: Setting = FREE_FOR_ALL,
    seed: int = 7,
    turns: int = 99,
    length: str = "short",
) -> tuple[Match, State, tuple[Played, ...]]:
    """A match of random players to its end, or so many turns of it."""
    match, state = new_match(ruleset(), city or grid_city(), seating, length, seed, setting)
    board = Board(match)
    kept: list[Played] = []
    while state.public.outcome is None and len(kept) < turns:
        slates = tuple(random_slates(board, state.public, seed))
        state = resolve(board, state, slates)
        kept.append(Played(slates))
    return match, state, tuple(kept)


def occasion(seats: int = 3, **changes: Any) -> Occasion:
    """Ada sat in the first seat, computers in the others."""
    names, players = ("Ada", *[""] * (seats - 1)), ("person", *["random"] * (seats - 1))
    return replace(Occasion("grid", "a" * 64, names, players, ENDED), **changes)


@cache
def finished(seed: int = 7) -> bytes:
    """The file of a match on the grid."""
    match, _, turns = played(seed=seed)
    return record(match, seed, turns, occasion())


@cache
def on_core() -> bytes:
    """The file of a match on a map that ships."""
    core = check(find("core"))
    match, _, turns = played(core.city)
    return record(match, 7, turns, occasion(map="core", map_hash=core.rules_hash))


def replay() -> Replay:
    return decode([finished()])


def written(changed: Replay) -> bytes:
    """A replay's file with a chain that holds, whatever it says."""
    return encode(changed.header, changed.opening, changed.turns, changed.end)


def bodies(data: bytes) -> list[tuple[str, bytes]]:
    """Kind and body of every record."""
    return [(link.kind, link.body) for link in codec._links([data])]


def packed(records: Sequence[tuple[str, bytes]]) -> bytes:
    """A file of such records, with a chain that holds."""
    chain, out = codec.START, b""
    for kind, body in records:
        chain = codec.chained(chain, kind, body)
        out += msgspec.msgpack.encode((kind, body, chain))
    return out


def played_room(turns: int = 99) -> tuple[Image, tuple[Resolved, ...]]:
    """A room whose match was played without orders, to its end or for so many turns."""
    room = begun().room
    image = room.image
    records: list[Resolved] = []
    while not is_finished(image) and len(records) < turns:
        done = play(room._core.board, image)
        image = done.image
        records.append(done.record)
    return image, tuple(records)
