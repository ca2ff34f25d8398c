"""What is chosen about time, absence and guests when a match is played with others, as plain values."""

from datetime import datetime, timedelta
from typing import Final

import msgspec

from game.client.launcher import Terms
from game.protocol.messages import ANY_LANGUAGE, Absence, Absentee, Calendar

NO_CLOCK: Final = "none"
LIVE: Final = "live"
DAYS: Final = "days"
CLOCKS: Final = (NO_CLOCK, LIVE, DAYS)
"""Without a clock; seconds a turn; hours a turn, with deadlines."""
TIMERS: Final = (30, 60, 90, 120, 180, 300, 600)
"""Seconds a turn."""
BANKS: Final = (0, 60, 120, 300, 600, 1200)
"""Seconds a seat may use up beyond its turns in the whole match."""
GRACES: Final = (0, 15, 30, 60, 120)
"""Seconds a turn waits once for somebody whose connection has just dropped."""
HOURS: Final = (1, 2, 4, 8, 12, 24, 48, 72, 168)
"""Hours a turn."""
HOLDS: Final = (30, 60, 120, 300, 600, 1800)
"""Seconds a seat waits for somebody who is gone."""
ABSENTEES: Final[tuple[Absentee, ...]] = ("caretaker", "substitute", "pass")
DELAYS: Final[tuple[int | None, ...]] = (None, 0, 1, 2, 3, 6, 12)
"""Turns after which spectators see what happens; None for no spectators."""
LANGUAGES: Final = (
    ANY_LANGUAGE,
    "en",
    "de",
    "es",
    "fr",
    "it",
    "ja",
    "ko",
    "nl",
    "pl",
    "pt",
    "ru",
    "tr",
    "zh",
)
"""Languages a room can be in."""


class Pace(msgspec.Struct, frozen=True):
    """How a room is played. `timer`, `bank` and `grace` count with the live clock, `every` and what follows with days.

    `utc_offset` is how many minutes this machine's clock is ahead of UTC.
    """

    clock: str = NO_CLOCK
    timer: int = 90
    bank: int = 0
    grace: int = 15
    every: int = 24
    active_from: int = 0
    active_to: int = 24
    weekends_off: bool = False
    utc_offset: int = 0
    hold: int = 120
    then: Absentee = "caretaker"
    delay: int | None = 0
    password: str = ""
    language: str = ANY_LANGUAGE
    public: bool = True
    webhook: str = ""

    @property
    def has_hours(self) -> bool:
        """Whether some hour of a day can have a deadline in it."""
        return self.clock != DAYS or self.active_from < self.active_to

    def terms(self) -> Terms:
        """What a server is asked for."""
        live = self.clock == LIVE
        return Terms(
            timer=self.timer if live else None,
            bank=self.bank if live else 0,
            grace=self.grace if live else 0,
            calendar=self._calendar() if self.clock == DAYS else None,
            absence=Absence(self.hold, self.then),
            delay=self.delay,
            password=self.password,
            language=self.language,
            public=self.public,
            webhook=self.webhook.strip(),
        )

    def _calendar(self) -> Calendar:
        return Calendar(self.every, self.utc_offset, self.active_from, self.active_to, self.weekends_off)


def offset_of(now: datetime) -> int:
    """How many minutes the clock of `now` is ahead of UTC."""
    return int((now.utcoffset() or timedelta()).total_seconds()) // 60
