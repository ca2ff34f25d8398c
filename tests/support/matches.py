"""Matches, positions and random but legal play for tests of the rules."""

import random
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from game.rules.board import Board
from game.rules.city import City
from game.rules.ids import District, FactionKey, Leader, Seat
from game.rules.ledger import Entry
from game.rules.legality import faults
from game.rules.legality_of_papers import council_sits
from game.rules.orders import (
    NO_ORDERS,
    SPOKEN,
    Ballot,
    Build,
    Close,
    Gift,
    Led,
    Motion,
    Order,
    Pledge,
    Slate,
    Travel,
)
from game.rules.reach import in_reach
from game.rules.resolve import resolve
from game.rules.ruleset import Ruleset
from game.rules.setup import FREE_FOR_ALL, Setting, new_match
from game.rules.state import Public, Sitting, State
from tests.conformance.pin import pinned
from tests.support.cities import grid_city, line_city

THREE = (Sitting(FactionKey("sra"), 1), Sitting(FactionKey("occ"), 1), Sitting(FactionKey("ca"), 1))
SRA, OCC, CA = Seat(0), Seat(1), Seat(2)


def match(
    city: City | None = None,
    seating: Sequence[Sitting] = THREE,
    length: str = "standard",
    seed: int = 7,
    rules: Ruleset | None = None,
    setting: Setting = FREE_FOR_ALL,
) -> tuple[Board, State]:
    """A new match on the grid, or on the city given, with the pinned numbers or those given."""
    made, state = new_match(rules or pinned(), city or grid_city(), seating, length, seed, setting)
    return Board(made), state


def line() -> tuple[Board, State]:
    """Three seats in a row of five: SRA at 0, OCC at 2, CA at 4 (laid over as mixed); nothing is to come up."""
    board, state = match(line_city())
    return board, public(state, events=(), docket=())


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


def everyone_at(board: Board, state: State, where: int) -> State:
    """The state with every leader, late ones too, in one district."""
    return public(state, leaders=tuple(District(where) for _ in board.leaders))


def orders(board: Board, *given: Led) -> list[Slate]:
    """Slates per seat from orders, each given to the seat of its leader."""
    slates: list[Slate] = [NO_ORDERS] * board.seats
    for order in given:
        owner = board.leaders[order.leader].seat
        slates[owner] = (*slates[owner], order)
    return slates


def leader(board: Board, key: str) -> Leader:
    """A leader by key."""
    return next(Leader(n) for n, plan in enumerate(board.leaders) if plan.key == key)


def played(board: Board, state: State, *given: Led) -> tuple[State, list[Entry]]:
    """One turn with these orders: the state after it and its ledger. The orders must be legal."""
    return played_slates(board, state, orders(board, *given))


def played_slates(board: Board, state: State, slates: Sequence[Slate]) -> tuple[State, list[Entry]]:
    """One turn with these slates, which must be legal: the state after it and its ledger."""
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


def options(board: Board, view: Public, who: Seat, by: Leader) -> list[Led]:
    """Every order that leader could be given, legal or too dear."""
    found: list[Led] = []
    for where in in_reach(board, view, by):
        found.extend(verb(by, where) for verb in SPOKEN)
        found.extend(Build(by, where, kind) for kind in board.facility_rules[who])
        found.extend(Pledge(by, where, kind, asked) for kind in board.ruleset.part_kinds for asked in (0, 2))
    found.extend(Travel(by, District(where)) for where in range(board.districts))
    if view.leaders[by] >= 0:
        found.extend(Motion(by, view.leaders[by], law) for law in view.seats[who].hand)
    return found


def paper_options(board: Board, view: Public, who: Seat, dice: random.Random) -> Iterator[Order]:
    """Ballots, closures and gifts a seat could think of, legal or too dear."""
    if council_sits(board, view):
        for bill in view.docket:
            yield Ballot(bill.law, dice.random() < 0.6, dice.randint(0, board.ruleset.council.most_voice))
    if dice.random() < 0.1:
        others = sorted((board.label(seat), seat) for seat in board.all_seats if seat != who)
        yield Gift(dice.choice(others)[1], dice.randint(0, 6), dice.randint(0, 2))
    for where, place in enumerate(view.districts):
        for facility in place.facilities:
            if facility.seat == who and dice.random() < 0.04:
                yield Close(District(where), facility.kind)


def random_slate(board: Board, view: Public, who: Seat, dice: random.Random) -> Slate:
    """A legal slate: for each leader one of its options that still fits, now and then none; now and then papers."""
    slate: Slate = NO_ORDERS
    for by in board.leaders_of(who):
        choices = options(board, view, who, by)
        dice.shuffle(choices)
        for order in choices[: dice.randint(0, 6)]:
            if not faults(board, view, who, (*slate, order)):
                slate = (*slate, order)
                break
    for paper in paper_options(board, view, who, dice):
        if not faults(board, view, who, (*slate, paper)):
            slate = (*slate, paper)
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
