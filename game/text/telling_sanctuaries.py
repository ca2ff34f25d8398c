"""Sentences for Technique Sanctuaries: parts given, begun, finished."""

from collections.abc import Callable
from typing import Any

from game.rules.ledger import Finished, Founded, Pledged
from game.rules.turn import NOBODY
from game.text.naming import Names


def parts_words(names: Names, entry: Pledged) -> str:
    """The parts a pledge brought, e.g. `3 parts Consent`."""
    kind = names.terms.part(entry.kind)
    return names.catalog.say("ledger-parts", amount=entry.amount, kind=kind)


def _pledged(names: Names, entry: Pledged) -> str:
    return names.catalog.say(
        "ledger-pledged",
        leader=names.leader(entry.leader),
        parts=parts_words(names, entry),
        place=names.place(entry.district),
    )


def _founded(names: Names, entry: Founded) -> str:
    return names.catalog.say("ledger-founded", place=names.place(entry.district))


def _finished(names: Names, entry: Finished) -> str:
    stakes = [
        names.catalog.say("ledger-stake", who=names.faction(seat), stake=stake)
        for seat, stake in zip(names.board.all_seats, entry.stakes, strict=True)
        if stake
    ]
    place, listed = names.place(entry.district), names.listed(stakes)
    if entry.steward == NOBODY:
        return names.catalog.say("ledger-finished-shared", place=place, stakes=listed)
    steward = names.faction(entry.steward)
    return names.catalog.say("ledger-finished", place=place, stakes=listed, steward=steward)


SANCTUARY_TELLERS: dict[type, Callable[[Names, Any], str]] = {
    Pledged: _pledged,
    Founded: _founded,
    Finished: _finished,
}
