"""The names of the lines a sum is made of, and where each comes from."""

from typing import Final

from game.rules.ids import Seat
from game.text.catalog import Value
from game.text.naming import Names
from game.text.terms import sentence

FIXED: Final[dict[str, tuple[str, ...]]] = {
    "pressed": ("affinity", "freshness", "together", "thanks", "limelight"),
    "affinity": ("start", "wealth", "need", "lean", "off_middle", "sanctuary"),
    "scored": ("weight", "spotlight", "turmoil", "stake", "completion", "joint", "districts"),
    "voted": ("support", "voice", "residents"),
    "pledged": ("start", "speciality"),
    "decayed": ("start",),
    "fractured": ("unrest", "gap"),
}
"""What the rules themselves put into each kind of sum; every other line is named by the card it comes from."""

WHOLE: Final = ("weight", "spotlight", "districts")
"""Factors that are whole numbers, shown without percent."""


def factor_name(names: Names, group: str, name: str) -> str:
    """A line's name in sums of that kind."""
    if name in FIXED.get(group, ()):
        return names.catalog.say(f"factors-{group}-{name}")
    return sentence(names.cause(name))


def factor_why(names: Names, group: str, name: str, seat: Seat) -> str:
    """Where a line comes from; `seat` is whose sum it is, -1 for the city's."""
    if name in FIXED.get(group, ()):
        return names.catalog.say(f"factors-{group}-{name}-why", **_parameters(names, seat))
    kind = names.terms.kind(name)
    return names.catalog.say(f"factors-why-{kind}") if kind else ""


def _parameters(names: Names, seat: Seat) -> dict[str, Value]:
    ruleset = names.board.ruleset
    told: dict[str, Value] = {
        "who": names.faction(seat, short=True),
        "per_voice": ruleset.council.weight_per_voice,
        "per_unrest": ruleset.fracture.per_unrest,
        "gap_divisor": ruleset.fracture.gap_divisor,
        "need_divisor": 0,
        "lean_divisor": 0,
        "off_middle_divisor": 0,
    }
    if seat >= 0:
        affinity = names.board.factions[seat].affinity
        told |= {
            "need_divisor": affinity.need_divisor,
            "lean_divisor": affinity.lean_divisor,
            "off_middle_divisor": affinity.off_middle_divisor,
        }
    return told
