"""The golden playthroughs: whole matches of computer players, told by the hash of the state after each turn.

`python -m tests.golden.playthroughs` plays them and writes `playthroughs.json` anew; with `--check` it
only says whether they still go the same way, and needs no test runner.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from game import resources
from game.content import ruleset
from game.lab.matches import thought_slates
from game.lab.seats import parse_seats, sittings
from game.maps import load
from game.rules.board import Board
from game.rules.city import City
from game.rules.notation import slate_text
from game.rules.resolve import resolve
from game.rules.ruleset import ruleset_hash
from game.rules.setup import FREE_FOR_ALL, Setting, new_match
from game.rules.view import state_hash
from tests.support.cities import grid_city

HERE = Path(__file__).parent
KEPT = HERE / "playthroughs.json"
MAPS = {"core": resources.maps_folder() / "core", "tiny": HERE.parent / "maps" / "cities" / "tiny"}
SEED = 2145
THREE = "sra:greedy,occ:greedy,ca:greedy"


class Golden(Struct, frozen=True):
    """A match that is kept: where, who (as `game.lab.seats` reads it), how long and in what setting."""

    city: str
    seats: str
    length: str
    setting: Setting = FREE_FOR_ALL


MATCHES: dict[str, Golden] = {
    "core short": Golden("core", THREE, "short"),
    "core standard": Golden("core", THREE, "standard"),
    "tiny, Alliance and Centers": Golden("tiny", "sra:greedy,occ:greedy", "short"),
    "tiny, Alliance and Culture": Golden("tiny", "sra:greedy,ca:greedy", "short"),
    "tiny, Centers and Culture": Golden("tiny", "occ:greedy,ca:greedy", "short"),
    "tiny, two chapters, epic": Golden("tiny", "ca:greedy,ca:greedy", "epic"),
    "core, random and harsh": Golden("core", "random,random,random", "short", Setting(temper="harsh")),
    "grid, two teams, gentle": Golden(
        "grid", f"{THREE},ca:greedy", "short", Setting("teams", "gentle", (0, 1, 0, 1))
    ),
    "core, Common Cause": Golden("core", THREE, "short", Setting("common_cause")),
    "core, Gala Night": Golden("core", THREE, "short", Setting("gala_night")),
}


class Played(Struct, frozen=True):
    """A turn: the orders given, each seat's as text, and the hash of the state after it."""

    turn: int
    orders: tuple[str, ...]
    proof: str


def city_of(name: str) -> City:
    """A map's city, or the grid that is made for tests."""
    return load(MAPS[name]).city if name in MAPS else grid_city(starts=4)


def turns(name: str) -> Iterator[Played]:
    """The match of that name, turn by turn, with the numbers that ship."""
    golden = MATCHES[name]
    city = city_of(golden.city)
    seats = parse_seats(golden.seats, sorted(ruleset().factions), len(city.starts))
    match, state = new_match(ruleset(), city, sittings(seats), golden.length, SEED, golden.setting)
    board = Board(match)
    while state.public.outcome is None:
        slates = thought_slates(board, state, seats)
        orders = tuple(slate_text(board, slate) for slate in slates)
        turn = state.public.turn
        state = resolve(board, state, slates)
        yield Played(turn, orders, state_hash(state).hex()[:32])


def deviation(name: str) -> str:
    """Where the match first goes another way than it is kept, with the orders of that turn; empty if nowhere."""
    proofs = json.loads(KEPT.read_text(encoding="utf-8"))["matches"].get(name, [])
    count = 0
    for played, proof in zip(turns(name), [*proofs, None], strict=False):
        count = played.turn
        if played.proof != proof:
            orders = "\n".join(f"  {order}" for order in played.orders)
            return f"turn {count}: found {played.proof}, expected {proof}\n{orders}"
    return "" if count == len(proofs) else f"the match ended after turn {count}, expected {len(proofs)} turns"


def write() -> None:
    """Play all matches and keep them."""
    matches = {name: [played.proof for played in turns(name)] for name in MATCHES}
    kept = {"ruleset": ruleset_hash(ruleset()), "seed": SEED, "matches": matches}
    KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def check() -> int:
    """Say which matches go another way; the process's exit code."""
    found = {name: deviation(name) for name in MATCHES}
    for name, where in found.items():
        sys.stdout.write(f"{name}: {where or 'the same'}\n")
    return int(any(found.values()))


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(check())
    write()
