"""Matches, positions and random but legal play for tests of the rules."""

import random
from collections.abc import Sequence
from typing import Any

from msgspec.structs import replace

from game.content import ruleset
from game.rules.board import Board
from game.rules.city import City
from game.rules.ids import District, FactionKey, Leader, Seat
from game.rules.ledger import Entry
from game.rules.legality import faults, in_reach
from game.rules.orders import NO_ORDERS, Build, Campaign, Care, Festival, Forum, Order, Slate, Travel, Unique
from game.rules.resolve import resolve
from game.rules.ruleset import Ruleset
from game.rules.setup import new_match
from game.rules.state import Public, Sitting, State
from tests.support.cities import grid_city, line_city

THREE = (Sitting(FactionKey("sra"), 1), Sitting(FactionKey("occ"), 1), Sitting(FactionKey("ca"), 1))
SRA, OCC, CA = Seat(0), Seat(1), Seat(2)


def match(
    city: City | None = None,
    seating: Sequence[Sitting] = THREE,
    length: str = "standard",
    seed: int = 7,
    rules: Ruleset | None = None,
) -> tuple[Board, State]:
    """A new match on the grid, or on the city given, with the numbers that ship or those given."""
    made, state = new_match(rules or ruleset(), city or grid_city(), seating, length, seed)
    return Board(made), state


def line() -> tuple[Board, State]:
    """Three seats in a row of five: SRA at 0, OCC at 2, CA at 4 (laid over as mixed)."""
    return match(line_city())


def district(state: State, where: int, **changes: Any) -> State:
    """The state with numbers of one district replaced."""
    districts = list(state.public.districts)
    districts[where] = replace(districts[where], **changes)
    return public(state, districts=tuple(districts))


def seat(state: State, who: int, **changes: Any) -> State:
    """The state with numbers of one seat replaced."""
    seats = list(state.public.seats)
    seats[who] = replace(seats[who], **changes)
    return public(state, seats=tuple(seats))


def public(state: State, **changes: Any) -> State:
    """The state with public parts replaced."""
    return replace(state, public=replace(state.public, **changes))


def orders(board: Board, *given: Order) -> list[Slate]:
    """Slates per seat from orders, each given to the seat of its leader."""
    slates: list[Slate] = [NO_ORDERS] * board.seats
    for order in given:
        owner = board.leaders[order.leader].seat
        slates[owner] = (*slates[owner], order)
    return slates


def leader(board: Board, key: str) -> Leader:
    """A leader by key."""
    return next(Leader(n) for n, plan in enumerate(board.leaders) if plan.key == key)


def played(board: Board, state: State, *given: Order) -> tuple[State, list[Entry]]:
    """One turn with these orders: the state after it and its ledger. The orders must be legal."""
    slates = orders(board, *given)
    for number, slate in enumerate(slates):
        assert not faults(board, state.public, Seat(number), slate)
    ledger: list[Entry] = []
    return resolve(board, state, slates, ledger), ledger


def of(ledger: Sequence[Entry], kind: type, **fields: Any) -> list[Any]:
    """The entries of one kind whose fields have these values."""
    return [
        entry
        for entry in ledger
        if isinstance(entry, kind) and all(getattr(entry, name) == value for name, value in fields.items())
    ]


def options(board: Board, view: Public, who: Seat, by: Leader) -> list[Order]:
    """Every order that leader could be given, legal or too dear."""
    found: list[Order] = []
    for where in in_reach(board, view, by):
        found.extend(verb(by, where) for verb in (Campaign, Care, Festival, Forum, Unique))
        found.extend(Build(by, where, kind) for kind in board.facility_rules[who])
    found.extend(Travel(by, District(where)) for where in range(board.districts))
    return found


def random_slate(board: Board, view: Public, who: Seat, dice: random.Random) -> Slate:
    """A legal slate: for each leader one of its options that still fits, now and then none."""
    slate: Slate = NO_ORDERS
    for by in board.leaders_of(who):
        choices = options(board, view, who, by)
        dice.shuffle(choices)
        for order in choices[: dice.randint(0, 6)]:
            if not faults(board, view, who, (*slate, order)):
                slate = (*slate, order)
                break
    return slate


def random_slates(board: Board, view: Public, seed: int) -> list[Slate]:
    """A random legal slate for every seat. A seat's draws depend on faction and chapter, not its number."""
    return [
        random_slate(
            board, view, who, random.Random(f"{seed}:{view.turn}:{sitting.faction}:{sitting.chapter}")
        )
        for who, sitting in zip(board.all_seats, board.match.seating, strict=True)
    ]


def after(board: Board, state: State, turns: int, seed: int) -> State:
    """The state after so many turns of random play, or at the match's end if that comes first."""
    for _ in range(turns):
        if state.public.outcome is not None:
            break
        state = resolve(board, state, random_slates(board, state.public, seed))
    return state
