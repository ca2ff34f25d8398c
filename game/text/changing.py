"""One change of a constant in words: what a law, landmark, event or trait does."""

from typing import Literal

from game.rules.change import (
    ANY_FACILITY,
    BY_ITSELF,
    INCOME,
    PERCENT,
    PRICES,
    SIDE_EFFECTS,
    Change,
)
from game.text.amounts import percent
from game.text.bounds import bounds_of_place, is_everywhere, place_words
from game.text.catalog import Value
from game.text.terms import Terms

Scope = Literal["city", "district", "leader"]
"""Where a change counts: everywhere, in one district, or for what one leader does."""

_RELIEF = ("care",)
_CALMING = ("forum", "festival")


def change_words(terms: Terms, change: Change, scope: Scope) -> str:
    """The change as a phrase without a stop, its first word small unless it is a name."""
    effect = terms.catalog.say(_key(terms, change), **_parameters(terms, change, scope))
    if change.where is None or is_everywhere(bounds_of_place(change.where)):
        return effect
    where = place_words(terms, change.where)
    if change.constant == "linked_need":
        return terms.catalog.say("effects-in-places-first", effect=effect, where=where)
    return terms.catalog.say("effects-in-places", effect=effect, where=where)


def _key(terms: Terms, change: Change) -> str:
    constant, cause = change.constant, change.cause
    if constant in PRICES or constant not in SIDE_EFFECTS:
        return f"effects-{constant}"
    if cause == BY_ITSELF:
        return f"effects-by-itself-{constant}"
    if cause == INCOME:
        return f"effects-income-{constant}"
    if constant == "need" and cause in _RELIEF:
        return "effects-relieves"
    if constant == "unrest" and cause in _CALMING:
        return "effects-calms"
    at_work = cause == ANY_FACILITY or terms.is_facility(cause)
    return f"effects-at-work-{constant}" if at_work else f"effects-also-{constant}"


def _parameters(terms: Terms, change: Change, scope: Scope) -> dict[str, Value]:
    scaled = change.operation == PERCENT
    above = change.value - 100 if scaled else change.value
    return {
        "amount": abs(above),
        "signed": f"{above:+}",
        "direction": "up" if above > 0 else "down",
        "scale": change.value if scaled else 100,
        "share": percent(abs(above)),
        "cause": _cause(terms, change),
        "scope": scope,
    }


def _cause(terms: Terms, change: Change) -> str:
    if change.cause in ("", BY_ITSELF, INCOME):
        return ""
    if change.constant == "parts":
        return terms.catalog.say("effects-any-part") if change.cause == "any" else terms.part(change.cause)
    return terms.doer(change.cause)
