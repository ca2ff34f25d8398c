from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.protocol.pace import HOUR, Calendar
from server.room.calendar import anchor_of, deadline_after, is_allowed, point_after

STEP = HOUR * 1000


def ms(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()) * 1000


def told(moment: int) -> str:
    return datetime.fromtimestamp(moment / 1000, UTC).strftime("%a %d %H:%M")


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    first = draw(st.integers(0, 23))
    return Calendar(
        draw(st.integers(1, 168)),
        draw(st.integers(-840, 840)),
        first,
        draw(st.integers(first + 1, 24)),
        draw(st.booleans()),
    )


MOMENTS = st.integers(1_700_000_000_000, 1_900_000_000_000)
SPANS = st.integers(0, 60 * 24 * STEP)


def allowed_by_the_calendar_on_the_wall(calendar: Calendar, moment: int) -> bool:
    here = datetime.fromtimestamp(moment / 1000, UTC) + timedelta(minutes=calendar.utc_offset)
    free = calendar.weekends_off and here.isoweekday() > 5
    return calendar.active_from <= here.hour < calendar.active_to and not free


@given(calendars(), MOMENTS)
def test_hours_and_days_are_those_of_the_calendar_on_the_wall(calendar: Calendar, moment: int) -> None:
    assert is_allowed(calendar, moment) == allowed_by_the_calendar_on_the_wall(calendar, moment)


@given(calendars(), MOMENTS, SPANS)
def test_points_rise_are_on_the_grid_and_never_at_forbidden_hours(
    calendar: Calendar, begins: int, later: int
) -> None:
    anchor = anchor_of(calendar, begins)
    first = point_after(calendar, anchor, begins + later)
    second = point_after(calendar, anchor, first)
    assert begins <= anchor
    assert begins + later < first < second
    assert (anchor < first, (first - anchor) % (calendar.every * STEP)) == (True, 0)
    assert is_allowed(calendar, first)
    assert is_allowed(calendar, second)


@given(calendars(), MOMENTS, SPANS)
def test_no_point_is_left_out_without_need(calendar: Calendar, begins: int, later: int) -> None:
    anchor = anchor_of(calendar, begins)
    found = point_after(calendar, anchor, begins + later)
    step = calendar.every * STEP
    skipped = range(found - step, max(anchor, begins + later), -step)
    assert not any(is_allowed(calendar, point) for point in skipped)


@given(calendars(), MOMENTS, st.lists(st.integers(0, 100), max_size=12))
def test_turns_that_end_early_neither_move_the_grid_nor_shorten_a_later_turn(
    calendar: Calendar, begins: int, parts: list[int]
) -> None:
    """Turn by turn, however much of each was used: the deadlines are the points of the grid, one after another."""
    anchor = anchor_of(calendar, begins)
    now, deadline, point = begins, anchor, anchor
    for part in parts:
        deadline = deadline_after(calendar, anchor, deadline, now)
        point = point_after(calendar, anchor, point)
        assert deadline == point
        assert deadline - now >= calendar.every * STEP - HOUR * 1000
        now += (deadline - now) * part // 100


@given(calendars(), MOMENTS, SPANS)
def test_a_turn_that_begins_too_late_gets_half_a_step_at_least(
    calendar: Calendar, begins: int, late: int
) -> None:
    anchor = anchor_of(calendar, begins)
    previous = deadline_after(calendar, anchor, anchor, begins)
    now = previous + late
    deadline = deadline_after(calendar, anchor, previous, now)
    assert deadline > previous
    assert deadline - now >= calendar.every * STEP // 2


@pytest.mark.parametrize(
    ("calendar", "begins", "points"),
    [
        (Calendar(24), "2026-11-02 14:37", ["Tue 03 15:00", "Wed 04 15:00", "Thu 05 15:00"]),
        (Calendar(12, 0, 9, 21), "2026-11-02 22:10", ["Wed 04 09:00", "Thu 05 09:00", "Fri 06 09:00"]),
        (Calendar(24, 0, 9, 21, True), "2026-11-06 20:30", ["Tue 10 09:00", "Wed 11 09:00", "Thu 12 09:00"]),
        (Calendar(24, 60, 9, 21, True), "2026-11-05 10:00", ["Fri 06 10:00", "Mon 09 10:00", "Tue 10 10:00"]),
        (Calendar(168), "2026-11-02 08:00", ["Mon 09 08:00", "Mon 16 08:00", "Mon 23 08:00"]),
        (Calendar(8, 330, 8, 20), "2026-11-02 06:40", ["Tue 03 07:30", "Wed 04 07:30", "Thu 05 07:30"]),
    ],
)
def test_points_as_one_would_write_them_down(calendar: Calendar, begins: str, points: list[str]) -> None:
    anchor = anchor_of(calendar, ms(begins))
    moments = [anchor]
    for _ in points:
        moments.append(point_after(calendar, anchor, moments[-1]))
    assert [told(moment) for moment in moments[1:]] == points
