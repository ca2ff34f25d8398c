"""Numbers of rules.toml that must fit each other."""

from collections.abc import Iterator

from game.content.fault import Fault
from game.content.vocabulary import RESERVED
from game.rules.ruleset import Ruleset
from game.rules.tables import Length

FILE = "rules.toml"


def table_faults(ruleset: Ruleset) -> Iterator[Fault]:
    """The faults of the tables."""
    freshness = list(ruleset.contest.freshness)
    if freshness != sorted(freshness, reverse=True):
        yield Fault(FILE, "contest.freshness", str(freshness), "falling numbers", "put the freshest first")
    yield from _part_kinds(ruleset)
    fracture = ruleset.fracture
    steps = [fracture.wary_at, fracture.strained_at, fracture.barred_at, fracture.sundered_at]
    if steps != sorted(steps):
        place = "fracture.wary_at, strained_at, barred_at, sundered_at"
        yield Fault(FILE, place, str(steps), "rising numbers", "put the mildest first")
    gala = ruleset.gala
    if gala.least_to_follow > gala.least_to_lead:
        found = f"{gala.least_to_follow} over least_to_lead {gala.least_to_lead}"
        yield Fault(FILE, "gala.least_to_follow", found, "no more than it takes to lead", "change one")
    if not ruleset.lengths:
        yield Fault(FILE, "lengths", "none", "at least one", "add [lengths.standard]")
    for name, length in ruleset.lengths.items():
        yield from _length(f"lengths.{name}", length)


def _part_kinds(ruleset: Ruleset) -> Iterator[Fault]:
    kinds = list(ruleset.part_kinds)
    if len(set(kinds)) < len(kinds):
        yield Fault(FILE, "part_kinds", str(kinds), "each once", "rename one")
    for kind in kinds:
        if kind in RESERVED:
            yield Fault(FILE, "part_kinds", repr(kind), "a word the rules do not use", "rename it")


def _length(place: str, length: Length) -> Iterator[Fault]:
    seasons, rest = divmod(length.turns, length.season_turns)
    if rest:
        yield Fault(FILE, f"{place}.turns", str(length.turns), "a multiple of season_turns", "change one")
    counts = {
        "seasons_by_act": sum(length.seasons_by_act),
        "gala_weights": len(length.gala_weights),
        "spotlight": len(length.spotlight),
    }
    for key, count in counts.items():
        if count != seasons:
            yield Fault(FILE, f"{place}.{key}", f"{count} seasons", str(seasons), "one item per season")
    yield from _spotlight(f"{place}.spotlight", length)


def _spotlight(place: str, length: Length) -> Iterator[Fault]:
    quarters = sorted({quarter for lit in length.spotlight for quarter in lit})
    if quarters != [1, 2, 3, 4]:
        yield Fault(FILE, place, f"quarters {quarters}", "1 to 4", "name each quarter")
        return
    weights = [0, 0, 0, 0]
    for weight, lit in zip(length.gala_weights, length.spotlight, strict=False):
        for quarter in lit:
            weights[quarter - 1] += weight
    if len(set(weights)) > 1:
        yield Fault(FILE, place, f"weights {weights}", "equal ones", "swap two Galas")
