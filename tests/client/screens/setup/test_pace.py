from datetime import datetime, timedelta, timezone

from game.client.screens.setup.pace import DAYS, LIVE, Pace, offset_of
from game.protocol.messages import Absence, Calendar


def test_each_clock_takes_only_what_belongs_to_it() -> None:
    chosen = Pace(LIVE, timer=60, bank=300, grace=30, every=8, hold=60, then="pass")
    live = chosen.terms()
    assert (live.timer, live.bank, live.grace, live.calendar) == (60, 300, 30, None)
    assert live.absence == Absence(60, "pass")
    days = Pace(
        DAYS, bank=300, every=8, utc_offset=120, active_from=8, active_to=22, weekends_off=True
    ).terms()
    assert (days.timer, days.bank, days.grace) == (None, 0, 0)
    assert days.calendar == Calendar(8, 120, 8, 22, weekends_off=True)
    assert (Pace(bank=300).terms().timer, Pace(bank=300).terms().bank) == (None, 0)


def test_only_deadlines_need_hours() -> None:
    assert Pace(LIVE, active_from=9, active_to=9).has_hours
    assert not Pace(DAYS, active_from=9, active_to=9).has_hours


def test_the_offset_is_the_machines() -> None:
    assert offset_of(datetime(2145, 1, 1, tzinfo=timezone(timedelta(hours=-3, minutes=-30)))) == -210
