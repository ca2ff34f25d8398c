"""A new match from ruleset, city, seats and seed (rules 3, 15, 16)."""

from collections.abc import Sequence

from msgspec.structs import replace

from game.rules import chance
from game.rules.board import Board
from game.rules.city import City, Start
from game.rules.errors import RulesError
from game.rules.ids import ANY_FACTION, District, Seat, Wealth
from game.rules.orders import PRESSING
from game.rules.phases.fracture import fracture
from game.rules.ruleset import Ruleset
from game.rules.state import (
    NOT_ARRIVED,
    DistrictState,
    Facility,
    Match,
    Public,
    SeatState,
    Secret,
    Sitting,
    State,
)
from game.rules.tables import Length

QUARTERS = ("1", "2", "3", "4")


def new_match(
    ruleset: Ruleset, city: City, seating: Sequence[Sitting], length: str, seed: int
) -> tuple[Match, State]:
    """The match and its state before the first turn.

    `seating` names each (faction, chapter) once, at least two and no more than the city has starts;
    `length` is a key of the ruleset; `seed` is 0 .. 2**63 - 1. Raises RulesError otherwise. The
    order of the seating changes nothing but the numbers of the seats.
    """
    _check(ruleset, city, seating, length)
    starts = _seat_starts(city, seating, seed)
    homes = tuple(start.district for start in starts)
    laid = _lay_profiles(ruleset, city, seating, starts)
    match = Match(ruleset, laid, tuple(seating), homes, length)
    board = Board(match)
    return match, State(_opening(board, seed), Secret(seed))


def _check(ruleset: Ruleset, city: City, seating: Sequence[Sitting], length: str) -> None:
    if not 2 <= len(seating) <= len(city.starts):
        raise RulesError(f"{len(seating)} seats; {city.title} takes 2 to {len(city.starts)}")
    if len(set(seating)) != len(seating):
        raise RulesError("two seats play the same chapter of the same faction")
    unknown = [s.faction for s in seating if s.faction not in ruleset.factions]
    if unknown:
        raise RulesError(f"no faction {unknown[0]!r}; there are {', '.join(ruleset.factions)}")
    if length not in ruleset.lengths:
        raise RulesError(f"no length {length!r}; there are {', '.join(ruleset.lengths)}")


def _label(sitting: Sitting) -> str:
    return f"{sitting.faction}:{sitting.chapter}"


def _seat_starts(city: City, seating: Sequence[Sitting], seed: int) -> list[Start]:
    """Choosing a faction chooses a start; who finds none of its own takes a free one by draw."""
    by_label = {_label(sitting): sitting for sitting in seating}
    free = list(city.starts)
    taken: dict[str, Start] = {}
    for label in sorted(by_label):
        own = next((start for start in free if start.faction == by_label[label].faction), None)
        if own is not None:
            taken[label] = own
            free.remove(own)
    free.sort(key=lambda start: (start.faction != ANY_FACTION, start.seat))
    for label in chance.shuffled(seed, 0, "start", set(by_label) - set(taken)):
        taken[label] = free.pop(0)
    return [taken[_label(sitting)] for sitting in seating]


def _lay_profiles(ruleset: Ruleset, city: City, seating: Sequence[Sitting], starts: Sequence[Start]) -> City:
    """A start that was not drawn for its faction becomes the faction's kind of home (rule 16)."""
    districts = list(city.districts)
    for sitting, start in zip(seating, starts, strict=True):
        if start.faction != sitting.faction:
            home = ruleset.factions[sitting.faction].home
            plan = districts[start.district]
            districts[start.district] = replace(
                plan, wealth=Wealth(home.wealth), need=home.need, lean=home.lean
            )
    return replace(city, districts=tuple(districts))


def _opening(board: Board, seed: int) -> Public:
    districts = tuple(_open_district(board, District(d)) for d in range(board.districts))
    fresh = ((0,) * len(PRESSING),) * board.districts
    return Public(
        turn=1,
        districts=districts,
        seats=tuple(
            SeatState(faction.credits, faction.voice, 0, works=True, tired=fresh, galas=())
            for faction in board.factions
        ),
        leaders=tuple(board.homes[p.seat] if p.joins == 1 else NOT_ARRIVED for p in board.leaders),
        fracture=fracture(board, [d.need for d in districts], [d.unrest for d in districts]),
        priority=_priority(board, seed),
        spotlight=_spotlight(board.length, seed),
        outcome=None,
    )


def _open_district(board: Board, district: District) -> DistrictState:
    plan = board.city.districts[district]
    rule = board.ruleset.start
    support = []
    facilities = []
    for seat, home in enumerate(board.homes):
        near = rule.support_in_links if district in board.links[home] else 0
        support.append(rule.support_at_home if home == district else near)
        if home == district:
            first = board.factions[seat].first_facility
            facilities.append(Facility(first, Seat(seat), ready=1))
    return DistrictState(plan.need, plan.lean, plan.unrest, tuple(support), tuple(facilities))


def _priority(board: Board, seed: int) -> tuple[Seat, ...]:
    """The first Civic Priority, drawn by faction and chapter, never by the number of a seat."""
    seat_of = {_label(sitting): Seat(seat) for seat, sitting in enumerate(board.match.seating)}
    return tuple(seat_of[label] for label in chance.shuffled(seed, 0, "priority", seat_of))


def _spotlight(length: Length, seed: int) -> tuple[tuple[int, ...], ...]:
    """Which quarters each Gala shines on: the length's pattern with its quarters drawn (rule 11)."""
    drawn = [int(quarter) for quarter in chance.shuffled(seed, 0, "spotlight", QUARTERS)]
    return tuple(tuple(sorted(drawn[n - 1] for n in lit)) for lit in length.spotlight)
