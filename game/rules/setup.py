"""A new match from ruleset, city, seats and seed (rules 3, 15, 16)."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from game.rules import chance
from game.rules.board import Board
from game.rules.cards import Mode, Temper
from game.rules.city import City, Start
from game.rules.errors import RulesError
from game.rules.ground import PublicGround
from game.rules.ids import ANY_FACTION, District, Seat, Wealth
from game.rules.orders import PRESSING
from game.rules.phases.gauge import fracture
from game.rules.phases.reveal import announced, dealt_docket, dealt_hand
from game.rules.ruleset import Ruleset
from game.rules.state import (
    NOT_ARRIVED,
    Bill,
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
from game.rules.tuning import variant

QUARTERS = ("1", "2", "3", "4")


class Setting(Struct, frozen=True):
    """How a match is played: the mode's key or a mode of a map's own, the city's temper, who is with whom.

    `teams` numbers each seat's team where the mode has teams; without it neighbours sit together.
    `unranked` seats play and cannot win.
    """

    mode: str | Mode = "free"
    temper: str = "standard"
    teams: tuple[int, ...] = ()
    unranked: tuple[Seat, ...] = ()


FREE_FOR_ALL = Setting()


def new_match(
    ruleset: Ruleset,
    city: City,
    seating: Sequence[Sitting],
    length: str,
    seed: int,
    setting: Setting = FREE_FOR_ALL,
) -> tuple[Match, State]:
    """The match and its state before the first turn; see `match_for`."""
    match = match_for(ruleset, city, seating, length, seed, setting)
    return match, opening(Board(match), seed)


def match_for(
    ruleset: Ruleset,
    city: City,
    seating: Sequence[Sitting],
    length: str,
    seed: int,
    setting: Setting = FREE_FOR_ALL,
) -> Match:
    """A match that has not begun; `opening` gives its first state. Temper and mode are laid over the ruleset.

    `seating` names each (faction, chapter) once, at least two and no more than the city has starts;
    `length` is a key of the ruleset; `seed` is 0 .. 2**63 - 1. Raises RulesError otherwise. The
    order of the seating changes nothing but the numbers of the seats.
    """
    _check(ruleset, city, seating, length)
    mode = _mode(ruleset, setting)
    teams = _teams(mode, setting, len(seating))
    ruleset = variant(ruleset, (*_temper(ruleset, setting).numbers, *mode.numbers))
    _check_script(ruleset, mode, city, length)
    starts = _seat_starts(city, seating, seed)
    homes = tuple(start.district for start in starts)
    laid = _lay_profiles(ruleset, city, seating, starts)
    return Match(
        ruleset, laid, tuple(seating), homes, length, mode, setting.temper, teams, tuple(setting.unranked)
    )


def opening(board: Board, seed: int) -> State:
    """The state before the first turn of a match that is made already; `seed` is the one it was made with."""
    return State(_opening(board, seed), Secret(seed, _mandates(board, seed)))


def _mode(ruleset: Ruleset, setting: Setting) -> Mode:
    if isinstance(setting.mode, Mode):
        return setting.mode
    if setting.mode not in ruleset.modes:
        raise RulesError(f"no mode {setting.mode!r}; there are {', '.join(ruleset.modes)}")
    return ruleset.modes[setting.mode]


def _temper(ruleset: Ruleset, setting: Setting) -> Temper:
    if setting.temper not in ruleset.tempers:
        raise RulesError(f"no temper {setting.temper!r}; there are {', '.join(ruleset.tempers)}")
    return ruleset.tempers[setting.temper]


def _teams(mode: Mode, setting: Setting, seats: int) -> tuple[int, ...]:
    """Each seat's team: its own where all play for themselves, one for all where all play together."""
    if mode.together:
        return (0,) * seats
    if not mode.team_size:
        return tuple(range(seats))
    teams = tuple(setting.teams) or tuple(seat // mode.team_size for seat in range(seats))
    sizes = {team: teams.count(team) for team in teams}
    if len(teams) != seats or len(sizes) < 2 or set(sizes.values()) != {mode.team_size}:
        raise RulesError(f"teams {teams} for {seats} seats; expected at least two teams of {mode.team_size}")
    return teams


def _check_script(ruleset: Ruleset, mode: Mode, city: City, length: str) -> None:
    known = {plan.key for plan in city.districts}
    for item in mode.script:
        if item.district not in known:
            raise RulesError(f"mode {mode.key}: {city.title} has no district {item.district!r}")
        if item.event not in ruleset.events or item.turn > ruleset.lengths[length].turns:
            raise RulesError(f"mode {mode.key}: event {item.event!r} in turn {item.turn} cannot come up")


def _mandates(board: Board, seed: int) -> tuple[tuple[str, ...], ...]:
    """Each seat's secret goals, drawn by faction and chapter (rule 11)."""
    dealt = board.ruleset.mandate.dealt
    return tuple(
        tuple(
            sorted(chance.shuffled(seed, 0, f"mandates:{board.label(seat)}", board.ruleset.mandates)[:dealt])
        )
        for seat in board.all_seats
    )


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


def _seat_starts(city: City, seating: Sequence[Sitting], seed: int) -> list[Start]:
    """Choosing a faction chooses a start; who finds none of its own takes a free one by draw."""
    by_label = {sitting.label: sitting for sitting in seating}
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
    return [taken[sitting.label] for sitting in seating]


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
    priority = _priority(board, seed)
    docket, hands = _laws(board, seed, priority)
    opening = Public(
        turn=1,
        districts=districts,
        seats=tuple(
            SeatState(faction.credits, faction.voice, 0, True, fresh, (), hands[seat], 0, 0)
            for seat, faction in zip(board.all_seats, board.factions, strict=True)
        ),
        leaders=tuple(board.homes[p.seat] if p.joins == 1 else NOT_ARRIVED for p in board.leaders),
        fracture=fracture(board, [d.need for d in districts], [d.unrest for d in districts]),
        priority=priority,
        spotlight=_spotlight(board.length, seed),
        laws=(),
        docket=docket,
        moved=(),
        events=(),
        outcome=None,
    )
    events = tuple(announced(board, PublicGround(board, opening), seed, 1))
    return replace(opening, events=events)


def _laws(
    board: Board, seed: int, priority: Sequence[Seat]
) -> tuple[tuple[Bill, ...], dict[Seat, tuple[str, ...]]]:
    """The first docket is dealt, then every hand (rule 8)."""
    docket: tuple[Bill, ...] = ()
    if board.seasons > 1:
        docket = tuple(dealt_docket(board, seed, 0, [], set()))
    taken = {bill.law for bill in docket}
    hands: dict[Seat, tuple[str, ...]] = {}
    for seat in priority:
        missing = board.ruleset.council.hand if board.takes_motions(1) else 0
        hands[seat] = tuple(sorted(dealt_hand(board, seed, 0, seat, taken, missing)))
        taken.update(hands[seat])
    return docket, hands


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
    return DistrictState(plan.need, plan.lean, plan.unrest, tuple(support), tuple(facilities), None)


def _priority(board: Board, seed: int) -> tuple[Seat, ...]:
    """The first Civic Priority, drawn by faction and chapter, never by the number of a seat."""
    seat_of = {board.label(seat): seat for seat in board.all_seats}
    return tuple(seat_of[label] for label in chance.shuffled(seed, 0, "priority", seat_of))


def _spotlight(length: Length, seed: int) -> tuple[tuple[int, ...], ...]:
    """Which quarters each Gala shines on: the length's pattern with its quarters drawn (rule 11)."""
    drawn = [int(quarter) for quarter in chance.shuffled(seed, 0, "spotlight", QUARTERS)]
    return tuple(tuple(sorted(drawn[n - 1] for n in lit)) for lit in length.spotlight)
