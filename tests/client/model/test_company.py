from datetime import timedelta

from game.protocol import messages as say
from game.protocol.messages import Absence, Calendar
from game.rules.ids import Seat
from tests.support.lobby import NOON
from tests.support.rehearsals import model_of, polled, rehearsed


async def test_who_is_absent_is_neither_waited_for_nor_asked() -> None:
    link, client = await rehearsed()
    model = model_of(client)
    company = model.company
    link.change_room(absence=Absence(60, "substitute"))
    link.change_chair(Seat(1), absent=True)
    link.change_chair(Seat(2), player="greedy")
    await polled(model)
    assert company.people() == (0, 1)
    assert company.voters() == (0,)
    assert [company.is_waited_for(Seat(seat)) for seat in range(3)] == [True, False, True]
    link.change_chair(Seat(1), substitute="Zoe")
    await polled(model)
    assert company.is_waited_for(Seat(1))
    assert not company.may_be_cared_for
    await client.__aexit__(None, None, None)


async def test_a_substitute_knows_for_whom() -> None:
    link, client = await rehearsed()
    model = model_of(client)
    assert model.company.stands_in_for == ""
    link.change_chair(Seat(0), name="Mirela", absent=True, substitute="Ada")
    await polled(model)
    assert model.company.stands_in_for == "Mirela"
    link.tell(say.TakenOver("rehearsal"))
    await polled(model)
    assert model.departure is not None
    assert model.departure.stood_in_for == "Mirela"
    assert model.company.chair(Seat(0)) is None
    await client.__aexit__(None, None, None)


async def test_a_deadline_is_a_date_while_the_clock_runs() -> None:
    link, client = await rehearsed()
    model = model_of(client)
    company = model.company
    had = company.has_clock
    link.change_room(calendar=Calendar(24))
    link.set_clock(3_600_000)
    await polled(model)
    deadline = company.deadline(NOON)
    assert deadline is not None
    assert timedelta(minutes=59) < deadline - NOON <= timedelta(hours=1)
    assert (had, company.has_clock) == (False, True)
    link.set_clock(3_600_000, paused=True)
    await polled(model)
    assert company.is_paused
    assert company.deadline(NOON) is None
    await client.__aexit__(None, None, None)


async def test_only_the_bank_of_who_is_not_ready_runs_down() -> None:
    link, client = await rehearsed()
    model = model_of(client)
    company = model.company
    assert company.bank_left(Seat(0)) is None
    link.set_clock(1000, banks=(60_000, 60_000, 60_000))
    await polled(model)
    assert company.bank_left(Seat(0)) == 60.0
    before = company.in_overtime
    link.set_clock(60_000, overtime=True, banks=(60_000, 0, 60_000))
    link.tell(say.Readiness("rehearsal", 1, (False, False, True)))
    await polled(model)
    assert (before, company.in_overtime) == (False, True)
    own, empty, ready = (company.bank_left(Seat(seat)) for seat in range(3))
    assert own is not None
    assert own < 60.0
    assert (empty, ready) == (0.0, 60.0)
    await client.__aexit__(None, None, None)
