"""How torn the city is: the sum of Fracture, what each of its steps does, and who is to blame."""

from functools import partial

from msgspec import Struct

from game.client.model.words import hundredths
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.sums import Opening, extent, foot, running
from game.client.widgets.tips import Tip, TipRow
from game.rules.ids import Seat
from game.rules.ledger import Blamed, Fractured


class Step(Struct, frozen=True):
    """A height of Fracture from which on the rules change, and how: in words, and in few words."""

    at: int
    words: str
    short: str


def steps(cockpit: Cockpit) -> tuple[Step, ...]:
    """The steps of Fracture, the lowest first (rule 10)."""
    rule, say = cockpit.model.board.ruleset.fracture, cockpit.say
    return (
        Step(
            rule.wary_at,
            say("step-wary", amount=rule.wary_festival),
            say("step-wary-short", amount=rule.wary_festival),
        ),
        Step(
            rule.strained_at,
            say("step-strained", percent=100 - rule.strained_percent, unrest=rule.strained_unrest),
            say("step-strained-short", percent=100 - rule.strained_percent),
        ),
        Step(rule.barred_at, say("step-barred", unrest=rule.barred_unrest), say("step-barred-short")),
        Step(rule.sundered_at, say("step-sundered"), say("step-sundered")),
    )


def step_reached(cockpit: Cockpit) -> Step | None:
    """The highest step the city has come to."""
    return next((s for s in reversed(steps(cockpit)) if cockpit.public.fracture >= s.at), None)


def fracture_sum(cockpit: Cockpit) -> Opening:
    """How torn the city is: unrest and the gap in need, as the last turn measured it; its steps and the blame."""
    return partial(_fracture_tip, cockpit)


def _fracture_tip(cockpit: Cockpit) -> Tip:
    say = cockpit.say
    entry = _measured(cockpit)
    rows: list[tuple[TipRow, float]] = []
    if entry is not None:
        for factor in entry.factors:
            sign = "+" if rows else ""
            why = say(f"fracture-{factor.name}-why")
            name = say(f"fracture-{factor.name}")
            rows.append((TipRow(sign, str(factor.value), name, why), float(factor.value)))
        left = entry.after - sum(factor.value for factor in entry.factors)
        if left:
            rows.append((TipRow("+", str(left), say("fracture-rest"), say("fracture-rest-why")), float(left)))
    value = entry.after if entry is not None else cockpit.public.fracture
    rows.append((TipRow("=", str(value), say("fracture"), kind="sum"), 0.0))
    placed = running(rows)
    when = say("fracture-now") if value == cockpit.public.fracture else say("fracture-next")
    more = (*placed, *_step_rows(cockpit), _blame_row(cockpit))
    return Tip((say("fracture"), str(value)), when, more, foot(cockpit, "10"), 0.0, 100.0)


def _step_rows(cockpit: Cockpit) -> list[TipRow]:
    """Each step with what it does; those that are passed stand on the card as they are, the others dimmed."""
    now, rows = cockpit.public.fracture, []
    thanks = {rule.fracture: rule.times for rule in cockpit.model.board.ruleset.thanks}
    for step in steps(cockpit):
        passed = now >= step.at
        source = cockpit.say("step-passed") if passed else cockpit.say("step-ahead", left=step.at - now)
        if step.at in thanks:
            source = cockpit.say("step-thanks", source=source, times=thanks[step.at])
        kind = "term" if passed else "none"
        rows.append(TipRow("", str(step.at), step.words, source, 0.0, float(step.at), kind))  # type: ignore[arg-type]
    return rows


def _blame_row(cockpit: Cockpit) -> TipRow:
    say = cockpit.say
    opens = partial(blame_tip, cockpit)
    return TipRow("", "", say("blame"), say("blame-why"), kind="note", opens=opens)


def blame_tip(cockpit: Cockpit) -> Tip:
    """The blame record: unrest each seat caused, the least blamed first, and what last turn added."""
    say, public = cockpit.say, cockpit.public
    order = sorted(cockpit.model.board.all_seats, key=lambda seat: (public.seats[seat].blame, seat))
    rows = []
    for seat in order:
        blame = public.seats[seat].blame
        source = say("blame-added", amount=hundredths(_added(cockpit, seat)))
        name = cockpit.words.faction(seat)
        kind = "term" if blame else "none"
        rows.append(TipRow("", hundredths(blame), name, source, 0.0, float(blame), kind))  # type: ignore[arg-type]
    low, high = extent(rows)
    return Tip(
        (say("fracture"), say("blame")), say("blame-about"), tuple(rows), foot(cockpit, "10"), low, high
    )


def _added(cockpit: Cockpit, seat: Seat) -> int:
    ledger = cockpit.model.last_ledger()
    own = (e for e in ledger if isinstance(e, Blamed) and e.seat == seat)
    return sum(entry.amount for entry in own if entry.amount > 0)


def _measured(cockpit: Cockpit) -> Fractured | None:
    """The last turn's measure; in the first turn the forecast's."""
    base = cockpit.model.outlook.base
    for ledger in (cockpit.model.last_ledger(), base.ledger if base is not None else ()):
        for entry in ledger:
            if isinstance(entry, Fractured):
                return entry
    return None
