"""Who did what where in a turn: a line for each seat."""

from collections.abc import Iterator, Sequence

from game.rules.basics import Price
from game.rules.ids import Leader, Seat
from game.rules.ledger import Built, Closed, Entry, Given, Moved, Pledged, Pressed, Proposed
from game.rules.turn import NO_LEADER
from game.text.amounts import tenths
from game.text.naming import Names
from game.text.telling_sanctuaries import parts_words


def deeds(names: Names, entries: Sequence[Entry]) -> Iterator[str]:
    """Each seat's orders in one sentence: its leaders' in their order, then gifts and closings."""
    of_leaders = _of_leaders(names, entries)
    leaders = names.board.leaders
    for seat in names.board.all_seats:
        own = [deed for leader, deed in sorted(of_leaders.items()) if leaders[leader].seat == seat]
        own.extend(_papers(names, entries, seat))
        faction = names.faction(seat)
        if own:
            listed = names.catalog.say("ledger-semicolon").join(own)
            yield names.catalog.say("ledger-deeds", faction=faction, deeds=listed)
        else:
            yield names.catalog.say("ledger-deeds-none", faction=faction)


def _of_leaders(names: Names, entries: Sequence[Entry]) -> dict[Leader, str]:
    """What each leader did; one who only moved has travelled."""
    orders: dict[Leader, str] = {}
    for entry in entries:
        if isinstance(entry, Moved):
            place = names.place(entry.district)
            orders[entry.leader] = names.catalog.say("ledger-order-travel", place=place)
    pledged = {entry.leader: entry for entry in entries if isinstance(entry, Pledged)}
    for entry in entries:
        if isinstance(entry, Built):
            orders[entry.leader] = _building(names, entry)
        elif isinstance(entry, Proposed):
            law = names.terms.law(entry.law)
            orders[entry.leader] = names.catalog.say("ledger-order-motion", law=law)
        elif isinstance(entry, Pressed) and entry.leader != NO_LEADER:
            orders[entry.leader] = _speech(names, entry, pledged.get(entry.leader))
    return {
        leader: names.catalog.say("ledger-deed", leader=names.leader(leader), order=order)
        for leader, order in orders.items()
    }


def _building(names: Names, entry: Built) -> str:
    facility, place = names.facility(entry.facility), names.place(entry.district)
    return names.catalog.say("ledger-order-build", facility=facility, place=place)


def _speech(names: Names, entry: Pressed, pledge: Pledged | None) -> str:
    place = names.place(entry.district)
    if pledge is None:
        order = names.catalog.say("ledger-order", verb=names.cause(entry.cause), place=place)
    else:
        order = names.catalog.say("ledger-order-pledge", parts=parts_words(names, pledge), place=place)
    amount = names.catalog.say("ledger-pressure", amount=tenths(entry.amount))
    return names.catalog.say("ledger-order-amounts", order=order, amounts=amount)


def _papers(names: Names, entries: Sequence[Entry], seat: Seat) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, Given) and entry.seat == seat and (entry.credits or entry.voice):
            price, to = names.price(Price(entry.credits, entry.voice)), names.faction(entry.to)
            yield names.catalog.say("ledger-order-gift", price=price, to=to)
        elif isinstance(entry, Closed) and entry.seat == seat:
            facility, place = names.facility(entry.facility), names.place(entry.district)
            yield names.catalog.say("ledger-order-close", facility=facility, place=place)
