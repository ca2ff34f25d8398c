"""The names of the lines a sum is made of, and where each comes from."""

from typing import Final

from msgspec import Struct

from game.rules.ids import Leader, Seat
from game.rules.state import Law
from game.rules.turn import NO_LEADER, NOBODY
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


class Whose(Struct, frozen=True):
    """Whose sum it is: a seat, or -1 for the city's; through which leader, or -1; and the laws then in force."""

    seat: Seat = NOBODY
    leader: Leader = NO_LEADER
    laws: tuple[Law, ...] = ()


def factor_why(names: Names, group: str, name: str, whose: Whose) -> str:
    """Where a line comes from: what the rules always ask, or which card changes the sum."""
    if name in FIXED.get(group, ()):
        return names.catalog.say(f"factors-{group}-{name}-why", **_parameters(names, whose.seat))
    return source_why(names, name, whose)


def source_why(names: Names, source: str, whose: Whose) -> str:
    """What kind of card a source is, e.g. `law, through turn 9`; empty for anything else."""
    kind = names.terms.kind(source)
    if kind == "law":
        until = next((law.until for law in whose.laws if law.key == source), 0)
        return names.catalog.say("factors-why-law", until=until)
    if kind == "trait":
        who = names.leader(whose.leader) if whose.leader != NO_LEADER else names.faction(whose.seat)
        return names.catalog.say("factors-why-trait", who=who)
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
