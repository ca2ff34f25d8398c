"""The time bank: what runs down when a turn's own time is up. Milliseconds of the monotonic clock."""

from game.rules.ids import Seat
from server.room import attendance
from server.room.core import Core
from server.room.image import Image


def full_banks(image: Image) -> tuple[int, ...]:
    """What each seat may use up in the whole match; nothing is written where there are no banks."""
    bank = image.setup.bank * 1000
    return tuple(bank if seat.is_person else 0 for seat in image.seats) if bank else ()


def spending(image: Image) -> tuple[Seat, ...]:
    """The seats for whose banks a turn goes on: people who are waited for and have something left."""
    return tuple(seat for seat in attendance.waited_for(image) if image.banks and image.banks[seat])


class Banks:
    """Which banks run down, and since when; the image has them as they were then."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._spending: tuple[Seat, ...] = ()
        self._since = 0

    @property
    def longest(self) -> int:
        """How long a turn goes on if from now on nobody gets ready."""
        return max((self._core.image.banks[seat] for seat in spending(self._core.image)), default=0)

    @property
    def have_others(self) -> bool:
        """Whether other seats would spend now than those that do."""
        return self._core.image.overtime and spending(self._core.image) != self._spending

    def run(self, since: int) -> None:
        """From this moment on the banks run down of all who are waited for."""
        self._spending, self._since = spending(self._core.image), since

    def stop(self) -> None:
        """Nothing runs down any more; what was left is in the image already."""
        self._spending = ()

    def at(self, moment: int) -> tuple[int, ...]:
        """What each seat has left at this moment."""
        elapsed = max(0, moment - self._since)
        banks = self._core.image.banks
        return tuple(max(0, bank - elapsed) if n in self._spending else bank for n, bank in enumerate(banks))
