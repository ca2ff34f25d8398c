"""When a turn closes, by the timer or the calendar of a room. Milliseconds of the wall clock; pure."""

from game.protocol.pace import HOUR
from server.room import calendar
from server.room.image import Image, Setup

LEAST_AFTER_RESTART = 15_000
"""Milliseconds a turn still has at least after the server was down: enough to come back."""

LEAST_OF_DAYS = HOUR * 1000
"""Milliseconds for a turn by the calendar whose deadline passed while the server was down: nobody sits and waits."""


def has_clock(setup: Setup) -> bool:
    """Whether turns close by themselves."""
    return setup.timer is not None or setup.calendar is not None


def is_slow(setup: Setup) -> bool:
    """Whether people come and go between turns: with a calendar, or an hour and more for a turn."""
    return setup.calendar is not None or (setup.timer is not None and setup.timer >= HOUR)


def anchor_of(setup: Setup, begins: int) -> int:
    """What the deadlines of a match that begins now hang on; 0 without a calendar."""
    return 0 if setup.calendar is None else calendar.anchor_of(setup.calendar, begins)


def of_turn(image: Image, now: int) -> int:
    """When the turn closes that begins now; the image has the deadline before. 0 without a clock."""
    setup = image.setup
    if setup.calendar is not None:
        previous = image.deadline or image.anchor
        return calendar.deadline_after(setup.calendar, image.anchor, previous, now)
    return 0 if setup.timer is None else now + setup.timer * 1000


def gone_on(image: Image, now: int, left: int) -> int:
    """When a turn closes that stood still with so much left; never earlier than that."""
    if image.setup.calendar is None:
        return now + left
    return calendar.point_after(image.setup.calendar, image.anchor, now + left - 1)


def extended(image: Image, deadline: int) -> int:
    """The deadline of a turn that gets as much time again, or the calendar's next point."""
    if image.setup.calendar is not None:
        return calendar.point_after(image.setup.calendar, image.anchor, deadline)
    return deadline + (image.setup.timer or 0) * 1000


def after_restart(image: Image, now: int) -> int:
    """The turn's deadline as it was, but late enough that people can come back."""
    setup = image.setup
    if setup.calendar is not None and image.deadline <= now:
        return now + LEAST_OF_DAYS
    least = LEAST_AFTER_RESTART if setup.timer is None else min(LEAST_AFTER_RESTART, setup.timer * 1000)
    return max(image.deadline, now + least)
