"""What a match is made of, from what was typed: map, seats, length, mode, temper; or a complaint."""

from msgspec import Struct

from game.ai.roster import LEVELS
from game.cli.complaint import complain
from game.content import ruleset
from game.lab.seats import SeatsError, deal, parse_seats, sittings
from game.maps import CheckedMap, MapRefused, check, find
from game.maps.scenario import SCENARIO
from game.protocol.messages import FREE_FOR_ALL, STANDARD_TEMPER, SeatPlan
from game.protocol.neutral import added, with_neutral
from game.rules.cards import Mode
from game.rules.city import City
from game.rules.errors import RulesError
from game.rules.setup import Setting, new_match

LENGTHS_BY_TURNS = {12: "short", 24: "standard", 36: "epic"}
LARGEST_SEED = 2**63 - 1
NEUTRAL_LEVEL = LEVELS[-1]
"""Who plays the neutral third where no server chooses."""


class Typed(Struct, frozen=True):
    """What was typed. Without a `mode` or `length` it is the one the map asks for.

    `seats` may be empty: then there is one computer player for each start.
    """

    map_id: str
    seats: str = ""
    length: str | None = None
    seed: int | None = None
    mode: str | None = None
    temper: str = STANDARD_TEMPER
    neutral: bool = True


class MatchTable(Struct, frozen=True):
    """A city, the seats at it, a length, a mode and a temper, all of which fit each other.

    `scenario` is the map's own mode, if it has one. With `neutral` a third seat is to be added where two play.
    """

    city: City
    seats: tuple[SeatPlan, ...]
    length: str
    mode: str = FREE_FOR_ALL
    temper: str = STANDARD_TEMPER
    neutral: bool = True
    scenario: Mode | None = None

    def whole(self) -> tuple[SeatPlan, ...]:
        """The seats with the neutral third among them, if there is one; each has its faction."""
        if not self.neutral:
            return self.seats
        seats = with_neutral(self.seats, len(self.city.starts), self._mode(), NEUTRAL_LEVEL)
        return deal(seats, tuple(ruleset().factions))

    def setting(self) -> Setting:
        """How the rules are to play it with the `whole` table."""
        return Setting(self._mode(), self.temper, unranked=added(self.seats, self.whole()))

    def _mode(self) -> Mode:
        return self.scenario if self.scenario and self.mode == SCENARIO else ruleset().modes[self.mode]


def set_table(typed: Typed) -> MatchTable:
    """Read what was typed. Complains if it does not fit together."""
    checked = read_map(typed.map_id)
    city = checked.city
    if typed.seed is not None and not 0 <= typed.seed <= LARGEST_SEED:
        complain(f"seed {typed.seed}: expected 0 to {LARGEST_SEED}. Mend: choose one in between, or none")
    _known("temper", typed.temper, tuple(ruleset().tempers))
    mode = read_mode(typed.mode or checked.mode, checked)
    seats = typed.seats or ",".join(["greedy"] * len(city.starts))
    try:
        plans = parse_seats(seats, tuple(ruleset().factions), len(city.starts))
    except SeatsError as error:
        complain(str(error))
    length = read_length(city, typed.length, mode)
    table = MatchTable(city, plans, length, mode.key, typed.temper, typed.neutral, checked.scenario)
    _try(table)
    return table


def read_map(map_id: str) -> CheckedMap:
    """An official map by its id, or the map of a folder. Complains with what its gate found."""
    try:
        return check(find(map_id))
    except LookupError as error:
        complain(str(error.args[0]))
    except (MapRefused, OSError) as error:
        complain(f"the map {map_id} cannot be played:\n{error}")


def read_mode(key: str, checked: CheckedMap) -> Mode:
    """A mode that is played on this map. Complains if there is none of that name."""
    modes = dict(ruleset().modes)
    if checked.scenario is not None:
        modes[SCENARIO] = checked.scenario
    _known("mode", key, tuple(modes))
    mode, here = modes[key], checked.city.map_id
    if mode.map is not None and mode.map != here:
        complain(f"mode {key!r}: found map {here}, expected {mode.map}. Mend: use --map {mode.map}")
    return mode


def read_length(city: City, length: str | None, mode: Mode) -> str:
    """A length of the ruleset that the mode is played in. Complains if there is none of that name."""
    if length is None:
        return mode.length or LENGTHS_BY_TURNS.get(city.turns, "standard")
    _known("length", length, tuple(ruleset().lengths))
    if mode.length is not None and mode.length != length:
        complain(f"mode {mode.key!r}: found length {length}, expected {mode.length}. Mend: use no --length")
    return length


def _known(what: str, found: str, known: tuple[str, ...]) -> None:
    if found not in known:
        complain(f"{what} {found!r}: expected one of {', '.join(known)}. Mend: choose one of these, or none")


def _try(table: MatchTable) -> None:
    """Whatever else the rules do not take, such as teams that do not come out even."""
    try:
        new_match(ruleset(), table.city, sittings(table.whole()), table.length, 0, table.setting())
    except RulesError as error:
        complain(f"mode {table.mode!r}: {error}. Mend: choose other --seats, or another --mode")
