"""The time a turn has: when it closes, what lengthens it or stops it, and what is told of that.

The monotonic clock decides; wall time is what the image keeps of it, so that a restart finds the turn as it was.
"""

from typing import Any

from msgspec.structs import replace

from game.protocol import messages as say
from game.rules.ids import Seat
from server.room import attendance, deadlines, overtime
from server.room.core import Core, Effects
from server.room.effects import Member, Send, StartTimer, Store
from server.room.image import ClockSet
from server.room.overtime import Banks


class Timing:
    """The clock of a room. It says when time is up; what happens then is the turns' business."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._banks = Banks(core)
        self._closes: int | None = None
        self._drops: dict[Seat, int] = {}
        self._graced = 0

    # --- questions ------------------------------------------------------------------------------

    @property
    def is_kept(self) -> bool:
        """Whether turns close by themselves in this room."""
        return deadlines.has_clock(self._core.image.setup)

    @property
    def runs(self) -> bool:
        """Whether there is a deadline, and the clock does not stand still."""
        return self._closes is not None

    @property
    def is_paused(self) -> bool:
        """Whether the clock stands still until somebody lets it go on."""
        return self._core.image.paused_left is not None

    def is_up(self, now: int) -> bool:
        """Whether the turn's time is over: from this very millisecond on, whatever comes is late."""
        return self._closes is not None and now >= self._closes

    def left(self, now: int) -> int | None:
        """Milliseconds left of the turn, never below 0; None where there is no deadline."""
        return self._core.image.paused_left if self._closes is None else max(0, self._closes - now)

    # --- a turn begins --------------------------------------------------------------------------

    def set(self, now: int) -> None:
        """Write the deadline of the turn that begins into the image, which is stored next."""
        core = self._core
        banks = self._banks_at(now) or overtime.full_banks(core.image)
        self._banks.stop()
        self._closes = None
        anchor = core.image.anchor or deadlines.anchor_of(core.image.setup, core.wall(now))
        core.image = replace(core.image, banks=banks, anchor=anchor)
        if core.image.phase != say.PLAYING:
            core.image = replace(core.image, deadline=0, paused_left=None, held=False)
        elif self.is_kept and attendance.players(core.image):
            core.image = replace(core.image, **self._whole_turn(now))
        else:
            core.image = replace(core.image, deadline=0)

    def started(self, now: int) -> Effects:
        """What is to be done about the deadline, once it is stored."""
        return [] if self.left(now) is None else [*self._timer(now), self._core.to_all(self._said(now))]

    def restore(self, now: int) -> Effects:
        """The room is back, and its clock goes on; what was stored without a deadline gets a whole turn."""
        core, wall = self._core, self._core.wall(now)
        if not self.is_kept or self.is_paused or not core.image.deadline:
            return self.follow(now)
        if core.image.overtime:
            return self._restore_overtime(now)
        deadline = deadlines.after_restart(core.image, wall)
        self._closes = now + deadline - wall
        return self.started(now) if deadline == core.image.deadline else self._changed(now, deadline=deadline)

    def _restore_overtime(self, now: int) -> Effects:
        """Banks ran down while the server was away, but leave enough to come back."""
        core = self._core
        least = [min(bank, deadlines.LEAST_AFTER_RESTART) for bank in core.image.banks]
        began = core.image.deadline - self._banks.longest
        self._banks.run(now - max(0, core.wall(now) - began))
        return self._run_down(now, tuple(map(max, self._banks.at(now), least)), now)

    def _whole_turn(self, now: int) -> dict[str, int | None]:
        """The clock of a turn that begins now; it may begin paused."""
        image, wall = self._core.image, self._core.wall(now)
        deadline = deadlines.of_turn(image, wall)
        if self.is_paused or image.held:
            return {"deadline": deadline, "paused_left": deadline - wall}
        self._closes = now + deadline - wall
        return {"deadline": deadline}

    # --- who is waited for ----------------------------------------------------------------------

    def follow(self, now: int) -> Effects:
        """Others are waited for than before: other banks run down, the clock stops without anybody or starts anew."""
        image = self._core.image
        if not self.is_kept or self.is_paused or image.phase != say.PLAYING:
            return []
        if not attendance.players(image):
            return self._halt(now) if self.runs else []
        if not self.runs:
            return self._changed(now, **self._whole_turn(now))
        if self._banks.have_others and not self.is_up(now):
            return self._run_down(now, self._banks.at(now), now)
        return []

    def _halt(self, now: int) -> Effects:
        """The match waits for somebody to return: it never plays itself to the end."""
        banks = self._banks_at(now)
        self._banks.stop()
        self._closes = None
        return self._changed(now, deadline=0, banks=banks, overtime=False)

    def dropped(self, seat: Seat, now: int) -> None:
        """The connection of a seat is gone."""
        self._drops[seat] = now

    def arrived(self, seat: Seat) -> None:
        """The seat has a connection again."""
        self._drops.pop(seat, None)

    # --- the time is up -------------------------------------------------------------------------

    def more(self, now: int) -> Effects:
        """The turn's own time is up, but it goes on: for a connection just lost, or by the banks. Empty if not."""
        image, closes = self._core.image, self._closes
        if closes is None or now < closes or image.overtime:
            return []
        graced = self._end_of_grace(closes)
        if graced > closes:
            self._graced, self._closes = self._core.turn, graced
            return self._changed(now, deadline=image.deadline + graced - closes)
        return self._run_down(closes, image.banks, now) if overtime.spending(image) else []

    def _end_of_grace(self, closes: int) -> int:
        """Once a turn, whoever lost the connection shortly before its end has so long to come back."""
        image = self._core.image
        if self._graced == self._core.turn:
            return closes
        waited, grace = attendance.waited_for(image), image.setup.grace * 1000
        return max([closes, *(at + grace for seat, at in self._drops.items() if seat in waited)])

    def _run_down(self, since: int, banks: tuple[int, ...], now: int, **changes: Any) -> Effects:
        """From a moment, which may be past, these are the banks, and those of all who are waited for run down."""
        core = self._core
        core.image = replace(core.image, banks=banks)
        self._banks.run(since)
        self._closes = since + self._banks.longest
        return self._changed(now, deadline=core.wall(self._closes), overtime=True, **changes)

    def _banks_at(self, now: int) -> tuple[int, ...]:
        """What the banks hold; none runs down beyond the end of the turn."""
        return self._core.image.banks if self._closes is None else self._banks.at(min(now, self._closes))

    # --- by agreement, or by those who run the server -------------------------------------------

    def pause(self, now: int, *, held: bool = False) -> Effects:
        """The clock stands still; `held`: those who run the server want it, and only they let it go on."""
        if self._closes is None or self.is_up(now):
            return [self._stored(held=held)]
        left, banks = self.left(now), self._banks_at(now)
        self._banks.stop()
        self._closes = None
        return [*self._changed(now, paused_left=left, banks=banks, held=held), self._core.tell_room()]

    def go_on(self, now: int) -> Effects:
        """The clock that stood still goes on, with all that was left."""
        core, left = self._core, self._core.image.paused_left
        if left is None:
            return [self._stored(held=False)]
        if core.image.overtime:
            going = self._run_down(now, core.image.banks, now, paused_left=None, held=False)
        else:
            wall = core.wall(now)
            deadline = deadlines.gone_on(core.image, wall, left)
            self._closes = now + deadline - wall
            going = self._changed(now, deadline=deadline, paused_left=None, held=False)
        return [*going, core.tell_room()]

    def extend(self, now: int) -> Effects:
        """The turn gets as much time again, or lasts to the calendar's next point. The clock runs."""
        image, banks = self._core.image, self._banks_at(now)
        deadline = deadlines.extended(image, image.deadline)
        self._banks.stop()
        self._closes = (self._closes or now) + deadline - image.deadline
        return self._changed(now, deadline=deadline, banks=banks, overtime=False)

    # --- what is stored and told ----------------------------------------------------------------

    def told_to(self, member: Member, now: int) -> Effects:
        """What is left, said to one who has just come."""
        return [] if self.left(now) is None else [Send((member,), self._said(now))]

    def _changed(self, now: int, **changes: Any) -> Effects:
        """The clock is another now: stored, then told to everybody."""
        return [self._stored(**changes), *self._timer(now), self._core.to_all(self._said(now))]

    def _stored(self, **changes: Any) -> Store:
        image = self._core.image
        clock = ClockSet(image.deadline, image.paused_left, image.banks, image.overtime, image.held)
        return self._core.store(replace(clock, **changes))

    def _timer(self, now: int) -> Effects:
        return [StartTimer(f"turn:{self._core.turn}", self.left(now) or 0)] if self.runs else []

    def _said(self, now: int) -> say.Clock:
        core = self._core
        return say.Clock(
            core.id,
            core.turn,
            self.left(now) or 0,
            paused=not self.runs,
            overtime=core.image.overtime,
            banks=self._banks_at(now),
        )
