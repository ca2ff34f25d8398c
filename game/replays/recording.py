"""Making a replay of a finished match from what was kept of it: the opening, and the orders of each turn."""

from collections.abc import Iterable

from msgspec import Struct

from game import __version__
from game.replays.codec import encode
from game.replays.replay import FORMAT, End, Header, Opening, Sitter, TurnPlayed, as_spectator
from game.rules.board import Board
from game.rules.ledger import Entry
from game.rules.orders import Slate
from game.rules.resolve import agree, resolve
from game.rules.ruleset import ruleset_hash
from game.rules.setup import opening
from game.rules.state import Match, State
from game.rules.view import diff, public_hash, state_hash


class Played(Struct, frozen=True):
    """A turn as it was kept. `agreed`: the match ended here by agreement, no slate was played.

    `state_hash` is of the state after it; None where nobody noted it.
    """

    slates: tuple[Slate, ...]
    agreed: bool = False
    state_hash: bytes | None = None


class Occasion(Struct, frozen=True):
    """What a match does not know of itself: its map's id and rules hash, who sat there, when it ended.

    `names` and `players` are by seat, as in `Sitter`; `ended_at` is in seconds since 1970, 0 where not known.
    """

    map: str
    map_hash: str
    names: tuple[str, ...]
    players: tuple[str, ...]
    ended_at: int


class NotRecordableError(Exception):
    """No replay can be made: the match is not over, or these rules play it otherwise. The message says which."""


def record(match: Match, seed: int, turns: Iterable[Played], occasion: Occasion) -> bytes:
    """The replay of a finished match, as the bytes of its file.

    Raises NotRecordableError if a match still runs, whose secrets stay secret, or comes out otherwise than kept.
    """
    board = Board(match)
    state = opening(board, seed)
    start = Opening(match, seed, state.public, state_hash(state))
    played: list[TurnPlayed] = []
    for turn in turns:
        state, done = _played(board, state, turn)
        played.append(done)
    outcome = state.public.outcome
    if outcome is None:
        raise NotRecordableError(f"the match runs, in turn {state.public.turn}; a replay tells its secrets")
    return encode(_header(match, occasion), start, played, End(len(played), outcome))


def _played(board: Board, state: State, turn: Played) -> tuple[State, TurnPlayed]:
    entries: list[Entry] = []
    after = agree(board, state, entries) if turn.agreed else resolve(board, state, turn.slates, entries)
    proof = state_hash(after)
    number = state.public.turn
    if turn.state_hash not in (None, proof):
        raise NotRecordableError(
            f"turn {number} comes out otherwise than it was played; make the replay with the version it was played by"
        )
    patch = diff(as_spectator(state.public), as_spectator(after.public))
    hashes = public_hash(after.public), proof
    done = TurnPlayed(number, turn.slates, tuple(entries), patch, *hashes, agreed=turn.agreed)
    return after, done


def _header(match: Match, occasion: Occasion) -> Header:
    seats = tuple(
        Sitter(sitting.faction, sitting.chapter, name, player)
        for sitting, name, player in zip(match.seating, occasion.names, occasion.players, strict=True)
    )
    return Header(
        format=FORMAT,
        program=__version__,
        rules=match.ruleset.version,
        ruleset_hash=ruleset_hash(match.ruleset),
        map=occasion.map,
        map_hash=occasion.map_hash,
        title=match.city.title[:64],
        mode=match.mode.key,
        length=match.length,
        ended_at=occasion.ended_at,
        seats=seats,
    )
