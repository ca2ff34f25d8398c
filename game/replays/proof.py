"""Proving a replay: the real rules play it again with the ruleset in it, and every hash must come out the same."""

from collections.abc import Sequence

from msgspec import Struct

from game.replays.course import is_provable, unsound
from game.replays.replay import Replay, TurnPlayed
from game.rules.board import Board
from game.rules.ledger import Entry
from game.rules.legality import faults
from game.rules.orders import Slate
from game.rules.resolve import agree, resolve
from game.rules.setup import opening
from game.rules.state import State
from game.rules.view import public_hash, state_hash, view_of


class Difference(Struct, frozen=True):
    """Where playing again came to something else: in `turn` (0 is the opening), and in what.

    `what` is opening, slates, ledger, public or state.
    """

    turn: int
    what: str


class Proof(Struct, frozen=True):
    """What became of proving a replay. `chain` is its last chain value, to compare two files by.

    `provable` is False where it was played by rules of another version than these; then nothing was played.
    """

    turns: int
    chain: bytes
    provable: bool
    difference: Difference | None = None

    @property
    def holds(self) -> bool:
        """Whether every turn came out as recorded."""
        return self.provable and self.difference is None


def prove(replay: Replay) -> Proof:
    """Play a replay again. The caller has its `course`, so that it hangs together.

    Raises ReplayError where the rules cannot play it at all.
    """
    if not is_provable(replay):
        return Proof(len(replay.turns), replay.chain, provable=False)
    difference = _difference(replay)
    return Proof(len(replay.turns), replay.chain, provable=True, difference=difference)


def _difference(replay: Replay) -> Difference | None:
    with unsound("opening"):
        board = Board(replay.opening.match)
        state = opening(board, replay.opening.seed)
    if state.public != replay.opening.public or state_hash(state) != replay.opening.state_hash:
        return Difference(0, "opening")
    for played in replay.turns:
        with unsound(f"turn {played.turn}"):
            if not are_legal(board, state, played.slates):
                return Difference(played.turn, "slates")
            what, state = _play(board, state, played)
        if what:
            return Difference(played.turn, what)
    return None


def are_legal(board: Board, state: State, slates: Sequence[Slate]) -> bool:
    """Whether every seat may order what it did; the rules are made for nothing else."""
    views = [view_of(state, seat) for seat in board.all_seats]
    return not any(faults(board, view.public, view.viewer, slates[view.viewer]) for view in views)


def _play(board: Board, state: State, played: TurnPlayed) -> tuple[str, State]:
    """What differs after the turn, if anything, and the state after it."""
    ledger: list[Entry] = []
    after = agree(board, state, ledger) if played.agreed else resolve(board, state, played.slates, ledger)
    if tuple(ledger) != played.entries:
        return "ledger", after
    if public_hash(after.public) != played.public_hash:
        return "public", after
    return ("" if state_hash(after) == played.state_hash else "state"), after
