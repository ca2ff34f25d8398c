"""What the people in a match agree on: to end it, to stop its clock, to give a turn more time."""

from game.protocol import messages as say
from game.protocol.refusals import Refusal, Refused, refusal
from game.rules.ids import Seat
from server.room import attendance
from server.room.core import Core, Effects
from server.room.effects import Send
from server.room.image import Voted
from server.room.timing import Timing


class Voting:
    """Votes are stored one by one; what everybody wants is then done. An end by agreement is the turns' business."""

    def __init__(self, core: Core, timing: Timing) -> None:
        self._core = core
        self._timing = timing

    def fault(self, act: say.SetVote) -> Refusal | None:
        """Why nobody can be asked this now."""
        if act.matter == "end":
            return None
        if act.matter == "extend" and self._timing.is_paused:
            return refusal(Refused.PAUSED, "matter")
        return None if self._timing.is_kept else refusal(Refused.NO_CLOCK, "matter")

    def taken_back(self, act: say.SetVote, now: int) -> Effects:
        """One who no longer wants a pause ends it, and the votes for it: the next one is asked for anew."""
        ends = (
            act.matter == "pause" and not act.agree and self._timing.is_paused and not self._core.image.held
        )
        return [*self._cleared("pause"), *self._timing.go_on(now)] if ends else []

    def follow(self, now: int) -> Effects:
        """Votes, or who is asked, have changed: the clock is stopped or the turn extended if all want it."""
        image = self._core.image
        if not self._timing.runs or self._timing.is_up(now):
            return []
        if attendance.agree(image, image.pausing):
            return self._timing.pause(now)
        return self._extend(now) if attendance.agree(image, image.extending) else []

    def _extend(self, now: int) -> Effects:
        """Whoever wants still more time asks again."""
        return [*self._cleared("extend"), *self._timing.extend(now)]

    def _cleared(self, matter: say.Matter) -> Effects:
        """Nobody wants this any more."""
        core, turn = self._core, self._core.turn
        agreed = [Seat(n) for n, wanted in enumerate(self._votes(matter)) if wanted]
        gone = [Voted(seat, turn, agree=False, matter=matter) for seat in agreed]
        return [core.store(*gone), self.told(matter)] if gone else []

    def hold(self, now: int, *, on: bool) -> Effects:
        """Those who run the server stop the clock, or let it go on unless the players want it to stand still."""
        image = self._core.image
        if image.held == on or image.phase != say.PLAYING or not self._timing.is_kept:
            return []
        if on or (self._timing.is_paused and attendance.agree(image, image.pausing)):
            return self._timing.pause(now, held=on)
        return self._timing.go_on(now)

    def told(self, matter: say.Matter) -> Send:
        """Say to everybody who wants this."""
        core = self._core
        return core.to_all(say.Votes(core.id, core.turn, matter, self._votes(matter)))

    def _votes(self, matter: say.Matter) -> tuple[bool, ...]:
        image = self._core.image
        return {"end": image.votes, "pause": image.pausing, "extend": image.extending}[matter]
