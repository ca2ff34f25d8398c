"""The clock in the bar: seconds, with the bank below; a deadline with its date; standing still; or none."""

from datetime import datetime
from math import ceil

from game.client.screens.base import Say
from game.client.screens.city.cockpit import Cockpit
from game.client.screens.city.pen import Pen
from game.client.screens.terms_words import left_words
from game.client.theme import Style

LOW = 15
"""Seconds from which on the clock is shown as urgent."""
LOW_DAYS = 2 * 3600
"""The same in a match of days."""
ROOM = 84
"""Design width of the words."""


def draw_clock(cockpit: Cockpit, pen: Pen, x: float) -> None:
    """Draw it with its icon at x; nothing of a clock that one is not told of."""
    company = cockpit.model.company
    left = company.seconds_left()
    if left is None and company.has_clock:
        return  # the match is over, or one sees it later than its clock runs
    pen.icon(
        x, 26, "pause" if company.is_paused else "clock", 22, "attention" if company.is_paused else "soft"
    )
    if left is None:
        pen.text(x + 17, 26, cockpit.say("no-clock"), Style.PLAIN_14, "dim")
        return
    deadline = company.deadline(cockpit.stage.wall())
    if deadline is not None:
        _days(cockpit, pen, x + 17, (left, deadline))
    else:
        _seconds(cockpit, pen, x + 16, left)


def _days(cockpit: Cockpit, pen: Pen, x: float, end: tuple[float, datetime]) -> None:
    """The date, and roughly how long that is."""
    left, deadline = end
    ink = "loss" if left < LOW_DAYS else "text"
    date = date_words(deadline, cockpit.stage.wall(), cockpit.stage.say)
    pen.text(x, 17, pen.fit(date, ROOM, Style.STRONG_15), Style.STRONG_15, ink)
    rough = left_words(int(left * 1000), cockpit.stage.say)
    pen.text(x, 36, pen.fit(rough, ROOM, Style.PLAIN_14), Style.PLAIN_14, "soft")


def _seconds(cockpit: Cockpit, pen: Pen, x: float, left: float) -> None:
    """The time left; with a bank that below, and in overtime the bank alone, which runs down."""
    company = cockpit.model.company
    bank = company.bank_left(cockpit.seat)
    if company.in_overtime:
        shown = left if bank is None or cockpit.model.is_waiting() else bank
        pen.text(x, 19, figure(shown, cockpit), Style.NUMBER, "loss")
        pen.text(x, 41, pen.fit(cockpit.say("overtime"), ROOM, Style.STRONG_14), Style.STRONG_14, "loss")
        return
    ink = "attention" if company.is_paused else "loss" if left < LOW else "text"
    if bank is None:
        pen.text(x, 26, figure(left, cockpit), Style.NUMBER, ink)
        return
    pen.text(x, 19, figure(left, cockpit), Style.NUMBER, ink)
    words = cockpit.say("bank", left=figure(bank, cockpit))
    pen.text(x, 41, pen.fit(words, ROOM, Style.PLAIN_14), Style.PLAIN_14, "soft")


def figure(seconds: float, cockpit: Cockpit) -> str:
    """`01:12`, or hours where it is long."""
    whole = ceil(seconds)
    if whole >= 3600:
        return cockpit.say("hours", hours=whole // 3600)
    return f"{whole // 60:02}:{whole % 60:02}"


def date_words(moment: datetime, now: datetime, say: Say) -> str:
    """`today 18:00`, `Tue 18:00`, or with the date where it is a week and more."""
    time = f"{moment:%H:%M}"
    days = (moment.date() - now.date()).days
    if days == 0:
        return say("city-today", time=time)
    if days < 7:
        return say("city-weekday", day=moment.isoweekday(), time=time)
    return say("city-date", month=moment.month, day=moment.day, time=time)
