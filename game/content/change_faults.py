"""Changes that could never count: an unknown target, the wrong card for it, a value without effect."""

from collections.abc import Iterator, Sequence

from game.content.fault import Fault
from game.content.place_faults import place_faults
from game.content.vocabulary import CITY_ONLY, LEADERS_ALONE, Scope, Vocabulary
from game.rules.change import ALONE, PERCENT, WITH_CAUSE, Change

MOST_PERCENT = 1000
"""As with every percentage of the rules."""


def change_faults(
    words: Vocabulary, file: str, place: str, changes: Sequence[Change], scope: Scope
) -> Iterator[Fault]:
    """The faults of a card's changes; `place` is the card's own place in its file."""
    for index, change in enumerate(changes):
        here = f"{place}.changes[{index}]" if place else f"changes[{index}]"
        wrong = _target_fault(words, file, f"{here}.target", change, scope)
        if wrong is not None:
            yield wrong
            continue
        yield from _value_faults(file, f"{here}.value", change)
        if change.where is not None and change.target in CITY_ONLY:
            expected = "none, for the target belongs to no district"
            yield Fault(file, f"{here}.where", repr(change.where.trait), expected, "remove where")
        else:
            yield from place_faults(file, f"{here}.where", change.where)


def _target_fault(words: Vocabulary, file: str, here: str, change: Change, scope: Scope) -> Fault | None:
    found = repr(change.target)
    if change.constant in WITH_CAUSE:
        causes = words.causes(change.constant, scope)
        if change.cause in causes:
            return None
        expected = f"{change.constant}: and, for the kind of card ({scope}), one of {', '.join(causes)}"
        return Fault(file, here, found, expected, "name a cause it can have")
    if change.constant not in ALONE:
        return Fault(file, here, found, f"one of {', '.join((*WITH_CAUSE, *ALONE))}", "correct the name")
    if ":" in change.target:
        return Fault(file, here, found, repr(change.constant), "remove the cause, it stands alone")
    return _scope_fault(file, here, change, scope)


def _scope_fault(file: str, here: str, change: Change, scope: Scope) -> Fault | None:
    """A constant that stands alone, on a card that cannot reach it."""
    if scope == "trait" and change.constant not in LEADERS_ALONE:
        expected = f"{' or '.join(LEADERS_ALONE)}, or what an order does"
        return Fault(file, here, repr(change.target), expected, "give it to a law or a landmark")
    if scope != "law" and change.constant in CITY_ONLY:
        expected = "something a district has, for only laws reach the whole city"
        return Fault(file, here, repr(change.target), expected, "give it to a law")
    return None


def _value_faults(file: str, here: str, change: Change) -> Iterator[Fault]:
    found = str(change.value)
    if change.operation == PERCENT:
        if not 0 <= change.value <= MOST_PERCENT or change.value == 100:
            yield Fault(file, here, found, f"percent from 0 to {MOST_PERCENT}, not 100", "correct the value")
    elif not change.value:
        yield Fault(file, here, found, "an amount to add, below or above 0", "correct the value")
    elif change.constant == "middle" and change.value < 0:
        yield Fault(file, here, found, "more than 0, for nothing is pushed from the middle", "use lean")
