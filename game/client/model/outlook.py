"""Forecasts of the slate in work, kept until slate or selection change, and worked out over several frames."""

from collections.abc import Iterator

from msgspec import Struct

from game.client.model.planning import Planning, same_slot
from game.rules.forecast import Forecast, forecast, strongest_slate
from game.rules.ids import District, Seat
from game.rules.orders import Order, Slate

Asked = tuple[int, Slate, Order | None, District | None]
"""What a forecast answers: the turn, the slate, the order looked at, the district looked at."""


class Bounds(Struct, frozen=True):
    """The own support in a district, in permille: with every rival against it, and with none."""

    floor: int
    ceiling: int


class Outlook:
    """Forecasts for a `Planning`. `refresh` starts what is missing; `step` works on it, a piece at a time.

    `base` is how the turn ends with the slate as it stands; `tried` with the order looked at, `without` without
    any order of its leader; `bounds` what rivals could make of it. Each is None until it is known.
    """

    def __init__(self, planning: Planning) -> None:
        self._planning = planning
        self._asked: Asked | None = None
        self._work: Iterator[None] = iter(())
        self.subject: Order | None = None
        self.base: Forecast | None = None
        self.tried: Forecast | None = None
        self.without: Forecast | None = None
        self.bounds: Bounds | None = None

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
        asked = (planning.public.turn, planning.slate, subject, planning.selected.district)
        if asked == self._asked:
            return False
        if self._asked is None or self._asked[:2] != asked[:2]:
            self.base = None
        self._asked, self.subject = asked, subject
        self.tried = self.without = self.bounds = None
        self._work = self._working(asked)
        return True

    def step(self) -> bool:
        """Work out the next piece; False when all is known."""
        return next(self._work, _DONE) is not _DONE

    def _working(self, asked: Asked) -> Iterator[None]:
        planning = self._planning
        if planning.public.outcome is not None or planning.seat < 0:
            return
        _, slate, subject, district = asked
        if self.base is None:
            self.base = self._play({planning.seat: slate})
            yield
        if subject is not None:
            others = tuple(order for order in slate if not same_slot(order, subject))
            slate = planning.with_order(subject)
            self.tried = self._play({planning.seat: slate})
            yield
            self.without = self._play({planning.seat: others})
            yield
        if district is not None:
            yield from self._bound(slate, district)

    def _bound(self, slate: Slate, district: District) -> Iterator[None]:
        planning = self._planning
        slates: dict[Seat, Slate] = {planning.seat: slate}
        for rival in planning.board.all_seats:
            if rival != planning.seat:
                slates[rival] = strongest_slate(planning.board, planning.public, rival, district)
                yield
        opposed = self._play(slates, with_ledger=False)
        free = self.shown
        if free is not None:
            seat = planning.seat
            own = [f.public.districts[district].support[seat] for f in (opposed, free)]
            self.bounds = Bounds(min(own), max(own))
        yield

    def _play(self, slates: dict[Seat, Slate], *, with_ledger: bool = True) -> Forecast:
        planning = self._planning
        return forecast(planning.board, planning.public, slates, with_ledger=with_ledger)


_DONE = object()
