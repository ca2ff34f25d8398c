"""Factions whose people, facilities or prices do not fit."""

from collections.abc import Iterator

from game.content.change_faults import change_faults
from game.content.fault import Fault
from game.content.place_faults import place_faults
from game.content.vocabulary import PRICED_VERBS, Vocabulary
from game.rules.faction import Faction

FEWEST = 2
"""A match has two seats at least."""


def faction_faults(words: Vocabulary) -> Iterator[Fault]:
    """The faults of every faction of a ruleset."""
    factions = words.ruleset.factions
    if len(factions) < FEWEST:
        expected = f"{FEWEST} or more factions"
        yield Fault("factions/", "", str(len(factions)), expected, "add a file for each faction")
    for faction in factions.values():
        yield from _facilities(faction)
        yield from _leaders(words, faction)
        yield from _names(words, faction)


def _facilities(faction: Faction) -> Iterator[Fault]:
    file = f"factions/{faction.key}.toml"
    kinds = [rule.key for rule in faction.facilities]
    if faction.first_facility not in kinds:
        expected = f"one of {', '.join(kinds)}"
        yield Fault(
            file, "first_facility", repr(faction.first_facility), expected, "name one of its facilities"
        )
    for rule in faction.facilities:
        place = f"facilities.{rule.key}"
        yield from place_faults(file, f"{place}.place", rule.place)
        if rule.pressure_in_place and rule.place is None:
            found = str(rule.pressure_in_place)
            yield Fault(file, f"{place}.pressure_in_place", found, "a place it is made for", "add place")


def _leaders(words: Vocabulary, faction: Faction) -> Iterator[Fault]:
    file = f"factions/{faction.key}.toml"
    people = (*faction.leaders, *faction.late_leaders)
    if len(set(people)) < len(people):
        yield Fault(file, "leaders", str(list(people)), "each once", "rename one")
    for leader in people:
        if leader not in faction.traits:
            yield Fault(file, f"traits.{leader}", "no trait", "one for each leader", "add the table")
    for leader, trait in faction.traits.items():
        if leader not in people:
            expected = f"one of {', '.join(people)}"
            yield Fault(file, f"traits.{leader}", "nobody of that key", expected, "correct the key")
        yield from change_faults(words, file, f"traits.{leader}", trait.changes, "trait")


def _names(words: Vocabulary, faction: Faction) -> Iterator[Fault]:
    file = f"factions/{faction.key}.toml"
    kinds = words.ruleset.part_kinds
    if faction.speciality not in kinds:
        expected = f"one of {', '.join(kinds)}"
        yield Fault(file, "speciality", repr(faction.speciality), expected, "name a kind of parts")
    for verb in faction.prices:
        if verb not in PRICED_VERBS:
            expected = f"one of {', '.join(PRICED_VERBS)}"
            yield Fault(file, f"prices.{verb}", "an unknown verb", expected, "correct the name")
