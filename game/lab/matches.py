"""Matches of computer players without a window, a server or a clock."""

import multiprocessing
import signal
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from game.ai.roster import decide
from game.content import ruleset
from game.lab.seats import no_people, sittings
from game.lab.tally import Tally, TallyKeeper
from game.protocol.messages import SeatPlan
from game.rules import chance
from game.rules.board import Board
from game.rules.city import City
from game.rules.ids import Seat
from game.rules.ledger import Entry
from game.rules.orders import Slate, verb_of
from game.rules.resolve import resolve
from game.rules.setup import FREE_FOR_ALL, Setting, new_match
from game.rules.state import Ending, GalaScore, SeatState, State
from game.rules.view import state_hash, view_of


class MatchSetup(Struct, frozen=True):
    """What is played: a city, computer players each with a faction, a length of the ruleset, and how.

    `setting` names mode, temper, teams, and the seats that are not ranked.
    """

    city: City
    seats: tuple[SeatPlan, ...]
    length: str
    setting: Setting = FREE_FOR_ALL


class SeatResult(Struct, frozen=True):
    """How a seat fared: its place (0 if nobody won), its Legacy in hundredths, its orders by verb.

    `sources` says where the Legacy came from: leading, second, agenda, stakes, and all else (laws, mandates).
    """

    place: int
    legacy: int
    orders: dict[str, int]
    sources: dict[str, int]


class MatchResult(Struct, frozen=True):
    """How a match went, over its turns and Galas.

    `fracture` after each turn, `leads` the seat ahead after each Gala (-1 if none), `tally` what came up,
    `proof` the hash of the final state as hexadecimal digits.
    """

    seed: int
    ending: Ending
    seats: tuple[SeatResult, ...]
    fracture: tuple[int, ...]
    leads: tuple[int, ...]
    tally: Tally
    proof: str

    @property
    def sundered(self) -> bool:
        """Whether the city was torn apart."""
        return self.ending is Ending.SUNDERED


class Course(Struct, frozen=True):
    """What is noted while a match goes on."""

    fracture: tuple[int, ...]
    leads: tuple[int, ...]
    tally: Tally


def play_match(setup: MatchSetup, seed: int) -> MatchResult:
    """Play a match to its end.

    Raises SeatsError for a seat that is not a computer's, RulesError for a setup the rules do not take.
    """
    no_people(setup.seats)
    seating = sittings(setup.seats)
    match, state = new_match(ruleset(), setup.city, seating, setup.length, seed, setup.setting)
    board = Board(match)
    orders = [Counter[str]() for _ in setup.seats]
    keeper = TallyKeeper()
    fracture, leads = [], []
    while state.public.outcome is None:
        turn = state.public.turn
        slates = thought_slates(board, state, setup.seats)
        for count, slate in zip(orders, slates, strict=True):
            count.update(verb_of(order) for order in slate)
        ledger: list[Entry] = []
        state = resolve(board, state, slates, ledger)
        keeper.read(ledger)
        fracture.append(state.public.fracture)
        if board.ends_season(turn):
            leads.append(_ahead(board, state))
    return _result(seed, state, orders, Course(tuple(fracture), tuple(leads), keeper.tally()))


def thought_slates(board: Board, state: State, seats: Sequence[SeatPlan]) -> list[Slate]:
    """What every computer player orders this turn; each draws by its faction and chapter."""
    turn = state.public.turn
    slates = []
    for number, plan in enumerate(seats):
        sitting = board.match.seating[number]
        label = f"thought:{sitting.faction}:{sitting.chapter}"
        own_seed = chance.draw(state.secret.seed, turn, label) >> 1
        slates.append(decide(plan.player, board, view_of(state, Seat(number)), own_seed))
    return slates


def run_matches(
    setup: MatchSetup, seeds: Sequence[int], done: Callable[[MatchResult], None], workers: int
) -> tuple[MatchResult, ...]:
    """Play a match for each seed in so many processes; `done` hears of each as it ends.

    The results stand in the order of the seeds, whatever ends first.
    """
    no_people(setup.seats)
    results: dict[int, MatchResult] = {}
    for result in _played(setup, seeds, min(workers, len(seeds))):
        results[result.seed] = result
        done(result)
    return tuple(results[seed] for seed in seeds)


def _played(setup: MatchSetup, seeds: Sequence[int], workers: int) -> Iterator[MatchResult]:
    if workers <= 1:
        yield from (play_match(setup, seed) for seed in seeds)
        return
    context = multiprocessing.get_context("spawn")
    with context.Pool(workers, initializer=_leave_interrupts) as pool:
        yield from pool.imap_unordered(partial(play_match, setup), seeds)


def _leave_interrupts() -> None:
    """Ctrl+C is for the one that started the processes, who then ends them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _ahead(board: Board, state: State) -> int:
    """The ranked seat with the most Legacy, -1 where several have it."""
    legacy = {seat: state.public.seats[seat].legacy for seat in board.ranked}
    most = max(legacy.values())
    ahead = [seat for seat in board.ranked if legacy[seat] == most]
    return ahead[0] if len(ahead) == 1 else -1


def _sources(seat: SeatState) -> dict[str, int]:
    galas = {name: sum(getattr(gala, name) for gala in seat.galas) for name in GalaScore.__struct_fields__}
    return {**galas, "other": seat.legacy - sum(galas.values())}


def _result(seed: int, state: State, orders: Sequence[Counter[str]], course: Course) -> MatchResult:
    outcome = state.public.outcome
    if outcome is None:
        raise RuntimeError(f"the match of seed {seed} is not over in turn {state.public.turn}")
    places = outcome.places if outcome.winners else (0,) * len(orders)
    seats = tuple(
        SeatResult(place, seat.legacy, dict(sorted(count.items())), _sources(seat))
        for place, seat, count in zip(places, state.public.seats, orders, strict=True)
    )
    proof = state_hash(state).hex()
    return MatchResult(seed, outcome.ending, seats, course.fracture, course.leads, course.tally, proof)
