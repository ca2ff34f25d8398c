"""What a match is made of, from what was typed: map, seats, length; or a complaint."""

from msgspec import Struct

from game.cli.complaint import complain
from game.content import ruleset
from game.lab.seats import SeatsError, parse_seats
from game.maps import MapRefused, check, find
from game.protocol.messages import SeatPlan
from game.rules.city import City

LENGTHS_BY_TURNS = {12: "short", 24: "standard", 36: "epic"}
LARGEST_SEED = 2**63 - 1


class MatchTable(Struct, frozen=True):
    """A city, the seats at it and a length, all of which fit each other."""

    city: City
    seats: tuple[SeatPlan, ...]
    length: str


def set_table(map_id: str, seats: str, length: str | None, seed: int | None = None) -> MatchTable:
    """Read map, seats and length; without a length, the one the map asks for. Complains if they do not fit.

    `seats` may be empty: then there is one computer player for each start.
    """
    city = read_city(map_id)
    if seed is not None and not 0 <= seed <= LARGEST_SEED:
        complain(f"seed {seed}: expected 0 to {LARGEST_SEED}. Mend: choose one in between, or none")
    try:
        plans = parse_seats(seats or ",".join(["greedy"] * len(city.starts)), _factions(), len(city.starts))
    except SeatsError as error:
        complain(str(error))
    return MatchTable(city, plans, read_length(city, length))


def read_city(map_id: str) -> City:
    """The city of an official map by its id, or of a folder. Complains with what its gate found."""
    try:
        return check(find(map_id)).city
    except LookupError as error:
        complain(str(error.args[0]))
    except (MapRefused, OSError) as error:
        complain(f"the map {map_id} cannot be played:\n{error}")


def read_length(city: City, length: str | None) -> str:
    """A length of the ruleset. Complains if there is none of that name."""
    if length is None:
        return LENGTHS_BY_TURNS.get(city.turns, "standard")
    lengths = ruleset().lengths
    if length not in lengths:
        complain(
            f"length {length!r}: expected one of {', '.join(lengths)}. Mend: choose one of these, or none"
        )
    return length


def _factions() -> tuple[str, ...]:
    return tuple(ruleset().factions)
