"""The golden playthroughs: whole matches of greedy players, told by the hash of the state after each turn.

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
from game.rules.notation import slate_text
from game.rules.resolve import resolve
from game.rules.ruleset import ruleset_hash
from game.rules.setup import new_match
from game.rules.view import state_hash

HERE = Path(__file__).parent
KEPT = HERE / "playthroughs.json"
CITIES = {
    "core": resources.maps_folder() / "core",
    "tiny": HERE.parent / "maps" / "cities" / "tiny",
}
MATCHES = tuple((city, length) for city in CITIES for length in ("short", "standard"))
SEED = 2145


class Played(Struct, frozen=True):
    """A turn: the orders given, each seat's as text, and the hash of the state after it."""

    turn: int
    orders: tuple[str, ...]
    proof: str


def turns(city: str, length: str) -> Iterator[Played]:
    """A match between as many greedy players as the city has starts, three at most."""
    read = load(CITIES[city]).city
    seats = parse_seats(",".join(["greedy"] * min(3, len(read.starts))), sorted(ruleset().factions), 6)
    match, state = new_match(ruleset(), read, sittings(seats), length, SEED)
    board = Board(match)
    while state.public.outcome is None:
        slates = thought_slates(board, state, seats)
        orders = tuple(slate_text(board, slate) for slate in slates)
        turn = state.public.turn
        state = resolve(board, state, slates)
        yield Played(turn, orders, state_hash(state).hex()[:32])


def deviation(city: str, length: str) -> str:
    """Where the match first goes another way than it is kept, with the orders of that turn; empty if nowhere."""
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    proofs = kept["matches"][f"{city} {length}"]
    count = 0
    for played, proof in zip(turns(city, length), [*proofs, None], strict=False):
        count = played.turn
        if played.proof != proof:
            orders = "\n".join(f"  {order}" for order in played.orders)
            return f"turn {count}: found {played.proof}, expected {proof}\n{orders}"
    return "" if count == len(proofs) else f"the match ended after turn {count}, expected {len(proofs)} turns"


def write() -> None:
    """Play all matches and keep them."""
    matches = {f"{city} {length}": [p.proof for p in turns(city, length)] for city, length in MATCHES}
    kept = {"ruleset": ruleset_hash(ruleset()), "seed": SEED, "matches": matches}
    KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def check() -> int:
    """Say which matches go another way; the process's exit code."""
    found = {f"{city} {length}": deviation(city, length) for city, length in MATCHES}
    for name, where in found.items():
        sys.stdout.write(f"{name}: {where or 'the same'}\n")
    return int(any(found.values()))


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(check())
    write()
