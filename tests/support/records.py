"""Finished matches for the results: played by rule of thumb, calmly or not, always the same for the same seed."""

import random
from functools import cache

from game.client.screens.results.record import Record, Sitter
from game.content import ruleset
from game.rules.board import Board
from game.rules.ids import Seat
from game.rules.ledger import Entry, Ledger
from game.rules.legality import faults
from game.rules.orders import Build, Care, Festival, Forum, Led, Slate, Travel, Unique
from game.rules.resolve import resolve
from game.rules.ruleset import Ruleset
from game.rules.state import Public, State
from tests.support import matches
from tests.support.numbers import pinned

SITTERS = (Sitter("Ada"), Sitter("Mirela"), Sitter("", "greedy"))


@cache
def calm(seed: int = 4, length: str = "standard", you: int | None = 0, *, as_kept: bool = False) -> Record:
    """A match whose city lives: the first from this seed on; `as_kept` with the pictures' numbers."""
    return _first(seed, length, you, pinned() if as_kept else ruleset(), calmly=True)


@cache
def stormy(seed: int = 3, *, as_kept: bool = False) -> Record:
    """A match whose city is sundered: the first from this seed on; `as_kept` with the pictures' numbers."""
    return _first(seed, "standard", 0, pinned() if as_kept else ruleset(), calmly=False)


def _first(seed: int, length: str, you: int | None, rules: Ruleset, *, calmly: bool) -> Record:
    """New numbers of the game may move which seed it is, but not that there is one."""
    tried = (_record(number, length, you, rules, calmly=calmly) for number in range(seed, seed + 60))
    return next(record for record in tried if record.sundered is not calmly)


def _record(seed: int, length: str, you: int | None, rules: Ruleset, *, calmly: bool) -> Record:
    board, state = matches.match(seed=seed, length=length, rules=rules)
    ledgers: dict[int, Ledger] = {}
    while state.public.outcome is None:
        state = _turn(board, state, ledgers, seed, calmly=calmly)
    seat = Seat(you) if you is not None else None
    return Record(board, state.public, ledgers, SITTERS[: board.seats], seat)


def _turn(board: Board, state: State, ledgers: dict[int, Ledger], seed: int, *, calmly: bool) -> State:
    entries: list[Entry] = []
    turn = state.public.turn
    if calmly:
        slates = [
            _sensible(board, state.public, who, random.Random(f"{seed}{turn}{who}"))
            for who in board.all_seats
        ]
    else:
        slates = matches.random_slates(board, state.public, seed)
    after = resolve(board, state, slates, entries)
    ledgers[turn] = tuple(entries)
    return after


def _sensible(board: Board, view: Public, who: Seat, dice: random.Random) -> Slate:
    """Forum where it is angry, Care where need is high, now and then something of one's own."""
    slate: Slate = ()
    for by in board.leaders_of(who):
        choices = matches.options(board, view, who, by)
        dice.shuffle(choices)
        choices.sort(key=lambda order: -_appeal(view, order, dice))
        for order in choices[:40]:
            if not faults(board, view, who, (*slate, order)):
                slate = (*slate, order)
                break
    return slate


def _appeal(view: Public, order: Led, dice: random.Random) -> float:
    here = view.districts[order.district]
    if isinstance(order, Forum):
        return 3.0 * here.unrest
    if isinstance(order, Care):
        return here.need / 15
    if isinstance(order, Build):
        return 4.0 if dice.random() < 0.3 else 0.0
    if isinstance(order, Festival | Unique):
        return 4.2
    return 0.0 if isinstance(order, Travel) else 2 + dice.random() * 3
