"""The sum behind a ledger entry, line by line, for tooltips: sign, value, name, source, and what is inside."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from game.rules.board import Board
from game.rules.ids import RESIDENTS
from game.rules.ledger import (
    Built,
    Contested,
    Decayed,
    Earned,
    Ended,
    Entry,
    Factor,
    Fractured,
    GalaHeld,
    Joined,
    Moved,
    Paid,
    Pressed,
    Refunded,
    Scored,
    Shifted,
    Stopped,
)
from game.rules.turn import NOWHERE
from game.text.amounts import percent, tenths
from game.text.catalog import Catalog
from game.text.naming import Names


class Line(Struct, frozen=True):
    """A row of a sum. `sign` is `+`, `-`, `x`, `=` or empty; `parts` are the rows this one is the sum of."""

    sign: str
    value: str
    name: str
    source: str
    parts: tuple["Line", ...] = ()


def explain(catalog: Catalog, board: Board, entry: Entry) -> tuple[Line, ...]:
    """The rows of the entry's sum, the sum itself last under `=`; a plain change is one row.

    What has no number behind it (a move, a leader who joins, the end) has no rows.
    """
    return _EXPLAINERS[type(entry)](Names(catalog, board), entry)


def _product(names: Names, entry: Pressed | Scored, total: str, cause: str) -> tuple[Line, ...]:
    """A base times every factor in percent."""
    say = names.catalog.say
    base = Line("", tenths(entry.base), cause, say("ledger-source-base"))
    factors = [_factor(names, factor) for factor in entry.factors]
    amount = Line("=", tenths(entry.amount), say(f"ledger-sum-{total}"), say(f"ledger-sum-rule-{total}"))
    return (base, *factors, amount)


def _factor(names: Names, factor: Factor) -> Line:
    name, source = _titles(names, factor)
    parts = tuple(_summand(names, part, "%") for part in factor.parts)
    return Line("x", f"{factor.value}%", name, source, parts)


def _summand(names: Names, factor: Factor, unit: str = "") -> Line:
    name, source = _titles(names, factor)
    parts = tuple(_summand(names, part, unit) for part in factor.parts)
    return Line(_sign(factor.value), f"{abs(factor.value)}{unit}", name, source, parts)


def _titles(names: Names, factor: Factor) -> tuple[str, str]:
    return names.catalog.say(f"ledger-factor-{factor.name}"), names.catalog.say(
        f"ledger-source-{factor.name}"
    )


def _sign(amount: int) -> str:
    return "-" if amount < 0 else "+"


def _pressed(names: Names, entry: Pressed) -> tuple[Line, ...]:
    return _product(names, entry, "pressure", names.cause(entry.cause))


def _scored(names: Names, entry: Scored) -> tuple[Line, ...]:
    where = names.faction(entry.seat) if entry.district == NOWHERE else names.place(entry.district)
    return _product(names, entry, "legacy", where)


def _fractured(names: Names, entry: Fractured) -> tuple[Line, ...]:
    say = names.catalog.say
    total = Line("=", str(entry.after), say("ledger-sum-fracture"), say("ledger-sum-rule-fracture"))
    return (*(_summand(names, factor) for factor in entry.factors), total)


def _contested(names: Names, entry: Contested) -> tuple[Line, ...]:
    say = names.catalog.say
    pressing = [seat for seat in names.board.all_seats if entry.pressure[seat]]
    pushes = [
        Line("+", tenths(entry.pressure[seat]), names.faction(seat), say("ledger-line-pressure"))
        for seat in pressing
    ]
    shares = [
        Line(
            "=",
            f"{percent(entry.after[seat])}%",
            names.faction(seat),
            say("ledger-line-support", before=percent(entry.before[seat]), shield=entry.shield[seat]),
        )
        for seat in names.board.all_seats
        if entry.before[seat] or entry.after[seat]
    ]
    before, after = 1000 - sum(entry.before), 1000 - sum(entry.after)
    was = say("ledger-line-residents", before=percent(before))
    return (*pushes, *shares, Line("=", f"{percent(after)}%", names.faction(RESIDENTS), was))


def _decayed(names: Names, entry: Decayed) -> tuple[Line, ...]:
    faded = names.catalog.say("ledger-line-faded")
    return tuple(
        Line("-", f"{percent(lost)}%", names.faction(seat), faded)
        for seat, lost in zip(names.board.all_seats, entry.lost, strict=True)
        if lost
    )


def _shifted(names: Names, entry: Shifted) -> tuple[Line, ...]:
    cause, place = names.cause(entry.cause), names.place(entry.district)
    return (Line(_sign(entry.amount), str(abs(entry.amount)), cause, place),)


def _earned(names: Names, entry: Earned) -> tuple[Line, ...]:
    amount = names.catalog.say(f"ledger-{entry.currency}", amount=abs(entry.amount))
    where = names.faction(entry.seat) if entry.district == NOWHERE else names.place(entry.district)
    return (Line(_sign(entry.amount), amount, names.cause(entry.cause), where),)


def _paid(names: Names, entry: Paid) -> tuple[Line, ...]:
    return _purse(names, entry, "-")


def _refunded(names: Names, entry: Refunded) -> tuple[Line, ...]:
    return _purse(names, entry, "+")


def _purse(names: Names, entry: Paid | Refunded, sign: str) -> tuple[Line, ...]:
    verb, place = names.verb(entry.seat, entry.verb), names.place(entry.district)
    amounts = (("credits", entry.credits), ("voice", entry.voice))
    return tuple(
        Line(sign, names.catalog.say(f"ledger-{currency}", amount=amount), verb, place)
        for currency, amount in amounts
        if amount
    )


def _built(names: Names, entry: Built) -> tuple[Line, ...]:
    works = names.catalog.say("ledger-line-turn", turn=entry.ready)
    return (Line("+", "1", names.facility(entry.facility), works),)


def _stopped(names: Names, entry: Stopped) -> tuple[Line, ...]:
    amount = names.catalog.say("ledger-credits", amount=entry.missing)
    return (Line("-", amount, names.faction(entry.seat), names.catalog.say("ledger-line-missing")),)


def _gala(names: Names, entry: GalaHeld) -> tuple[Line, ...]:
    name, source = _titles(names, Factor("weight", entry.weight))
    return (Line("x", str(entry.weight), name, source),)


def _nothing(_names: Names, _entry: Moved | Joined | Ended) -> tuple[Line, ...]:
    return ()


_EXPLAINERS: dict[type, Callable[[Names, Any], tuple[Line, ...]]] = {
    Paid: _paid,
    Moved: _nothing,
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
    Joined: _nothing,
    Ended: _nothing,
}
