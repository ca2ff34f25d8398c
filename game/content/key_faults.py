"""Keys that two things have: the ledger names sources by key, so one key means one thing."""

from collections.abc import Iterable, Iterator

from game.content.fault import Fault
from game.content.vocabulary import RESERVED, VERBS
from game.rules.ruleset import Ruleset


def key_faults(ruleset: Ruleset) -> Iterator[Fault]:
    """Keys of own verbs, facilities, cards and traits that are taken twice, or by the rules themselves."""
    owners: dict[str, str] = {}
    for key, file, place in _keyed(ruleset):
        if key in VERBS:
            yield Fault(file, place, repr(key), f"none of {', '.join(VERBS)}", "give it a name of its own")
        elif key in RESERVED:
            yield Fault(file, place, f"{key!r}, a word of the rules", "another", "give it a name of its own")
        elif key in owners:
            found = f"{key!r}, which {owners[key]} has too"
            yield Fault(file, place, found, "each key once in all files", "rename one")
        else:
            owners[key] = f"{file}: {place}"


def _keyed(ruleset: Ruleset) -> Iterator[tuple[str, str, str]]:
    for faction in ruleset.factions.values():
        file = f"factions/{faction.key}.toml"
        yield faction.unique.key, file, "unique.key"
        for index, rule in enumerate(faction.facilities):
            yield rule.key, file, f"facilities[{index}].key"
        for leader, trait in faction.traits.items():
            yield trait.key, file, f"traits.{leader}.key"
    kinds: dict[str, Iterable[str]] = {
        "laws": ruleset.laws,
        "events": ruleset.events,
        "mandates": ruleset.mandates,
        "landmarks": ruleset.landmarks,
    }
    for name, cards in kinds.items():
        for key in cards:
            yield key, f"{name}.toml", f"{name}.{key}.key"
