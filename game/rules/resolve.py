"""Resolution: the only door through which a state changes (rule 12)."""

from collections.abc import Callable, Sequence

from game.rules.board import Board
from game.rules.errors import RulesError
from game.rules.ledger import Entry
from game.rules.orders import Slate
from game.rules.phases import (
    build,
    care,
    contest,
    drift,
    facilities,
    festival,
    finish,
    fracture,
    gala,
    income,
    pay,
    speak,
)
from game.rules.state import State
from game.rules.turn import Turn

PLAYED: tuple[Callable[[Turn], None], ...] = (
    pay.play,
    build.play,
    care.play,
    festival.play,
    speak.play,
    facilities.play,
    contest.play,
    drift.play,
    income.play,
    fracture.play,
    gala.play,
)
"""The phases up to the Gala, in their order; a forecast plays these and stops (rule 16)."""


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


def begin(board: Board, state: State, slates: Sequence[Slate], ledger: list[Entry] | None = None) -> Turn:
    """The working copy before its first phase. Raises RulesError when the match is over."""
    if state.public.outcome is not None:
        raise RulesError(f"the match ended in turn {state.public.turn}; there is nothing to resolve")
    return Turn(board, state, slates, ledger)
