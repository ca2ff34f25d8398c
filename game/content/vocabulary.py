"""The words content may use: what levers can be pulled, by which cards, and the keys that are taken."""

from typing import Final, Literal

from game.rules.change import (
    ANY_FACILITY,
    ANY_ORDER,
    BY_ITSELF,
    INCOME,
    PRICES,
    SIDE_EFFECTS,
    WITH_CAUSE,
)
from game.rules.ruleset import Ruleset

Scope = Literal["law", "landmark", "event", "trait"]
"""Who makes a change: it decides where the change can count."""

PRICED_VERBS: Final = ("campaign", "care", "festival", "forum", "pledge", "motion")
"""The verbs a faction can have a price of its own for."""

VERBS: Final = (*PRICED_VERBS, "build", "travel", "unique")
"""Everything a leader can be ordered to do; a card's answers are among these."""

ANY_PART: Final = "any"
"""Stands for every kind of Sanctuary parts."""

CITY_ONLY: Final = ("tension", "upkeep", "agenda", "credits:income", "voice:income")
"""Targets that belong to no district, so only laws reach them, and a `where` says nothing."""

LEADERS_ALONE: Final = ("affinity", "reach")
"""What stands alone and can be changed through a leader."""

_WORDS_OF_THE_RULES: Final = """
    affinity agenda any building ceiling completion contagion decay district districts drift echo facility
    forgotten freshness hard_times income joint joint_festival law leading lean limelight limit middle need
    off_middle order refund residents sanctuary sanctuary_next_door second speciality spotlight stake stakes start
    support tension thanks together turmoil upkeep voice wary wealth weight well_cared
"""

RESERVED: Final = frozenset(_WORDS_OF_THE_RULES.split())
"""What the ledger already calls something else by."""

_WITHOUT_LEADER: Final = (ANY_FACILITY, BY_ITSELF, INCOME)


class Vocabulary:
    """The causes and keys that one ruleset knows."""

    def __init__(self, ruleset: Ruleset) -> None:
        self.ruleset = ruleset
        self.own_verbs = tuple(faction.unique.key for faction in ruleset.factions.values())
        self.facilities = tuple(
            rule.key for faction in ruleset.factions.values() for rule in faction.facilities
        )

    def causes(self, constant: str, scope: Scope) -> tuple[str, ...]:
        """The causes a constant can be changed for by such a card; empty where it stands alone."""
        found = self._causes(constant)
        if scope == "trait":
            return tuple(c for c in found if c not in _WITHOUT_LEADER and c not in self.facilities)
        if scope != "law":
            return tuple(c for c in found if f"{constant}:{c}" not in CITY_ONLY)
        return found

    def _causes(self, constant: str) -> tuple[str, ...]:
        if constant not in WITH_CAUSE:
            return ()
        if constant in PRICES:
            return VERBS
        if constant == "parts":
            return (*self.ruleset.part_kinds, ANY_PART)
        spoken = tuple(verb for verb in VERBS if verb not in ("travel", "unique"))
        if constant not in SIDE_EFFECTS:
            spoken = tuple(verb for verb in spoken if verb not in ("motion", "build"))
        groups = (ANY_ORDER, ANY_FACILITY)
        return (*spoken, *self.own_verbs, *self.facilities, *groups, *_alone(constant))


def _alone(constant: str) -> tuple[str, ...]:
    """What happens without an order: in a district, or to a purse at the end of a turn."""
    if constant not in SIDE_EFFECTS:
        return ()
    return (INCOME,) if constant in ("credits", "voice") else (BY_ITSELF,)
