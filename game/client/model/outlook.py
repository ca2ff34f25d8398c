"""Forecasts of the slate in work, kept until slate or selection change, and worked out over several frames."""

from collections.abc import Iterator

from game.client.model.pencil import Pencil
from game.client.model.planning import Planning, same_slot
from game.rules.forecast import Forecast, Range, forecast, support_range
from game.rules.ids import District, Seat
from game.rules.orders import Order, Slate

Asked = tuple[int, Slate, int, Order | None, District | None]
"""What a forecast answers: the turn, the slate, the version of what is pencilled in, the order looked at, the
district looked at."""


class Outlook:
    """Forecasts for a `Planning`. `refresh` starts what is missing; `step` works on it, a piece at a time.

    `base` is how the turn ends with the slate as it stands; `tried` with the order looked at, `without` without
    any order of its leader; `bounds` what rivals could make of it. Each is None until it is known. Rivals do what
    `pencil` says, by default nothing.
    """

    def __init__(self, planning: Planning) -> None:
        self._planning = planning
        self.pencil = Pencil(planning)
        self.version = 0
        """Rises whenever there is something else to show."""
        self._asked: Asked | None = None
        self._work: Iterator[None] = iter(())
        self.subject: Order | None = None
        self.base: Forecast | None = None
        self.tried: Forecast | None = None
        self.without: Forecast | None = None
        self.bounds: Range | None = None

    @property
    def shown(self) -> Forecast | None:
        """The forecast with the order looked at, else the one of the slate."""
        return self.tried or self.base

    def refresh(self) -> bool:
        """Forget what no longer fits and begin anew; True if anything was dropped."""
        planning = self._planning
        subject = planning.subject()
        if subject is not None and subject not in planning.slate and planning.faults_of(subject):
            subject = None
        pencilled = self.pencil.version
        asked = (planning.public.turn, planning.slate, pencilled, subject, planning.selected.district)
        if asked == self._asked:
            return False
        if self._asked is None or self._asked[:3] != asked[:3]:
            self.base = None
        self._asked, self.subject = asked, subject
        self.tried = self.without = self.bounds = None
        self._work = self._working(asked)
        self.version += 1
        return True

    def step(self) -> bool:
        """Work out the next piece; False when all is known."""
        return next(self._work, _DONE) is not _DONE

    def _working(self, asked: Asked) -> Iterator[None]:
        planning = self._planning
        if planning.public.outcome is not None or planning.seat < 0:
            return
        _, slate, _, subject, district = asked
        rivals = self.pencil.slates
        if self.base is None:
            self.base = self._play({**rivals, planning.seat: slate})
            self.version += 1
            yield
        if subject is not None:
            others = tuple(order for order in slate if not same_slot(order, subject))
            slate = planning.with_order(subject)
            self.tried = self._play({**rivals, planning.seat: slate})
            self.version += 1
            yield
            self.without = self._play({**rivals, planning.seat: others})
            self.version += 1
            yield
        if district is not None:
            board, public, seat = planning.board, planning.public, planning.seat
            self.bounds = yield from support_range(board, public, seat, slate, district, rivals)
            self.version += 1
            yield

    def _play(self, slates: dict[Seat, Slate]) -> Forecast:
        planning = self._planning
        return forecast(planning.board, planning.public, slates)


_DONE = object()
