"""The ledger as sentences."""

from collections.abc import Callable
from typing import Any

from game.rules.basics import Price
from game.rules.board import Board
from game.rules.ids import RESIDENTS, Seat
from game.rules.ledger import (
    Blamed,
    Built,
    Closed,
    Contested,
    Decayed,
    Earned,
    Entry,
    Fractured,
    GalaHeld,
    Given,
    Joined,
    Moved,
    Paid,
    Pressed,
    Refunded,
    Scored,
    Shifted,
    Stopped,
)
from game.rules.turn import NO_LEADER, NOWHERE
from game.text.amounts import percent, tenths
from game.text.catalog import Catalog
from game.text.naming import Names
from game.text.telling_council import COUNCIL_TELLERS
from game.text.telling_ends import END_TELLERS
from game.text.telling_events import EVENT_TELLERS
from game.text.telling_sanctuaries import SANCTUARY_TELLERS


def tell(catalog: Catalog, board: Board, entry: Entry) -> str:
    """One sentence for one ledger entry. The entry is of a match on this board."""
    return _TELLERS[type(entry)](Names(catalog, board), entry)


def _paid(names: Names, entry: Paid) -> str:
    faction, price = names.faction(entry.seat), names.price(Price(entry.credits, entry.voice))
    verb = names.verb(entry.seat, entry.verb)
    if entry.district == NOWHERE:
        return names.catalog.say("ledger-paid-paper", faction=faction, price=price, verb=verb)
    place = names.place(entry.district)
    return names.catalog.say("ledger-paid", faction=faction, price=price, verb=verb, place=place)


def _given(names: Names, entry: Given) -> str:
    faction, to = names.faction(entry.seat), names.faction(entry.to)
    if not entry.credits and not entry.voice:
        return names.catalog.say("ledger-given-nothing", faction=faction, to=to)
    price = names.price(Price(entry.credits, entry.voice))
    return names.catalog.say("ledger-given", faction=faction, to=to, price=price)


def _closed(names: Names, entry: Closed) -> str:
    return names.catalog.say(
        "ledger-closed",
        faction=names.faction(entry.seat),
        facility=names.facility(entry.facility),
        place=names.place(entry.district),
    )


def _moved(names: Names, entry: Moved) -> str:
    return names.catalog.say(
        "ledger-moved",
        leader=names.leader(entry.leader),
        origin=names.place(entry.origin),
        place=names.place(entry.district),
    )


def _built(names: Names, entry: Built) -> str:
    return names.catalog.say(
        "ledger-built",
        leader=names.leader(entry.leader),
        facility=names.facility(entry.facility),
        place=names.place(entry.district),
        ready=entry.ready,
    )


def _refunded(names: Names, entry: Refunded) -> str:
    told = {
        "faction": names.faction(entry.seat),
        "reason": names.catalog.say(f"ledger-reason-{entry.reason}"),
        "price": names.price(Price(entry.credits, entry.voice)),
        "back": "yes" if entry.credits or entry.voice else "no",
    }
    if entry.district == NOWHERE:
        return names.catalog.say("ledger-motion-returned", **told)
    verb, place = names.verb(entry.seat, entry.verb), names.place(entry.district)
    return names.catalog.say("ledger-refunded", verb=verb, place=place, **told)


def _pressed(names: Names, entry: Pressed) -> str:
    place, amount = names.place(entry.district), tenths(entry.amount)
    if entry.cause == "echo":
        faction = names.faction(entry.seat)
        return names.catalog.say("ledger-pressed-echo", faction=faction, place=place, amount=amount)
    cause = names.cause(entry.cause)
    if entry.leader == NO_LEADER:
        faction = names.faction(entry.seat)
        return names.catalog.say(
            "ledger-pressed-facility", cause=cause, faction=faction, place=place, amount=amount
        )
    leader = names.leader(entry.leader)
    return names.catalog.say("ledger-pressed", leader=leader, cause=cause, place=place, amount=amount)


def _shifted(names: Names, entry: Shifted) -> str:
    place, amount = names.place(entry.district), abs(entry.amount)
    if entry.cause == "limit":
        return names.catalog.say(f"ledger-limited-{entry.subject}", place=place, amount=amount)
    direction, cause = _direction(entry.amount), names.cause(entry.cause)
    return names.catalog.say(
        f"ledger-shifted-{entry.subject}", place=place, amount=amount, direction=direction, cause=cause
    )


def _earned(names: Names, entry: Earned) -> str:
    faction = names.faction(entry.seat)
    price = names.catalog.say(f"ledger-{entry.currency}", amount=abs(entry.amount))
    if entry.cause == "limit":
        return names.catalog.say("ledger-purse-full", faction=faction, price=price)
    direction, cause = _direction(entry.amount), names.cause(entry.cause)
    if entry.district == NOWHERE:
        return names.catalog.say(
            "ledger-earned", faction=faction, price=price, direction=direction, cause=cause
        )
    place = names.place(entry.district)
    return names.catalog.say(
        "ledger-earned-in", faction=faction, price=price, direction=direction, cause=cause, place=place
    )


def _direction(amount: int) -> str:
    return "up" if amount > 0 else "down"


def _contested(names: Names, entry: Contested) -> str:
    shares = [
        _share(names, seat, before, after)
        for seat, before, after in zip(names.board.all_seats, entry.before, entry.after, strict=True)
        if before or after
    ]
    shares.append(_share(names, RESIDENTS, 1000 - sum(entry.before), 1000 - sum(entry.after)))
    return names.catalog.say(
        "ledger-contested", place=names.place(entry.district), shares=names.listed(shares)
    )


def _share(names: Names, seat: Seat, before: int, after: int) -> str:
    who = names.faction(seat, short=True)
    if before == after:
        return names.catalog.say("ledger-share-same", who=who, after=percent(after))
    return names.catalog.say("ledger-share", who=who, before=percent(before), after=percent(after))


def _decayed(names: Names, entry: Decayed) -> str:
    shares = [
        names.catalog.say("ledger-faded", who=names.faction(seat, short=True), lost=percent(lost))
        for seat, lost in zip(names.board.all_seats, entry.lost, strict=True)
        if lost
    ]
    return names.catalog.say("ledger-decayed", place=names.place(entry.district), shares=names.listed(shares))


def _stopped(names: Names, entry: Stopped) -> str:
    price = names.price(Price(entry.missing))
    return names.catalog.say("ledger-stopped", faction=names.faction(entry.seat), price=price)


def _fractured(names: Names, entry: Fractured) -> str:
    change = "same" if entry.before == entry.after else _direction(entry.after - entry.before)
    return names.catalog.say("ledger-fractured", change=change, before=entry.before, after=entry.after)


def _gala(names: Names, entry: GalaHeld) -> str:
    quarters = [names.catalog.say("ledger-quarter", quarter=quarter) for quarter in entry.quarters]
    return names.catalog.say(
        "ledger-gala", gala=entry.gala, weight=entry.weight, quarters=names.listed(quarters)
    )


def _scored(names: Names, entry: Scored) -> str:
    told = {"faction": names.faction(entry.seat), "amount": tenths(entry.amount)}
    if entry.cause == "law":
        told["law"] = names.terms.law(entry.factors[0].name)
    if entry.district != NOWHERE:
        told["place"] = names.place(entry.district)
    return names.catalog.say(f"ledger-scored-{entry.cause}", **told)


def _blamed(names: Names, entry: Blamed) -> str:
    faction, amount = names.faction(entry.seat), tenths(abs(entry.amount))
    if entry.district == NOWHERE:
        return names.catalog.say("ledger-forgotten", faction=faction, amount=amount)
    place, cause = names.place(entry.district), names.cause(entry.cause)
    return names.catalog.say("ledger-blamed", faction=faction, amount=amount, place=place, cause=cause)


def _joined(names: Names, entry: Joined) -> str:
    return names.catalog.say(
        "ledger-joined",
        leader=names.leader(entry.leader),
        faction=names.faction(names.board.leaders[entry.leader].seat),
        place=names.place(entry.district),
    )


_TELLERS: dict[type, Callable[[Names, Any], str]] = {
    Paid: _paid,
    Given: _given,
    Closed: _closed,
    Moved: _moved,
    Built: _built,
    Refunded: _refunded,
    Pressed: _pressed,
    Shifted: _shifted,
    Earned: _earned,
    Contested: _contested,
    Decayed: _decayed,
    Stopped: _stopped,
    Fractured: _fractured,
    GalaHeld: _gala,
    Scored: _scored,
    Blamed: _blamed,
    Joined: _joined,
    **SANCTUARY_TELLERS,
    **COUNCIL_TELLERS,
    **EVENT_TELLERS,
    **END_TELLERS,
}
