"""What the types cannot say: numbers and names of the content that must fit each other."""

from game.content.card_faults import card_faults
from game.content.faction_faults import faction_faults
from game.content.fault import Fault
from game.content.key_faults import key_faults
from game.content.mode_faults import way_faults
from game.content.table_faults import table_faults
from game.content.vocabulary import Vocabulary
from game.rules.ruleset import Ruleset


def meaning_faults(ruleset: Ruleset) -> list[Fault]:
    """Every fault of meaning, in the order of the files; empty when all fits."""
    words = Vocabulary(ruleset)
    return [
        *table_faults(ruleset),
        *faction_faults(words),
        *card_faults(words),
        *key_faults(ruleset),
        *way_faults(ruleset),
    ]
