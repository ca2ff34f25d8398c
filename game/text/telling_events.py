"""Sentences for events: announced, begun, answered, switching facilities off."""

from collections.abc import Callable
from typing import Any

from game.rules.ledger import Announced, Happened, SwitchedOff
from game.text.naming import Names


def _happened(names: Names, entry: Happened) -> str:
    event, place = names.terms.event(entry.event), names.place(entry.district)
    if entry.answered:
        answering = names.factions(entry.seats)
        return names.catalog.say("ledger-happened-answered", event=event, place=place, factions=answering)
    asks = names.board.ruleset.events[entry.event].answers
    key = "ledger-happened-unanswered" if asks else "ledger-happened"
    return names.catalog.say(key, event=event, place=place)


def _switched_off(names: Names, entry: SwitchedOff) -> str:
    event, place = names.terms.event(entry.event), names.place(entry.district)
    return names.catalog.say("ledger-switched_off", event=event, place=place)


def _announced(names: Names, entry: Announced) -> str:
    event, place = names.terms.event(entry.event), names.place(entry.district)
    return names.catalog.say("ledger-announced", event=event, place=place, turn=entry.turn)


EVENT_TELLERS: dict[type, Callable[[Names, Any], str]] = {
    Happened: _happened,
    SwitchedOff: _switched_off,
    Announced: _announced,
}
