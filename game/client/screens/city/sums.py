"""The sums behind the numbers: cards made of ledger entries, each term with a card of its own where it has parts.

Nothing here works a number out anew; what is shown was written into a ledger by the rules.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from game.client.model.story import shifts
from game.client.model.words import hundredths, permille, signed
from game.client.screens.city.cockpit import Cockpit
from game.client.widgets.tips import Tip, TipRow
from game.rules.ids import District, Seat
from game.rules.ledger import Contested, Decayed, Earned, Factor, Fractured, Ledger, Paid, Pressed

Opening = Callable[[], Tip]


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
    return Tip(crumbs, subtitle, tuple(rows), _foot(cockpit, "6"), low, high)


def _factor_rows(cockpit: Cockpit, entry: Pressed) -> list[TipRow]:
    """A base and its factors, each moving the product."""
    say, words = cockpit.say, cockpit.words
    value = float(entry.base)
    rows = [
        TipRow("", hundredths(entry.base), words.cause(entry.cause), _base_source(cockpit, entry), 0.0, value)
    ]
    for factor in entry.factors:
        after = value * factor.value / 100
        opens = partial(affinity_sum, cockpit, entry, factor) if factor.parts else None
        kind = "none" if factor.value == 100 else "term"
        source = say(f"factor-{factor.name}-why", place=words.district(entry.district))
        name = say(f"factor-{factor.name}")
        rows.append(TipRow("×", f"{factor.value}%", name, source, value, after, kind, opens))  # type: ignore[arg-type]
        value = after
    return rows


def _base_source(cockpit: Cockpit, entry: Pressed) -> str:
    if entry.leader >= 0:
        return cockpit.say("sum-by", who=cockpit.words.leader(entry.leader))
    return cockpit.words.short(entry.seat)


def _source_row(cockpit: Cockpit, entry: Pressed, before: int, *, with_sign: bool) -> TipRow:
    """One source of pressure in one row; it opens into its factors."""
    opens = partial(source_sum, cockpit, entry) if entry.factors else None
    source = cockpit.say("factor-echo-why") if entry.cause == "echo" else _base_source(cockpit, entry)
    name = cockpit.words.cause(entry.cause)
    sign = "+" if with_sign else ""
    return TipRow(
        sign,
        hundredths(entry.amount),
        name,
        source,
        float(before),
        float(before + entry.amount),
        "term",
        opens,
    )


def source_sum(cockpit: Cockpit, entry: Pressed) -> Tip:
    """One source of pressure: base times factors."""
    rows = [*_factor_rows(cockpit, entry), _total(cockpit, "sum-own-voice", entry.amount)]
    low, high = extent(rows)
    name = cockpit.words.cause(entry.cause)
    crumbs = (cockpit.say("sum-pressure"), f"{name} {hundredths(entry.amount)}")
    subtitle = cockpit.say(
        "sum-in", who=cockpit.words.short(entry.seat), place=cockpit.words.district(entry.district)
    )
    return Tip(crumbs, subtitle, tuple(rows), _foot(cockpit, "6"), low, high)


def affinity_sum(cockpit: Cockpit, entry: Pressed, factor: Factor) -> Tip:
    """How well a faction is heard in a district, line by line."""
    say, words = cockpit.say, cockpit.words
    rows: list[tuple[TipRow, float]] = []
    for part in factor.parts:
        name = say(f"affinity-{part.name.replace('_', '-')}")
        why = say(f"affinity-{part.name.replace('_', '-')}-why", who=words.short(entry.seat))
        sign = "" if not rows else "+" if part.value >= 0 else "-"
        rows.append((TipRow(sign, f"{abs(part.value)}%", name, why), float(part.value)))
    rows.append((TipRow("=", f"{factor.value}%", say("factor-affinity"), kind="sum"), 0.0))
    placed = running(rows)
    low = min([factor.value, *(p.end for p in placed)]) - 20.0
    high = max(p.end for p in placed)
    crumbs = (say("sum-pressure"), f"{say('factor-affinity')} {factor.value}%")
    subtitle = say("sum-in", who=words.short(entry.seat), place=words.district(entry.district))
    return Tip(crumbs, subtitle, placed, _foot(cockpit, "4"), max(0.0, low), high)


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
            lost = entry.lost[seat]
            rows.append(
                (_change(permille(lost), -lost, say("sum-fades"), say("sum-fades-why")), float(-lost))
            )
    then = sum(amount for _, amount in rows)
    rows.append((TipRow("=", permille(int(then)), say("sum-support-then"), kind="sum"), 0.0))
    placed = running(rows)
    crumbs = (say("forecast"), say("sum-support-head", share=permille(int(then))))
    subtitle = say("sum-in", who=words.short(seat), place=words.district(district))
    return Tip(crumbs, subtitle, placed, _foot(cockpit, "6"), *extent(placed))


def scale_sum(cockpit: Cockpit, ledger: Ledger, district: District, subject: str, now: int) -> Tip:
    """Need, lean or unrest of a district after the turn: what moves it, entry by entry."""
    say, words = cockpit.say, cockpit.words
    rows = [(TipRow("", str(now), say("sum-scale-now"), words.district(district)), float(now))]
    for entry in shifts(ledger, district, subject):
        who = words.short(entry.seat) if entry.seat >= 0 else say("sum-by-itself")
        name = words.cause(entry.cause)
        rows.append((_change(str(abs(entry.amount)), entry.amount, name, who), float(entry.amount)))
    then = int(sum(amount for _, amount in rows))
    rows.append((TipRow("=", str(then), say("sum-scale-then"), kind="sum"), 0.0))
    placed = running(rows)
    crumbs = (say("forecast"), f"{say(subject)} {then}")
    return Tip(crumbs, words.district(district), placed, _foot(cockpit, "12"), *extent(placed))


# --- the purse, Legacy, Fracture ----------------------------------------------------------------


def purse_sum(cockpit: Cockpit, currency: str) -> Opening:
    """How a purse comes to next turn's amount."""
    return partial(_purse_tip, cockpit, currency)


def _purse_tip(cockpit: Cockpit, currency: str) -> Tip:
    say, words, seat = cockpit.say, cockpit.words, cockpit.seat
    base = cockpit.model.outlook.base
    ledger: Ledger = base.ledger if base is not None else ()
    now = int(getattr(cockpit.public.seats[seat], currency))
    rows = [(TipRow("", str(now), say("sum-purse-now"), words.faction(seat)), float(now))]
    for entry in ledger:
        if isinstance(entry, Paid) and entry.seat == seat:
            paid = entry.credits if currency == "credits" else entry.voice
            name = words.verb(seat, entry.verb)
            if paid:
                rows.append((_change(str(paid), -paid, name, words.district(entry.district)), float(-paid)))
        elif isinstance(entry, Earned) and entry.seat == seat and entry.currency == currency:
            source = (
                words.district(entry.district) if entry.district >= 0 else _earned_why(cockpit, entry.cause)
            )
            row = _change(str(abs(entry.amount)), entry.amount, words.cause(entry.cause), source)
            rows.append((row, float(entry.amount)))
    then = int(sum(amount for _, amount in rows))
    rows.append((TipRow("=", str(then), say("sum-purse-then"), kind="sum"), 0.0))
    placed = running(rows)
    crumbs = (say(currency), say("sum-next-turn", amount=then))
    return Tip(crumbs, say("sum-purse-about"), placed, _foot(cockpit, "11"), *extent(placed))


def _earned_why(cockpit: Cockpit, cause: str) -> str:
    return cockpit.say(f"cause-{cause.replace('_', '-')}-why")


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
        )
        sign = "+" if rows else ""
        name = say("sum-gala", gala=place + 1)
        rows.append((TipRow(sign, hundredths(score.total), name, parts), float(score.total)))
    if not rows:
        gala = cockpit.model.board.length.season_turns
        rows.append((TipRow("", "0", say("sum-no-gala"), say("next-gala", turn=gala), kind="none"), 0.0))
    rows.append((TipRow("=", hundredths(own.legacy), say("legacy"), kind="sum"), 0.0))
    placed = running(rows)
    crumbs = (words.short(seat), f"{say('legacy')} {hundredths(own.legacy)}")
    return Tip(crumbs, words.faction(seat), placed, _foot(cockpit, "11"), *extent(placed))


def fracture_sum(cockpit: Cockpit) -> Opening:
    """How torn the city is: unrest and the gap in need, as the last turn measured it."""
    return partial(_fracture_tip, cockpit)


def _fracture_tip(cockpit: Cockpit) -> Tip:
    say = cockpit.say
    entry = _measured(cockpit)
    rows: list[tuple[TipRow, float]] = []
    if entry is not None:
        for factor in entry.factors:
            sign = "+" if rows else ""
            why = say(f"fracture-{factor.name}-why")
            rows.append(
                (TipRow(sign, str(factor.value), say(f"fracture-{factor.name}"), why), float(factor.value))
            )
        left = entry.after - sum(factor.value for factor in entry.factors)
        if left:
            rows.append((TipRow("+", str(left), say("fracture-rest"), say("fracture-rest-why")), float(left)))
    value = entry.after if entry is not None else cockpit.public.fracture
    rows.append((TipRow("=", str(value), say("fracture"), kind="sum"), 0.0))
    placed = running(rows)
    when = say("fracture-now") if value == cockpit.public.fracture else say("fracture-next")
    return Tip((say("fracture"), str(value)), when, placed, _foot(cockpit, "10"), 0.0, 100.0)


def _measured(cockpit: Cockpit) -> Fractured | None:
    """The last turn's measure; in the first turn the forecast's."""
    base = cockpit.model.outlook.base
    for ledger in (cockpit.model.last_ledger(), base.ledger if base is not None else ()):
        for entry in ledger:
            if isinstance(entry, Fractured):
                return entry
    return None


# --- rows ---------------------------------------------------------------------------------------


def _change(value: str, amount: int, name: str, source: str, opens: Opening | None = None) -> TipRow:
    kind = "none" if amount == 0 else "term"
    return TipRow("+" if amount >= 0 else "-", value, name, source, kind=kind, opens=opens)  # type: ignore[arg-type]


def _total(cockpit: Cockpit, key: str, amount: int) -> TipRow:
    return TipRow("=", hundredths(amount), cockpit.say(key), "", 0.0, float(amount), "sum")


def _foot(cockpit: Cockpit, rule: str) -> tuple[str, ...]:
    return (cockpit.say("sum-rule", rule=rule), cockpit.say("sum-dotted"), cockpit.say("sum-escape"))


def trend(change: int) -> str:
    """A change a turn in words short enough for a panel."""
    return signed(change)
