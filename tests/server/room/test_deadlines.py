from typing import Any

import pytest

from game.protocol import messages as say
from server.room import deadlines
from server.room.image import Image
from tests.support.rooms import setup, wall

HOUR = 3_600_000
NOW = wall(0)
DAILY = say.Calendar(24, active_from=8, active_to=20)


def image(timer: int | None = None, deadline: int = 0, **settings: Any) -> Image:
    made = setup(timer=timer, **settings)
    return Image(made, 0, (), deadline=deadline, anchor=deadlines.anchor_of(made, NOW))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("timer", "calendar", "has_clock", "is_slow"),
    [
        (None, None, False, False),
        (3599, None, True, False),
        (3600, None, True, True),
        (None, DAILY, True, True),
    ],
)
def test_people_come_and_go_where_a_turn_lasts_an_hour(
    timer: int | None, calendar: say.Calendar | None, has_clock: bool, is_slow: bool
) -> None:
    made = setup(timer=timer, calendar=calendar)
    assert (deadlines.has_clock(made), deadlines.is_slow(made)) == (has_clock, is_slow)


def test_a_turn_has_its_timer_or_lasts_to_the_next_point() -> None:
    assert deadlines.of_turn(image(), NOW) == 0
    assert deadlines.of_turn(image(60), NOW) == NOW + 60_000
    assert deadlines.of_turn(image(calendar=DAILY), NOW) == NOW + 24 * HOUR
    second = image(calendar=DAILY, deadline=NOW + 24 * HOUR)
    assert deadlines.of_turn(second, NOW + HOUR) == NOW + 48 * HOUR


def test_a_turn_that_stood_still_has_all_that_was_left() -> None:
    assert deadlines.gone_on(image(60), NOW, 12_345) == NOW + 12_345
    calendar = image(calendar=DAILY)
    assert deadlines.gone_on(calendar, NOW, 24 * HOUR) == NOW + 24 * HOUR
    assert deadlines.gone_on(calendar, NOW, 24 * HOUR + 1) == NOW + 48 * HOUR


def test_more_time_is_as_much_again_or_the_next_point() -> None:
    assert deadlines.extended(image(60), NOW + 5_000) == NOW + 65_000
    assert deadlines.extended(image(calendar=DAILY), NOW + 24 * HOUR) == NOW + 48 * HOUR


def test_a_restart_leaves_time_to_come_back() -> None:
    assert deadlines.after_restart(image(60, NOW + 40_000), NOW) == NOW + 40_000
    assert deadlines.after_restart(image(60, NOW - 40_000), NOW) == NOW + 15_000
    assert deadlines.after_restart(image(5, NOW - 40_000), NOW) == NOW + 5_000


def test_a_calendar_whose_deadline_went_by_unseen_leaves_an_hour() -> None:
    assert deadlines.after_restart(image(calendar=DAILY, deadline=NOW - 1), NOW) == NOW + HOUR
    assert deadlines.after_restart(image(calendar=DAILY, deadline=NOW + HOUR // 2), NOW) == NOW + HOUR // 2
    assert deadlines.after_restart(image(calendar=DAILY, deadline=NOW + 1), NOW) == NOW + 15_000
