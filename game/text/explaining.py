"""The sums behind ledger entries as lines of a tooltip. Nothing is worked out anew: the rules wrote it all down."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from game.rules.board import Board
from game.rules.ids import Seat
from game.rules.ledger import (
    Contested,
    Decayed,
    Decided,
    Earned,
    Entry,
    Factor,
    Finished,
    Fractured,
    GalaHeld,
    Paid,
    Pledged,
    Pressed,
    Scored,
    Shifted,
    Voted,
)
from game.rules.state import Law
from game.rules.turn import NO_LEADER, NOBODY, NOWHERE
from game.text.amounts import percent, tenths
from game.text.catalog import Catalog
from game.text.factors import WHOLE, Whose, factor_name, factor_why, source_why
from game.text.naming import Names
from game.text.telling import tell
from game.text.terms import sentence

Sign = Literal["", "+", "-", "×", "="]


class ExplanationLine(Struct, frozen=True):
    """One line of a sum: its name, its value as shown without sign, and where it comes from.

    `sign` is empty for the first line, + or - for a term, × for a factor in percent, = for the sum so far.
    `amount` is the number behind the value, in the entry's own unit. `parts` are the lines it is itself made
    of, one step further in.
    """

    name: str
    value: str
    amount: int
    sign: Sign = ""
    why: str = ""
    indent: int = 0
    parts: tuple["ExplanationLine", ...] = ()


class Explanation(Struct, frozen=True):
    """A title line, what happened, and the lines of its sum; none where there is nothing to add up."""

    title: str
    lines: tuple[ExplanationLine, ...]

    def flat(self) -> Iterator[ExplanationLine]:
        """All lines from top to bottom, each followed by its parts."""
        yield from _flat(self.lines)


def explain(catalog: Catalog, board: Board, entry: Entry, laws: tuple[Law, ...] = ()) -> Explanation:
    """How the number of one ledger entry came about. The entry is of a match on this board.

    `laws` are those in force when it was written; with them a line says how long its law goes on.
    """
    explainer = _EXPLAINERS.get(type(entry))
    whose = Whose(getattr(entry, "seat", NOBODY), getattr(entry, "leader", NO_LEADER), laws)
    lines = tuple(explainer(Names(catalog, board), whose, entry)) if explainer else ()
    return Explanation(tell(catalog, board, entry), lines)


def _flat(lines: Sequence[ExplanationLine]) -> Iterator[ExplanationLine]:
    for line in lines:
        yield line
        yield from _flat(line.parts)


def _nested(lines: Sequence[ExplanationLine]) -> tuple[ExplanationLine, ...]:
    return tuple(replace(line, indent=line.indent + 1, parts=_nested(line.parts)) for line in lines)


def _sign(amount: int) -> Sign:
    return "+" if amount >= 0 else "-"


def _total(names: Names, key: str, amount: int, value: str) -> ExplanationLine:
    return ExplanationLine(names.catalog.say(f"factors-{key}-total"), value, amount, "=")


def _terms(
    names: Names, whose: Whose, group: str, factors: Sequence[Factor], shown: Callable[[int], str]
) -> tuple[ExplanationLine, ...]:
    """Lines to be added up, the first without a sign unless it is below 0."""
    lines = []
    for place, factor in enumerate(factors):
        sign: Sign = "" if place == 0 and factor.value >= 0 else _sign(factor.value)
        name, why = factor_name(names, group, factor.name), factor_why(names, group, factor.name, whose)
        lines.append(ExplanationLine(name, shown(abs(factor.value)), factor.value, sign, why))
    return tuple(lines)


def _factors(names: Names, whose: Whose, group: str, factors: Sequence[Factor]) -> Iterator[ExplanationLine]:
    """Factors in percent, each with the lines it is the sum of."""
    for factor in factors:
        parts = _nested(_terms(names, whose, factor.name, factor.parts, _as_percent))
        name, why = factor_name(names, group, factor.name), factor_why(names, group, factor.name, whose)
        value = str(factor.value // 100) if factor.name in WHOLE else _as_percent(factor.value)
        yield ExplanationLine(name, value, factor.value, "×", why, parts=parts)


def _as_percent(value: int) -> str:
    return f"{value}%"


def _permille(value: int) -> str:
    return f"{percent(value)}%"


# --- entries ------------------------------------------------------------------------------------


def _pressed(names: Names, whose: Whose, entry: Pressed) -> Iterator[ExplanationLine]:
    if entry.leader >= 0:
        why = names.catalog.say("factors-pressed-by", who=names.leader(entry.leader))
    elif entry.cause == "echo":
        divisor = names.board.ruleset.festival.echo_divisor
        why = names.catalog.say("factors-pressed-echo", divisor=divisor)
    else:
        why = names.faction(entry.seat, short=True)
    yield ExplanationLine(sentence(names.cause(entry.cause)), tenths(entry.base), entry.base, why=why)
    yield from _factors(names, whose, "pressed", entry.factors)
    yield _total(names, "pressed", entry.amount, tenths(entry.amount))


def _scored(names: Names, whose: Whose, entry: Scored) -> Iterator[ExplanationLine]:
    base = names.catalog.say(f"factors-scored-base-{entry.cause}")
    yield ExplanationLine(base, tenths(entry.base), entry.base)
    yield from _factors(names, whose, "scored", entry.factors)
    yield _total(names, "scored", entry.amount, tenths(entry.amount))


def _voted(names: Names, whose: Whose, entry: Voted) -> Iterator[ExplanationLine]:
    yield from _terms(names, whose, "voted", entry.factors, str)
    yield _total(names, "voted", entry.weight, str(entry.weight))


def _decided(names: Names, _: Whose, entry: Decided) -> Iterator[ExplanationLine]:
    for name, amount in (("ayes", entry.ayes), ("nays", entry.nays)):
        yield ExplanationLine(names.catalog.say(f"factors-decided-{name}"), str(amount), amount)


def _paid(names: Names, whose: Whose, entry: Paid) -> Iterator[ExplanationLine]:
    """Each currency that was paid or changed: the lines that changed it, then the price."""
    for currency, amount in (("credits", entry.credits), ("voice", entry.voice)):
        changes = [part for f in entry.factors if f.name == currency for part in f.parts]
        if not amount and not changes:
            continue
        if changes:
            written = _written(names, entry, currency, amount - sum(change.value for change in changes))
            yield ExplanationLine(names.catalog.say("factors-paid-written"), str(written), written)
        for change in changes:
            name, why = (
                factor_name(names, "paid", change.name),
                factor_why(names, "paid", change.name, whose),
            )
            yield ExplanationLine(name, str(abs(change.value)), change.value, _sign(change.value), why)
        yield _total(names, f"paid-{currency}", amount, str(amount))


def _written(names: Names, entry: Paid, currency: str, otherwise: int) -> int:
    """The price in the data; a facility's is not named by the entry and was never cut off at 0."""
    price = names.board.prices[entry.seat].get(entry.verb)
    return otherwise if price is None else int(getattr(price, currency))


def _pledged(names: Names, whose: Whose, entry: Pledged) -> Iterator[ExplanationLine]:
    yield from _terms(names, whose, "pledged", entry.factors, str)
    over = sum(factor.value for factor in entry.factors) - entry.amount
    if over > 0:
        name = names.catalog.say("factors-pledged-over")
        yield ExplanationLine(name, str(over), -over, "-", names.catalog.say("factors-pledged-over-why"))
    yield _total(names, "pledged", entry.amount, str(entry.amount))


def _finished(names: Names, _: Whose, entry: Finished) -> Iterator[ExplanationLine]:
    for seat, stake in zip(names.board.all_seats, entry.stakes, strict=True):
        if stake:
            yield ExplanationLine(names.faction(seat), str(stake), stake)


def _shifted(names: Names, whose: Whose, entry: Shifted) -> Iterator[ExplanationLine]:
    own = entry.seat != NOBODY
    why = names.faction(entry.seat, short=True) if own else source_why(names, entry.cause, whose)
    yield _moved(names, entry.cause, entry.amount, why)


def _earned(names: Names, whose: Whose, entry: Earned) -> Iterator[ExplanationLine]:
    why = names.place(entry.district) if entry.district != NOWHERE else source_why(names, entry.cause, whose)
    yield _moved(names, entry.cause, entry.amount, why)


def _moved(names: Names, cause: str, amount: int, why: str) -> ExplanationLine:
    name = sentence(names.cause(cause))
    return ExplanationLine(name, str(abs(amount)), amount, _sign(amount), why)


def _contested(names: Names, _: Whose, entry: Contested) -> Iterator[ExplanationLine]:
    """What each seat had, with its pressure and shield, and what it has then."""
    for seat in names.board.all_seats:
        before, after = entry.before[seat], entry.after[seat]
        if not before and not after:
            continue
        yield ExplanationLine(
            names.faction(seat),
            _permille(after),
            after,
            why=names.catalog.say("factors-contested-why", before=_permille(before)),
            parts=_nested(_contest_parts(names, entry, seat)),
        )


def _contest_parts(names: Names, entry: Contested, seat: Seat) -> tuple[ExplanationLine, ...]:
    say, own, shield = names.catalog.say, entry.pressure[seat], entry.shield[seat]
    of_all = say("factors-contested-of", all=tenths(sum(entry.pressure)))
    pressure = ExplanationLine(say("factors-contested-pressure"), tenths(own), own, why=of_all)
    spared = ExplanationLine(say("factors-contested-shield"), _as_percent(shield), shield)
    return (pressure, spared) if shield else (pressure,)


def _decayed(names: Names, whose: Whose, entry: Decayed) -> Iterator[ExplanationLine]:
    """The rate, where something changed it, then what each seat lost."""
    if entry.factors:
        yield from _terms(names, whose, "decayed", entry.factors, _permille)
        rate = max(0, sum(factor.value for factor in entry.factors))
        yield _total(names, "decayed", rate, _permille(rate))
    for seat, lost in zip(names.board.all_seats, entry.lost, strict=True):
        if lost:
            yield ExplanationLine(names.faction(seat), _permille(lost), -lost, "-")


def _fractured(names: Names, whose: Whose, entry: Fractured) -> Iterator[ExplanationLine]:
    yield from _terms(names, whose, "fractured", entry.factors, str)
    left = entry.after - sum(factor.value for factor in entry.factors)
    if left:
        say = names.catalog.say
        why = say("factors-fractured-rest-why")
        yield ExplanationLine(say("factors-fractured-rest"), str(abs(left)), left, _sign(left), why)
    yield _total(names, "fractured", entry.after, str(entry.after))


def _gala(names: Names, _: Whose, entry: GalaHeld) -> Iterator[ExplanationLine]:
    name = names.catalog.say("factors-scored-weight")
    yield ExplanationLine(name, str(entry.weight), entry.weight)


_EXPLAINERS: dict[type, Callable[[Names, Whose, Any], Iterator[ExplanationLine]]] = {
    Pressed: _pressed,
    Scored: _scored,
    Voted: _voted,
    Decided: _decided,
    Paid: _paid,
    Pledged: _pledged,
    Finished: _finished,
    Shifted: _shifted,
    Earned: _earned,
    Contested: _contested,
    Decayed: _decayed,
    Fractured: _fractured,
    GalaHeld: _gala,
}
