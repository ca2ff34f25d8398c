"""Where one is in a replay, and what the parts of the screen ask to be done: on, back, play, to a turn."""

from collections.abc import Callable

from game.link.match_client import MatchClient
from game.link.replay import ReplayLink
from game.rules.ids import Seat
from game.rules.orders import Slate
from game.text.catalog import Catalog
from game.text.chronicle import chronicle
from game.text.deeds import deeds
from game.text.naming import Names

PAUSE = 3.0
"""Seconds between two turns while it plays by itself."""


class Reel:
    """A replay on its link. `proved` says whether the rules came to the same; None where they are of another version.

    `running` while it plays by itself. `changed` is called when something looks different.
    """

    def __init__(self, link: ReplayLink, client: MatchClient, *, proved: bool | None, language: str) -> None:
        self.link, self.proved = link, proved
        self.running = False
        self.changed: Callable[[], None] = lambda: None
        self._client = client
        self._catalog = Catalog(language)
        self._due = 0.0
        self._told: dict[int, tuple[str, ...]] = {}

    @property
    def at(self) -> int:
        """How many turns are shown as played."""
        return self.link.at

    @property
    def last(self) -> int:
        """How many turns there are."""
        return self.link.last

    @property
    def settled(self) -> bool:
        """Whether what was asked for has arrived."""
        copy = self._client.copy
        return copy is not None and copy.count.number == self.link.at

    # --- going through it -----------------------------------------------------------------------

    def forward(self) -> None:
        """Play the next turn."""
        if self.settled:
            self.link.forward()
            self.changed()

    def back(self) -> None:
        """Show the match a turn earlier."""
        self.go(self.at - 1)

    def go(self, at: int) -> None:
        """Show the match after so many turns, and stop."""
        self.running = False
        if self.settled and max(0, min(self.last, at)) != self.at:
            self.link.go(at)
        self.changed()

    def first(self) -> None:
        """Before the first turn."""
        self.go(0)

    def to_end(self) -> None:
        """After the last turn."""
        self.go(self.last)

    def toggle(self) -> None:
        """Play by itself, or stop; from the end it begins anew."""
        if not self.running and self.at == self.last:
            self.go(0)
        self.running = not self.running
        self._due = 0.0
        self.changed()

    def rest(self, now: float) -> None:
        """A turn was told: wait before the next one."""
        self._due = now + PAUSE

    def tick(self, now: float) -> None:
        """Play on when it is time. The caller sees to it that nothing is being told."""
        if self.running and self.at == self.last:
            self.running = False
            self.changed()
        elif self.running and now >= self._due and self.settled:
            self._due = now + PAUSE
            self.forward()

    # --- what it holds --------------------------------------------------------------------------

    def slates(self) -> tuple[tuple[Seat, Slate], ...]:
        """What every seat ordered in the turn that was played last; nothing before the first."""
        if not self.at:
            return ()
        played = self.link.course.replay.turns[self.at - 1]
        return tuple((Seat(seat), slate) for seat, slate in enumerate(played.slates))

    def outcome(self) -> tuple[str, ...]:
        """What came of that turn, in sentences; what was ordered is not among them."""
        if self.at not in self._told:
            self._told[self.at] = tuple(self._sentences()) if self.at else ()
        return self._told[self.at]

    def _sentences(self) -> list[str]:
        course = self.link.course
        played, public = course.replay.turns[self.at - 1], course.publics[self.at]
        legacy = [seat.legacy for seat in public.seats]
        lines = chronicle(self._catalog, course.board, played.turn, played.entries, legacy)
        ordered = set(deeds(Names(self._catalog, course.board), played.entries))
        return [line for line in lines if line not in ordered]
