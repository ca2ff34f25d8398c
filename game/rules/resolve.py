"""Resolution: the only door through which a state changes (rule 12)."""

from collections.abc import Callable, Sequence

from game.rules.board import Board
from game.rules.errors import RulesError
from game.rules.ledger import Entry
from game.rules.orders import NO_ORDERS, Slate
from game.rules.phases import (
    build,
    care,
    contest,
    council,
    drift,
    event,
    facilities,
    festival,
    finish,
    fracture,
    gala,
    income,
    motion,
    pay,
    pledge,
    speak,
)
from game.rules.phases.ending import end
from game.rules.state import Ending, State
from game.rules.turn import Turn

PLAYED: tuple[Callable[[Turn], None], ...] = (
    pay.play,
    event.play,
    pledge.play,
    build.play,
    care.play,
    festival.play,
    speak.play,
    motion.play,
    facilities.play,
    contest.play,
    drift.play,
    income.play,
    fracture.play,
    council.play,
    gala.play,
)
"""The phases up to the Gala, in their order; a forecast plays these and stops (rule 16)."""

BEFORE_CONTEST = PLAYED[: PLAYED.index(contest.play)]
"""The phases in which pressure adds up."""

BEFORE_COUNCIL = PLAYED[: PLAYED.index(council.play)]
"""The phases that change the city; after them come only votes and scores."""


def resolve(board: Board, state: State, slates: Sequence[Slate], ledger: list[Entry] | None = None) -> State:
    """Play one turn and give back the state after it; nothing that was passed in is changed.

    One slate per seat, each legal (`legality.faults` says so); an absent seat's is empty. With a
    `ledger` every change is appended to it in order. Raises RulesError when the match is over.
    """
    turn = begin(board, state, slates, ledger)
    for phase in PLAYED:
        phase(turn)
    finish.play(turn)
    return turn.state()


def agree(board: Board, state: State, ledger: list[Entry] | None = None) -> State:
    """The state after everybody agreed to end: mandates are scored, and what stands now counts (rule 11).

    Where all play together the goals are given up, so all have lost. Raises RulesError when the match is over.
    """
    turn = begin(board, state, [NO_ORDERS] * board.seats, ledger)
    end(turn, Ending.FAILED if board.match.mode.together else Ending.AGREED)
    return turn.state()


def begin(board: Board, state: State, slates: Sequence[Slate], ledger: list[Entry] | None = None) -> Turn:
    """The working copy before its first phase. Raises RulesError when the match is over."""
    if state.public.outcome is not None:
        raise RulesError(f"the match ended in turn {state.public.turn}; there is nothing to resolve")
    return Turn(board, state, slates, ledger)
