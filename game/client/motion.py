"""Movement as a function of time. Time comes in as seconds of any steady clock; nothing here reads one."""

from typing import Final

import msgspec

PANEL_SECONDS: Final = 0.120
COUNT_SECONDS: Final = 0.300
REACH_DELAY_SECONDS: Final = 0.080
CAMERA_SECONDS: Final = 0.400
PULSE_SECONDS: Final = 2.0


def ease_out(t: float) -> float:
    """Quick start, soft end, no bounce: 0 at 0 and 1 at 1; what lies outside is held."""
    held = min(1.0, max(0.0, t))
    return 1.0 - (1.0 - held) ** 3


def ease_in_out(t: float) -> float:
    """Soft start and soft end: 0 at 0 and 1 at 1; what lies outside is held."""
    held = min(1.0, max(0.0, t))
    return held * held * (3.0 - 2.0 * held)


class Tween(msgspec.Struct, frozen=True):
    """A number on its way. A tween of 0 seconds has arrived from the start (reduced motion)."""

    start: float
    end: float
    begun: float = 0.0
    seconds: float = COUNT_SECONDS

    def share(self, now: float) -> float:
        """How much of the time has passed, 0..1."""
        return 1.0 if self.seconds <= 0 else min(1.0, max(0.0, (now - self.begun) / self.seconds))

    def at(self, now: float) -> float:
        """The number at the time `now`."""
        share = self.share(now)
        return self.end if share >= 1.0 else self.start + (self.end - self.start) * ease_out(share)

    def is_done(self, now: float) -> bool:
        """Whether it has arrived."""
        return self.share(now) >= 1.0

    def towards(self, end: float, now: float, seconds: float | None = None) -> "Tween":
        """A new tween from where this one stands at `now` to `end`."""
        return Tween(self.at(now), end, now, self.seconds if seconds is None else seconds)


def resting(value: float) -> Tween:
    """A tween that stands still at `value`."""
    return Tween(value, value, 0.0, 0.0)


def pulse(now: float, seconds: float = PULSE_SECONDS) -> float:
    """A slow swing between 0 and 1 and back, once in `seconds`."""
    phase = (now % seconds) / seconds
    return ease_in_out(1.0 - abs(2.0 * phase - 1.0))
