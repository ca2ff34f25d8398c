"""What a slate would do, answered by the real rules (rules 1, 16)."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from itertools import combinations, permutations, product
from typing import TypeAlias

from msgspec import Struct

from game.rules.board import Board
from game.rules.ids import District, Leader, Seat
from game.rules.ledger import Entry, Ledger
from game.rules.legality import faults
from game.rules.orders import NO_ORDERS, SPOKEN, Slate, Spoken
from game.rules.prices import slate_price
from game.rules.reach import in_reach
from game.rules.resolve import BEFORE_CONTEST, PLAYED, begin
from game.rules.state import Public
from game.rules.view import state_of


class Forecast(Struct, frozen=True):
    """How everything would stand after the Gala of this turn, and the ledger that leads there."""

    public: Public
    ledger: Ledger


class Range(Struct, frozen=True):
    """A seat's support in a district, in permille: against the worst, as asked, and unopposed."""

    floor: int
    expected: int
    ceiling: int


def forecast(
    board: Board, public: Public, slates: Mapping[Seat, Slate], *, with_ledger: bool = True
) -> Forecast:
    """Play the phases up to the Gala on a state rebuilt from a view.

    Seats without a slate do nothing. Every slate is legal. Raises RulesError when the match is over.
    Never reveals draws to come: it knows no more than the view.
    """
    ledger: list[Entry] | None = [] if with_ledger else None
    given = [slates.get(seat, NO_ORDERS) for seat in board.all_seats]
    turn = begin(board, state_of(public), given, ledger)
    for phase in PLAYED:
        phase(turn)
    return Forecast(turn.state().public, tuple(ledger or ()))


def support_range(
    board: Board, public: Public, seat: Seat, slate: Slate, district: District, rivals: Mapping[Seat, Slate]
) -> Generator[None, None, Range]:
    """The seat's support in a district with this slate: floor, expected against `rivals`, ceiling.

    Floor: every rival leader within reach uses its strongest affordable pressure there. Ceiling: no
    rival gives any order. All slates are legal. The work comes in pieces, so that a caller who draws
    frames can spread it; what the generator returns in the end is the range.
    """
    opposed: dict[Seat, Slate] = {}
    for rival in board.all_seats:
        if rival != seat:
            opposed[rival] = yield from strongest_slate(board, public, rival, district)
    shares = []
    for case in ({}, rivals, opposed):
        outcome = forecast(board, public, {**case, seat: slate}, with_ledger=False)
        shares.append(outcome.public.districts[district].support[seat])
        yield
    return Range(min(shares), shares[1], max(shares))


def strongest_slate(
    board: Board, public: Public, seat: Seat, district: District
) -> Generator[None, None, Slate]:
    """The slate by which this seat, if it were alone, presses hardest on a district; one slate weighed in each piece.

    Weighs every set of verbs that the leaders in reach could speak and the seat can pay for together:
    the dearest verb first may leave no credits for two that are louder. Of equals the cheapest.
    """
    near = [leader for leader in board.leaders_of(seat) if district in in_reach(board, public, leader)]
    voices: Voices = {}
    for leader, verb in product(near, SPOKEN):
        slate: Slate = (verb(leader, district),)
        if not faults(board, public, seat, slate):
            voices[leader, verb] = _loudness(board, public, seat, slate, district)
        yield
    best, most = NO_ORDERS, (0, 0)
    for slate in _shared_out(near, voices, district):
        if faults(board, public, seat, slate):
            continue
        loudness = _loudness(board, public, seat, slate, district)
        if loudness > most:
            best, most = slate, loudness
        yield
    return best


Voices: TypeAlias = dict[tuple[Leader, type[Spoken]], tuple[int, int]]
"""How loud each leader alone would be with each verb it can pay for."""


def _shared_out(leaders: Sequence[Leader], voices: Voices, district: District) -> Iterator[Slate]:
    """A slate for every set of verbs these leaders can share out, each verb with the leader who says it best.

    A trait counts for its leader's verb and for no other's, so what each does alone tells who says what.
    """
    for count in range(1, min(len(leaders), len(SPOKEN)) + 1):
        for verbs in combinations(SPOKEN, count):
            ways = [list(zip(who, verbs, strict=True)) for who in permutations(leaders, count)]
            open_ways = [way for way in ways if all(pair in voices for pair in way)]
            if open_ways:
                best = max(open_ways, key=lambda way: _together(voices, way))
                yield tuple(verb(leader, district) for leader, verb in best)


def _together(voices: Voices, way: Sequence[tuple[Leader, type[Spoken]]]) -> tuple[int, int]:
    alone = [voices[pair] for pair in way]
    return sum(pressure for pressure, _ in alone), sum(saved for _, saved in alone)


def _loudness(board: Board, public: Public, seat: Seat, slate: Slate, district: District) -> tuple[int, int]:
    """Pressure in hundredths, then what was saved."""
    turn = begin(board, state_of(public), [slate if s == seat else NO_ORDERS for s in board.all_seats])
    for phase in BEFORE_CONTEST:
        phase(turn)
    price = slate_price(board, public, seat, slate)
    return turn.pressure[district][seat], -price.credits - price.voice
