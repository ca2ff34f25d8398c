"""Sentences for the end of a match: mandates revealed, and how it ended."""

from collections.abc import Callable
from typing import Any

from game.rules.ledger import Ended, Fulfilled
from game.rules.state import Outcome
from game.text.amounts import tenths
from game.text.naming import Names


def _fulfilled(names: Names, entry: Fulfilled) -> str:
    return names.catalog.say(
        "ledger-mandate-met" if entry.met else "ledger-mandate-missed",
        faction=names.faction(entry.seat),
        mandate=names.terms.mandate(entry.mandate),
        amount=tenths(entry.amount),
    )


def _ended(names: Names, entry: Ended) -> str:
    return names.catalog.say(
        f"ledger-ended-{entry.outcome.ending.value}",
        places=_places(names, entry.outcome),
        winners=names.factions(entry.outcome.winners),
    )


def _places(names: Names, outcome: Outcome) -> str:
    """Who is ranked, the first first, then who is neutral and has no place."""
    ranked = sorted(
        (place, seat) for seat, place in zip(names.board.all_seats, outcome.places, strict=False) if place
    )
    told = [
        names.catalog.say("ledger-ended-place", place=place, faction=names.faction(seat))
        for place, seat in ranked
    ]
    neutral = [
        names.catalog.say("ledger-ended-neutral", faction=names.faction(seat))
        for seat in names.board.all_seats
        if names.is_neutral(seat)
    ]
    return names.listed([*told, *neutral])


END_TELLERS: dict[type, Callable[[Names, Any], str]] = {Fulfilled: _fulfilled, Ended: _ended}
