"""The grid of deadlines of a match that lasts days. Integers only: milliseconds since 1970, UTC.

The grid hangs on an anchor, fixed when the match begins: the first full hour from then on that lies in the active
hours. Its points are every so many hours after the anchor; those outside the active hours or on days off are left out.
As the hours of a week repeat, the hour of the anchor comes again and again: there is always a next point. An hour is
active from its beginning on and no longer at the end of the active hours: 9 to 21 has no point at 21:00.

Every function takes a calendar whose active hours begin before they end; the lobby refuses another.
"""

from game.protocol.pace import HOUR, Calendar

_HOUR = HOUR * 1000
_HOURS_OF_A_WEEK = 168
_MONDAY = 72
"""Hours from a Monday, 00:00, to the first of January 1970, a Thursday."""
_SATURDAY = 5 * 24


def is_allowed(calendar: Calendar, moment: int) -> bool:
    """Whether a deadline may fall on this moment: in the active hours, and not on a day off."""
    hour = ((moment + _ahead(calendar)) // _HOUR + _MONDAY) % _HOURS_OF_A_WEEK
    if calendar.weekends_off and hour >= _SATURDAY:
        return False
    return calendar.active_from <= hour % 24 < calendar.active_to


def anchor_of(calendar: Calendar, begins: int) -> int:
    """What the grid of a match that begins at this moment hangs on; it is no deadline itself."""
    ahead = _ahead(calendar)
    first = -(-(begins + ahead) // _HOUR) * _HOUR - ahead
    hours = (first + hour * _HOUR for hour in range(_HOURS_OF_A_WEEK))
    return next(moment for moment in hours if is_allowed(calendar, moment))


def point_after(calendar: Calendar, anchor: int, moment: int) -> int:
    """The first point of the grid after this moment; `anchor` is from `anchor_of`."""
    step = calendar.every * _HOUR
    first = anchor + max(1, (moment - anchor) // step + 1) * step
    points = (first + number * step for number in range(_HOURS_OF_A_WEEK))
    return next(point for point in points if is_allowed(calendar, point))


def deadline_after(calendar: Calendar, anchor: int, previous: int, now: int) -> int:
    """When a turn closes that begins now, `previous` being the deadline of the one before, or the anchor.

    The first point after both. A turn that begins much too late, because the server was down, gets at least half the
    distance of two points.
    """
    half = calendar.every * _HOUR // 2
    return point_after(calendar, anchor, max(previous, now + half - 1))


def _ahead(calendar: Calendar) -> int:
    return calendar.utc_offset * 60_000
