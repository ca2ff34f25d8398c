"""Sentences for laws: moved, voted on, decided, lapsed, drawn."""

from collections.abc import Callable
from typing import Any

from game.rules.ledger import Dealt, Decided, Docketed, Lapsed, Proposed, Voted
from game.rules.turn import NOBODY
from game.text.naming import Names


def _proposed(names: Names, entry: Proposed) -> str:
    leader, law = names.leader(entry.leader), names.terms.law(entry.law)
    return names.catalog.say("ledger-proposed", leader=leader, law=law)


def _voted(names: Names, entry: Voted) -> str:
    return names.catalog.say(
        "ledger-voted-residents" if entry.seat == NOBODY else "ledger-voted",
        who=names.faction(entry.seat),
        law=names.terms.law(entry.law),
        aye="yes" if entry.aye else "no",
        weight=str(entry.weight),
    )


def _decided(names: Names, entry: Decided) -> str:
    return names.catalog.say(
        "ledger-passed" if entry.passed else "ledger-rejected",
        law=names.terms.law(entry.law),
        ayes=str(entry.ayes),
        nays=str(entry.nays),
        until=entry.until,
    )


def _lapsed(names: Names, entry: Lapsed) -> str:
    return names.catalog.say(f"ledger-lapsed-{entry.reason}", law=names.terms.law(entry.law))


def _docketed(names: Names, entry: Docketed) -> str:
    law = names.terms.law(entry.law)
    if entry.mover == NOBODY:
        return names.catalog.say("ledger-docketed-dealt", law=law)
    return names.catalog.say("ledger-docketed", law=law, faction=names.faction(entry.mover))


def _dealt(names: Names, entry: Dealt) -> str:
    faction, law = names.faction(entry.seat), names.terms.law(entry.law)
    return names.catalog.say("ledger-dealt", faction=faction, law=law)


COUNCIL_TELLERS: dict[type, Callable[[Names, Any], str]] = {
    Proposed: _proposed,
    Voted: _voted,
    Decided: _decided,
    Lapsed: _lapsed,
    Docketed: _docketed,
    Dealt: _dealt,
}
