"""What the types cannot say: numbers and names of the content that must fit each other."""

from collections.abc import Iterator

from game.rules.faction import Faction
from game.rules.ruleset import Ruleset
from game.rules.tables import Length

VERBS = ("campaign", "care", "festival", "forum")
SHARED = (*VERBS, "build", "travel", "unique")
"""What a faction's own verb cannot be called: orders are written and read by these names."""


def meaning_faults(ruleset: Ruleset) -> list[str]:
    """One line per fault: file, table and key, found, expected, mend; empty when all fits."""
    faults = list(_orders(ruleset))
    for name, length in ruleset.lengths.items():
        faults.extend(_length(name, length))
    for faction in ruleset.factions.values():
        faults.extend(_faction(faction))
    return faults


def _orders(ruleset: Ruleset) -> Iterator[str]:
    if not ruleset.factions:
        yield "factions/: found no faction, expected two or more. Mend: add a file per faction."
    freshness = ruleset.contest.freshness
    if list(freshness) != sorted(freshness, reverse=True):
        yield (
            f"rules.toml: contest.freshness: found {list(freshness)}, expected falling numbers. "
            "Mend: put the freshest first."
        )
    if not ruleset.lengths:
        yield "rules.toml: lengths: found none, expected at least one. Mend: add [lengths.standard]."


def _length(name: str, length: Length) -> Iterator[str]:
    where = f"rules.toml: lengths.{name}"
    seasons, rest = divmod(length.turns, length.season_turns)
    if rest:
        yield f"{where}.turns: found {length.turns}, expected a multiple of season_turns. Mend: change one."
    counts = {
        "seasons_by_act": sum(length.seasons_by_act),
        "gala_weights": len(length.gala_weights),
        "spotlight": len(length.spotlight),
    }
    for key, count in counts.items():
        if count != seasons:
            yield f"{where}.{key}: found {count} seasons, expected {seasons}. Mend: one item per season."
    quarters = sorted({quarter for lit in length.spotlight for quarter in lit})
    if quarters != [1, 2, 3, 4]:
        yield f"{where}.spotlight: found quarters {quarters}, expected 1 to 4. Mend: name each quarter."
        return
    lit = zip(length.gala_weights, length.spotlight, strict=False)
    weights = [0, 0, 0, 0]
    for weight, shone in lit:
        for quarter in shone:
            weights[quarter - 1] += weight
    if len(set(weights)) > 1:
        yield f"{where}.spotlight: found weights {weights}, expected equal ones. Mend: swap two Galas."


def _faction(faction: Faction) -> Iterator[str]:
    where = f"factions/{faction.key}.toml"
    kinds = [rule.key for rule in faction.facilities]
    if len(set(kinds)) < len(kinds):
        yield f"{where}: facilities: found {kinds}, expected each key once. Mend: rename one."
    if faction.first_facility not in kinds:
        yield (
            f"{where}: first_facility: found {faction.first_facility!r}, expected one of "
            f"{', '.join(kinds)}. Mend: name one of the faction's facilities."
        )
    if faction.unique.key in SHARED:
        yield (
            f"{where}: unique.key: found {faction.unique.key!r}, expected none of {', '.join(SHARED)}. "
            "Mend: give the verb a name of its own."
        )
    people = (*faction.leaders, *faction.late_leaders)
    if len(set(people)) < len(people):
        yield f"{where}: leaders: found {list(people)}, expected each once. Mend: rename one."
    for verb in faction.prices:
        if verb not in VERBS:
            yield (
                f"{where}: prices.{verb}: found an unknown verb, expected one of {', '.join(VERBS)}. "
                "Mend: correct the name."
            )
