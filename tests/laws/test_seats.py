"""Seats are only numbers: whoever sits where, the same chapters fare the same and are told the same (rule 12)."""

from collections.abc import Callable
from itertools import permutations
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from game.rules.board import Board
from game.rules.ids import District, FactionKey, Leader, Seat
from game.rules.ledger import Entry
from game.rules.orders import Build, Forum, Gift, Led, Order, Slate, Unique
from game.rules.resolve import resolve
from game.rules.setup import Setting
from game.rules.state import Outcome, Sitting, State
from tests.support import matches
from tests.support.cities import grid_city
from tests.support.matches import THREE, match, random_slates

D0 = District(0)
CHAPTERS = (Sitting(FactionKey("sra"), 1), Sitting(FactionKey("sra"), 2), Sitting(FactionKey("ca"), 1))
ORDERS = tuple(permutations(range(3)))


def plain(value: Any, board: Board, name: str = "") -> Any:
    """A part of a state or ledger with every seat and leader called by name, and lists by seat as pairs."""
    if isinstance(value, Outcome):
        return (value.ending, _by_seat(value.places, board), _by_seat(value.mandates, board))
    if isinstance(value, msgspec.Struct):
        fields = {field: plain(getattr(value, field), board, field) for field in value.__struct_fields__}
        return (type(value).__name__, tuple(fields.items()))
    if name in NAMED:
        return NAMED[name](value, board)
    if isinstance(value, tuple):
        items = tuple(plain(item, board) for item in value)
        return _by_seat(items, board) if name in BY_SEAT else items
    return value


def _seat(seat: int, board: Board) -> str:
    return board.label(Seat(seat)) if seat >= 0 else "nobody"


def _leader(leader: int, board: Board) -> str:
    return _person(Leader(leader), board) if leader >= 0 else "nobody"


def _seats(value: tuple[Any, ...], board: Board) -> Any:
    """The states of all seats, or the seats that answered an event."""
    if all(isinstance(seat, int) for seat in value):
        return sorted(_seat(seat, board) for seat in value)
    return _by_seat(tuple(plain(seat, board) for seat in value), board)


NAMED: dict[str, Callable[[Any, Board], Any]] = {
    "seat": _seat,
    "to": _seat,
    "mover": _seat,
    "steward": _seat,
    "leader": _leader,
    "seats": _seats,
    "priority": lambda value, board: [_seat(seat, board) for seat in value],
    "leaders": lambda value, board: sorted((_leader(n, board), where) for n, where in enumerate(value)),
    "facilities": lambda value, board: sorted(plain(facility, board) for facility in value),
}
BY_SEAT = {"support", "stakes", "pressure", "shield", "before", "after", "lost", "mandates"}


def _by_seat(values: tuple[Any, ...], board: Board) -> Any:
    return tuple(sorted((board.label(Seat(seat)), value) for seat, value in enumerate(values)))


def _person(leader: Leader, board: Board) -> str:
    plan = board.leaders[leader]
    return f"{plan.key}@{board.label(plan.seat)}"


def told(ledger: list[Entry], board: Board) -> list[str]:
    """The entries by name, sorted: a multiset that can be compared."""
    return sorted(repr(plain(entry, board)) for entry in ledger)


def same_leader(leader: Leader, board: Board, other: Board) -> Leader:
    """The same person of the same chapter on the other board."""
    name = _person(leader, board)
    return next(Leader(n) for n in range(len(other.leaders)) if _person(Leader(n), other) == name)


def seated_otherwise(order: Order, board: Board, other: Board) -> Order:
    """The same order where the seats are numbered otherwise."""
    if isinstance(order, Led):
        return msgspec.structs.replace(order, leader=same_leader(order.leader, board, other))
    if isinstance(order, Gift):
        to = next(seat for seat in other.all_seats if other.label(seat) == board.label(order.to))
        return msgspec.structs.replace(order, to=to)
    return order


def permuted(slates: list[Slate], order: tuple[int, ...], board: Board, other: Board) -> list[Slate]:
    """The slates for a board on which seat n is seat `order[n]` of this one."""
    return [tuple(seated_otherwise(given, board, other) for given in slates[n]) for n in order]


@settings(max_examples=16, deadline=None)
@given(
    st.sampled_from((THREE, CHAPTERS)),
    st.integers(1, 12),
    st.integers(0, 2**31),
    st.sampled_from(ORDERS),
)
def test_permuting_the_seats_permutes_the_result_and_the_ledger(sittings, turns, seed, order):
    board, state = match(seating=sittings, seed=seed)
    other, turned = match(seating=[sittings[n] for n in order], seed=seed)
    assert plain(state, board) == plain(turned, other)
    for _ in range(turns):
        if state.public.outcome is not None:
            break
        slates = random_slates(board, state.public, seed)
        entries: list[Entry] = []
        entries_there: list[Entry] = []
        turned = resolve(other, turned, permuted(slates, order, board, other), entries_there)
        state = resolve(board, state, slates, entries)
        assert plain(state, board) == plain(turned, other)
        assert told(entries, board) == told(entries_there, other)


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 2**31), st.sampled_from(tuple(permutations(range(4)))))
def test_teams_follow_their_chapters_to_other_seats(seed, order):
    four = (*THREE, Sitting(FactionKey("ca"), 2))
    city = grid_city(starts=4)
    teams = (0, 1, 0, 1)
    board, state = match(city, four, "short", seed, setting=Setting("teams", teams=teams))
    seats = [four[n] for n in order]
    moved = Setting("teams", teams=tuple(teams[n] for n in order))
    other, turned = match(city, seats, "short", seed, setting=moved)
    while state.public.outcome is None:
        slates = random_slates(board, state.public, seed)
        turned = resolve(other, turned, permuted(slates, order, board, other))
        state = resolve(board, state, slates)
    assert plain(state, board) == plain(turned, other)


def crowded(board: Board, state: State) -> State:
    """Everybody in district 0, which leans a little and is nearly as excited as rallies make it."""
    there = matches.everyone_at(board, state, 0)
    return matches.district(there, 0, lean=7, unrest=2, facilities=())


def test_a_crowd_in_one_place_is_told_alike_however_it_is_seated():
    """Three seats with forums, rallies and builds in one district, where several reach a limit together."""
    board, state = match(seating=CHAPTERS)
    slates: list[Slate] = [
        (
            Forum(board.leaders_of(who)[0], D0),
            Unique(board.leaders_of(who)[1], D0),
            Build(board.leaders_of(who)[2], D0, "mural" if who == 2 else "free_school"),
        )
        for who in board.all_seats
    ]
    entries: list[Entry] = []
    resolve(board, crowded(board, state), slates, entries)
    for order in ORDERS:
        other, turned = match(seating=[CHAPTERS[n] for n in order])
        entries_there: list[Entry] = []
        resolve(other, crowded(other, turned), permuted(slates, order, board, other), entries_there)
        assert told(entries, board) == told(entries_there, other)
