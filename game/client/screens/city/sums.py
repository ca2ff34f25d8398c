"""The sums behind the numbers: cards made of ledger entries, each term with a card of its own where it has parts.

Nothing here works a number out anew; what is shown was written into a ledger by the rules.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from game.client.model.cards import Spoken
from game.client.model.story import shifts
from game.client.model.words import hundredths, permille
from game.client.screens.city.cockpit import Cockpit
from game.client.widgets.tips import Tip, TipRow
from game.rules.ids import District, Seat
from game.rules.ledger import (
    Contested,
    Decayed,
    Earned,
    Entry,
    Given,
    Ledger,
    Paid,
    Pressed,
)
from game.text.explaining import ExplanationLine, explain

Opening = Callable[[], Tip]

OWN_CAUSES = ("income", "upkeep", "limit")
"""Causes of an income that belong to no place and no card."""


def running(rows: Sequence[tuple[TipRow, float]]) -> tuple[TipRow, ...]:
    """Rows with their bars: each term moves the running sum by its amount; a sum row spans from 0."""
    total = 0.0
    placed = []
    for row, amount in rows:
        start = 0.0 if row.kind == "sum" else total
        end = total if row.kind == "sum" else total + amount
        placed.append(TipRow(row.sign, row.value, row.name, row.source, start, end, row.kind, row.opens))
        total = end
    return tuple(placed)


def extent(rows: Iterable[TipRow]) -> tuple[float, float]:
    """The lowest and highest the running sum comes to, 0 included."""
    ends = [0.0, *(value for row in rows for value in (row.start, row.end))]
    low, high = min(ends), max(ends)
    return low, high if high > low else low + 1.0


# --- pressure -----------------------------------------------------------------------------------


def pressure_sum(cockpit: Cockpit, ledger: Ledger, district: District, seat: Seat) -> Tip:
    """A seat's pressure in a district: its order's factors, then facilities and echoes."""
    words = cockpit.words
    mine = [e for e in ledger if isinstance(e, Pressed) and e.district == district and e.seat == seat]
    orders = [e for e in mine if e.leader >= 0]
    rest = [e for e in mine if e.leader < 0]
    rows: list[TipRow] = []
    total = 0
    if len(orders) == 1:
        rows += _factor_rows(cockpit, orders[0])
        total = orders[0].amount
        if rest:
            rows.append(_total(cockpit, "sum-own-voice", total))
    else:
        rest = [*orders, *rest]
    for entry in rest:
        rows.append(_source_row(cockpit, entry, total, with_sign=bool(rows)))
        total += entry.amount
    rows.append(_total(cockpit, "sum-pressure", total))
    low, high = extent(rows)
    crumbs = (cockpit.say("forecast"), cockpit.say("sum-pressure-head", amount=hundredths(total)))
    subtitle = cockpit.say("sum-in", who=words.short(seat), place=words.district(district))
    return Tip(crumbs, subtitle, tuple(rows), foot(cockpit, "6"), low, high)


def _explained(cockpit: Cockpit, entry: Entry) -> tuple[ExplanationLine, ...]:
    """The lines the texts make of an entry, its sums left out: a card rules off its own."""
    board, laws = cockpit.model.board, cockpit.public.laws
    lines = explain(Spoken(cockpit.stage.say), board, entry, laws).lines
    return tuple(line for line in lines if line.sign != "=")


def _rows(
    lines: Iterable[ExplanationLine], opens: Callable[[ExplanationLine], Tip] | None = None
) -> list[TipRow]:
    """Lines with their bars: a term moves the running sum by its amount, a factor to so many percent of it."""
    rows, value = [], 0.0
    for line in lines:
        scales = line.sign == "×"
        after = value * line.amount / 100 if scales else value + line.amount
        rows.append(
            TipRow(
                sign=line.sign,
                value=line.value,
                name=line.name,
                source=line.why,
                start=value,
                end=after,
                kind="none" if scales and line.amount == 100 else "term",
                opens=partial(opens, line) if opens and line.parts else None,
            )
        )
        value = after
    return rows


def _factor_rows(cockpit: Cockpit, entry: Pressed) -> list[TipRow]:
    """A base and its factors, each moving the product."""
    return _rows(_explained(cockpit, entry), partial(affinity_sum, cockpit, entry))


def _source_row(cockpit: Cockpit, entry: Pressed, before: int, *, with_sign: bool) -> TipRow:
    """One source of pressure in one row; it opens into its factors."""
    base = _explained(cockpit, entry)[0]
    return TipRow(
        sign="+" if with_sign else "",
        value=hundredths(entry.amount),
        name=base.name,
        source=base.why,
        start=float(before),
        end=float(before + entry.amount),
        opens=partial(source_sum, cockpit, entry) if entry.factors else None,
    )


def source_sum(cockpit: Cockpit, entry: Pressed) -> Tip:
    """One source of pressure: base times factors."""
    rows = [*_factor_rows(cockpit, entry), _total(cockpit, "sum-own-voice", entry.amount)]
    low, high = extent(rows)
    crumbs = (cockpit.say("sum-pressure"), f"{rows[0].name} {hundredths(entry.amount)}")
    return Tip(crumbs, _where(cockpit, entry), tuple(rows), foot(cockpit, "6"), low, high)


def affinity_sum(cockpit: Cockpit, entry: Pressed, line: ExplanationLine) -> Tip:
    """How well a faction is heard in a district, line by line."""
    rows = _rows(line.parts)
    low = min([line.amount, *(row.end for row in rows)]) - 20.0
    high = max(row.end for row in rows)
    rows.append(TipRow("=", line.value, line.name, "", 0.0, float(line.amount), "sum"))
    crumbs = (cockpit.say("sum-pressure"), f"{line.name} {line.value}")
    return Tip(crumbs, _where(cockpit, entry), tuple(rows), foot(cockpit, "4"), max(0.0, low), high)


def _where(cockpit: Cockpit, entry: Pressed) -> str:
    who, place = cockpit.words.short(entry.seat), cockpit.words.district(entry.district)
    return cockpit.say("sum-in", who=who, place=place)


# --- support, need, unrest, lean ----------------------------------------------------------------


def support_sum(cockpit: Cockpit, ledger: Ledger, district: District, seat: Seat, now: int) -> Tip:
    """A seat's support in a district after the turn: what it had, what the contest moved, what fades."""
    say, words = cockpit.say, cockpit.words
    rows = [(TipRow("", permille(now), say("sum-support-now"), words.short(seat)), float(now))]
    for entry in ledger:
        if isinstance(entry, Contested) and entry.district == district:
            moved = entry.after[seat] - entry.before[seat]
            why = say(
                "sum-contest-why", own=hundredths(entry.pressure[seat]), all=hundredths(sum(entry.pressure))
            )
            opens = partial(pressure_sum, cockpit, ledger, district, seat)
            rows.append((_change(permille(abs(moved)), moved, say("sum-contest"), why, opens), float(moved)))
        elif isinstance(entry, Decayed) and entry.district == district:
            rows.append((_fading(cockpit, entry, seat), -float(entry.lost[seat])))
    then = sum(amount for _, amount in rows)
    rows.append((TipRow("=", permille(int(then)), say("sum-support-then"), kind="sum"), 0.0))
    placed = running(rows)
    crumbs = (say("forecast"), say("sum-support-head", share=permille(int(then))))
    subtitle = say("sum-in", who=words.short(seat), place=words.district(district))
    return Tip(crumbs, subtitle, placed, foot(cockpit, "6"), *extent(placed))


def _fading(cockpit: Cockpit, entry: Decayed, seat: Seat) -> TipRow:
    """What fades; where a card changes the rate the row opens into it."""
    lost = entry.lost[seat]
    opens = partial(_rate_sum, cockpit, entry) if entry.factors else None
    say = cockpit.say
    return _change(permille(lost), -lost, say("sum-fades"), say("sum-fades-why"), opens)


def _rate_sum(cockpit: Cockpit, entry: Decayed) -> Tip:
    """How much support fades a turn in a district, and what changes that."""
    lines = explain(Spoken(cockpit.stage.say), cockpit.model.board, entry, cockpit.public.laws).lines
    end = next(place for place, line in enumerate(lines) if line.sign == "=")
    total = lines[end]
    rows = _rows(lines[:end])
    rows.append(TipRow("=", total.value, total.name, "", 0.0, float(total.amount), "sum"))
    crumbs = (cockpit.say("sum-fades"), total.value)
    place = cockpit.words.district(entry.district)
    return Tip(crumbs, place, tuple(rows), foot(cockpit, "6"), *extent(rows))


def scale_sum(cockpit: Cockpit, ledger: Ledger, district: District, subject: str, now: int) -> Tip:
    """Need, lean or unrest of a district after the turn: what moves it, entry by entry."""
    say, words = cockpit.say, cockpit.words
    rows = [(TipRow("", str(now), say("sum-scale-now"), words.district(district)), float(now))]
    for entry in shifts(ledger, district, subject):
        line = _explained(cockpit, entry)[0]
        why = line.why or say("sum-by-itself")
        rows.append((_change(line.value, entry.amount, line.name, why), float(entry.amount)))
    then = int(sum(amount for _, amount in rows))
    rows.append((TipRow("=", str(then), say("sum-scale-then"), kind="sum"), 0.0))
    placed = running(rows)
    crumbs = (say("forecast"), f"{say(subject)} {then}")
    return Tip(crumbs, words.district(district), placed, foot(cockpit, "12"), *extent(placed))


# --- the purse, Legacy ----------------------------------------------------------------


def purse_sum(cockpit: Cockpit, currency: str) -> Opening:
    """How a purse comes to next turn's amount."""
    return partial(_purse_tip, cockpit, currency)


def _purse_tip(cockpit: Cockpit, currency: str) -> Tip:
    say, words, seat = cockpit.say, cockpit.words, cockpit.seat
    base = cockpit.model.outlook.base
    ledger: Ledger = base.ledger if base is not None else ()
    now = int(getattr(cockpit.public.seats[seat], currency))
    rows = [(TipRow("", str(now), say("sum-purse-now"), words.faction(seat)), float(now))]
    rows += [row for entry in ledger for row in purse_rows(cockpit, entry, currency)]
    then = int(sum(amount for _, amount in rows))
    rows.append((TipRow("=", str(then), say("sum-purse-then"), kind="sum"), 0.0))
    placed = running(rows)
    crumbs = (say(currency), say("sum-next-turn", amount=then))
    return Tip(crumbs, say("sum-purse-about"), placed, foot(cockpit, "11"), *extent(placed))


def purse_rows(cockpit: Cockpit, entry: Entry, currency: str) -> Iterable[tuple[TipRow, float]]:
    """What an entry takes out of the own purse or puts in."""
    words, seat = cockpit.words, cockpit.seat
    if isinstance(entry, Paid) and entry.seat == seat:
        paid = entry.credits if currency == "credits" else entry.voice
        if paid:
            yield (
                _change(str(paid), -paid, words.verb(seat, entry.verb), _paid_why(cockpit, entry)),
                float(-paid),
            )
    elif isinstance(entry, Earned) and entry.seat == seat and entry.currency == currency:
        line = _explained(cockpit, entry)[0]
        why = cockpit.say(f"cause-{entry.cause}-why") if entry.cause in OWN_CAUSES else line.why
        yield _change(line.value, entry.amount, line.name, why), float(entry.amount)
    elif isinstance(entry, Given) and seat in (entry.seat, entry.to):
        amount = entry.credits if currency == "credits" else entry.voice
        own = -amount if entry.seat == seat else amount
        other = words.faction(entry.to if entry.seat == seat else entry.seat)
        if own:
            yield _change(str(amount), own, cockpit.say("sum-gift"), other), float(own)


def _paid_why(cockpit: Cockpit, entry: Paid) -> str:
    """Where an order was paid for, and what made it dearer or cheaper."""
    place = cockpit.words.district(entry.district) if entry.district >= 0 else ""
    changed = [
        f"{cockpit.words.cause(part.name)} {part.value:+d}"
        for factor in entry.factors
        for part in factor.parts
    ]
    return ", ".join([place, *changed] if place else changed)


def legacy_sum(cockpit: Cockpit, seat: Seat) -> Opening:
    """A seat's Legacy by Gala, each with its parts, and what the next Gala would give as it stands."""
    return partial(_legacy_tip, cockpit, seat)


def _legacy_tip(cockpit: Cockpit, seat: Seat) -> Tip:
    say, words = cockpit.say, cockpit.words
    own = cockpit.public.seats[seat]
    rows: list[tuple[TipRow, float]] = []
    for place, score in enumerate(own.galas):
        parts = say(
            "sum-gala-parts",
            leading=hundredths(score.leading),
            second=hundredths(score.second),
            agenda=hundredths(score.agenda),
            stakes=hundredths(score.stakes),
        )
        sign = "+" if rows else ""
        name = say("sum-gala", gala=place + 1)
        rows.append((TipRow(sign, hundredths(score.total), name, parts), float(score.total)))
    rows += _beyond_galas(cockpit, seat)
    if not rows:
        gala = cockpit.model.board.length.season_turns
        rows.append((TipRow("", "0", say("sum-no-gala"), say("next-gala", turn=gala), kind="none"), 0.0))
    rows.append((TipRow("=", hundredths(own.legacy), say("legacy"), kind="sum"), 0.0))
    placed = running(rows)
    crumbs = (words.short(seat), f"{say('legacy')} {hundredths(own.legacy)}")
    return Tip(crumbs, words.faction(seat), placed, foot(cockpit, "11"), *extent(placed))


def _beyond_galas(cockpit: Cockpit, seat: Seat) -> Iterable[tuple[TipRow, float]]:
    """Legacy that no Gala gave: own laws that passed, and mandates once they are revealed."""
    say, own = cockpit.say, cockpit.public.seats[seat]
    laws = own.passed * cockpit.model.board.ruleset.council.legacy
    rest = own.legacy - laws - sum(score.total for score in own.galas)
    if laws:
        yield (
            TipRow("+", hundredths(laws), say("sum-laws"), say("sum-laws-why", count=own.passed)),
            float(laws),
        )
    if rest:
        yield TipRow("+", hundredths(rest), say("sum-mandates"), say("sum-mandates-why")), float(rest)


# --- rows ---------------------------------------------------------------------------------------


def _change(value: str, amount: int, name: str, source: str, opens: Opening | None = None) -> TipRow:
    kind = "none" if amount == 0 else "term"
    return TipRow("+" if amount >= 0 else "-", value, name, source, kind=kind, opens=opens)  # type: ignore[arg-type]


def _total(cockpit: Cockpit, key: str, amount: int) -> TipRow:
    return TipRow("=", hundredths(amount), cockpit.say(key), "", 0.0, float(amount), "sum")


def foot(cockpit: Cockpit, rule: str) -> tuple[str, ...]:
    """The notes under a card: its rule, and how to read and close it."""
    return (cockpit.say("sum-rule", rule=rule), cockpit.say("sum-dotted"), cockpit.say("sum-escape"))
