"""Spectators: they see what every player sees, some turns later if the room says so, and can do nothing at all."""

from collections.abc import Sequence

from msgspec.structs import replace

from game.protocol import messages as say
from game.protocol.refusals import Refusal, Refused, refusal
from game.rules.view import SPECTATOR, View
from server.room import table, talk
from server.room.core import Core, Effects, decline
from server.room.door import not_admitted
from server.room.effects import Ask, Member, Recollect, Send, StartTimer
from server.room.image import MOST_WATCHERS
from server.room.past import Scene
from server.room.timing import Timing

COUNT_TOLD = 1000
"""Milliseconds in which everybody hears once how many watch, however many come and go."""


class Watching:
    """A chapter of the room. What is held back is in memory only; after a restart the journal gives it back."""

    def __init__(self, core: Core, timing: Timing) -> None:
        self._core = core
        self._timing = timing
        self._held: list[Scene] = []
        """Turns that spectators do not see yet, the next one first; never more than the room's delay."""
        self._has_gap = bool(core.image.number and core.image.setup.delay)
        """Whether turns are held back that are in the journal alone."""
        self._waiting: set[Member] = set()
        """Those who watch and have not been given the match."""
        self._asked = False
        self._since: list[Scene] = []
        """Turns that were resolved while the others are looked up: the journal may have been read before."""
        self._counts = False

    # --- coming and going -----------------------------------------------------------------------

    def watch(self, ask: Ask, password: str) -> Effects:
        """Somebody begins to watch, or anew; the match follows as soon as it runs and is looked up."""
        core, member = self._core, ask.member
        fault = self._not_watched(ask, password)
        if fault is not None:
            return decline(ask, fault)
        core.watchers[member] = None
        self._waiting.add(member)
        lines = talk.last_lines(core, member, say.EVERYBODY) if core.is_seen_live else []
        return [
            Send((member,), say.Watching(ask.re, core.info())),
            *lines,
            *self._recollect(),
            *self._count(),
        ]

    def _not_watched(self, ask: Ask, password: str) -> Refusal | None:
        core = self._core
        if core.image.setup.delay is None:
            return refusal(Refused.NO_SPECTATORS, "room")
        if core.seat_of(ask.member) is not None:
            return refusal(Refused.ALREADY_SEATED, "room")
        if ask.member not in core.watchers and len(core.watchers) >= MOST_WATCHERS:
            return refusal(Refused.TOO_MANY_SPECTATORS, "room", most=MOST_WATCHERS)
        return not_admitted(core.image, password, ask.person)

    def gone(self, member: Member) -> Effects:
        """Somebody watches no longer."""
        self._core.watchers.pop(member, None)
        self._waiting.discard(member)
        return self._count()

    def _count(self) -> Effects:
        if self._counts:
            return []
        self._counts = True
        return [StartTimer("watchers", COUNT_TOLD)]

    def tell_count(self) -> Effects:
        """Everybody hears how many watch now."""
        self._counts = False
        return [self._core.tell_room()]

    # --- the match ------------------------------------------------------------------------------

    def begun(self) -> Effects:
        """The match stands: whoever waited for it gets it."""
        return self._give(())

    def after_turn(self, scene: Scene) -> Effects:
        """A turn was resolved; what is due of it, and of those before, is told to all who watch."""
        core = self._core
        if core.image.setup.delay is None:
            return []
        self._held.append(scene)
        if self._asked:
            self._since.append(scene)
        due = self._due()
        to = tuple(member for member in core.watchers if member not in self._waiting)
        told: Effects = [Send(to, scene.update) for scene in due if to]
        return told if self._asked else [*told, *self._give(())]

    def _due(self) -> list[Scene]:
        """What is not held back any longer: all of it once the match is over."""
        most = 0 if self._core.is_seen_live else self._core.image.setup.delay or 0
        if len(self._held) >= most:
            # What was before the first turn that is held here is due by now.
            self._has_gap = False
        count = max(0, len(self._held) - most)
        due, self._held = self._held[:count], self._held[count:]
        return due

    def _recollect(self) -> Effects:
        """The turns so far are looked up for all who wait, once."""
        image = self._core.image
        if image.state is None or self._asked:
            return []
        self._asked = True
        return [Recollect((image.setup.delay or 0) if self._has_gap else 0)]

    def recollected(self, turns: Sequence[say.Turned], scenes: Sequence[Scene], now: int) -> Effects:
        """All turns of the match, and the last ones as scenes if there was a gap; whoever waited gets the match."""
        self._asked = False
        first = self._held[0].number if self._held else self._core.image.number + 1
        before = [scene for scene in scenes if scene.number < first]
        if self._has_gap and before and before[-1].number == first - 1:
            self._held = [*before, *self._held]
            self._has_gap = False
            self._due()
        waiting = tuple(self._waiting)
        given = self._give([*turns, *self._later_than(len(turns))])
        clocks = [told for member in waiting for told in self._clock(member, now)]
        return [*given, *clocks] if given else []

    def _later_than(self, number: int) -> list[say.Turned]:
        """What was resolved since the journal was read, if it was read up to there."""
        since, self._since = self._since, []
        if not since or since[0].number > number + 1:
            return []
        return [say.Turned(one.update.turn, one.update.ledger) for one in since if one.number > number]

    def _clock(self, member: Member, now: int) -> Effects:
        core = self._core
        return (
            self._timing.told_to(member, now) if core.is_seen_live and core.image.phase == say.PLAYING else []
        )

    def _give(self, turns: Sequence[say.Turned]) -> Effects:
        """The match from where it may be seen, with the turns that led there; not while that is not known."""
        core = self._core
        to = tuple(member for member in core.watchers if member in self._waiting)
        if not to or core.image.state is None or (self._has_gap and not core.is_seen_live):
            return []
        self._waiting.clear()
        begin = self._snapshot()
        return [Send(to, replace(begin, missed=tuple(turns[: begin.number])))]

    def _snapshot(self) -> say.Begin:
        core = self._core
        now = table.snapshot(core.image, core.identity, core.pins, SPECTATOR)
        if core.is_seen_live:
            return now
        number, public = now.number, now.view.public
        if self._held:
            number, public = self._held[0].number - 1, self._held[0].before
        nobody = (False,) * len(now.ready)
        view = View(SPECTATOR, public)
        return replace(
            now, number=number, view=view, ready=nobody, votes=(), pins=(), pausing=(), extending=()
        )
