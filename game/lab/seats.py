"""Who plays: the one grammar for seats, `[FACTION:]PLAYER` with commas between.

PLAYER is `you`, `open` or a computer player's level: `you,greedy,greedy`, `sra:greedy,occ:open`.
"""

from collections import Counter
from collections.abc import Sequence

from game.ai.roster import LEVELS
from game.protocol.messages import ANY, OPEN, YOU, SeatPlan
from game.rules.ids import FactionKey
from game.rules.state import Sitting

DEALT_FIRST = ("sra", "occ", "ca")
"""The order in which factions are dealt to seats that name none; any others follow by key."""

PLAYERS = (YOU, OPEN, *LEVELS)
"""Whoever may sit in a seat."""


class SeatsError(ValueError):
    """Text that names no seats; the message says what was found, what was expected, and the mend."""


def parse_seats(text: str, factions: Sequence[str], most: int) -> tuple[SeatPlan, ...]:
    """The seats named by the text, each with a faction: what nobody named is dealt.

    `factions` are the ruleset's keys, `most` the starts of the city. Several seats may play one faction, as
    its chapters. Raises SeatsError.
    """
    parts = [part.strip() for part in text.split(",")]
    if not 2 <= len(parts) <= most:
        raise SeatsError(
            f"seats {text!r}: found {len(parts)}, expected 2 to {most}. "
            f"Mend: name them with commas between, e.g. {','.join([YOU] + [LEVELS[-1]] * (most - 1))}"
        )
    return deal([_seat(number, part, factions) for number, part in enumerate(parts, start=1)], factions)


def deal(plans: Sequence[SeatPlan], factions: Sequence[str]) -> tuple[SeatPlan, ...]:
    """The seats with every `any` replaced: by the factions that fewest play, in the order of dealing."""
    order = dealing_order(factions)
    used = Counter(plan.faction for plan in plans if plan.faction != ANY)
    dealt = []
    for plan in plans:
        faction = plan.faction
        if faction == ANY:
            faction = min(order, key=lambda key: used[key])
            used[faction] += 1
        dealt.append(SeatPlan(faction, plan.player))
    return tuple(dealt)


def dealing_order(factions: Sequence[str]) -> tuple[str, ...]:
    """The factions in the order they are dealt."""
    first = [key for key in DEALT_FIRST if key in factions]
    return (*first, *sorted(set(factions) - set(first)))


def sittings(plans: Sequence[SeatPlan]) -> tuple[Sitting, ...]:
    """Which faction and chapter each seat plays; every seat has its faction."""
    chapters: Counter[str] = Counter()
    made = []
    for plan in plans:
        chapters[plan.faction] += 1
        made.append(Sitting(FactionKey(plan.faction), chapters[plan.faction]))
    return tuple(made)


def no_people(plans: Sequence[SeatPlan]) -> None:
    """Raises SeatsError if a seat is not a computer player's."""
    for number, plan in enumerate(plans, start=1):
        if plan.player in (YOU, OPEN):
            raise SeatsError(
                f"seat {number}: found {plan.player!r}, expected a computer player. "
                f"Mend: choose one of {', '.join(LEVELS)}"
            )


def one_of_you(plans: Sequence[SeatPlan]) -> None:
    """Raises SeatsError unless exactly one seat is yours."""
    yours = sum(plan.player == YOU for plan in plans)
    if yours != 1:
        raise SeatsError(f"seats: found {yours} for {YOU!r}, expected one. Mend: put {YOU!r} into one seat")


def _seat(number: int, part: str, factions: Sequence[str]) -> SeatPlan:
    faction, colon, player = part.rpartition(":")
    where = f"seat {number}, {part!r}"
    if colon and faction not in (ANY, *factions):
        known = ", ".join(dealing_order(factions))
        raise SeatsError(
            f"{where}: found faction {faction!r}, expected one of {known}. Mend: name one of these, or none"
        )
    if player not in PLAYERS:
        raise SeatsError(
            f"{where}: found player {player!r}, expected one of {', '.join(PLAYERS)}. "
            f"Mend: write e.g. {LEVELS[-1]} or sra:{LEVELS[-1]}"
        )
    return SeatPlan(faction if colon else ANY, player)
