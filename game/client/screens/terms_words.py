"""How a match with others is played, in words: the set-up, the lists, the room and the city say it alike."""

from datetime import datetime, timedelta

from game.client.launcher import Terms
from game.client.screens.base import Say
from game.protocol.messages import Calendar, RoomInfo

MINUTE, HOUR, DAY = 60, 3600, 86400


def span_words(seconds: int, say: Say) -> str:
    """A length of time: `90` is `1 minute 30`."""
    if seconds >= 2 * DAY and seconds % DAY == 0:
        return say("terms-days", count=seconds // DAY)
    if seconds >= HOUR and seconds % HOUR == 0:
        return say("terms-hours", count=seconds // HOUR)
    if seconds < MINUTE:
        return say("terms-seconds", count=seconds)
    if seconds % MINUTE == 0:
        return say("terms-minutes", count=seconds // MINUTE)
    return say("terms-minutes-seconds", minutes=seconds // MINUTE, seconds=seconds % MINUTE)


def left_words(milliseconds: int, say: Say) -> str:
    """How long is left, roughly: in the largest unit of which there are two."""
    seconds = max(0, milliseconds // 1000)
    for unit, key in ((DAY, "terms-days"), (HOUR, "terms-hours"), (MINUTE, "terms-minutes")):
        if seconds >= 2 * unit:
            return say(key, count=seconds // unit)
    return say("terms-seconds", count=seconds)


def clock_words(terms: Terms | RoomInfo, say: Say, now: datetime) -> str:
    """By which clock it is played; hours are those of `now`'s time zone."""
    if terms.calendar is not None:
        return _calendar_words(terms.calendar, say, now)
    if terms.timer is None:
        return say("terms-no-clock")
    turn = say("terms-turn", span=span_words(terms.timer, say))
    return say("terms-bank", turn=turn, span=span_words(terms.bank, say)) if terms.bank else turn


def _calendar_words(calendar: Calendar, say: Say, now: datetime) -> str:
    words = say("terms-days-turn", span=span_words(calendar.every * HOUR, say))
    if calendar.active_to - calendar.active_from < 24:
        start, end = (_here(hour, calendar, now) for hour in (calendar.active_from, calendar.active_to))
        words = say("terms-days-hours", turn=words, start=start, end=end)
    return say("terms-days-weekends", turn=words) if calendar.weekends_off else words


def _here(hour: int, calendar: Calendar, now: datetime) -> str:
    """An hour of the calendar's clock by the clock of `now`."""
    moved = timedelta(hours=hour, minutes=-calendar.utc_offset) + (now.utcoffset() or timedelta())
    minutes = int(moved.total_seconds()) // MINUTE % (24 * 60)
    return f"{minutes // 60}:{minutes % 60:02}"


def absence_words(terms: Terms | RoomInfo, say: Say) -> str:
    """What becomes of the seat of somebody who is gone."""
    if terms.calendar is not None:
        return say("terms-absence-days", then=terms.absence.then)
    return say("terms-absence", then=terms.absence.then, span=span_words(terms.absence.hold, say))


def delay_words(delay: int | None, say: Say) -> str:
    """Whether there are spectators, and how late they see it."""
    return say("terms-no-spectators") if delay is None else say("terms-delay", turns=delay)


def language_words(language: str, say: Say) -> str:
    """The language of a room."""
    return say("terms-language", language=language) if language else say("terms-any-language")
