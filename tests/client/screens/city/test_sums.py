from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from game.client.model.words import hundredths, permille, signed
from game.client.screens.city import sums
from game.client.screens.city.cockpit import Cockpit
from game.client.widgets.tips import Tip
from game.rules.ids import District, Seat
from game.rules.ledger import Contested, Decayed, Factor, Given, Pressed
from tests.support.rehearsals import lively, model_of, polled, rehearsed
from tests.support.stages import stage

Made = Callable[[int], Any]


@pytest.fixture
async def cockpit() -> AsyncIterator[Cockpit]:
    _, client = await rehearsed(8, lively)
    model = model_of(client)
    await polled(model, 8)
    made = Cockpit(stage(), model)
    model.planning.step_leader(1)
    made.try_verb("campaign")
    await polled(model, 4)
    yield made
    await client.__aexit__(None, None, None)


def check(tip: Tip) -> None:
    """Every sum row ends where the terms before it have come to, and every card has bars within its extent."""
    assert tip.rows[-1].kind == "sum"
    reached = 0.0
    for row in tip.rows:
        assert tip.low - 1e-6 <= row.end <= tip.high + 1e-6
        if row.kind == "sum":
            assert row.end == pytest.approx(reached, abs=1.0)
        else:
            assert row.start == pytest.approx(reached, abs=1.0)
        reached = row.end
        if row.opens is not None:
            check(row.opens())


def test_pressure_is_the_sum_of_what_the_ledger_says(cockpit: Cockpit) -> None:
    shown = cockpit.model.outlook.shown
    assert shown is not None
    for entry in shown.ledger:
        if not isinstance(entry, Contested):
            continue
        for seat in cockpit.model.board.all_seats:
            if entry.pressure[seat]:
                tip = sums.pressure_sum(cockpit, shown.ledger, entry.district, seat)
                check(tip)
                assert tip.rows[-1].value == hundredths(entry.pressure[seat])


def test_an_order_opens_into_its_factors(cockpit: Cockpit) -> None:
    shown, district = cockpit.model.outlook.tried, cockpit.model.planning.selected.district
    assert shown is not None
    assert district is not None
    pressed = next(
        e for e in shown.ledger if isinstance(e, Pressed) and e.leader >= 0 and e.district == district
    )
    rows = sums.pressure_sum(cockpit, shown.ledger, district, cockpit.seat).rows
    assert rows[0].value == hundredths(pressed.base)
    assert [row.value for row in rows if row.sign == "×"] == [f"{f.value}%" for f in pressed.factors]


def test_support_ends_at_the_forecast(cockpit: Cockpit) -> None:
    base = cockpit.model.outlook.base
    assert base is not None
    for district, now in enumerate(cockpit.public.districts):
        for seat in cockpit.model.board.all_seats:
            tip = sums.support_sum(cockpit, base.ledger, District(district), seat, now.support[seat])
            check(tip)
            assert tip.rows[-1].value == permille(base.public.districts[district].support[seat])


@pytest.mark.parametrize("subject", ["need", "lean", "unrest"])
def test_need_lean_and_unrest_end_at_the_forecast(cockpit: Cockpit, subject: str) -> None:
    base = cockpit.model.outlook.base
    assert base is not None
    for district, now in enumerate(cockpit.public.districts):
        tip = sums.scale_sum(cockpit, base.ledger, District(district), subject, getattr(now, subject))
        check(tip)
        assert tip.rows[-1].value == str(getattr(base.public.districts[district], subject))


@pytest.mark.parametrize("currency", ["credits", "voice"])
def test_the_purse_ends_at_the_forecast(cockpit: Cockpit, currency: str) -> None:
    base = cockpit.model.outlook.base
    assert base is not None
    tip = sums.purse_sum(cockpit, currency)()
    check(tip)
    assert tip.rows[-1].value == str(getattr(base.public.seats[cockpit.seat], currency))


def test_legacy_is_the_sum_of_its_galas_and_laws(cockpit: Cockpit) -> None:
    for seat in cockpit.model.board.all_seats:
        own = cockpit.public.seats[seat]
        tip = sums.legacy_sum(cockpit, seat)()
        check(tip)
        assert len(tip.rows) == 1 + len(own.galas) + (own.passed > 0)
        assert tip.rows[-1].value == hundredths(own.legacy)


def test_affinity_opens_into_what_the_ledger_says(cockpit: Cockpit) -> None:
    shown = cockpit.model.outlook.tried
    assert shown is not None
    pressed = next(
        e for e in shown.ledger if isinstance(e, Pressed) and e.leader >= 0 and e.seat == cockpit.seat
    )
    tip = sums.source_sum(cockpit, pressed)
    check(tip)
    row = next(row for row in tip.rows if row.opens is not None)
    assert row.opens is not None
    parts = row.opens().rows[:-1]
    assert [part.value for part in parts] == [f"{abs(f.value)}%" for f in pressed.factors[0].parts]


def test_a_changed_rate_of_fading_opens(cockpit: Cockpit) -> None:
    faded = Decayed(District(0), (5, 0, 1), (Factor("start", 12), Factor("old_observatory", -6)))
    tip = sums.support_sum(cockpit, (faded,), District(0), Seat(0), 400)
    row = next(row for row in tip.rows if row.opens is not None)
    assert row.opens is not None
    rate = row.opens()
    check(rate)
    assert [row.value for row in rate.rows] == ["1.2%", "0.6%", "0.6%"]


@pytest.mark.parametrize(("seat", "sign"), [(0, "-"), (1, "+")])
def test_a_gift_moves_both_purses(cockpit: Cockpit, seat: int, sign: str) -> None:
    rows = list(sums.purse_rows(cockpit, Given(Seat(seat), Seat(1 - seat), 3, 0), "credits"))
    assert [(row.sign, row.value, amount) for row, amount in rows] == [
        (sign, "3", -3.0 if sign == "-" else 3.0)
    ]


def test_figures_are_short() -> None:
    assert [hundredths(n) for n in (2100, 2150, 2149, 0, -150)] == ["21", "21.5", "21.5", "0", "-1.5"]
    assert permille(407) == "40.7"
    assert [signed(n) for n in (3, 0, -3)] == ["+3", "0", "-3"]
